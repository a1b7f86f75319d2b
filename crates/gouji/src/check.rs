//! The one entry point.

use crate::form::{CellId, TableId};
use crate::profile::{self, Profile, SetAside};
use crate::reading::{self, Cell, CellReading, Completeness, Document, Quantity, Table};
use crate::repair::{self, Blanks};
use crate::rules::{self, Context};
use crate::{Finding, RelationState, Relations, Report, Severity, Verdict};

/// The longest text that is checked, in bytes. A report is about 15 kB; what
/// is longer than this is answered with a sentence.
pub const MAX_BYTES: usize = 5_000_000;

/// How to check.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of messages.
    pub language: Language,
    /// Which report of the text to check, counted from 0. Beyond the last one
    /// the last one is checked.
    pub report: usize,
    /// Values that a person put in the place of printed ones.
    pub corrections: Vec<Correction>,
    /// Rules left out or weighed otherwise, and facts given by hand.
    pub profile: Profile,
    /// Findings that a person found to be no problem.
    pub set_aside: Vec<SetAside>,
    /// What blank cells count as where repairs are looked for.
    pub blanks: Blanks,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 简体中文。
    #[default]
    Chinese,
    /// English.
    English,
}

/// A value that a person put in the place of a printed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The cell.
    pub cell: CellId,
    /// What was printed there when it was corrected. Where the text says
    /// something else by now, the correction no longer applies.
    pub printed: String,
    /// The value to count with.
    pub value: Quantity,
}

/// Checks the annual report in `text`.
///
/// Pure and total: the same text and options give the same report, and every
/// text gives one.
pub fn check(text: &str, options: &Options) -> Report {
    // A text beyond the limit is not read, and its only finding says so.
    let document = if text.len() > MAX_BYTES { Document::unread(text) } else { reading::read(text, options) };
    let relations = evaluate(&document);
    let context = Context::new(text, options.language, &document, &relations);
    let mut findings =
        if text.len() > MAX_BYTES { rules::run_for_refused(&context) } else { rules::run(&context) };
    options.profile.apply(&mut findings);
    let set_aside = profile::set_aside(&mut findings, &options.set_aside);
    rules::group(&document, &mut findings);
    let repairs = repair::of_report(&context, options.blanks);
    let verdict =
        if text.len() > MAX_BYTES { Verdict::Unreadable } else { verdict(&document, &relations, &findings) };
    Report {
        verdict,
        title: document.title,
        issuer: document.issuer,
        issuer_kinds: document.issuer_kinds,
        year: document.year,
        form: document.form,
        completeness: document.completeness,
        sections: document.sections,
        tables: document.tables,
        claims: document.claims,
        relations,
        findings,
        set_aside,
        repairs,
        others: document.others,
    }
}

/// Computes both sides of every relation of the tables that are there.
fn evaluate(document: &Document) -> Relations {
    let mut all = Vec::new();
    for table in &document.tables {
        let Some(spec) = table.layout.form().table(table.id) else { continue };
        for relation in spec.relations() {
            let state = match (side(document, &relation.left), side(document, &relation.right)) {
                (Some(left), Some(right)) => compare(left, right),
                _ => RelationState::Unchecked,
            };
            all.push((relation, state));
        }
    }
    Relations { all }
}

/// One side of a relation.
#[derive(Clone, Copy)]
struct Side {
    /// The sum of the cells that hold a number.
    sum: i64,
    /// Whether all of them do; else the sum is the least it can be, as counts
    /// are not negative.
    complete: bool,
}

/// None where a cell could not be read, or holds something else than a count.
fn side(document: &Document, cells: &[CellId]) -> Option<Side> {
    cells.iter().try_fold(Side { sum: 0, complete: true }, |side, &id| {
        let cell = document.cell(id)?;
        match cell.count() {
            Some(count) => Some(Side { sum: side.sum.checked_add(count)?, ..side }),
            None if cell.is_empty() => Some(Side { complete: false, ..side }),
            None => None,
        }
    })
}

/// A relation with a blank is not checked, unless it fails whatever the blank
/// stands for.
fn compare(left: Side, right: Side) -> RelationState {
    let fails = RelationState::Fails { left: left.sum, right: right.sum };
    match (left.complete, right.complete) {
        (true, true) if left.sum == right.sum => RelationState::Holds,
        (true, true) => fails,
        (false, true) if left.sum > right.sum => fails,
        (true, false) if right.sum > left.sum => fails,
        _ => RelationState::Unchecked,
    }
}

fn verdict(document: &Document, relations: &Relations, findings: &[Finding]) -> Verdict {
    let unread = |table: &Table| TableId::STATUTORY.contains(&table.id) && table.has_unread_cells();
    let is_no_number = |cell: &Cell| cell.reading == CellReading::NotANumber && cell.corrected.is_none();
    let unreadable_cell = |table: &Table| {
        let mut cells = table.rows.iter().flat_map(|row| &row.cells);
        TableId::STATUTORY.contains(&table.id) && cells.any(is_no_number)
    };
    // Silence about sums that were not checked would look like agreement.
    let mostly_unchecked = relations.unchecked().len() > relations.checked();
    if document.completeness == Completeness::Nothing {
        Verdict::NotAReport
    } else if findings.iter().any(|finding| finding.severity == Severity::Error) {
        Verdict::Findings
    } else if document.tables.is_empty()
        || document.tables.iter().any(|table| unread(table) || unreadable_cell(table))
        || mostly_unchecked
    {
        Verdict::Unreadable
    } else {
        Verdict::Consistent
    }
}
