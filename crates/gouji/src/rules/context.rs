//! What a rule may look at.

use super::Rule;
use super::causes::Cause;
use crate::form::{CellId, FORM_2021, NumberKind, Relation, RelationId, RowId, SectionKind};
use crate::reading::{Cell, Completeness, Document, Table, TableNote};
use crate::text::TextRange;
use crate::words::{Fact, Words, push_number};
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
    pub(super) fn fill(&self, words: &Words, facts: &[(&str, Fact<'_>)]) -> String {
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
        message: &Words,
        advice: &Words,
        facts: &[(&str, Fact<'_>)],
    ) -> Finding {
        self.finding(rule, range, self.fill(message, facts), self.fill(advice, facts))
    }

    /// The words that stand at `range`, white space removed.
    pub(super) fn printed(&self, range: TextRange) -> String {
        let mut printed = String::new();
        for character in range.of(self.text).chars() {
            if !character.is_whitespace() {
                printed.push(character);
            }
        }
        printed
    }

    /// A label that says what stands at its place.
    pub(super) fn label(&self, range: TextRange) -> Label {
        Label { range, text: self.printed(range) }
    }

    /// What the reporting organ is called; `otherwise`, where it has no name.
    pub(super) fn issuer(&self, otherwise: &'a str) -> &'a str {
        self.document.issuer.as_ref().map_or(otherwise, |issuer| &issuer.value)
    }

    /// Everything that is to be said of how tables are printed and read.
    pub(super) fn notes(&self) -> Vec<(&'a Table, &'a TableNote)> {
        let mut notes = Vec::new();
        for table in &self.document.tables {
            for note in &table.notes {
                notes.push((table, note));
            }
        }
        notes
    }

    /// The count in a cell; none where it holds no whole number.
    pub(crate) fn count(&self, id: CellId) -> Option<i64> {
        self.document.cell(id).and_then(Cell::count)
    }

    /// A label at a cell that says what it holds.
    pub(super) fn cell_label(&self, id: CellId) -> Option<Label> {
        let cell = self.document.cell(id)?;
        let mut text = self.cell_name(id);
        if let Some(count) = cell.count() {
            text.push(' ');
            push_number(&mut text, count);
        }
        Some(Label { range: cell.range, text })
    }

    /// What became of a relation.
    pub(super) fn state(&self, id: RelationId) -> Option<&'a (Relation, RelationState)> {
        self.relations.all.iter().find(|(relation, _)| relation.id == id)
    }

    /// What kind of number a cell holds.
    pub(super) fn number_kind(&self, id: CellId) -> NumberKind {
        let row = self.spec(id.table).and_then(|spec| spec.row(id.row));
        let columns = row.map_or(&[][..], |(_, columns)| columns);
        let column = columns.iter().find(|column| column.id == id.column);
        column.map_or(NumberKind::Count, |column| column.kind)
    }

    /// Whether a section is to be expected, given how much of a report the
    /// text is: not in tables alone, and not before the first or behind the
    /// last section of a part.
    pub(super) fn is_expected(&self, kind: SectionKind) -> bool {
        let (mut after_another, mut before_another) = (false, false);
        for known in self.document.sections.iter().filter_map(|section| section.kind) {
            after_another |= known.is_statutory() && known < kind;
            before_another |= known.is_statutory() && known > kind;
        }
        match self.document.completeness {
            Completeness::Whole => true,
            Completeness::Part => after_another && before_another,
            Completeness::TablesOnly | Completeness::Nothing => false,
        }
    }

    /// Where the section at `index` of the form would begin: behind the
    /// sections before it, else at the start of the report.
    pub(super) fn place_of_missing(&self, index: usize) -> TextRange {
        let mut end = self.document.range.start;
        for spec in &FORM_2021.sections[..index] {
            if let Some(section) = self.document.section(spec.kind) {
                let content = section.range.of(self.text).trim_end_matches(['\n', '\r', ' ', '\u{3000}']);
                let start = section.range.start as usize;
                end = end.max(TextRange::new(start, start + content.len()).end);
            }
        }
        TextRange { start: end, end }
    }
}

/// The cells of a row, or of all rows where none is named.
pub(super) fn cells_of(table: &Table, row: Option<RowId>) -> Vec<CellId> {
    let mut cells = Vec::new();
    for read in &table.rows {
        if row.is_none_or(|row| row == read.id) {
            for cell in &read.cells {
                cells.push(cell.id);
            }
        }
    }
    cells
}
