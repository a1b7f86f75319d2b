//! The table of reviews and lawsuits: all its rows on one line.

use super::cells::{fields_of, without_one};
use super::rows::{confirmation, overall_reading};
use super::slot::{Slot, adds_up_to_its_total, row_of};
use super::unread_table;
use super::values::{Values, find_values};
use crate::form::{FormId, TableSpec};
use crate::reading::fields::{Field, TableLine};
use crate::reading::label::{Agreement, Matcher, best_agreement};
use crate::reading::lines::trimmed;
use crate::reading::{Quantity, Table, TableNote};
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
    let expected = spec.cell_count();
    let head = read_head(text, spec, lines);
    if only_with_head && head.range.is_none() {
        return None;
    }
    let mut notes = head.notes;
    let Some((at, start)) = line_of_values(lines, head.last_line, expected, head.range.is_some()) else {
        let range = head.range?;
        notes.push(TableNote::NotRead);
        return Some((0, unread_table(layout, spec, range, notes)));
    };
    let line = &lines[at];
    let chosen = choose(spec, line, start, head.width, &mut notes);
    notes.extend(second_line_of_values(text, expected, &lines[at + 1..]));
    let mut rows = Vec::new();
    let mut next = 0;
    for (row, columns) in spec.rows() {
        let mut slots = Vec::with_capacity(columns.len());
        let mut range: Option<TextRange> = None;
        for _ in columns {
            let slot = match &chosen {
                Some(fields) => Slot::of_field(line, fields[next]),
                None => Slot::unread(line.range),
            };
            range = TextRange::cover_both(range, Some(slot.range));
            slots.push(slot);
            next += 1;
        }
        let label = head.row_labels[rows.len()];
        rows.push(row_of(spec.id, row, columns, label, range.unwrap_or(line.range), slots));
    }
    let range = head.range.map_or(line.range, |head| head.cover(line.range));
    let reading = overall_reading(&rows, &notes);
    let confirmed_by = confirmation(reading, &notes);
    Some((0, Table { id: spec.id, layout, reading, confirmed_by, range, rows, notes }))
}

/// The first line from `first` on that can be that of the values, and the field
/// where they can begin. One of nothing but separators is it only where no other
/// line is.
fn line_of_values(
    lines: &[TableLine],
    first: usize,
    expected: usize,
    with_head: bool,
) -> Option<(usize, usize)> {
    let mut blank = None;
    for (at, line) in lines.iter().enumerate().skip(first) {
        if numbers_the_columns(line) {
            continue;
        }
        let Some(start) = values_start(line, expected) else { continue };
        let fields = &line.fields[start..];
        let filled = fields.iter().filter(|field| !field.is_blank()).count();
        let is_enough = if with_head { fields.len() * 2 > expected } else { filled == expected };
        if is_enough && filled > 0 {
            return Some((at, start));
        }
        if is_enough && blank.is_none() {
            blank = Some((at, start));
        }
    }
    blank
}

/// What another line of values is: the table once more where a head stands
/// before it, else a row the form does not have.
fn second_line_of_values(text: &str, expected: usize, lines: &[TableLine]) -> Option<TableNote> {
    let values = |line: &TableLine| line.fields.iter().filter(|field| field.is_value()).count();
    let at = lines
        .iter()
        .position(|line| values(line) * 2 > expected && values_start(line, expected).is_some())?;
    let range = trimmed(text, lines[at].range);
    let head = lines[..at].iter().find(|line| !line.holds_values() && line.holds_text());
    Some(match head {
        Some(head) => TableNote::Repeated { range: trimmed(text, head.range).cover(range) },
        None => TableNote::UnknownRow { range, label: None },
    })
}

