//! What stands in the cells of a row, given its line and where its values can be.

use std::ops::Range;

use super::matching::{Candidate, Match, Targets};
use super::slot::{Slot, adds_up_to_its_total, row_of};
use super::values::Values;
use crate::form::TableSpec;
use crate::reading::fields::{Field, TableLine};
use crate::reading::lines::trimmed;
use crate::reading::{CellReading, Row, TableNote};
use crate::text::marks::{ends_with_mark, without_marks_behind};

/// As many rows must have their values in the same fields to make a grid.
const ROWS_OF_A_GRID: usize = 3;

/// Everything the cells of the rows are read from.
pub(super) struct Rows<'a> {
    pub(super) text: &'a str,
    pub(super) spec: &'static TableSpec,
    pub(super) targets: &'a Targets,
    pub(super) candidates: &'a [Candidate<'a>],
    pub(super) matches: &'a [Match],
    pub(super) orders: &'a [Option<Vec<usize>>],
    pub(super) head_windows: &'a [Option<Range<usize>>],
}

impl Rows<'_> {
    pub(super) fn read(&self, notes: &mut Vec<TableNote>) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.matches.len());
        for found in self.matches {
            rows.push(self.row(found, notes));
        }
        rows
    }

    fn row(&self, found: &Match, notes: &mut Vec<TableNote>) -> Row {
        let target = &self.targets.rows[found.target];
        let line = self.line(found);
        let chosen = match &found.values {
            Values::Window(window)
                if !self.lost_to_the_next_line(found, window) && !ran_into_the_label(line, found.label) =>
            {
                all(&fields_of(window))
            }
            Values::Window(_) | Values::Short => {
                notes.push(TableNote::Open { row: target.row.id, range: line.range });
                vec![None; target.columns.len()]
            }
            Values::Scattered(fields) => all(fields),
            Values::Open(starts) => self.choose(found, starts, notes),
            Values::Count { found: printed, fields } => self.drop_one(found, *printed, fields, notes),
        };
        let mut slots = Vec::with_capacity(chosen.len());
        for column in 0..chosen.len() {
            slots.push(match chosen[self.printed_position(found, column)] {
                Some(at) => Slot::of_field(line, at),
                None => Slot::unread(trimmed(self.text, line.range)),
            });
        }
        let label = found.label.map(|at| line.fields[at].range);
        row_of(self.spec.id, target.row, target.columns, label, line.range, slots)
    }

    fn line(&self, found: &Match) -> &TableLine {
        self.candidates[found.candidate].line
    }

    /// Whether values of the row stand on the next line: the last one alone, or
    /// all of them without a label.
    fn lost_to_the_next_line(&self, found: &Match, window: &Range<usize>) -> bool {
        let line = self.line(found);
        // The number may be the last value, or the rest of it.
        if line.before_lone_number {
            return true;
        }
        let is_blank = |at: usize| line.fields.get(at).is_none_or(Field::is_blank);
        let Some(next) = self.candidates.get(found.candidate + 1) else { return false };
        // A label that ends its line may go on in the next.
        let may_go_on = !next.has_own_label || window.start >= line.fields.len();
        may_go_on
            && window.clone().all(is_blank)
            && next.line.holds_values()
            && self.matches.iter().all(|other| other.candidate != found.candidate + 1)
    }

    /// Of several windows: the one the grid has, or that of the rows that
    /// stand under the same merged labels, or the one below the head; else the only one whose sum is
    /// right where those of all others are wrong. Where that leaves it open,
    /// the cells that are the same in every window are read, and no others.
    fn choose(&self, found: &Match, starts: &Range<usize>, notes: &mut Vec<TableNote>) -> Vec<Option<usize>> {
        let (row, line) = (self.targets.rows[found.target].row.id, self.line(found));
        let columns = self.targets.rows[found.target].columns.len();
        let window = |start: usize| fields_of(&(start..start + columns));
        let (mut right, mut has_unknown) = (Vec::new(), false);
        for start in starts.clone() {
            match self.adds_up(found, &window(start)) {
                Some(true) => right.push(start),
                Some(false) => {}
                None => has_unknown = true,
            }
        }
        let witness = self
            .window_of_the_grid(found)
            .or_else(|| self.window_of_the_run(found))
            .or_else(|| self.head_windows[found.target].clone())
            .filter(|witness| starts.contains(&witness.start) && witness.len() == columns);
        match witness {
            Some(Range { start, .. })
                if right.is_empty() || self.adds_up(found, &window(start)) != Some(false) =>
            {
                return all(&window(start));
            }
            None if right.len() == 1 && !has_unknown => {
                notes.push(TableNote::Inferred { row: Some(row), range: line.range });
                return all(&window(right[0]));
            }
            _ => {}
        }
        notes.push(TableNote::Open { row, range: line.range });
        let reading = |at: usize| line.fields.get(at).map_or(&CellReading::Blank, |field| &field.reading);
        let mut common = all(&window(starts.start));
        for (position, chosen) in common.iter_mut().enumerate() {
            let first = reading(starts.start + position);
            if !starts.clone().all(|start| reading(start + position) == first) {
                *chosen = None;
            }
        }
        common
    }

    /// Where the values stand in every row: behind the label where no row has
    /// merged labels, else in the fields that all rows share whose values
    /// leave no choice. Text that was copied from merged cells often has no
    /// such grid: there each row is shifted by its own labels.
    fn window_of_the_grid(&self, found: &Match) -> Option<Range<usize>> {
        let columns = self.targets.rows[found.target].columns.len();
        if self.targets.rows.iter().all(|target| target.row.groups.is_empty()) {
            return found.label.map(|label| label + 1..label + 1 + columns);
        }
        self.common_window(found, &|_| true, ROWS_OF_A_GRID)
    }

    /// Where the values stand in the rows next to this one under the same
    /// merged labels, where they have their label in the same field and as
    /// many fields. Rows elsewhere tell nothing: （七）总计 often has its values
    /// one field further left than rows that look like it.
    fn window_of_the_run(&self, found: &Match) -> Option<Range<usize>> {
        let rows = &self.targets.rows;
        let in_run = |target: usize| {
            let (groups, own) = (rows[target].row.groups, rows[found.target].row.groups);
            groups.len() == own.len() && groups.iter().zip(own).all(|(one, other)| one.text == other.text)
        };
        let (mut first, mut end) = (found.target, found.target + 1);
        while first > 0 && in_run(first - 1) {
            first -= 1;
        }
        while end < rows.len() && in_run(end) {
            end += 1;
        }
        let is_alike = |other: &Match| {
            other.target != found.target
                && (first..end).contains(&other.target)
                && other.label == found.label
                && self.line(other).fields.len() == self.line(found).fields.len()
        };
        self.common_window(found, &is_alike, 1)
    }

    /// The window that all the rows share that pass `tells` and whose values
    /// leave no choice, where there are enough of them.
    fn common_window(
        &self,
        found: &Match,
        tells: &dyn Fn(&Match) -> bool,
        enough: usize,
    ) -> Option<Range<usize>> {
        let columns = self.targets.rows[found.target].columns.len();
        let mut common: Option<Range<usize>> = None;
        let mut seen = 0;
        for other in self.matches.iter().filter(|other| tells(other)) {
            let Values::Window(window) = &other.values else { continue };
            // A row of blanks has a window by convention only.
            let fields = self.line(other).fields.get(window.clone()).unwrap_or_default();
            if window.len() != columns || !fields.iter().any(Field::is_value) {
                continue;
            }
            if common.get_or_insert(window.clone()) != window {
                return None;
            }
            seen += 1;
        }
        common.filter(|_| seen >= enough)
    }

    /// One value too many: where it does not matter which, or only one way
    /// adds up, the rest can be read.
    fn drop_one(
        &self,
        found: &Match,
        printed: usize,
        fields: &Range<usize>,
        notes: &mut Vec<TableNote>,
    ) -> Vec<Option<usize>> {
        let target = &self.targets.rows[found.target];
        let (row, expected, line) = (Some(target.row.id), target.columns.len(), self.line(found));
        notes.push(TableNote::ValueCount { row, expected, found: printed, range: line.range });
        let adds_up = |chosen: &[usize]| self.adds_up(found, chosen) == Some(true);
        let chosen = if printed == expected + 1 { without_one(&line.fields, fields, &adds_up) } else { None };
        let Some(chosen) = chosen else { return vec![None; expected] };
        if chosen.inferred {
            notes.push(TableNote::Inferred { row, range: line.range });
        }
        all(&chosen.fields)
    }

    /// Where, counted from the left, a column of the form is printed.
    fn printed_position(&self, found: &Match, column: usize) -> usize {
        let order = self.orders[found.target].as_deref();
        order.and_then(|order| order.iter().position(|&printed| printed == column)).unwrap_or(column)
    }

    /// Whether the row's own relation holds with these fields; unknown where
    /// it has none, or no total.
    fn adds_up(&self, found: &Match, chosen: &[usize]) -> Option<bool> {
        let columns = self.targets.rows[found.target].columns;
        let mut slots = Vec::with_capacity(columns.len());
        for column in 0..columns.len() {
            slots.push(Slot::of_field(self.line(found), chosen[self.printed_position(found, column)]));
        }
        adds_up_to_its_total(self.spec, columns, &slots)
    }
}

