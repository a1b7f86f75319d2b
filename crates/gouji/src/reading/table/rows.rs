//! Tables whose rows are lines: a label, then the cells.

use std::ops::Range;

use super::cells::Rows;
use super::head::read_head;
use super::matching::{Candidate, Match, SHORTEST_SURE_LABEL, Targets, candidate, match_lines};
use super::unread_row;
use crate::form::{FormId, TableSpec};
use crate::reading::fields::TableLine;
use crate::reading::label::{Agreement, folded_label, without_enumeration};
use crate::reading::lines::trimmed;
use crate::reading::{CellReading, Confirmation, Reading, Row, Table, TableNote};
use crate::text::marks::without_marks_before;
use crate::text::{TextRange, fold};

/// No statutory table comes near this number of lines, page breaks included;
/// what lies behind is not searched for more rows.
const MAX_LINES: usize = 600;

/// A table begins once more where one of its first rows comes again.
const FIRST_ROWS: usize = 1;

/// How far, in bytes, behind the last line of a table a row can stand that was
/// copied without its tabs.
const BEHIND_THE_TABLE: usize = 1_000;

/// Reads the table as `spec` lays it out; none where too few of its rows are
/// there. The cost is that of the alignment, with what the head adds.
pub(super) fn read(
    text: &str,
    layout: FormId,
    spec: &'static TableSpec,
    lines: &[TableLine],
    region: TextRange,
) -> Option<(usize, Table)> {
    let targets = Targets::new(spec);
    let merged = merged_labels(spec);
    let (lines, repeated) = first_instance(&targets, lines);
    let mut candidates: Vec<Candidate<'_>> = Vec::with_capacity(lines.len());
    for line in lines {
        candidates.extend(candidate(&targets, &merged, line));
    }
    let (mut cost, matches) = match_lines(&targets, &candidates, lines);
    let by_label = matches.iter().filter(|found| found.agreement.is_some()).count();
    let row_count = targets.rows.len();
    let needed = if row_count == 1 { 1 } else { row_count.div_ceil(6).max(2) };
    if by_label < needed {
        return None;
    }

    let reader = Reader { text, spec, targets: &targets, candidates: &candidates, matches: &matches };
    let mut notes = Vec::new();
    let heads = reader.heads(lines, &mut notes);
    if row_count == 1 && heads.columns_found < 2 {
        return None;
    }
    cost += heads.cost;
    let rows = Rows {
        text,
        spec,
        targets: &targets,
        candidates: &candidates,
        matches: &matches,
        orders: &heads.orders,
        head_windows: &heads.windows,
    };
    let mut rows = rows.read(&mut notes);
    reader.note_labels(&mut notes);
    reader.note_unused_lines(&mut notes);
    let mut shown = heads.range;
    for row in &rows {
        shown = TextRange::cover_both(shown, Some(row.range));
    }
    let shown = shown?;
    for target in reader.rows_not_read(shown, region) {
        let row = targets.rows[target].row.id;
        notes.push(TableNote::RowNotRead { row, range: shown });
        let place = |read: &Row| targets.rows.iter().position(|target| target.row.id == read.id);
        let at = rows.iter().position(|read| place(read) > Some(target)).unwrap_or(rows.len());
        rows.insert(at, unread_row(spec.id, targets.rows[target].row, targets.rows[target].columns, shown));
    }
    if let Some(range) = repeated {
        notes.push(TableNote::Repeated { range });
    }
    let reading = overall_reading(&rows, &notes);
    let confirmed_by = confirmation(reading, &notes);
    Some((cost, Table { id: spec.id, layout, reading, confirmed_by, range: shown, rows, notes }))
}

/// How sure the whole is, given its rows.
pub(super) fn overall_reading(rows: &[Row], notes: &[TableNote]) -> Reading {
    let (mut has_read, mut has_unread) = (false, false);
    for cell in rows.iter().flat_map(|row| &row.cells) {
        let is_unread = cell.reading == CellReading::Unread;
        has_unread |= is_unread;
        has_read |= !is_unread;
    }
    match (has_read, has_unread) {
        (false, _) => Reading::Unreadable,
        (true, true) => Reading::Partial,
        (true, false) if has_inferred(notes) => Reading::Inferred,
        (true, false) => Reading::Exact,
    }
}

