//! Tables whose rows are lines: a label, then the cells.

use std::ops::Range;

use super::align::{Fit, align};
use super::head::{Head, is_head_line, read_head};
use super::values::{Values, find_values};
use crate::form::{CellId, ColumnId, ColumnSpec, FormId, RelationSpec, RowSpec, TableSpec};
use crate::reading::label::{Agreement, Matcher, agreements, without_enumeration};
use crate::reading::lines::{Field, TableLine, trimmed};
use crate::reading::{Cell, CellReading, Quantity, Reading, Row, Table, TableNote};
use crate::text::{TextRange, fold};

/// No statutory table comes near this number of lines, page breaks included;
/// what lies behind is not searched for more rows.
const MAX_LINES: usize = 600;

/// A table begins once more where one of its first rows comes again.
const FIRST_ROWS: usize = 1;

/// As many rows with the same wrong number of values have one cause, which
/// rows that happen to fit share.
const ROWS_OF_ONE_MISCOUNT: usize = 3;

/// How far, in bytes, behind the last line of a table a row can stand that was
/// copied without its tabs.
const BEHIND_THE_TABLE: usize = 1_000;

/// As many rows must have their values in the same fields to make a grid.
const ROWS_OF_A_GRID: usize = 3;

/// A row has at most its own label and two merged ones.
const MOST_LABELS: usize = 3;
/// A label this long, in characters, stands for no column as well.
const SHORTEST_SURE_LABEL: usize = 4;

/// A line, prepared for comparison with the rows.
struct Candidate<'line> {
    line: &'line TableLine,
    /// The text fields before the first value, each with its label folded and
    /// freed of enumeration.
    labels: Vec<(usize, String)>,
    /// Where values can begin, where no field is the row's own label.
    unlabelled_start: usize,
    /// Whether some field is a label, and not one of merged cells.
    has_own_label: bool,
}

/// What is known of each row of the form.
struct Target {
    row: &'static RowSpec,
    columns: &'static [ColumnSpec],
    matcher: Matcher,
}

/// A line that was matched with a row.
struct Match {
    target: usize,
    candidate: usize,
    /// The field that holds the label.
    label: Option<usize>,
    agreement: Option<Agreement>,
    values: Values,
}

/// Reads the table as `spec` lays it out; none where too few of its rows are
/// there. The cost is that of the alignment, with what the head adds.
pub(super) fn read(
    text: &str,
    layout: FormId,
    spec: &'static TableSpec,
    lines: &[TableLine],
    region: TextRange,
) -> Option<(usize, Table)> {
    let targets: Vec<Target> = spec
        .rows()
        .map(|(row, columns)| Target { row, columns, matcher: Matcher::new(&row.label) })
        .collect();
    let merged = merged_labels(spec);
    let lines = first_instance(&targets, lines);
    let (lines, repeated) = (lines.first, lines.rest);
    let candidates: Vec<Candidate<'_>> =
        lines.iter().filter_map(|line| candidate(&targets, &merged, line)).collect();
    // Where no row has merged labels, values begin behind the label, and a line
    // that ends early has lost blanks at most.
    let has_merged = targets.iter().any(|target| !target.row.groups.is_empty());
    let lengths = candidates.iter().map(|candidate| candidate.line.fields.len());
    let width = lengths.max().filter(|_| has_merged).unwrap_or_default();
    let (mut cost, matches) = match_lines(&targets, &candidates, width);
    let by_label = matches.iter().filter(|found| found.agreement.is_some()).count();
    let needed = if targets.len() == 1 { 1 } else { targets.len().div_ceil(6).max(2) };
    if by_label < needed {
        return None;
    }

    let mut notes = Vec::new();
    let head = heads(text, spec, &targets, &candidates, &matches, lines, &mut notes);
    if targets.len() == 1 && head.columns_found < 2 {
        return None;
    }
    cost += head.cost;
    let rows = Rows {
        text,
        spec,
        targets: &targets,
        candidates: &candidates,
        matches: &matches,
        orders: &head.orders,
    }
    .read(&mut notes);
    note_labels(&targets, &candidates, &matches, &mut notes);
    note_unused_lines(text, &candidates, &matches, &mut notes);
    let shown = rows.iter().map(|row| row.range).chain(head.range).reduce(TextRange::cover)?;
    note_rows_not_read(text, &targets, &matches, shown, region, &mut notes);
    if let Some(repeated) = repeated {
        notes.push(TableNote::Repeated { range: repeated });
    }
    let reading = overall_reading(&rows, &notes);
    Some((cost, Table { id: spec.id, layout, reading, range: shown, rows, notes }))
}

