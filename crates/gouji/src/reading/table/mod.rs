//! The statutory tables.
//!
//! A table is read by aligning the lines that hold tabs with the form's rows,
//! in order and at least cost ([`align`]), and then by finding which fields of
//! a line are its values ([`values`]). The layout of every form is tried, and
//! the one that costs least is what is printed, whatever the year says.

mod align;
mod cells;
mod head;
mod matching;
mod ordered;
mod rows;
mod side_by_side;
mod values;

use super::label::without_enumeration;
use super::lines::{TableLine, trimmed};
use super::{Cell, CellReading, Reading, Row, Table, TableNote};
use crate::form::{
    CellId, ColumnSpec, FORMS, Form, FormId, LabelSpec, RowSpec, TableId, TableShape, TableSpec,
};
use crate::sorted::sorted_each_once;
use crate::text::{TextRange, fold};

/// What a label that only another form has costs.
const WORD_OF_ANOTHER_FORM: usize = 40;

/// A table with as many rows that is read exactly is not looked at again.
const ROWS_OF_A_WHOLE_TABLE: usize = 3;

/// The shortest label, in characters, by which a table is known to be there
/// although it could not be read.
const SHORTEST_TELLING_LABEL: usize = 4;

/// As many numbers in its section tell that a table is there: a third of its
/// cells, between these bounds. Prose in its place states fewer.
const FEWEST_TELLING_NUMBERS: usize = 5;
const MOST_TELLING_NUMBERS: usize = 12;

/// How far, in bytes, a text without sections is searched for labels of a
/// table that could not be read. Reports are a tenth of this.
const SEARCHED_WITHOUT_SECTIONS: usize = 200_000;

/// How far, in bytes, the words of other forms are looked for in a section.
const SEARCHED_FOR_OTHER_FORMS: usize = 50_000;

/// Reads the table `id` within `region`, whose lines with fields are `lines`.
/// Of several layouts that fit equally well, `expected` is taken.
///
/// `in_its_place` tells that it is looked for where it belongs: there, where
/// the fields leave something open, it is read by its order as well, and the
/// reading that makes out more cells is taken.
pub(super) fn read_table(
    text: &str,
    id: TableId,
    lines: &[TableLine],
    region: TextRange,
    expected: Option<FormId>,
    in_its_place: bool,
) -> Option<Table> {
    let by_fields = best_layout(id, expected, |form, spec| {
        if lines.is_empty() { None } else { read_layout(text, form, spec, lines, region, !in_its_place) }
    });
    let is_whole =
        |table: &Table| table.reading == Reading::Exact && table.rows.len() >= ROWS_OF_A_WHOLE_TABLE;
    if !in_its_place || id == TableId::Fees || by_fields.as_ref().is_some_and(is_whole) {
        return by_fields;
    }
    let by_order = best_layout(id, expected, |form, spec| {
        let (cost, table) = ordered::read(text, form.id, spec, region)?;
        Some((cost + WORD_OF_ANOTHER_FORM * words_of_other_forms(text, spec, region), table))
    });
    let cells_read = |table: &Option<Table>| {
        let cells = table.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        cells.filter(|cell| cell.reading != CellReading::Unread).count()
    };
    if cells_read(&by_order) > cells_read(&by_fields) { by_order } else { by_fields }
}

/// How many labels that only other forms have stand in the text.
fn words_of_other_forms(text: &str, spec: &'static TableSpec, region: TextRange) -> usize {
    let mut end = (region.end as usize).min(region.start as usize + SEARCHED_FOR_OTHER_FORMS);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let folded = fold(TextRange::new(region.start as usize, end).of(text));
    let labels = |spec: &'static TableSpec| {
        let columns = spec.blocks.iter().flat_map(|block| block.columns).map(|column| &column.label);
        spec.rows().map(|(row, _)| &row.label).chain(columns)
    };
    let words = |label: &LabelSpec| without_enumeration(&fold(label.text)).to_owned();
    let own: Vec<String> = labels(spec).map(words).collect();
    let others = FORMS.into_iter().filter_map(|form| form.table(spec.id)).flat_map(labels).map(words);
    let others = others.filter(|word| {
        word.chars().count() >= SHORTEST_TELLING_LABEL && !own.iter().any(|own| own.contains(word))
    });
    sorted_each_once(others).iter().filter(|word| is_mostly_in(word, &folded)).count()
}