/// Whether a line counts the columns: 1, 2, 3 and so on.
fn numbers_the_columns(line: &TableLine) -> bool {
    let mut count = 0;
    for field in line.fields.iter().filter(|field| !field.is_blank()) {
        count += 1;
        if field.reading.quantity() != Some(&Quantity::Count(count)) {
            return false;
        }
    }
    count > 2
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
    spec: &TableSpec,
    line: &TableLine,
    start: usize,
    width: usize,
    notes: &mut Vec<TableNote>,
) -> Option<Vec<usize>> {
    let (range, expected) = (line.range, spec.cell_count());
    // The number on the line before or behind may be a part of a value.
    if line.before_lone_number || line.after_lone_number {
        notes.push(TableNote::NotRead);
        return None;
    }
    match find_values(&line.fields, start, expected, width) {
        // A blank at the end of the line may be one behind a value that was lost.
        Values::Window(window) if !may_have_lost_a_value(spec, line, &fields_of(&window)) => {
            Some(fields_of(&window))
        }
        Values::Scattered(fields) => Some(fields),
        Values::Window(_) | Values::Short => {
            notes.push(TableNote::NotRead);
            None
        }
        Values::Open(starts) => {
            let mut adding_up = starts
                .map(|start| fields_of(&(start..start + expected)))
                .filter(|window| all_rows_add_up(spec, line, window));
            if let (Some(window), None) = (adding_up.next(), adding_up.next()) {
                notes.push(TableNote::Inferred { row: None, range });
                return Some(window);
            }
            notes.push(TableNote::NotRead);
            None
        }
        Values::Count { found, fields } => {
            notes.push(TableNote::ValueCount { row: None, expected, found, range });
            if found != expected + 1 {
                return None;
            }
            let all_add_up = |chosen: &[usize]| all_rows_add_up(spec, line, chosen);
            let chosen = without_one(&line.fields, &fields, &all_add_up)?;
            if chosen.inferred {
                notes.push(TableNote::Inferred { row: None, range });
            }
            Some(chosen.fields)
        }
    }
}

fn all_rows_add_up(spec: &TableSpec, line: &TableLine, chosen: &[usize]) -> bool {
    sums(spec, line, chosen).iter().all(|(sum, _)| *sum == Some(true))
}

/// Whether the line ends in a blank and a complete row of it does not add up:
/// then the values may stand one field further left than they belong.
fn may_have_lost_a_value(spec: &TableSpec, line: &TableLine, chosen: &[usize]) -> bool {
    let ends_blank = chosen.last().and_then(|&at| line.fields.get(at)).is_some_and(Field::is_blank);
    ends_blank && sums(spec, line, chosen).contains(&(Some(false), true))
}

/// Whether each row of the line adds up, unknown without a total, and whether
/// each of its fields holds a number.
fn sums(spec: &TableSpec, line: &TableLine, chosen: &[usize]) -> Vec<(Option<bool>, bool)> {
    let mut sums = Vec::new();
    let mut rest = chosen.iter();
    for (_, columns) in spec.rows() {
        let mut slots = Vec::with_capacity(columns.len());
        for &at in rest.by_ref().take(columns.len()) {
            slots.push(Slot::of_field(line, at));
        }
        let is_complete = slots.iter().all(|slot| slot.reading.quantity().is_some());
        sums.push((adds_up_to_its_total(spec, columns, &slots), is_complete));
    }
    sums
}

/// Finds the head: lines with labels of columns, and of rows above them.
fn read_head(text: &str, spec: &TableSpec, lines: &[TableLine]) -> Head {
    let (mut columns, mut column_ids) = (Vec::new(), Vec::new());
    for column in spec.blocks.iter().flat_map(|block| block.columns) {
        columns.push(Matcher::new(&column.label));
        column_ids.push(column.id);
    }
    let mut rows = Vec::new();
    for (row, _) in spec.rows() {
        rows.push(Matcher::new(&row.label));
    }
    let mut head =
        Head { range: None, last_line: 0, width: 0, row_labels: vec![None; rows.len()], notes: Vec::new() };
    for (at, line) in lines.iter().enumerate() {
        if line.holds_values() {
            if head.range.is_some() {
                break;
            }
            continue;
        }
        let mut labels_of_columns = 0;
        let mut labels_of_rows = Vec::new();
        let mut notes = Vec::new();
        for field in line.fields.iter().filter(|field| field.is_text()) {
            let (label, range) = (field.label(), field.range);
            if let Some((column, agreement)) = best_agreement(&columns, label) {
                labels_of_columns += 1;
                if agreement != Agreement::Same {
                    notes.push(TableNote::ColumnLabel { column: column_ids[column], range });
                }
            } else if let Some((row, _)) = best_agreement(&rows, label) {
                labels_of_rows.push((row, range));
            }
        }
        if labels_of_columns >= LABELS_OF_A_HEAD || !labels_of_rows.is_empty() {
            head.range = TextRange::cover_both(head.range, Some(trimmed(text, line.range)));
            head.last_line = at + 1;
            head.width = head.width.max(line.fields.len());
            head.notes.append(&mut notes);
            for (row, range) in labels_of_rows {
                head.row_labels[row].get_or_insert(range);
            }
        }
    }
    head
}
