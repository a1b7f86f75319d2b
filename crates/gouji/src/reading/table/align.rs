//! Lines to rows, in order, at least cost.

use crate::reading::label::Agreement;

/// What it costs to leave a row of the form without a line.
const MISSING_ROW: usize = 40;
/// What it costs to leave a line that holds values without a row.
const UNUSED_LINE: usize = 60;

/// How a line may be matched with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// By its label.
    Label(Agreement),
    /// It has values and no label: only its position tells.
    Position,
    /// Not at all.
    None,
}

impl Fit {
    fn cost(self) -> Option<usize> {
        match self {
            Self::Label(Agreement::Same) => Some(0),
            Self::Label(Agreement::Recognisable) => Some(5),
            Self::Label(Agreement::Alike) => Some(15),
            Self::Position => Some(30),
            Self::None => None,
        }
    }
}

/// Matches `lines` lines with `rows` rows so that neither order is broken and
/// the whole costs least. Gives the cost and the row of each line.
///
/// This is the classical alignment of two sequences (Needleman and Wunsch
/// 1970); time and memory are lines × rows, and the rows are at most 25.
pub(super) fn align(
    lines: usize,
    rows: usize,
    fit: &dyn Fn(usize, usize) -> Fit,
) -> (usize, Vec<Option<usize>>) {
    #[derive(Clone, Copy)]
    enum Step {
        Match,
        SkipLine,
        SkipRow,
    }
    let width = rows + 1;
    let mut costs = vec![0; width];
    for row in 0..rows {
        costs[row + 1] = costs[row] + MISSING_ROW;
    }
    let mut steps = vec![Step::SkipRow; (lines + 1) * width];
    for line in 0..lines {
        let mut diagonal = costs[0];
        costs[0] += UNUSED_LINE;
        steps[(line + 1) * width] = Step::SkipLine;
        for row in 0..rows {
            let matched = fit(line, row).cost().map(|cost| diagonal + cost);
            diagonal = costs[row + 1];
            let skipped_line = diagonal + UNUSED_LINE;
            let skipped_row = costs[row] + MISSING_ROW;
            let (cost, step) = match matched {
                Some(cost) if cost <= skipped_line && cost <= skipped_row => (cost, Step::Match),
                _ if skipped_line <= skipped_row => (skipped_line, Step::SkipLine),
                _ => (skipped_row, Step::SkipRow),
            };
            costs[row + 1] = cost;
            steps[(line + 1) * width + row + 1] = step;
        }
    }
    let mut matched = vec![None; lines];
    let (mut line, mut row) = (lines, rows);
    while line > 0 || row > 0 {
        match steps[line * width + row] {
            Step::Match => {
                line -= 1;
                row -= 1;
                matched[line] = Some(row);
            }
            Step::SkipLine => line -= 1,
            Step::SkipRow => row -= 1,
        }
    }
    (costs[rows], matched)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_name(lines: &[&str], rows: &[&str]) -> Vec<Option<usize>> {
        let fit = |line: usize, row: usize| match lines[line] {
            "" => Fit::Position,
            label if label == rows[row] => Fit::Label(Agreement::Same),
            _ => Fit::None,
        };
        align(lines.len(), rows.len(), &fit).1
    }

    #[test]
    fn leaves_out_what_has_no_partner() {
        assert_eq!(by_name(&["a", "x", "c"], &["a", "b", "c"]), [Some(0), None, Some(2)]);
        assert_eq!(by_name(&[], &["a"]), []);
        assert_eq!(by_name(&["a"], &[]), [None]);
    }

    #[test]
    fn a_line_without_label_takes_the_row_between_its_neighbours() {
        assert_eq!(by_name(&["a", "", "c"], &["a", "b", "c"]), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn never_breaks_the_order() {
        let matched: Vec<usize> = by_name(&["b", "a", "c"], &["a", "b", "c"]).into_iter().flatten().collect();
        assert!(matched == [0, 2] || matched == [1, 2], "{matched:?}");
    }
}
