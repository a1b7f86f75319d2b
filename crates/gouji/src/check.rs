//! The one entry point.

use crate::form::{CellId, TableId, TableSpec};
use crate::reading::{self, Completeness, Document, Quantity, Reading, Table};
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
    let findings = if text.len() > MAX_BYTES {
        rules::run_for_refused(&Context::new(text, options.language, &document, &relations))
    } else {
        rules::run(&Context::new(text, options.language, &document, &relations))
    };
    let verdict = if text.len() > MAX_BYTES { Verdict::Unreadable } else { verdict(&document, &findings) };
    Report {
        verdict,
        title: document.title,
        issuer: document.issuer,
        year: document.year,
        form: document.form,
        completeness: document.completeness,
        sections: document.sections,
        tables: document.tables,
        claims: Vec::new(),
        relations,
        findings,
        others: document.others,
    }
}

/// Computes both sides of every relation of the tables that are there.
fn evaluate(document: &Document) -> Relations {
    let specs = document.tables.iter().filter_map(|table| table.layout.form().table(table.id));
    let relations = specs.flat_map(TableSpec::relations);
    let side = |cells: &[CellId]| -> Option<i64> {
        cells.iter().try_fold(0_i64, |sum, &cell| sum.checked_add(document.cell(cell)?.count()?))
    };
    let all = relations.map(|relation| {
        let state = match (side(&relation.left), side(&relation.right)) {
            (Some(left), Some(right)) if left == right => RelationState::Holds,
            (Some(left), Some(right)) => RelationState::Fails { left, right },
            _ => RelationState::Unchecked,
        };
        (relation, state)
    });
    Relations { all: all.collect() }
}

fn verdict(document: &Document, findings: &[Finding]) -> Verdict {
    let unread = |table: &Table| {
        TableId::STATUTORY.contains(&table.id)
            && matches!(table.reading, Reading::Partial | Reading::Unreadable)
    };
    if document.completeness == Completeness::Nothing {
        Verdict::NotAReport
    } else if findings.iter().any(|finding| finding.severity == Severity::Error) {
        Verdict::Findings
    } else if document.tables.is_empty() || document.tables.iter().any(unread) {
        Verdict::Unreadable
    } else {
        Verdict::Consistent
    }
}
