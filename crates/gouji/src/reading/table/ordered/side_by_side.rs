//! The table of reviews and lawsuits: a head, and behind it all values.

use super::tokens::{Gap, Stream, Value};
use super::ways::{Slot, Way, adds_up, splits, ways};
use crate::form::{CellId, FormId, TableSpec};
use crate::reading::{Cell, CellReading, Confirmation, Reading, Row, Table, TableNote};
use crate::text::{TextRange, fold};

/// So many in a hundred of the characters of the head's labels must stand
/// before the values.
const TELLING_SHARE: usize = 80;

/// Of several runs of values behind heads, those with so many too many or too
/// few are looked at.
const MOST_OFF: usize = 2;

/// A run of values behind a head.
struct Run<'s> {
    values: &'s [Value],
    range: TextRange,
    /// Whether nothing but the values stands between its first and its last.
    is_clean: bool,
}

pub(super) fn read(
    text: &str,
    layout: FormId,
    spec: &'static TableSpec,
    stream: &Stream,
) -> Option<(usize, Table)> {
    let expected = spec.cell_count();
    let runs = runs(spec, stream);
    let [run] = runs.as_slice() else { return None };
    let accept = |way: &[Slot]| groups(spec, way).all(|sum| sum == Some(true));
    let plain: Way = run.values.iter().map(Slot::of).collect();
    let fails = || groups(spec, &plain).any(|sum| sum == Some(false));
    // Tabs set off fields, of which blank ones leave no trace here.
    let of_values = run.values.iter().map(|value| value.range).reduce(TextRange::cover).unwrap_or_default();
    if plain.len() != expected && of_values.of(text).contains('\t') {
        return None;
    }
    // Where no group adds up, values were shifted and not misstated.
    let none_adds_up = || groups(spec, &plain).all(|sum| sum == Some(false));
    if plain.len() == expected && none_adds_up() {
        return None;
    }
    let (way, by) = if plain.len() == expected && run.is_clean && !fails() {
        (plain, Confirmation::Order)
    } else if plain.len() == expected && run.is_clean {
        // Where it comes about by slips of the clipboard as well, it is open.
        if ways(text, run.values, expected, accept).is_empty() {
            (plain, Confirmation::Order)
        } else {
            return None;
        }
    } else {
        let (_, columns) = spec.rows().next()?;
        let mut found = match run.values {
            [run] => splits(text, run.range, spec.row_count(), columns.len())?,
            values if values.len().abs_diff(expected) <= MOST_OFF => ways(text, values, expected, accept),
            _ => Vec::new(),
        };
        let way = found.pop()?;
        let is_only = found
            .iter()
            .all(|other| other.iter().map(|slot| &slot.reading).eq(way.iter().map(|slot| &slot.reading)));
        if !is_only {
            return None;
        }
        (way, Confirmation::Sums)
    };
    let mut notes = Vec::new();
    if by == Confirmation::Sums {
        notes.push(TableNote::Inferred { row: None, range: run.range });
    }
    let reading = if by == Confirmation::Sums { Reading::Inferred } else { Reading::Exact };
    let rows = rows(spec, &way);
    Some((0, Table { id: spec.id, layout, reading, confirmed_by: Some(by), range: run.range, rows, notes }))
}

/// The runs of values behind the whole head of the table.
fn runs<'s>(spec: &'static TableSpec, stream: &'s Stream) -> Vec<Run<'s>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < stream.values.len() {
        if !is_head(spec, &stream.gaps[at]) {
            at += 1;
            continue;
        }
        let same_run = |next: &usize| stream.gaps[*next].pieces.is_empty();
        let end = (at + 1..stream.values.len()).take_while(same_run).last().map_or(at + 1, |last| last + 1);
        let values = &stream.values[at..end];
        let range = values.iter().map(|value| value.range).reduce(TextRange::cover).unwrap_or_default();
        let one_line = values.iter().all(|value| value.line == values[0].line);
        let one_per_line = values.iter().all(|value| value.alone);
        let glued = values.iter().any(|value| value.glued);
        let head = stream.gaps[at].range();
        let range = head.map_or(range, |head| last_of(head, range));
        // What stands directly below may be the rest of values broken in two.
        let last_line = values.last().map_or(0, |value| value.line);
        let rest_below = (end..stream.values.len()).any(|next| stream.may_go_on(next, last_line));
        runs.push(Run { values, range, is_clean: (one_line || one_per_line) && !glued && !rest_below });
        at = end;
    }
    runs
}

/// The values with their head, which may have prose before it.
fn last_of(head: TextRange, values: TextRange) -> TextRange {
    const LONGEST_HEAD: u32 = 600;
    if values.start - head.start > LONGEST_HEAD { values } else { head.cover(values) }
}

/// Whether the labels of all columns stand in a gap, in whatever order their
/// characters come.
pub(super) fn is_head(spec: &'static TableSpec, gap: &Gap) -> bool {
    let mut there: Vec<char> = gap.whole().chars().collect();
    let columns =
        spec.blocks.iter().flat_map(|block| block.columns.iter().map(|column| (block.rows.len(), column)));
    let (mut all, mut found) = (0, 0);
    for (times, column) in columns {
        let label = fold(column.label.text);
        for character in std::iter::repeat_n(label.chars(), times).flatten() {
            all += 1;
            if let Some(at) = there.iter().position(|other| *other == character) {
                there.swap_remove(at);
                found += 1;
            }
        }
    }
    found * 100 >= all * TELLING_SHARE
}

/// Whether each group adds up.
fn groups<'w>(spec: &'static TableSpec, way: &'w [Slot]) -> impl Iterator<Item = Option<bool>> + use<'w> {
    let mut start = 0;
    spec.rows().map(move |(_, columns)| {
        let slots = way.get(start..start + columns.len())?;
        start += columns.len();
        adds_up(spec, columns, slots)
    })
}

fn rows(spec: &'static TableSpec, way: &[Slot]) -> Vec<Row> {
    let mut slots = way.iter();
    spec.rows()
        .map(|(row, columns)| {
            let cells: Vec<Cell> = columns
                .iter()
                .map(|column| {
                    let id = CellId { table: spec.id, row: row.id, column: column.id };
                    let slot = slots.next();
                    Cell {
                        id,
                        reading: slot.map_or(CellReading::Unread, |slot| slot.reading.clone()),
                        range: slot.map_or_else(TextRange::default, |slot| slot.range),
                        corrected: None,
                    }
                })
                .collect();
            let range = cells.iter().map(|cell| cell.range).reduce(TextRange::cover).unwrap_or_default();
            Row { id: row.id, label: None, range, cells }
        })
        .collect()
}
