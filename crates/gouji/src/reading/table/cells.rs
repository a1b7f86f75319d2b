//! What stands in the cells of a row, given its line and where its values can be.

use std::ops::Range;

use super::matching::{Candidate, Match, Target};
use super::values::Values;
use crate::form::{CellId, ColumnId, ColumnSpec, RelationSpec, TableSpec};
use crate::reading::lines::{Field, TableLine, trimmed};
use crate::reading::{Cell, CellReading, Quantity, Row, TableNote};
use crate::text::TextRange;

/// As many rows must have their values in the same fields to make a grid.
const ROWS_OF_A_GRID: usize = 3;

/// Everything the cells of the rows are read from.
pub(super) struct Rows<'a> {
    pub(super) text: &'a str,
    pub(super) spec: &'static TableSpec,
    pub(super) targets: &'a [Target],
    pub(super) candidates: &'a [Candidate<'a>],
    pub(super) matches: &'a [Match],
    pub(super) orders: &'a [Option<Vec<usize>>],
    pub(super) head_windows: &'a [Option<Range<usize>>],
}

impl Rows<'_> {
    pub(super) fn read(&self, notes: &mut Vec<TableNote>) -> Vec<Row> {
        self.matches.iter().map(|found| self.row(found, notes)).collect()
    }

    fn row(&self, found: &Match, notes: &mut Vec<TableNote>) -> Row {
        let target = &self.targets[found.target];
        let line = self.candidates[found.candidate].line;
        let columns = target.columns.len();
        let chosen: Vec<Option<usize>> = match &found.values {
            Values::Window(window)
                if self.lost_to_the_next_line(found, window) || ran_into_the_label(line, found.label) =>
            {
                notes.push(TableNote::Open { row: target.row.id, range: line.range });
                vec![None; columns]
            }
            Values::Window(window) => window.clone().map(Some).collect(),
            Values::Scattered(fields) => fields.iter().copied().map(Some).collect(),
            Values::Short => {
                notes.push(TableNote::Open { row: target.row.id, range: line.range });
                vec![None; columns]
            }
            Values::Open(windows) => self.choose(found, windows, line.range, notes),
            Values::Count { found: printed, fields } => {
                self.drop_one(found, *printed, fields, line.range, notes)
            }
        };
        let cells: Vec<Cell> = (0..columns)
            .map(|column| {
                let id =
                    CellId { table: self.spec.id, row: target.row.id, column: target.columns[column].id };
                match chosen[self.printed_position(found, column)] {
                    Some(at) => {
                        let (reading, range) = field_or_lost(line, at);
                        Cell { id, reading, range, corrected: None }
                    }
                    None => Cell {
                        id,
                        reading: CellReading::Unread,
                        range: trimmed(self.text, line.range),
                        corrected: None,
                    },
                }
            })
            .collect();
        Row {
            id: target.row.id,
            label: found.label.map(|at| line.fields[at].range),
            range: line.range,
            cells,
        }
    }

    /// Whether values of the row stand on the next line: the last one alone, or
    /// all of them without a label.
    fn lost_to_the_next_line(&self, found: &Match, window: &Range<usize>) -> bool {
        let line = self.candidates[found.candidate].line;
        let is_blank = |at: usize| field_or_lost(line, at).0 == CellReading::Blank;
        // The number may be the last value, or the rest of it.
        if line.before_lone_number {
            return true;
        }
        let next = self.candidates.get(found.candidate + 1);
        let is_unused = || self.matches.iter().all(|other| other.candidate != found.candidate + 1);
        window.clone().all(is_blank)
            && next.is_some_and(|next| {
                // A label that ends its line may go on in the next.
                let may_go_on = !next.has_own_label || window.start >= line.fields.len();
                may_go_on && next.line.fields.iter().any(Field::is_value) && is_unused()
            })
    }

    /// Of several windows: the one the grid has, or that of the rows that
    /// stand under the same merged labels, or the one below the head; else the only one whose sum is
    /// right where those of all others are wrong. Where that leaves it open,
    /// the cells that are the same in every window are read, and no others.
    fn choose(
        &self,
        found: &Match,
        windows: &[Range<usize>],
        range: TextRange,
        notes: &mut Vec<TableNote>,
    ) -> Vec<Option<usize>> {
        let row = self.targets[found.target].row.id;
        let line = self.candidates[found.candidate].line;
        let sums: Vec<Option<bool>> =
            windows.iter().map(|window| self.adds_up(found, &line.fields, &fields_of(window))).collect();
        let right: Vec<usize> = (0..windows.len()).filter(|&at| sums[at] == Some(true)).collect();
        let witness = self
            .window_of_the_grid(found)
            .or_else(|| self.window_of_the_run(found))
            .or_else(|| self.head_windows[found.target].clone());
        let witness = witness.and_then(|witness| windows.iter().position(|window| *window == witness));
        match witness {
            Some(at) if sums[at] != Some(false) || right.is_empty() => {
                return windows[at].clone().map(Some).collect();
            }
            None if right.len() == 1 && !sums.contains(&None) => {
                notes.push(TableNote::Inferred { row: Some(row), range });
                return windows[right[0]].clone().map(Some).collect();
            }
            _ => {}
        }
        notes.push(TableNote::Open { row, range });
        let reading = |window: &Range<usize>, position: usize| field_or_lost(line, window.start + position).0;
        (0..self.targets[found.target].columns.len())
            .map(|position| {
                let first = reading(&windows[0], position);
                let same = windows.iter().all(|window| reading(window, position) == first);
                same.then(|| windows[0].start + position)
            })
            .collect()
    }

    /// Where the values stand in every row: behind the label where no row has
    /// merged labels, else in the fields that all rows share whose values
    /// leave no choice. Text that was copied from merged cells often has no
    /// such grid: there each row is shifted by its own labels.
    fn window_of_the_grid(&self, found: &Match) -> Option<Range<usize>> {
        let columns = self.targets[found.target].columns.len();
        if self.targets.iter().all(|target| target.row.groups.is_empty()) {
            return found.label.map(|label| label + 1..label + 1 + columns);
        }
        self.common_window(found, self.matches.iter(), ROWS_OF_A_GRID)
    }

    /// Where the values stand in the rows next to this one under the same
    /// merged labels, where they have their label in the same field and as
    /// many fields. Rows elsewhere tell nothing: （七）总计 often has its values
    /// one field further left than rows that look like it.
    fn window_of_the_run(&self, found: &Match) -> Option<Range<usize>> {
        let groups = |target: usize| self.targets[target].row.groups.iter().map(|label| label.text);
        let in_run = |target: &usize| groups(*target).eq(groups(found.target));
        let before = (0..found.target).rev().take_while(in_run);
        let run: Vec<usize> =
            before.chain((found.target + 1..self.targets.len()).take_while(in_run)).collect();
        let shape = |found: &Match| (found.label, self.candidates[found.candidate].line.fields.len());
        let alike =
            self.matches.iter().filter(|other| run.contains(&other.target) && shape(other) == shape(found));
        self.common_window(found, alike, 1)
    }

    /// The window that all of `rows` share whose values leave no choice, where
    /// there are enough of them.
    fn common_window<'m>(
        &self,
        found: &Match,
        rows: impl Iterator<Item = &'m Match>,
        enough: usize,
    ) -> Option<Range<usize>> {
        let columns = self.targets[found.target].columns.len();
        let mut windows = rows.filter_map(|other| match &other.values {
            Values::Window(window) if window.len() == columns => {
                // A row of blanks has a window by convention only.
                let fields = self.candidates[other.candidate].line.fields.get(window.clone())?;
                fields.iter().any(Field::is_value).then(|| window.clone())
            }
            _ => None,
        });
        let first = windows.next()?;
        let mut seen = 1;
        let all_the_same = windows.all(|window| {
            seen += 1;
            window == first
        });
        (all_the_same && seen >= enough).then_some(first)
    }

    /// One value too many: where it does not matter which, or only one way
    /// adds up, the rest can be read.
    fn drop_one(
        &self,
        found: &Match,
        printed: usize,
        fields: &Range<usize>,
        range: TextRange,
        notes: &mut Vec<TableNote>,
    ) -> Vec<Option<usize>> {
        let target = &self.targets[found.target];
        let columns = target.columns.len();
        let unread = vec![None; columns];
        notes.push(TableNote::ValueCount {
            row: Some(target.row.id),
            expected: columns,
            found: printed,
            range,
        });
        if printed != columns + 1 {
            return unread;
        }
        let line = &self.candidates[found.candidate].line.fields;
        let adds_up = |chosen: &[usize]| self.adds_up(found, line, chosen) == Some(true);
        let Some(chosen) = without_one(line, fields, adds_up) else { return unread };
        if chosen.inferred {
            notes.push(TableNote::Inferred { row: Some(target.row.id), range });
        }
        chosen.fields.into_iter().map(Some).collect()
    }

    /// Where, counted from the left, a column of the form is printed.
    fn printed_position(&self, found: &Match, column: usize) -> usize {
        let order = self.orders[found.target].as_deref();
        order.and_then(|order| order.iter().position(|&printed| printed == column)).unwrap_or(column)
    }

    /// Whether the row's own relation holds with these fields; unknown where
    /// it has none, or no total.
    fn adds_up(&self, found: &Match, fields: &[Field], chosen: &[usize]) -> Option<bool> {
        let columns = self.targets[found.target].columns;
        let by_column: Vec<usize> =
            (0..columns.len()).map(|column| chosen[self.printed_position(found, column)]).collect();
        self.spec.relations.iter().find_map(|relation| match relation {
            RelationSpec::InEveryRow { addends, total, .. } => {
                row_adds_up(columns, addends, *total, fields, &by_column)
            }
            RelationSpec::InEveryColumn { .. } => None,
        })
    }
}

