//! Which values are which row: the stream is cut where it costs least.

use super::evidence::{Finder, Found};
use super::tokens::Stream;

/// A row of the form that is not there.
const MISSING_ROW: usize = 40;
/// A value among the rows that belongs to none: the first of its line, alone on
/// its line, and one behind another.
const STRAY_LINE: usize = 20;
const STRAY_ALONE: usize = 8;
const STRAY_NEXT: usize = 4;
/// A row that is there with more or fewer values than it has columns.
const MISCOUNT: usize = 22;
/// For each value that is too many or too few.
const MISCOUNT_EACH: usize = 3;
/// A row of which no label is found.
const NO_LABEL: usize = 30;
/// A row where the label of another stands.
const OTHER_LABEL: usize = 60;
/// A label within the values of a row, and a piece of a merged one.
const LABEL_INSIDE: usize = 30;
const MERGED_INSIDE: usize = 2;
/// A row of as many values can stand before its label.
const FEWEST_BEFORE_A_LABEL: usize = 5;
/// As many values too many are looked at.
const MOST_TOO_MANY: usize = 3;

/// The values of one row.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub(super) start: usize,
    pub(super) count: usize,
    pub(super) found: Option<Found>,
}

impl Taken {
    /// The first value behind them.
    pub(super) fn end(&self) -> usize {
        self.start + self.count
    }
}

/// How the whole stream was cut.
pub(super) struct Cut {
    pub(super) cost: usize,
    /// For each row of the form.
    pub(super) rows: Vec<Option<Taken>>,
}

#[derive(Clone, Copy)]
enum Step {
    Stray,
    MissingRow,
    Take(u8),
}

/// Cuts the stream into rows of as many values as `columns` says, in their
/// order, so that the whole costs least: values may be stray, rows may be
/// missing or have a wrong number of values.
///
/// Time is values × rows × the number of columns.
pub(super) fn cut(stream: &Stream, finder: &mut Finder<'_>, columns: &[usize]) -> Cut {
    let (values, rows) = (stream.values.len(), columns.len());
    let width = rows + 1;
    // What stands inside a row costs by the sum of its gaps.
    let mut inside = vec![0; values + 2];
    for (at, gap) in finder.gaps.iter().enumerate() {
        let cost = match (gap.is_empty, gap.tells) {
            (true, _) => 0,
            (false, false) => MERGED_INSIDE,
            (false, true) => LABEL_INSIDE,
        };
        inside[at + 1] = inside[at] + cost;
    }
    let mut costs = vec![usize::MAX; (values + 1) * width];
    let mut steps = vec![Step::Stray; (values + 1) * width];
    costs[0] = 0;
    for value in 0..=values {
        for row in 0..=rows {
            let cost = costs[value * width + row];
            if cost == usize::MAX {
                continue;
            }
            let mut offer = |to_value: usize, to_row: usize, more: usize, step: Step| {
                let at = to_value * width + to_row;
                if cost + more < costs[at] {
                    costs[at] = cost + more;
                    steps[at] = step;
                }
            };
            if value < values {
                let is_outside = row == 0 || row == rows;
                let stray = if is_outside { 0 } else { stray_cost(stream, value) };
                offer(value + 1, row, stray, Step::Stray);
            }
            if row == rows {
                continue;
            }
            offer(value, row + 1, MISSING_ROW, Step::MissingRow);
            let most = (columns[row] + MOST_TOO_MANY).min(values - value);
            for count in 1..=most {
                let text_inside = inside[value + count] - inside[value + 1];
                if text_inside > 2 * LABEL_INSIDE {
                    break;
                }
                let found = finder.find(row, value, value + count);
                // Few values are too little to be known by a label behind them.
                if found == Some(Found::Behind) && columns[row] < FEWEST_BEFORE_A_LABEL {
                    continue;
                }
                let label = label_cost(finder, row, value, found);
                let off = count.abs_diff(columns[row]);
                if off > 0 && label >= NO_LABEL {
                    continue;
                }
                let miscount = if off == 0 { 0 } else { MISCOUNT + off * MISCOUNT_EACH };
                let step = Step::Take(u8::try_from(count).unwrap_or(u8::MAX));
                offer(value + count, row + 1, label + text_inside + miscount, step);
            }
        }
    }
    let mut taken = vec![None; rows];
    let (mut value, mut row) = (values, rows);
    while value > 0 || row > 0 {
        match steps[value * width + row] {
            Step::Stray => value -= 1,
            Step::MissingRow => row -= 1,
            Step::Take(count) => {
                let count = usize::from(count);
                value -= count;
                row -= 1;
                let found = finder.find(row, value, value + count);
                taken[row] = Some(Taken { start: value, count, found });
            }
        }
    }
    Cut { cost: costs[values * width + rows], rows: taken }
}

fn stray_cost(stream: &Stream, value: usize) -> usize {
    let this = &stream.values[value];
    let first_of_line = value == 0 || stream.values[value - 1].line != this.line;
    if this.alone {
        STRAY_ALONE
    } else if first_of_line || !stream.gaps[value].pieces.is_empty() {
        STRAY_LINE
    } else {
        STRAY_NEXT
    }
}

fn label_cost(finder: &Finder<'_>, row: usize, before: usize, found: Option<Found>) -> usize {
    match found {
        Some(Found::Same) => 0,
        Some(Found::Recognisable) => 5,
        Some(Found::Behind) => 8,
        Some(Found::Alike) => 15,
        None if finder.is_anothers(row, before) => OTHER_LABEL,
        None => NO_LABEL,
    }
}
