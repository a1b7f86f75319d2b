//! The table of reviews and lawsuits: a head, and behind it all values.

use super::super::slot::{Slot, adds_up, row_of};
use super::tokens::{Gap, Stream, Value, cover_of};
use super::ways::{Way, plain_way, splits, ways};
use crate::form::{FormId, TableSpec};
use crate::reading::{Confirmation, Reading, Row, Table, TableNote};
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
    let plain = plain_way(run.values);
    let sums = sums(spec, &plain);
    let all_add_up = |way: &[Slot]| self::sums(spec, way).iter().all(|sum| *sum == Some(true));
    let is_complete = plain.len() == expected;
    // Tabs set off fields, of which blank ones leave no trace here.
    let of_values = cover_of(run.values).unwrap_or_default();
    if !is_complete && of_values.of(text).contains('\t') {
        return None;
    }
    // Where no group adds up, values were shifted and not misstated.
    if is_complete && sums.iter().all(|sum| *sum == Some(false)) {
        return None;
    }
    let (way, by) = if is_complete && run.is_clean {
        // Where it comes about by slips of the clipboard as well, it is open.
        if sums.contains(&Some(false)) && !ways(text, run.values, expected, &all_add_up).is_empty() {
            return None;
        }
        (plain, Confirmation::Order)
    } else {
        let (_, columns) = spec.rows().next()?;
        let mut found = match run.values {
            [run] => splits(text, run.range, spec.row_count(), columns.len())?,
            values if values.len().abs_diff(expected) <= MOST_OFF => {
                ways(text, values, expected, &all_add_up)
            }
            _ => Vec::new(),
        };
        let way = found.pop()?;
        if found.iter().any(|other| !reads_as(other, &way)) {
            return None;
        }
        (way, Confirmation::Sums)
    };
    let mut notes = Vec::new();
    let mut reading = Reading::Exact;
    if by == Confirmation::Sums {
        notes.push(TableNote::Inferred { row: None, range: run.range });
        reading = Reading::Inferred;
    }
    let rows = rows(spec, way);
    Some((0, Table { id: spec.id, layout, reading, confirmed_by: Some(by), range: run.range, rows, notes }))
}

fn reads_as(one: &Way, other: &Way) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.reading == other.reading)
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
        let mut end = at + 1;
        while end < stream.values.len() && stream.gaps[end].pieces.is_empty() {
            end += 1;
        }
        let values = &stream.values[at..end];
        let range = cover_of(values).unwrap_or_default();
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
pub(super) fn is_head(spec: &TableSpec, gap: &Gap) -> bool {
    let mut there: Vec<char> = gap.whole().chars().collect();
    let (mut all, mut found) = (0, 0);
    for block in spec.blocks {
        for column in block.columns {
            let label = fold(column.label.text);
            for _ in block.rows {
                for character in label.chars() {
                    all += 1;
                    if let Some(at) = there.iter().position(|other| *other == character) {
                        there.swap_remove(at);
                        found += 1;
                    }
                }
            }
        }
    }
    found * 100 >= all * TELLING_SHARE
}

/// Whether each group adds up; unknown where it is not all there.
fn sums(spec: &TableSpec, way: &[Slot]) -> Vec<Option<bool>> {
    let mut sums = Vec::new();
    let mut start = 0;
    for (_, columns) in spec.rows() {
        let slots = way.get(start..start + columns.len());
        sums.push(slots.and_then(|slots| adds_up(spec, columns, slots)));
        start += columns.len();
    }
    sums
}

fn rows(spec: &TableSpec, mut way: Way) -> Vec<Row> {
    let mut rows = Vec::new();
    for (row, columns) in spec.rows() {
        let behind = way.split_off(columns.len());
        let (first, last) = (way[0].range, way[way.len() - 1].range);
        rows.push(row_of(spec.id, row, columns, None, first.cover(last), way));
        way = behind;
    }
    rows
}