/// Whether a label stands in a text, perhaps broken over lines with other
/// labels between: most stretches of four characters of it do.
fn is_mostly_in(label: &str, folded: &str) -> bool {
    let ends: Vec<usize> = label.char_indices().map(|(at, _)| at).chain([label.len()]).collect();
    let stretches = ends.windows(SHORTEST_TELLING_LABEL + 1);
    let all = stretches.len();
    let found =
        stretches.filter(|ends| folded.contains(&label[ends[0]..ends[SHORTEST_TELLING_LABEL]])).count();
    found * 3 >= all * 2
}

/// The reading of the form's table that costs least.
fn best_layout(
    id: TableId,
    expected: Option<FormId>,
    read: impl Fn(&Form, &'static TableSpec) -> Option<(usize, Table)>,
) -> Option<Table> {
    let mut best: Option<(usize, Table)> = None;
    let expected_first = FORMS.into_iter().rev().filter(|form| Some(form.id) == expected);
    let others = FORMS.into_iter().rev().filter(|form| Some(form.id) != expected);
    for form in expected_first.chain(others) {
        let Some(spec) = form.table(id) else { continue };
        let Some((cost, table)) = read(form, spec) else { continue };
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, table));
        }
        if cost == 0 {
            break;
        }
    }
    best.map(|(_, table)| table)
}

/// Reads the table as one form lays it out, with the cost of doing so.
fn read_layout(
    text: &str,
    form: &Form,
    spec: &'static TableSpec,
    lines: &[TableLine],
    region: TextRange,
    only_with_head: bool,
) -> Option<(usize, Table)> {
    match spec.shape {
        TableShape::Rows => rows::read(text, form.id, spec, lines, region),
        TableShape::SideBySide => side_by_side::read(text, form.id, spec, lines, only_with_head),
    }
}

/// A table whose labels are there while its cells could not be read.
pub(super) fn unreadable_table(
    text: &str,
    id: TableId,
    section: Option<TextRange>,
    report: TextRange,
    layout: FormId,
) -> Option<Table> {
    let spec = layout.form().table(id)?;
    let searched = section.unwrap_or_else(|| {
        let mut end = (report.end as usize).min(report.start as usize + SEARCHED_WITHOUT_SECTIONS);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        TextRange::new(report.start as usize, end)
    });
    let folded = fold(searched.of(text));
    let columns = spec.blocks.iter().flat_map(|block| block.columns).map(|column| &column.label);
    let labels = spec.rows().map(|(row, _)| &row.label).chain(columns).chain(spec.furniture);
    // Short labels such as 总计 or 规章 stand in prose as well.
    let telling: Vec<String> = labels
        .map(|label| without_enumeration(&fold(label.text)).to_owned())
        .filter(|label| label.chars().count() >= SHORTEST_TELLING_LABEL)
        .collect();
    let found = telling.iter().filter(|label| folded.contains(label.as_str())).count();
    // In its own section many numbers tell as well, whatever became of the labels.
    let numbers =
        || folded.split(|character: char| !character.is_ascii_digit()).filter(|run| !run.is_empty()).count();
    let telling_numbers = (spec.cells().count() / 3).clamp(FEWEST_TELLING_NUMBERS, MOST_TELLING_NUMBERS);
    let head = || spec.shape == TableShape::SideBySide && ordered::has_head(text, spec, searched);
    let is_there = head() || found > telling.len() / 3 || (section.is_some() && numbers() >= telling_numbers);
    is_there.then(|| unread_table(layout, spec, trimmed(text, searched), vec![TableNote::NotRead]))
}

/// A table of which no cell could be read.
fn unread_table(layout: FormId, spec: &'static TableSpec, range: TextRange, notes: Vec<TableNote>) -> Table {
    let rows = spec.rows().map(|(row, columns)| unread_row(spec.id, row, columns, range)).collect();
    Table { id: spec.id, layout, reading: Reading::Unreadable, confirmed_by: None, range, rows, notes }
}

/// A row that stands somewhere in `table` and could not be read. Its cells are
/// printed nowhere in particular, which a person may fill in.
fn unread_row(id: TableId, row: &RowSpec, columns: &[ColumnSpec], table: TextRange) -> Row {
    let range = TextRange { start: table.start, end: table.start };
    let cell = |column: &ColumnSpec| Cell {
        id: CellId { table: id, row: row.id, column: column.id },
        reading: CellReading::Unread,
        range,
        corrected: None,
    };
    Row { id: row.id, label: None, range: table, cells: columns.iter().map(cell).collect() }
}