/// How sure the whole is, given its rows.
pub(super) fn overall_reading(rows: &[Row], notes: &[TableNote]) -> Reading {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let unread = |cell: &Cell| cell.reading == CellReading::Unread;
    if cells().all(unread) {
        Reading::Unreadable
    } else if cells().any(unread) || notes.iter().any(|note| matches!(note, TableNote::RowNotRead { .. })) {
        Reading::Partial
    } else if notes.iter().any(|note| matches!(note, TableNote::Inferred { .. })) {
        Reading::Inferred
    } else {
        Reading::Exact
    }
}

/// The labels of merged cells, folded: 三、本年度办理结果, （三）不予公开 ….
fn merged_labels(spec: &'static TableSpec) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for group in spec.rows().flat_map(|(row, _)| row.groups) {
        let label = without_enumeration(&fold(group.text)).to_owned();
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

struct Instances<'lines> {
    first: &'lines [TableLine],
    /// Where the table begins once more.
    rest: Option<TextRange>,
}

/// The lines up to where the table's first rows come once more after its last
/// ones.
fn first_instance<'lines>(targets: &[Target], lines: &'lines [TableLine]) -> Instances<'lines> {
    let rows = targets.len();
    let same = |line: &TableLine| {
        let fields = line.fields.iter().take_while(|field| !field.is_value());
        let labels = fields.filter(|field| field.is_text());
        let row =
            |field: &Field| targets.iter().position(|target| target.matcher.agreement_is_same(field.label()));
        labels.filter_map(row).last()
    };
    let holds_values = |line: &TableLine| line.fields.iter().any(Field::is_value);
    let labelled: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| holds_values(line))
        .filter_map(|(at, line)| same(line).map(|row| (at, row)))
        .take(MAX_LINES)
        .collect();
    let Some(&(first, _)) = labelled.first() else {
        return Instances { first: &lines[..lines.len().min(MAX_LINES)], rest: None };
    };
    let from = first.saturating_sub(16);
    let mut highest = 0;
    for &(at, row) in &labelled {
        if rows > 2 && highest * 4 >= rows * 3 && row <= FIRST_ROWS {
            let end = lines.last().map_or(0, |line| line.range.end as usize);
            let rest = TextRange::new(lines[at].range.start as usize, end);
            return Instances { first: &lines[from..at], rest: Some(rest) };
        }
        highest = highest.max(row);
    }
    Instances { first: &lines[from..lines.len().min(from + MAX_LINES)], rest: None }
}

/// Prepares a line that can be a row: it holds a value, or blanks enough.
fn candidate<'line>(
    targets: &[Target],
    merged: &[String],
    line: &'line TableLine,
) -> Option<Candidate<'line>> {
    // A row in which nothing is a number looks like a head, but for its label.
    let is_row = |field: &Field| {
        field.label().chars().count() >= SHORTEST_SURE_LABEL
            && targets.iter().any(|target| target.matcher.agreement_is_same(field.label()))
    };
    if is_head_line(line) && !line.fields.iter().take(MOST_LABELS).any(is_row) {
        return None;
    }
    let before_values = line.fields.iter().position(Field::is_value).unwrap_or(line.fields.len());
    let mut labels = Vec::new();
    let mut unlabelled_start = 0;
    let mut has_own_label = false;
    for (at, field) in line.fields[..before_values].iter().enumerate() {
        if !field.is_text() {
            continue;
        }
        let label = field.label().to_owned();
        // A merged label may have run into the row's own.
        let own = without_merged(merged, &label);
        match own {
            Some("") => unlabelled_start = at + 1,
            Some(own) => {
                has_own_label = true;
                labels.push((at, own.to_owned()));
            }
            // A lone numeral, such as 一、 in a cell of its own.
            None if label.is_empty() => unlabelled_start = at + 1,
            None => has_own_label = true,
        }
        labels.push((at, label));
    }
    let holds_value = before_values < line.fields.len();
    (holds_value || !labels.is_empty()).then_some(Candidate { line, labels, unlabelled_start, has_own_label })
}