/// What the reading of a table rests on whose cells are fields.
pub(super) fn confirmation(reading: Reading, notes: &[TableNote]) -> Option<Confirmation> {
    match reading {
        Reading::Unreadable => None,
        _ if has_inferred(notes) => Some(Confirmation::Sums),
        _ => Some(Confirmation::Grid),
    }
}

fn has_inferred(notes: &[TableNote]) -> bool {
    notes.iter().any(|note| matches!(note, TableNote::Inferred { .. }))
}

/// The labels of merged cells, folded: 三、本年度办理结果, （三）不予公开 ….
fn merged_labels(spec: &TableSpec) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for (row, _) in spec.rows() {
        for group in row.groups {
            let label = folded_label(group.text);
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    labels
}

/// The lines up to where the table's first rows come once more after its last
/// ones, and the place where it begins once more.
fn first_instance<'lines>(
    targets: &Targets,
    lines: &'lines [TableLine],
) -> (&'lines [TableLine], Option<TextRange>) {
    let rows = targets.rows.len();
    let mut labelled: Vec<(usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if labelled.len() < MAX_LINES
            && line.holds_values()
            && let Some(row) = row_labelled_on(targets, line)
        {
            labelled.push((at, row));
        }
    }
    let Some(&(mut first, _)) = labelled.first() else {
        return (&lines[..lines.len().min(MAX_LINES)], None);
    };
    // The rows above the first one with values may all be blank.
    if let Some(first_row) = lines[..first].iter().rposition(|line| row_labelled_on(targets, line) == Some(0))
    {
        first = first_row;
    }
    let from = first.saturating_sub(16);
    let mut highest = 0;
    for (at, row) in labelled {
        if rows > 2 && highest * 4 >= rows * 3 && row <= FIRST_ROWS {
            let rest = lines[at].range.cover(lines[lines.len() - 1].range);
            return (&lines[from..at], Some(rest));
        }
        highest = highest.max(row);
    }
    (&lines[from..lines.len().min(from + MAX_LINES)], None)
}

/// The row that the last of the labels before the values of a line names.
fn row_labelled_on(targets: &Targets, line: &TableLine) -> Option<usize> {
    let mut row = None;
    for field in line.fields.iter().take_while(|field| !field.is_value()) {
        if field.is_text() {
            row = targets.row_labelled(field.label()).or(row);
        }
    }
    row
}

/// What a table is read from.
struct Reader<'a> {
    text: &'a str,
    spec: &'static TableSpec,
    targets: &'a Targets,
    candidates: &'a [Candidate<'a>],
    matches: &'a [Match],
}

/// The heads of all blocks.
struct Heads {
    /// For each target the fields below its columns' labels.
    windows: Vec<Option<Range<usize>>>,
    /// The printed order of each target's columns.
    orders: Vec<Option<Vec<usize>>>,
    /// What the heads add to the cost of the layout: labels of its columns
    /// that are not there.
    cost: usize,
    columns_found: usize,
    range: Option<TextRange>,
}

