//! The table of reviews and lawsuits: all its rows on one line.

use std::ops::Range;

use super::cells::{field_or_lost, fields_of, row_adds_up, without_one};
use super::rows::{confirmation, overall_reading};
use super::unread_table;
use super::values::{Values, find_values};
use crate::form::{CellId, ColumnSpec, FormId, RelationSpec, TableSpec};
use crate::reading::label::{Agreement, Matcher};
use crate::reading::lines::{Field, TableLine, trimmed};
use crate::reading::{Cell, CellReading, Quantity, Row, Table, TableNote};
use crate::text::TextRange;

/// How many labels of columns on a line make it the head.
const LABELS_OF_A_HEAD: usize = 3;

/// What was found of the head.
struct Head {
    range: Option<TextRange>,
    /// The index of the last line of the head.
    last_line: usize,
    /// The most fields of one of its lines.
    width: usize,
    row_labels: Vec<Option<TextRange>>,
    notes: Vec<TableNote>,
}

/// Reads the table; none where neither its head nor its line of values is there.
pub(super) fn read(
    text: &str,
    layout: FormId,
    spec: &'static TableSpec,
    lines: &[TableLine],
    only_with_head: bool,
) -> Option<(usize, Table)> {
    let expected = spec.cells().count();
    let head = read_head(text, spec, lines);
    let with_head = head.range.is_some();
    if only_with_head && !with_head {
        return None;
    }
    let first = if with_head { head.last_line } else { 0 };
    let long_enough = |line: &TableLine| {
        let start = values_start(line, expected)?;
        let fields = &line.fields[start..];
        let filled = fields.iter().filter(|field| !field.is_blank()).count();
        let enough = if with_head { fields.len() * 2 > expected } else { filled == expected };
        enough.then_some((start, filled))
    };
    let candidates: Vec<(usize, &TableLine, (usize, usize))> = lines
        .iter()
        .enumerate()
        .skip(first)
        .filter(|(_, line)| !numbers_the_columns(line))
        .filter_map(|(at, line)| long_enough(line).map(|found| (at, line, found)))
        .collect();
    // A line of nothing but tabs is the values only where no other line is.
    let found = candidates
        .iter()
        .find(|(_, _, (_, filled))| *filled > 0)
        .or_else(|| candidates.first())
        .map(|&(at, line, (start, _))| (at, line, start));
    let mut notes = head.notes;
    let (at, line, start) = match (found, head.range) {
        (Some(found), _) => found,
        (None, Some(range)) => {
            notes.push(TableNote::NotRead);
            return Some((0, unread_table(layout, spec, range, notes)));
        }
        (None, None) => return None,
    };
    let chosen = choose(spec, line, start, head.width, &mut notes);
    let line_range = line.range;
    notes.extend(second_line_of_values(text, expected, &lines[at + 1..]));
    let mut position = 0;
    let rows: Vec<Row> = spec
        .rows()
        .enumerate()
        .map(|(row_index, (row, columns))| {
            let cells: Vec<Cell> = columns
                .iter()
                .map(|column| {
                    let id = CellId { table: spec.id, row: row.id, column: column.id };
                    let field = chosen.as_ref().map(|chosen| field_or_lost(line, chosen[position]));
                    let (reading, range) = field.unwrap_or((CellReading::Unread, line_range));
                    position += 1;
                    Cell { id, reading, range, corrected: None }
                })
                .collect();
            let range = cells.iter().map(|cell| cell.range).reduce(TextRange::cover).unwrap_or(line_range);
            Row { id: row.id, label: head.row_labels.get(row_index).copied().flatten(), range, cells }
        })
        .collect();
    let range = head.range.map_or(line_range, |head| head.cover(line_range));
    let reading = overall_reading(&rows, &notes);
    let confirmed_by = confirmation(reading, &notes);
    Some((0, Table { id: spec.id, layout, reading, confirmed_by, range, rows, notes }))
}

/// What another line of values is: the table once more where a head stands
/// before it, else a row the form does not have.
fn second_line_of_values(text: &str, expected: usize, lines: &[TableLine]) -> Option<TableNote> {
    let values = |line: &TableLine| line.fields.iter().filter(|field| field.is_value()).count();
    let at = lines
        .iter()
        .position(|line| values_start(line, expected).is_some() && values(line) * 2 > expected)?;
    let head = lines[..at].iter().find(|line| values(line) == 0 && line.fields.iter().any(Field::is_text));
    Some(match head {
        Some(head) => {
            let start = trimmed(text, head.range);
            TableNote::Repeated { range: start.cover(trimmed(text, lines[at].range)) }
        }
        None => TableNote::UnknownRow { range: trimmed(text, lines[at].range), label: None },
    })
}

/// Whether a line counts the columns: 1, 2, 3 and so on.
fn numbers_the_columns(line: &TableLine) -> bool {
    let values = line.fields.iter().filter(|field| !field.is_blank());
    let in_order = |(at, field): (usize, &Field)| {
        let count = i64::try_from(at + 1).ok();
        matches!(field.reading.quantity(), Some(Quantity::Count(value)) if Some(*value) == count)
    };
    values.clone().count() > 2 && values.enumerate().all(in_order)
}

/// Where the values of a line can begin: behind one label, and nothing but
/// values and blanks behind it.
fn values_start(line: &TableLine, expected: usize) -> Option<usize> {
    let labelled = line.fields.first().is_some_and(Field::is_text) && line.fields.len() > expected;
    let start = usize::from(labelled);
    let rest = &line.fields[start..];
    let texts = rest.iter().filter(|field| field.is_text()).count();
    let values = rest.iter().filter(|field| field.is_value()).count();
    (texts * 4 <= values || (texts == 0 && !rest.is_empty())).then_some(start)
}

