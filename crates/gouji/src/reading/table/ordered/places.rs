//! Fixed-width text: where a value stands on its line tells its column.

use super::super::slot::Slot;
use super::chop::Taken;
use super::tokens::{Stream, Value};
use super::ways::Way;
use crate::sorted::sorted_each_once;

/// As many complete rows must show where the columns are, and so many of the
/// nearest are asked.
const FEWEST_ROWS: usize = 3;
const NEAREST_ROWS: usize = 6;

/// Values must stand as far apart, in columns of the font: single spaces only
/// separate.
const NARROWEST_GAP: usize = 2;

/// The row with its blanks in their places; none where the complete rows
/// around do not show the columns, or a value does not stand in one of them.
pub(super) fn by_place(stream: &Stream, rows: &[Option<Taken>], row: usize, columns: usize) -> Option<Way> {
    let taken = rows[row].as_ref()?;
    let values = values_of(stream, taken);
    if values.is_empty() || !is_on_one_line(values) {
        return None;
    }
    let distance = |other: &Taken| stream.values[other.start].line.abs_diff(values[0].line);
    let mut complete: Vec<&Taken> = Vec::new();
    for other in rows.iter().flatten() {
        if other.count == columns && is_on_one_line(values_of(stream, other)) {
            let place = complete.partition_point(|nearer| distance(nearer) <= distance(other));
            complete.insert(place, other);
        }
    }
    complete.truncate(NEAREST_ROWS);
    if complete.len() < FEWEST_ROWS {
        return None;
    }
    if complete.iter().all(|other| is_bordered(values_of(stream, other))) {
        return between_borders(values, columns);
    }
    let mut places = Vec::with_capacity(columns);
    for column in 0..columns {
        let (mut start, mut end) = (usize::MAX, 0);
        for other in &complete {
            let place = values_of(stream, other)[column].columns;
            start = start.min(place.0);
            end = end.max(place.1);
        }
        places.push((start, end));
    }
    // A label that is wider than its column pushes the values to the right.
    let label = stream.gaps[taken.start].pieces.last().filter(|piece| piece.line == values[0].line);
    if label.is_some_and(|label| label.end_column >= places[0].0) {
        return None;
    }
    put(values, &places, NARROWEST_GAP)
}

/// The row with its blanks in their places, where no rows are complete and the
/// values of all rows together stand in as many columns as the row has. That
/// a column without any value is not one of them only the sums can tell.
pub(super) fn by_common_places(
    stream: &Stream,
    rows: &[Option<Taken>],
    row: usize,
    columns: usize,
) -> Option<Way> {
    let values = values_of(stream, rows[row].as_ref()?);
    let mut all: Vec<(usize, usize)> = Vec::new();
    for of_row in rows.iter().flatten().map(|other| values_of(stream, other)) {
        if is_on_one_line(of_row) {
            all.extend(of_row.iter().map(|value| value.columns));
        }
    }
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (start, end) in sorted_each_once(all) {
        match places.last_mut() {
            Some(last) if start < last.1 + NARROWEST_GAP => last.1 = last.1.max(end),
            _ => places.push((start, end)),
        }
    }
    if places.len() != columns || !is_on_one_line(values) {
        return None;
    }
    put(values, &places, NARROWEST_GAP)
}

/// Whether as many borders stand behind each value as there are values from it on.
fn is_bordered(values: &[Value]) -> bool {
    (0..values.len()).all(|at| values[at].borders_behind == values.len() - at)
}

/// Puts each value into the cell that so many borders stand behind.
fn between_borders(values: &[Value], columns: usize) -> Option<Way> {
    let mut of_columns: Vec<Option<&Value>> = vec![None; columns];
    for value in values {
        let column = columns.checked_sub(value.borders_behind).filter(|_| value.borders_behind > 0)?;
        if of_columns[column].replace(value).is_some() {
            return None;
        }
    }
    Some(fill(&of_columns))
}

fn is_on_one_line(values: &[Value]) -> bool {
    values.windows(2).all(|pair| pair[0].line == pair[1].line)
}

/// Puts each value into the one column it stands in; none where the columns
/// are too near to each other, or a value stands in none or in two.
fn put(values: &[Value], places: &[(usize, usize)], narrowest: usize) -> Option<Way> {
    if !places.windows(2).all(|pair| pair[0].1 + narrowest <= pair[1].0) {
        return None;
    }
    let columns = places.len();
    let mut of_columns: Vec<Option<&Value>> = vec![None; columns];
    for value in values {
        let mut overlapping =
            (0..columns).filter(|&at| value.columns.0 < places[at].1 && places[at].0 < value.columns.1);
        let column = overlapping.next()?;
        if overlapping.next().is_some() || of_columns[column].is_some() {
            return None;
        }
        of_columns[column] = Some(value);
    }
    Some(fill(&of_columns))
}

/// One value per line, and blank lines for blank cells; none where complete
/// rows have blank lines within, or there are not as many as are missing.
pub(super) fn by_blank_lines(
    stream: &Stream,
    rows: &[Option<Taken>],
    row: usize,
    columns: usize,
) -> Option<Way> {
    let taken = rows[row].as_ref()?;
    let values = values_of(stream, taken);
    let one_per_line = |values: &[Value]| values.iter().all(|value| value.alone);
    if columns < 2 || values.is_empty() || !one_per_line(values) {
        return None;
    }
    let mut complete = 0;
    for other in rows.iter().flatten().filter(|other| other.count == columns) {
        let values = values_of(stream, other);
        if !one_per_line(values) || values.iter().any(|value| value.blank_lines > 0) {
            return None;
        }
        complete += 1;
    }
    if complete < FEWEST_ROWS {
        return None;
    }
    let mut of_columns: Vec<Option<&Value>> = Vec::new();
    for value in values {
        of_columns.resize(of_columns.len() + value.blank_lines, None);
        of_columns.push(Some(value));
    }
    let behind = columns.checked_sub(of_columns.len())?;
    let next = taken.start + taken.count;
    let blank_lines_behind = match stream.gaps.get(next) {
        Some(gap) if !gap.pieces.is_empty() => gap.blank_lines_before,
        _ => 0,
    };
    if behind > blank_lines_behind {
        return None;
    }
    of_columns.resize(columns, None);
    Some(fill(&of_columns))
}

pub(super) fn values_of<'s>(stream: &'s Stream, taken: &Taken) -> &'s [Value] {
    &stream.values[taken.start..taken.start + taken.count]
}

/// Blanks stand at the end of the value before them.
fn fill(of_columns: &[Option<&Value>]) -> Way {
    let first = of_columns.iter().flatten().next().map_or(0, |value| value.range.start);
    let mut place = first;
    let mut way = Vec::with_capacity(of_columns.len());
    for value in of_columns {
        match value {
            Some(value) => {
                place = value.range.end;
                way.push(Slot { reading: value.reading.clone(), range: value.range });
            }
            None => way.push(Slot::blank(place)),
        }
    }
    way
}
