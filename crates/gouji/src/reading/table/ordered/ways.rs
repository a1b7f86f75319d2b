//! The ways in which the values of a row can be meant where there are not as
//! many as it has columns, or where their layout is suspicious.
//!
//! Every way undoes something that happens to tables on their way through the
//! clipboard: two values that ran together, one that was broken in two, a
//! number of a page among them, a blank that vanished.

use super::super::slot::Slot;
use super::tokens::Value;
use crate::reading::Quantity;
use crate::reading::cell::read_cell;
use crate::text::TextRange;

/// So many ways are kept; a row with more stays open.
pub(super) const MOST_WAYS: usize = 300;

/// So many steps are undone, and so many digits looked at.
const MOST_CHANGES: usize = 2;
const MOST_DIGITS: u32 = 100;

/// As many steps of a search are taken.
const MOST_STEPS: usize = 20_000;

/// No value that ran into others has more digits.
const LONGEST_PART: usize = 9;

/// One reading of a row: a slot for each column.
pub(super) type Way = Vec<Slot>;

/// The values as they stand.
pub(super) fn plain_way(values: &[Value]) -> Way {
    let mut way = Vec::with_capacity(values.len());
    for value in values {
        way.push(Slot { reading: value.reading.clone(), range: value.range });
    }
    way
}

/// All ways to read `values` as `columns` cells by one or two steps, that pass
/// `accept`.
pub(super) fn ways(
    text: &str,
    values: &[Value],
    columns: usize,
    accept: &dyn Fn(&[Slot]) -> bool,
) -> Vec<Way> {
    // Each step makes one value more or less.
    let digits: u32 = values.iter().map(|value| value.range.end - value.range.start).sum();
    if values.len().abs_diff(columns) > MOST_CHANGES || digits > MOST_DIGITS {
        return Vec::new();
    }
    let plain = plain_way(values);
    // The number of a page stands alone behind a blank line.
    let mut of_pages = plain.clone();
    for at in (0..values.len()).rev() {
        if !values[at].alone || values[at].blank_lines == 0 {
            of_pages.remove(at);
        }
    }
    let likely = undone(text, &plain, &of_pages, columns, accept);
    // Where leaving out any other value would do as well, nothing is known.
    let all = undone(text, &plain, &plain, columns, accept);
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
    let mut keep = |ways: &[Way]| {
        for way in ways {
            if way.len() == columns && found.len() < MOST_WAYS && !found.contains(way) && accept(way) {
                found.push(way.clone());
            }
        }
    };
    let first = changes(text, plain, stray, columns);
    keep(std::slice::from_ref(plain));
    keep(&first);
    for way in &first {
        keep(&changes(text, way, stray, columns));
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
            with_whole.remove(at);
            with_whole[at] = whole;
            changed.push(with_whole);
        }
        // Two that ran together.
        let TextRange { start, end } = way[at].range;
        for middle in start + 1..end {
            if let Some(left) = number_at(text, TextRange { start, end: middle })
                && let Some(right) = number_at(text, TextRange { start: middle, end })
            {
                let mut with_halves = way.clone();
                with_halves[at] = left;
                with_halves.insert(at + 1, right);
                changed.push(with_halves);
            }
        }
    }
    if way.len() < columns {
        for at in 0..=way.len() {
            let last_end = way.last().map_or(0, |slot| slot.range.end);
            let mut with_blank = way.clone();
            with_blank.insert(at, Slot::blank(way.get(at).map_or(last_end, |slot| slot.range.start)));
            changed.push(with_blank);
        }
    }
    changed
}

/// Two parts of a number as one.
fn joined(text: &str, left: &Slot, right: &Slot) -> Option<Slot> {
    number(&[left.range.of(text), right.range.of(text)].concat(), left.range.cover(right.range))
        .filter(|_| !left.range.is_empty() && !right.range.is_empty())
}

fn number_at(text: &str, range: TextRange) -> Option<Slot> {
    number(range.of(text), range)
}

/// Digits as a count; none where no one would print it so.
fn number(digits: &str, range: TextRange) -> Option<Slot> {
    if !is_digits(digits) || (digits.len() > 1 && digits.starts_with('0')) {
        return None;
    }
    let reading = read_cell(digits);
    reading.quantity().is_some().then_some(Slot { reading, range })
}

fn is_digits(printed: &str) -> bool {
    printed.bytes().all(|byte| byte.is_ascii_digit())
}

/// The ways to split a run of digits into groups of columns, the last of each
/// the total of the others. None where there are too many.
pub(super) fn splits(text: &str, run: TextRange, groups: usize, columns: usize) -> Option<Vec<Way>> {
    if !is_digits(run.of(text)) || run.of(text).len() > 8 * groups * columns {
        return None;
    }
    let mut search = Splits { text, end: run.end, columns, ways: Vec::new(), steps: 0 };
    search.groups(run.start, groups, &mut Vec::new());
    (search.steps <= MOST_STEPS && search.ways.len() <= MOST_WAYS).then_some(search.ways)
}

struct Splits<'t> {
    text: &'t str,
    end: u32,
    columns: usize,
    ways: Vec<Way>,
    steps: usize,
}

impl Splits<'_> {
    /// Splits what follows `from` into `left` groups.
    fn groups(&mut self, from: u32, left: usize, way: &mut Way) {
        if left > 0 {
            self.parts(from, self.columns, 0, left, way);
        } else if from == self.end {
            self.ways.push(way.clone());
        }
    }

    /// Takes the next part of a group of which `parts` are left, those before
    /// it adding up to `sum`.
    fn parts(&mut self, from: u32, parts: usize, sum: i64, left: usize, way: &mut Way) {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.ways.len() > MOST_WAYS {
            return;
        }
        let needed_behind = parts + (left - 1) * self.columns - 1;
        let longest = ((self.end - from) as usize).saturating_sub(needed_behind).min(LONGEST_PART);
        for end in (from + 1..=self.end).take(longest) {
            let Some(slot) = number_at(self.text, TextRange { start: from, end }) else { break };
            let Some(&Quantity::Count(count)) = slot.reading.quantity() else { break };
            if parts == 1 && count != sum {
                continue;
            }
            way.push(slot);
            if parts == 1 {
                self.groups(end, left - 1, way);
            } else {
                self.parts(end, parts - 1, sum + count, left, way);
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
