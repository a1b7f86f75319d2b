//! The ways in which the values of a row can be meant where there are not as
//! many as it has columns, or where their layout is suspicious.
//!
//! Every way undoes something that happens to tables on their way through the
//! clipboard: two values that ran together, one that was broken in two, a
//! number of a page among them, a blank that vanished.

use super::tokens::Value;
use crate::form::{ColumnSpec, RelationSpec, TableSpec};
use crate::reading::cell::read_cell;
use crate::reading::{CellReading, Quantity};
use crate::text::TextRange;

/// So many ways are kept; a row with more stays open.
pub(super) const MOST_WAYS: usize = 300;

/// So many steps are undone, and so many digits looked at.
const MOST_CHANGES: usize = 2;
const MOST_DIGITS: u32 = 100;

/// As many steps of a search are taken.
const MOST_STEPS: usize = 20_000;

/// The content of a cell, in one way to read its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) reading: CellReading,
    pub(super) range: TextRange,
}

/// One reading of a row: a slot for each column.
pub(super) type Way = Vec<Slot>;

impl Slot {
    pub(super) fn of(value: &Value) -> Self {
        Self { reading: value.reading.clone(), range: value.range }
    }

    /// What it adds to a sum: blanks and signs for none nothing; none for what
    /// is no count.
    pub(super) fn count(&self) -> Option<i64> {
        match &self.reading {
            CellReading::Blank | CellReading::Mark => Some(0),
            other => match other.quantity()? {
                Quantity::Count(count) => Some(*count),
                Quantity::Decimal(_) => None,
            },
        }
    }
}

/// Whether the relation that holds in every row holds in these slots, blanks
/// and signs for none as 0; unknown where the table has none.
pub(super) fn adds_up(spec: &'static TableSpec, columns: &[ColumnSpec], slots: &[Slot]) -> Option<bool> {
    spec.relations.iter().find_map(|relation| match relation {
        RelationSpec::InEveryRow { addends, total, .. } => {
            let slot = |id| slots.get(columns.iter().position(|column| column.id == id)?);
            let sum: Option<i64> = addends.iter().map(|&id| slot(id)?.count()).sum();
            Some(sum.is_some() && sum == slot(*total)?.count())
        }
        RelationSpec::InEveryColumn { .. } => None,
    })
}

/// All ways to read `values` as `columns` cells by one or two steps, that pass
/// `accept`.
pub(super) fn ways(
    text: &str,
    values: &[Value],
    columns: usize,
    accept: impl Fn(&[Slot]) -> bool,
) -> Vec<Way> {
    // Each step makes one value more or less.
    let digits: u32 = values.iter().map(|value| value.range.end - value.range.start).sum();
    if values.len().abs_diff(columns) > MOST_CHANGES || digits > MOST_DIGITS {
        return Vec::new();
    }
    let plain: Way = values.iter().map(Slot::of).collect();
    let any: Vec<Slot> = plain.clone();
    // The number of a page stands alone behind a blank line.
    let is_of_page = |value: &&Value| value.alone && value.blank_lines > 0;
    let of_pages: Vec<Slot> = values.iter().filter(is_of_page).map(Slot::of).collect();
    let likely = undone(text, &plain, &of_pages, columns, &accept);
    // Where leaving out any other value would do as well, nothing is known.
    let all = undone(text, &plain, &any, columns, &accept);
    if all.len() > likely.len() { Vec::new() } else { likely }
}

/// The ways that come about by undoing one or two steps, where the values of
/// `stray` may be left out.
fn undone(
    text: &str,
    plain: &Way,
    stray: &[Slot],
    columns: usize,
    accept: &dyn Fn(&[Slot]) -> bool,
) -> Vec<Way> {
    let mut found: Vec<Way> = Vec::new();
    let mut keep = |way: &Way| {
        if way.len() == columns && !found.contains(way) && accept(way) && found.len() < MOST_WAYS {
            found.push(way.clone());
        }
    };
    keep(plain);
    let first = changes(text, plain, stray, columns);
    for way in &first {
        keep(way);
    }
    for way in first {
        for way in changes(text, &way, stray, columns) {
            keep(&way);
        }
    }
    found
}

/// Every way that differs by one step. What is left out is one of `stray`.
fn changes(text: &str, way: &Way, stray: &[Slot], columns: usize) -> Vec<Way> {
    let mut changed = Vec::new();
    for at in 0..way.len() {
        // One that does not belong.
        if way.len() > columns && stray.contains(&way[at]) {
            let mut without = way.clone();
            without.remove(at);
            changed.push(without);
        }
        // One broken in two.
        if let Some(next) = way.get(at + 1)
            && let Some(whole) = joined(text, &way[at], next)
        {
            let mut with_whole = way.clone();
            with_whole.splice(at..at + 2, [whole]);
            changed.push(with_whole);
        }
        // Two that ran together.
        for (left, right) in halves(text, &way[at]) {
            let mut with_halves = way.clone();
            with_halves.splice(at..=at, [left, right]);
            changed.push(with_halves);
        }
    }
    if way.len() < columns {
        for at in 0..=way.len() {
            let place = way
                .get(at)
                .map_or_else(|| way.last().map_or(0, |slot| slot.range.end), |slot| slot.range.start);
            let mut with_blank = way.clone();
            let range = TextRange { start: place, end: place };
            with_blank.insert(at, Slot { reading: CellReading::Blank, range });
            changed.push(with_blank);
        }
    }
    changed
}

