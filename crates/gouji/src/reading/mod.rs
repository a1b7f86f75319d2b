//! What the text says, read against the form: title, outline, tables.
//!
//! Reading never fails. What could not be read says so, and where.

mod cell;
mod claims;
mod compact;
mod content;
mod fields;
mod figures;
mod front;
mod issuer;
mod label;
mod lines;
mod model;
mod number;
mod outline;
mod paragraphs;
mod prose;
mod search;
mod table;
mod word_table;

use crate::form::{FORM_2021, Form, FormId, SectionKind, TableId};
use crate::text::TextRange;
use crate::{Correction, Options};

pub use claims::{Claim, ClaimKind};
pub use content::{
    Announced, Aspect, Basis, Content, Date, Dates, Duty, LegalText, Overview, Period, Problems,
};
pub use issuer::IssuerKind;
pub(crate) use issuer::{deadline, issues_no_regulations};
pub use model::{
    Cell, CellReading, Completeness, Confirmation, Document, OtherReport, Quantity, Reading, Row, Section,
    Spot, Table, TableNote, YearMention, YearSource,
};
pub use prose::{
    FailingSum, OrdinalOutOfOrder, Places, PostalCodeElsewhere, Prose, ShareAboveHundred, SumFault,
};

/// How many sections must be missing at the end so that the text counts as cut
/// off, and not as a report that lacks them.
const MISSING_WHEN_CUT_OFF: usize = 3;

/// Reads the report that `options` ask for.
pub(crate) fn read(text: &str, options: &Options) -> Document {
    let reports = outline::headings_by_report(text);
    let ranges = report_ranges(text, &reports);
    let chosen = options.report.min(reports.len().saturating_sub(1));
    let range = ranges[chosen];
    let headings = &reports[chosen];
    let first_heading = headings.first().map(|heading| heading.range.start);
    let front = front::read_front(text, range, first_heading);
    let sections = outline::sections(text, headings, range.end);
    let year = front.year;
    let given_year = options.profile.year;
    let report_year = given_year.or(year.as_ref().map(|year| year.value));
    let form_of_year = report_year.and_then(Form::for_year).map(|form| form.id);
    let mut tables = read_tables(text, range, &sections, form_of_year);
    apply_corrections(text, &mut tables, &options.corrections);
    let form = match report_year {
        Some(_) => form_of_year,
        None => tables.iter().find(|table| TableId::STATUTORY.contains(&table.id)).map(|table| table.layout),
    };
    let completeness = completeness(&sections, &tables, front.title.is_some());
    let mut others = Vec::new();
    for (index, &range) in ranges.iter().enumerate() {
        if index != chosen {
            let first_heading = reports[index].first().map(|heading| heading.range.start);
            let title = front::read_front(text, range, first_heading).title.map(|title| title.value);
            others.push(OtherReport { index, title, range });
        }
    }
    let issuer_kinds = match (options.profile.issuer, &front.issuer) {
        (Some(given), _) => vec![given],
        (None, Some(issuer)) => issuer::kinds(&issuer.value),
        (None, None) => Vec::new(),
    };
    let mut document = Document {
        range,
        title: front.title,
        issuer: front.issuer,
        issuer_kinds,
        year,
        given_year,
        years: front.years,
        form,
        completeness,
        sections,
        tables,
        claims: Vec::new(),
        content: Content::default(),
        prose: prose::Prose::default(),
        others,
    };
    document.content = content::read(text, &document, &front.introduction);
    let paragraphs = paragraphs::paragraphs(text, &document);
    document.prose = prose::read(text, &document, &paragraphs);
    document.claims = claims::read(&document, &paragraphs);
    document
}

/// Where each report lies: from its title to the title of the next.
fn report_ranges(text: &str, reports: &[Vec<outline::Heading>]) -> Vec<TextRange> {
    let mut ranges: Vec<TextRange> = Vec::with_capacity(reports.len());
    let mut start = 0;
    for pair in reports.windows(2) {
        let last_before = pair[0].last().map_or(0, |heading| heading.range.end);
        let first = pair[1].first().map_or(last_before, |heading| heading.range.start);
        let end = front::start_of_front(text, TextRange { start: last_before, end: first }, first);
        ranges.push(TextRange { start, end });
        start = end;
    }
    ranges.push(TextRange::new(start as usize, text.len()));
    ranges
}

/// Reads every table: in its section where there is one, else anywhere.
fn read_tables(
    text: &str,
    report: TextRange,
    sections: &[Section],
    form_of_year: Option<FormId>,
) -> Vec<Table> {
    let layout = form_of_year.unwrap_or(FORM_2021.id);
    let all_lines = fields::table_lines(text, report);
    let mut tables = Vec::new();
    for id in TableId::ALL {
        let Some(spec) = layout.form().table(id) else { continue };
        let section = sections.iter().find(|section| section.kind == Some(spec.section));
        let section = section.map(|section| section.range);
        let mut table = section.and_then(|range| {
            table::read_table(text, id, fields::lines_within(&all_lines, range), range, form_of_year, true)
        });
        // The fee table is not the form's: outside its own section other
        // tables look like it.
        if table.is_none() && (id != TableId::Fees || section.is_none()) {
            table = table::read_table(text, id, &all_lines, report, form_of_year, section.is_none());
        }
        if table.is_none() && TableId::STATUTORY.contains(&id) {
            table = table::unreadable_table(text, id, section, report, layout);
        }
        tables.extend(table);
    }
    tables
}

/// Puts a person's values in the place of printed ones, where what is printed
/// is still what it was.
fn apply_corrections(text: &str, tables: &mut [Table], corrections: &[Correction]) {
    let cells = tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells);
    for cell in cells {
        let correction = corrections
            .iter()
            .rev()
            .find(|correction| correction.cell == cell.id && correction.printed == cell.range.of(text));
        cell.corrected = correction.map(|correction| correction.value.clone());
    }
}

/// How much of a report this is, by its outline.
fn completeness(sections: &[Section], tables: &[Table], has_title: bool) -> Completeness {
    let has = |kind: SectionKind| sections.iter().any(|section| section.kind == Some(kind));
    let kinds: Vec<bool> = FORM_2021.sections.iter().map(|section| has(section.kind)).collect();
    let found = kinds.iter().filter(|found| **found).count();
    if found == 0 && tables.is_empty() && !has_title {
        return Completeness::Nothing;
    }
    if found <= 1 && !tables.is_empty() && !has_title {
        return Completeness::TablesOnly;
    }
    let missing_ahead = kinds.iter().take_while(|found| !**found).count();
    let missing_behind = kinds.iter().rev().take_while(|found| !**found).count();
    let begins_within = missing_ahead > 0 && !has_title || missing_ahead >= MISSING_WHEN_CUT_OFF;
    if begins_within || missing_behind >= MISSING_WHEN_CUT_OFF {
        Completeness::Part
    } else {
        Completeness::Whole
    }
}
