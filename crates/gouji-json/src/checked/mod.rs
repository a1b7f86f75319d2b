//! A checked report, from the core's types to the contract's JSON.
//!
//! It is written straight from what the core says, field by field: to make
//! objects of it first costs a browser more code than all rules on sums, and
//! as much time again. What is written is a [`CheckedReport`], to the byte what
//! serde makes of one; tests hold it to that.

mod repairs;
mod words;

use gouji::form::{CellId, ColumnSpec, NumberKind, RelationId, TableId};
use gouji::reading::{self, Quantity};
use gouji::text::{LineIndex, TextRange};

use self::words::{
    cell_reading, completeness, confirmation, form, issuer_kind, reading, section_kind, severity, verdict,
};
use crate::json::Json;
use crate::options::core_options;
use crate::{CheckOptions, CheckedReport, OptionsError, SCHEMA, WriteJson as _};

/// Checks `text` and gives the JSON of a [`CheckedReport`].
///
/// # Errors
///
/// Where a correction names no cell of any form or gives no number, or a level
/// is asked for a rule that does not exist.
pub fn check_json(text: &str, options: &CheckOptions) -> Result<String, OptionsError> {
    let report = gouji::check(text, &core_options(options)?);
    let mut writer = Writer { json: Json::default(), text, lines: LineIndex::new(text), options };
    writer.report(&report);
    Ok(writer.json.into_text())
}

/// Checks `text` and gives the contract's object, for programs that look into it.
///
/// # Errors
///
/// As for [`check_json`].
pub fn check(text: &str, options: &CheckOptions) -> Result<CheckedReport, OptionsError> {
    let json = check_json(text, options)?;
    #[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "the writer above writes it")]
    Ok(serde_json::from_str(&json).expect("what is written is the contract"))
}

struct Writer<'a> {
    json: Json,
    text: &'a str,
    lines: LineIndex<'a>,
    options: &'a CheckOptions,
}