/// The fields of all cells, where they can be made out.
fn choose(
    spec: &'static TableSpec,
    line: &TableLine,
    start: usize,
    width: usize,
    notes: &mut Vec<TableNote>,
) -> Option<Vec<usize>> {
    let (fields, range, expected) = (&line.fields, line.range, spec.cells().count());
    let all_add_up = |chosen: &[usize]| all_rows_add_up(spec, fields, chosen);
    // The number on the line before or behind may be a part of a value.
    if line.before_lone_number || line.after_lone_number {
        notes.push(TableNote::NotRead);
        return None;
    }
    match find_values(fields, start, expected, width) {
        // A blank at the end of the line may be one behind a value that was lost.
        Values::Window(window) if may_have_lost_a_value(spec, fields, &fields_of(&window)) => {
            notes.push(TableNote::NotRead);
            None
        }
        Values::Window(window) => Some(window.collect()),
        Values::Scattered(fields) => Some(fields),
        Values::Short => {
            notes.push(TableNote::NotRead);
            None
        }
        Values::Open(windows) => {
            let adding_up: Vec<&Range<usize>> =
                windows.iter().filter(|window| all_add_up(&fields_of(window))).collect();
            if let [window] = adding_up[..] {
                notes.push(TableNote::Inferred { row: None, range });
                return Some(fields_of(window));
            }
            notes.push(TableNote::NotRead);
            None
        }
        Values::Count { found, fields: printed } => {
            notes.push(TableNote::ValueCount { row: None, expected, found, range });
            if found != expected + 1 {
                return None;
            }
            let chosen = without_one(fields, &printed, all_add_up)?;
            if chosen.inferred {
                notes.push(TableNote::Inferred { row: None, range });
            }
            Some(chosen.fields)
        }
    }
}

fn all_rows_add_up(spec: &'static TableSpec, fields: &[Field], chosen: &[usize]) -> bool {
    rows_of(spec, chosen).all(|(columns, of_row)| adds_up(spec, columns, fields, of_row) == Some(true))
}

/// Whether the line ends in a blank and a complete row of it does not add up:
/// then the values may stand one field further left than they belong.
fn may_have_lost_a_value(spec: &'static TableSpec, fields: &[Field], chosen: &[usize]) -> bool {
    let number = |at: &usize| fields.get(*at).is_some_and(|field| field.reading.quantity().is_some());
    let ends_blank = chosen.last().and_then(|&at| fields.get(at)).is_some_and(Field::is_blank);
    ends_blank
        && rows_of(spec, chosen).any(|(columns, of_row)| {
            of_row.iter().all(number) && adds_up(spec, columns, fields, of_row) == Some(false)
        })
}

/// The rows of the line, each with its columns and fields.
fn rows_of<'c>(
    spec: &'static TableSpec,
    chosen: &'c [usize],
) -> impl Iterator<Item = (&'static [ColumnSpec], &'c [usize])> {
    let mut start = 0;
    spec.rows().map(move |(_, columns)| {
        let of_row = &chosen[start..start + columns.len()];
        start += columns.len();
        (columns, of_row)
    })
}

/// Whether a row adds up; unknown without a total.
fn adds_up(
    spec: &'static TableSpec,
    columns: &[ColumnSpec],
    fields: &[Field],
    of_row: &[usize],
) -> Option<bool> {
    spec.relations.iter().find_map(|relation| match relation {
        RelationSpec::InEveryRow { addends, total, .. } => {
            row_adds_up(columns, addends, *total, fields, of_row)
        }
        RelationSpec::InEveryColumn { .. } => None,
    })
}

/// Finds the head: lines with labels of columns, and of rows above them.
fn read_head(text: &str, spec: &'static TableSpec, lines: &[TableLine]) -> Head {
    let columns: Vec<Matcher> = spec
        .blocks
        .iter()
        .flat_map(|block| block.columns)
        .map(|column| Matcher::new(&column.label))
        .collect();
    let column_ids: Vec<_> =
        spec.blocks.iter().flat_map(|block| block.columns).map(|column| column.id).collect();
    let rows: Vec<Matcher> = spec.rows().map(|(row, _)| Matcher::new(&row.label)).collect();
    let mut head =
        Head { range: None, last_line: 0, width: 0, row_labels: vec![None; rows.len()], notes: Vec::new() };
    for (at, line) in lines.iter().enumerate() {
        if line.fields.iter().any(Field::is_value) {
            if head.range.is_some() {
                break;
            }
            continue;
        }
        let mut labels_of_columns = 0;
        let mut labels_of_rows = Vec::new();
        let mut notes = Vec::new();
        for field in line.fields.iter().filter(|field| field.is_text()) {
            let label = field.label();
            let best = |matchers: &[Matcher]| {
                matchers
                    .iter()
                    .enumerate()
                    .filter_map(|(at, matcher)| Some((matcher.agreement(label)?, at)))
                    .min()
            };
            if let Some((agreement, column)) = best(&columns) {
                labels_of_columns += 1;
                if agreement != Agreement::Same {
                    notes.push(TableNote::ColumnLabel { column: column_ids[column], range: field.range });
                }
            } else if let Some((_, row)) = best(&rows) {
                labels_of_rows.push((row, field.range));
            }
        }
        if labels_of_columns >= LABELS_OF_A_HEAD || !labels_of_rows.is_empty() {
            let place = trimmed(text, line.range);
            head.range = Some(head.range.map_or(place, |range| range.cover(place)));
            head.last_line = at + 1;
            head.width = head.width.max(line.fields.len());
            head.notes.extend(notes);
            for (row, range) in labels_of_rows {
                head.row_labels[row].get_or_insert(range);
            }
        }
    }
    head
}
