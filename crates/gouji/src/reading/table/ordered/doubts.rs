//! What speaks against a row as it stands: numbers beside it that belong to no
//! row, values that touch, parts of values on other lines.

use super::chop::Taken;
use super::evidence::{Found, is_alike_somewhere};
use super::places::values_of;
use super::rows::Reader;
use super::tokens::Value;
use super::ways::{Way, plain_way};
use crate::reading::CellReading;
use crate::reading::cell::read_cell;
use crate::reading::label::folded_label;

/// So many values behind the last row are searched for labels of others.
const SEARCHED_BEHIND: usize = 60;

impl Reader<'_> {
    /// Whether something in the layout of a row could have come from a value
    /// that was lost and another number in its place.
    pub(super) fn is_suspicious(&self, taken: &Taken) -> bool {
        let values = values_of(self.stream, taken);
        let gaps = &self.stream.gaps[taken.start + 1..taken.start + taken.count];
        let (first, behind) = (&values[0], taken.start + taken.count);
        let before = taken.start.checked_sub(1).map(|at| &self.stream.values[at]);
        let after = self.stream.values.get(behind);
        let same_line = |value: Option<&Value>| value.is_some_and(|value| value.line == first.line);
        let one_line = values.iter().all(|value| value.line == first.line);
        let label_is_beside =
            self.stream.gaps[taken.start].pieces.last().is_some_and(|piece| piece.line == first.line);
        let solid =
            one_line && !same_line(before) && !same_line(after) && (values.len() > 1 || label_is_beside);
        let one_per_line = values.iter().all(|value| value.alone);
        let known_label = matches!(taken.found, Some(Found::Same | Found::Behind));
        let glued = values.iter().enumerate().any(|(at, value)| value.glued && (at > 0 || !known_label));
        let is_within = |at: usize| {
            let taken = || self.taken.iter().flatten();
            taken().any(|other| other.start < at) && taken().any(|other| other.start > at)
        };
        let strays_beside = [taken.start.wrapping_sub(1), behind]
            .into_iter()
            .any(|at| at < self.stream.values.len() && self.is_stray(at) && (is_within(at) || at == behind));
        let glued = glued || (values.iter().any(|value| value.glued) && self.values_ran_together());
        let unread = values.iter().any(|value| value.reading == CellReading::NotANumber);
        // A number with a remark that was broken over lines.
        let broken_remark = [taken.start, behind].into_iter().any(|gap| {
            let pieces = self.stream.gaps[gap].pieces.iter();
            pieces.clone().any(|piece| {
                piece.folded.ends_with('(') && piece.folded.starts_with(|first: char| first.is_ascii_digit())
            })
        });
        glued
            || broken_remark
            || !self.rest_below(taken).is_empty()
            || self.has_rest_above(taken)
            || unread
            || gaps.iter().any(|gap| !gap.pieces.is_empty())
            || (!solid && (!one_per_line || strays_beside))
    }

    /// The values with those before and behind them on the same lines that
    /// belong to no row, and have no label between.
    pub(super) fn with_rest_of_its_lines(&self, taken: &Taken) -> Taken {
        let (mut start, mut end) = (taken.start, taken.start + taken.count);
        let values = &self.stream.values;
        let joins = |at: usize, other: usize| {
            values[at].line == values[other].line && self.stream.gaps[at.max(other)].pieces.is_empty()
        };
        while start > 0 && self.is_stray(start - 1) && joins(start - 1, start) {
            start -= 1;
        }
        while end < values.len() && self.is_stray(end) && joins(end, end - 1) {
            end += 1;
        }
        Taken { start, count: end - start, found: taken.found }
    }

    /// The values that belong to no row and stand on the lines directly below,
    /// which may be what is left of values that were broken in two.
    pub(super) fn rest_below(&self, taken: &Taken) -> &[Value] {
        let end = taken.start + taken.count;
        let mut line = self.stream.values[end - 1].line;
        let below = self.stream.values[end..].iter().enumerate().take_while(|(at, value)| {
            let is_near = self.stream.may_go_on(end + at, line);
            line = value.line;
            is_near && self.is_stray(end + at)
        });
        let length = below.count();
        &self.stream.values[end..end + length]
    }

    /// Whether a value that belongs to no row stands on the line directly above,
    /// which may be the beginning of one that was broken in two.
    pub(super) fn has_rest_above(&self, taken: &Taken) -> bool {
        let above = taken.start.checked_sub(1);
        above.is_some_and(|at| {
            let values = &self.stream.values;
            self.is_stray(at) && values[at].line + 1 >= values[taken.start].line
        })
    }

    /// Whether a blank line stands between a row and the stray value below it,
    /// as before the number of a page.
    pub(super) fn is_set_apart(&self, taken: &Taken) -> bool {
        !self.has_rest_above(taken) && self.rest_below(taken).first().is_some_and(|rest| rest.blank_lines > 0)
    }

    /// The row with the digits that stand below its values, in the same
    /// columns, put behind them.
    pub(super) fn with_rest_below(&self, taken: &Taken) -> Option<Way> {
        let (values, rest) = (values_of(self.stream, taken), self.rest_below(taken));
        let digits = |value: &Value| value.range.of(self.text);
        // A line that is printed twice is no rest.
        if values.len() == rest.len()
            && values.iter().zip(rest).all(|(value, below)| digits(value) == digits(below))
        {
            return None;
        }
        let mut way = plain_way(values);
        let mut printed: Vec<String> = Vec::with_capacity(values.len());
        for value in values {
            printed.push(digits(value).to_owned());
        }
        for below in rest {
            let is_above =
                |value: &Value| below.columns.0 < value.columns.1 && value.columns.0 < below.columns.1;
            let column = values.iter().position(is_above)?;
            if values[column + 1..].iter().any(is_above) {
                return None;
            }
            printed[column].push_str(digits(below));
            way[column].reading = read_cell(&printed[column]);
            way[column].range = way[column].range.cover(below.range);
        }
        Some(way)
    }

    /// Whether a value belongs to no row.
    pub(super) fn is_stray(&self, at: usize) -> bool {
        self.taken.iter().flatten().all(|other| !(other.start..other.start + other.count).contains(&at))
    }

    /// Whether a row without a label is known by its neighbours: both have
    /// theirs, and their values stand directly before and behind.
    pub(super) fn is_certain_by_position(&self, row: usize) -> bool {
        let Some(taken) = &self.taken[row] else { return false };
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| self.taken.get(at)?.as_ref()).filter(|other| other.found.is_some())
        };
        let before = neighbour(row.checked_sub(1));
        let after = neighbour(Some(row + 1));
        let (Some(before), Some(after)) = (before, after) else { return false };
        taken.count == self.form_rows[row].1.len()
            && before.start + before.count == taken.start
            && taken.start + taken.count == after.start
    }

    /// Whether a row that has no values is there all the same: its label stands
    /// in the text, or values without a label where it belongs.
    pub(super) fn is_there_unread(&self, row: usize) -> bool {
        let before = self.taken[..row].iter().rev().flatten().next().map_or(0, Taken::end);
        let after = self.taken[row + 1..].iter().flatten().next().map(|taken| taken.start);
        if after.is_some_and(|after| after > before) {
            return true;
        }
        let until = after.unwrap_or_else(|| self.stream.values.len().min(before + SEARCHED_BEHIND));
        let gaps = &self.stream.gaps[before..=until];
        let mut text = String::new();
        for gap in gaps {
            gap.add_to(&mut text);
        }
        let label = folded_label(self.form_rows[row].0.label.text);
        gaps.iter().any(|gap| gap.pieces.iter().any(|piece| piece.folded == label))
            || label.chars().all(|character| text.contains(character))
            || is_alike_somewhere(&label, &text)
    }

    /// Whether there are rows of which all values ran together.
    pub(super) fn values_ran_together(&self) -> bool {
        (0..self.taken.len()).any(|row| self.is_glued(row))
    }

    /// Whether the values of a row ran together.
    pub(super) fn is_glued(&self, row: usize) -> bool {
        self.taken[row].as_ref().is_some_and(|taken| taken.count == 1 && self.form_rows[row].1.len() > 1)
    }
}
