//! What a rule may look at.

use super::Rule;
use super::causes::Cause;
use crate::form::{CellId, FORM_2021, NumberKind, Relation, RelationId, SectionKind};
use crate::reading::{Cell, Completeness, Document, Table, TableNote};
use crate::text::TextRange;
use crate::words::{Fact, Words};
use crate::{Finding, Label, Language, RelationState, Relations};

/// What a rule may look at.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) language: Language,
    pub(crate) document: &'a Document,
    pub(crate) relations: &'a Relations,
    pub(crate) causes: Vec<Cause>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        text: &'a str,
        language: Language,
        document: &'a Document,
        relations: &'a Relations,
    ) -> Self {
        let causes = super::causes::find(relations);
        Self { text, language, document, relations, causes }
    }

    /// The words in the caller's language, their places filled with the facts.
    pub(super) fn fill(&self, words: Words, facts: &[(&str, Fact<'_>)]) -> String {
        words.filled(self.language, facts)
    }

    /// A finding of `rule` at `range`, with the rule's own weight and basis.
    pub(super) fn finding(
        &self,
        rule: &'static Rule,
        range: TextRange,
        message: String,
        advice: String,
    ) -> Finding {
        Finding {
            id: String::new(),
            rule,
            severity: rule.severity,
            message,
            basis: rule.basis.in_language(self.language).to_owned(),
            advice,
            cells: Vec::new(),
            relations: Vec::new(),
            range,
            labels: Vec::new(),
            subject: String::new(),
            follows: None,
        }
    }

    /// A finding of `rule` at `range`, its words filled with the facts.
    pub(super) fn found(
        &self,
        rule: &'static Rule,
        range: TextRange,
        message: Words,
        advice: Words,
        facts: &[(&str, Fact<'_>)],
    ) -> Finding {
        self.finding(rule, range, self.fill(message, facts), self.fill(advice, facts))
    }

    /// The words that stand at `range`, white space removed.
    pub(super) fn printed(&self, range: TextRange) -> String {
        range.of(self.text).chars().filter(|character| !character.is_whitespace()).collect()
    }

    /// All cells that were read, table by table.
    pub(super) fn cells(&self) -> impl Iterator<Item = (&'a Table, &'a Cell)> {
        let document = self.document;
        document.tables.iter().flat_map(|table| {
            table.rows.iter().flat_map(move |row| row.cells.iter().map(move |cell| (table, cell)))
        })
    }

    /// Everything that is to be said of how tables are printed and read.
    pub(super) fn notes(&self) -> impl Iterator<Item = (&'a Table, &'a TableNote)> {
        let document = self.document;
        document.tables.iter().flat_map(|table| table.notes.iter().map(move |note| (table, note)))
    }

    /// A label at a cell that says what it holds.
    pub(super) fn cell_label(&self, id: CellId) -> Option<Label> {
        let cell = self.document.cell(id)?;
        let value = cell.count().map(|count| count.to_string()).unwrap_or_default();
        let name = self.cell_name(id);
        Some(Label { range: cell.range, text: format!("{name} {value}").trim_end().to_owned() })
    }

    /// What became of a relation.
    pub(super) fn state(&self, id: RelationId) -> Option<&'a (Relation, RelationState)> {
        self.relations.all.iter().find(|(relation, _)| relation.id == id)
    }

    /// What kind of number a cell holds.
    pub(super) fn number_kind(&self, id: CellId) -> NumberKind {
        let spec = self.spec(id.table).and_then(|spec| spec.row(id.row));
        let columns = spec.into_iter().flat_map(|(_, columns)| columns);
        columns
            .into_iter()
            .find(|column| column.id == id.column)
            .map_or(NumberKind::Count, |column| column.kind)
    }

    /// Whether a section is to be expected, given how much of a report the
    /// text is: not in tables alone, and not before the first or behind the
    /// last section of a part.
    pub(super) fn is_expected(&self, kind: SectionKind) -> bool {
        let kinds = || {
            self.document
                .sections
                .iter()
                .filter_map(|section| section.kind)
                .filter(|kind| kind.is_statutory())
        };
        match self.document.completeness {
            Completeness::Whole => true,
            Completeness::Part => kinds().any(|known| known < kind) && kinds().any(|known| known > kind),
            Completeness::TablesOnly | Completeness::Nothing => false,
        }
    }

    /// Where the section at `index` of the form would begin: behind the
    /// sections before it, else at the start of the report.
    pub(super) fn place_of_missing(&self, index: usize) -> TextRange {
        let before =
            FORM_2021.sections.iter().take(index).filter_map(|section| self.document.section(section.kind));
        let content_end = |range: TextRange| {
            let content = range.of(self.text).trim_end_matches(['\n', '\r', ' ', '\u{3000}']);
            TextRange::new(range.start as usize, range.start as usize + content.len()).end
        };
        let ends = before.map(|section| content_end(section.range));
        let end = ends.max().unwrap_or(self.document.range.start);
        TextRange { start: end, end }
    }
}