/// Two parts of a number as one.
fn joined(text: &str, left: &Slot, right: &Slot) -> Option<Slot> {
    let digits = |slot: &Slot| {
        let printed = slot.range.of(text);
        (!printed.is_empty() && printed.bytes().all(|byte| byte.is_ascii_digit())).then_some(printed)
    };
    let whole = format!("{}{}", digits(left)?, digits(right)?);
    let reading = plausible(&whole)?;
    Some(Slot { reading, range: left.range.cover(right.range) })
}

/// A number as two that ran together.
fn halves(text: &str, slot: &Slot) -> Vec<(Slot, Slot)> {
    let printed = slot.range.of(text);
    if !printed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let start = slot.range.start as usize;
    let part = |from: usize, to: usize| {
        Some(Slot {
            reading: plausible(&printed[from..to])?,
            range: TextRange::new(start + from, start + to),
        })
    };
    (1..printed.len()).filter_map(|at| Some((part(0, at)?, part(at, printed.len())?))).collect()
}

/// Digits as a count; none where no one would print it so.
fn plausible(digits: &str) -> Option<CellReading> {
    let reading = read_cell(digits);
    (digits == "0" || !digits.starts_with('0'))
        .then_some(reading)
        .filter(|reading| reading.quantity().is_some())
}

/// The ways to split a run of digits into groups of columns, the last of each
/// the total of the others. None where there are too many.
pub(super) fn splits(text: &str, run: TextRange, groups: usize, columns: usize) -> Option<Vec<Way>> {
    let digits = run.of(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() > 8 * groups * columns {
        return None;
    }
    let mut search = Splits { digits, start: run.start as usize, columns, ways: Vec::new(), steps: 0 };
    search.groups(0, groups, &mut Vec::new());
    (search.steps <= MOST_STEPS && search.ways.len() <= MOST_WAYS).then_some(search.ways)
}

struct Splits<'t> {
    digits: &'t str,
    start: usize,
    columns: usize,
    ways: Vec<Way>,
    steps: usize,
}

impl Splits<'_> {
    /// Splits what follows `from` into `left` groups.
    fn groups(&mut self, from: usize, left: usize, way: &mut Way) {
        if left == 0 {
            if from == self.digits.len() {
                self.ways.push(way.clone());
            }
            return;
        }
        self.parts(from, self.columns, 0, left, way);
    }

    /// Takes the next part of a group of which `parts` are left, those before
    /// it adding up to `sum`.
    fn parts(&mut self, from: usize, parts: usize, sum: i64, left: usize, way: &mut Way) {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.ways.len() > MOST_WAYS {
            return;
        }
        let needed = parts + (left - 1) * self.columns;
        let longest = (self.digits.len() - from).saturating_sub(needed.saturating_sub(1)).min(9);
        for length in 1..=longest {
            let part = &self.digits[from..from + length];
            let Some(reading) = plausible(part) else { break };
            let Some(Quantity::Count(count)) = reading.quantity().cloned() else { break };
            if parts == 1 && count != sum {
                continue;
            }
            let range = TextRange::new(self.start + from, self.start + from + length);
            way.push(Slot { reading, range });
            if parts == 1 {
                self.groups(from + length, left - 1, way);
            } else {
                self.parts(from + length, parts - 1, sum + count, left, way);
            }
            way.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(digits: &str, groups: usize, columns: usize) -> Vec<Vec<i64>> {
        let ways = splits(digits, TextRange::new(0, digits.len()), groups, columns).expect("few ways");
        ways.iter().map(|way| way.iter().filter_map(Slot::count).collect()).collect()
    }

    #[test]
    fn a_run_is_split_where_the_last_is_the_sum() {
        assert_eq!(split("21710000218", 1, 7), [[217, 1, 0, 0, 0, 0, 218]]);
        assert_eq!(split("0000000", 1, 7), [[0; 7]]);
        assert_eq!(split("230050000020002", 3, 5), [[2, 3, 0, 0, 5, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2]]);
        assert_eq!(split("123", 1, 7), Vec::<Vec<i64>>::new());
    }

    #[test]
    fn where_several_splits_add_up_all_are_named() {
        // 1 + 11 = 12 and 11 + 1 = 12.
        assert_eq!(split("11112", 1, 3), [[1, 11, 12], [11, 1, 12]]);
    }
}