impl Reader<'_> {
    fn line(&self, found: &Match) -> &TableLine {
        self.candidates[found.candidate].line
    }

    fn heads(&self, lines: &[TableLine], notes: &mut Vec<TableNote>) -> Heads {
        let rows = self.targets.rows.len();
        let mut heads = Heads {
            windows: vec![None; rows],
            orders: vec![None; rows],
            cost: 0,
            columns_found: 0,
            range: None,
        };
        let mut previous_end = 0;
        let mut of_block = 0..0;
        for block in self.spec.blocks {
            of_block = of_block.end..of_block.end + block.rows.len();
            // Where the rows of the block begin, and how many fields all of
            // them have; none where they have not the same number.
            let (mut first, mut last, mut width) = (u32::MAX, 0, None);
            for found in self.matches.iter().filter(|found| of_block.contains(&found.target)) {
                let line = self.line(found);
                if first == u32::MAX {
                    width = Some(line.fields.len());
                }
                first = first.min(line.range.start);
                last = last.max(line.range.start);
                width = width.filter(|width| *width == line.fields.len());
            }
            if first == u32::MAX {
                continue;
            }
            let head = read_head(self.text, self.spec, block, lines, previous_end..first);
            heads.cost += head.missing_columns() * 10;
            heads.columns_found += head.columns_found();
            heads.range = TextRange::cover_both(heads.range, head.range);
            head.note_labels(notes);
            for target in of_block.clone() {
                heads.windows[target] = width.and_then(|width| head.window(width));
                heads.orders[target].clone_from(&head.order);
            }
            previous_end = last;
        }
        heads
    }

    fn note_labels(&self, notes: &mut Vec<TableNote>) {
        for found in self.matches {
            let row = self.targets.rows[found.target].row.id;
            let line = self.line(found);
            match (found.agreement, found.label) {
                (Some(Agreement::Same), _) => {}
                (Some(_), Some(at)) => {
                    notes.push(TableNote::RowLabel { row, range: line.fields[at].range });
                }
                _ => notes.push(TableNote::RowWithoutLabel { row, range: line.range }),
            }
        }
    }

    /// Rows that belong to no line, while their label stands in the table's text:
    /// broken over two lines, or copied without tabs. They are not missing.
    fn rows_not_read(&self, table: TextRange, region: TextRange) -> Vec<usize> {
        let mut not_read = Vec::new();
        if self.matches.len() == self.targets.rows.len() {
            return not_read;
        }
        let behind = TextRange { start: table.end, end: region.end.max(table.end) };
        let searched = table.cover(behind.beginning(self.text, BEHIND_THE_TABLE));
        // Its values may stand within a label that was broken over lines.
        let mut stretch = fold(searched.of(self.text));
        stretch.retain(|character| !character.is_ascii_digit());
        for (target, row) in self.targets.rows.iter().enumerate() {
            if self.matches.iter().any(|found| found.target == target) {
                continue;
            }
            let whole = fold(row.row.label.text);
            let label = without_enumeration(&whole);
            let is_sure = label.chars().count() >= SHORTEST_SURE_LABEL;
            let stands_there =
                || stretch.contains(label) || self.targets.matchers[target].occurs_in(&stretch);
            if self.stands_under_another_label(target)
                || (is_sure && stands_there())
                || (!is_sure && self.begins_a_line(region, &whole, label))
            {
                not_read.push(target);
            }
        }
        not_read
    }

    /// Whether as many lines belong to no row as rows have no line, between
    /// the same neighbours: they may be those rows under misprinted labels.
    fn stands_under_another_label(&self, target: usize) -> bool {
        let before = self.matches.iter().rfind(|found| found.target < target);
        let after = self.matches.iter().find(|found| found.target > target);
        let first_row = before.map_or(0, |found| found.target + 1);
        let next_row = after.map_or(self.targets.rows.len(), |found| found.target);
        let first_line = before.map_or(0, |found| found.candidate + 1);
        let next_line = after.map_or(self.candidates.len(), |found| found.candidate);
        let (mut unused, mut with_numbers) = (0, 0);
        for line in first_line..next_line {
            if !self.is_used(line) {
                unused += 1;
                with_numbers += usize::from(self.candidates[line].line.holds_values());
            }
        }
        let lines = if with_numbers == 0 { unused } else { with_numbers };
        (before.is_some() || after.is_some()) && lines == next_row - first_row
    }

    /// Whether a line with a number begins with a label.
    fn begins_a_line(&self, region: TextRange, whole: &str, label: &str) -> bool {
        let with_digits = |line: &&str| line.bytes().any(|byte| byte.is_ascii_digit());
        region.of(self.text).lines().filter(with_digits).take(MAX_LINES).any(|line| {
            let line = fold(line);
            let line = without_marks_before(&line, ",|");
            line.starts_with(label) || line.starts_with(whole)
        })
    }

    fn is_used(&self, candidate: usize) -> bool {
        self.matches.iter().any(|found| found.candidate == candidate)
    }

    /// Notes lines with values among the rows that belong to none.
    fn note_unused_lines(&self, notes: &mut Vec<TableNote>) {
        let (mut first, mut last) = (usize::MAX, 0);
        for found in self.matches {
            first = first.min(found.candidate);
            last = last.max(found.candidate);
        }
        for at in first..=last {
            let candidate = &self.candidates[at];
            let line = candidate.line;
            if !self.is_used(at) && line.fields.iter().any(|field| field.reading.quantity().is_some()) {
                let label = candidate.labels.last().map(|&(at, _)| line.fields[at].range);
                notes.push(TableNote::UnknownRow { range: trimmed(self.text, line.range), label });
            }
        }
    }
}
