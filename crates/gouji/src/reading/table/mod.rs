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
mod slot;
mod values;

use self::slot::{Slot, row_of};
use super::fields::TableLine;
use super::label::folded_label;
use super::lines::trimmed;
use super::{Cell, CellReading, Reading, Row, Table, TableNote};
use crate::form::{ColumnSpec, FORMS, FormId, LabelSpec, RowSpec, TableId, TableShape, TableSpec};
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
    let by_fields = best_layout(id, expected, &|form, spec| match spec.shape {
        _ if lines.is_empty() => None,
        TableShape::Rows => rows::read(text, form, spec, lines, region),
        TableShape::SideBySide => side_by_side::read(text, form, spec, lines, !in_its_place),
    });
    let is_whole =
        |table: &Table| table.reading == Reading::Exact && table.rows.len() >= ROWS_OF_A_WHOLE_TABLE;
    if !in_its_place || id == TableId::Fees || by_fields.as_ref().is_some_and(is_whole) {
        return by_fields;
    }
    let stream = ordered::stream(text, region);
    let by_order = best_layout(id, expected, &|form, spec| {
        let (cost, table) = ordered::read(text, form, spec, &stream)?;
        Some((cost + WORD_OF_ANOTHER_FORM * words_of_other_forms(text, spec, region), table))
    });
    if cells_read(by_order.as_ref()) > cells_read(by_fields.as_ref()) { by_order } else { by_fields }
}

fn cells_read(table: Option<&Table>) -> usize {
    let is_read = |cell: &&Cell| cell.reading != CellReading::Unread;
    let of_row = |row: &Row| row.cells.iter().filter(is_read).count();
    table.map_or(0, |table| table.rows.iter().map(of_row).sum())
}

/// How many labels that only other forms have stand in the text.
fn words_of_other_forms(text: &str, spec: &TableSpec, region: TextRange) -> usize {
    let folded = fold(region.beginning(text, SEARCHED_FOR_OTHER_FORMS).of(text));
    let own = telling_labels(&spec.labels());
    let mut others: Vec<String> = Vec::new();
    for other in FORMS.iter().filter_map(|form| form.table(spec.id)) {
        for word in telling_labels(&other.labels()) {
            if !others.contains(&word) && !own.iter().any(|own| own.contains(&word)) {
                others.push(word);
            }
        }
    }
    others.iter().filter(|word| is_mostly_in(word, &folded)).count()
}

/// The labels that are long enough to tell something: short ones such as 总计 or
/// 规章 stand in prose as well.
fn telling_labels(labels: &[&'static LabelSpec]) -> Vec<String> {
    let mut telling = Vec::new();
    for label in labels {
        let label = folded_label(label.text);
        if label.chars().count() >= SHORTEST_TELLING_LABEL {
            telling.push(label);
        }
    }
    telling
}

/// Whether a label stands in a text, perhaps broken over lines with other
/// labels between: most stretches of four characters of it do.
fn is_mostly_in(label: &str, folded: &str) -> bool {
    let (mut all, mut found) = (0, 0);
    let mut rest = label;
    while let Some((last, character)) = rest.char_indices().nth(SHORTEST_TELLING_LABEL - 1) {
        all += 1;
        found += usize::from(folded.contains(&rest[..last + character.len_utf8()]));
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    }
    found * 3 >= all * 2
}

/// The reading of the form's table that costs least; the expected form is tried
/// first, then the newest.
fn best_layout(
    id: TableId,
    expected: Option<FormId>,
    read: &dyn Fn(FormId, &'static TableSpec) -> Option<(usize, Table)>,
) -> Option<Table> {
    let mut forms = FORMS;
    forms.reverse();
    if let Some(at) = forms.iter().position(|form| Some(form.id) == expected) {
        forms[..=at].rotate_right(1);
    }
    let mut best: Option<(usize, Table)> = None;
    for form in forms {
        let found = form.table(id).and_then(|spec| read(form.id, spec));
        let Some((cost, table)) = found else { continue };
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, table));
        }
        if cost == 0 {
            break;
        }
    }
    best.map(|(_, table)| table)
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
    let searched = section.unwrap_or_else(|| report.beginning(text, SEARCHED_WITHOUT_SECTIONS));
    let folded = fold(searched.of(text));
    let mut labels = spec.labels();
    labels.extend(spec.furniture);
    let telling = telling_labels(&labels);
    let found = telling.iter().filter(|label| folded.contains(label.as_str())).count();
    // In its own section many numbers tell as well, whatever became of the labels.
    let telling_numbers = (spec.cell_count() / 3).clamp(FEWEST_TELLING_NUMBERS, MOST_TELLING_NUMBERS);
    let is_there = found > telling.len() / 3
        || (section.is_some() && numbers_in(&folded) >= telling_numbers)
        || (spec.shape == TableShape::SideBySide && ordered::has_head(text, spec, searched));
    is_there.then(|| unread_table(layout, spec, trimmed(text, searched), vec![TableNote::NotRead]))
}

/// How many runs of digits there are.
fn numbers_in(text: &str) -> usize {
    let mut runs = 0;
    let mut is_in_one = false;
    for byte in text.bytes() {
        let is_digit = byte.is_ascii_digit();
        runs += usize::from(is_digit && !is_in_one);
        is_in_one = is_digit;
    }
    runs
}

/// A table of which no cell could be read.
fn unread_table(layout: FormId, spec: &TableSpec, range: TextRange, notes: Vec<TableNote>) -> Table {
    let mut rows = Vec::new();
    for (row, columns) in spec.rows() {
        rows.push(unread_row(spec.id, row, columns, range));
    }
    Table { id: spec.id, layout, reading: Reading::Unreadable, confirmed_by: None, range, rows, notes }
}

/// A row that stands somewhere in `table` and could not be read. Its cells are
/// printed nowhere in particular, which a person may fill in.
fn unread_row(id: TableId, row: &RowSpec, columns: &[ColumnSpec], table: TextRange) -> Row {
    let nowhere = TextRange { start: table.start, end: table.start };
    row_of(id, row, columns, None, table, vec![Slot::unread(nowhere); columns.len()])
}