/// What is left of a label when the merged ones before it are taken off; none
/// where there are none.
fn without_merged<'label>(merged: &[String], label: &'label str) -> Option<&'label str> {
    let one_off = |label: &'label str| {
        merged.iter().find_map(|merged| label.strip_prefix(merged.as_str())).map(without_enumeration)
    };
    let mut own = one_off(label)?;
    while let Some(rest) = one_off(own) {
        own = rest;
    }
    Some(own)
}

impl Candidate<'_> {
    /// For each row, the field that agrees best with it, and how well.
    fn best_labels(&self, targets: &[Target]) -> Vec<Option<(Agreement, usize)>> {
        let matchers: Vec<&Matcher> = targets.iter().map(|target| &target.matcher).collect();
        let mut best: Vec<Option<(Agreement, usize)>> = vec![None; targets.len()];
        // Of several that agree alike, the rightmost is the row's own.
        for (at, label) in self.labels.iter().rev() {
            for (row, agreement) in agreements(&matchers, label) {
                if best[row].is_none_or(|(known, _)| agreement < known) {
                    best[row] = Some((agreement, *at));
                }
            }
        }
        best
    }

    /// The values, given the field that holds the label.
    fn values(&self, label: Option<usize>, columns: usize, width: usize) -> Values {
        let fields = &self.line.fields;
        let start = label.map_or(self.unlabelled_start, |at| at + 1);
        let values = find_values(fields, start, columns, width);
        if !matches!(values, Values::Count { .. }) {
            return values;
        }
        // The label may go on in further fields.
        let end_of_label = (start..fields.len()).find(|&at| !fields[at].is_text()).unwrap_or(fields.len());
        match find_values(fields, end_of_label, columns, width) {
            Values::Count { .. } => values,
            behind_label => behind_label,
        }
    }
}