impl Writer<'_> {
    fn report(&mut self, report: &gouji::Report) {
        self.json.open('{');
        self.json.words("schema", SCHEMA);
        self.json.open_field("tool", '{');
        self.json.words("version", env!("CARGO_PKG_VERSION"));
        self.count("rules", gouji::rules::REGISTRY.len());
        self.json.close('}');
        self.json.open_field("input", '{');
        self.json.words_or_null("name", self.options.name.as_deref());
        self.count("bytes", self.text.len());
        self.json.close('}');
        self.json.words_or_null("title", report.title.as_ref().map(|title| title.value.as_str()));
        self.json.words_or_null("issuer", report.issuer.as_ref().map(|issuer| issuer.value.as_str()));
        self.json.open_field("issuer_kinds", '[');
        for &kind in &report.issuer_kinds {
            self.json.words_item(issuer_kind(kind).word());
        }
        self.json.close(']');
        let year = self.options.profile.year.or(report.year.as_ref().map(|year| year.value));
        self.json.number_or_null("year", year.map(i64::from));
        self.json.words_or_null("form", report.form.map(|id| form(id).word()));
        self.json.words("verdict", verdict(report.verdict).word());
        self.json.words("completeness", completeness(report.completeness).word());
        self.json.open_field("sections", '[');
        for section in &report.sections {
            self.section(section);
        }
        self.json.close(']');
        self.json.open_field("tables", '{');
        for id in TableId::ALL {
            match report.tables.iter().find(|table| table.id == id) {
                Some(table) => self.table(table),
                None => self.json.field(id.as_str(), "null"),
            }
        }
        self.json.close('}');
        self.json.open_field("claims", '[');
        for claim in &report.claims {
            self.claim(claim);
        }
        self.json.close(']');
        self.relations(&report.relations);
        self.json.open_field("findings", '[');
        for finding in &report.findings {
            self.finding(finding, None);
        }
        self.json.close(']');
        self.json.open_field("set_aside", '[');
        for set_aside in &report.set_aside {
            self.finding(&set_aside.finding, Some(&set_aside.reason));
        }
        self.json.close(']');
        self.json.field("profile", &self.options.profile.to_json());
        self.repairs(&report.repairs);
        self.json.open_field("others", '[');
        for other in &report.others {
            self.json.open('{');
            self.count("index", other.index);
            self.json.words_or_null("title", other.title.as_deref());
            self.range("range", other.range);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.close('}');
    }

    fn section(&mut self, section: &reading::Section) {
        self.json.open('{');
        self.json.number_or_null("ordinal", section.ordinal.map(i64::from));
        self.json.words("heading", &section.heading);
        self.json.words_or_null("kind", section.kind.map(|kind| section_kind(kind).word()));
        self.range("heading_range", section.heading_range);
        self.range("range", section.range);
        self.json.close('}');
    }

    fn table(&mut self, table: &reading::Table) {
        self.json.open_field(table.id.as_str(), '{');
        self.json.words("layout", form(table.layout).word());
        self.json.words("reading", reading(table.reading).word());
        self.json.words_or_null("confirmed_by", table.confirmed_by.map(|by| confirmation(by).word()));
        self.range("range", table.range);
        self.json.open_field("rows", '[');
        let spec = table.layout.form().table(table.id);
        for row in &table.rows {
            let of_form = spec.and_then(|spec| spec.row(row.id));
            self.json.open('{');
            self.json.words("id", row.id.0);
            self.json.words("label", of_form.map(|(row, _)| row.label.text).unwrap_or_default());
            self.json.words_or_null("printed", row.label.map(|label| label.of(self.text)));
            self.json.open_field("cells", '[');
            for cell in &row.cells {
                self.cell(cell, of_form.map(|(_, columns)| columns).unwrap_or_default());
            }
            self.json.close(']');
            self.json.close('}');
        }
        self.json.close(']');
        self.json.close('}');
    }

    fn cell(&mut self, cell: &reading::Cell, columns: &[ColumnSpec]) {
        let column = columns.iter().find(|column| column.id == cell.id.column);
        let kind = column.map_or(NumberKind::Count, |column| column.kind);
        self.json.open('{');
        self.json.words("column", cell.id.column.0);
        match cell.reading.quantity() {
            Some(value) => self.quantity("value", value, kind),
            None => self.json.field("value", "null"),
        }
        self.json.words("raw", cell.range.of(self.text));
        self.json.words("reading", cell_reading(&cell.reading).word());
        self.range("range", cell.range);
        if let Some(value) = &cell.corrected {
            self.quantity("corrected", value, kind);
        }
        self.json.close('}');
    }

    fn claim(&mut self, claim: &reading::Claim) {
        self.json.open('{');
        self.json.words("subject", &subject_of_claim(claim));
        self.quantity("value", &claim.value, NumberKind::Count);
        self.json.words("quote", claim.range.of(self.text));
        self.range("range", claim.range);
        self.range("figure", claim.figure);
        match claim.agrees {
            Some(agrees) => self.json.truth("agrees", agrees),
            None => self.json.field("agrees", "null"),
        }
        self.json.close('}');
    }

    fn relations(&mut self, relations: &gouji::Relations) {
        self.json.open_field("relations", '{');
        self.count("checked", relations.checked());
        self.count("holding", relations.holding());
        self.count("cells", relations.cells());
        self.relation_names("failing", &relations.failing());
        self.relation_names("unchecked", &relations.unchecked());
        self.json.close('}');
    }

    fn finding(&mut self, finding: &gouji::Finding, reason: Option<&str>) {
        let title = finding.rule.title.in_language(self.options.lang.into());
        self.json.open('{');
        self.json.words("id", &finding.id);
        self.json.words("code", finding.rule.code);
        self.json.words("name", finding.rule.name);
        self.json.words("title", title);
        self.json.words("severity", severity(finding.severity).word());
        self.json.words("message", &finding.message);
        self.json.words("basis", &finding.basis);
        self.json.words("suggestion", &finding.advice);
        self.json.open_field("cells", '[');
        for cell in &finding.cells {
            self.json.words_item(&cell.name());
        }
        self.json.close(']');
        self.relation_names("relations", &finding.relations);
        self.range("range", finding.range);
        self.json.open_field("labels", '[');
        for label in &finding.labels {
            self.json.open('{');
            self.range("range", label.range);
            self.json.words("text", &label.text);
            self.json.close('}');
        }
        self.json.close(']');
        if let Some(follows) = &finding.follows {
            self.json.words("follows", follows);
        }
        if let Some(reason) = reason {
            self.json.words("reason", reason);
        }
        self.json.close('}');
    }

    fn range(&mut self, name: &str, range: TextRange) {
        self.json.open_field(name, '[');
        self.json.number_item(i64::from(self.lines.utf16(range.start)));
        self.json.number_item(i64::from(self.lines.utf16(range.end)));
        self.json.close(']');
    }

    fn relation_names(&mut self, name: &str, relations: &[RelationId]) {
        self.json.open_field(name, '[');
        for relation in relations {
            self.json.words_item(&relation.name());
        }
        self.json.close(']');
    }

    /// Counts are integers, and amounts strings, whole ones as well.
    fn quantity(&mut self, name: &str, quantity: &Quantity, kind: NumberKind) {
        match quantity {
            Quantity::Count(amount) if kind == NumberKind::Amount => {
                let mut digits = String::new();
                gouji::push_number(&mut digits, *amount);
                self.json.words(name, &digits);
            }
            Quantity::Count(count) => self.json.number(name, *count),
            Quantity::Decimal(decimal) => self.json.words(name, decimal),
        }
    }

    /// How many there are. The contract's counts have 32 bits.
    fn count(&mut self, name: &str, count: usize) {
        self.json.number(name, i64::from(number(count)));
    }
}

/// What a claim is about: the readings, and for a share what each is a share of.
fn subject_of_claim(claim: &reading::Claim) -> String {
    let mut subject = String::new();
    for (at, cells) in claim.subjects.iter().enumerate() {
        if at > 0 {
            subject.push('|');
        }
        push_joined(&mut subject, cells);
        if let Some(whole) = claim.wholes.get(at) {
            subject.push('/');
            push_joined(&mut subject, whole);
        }
    }
    subject
}

/// Appends the names of cells, joined with `+`.
fn push_joined(names: &mut String, cells: &[CellId]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            names.push('+');
        }
        names.push_str(&cell.name());
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