/// Whether a value ran into the label before it.
fn ran_into_the_label(line: &TableLine, label: Option<usize>) -> bool {
    let label = label.and_then(|at| line.fields.get(at)).map_or("", Field::label);
    ends_with_mark(without_marks_behind(label, "件项元万"), "0123456789OolI")
}

/// The fields of a window, one by one.
pub(super) fn fields_of(window: &Range<usize>) -> Vec<usize> {
    window.clone().collect()
}

fn all(fields: &[usize]) -> Vec<Option<usize>> {
    fields.iter().copied().map(Some).collect()
}

/// The fields that are left when one value too many is taken out.
pub(super) struct WithoutOne {
    pub(super) fields: Vec<usize>,
    /// Whether the sums had to choose.
    pub(super) inferred: bool,
}

/// Takes one field out where all ways give the same values, or only one way
/// adds up.
pub(super) fn without_one(
    line: &[Field],
    fields: &Range<usize>,
    adds_up: &dyn Fn(&[usize]) -> bool,
) -> Option<WithoutOne> {
    let mut ways: Vec<Vec<usize>> = Vec::new();
    let reads_as = |known: &[usize], way: &[usize]| {
        known.iter().zip(way).all(|(&one, &other)| line[one].reading == line[other].reading)
    };
    // From the right, so that of equal ways the leftmost fields are taken.
    for dropped in (0..fields.len()).rev() {
        let mut way = fields_of(fields);
        way.remove(dropped);
        if !ways.iter().any(|known| reads_as(known, &way)) {
            ways.push(way);
        }
    }
    let inferred = ways.len() > 1;
    let mut only: Option<Vec<usize>> = None;
    for way in ways {
        if !inferred || adds_up(&way) {
            if only.is_some() {
                return None;
            }
            only = Some(way);
        }
    }
    only.map(|fields| WithoutOne { fields, inferred })
}