/// Matches the lines with the rows; lines with the very label of a row that
/// found no line are taken even where the order is broken.
fn match_lines(targets: &[Target], candidates: &[Candidate<'_>], width: usize) -> (usize, Vec<Match>) {
    let best_labels: Vec<Vec<Option<(Agreement, usize)>>> =
        candidates.iter().map(|candidate| candidate.best_labels(targets)).collect();
    let fit_of = |line: usize, row: usize| match best_labels[line][row] {
        Some((agreement, _)) => Fit::Label(agreement),
        None => fit_by_position(&candidates[line], &targets[row], width),
    };
    let (cost, mut rows_of_lines) = align(candidates.len(), targets.len(), fit_of);
    for line in 0..candidates.len() {
        if rows_of_lines[line].is_some() {
            continue;
        }
        let free = |row: &usize| !rows_of_lines.contains(&Some(*row));
        let same = |row: &usize| fit_of(line, *row) == Fit::Label(Agreement::Same);
        rows_of_lines[line] = (0..targets.len()).filter(same).find(free);
    }
    drop_uncertain_positions(&mut rows_of_lines, targets.len(), &fit_of);
    let matches = (0..targets.len()).filter_map(|target| {
        let line = rows_of_lines.iter().position(|row| *row == Some(target))?;
        let best = best_labels[line][target];
        let label = best.map(|(_, at)| at);
        Some(Match {
            target,
            candidate: line,
            label,
            agreement: best.map(|(agreement, _)| agreement),
            values: candidates[line].values(label, targets[target].columns.len(), width),
        })
    });
    let mut matches: Vec<Match> = matches.collect();
    share_miscounts(targets, candidates, &mut matches);
    (cost, matches)
}

/// Where several rows have the same wrong number of values, rows that have as
/// many and a blank at their end have lost the same one.
fn share_miscounts(targets: &[Target], candidates: &[Candidate<'_>], matches: &mut [Match]) {
    let count = |values: &Values| match values {
        Values::Count { found, .. } if *found > 0 => Some(*found),
        _ => None,
    };
    let counts: Vec<usize> = matches.iter().filter_map(|found| count(&found.values)).collect();
    for found in matches.iter_mut() {
        let columns = targets[found.target].columns.len();
        let fields = &candidates[found.candidate].line.fields;
        let window = match &found.values {
            Values::Window(window) => window.clone(),
            Values::Open(windows) => windows[0].start..windows[windows.len() - 1].end,
            _ => continue,
        };
        let filled = |at: &usize| fields.get(*at).is_some_and(|field| !field.is_blank());
        let (Some(first), Some(last)) = (window.clone().find(filled), window.rev().find(filled)) else {
            continue;
        };
        let span = last + 1 - first;
        if span < columns && counts.iter().filter(|count| **count == span).count() >= ROWS_OF_ONE_MISCOUNT {
            found.values = Values::Count { found: span, fields: first..last + 1 };
        }
    }
}

fn fit_by_position(candidate: &Candidate<'_>, target: &Target, width: usize) -> Fit {
    // Few columns are too little to know a row without a label by.
    let by_position = !candidate.has_own_label
        && candidate.line.fields.iter().any(Field::is_value)
        && target.columns.len() > 3
        && matches!(candidate.values(None, target.columns.len(), width), Values::Window(_));
    if by_position { Fit::Position } else { Fit::None }
}

/// A line without a label belongs to a row only where the lines without labels
/// between two known rows are as many as the rows between them.
fn drop_uncertain_positions(
    rows_of_lines: &mut [Option<usize>],
    rows: usize,
    fit_of: &impl Fn(usize, usize) -> Fit,
) {
    let by_label = |line: usize, row: Option<usize>| row.filter(|&row| fit_of(line, row) != Fit::Position);
    let anchors: Vec<(usize, usize)> = rows_of_lines
        .iter()
        .enumerate()
        .filter_map(|(line, row)| by_label(line, *row).map(|row| (line, row)))
        .collect();
    for (line, row_of_line) in rows_of_lines.iter_mut().enumerate() {
        if row_of_line.is_none() || by_label(line, *row_of_line).is_some() {
            continue;
        }
        let before = anchors.iter().rev().find(|(anchor, _)| *anchor < line);
        let after = anchors.iter().find(|(anchor, _)| *anchor > line);
        let certain = match (before, after) {
            (Some(&(line_before, row_before)), Some(&(line_after, row_after))) => {
                row_after > row_before
                    && row_after <= rows
                    && line_after - line_before == row_after - row_before
            }
            _ => false,
        };
        if !certain {
            *row_of_line = None;
        }
    }
}

/// The heads of all blocks.
struct Heads {
    /// The printed order of each target's columns.
    orders: Vec<Option<Vec<usize>>>,
    /// What the heads add to the cost of the layout: labels of its columns
    /// that are not there.
    cost: usize,
    columns_found: usize,
    range: Option<TextRange>,
}

fn heads(
    text: &str,
    spec: &'static TableSpec,
    targets: &[Target],
    candidates: &[Candidate<'_>],
    matches: &[Match],
    lines: &[TableLine],
    notes: &mut Vec<TableNote>,
) -> Heads {
    let mut heads = Heads { orders: vec![None; targets.len()], cost: 0, columns_found: 0, range: None };
    let start_of = |found: &Match| candidates[found.candidate].line.range.start;
    let mut previous_end = 0;
    let mut first_target = 0;
    for block in spec.blocks {
        let block_targets = first_target..first_target + block.rows.len();
        first_target = block_targets.end;
        let of_block = || matches.iter().filter(|found| block_targets.contains(&found.target));
        let Some(start) = of_block().map(start_of).min() else { continue };
        let head: Head = read_head(text, spec, block, lines, previous_end..start);
        heads.cost += head.missing_columns() * 10;
        heads.columns_found += head.columns_found();
        heads.range = heads.range.into_iter().chain(head.range).reduce(TextRange::cover);
        notes.extend(head.notes());
        if let Some(order) = head.order {
            for target in block_targets.clone() {
                heads.orders[target] = Some(order.clone());
            }
        }
        previous_end = of_block().map(start_of).max().unwrap_or(start);
    }
    heads
}

/// Everything the cells of the rows are read from.
struct Rows<'a> {
    text: &'a str,
    spec: &'static TableSpec,
    targets: &'a [Target],
    candidates: &'a [Candidate<'a>],
    matches: &'a [Match],
    orders: &'a [Option<Vec<usize>>],
}

impl Rows<'_> {
    fn read(&self, notes: &mut Vec<TableNote>) -> Vec<Row> {
        self.matches.iter().map(|found| self.row(found, notes)).collect()
    }

    fn row(&self, found: &Match, notes: &mut Vec<TableNote>) -> Row {
        let target = &self.targets[found.target];
        let line = self.candidates[found.candidate].line;
        let columns = target.columns.len();
        let chosen: Vec<Option<usize>> = match &found.values {
            Values::Window(window) if self.lost_to_the_next_line(found, window) => {
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
        if line.before_lone_number && is_blank(window.end - 1) {
            return true;
        }
        let next = self.candidates.get(found.candidate + 1);
        let is_unused = || self.matches.iter().all(|other| other.candidate != found.candidate + 1);
        window.clone().all(is_blank)
            && next.is_some_and(|next| {
                !next.has_own_label && next.line.fields.iter().any(Field::is_value) && is_unused()
            })
    }

    /// Of several windows: the one the grid has, or that of the rows that
    /// stand under the same merged labels; else the only one whose sum is
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
        let witness = self.window_of_the_grid(found).or_else(|| self.window_of_the_run(found));
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

fn note_labels(
    targets: &[Target],
    candidates: &[Candidate<'_>],
    matches: &[Match],
    notes: &mut Vec<TableNote>,
) {
    for found in matches {
        let row = targets[found.target].row.id;
        let line = candidates[found.candidate].line;
        match (found.agreement, found.label) {
            (Some(Agreement::Same), _) => {}
            (Some(_), Some(at)) => notes.push(TableNote::RowLabel { row, range: line.fields[at].range }),
            _ => notes.push(TableNote::RowWithoutLabel { row, range: line.range }),
        }
    }
}

/// Rows that belong to no line, while their label stands in the table's text:
/// broken over two lines, or copied without tabs. They are not missing.
fn note_rows_not_read(
    text: &str,
    targets: &[Target],
    matches: &[Match],
    table: TextRange,
    region: TextRange,
    notes: &mut Vec<TableNote>,
) {
    let absent = |target: &usize| matches.iter().all(|found| found.target != *target);
    let absent: Vec<usize> = (0..targets.len()).filter(absent).collect();
    if absent.is_empty() {
        return;
    }
    let mut end = (table.end as usize + BEHIND_THE_TABLE).min(region.end as usize).max(table.end as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let stretch = fold(TextRange::new(table.start as usize, end).of(text));
    for target in absent {
        let label = fold(targets[target].row.label.text);
        let is_sure = label.chars().count() >= SHORTEST_SURE_LABEL;
        if is_sure && (stretch.contains(&label) || targets[target].matcher.occurs_in(&stretch)) {
            notes.push(TableNote::RowNotRead { row: targets[target].row.id, range: table });
        }
    }
}

/// Lines with values among the rows that belong to none.
fn note_unused_lines(
    text: &str,
    candidates: &[Candidate<'_>],
    matches: &[Match],
    notes: &mut Vec<TableNote>,
) {
    let used = |at: usize| matches.iter().any(|found| found.candidate == at);
    let first = matches.iter().map(|found| found.candidate).min();
    let last = matches.iter().map(|found| found.candidate).max();
    let (Some(first), Some(last)) = (first, last) else { return };
    for (at, candidate) in candidates.iter().enumerate().take(last + 1).skip(first) {
        if !used(at) && candidate.line.fields.iter().any(|field| field.reading.quantity().is_some()) {
            let range = trimmed(text, candidate.line.range);
            let label = candidate.labels.last().map(|(at, _)| candidate.line.fields[*at].range);
            notes.push(TableNote::UnknownRow { range, label });
        }
    }
}