/// Whether a value ran into the label before it.
fn ran_into_the_label(line: &TableLine, label: Option<usize>) -> bool {
    let label = label.and_then(|at| line.fields.get(at)).map_or("", Field::label);
    let bare = label.trim_end_matches(['件', '项', '元', '万']);
    bare.ends_with(|character: char| character.is_ascii_digit() || "OolI".contains(character))
}

/// The fields of a window, one by one.
pub(super) fn fields_of(window: &Range<usize>) -> Vec<usize> {
    window.clone().collect()
}

/// What a field holds, and where; a field beyond the end of its line is a
/// blank that was lost.
pub(super) fn field_or_lost(line: &TableLine, at: usize) -> (CellReading, TextRange) {
    let end = TextRange { start: line.range.end, end: line.range.end };
    line.fields.get(at).map_or((CellReading::Blank, end), |field| (field.reading.clone(), field.range))
}

/// Whether the addends make the total, blanks and signs for none as 0. A blank
/// total tells nothing.
pub(super) fn row_adds_up(
    columns: &[ColumnSpec],
    addends: &[ColumnId],
    total: ColumnId,
    fields: &[Field],
    chosen: &[usize],
) -> Option<bool> {
    let reading = |id| {
        let position = columns.iter().position(|column| column.id == id)?;
        Some(fields.get(*chosen.get(position)?).map_or(&CellReading::Blank, |field| &field.reading))
    };
    let count = |reading: &CellReading| match reading.quantity()? {
        Quantity::Count(count) => Some(*count),
        Quantity::Decimal(_) => None,
    };
    let addend = |&id| match reading(id)? {
        CellReading::Blank | CellReading::Mark => Some(0),
        printed => count(printed),
    };
    let total = reading(total)?;
    if matches!(total, CellReading::Blank | CellReading::Mark) {
        return None;
    }
    let sum: Option<i64> = addends.iter().map(addend).sum();
    Some(sum.is_some() && sum == count(total))
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
    adds_up: impl Fn(&[usize]) -> bool,
) -> Option<WithoutOne> {
    let mut ways: Vec<Vec<usize>> = Vec::new();
    let readings = |way: &[usize]| way.iter().map(|&at| line[at].reading.clone()).collect::<Vec<_>>();
    // From the right, so that of equal ways the leftmost fields are taken.
    for dropped in fields.clone().rev() {
        let way: Vec<usize> = fields.clone().filter(|&at| at != dropped).collect();
        if !ways.iter().any(|known| readings(known) == readings(&way)) {
            ways.push(way);
        }
    }
    if ways.len() == 1 {
        return ways.pop().map(|fields| WithoutOne { fields, inferred: false });
    }
    ways.retain(|way| adds_up(way));
    if ways.len() == 1 { ways.pop().map(|fields| WithoutOne { fields, inferred: true }) } else { None }
}
