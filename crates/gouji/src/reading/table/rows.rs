//! Tables whose rows are lines: a label, then the cells.

use std::ops::Range;

use super::cells::Rows;
use super::head::{Head, read_head};
use super::matching::{Candidate, Match, SHORTEST_SURE_LABEL, Target, candidate, match_lines};
use super::unread_row;
use crate::form::{FormId, TableSpec};
use crate::reading::label::{Agreement, Matcher, without_enumeration};
use crate::reading::lines::{Field, TableLine, trimmed};
use crate::reading::{Cell, CellReading, Confirmation, Reading, Row, Table, TableNote};
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
    let targets: Vec<Target> = spec
        .rows()
        .map(|(row, columns)| Target { row, columns, matcher: Matcher::new(&row.label) })
        .collect();
    let merged = merged_labels(spec);
    let lines = first_instance(&targets, lines);
    let (lines, repeated) = (lines.first, lines.rest);
    let candidates: Vec<Candidate<'_>> =
        lines.iter().filter_map(|line| candidate(&targets, &merged, line)).collect();
    let (mut cost, matches) = match_lines(&targets, &candidates, lines);
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
    let mut rows = Rows {
        text,
        spec,
        targets: &targets,
        candidates: &candidates,
        matches: &matches,
        orders: &head.orders,
        head_windows: &head.windows,
    }
    .read(&mut notes);
    note_labels(&targets, &candidates, &matches, &mut notes);
    note_unused_lines(text, &candidates, &matches, &mut notes);
    let shown = rows.iter().map(|row| row.range).chain(head.range).reduce(TextRange::cover)?;
    for target in rows_not_read(text, &targets, &candidates, &matches, shown, region) {
        let Target { row, columns, .. } = &targets[target];
        notes.push(TableNote::RowNotRead { row: row.id, range: shown });
        let place = |read: &Row| targets.iter().position(|target| target.row.id == read.id);
        let at = rows.iter().position(|read| place(read) > Some(target)).unwrap_or(rows.len());
        rows.insert(at, unread_row(spec.id, row, columns, shown));
    }
    if let Some(repeated) = repeated {
        notes.push(TableNote::Repeated { range: repeated });
    }
    let reading = overall_reading(&rows, &notes);
    let confirmed_by = confirmation(reading, &notes);
    Some((cost, Table { id: spec.id, layout, reading, confirmed_by, range: shown, rows, notes }))
}

/// How sure the whole is, given its rows.
pub(super) fn overall_reading(rows: &[Row], notes: &[TableNote]) -> Reading {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let unread = |cell: &Cell| cell.reading == CellReading::Unread;
    if cells().all(unread) {
        Reading::Unreadable
    } else if cells().any(unread) {
        Reading::Partial
    } else if notes.iter().any(|note| matches!(note, TableNote::Inferred { .. })) {
        Reading::Inferred
    } else {
        Reading::Exact
    }
}

/// What the reading of a table rests on whose cells are fields.
pub(super) fn confirmation(reading: Reading, notes: &[TableNote]) -> Option<Confirmation> {
    let inferred = notes.iter().any(|note| matches!(note, TableNote::Inferred { .. }));
    match reading {
        Reading::Unreadable => None,
        _ if inferred => Some(Confirmation::Sums),
        _ => Some(Confirmation::Grid),
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
    // The rows above the first one with values may all be blank.
    let first_label =
        |first: usize| lines[..first].iter().rposition(|line| same(line) == Some(0)).unwrap_or(first);
    let Some(&(first, _)) = labelled.first() else {
        return Instances { first: &lines[..lines.len().min(MAX_LINES)], rest: None };
    };
    let from = first_label(first).saturating_sub(16);
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

fn heads(
    text: &str,
    spec: &'static TableSpec,
    targets: &[Target],
    candidates: &[Candidate<'_>],
    matches: &[Match],
    lines: &[TableLine],
    notes: &mut Vec<TableNote>,
) -> Heads {
    let mut heads = Heads {
        windows: vec![None; targets.len()],
        orders: vec![None; targets.len()],
        cost: 0,
        columns_found: 0,
        range: None,
    };
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
        let mut widths = of_block().map(|found| candidates[found.candidate].line.fields.len());
        if let Some(width) = widths.next()
            && widths.all(|other| other == width)
        {
            for target in block_targets.clone() {
                heads.windows[target] = head.window(width);
            }
        }
        if let Some(order) = head.order {
            for target in block_targets.clone() {
                heads.orders[target] = Some(order.clone());
            }
        }
        previous_end = of_block().map(start_of).max().unwrap_or(start);
    }
    heads
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
fn rows_not_read(
    text: &str,
    targets: &[Target],
    candidates: &[Candidate<'_>],
    matches: &[Match],
    table: TextRange,
    region: TextRange,
) -> Vec<usize> {
    let absent = |target: &usize| matches.iter().all(|found| found.target != *target);
    let mut absent: Vec<usize> = (0..targets.len()).filter(absent).collect();
    if absent.is_empty() {
        return absent;
    }
    let mut end = (table.end as usize + BEHIND_THE_TABLE).min(region.end as usize).max(table.end as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // Its values may stand within a label that was broken over lines.
    let mut stretch = fold(TextRange::new(table.start as usize, end).of(text));
    stretch.retain(|character| !character.is_ascii_digit());
    let line_of = |found: Option<&Match>| found.map(|found| found.candidate);
    let is_used = |line: usize| matches.iter().any(|found| found.candidate == line);
    let holds_numbers = |line: usize| candidates[line].line.fields.iter().any(Field::is_value);
    // As many lines that belong to no row as rows that have no line, between
    // the same neighbours: they may be those rows under misprinted labels.
    let stands_under_another_label = |target: usize| {
        let before = matches.iter().rfind(|found| found.target < target);
        let after = matches.iter().find(|found| found.target > target);
        let (first, last) =
            (before.map_or(0, |found| found.target + 1), after.map_or(targets.len(), |found| found.target));
        let lines = line_of(before).map_or(0, |line| line + 1)..line_of(after).unwrap_or(candidates.len());
        let unused: Vec<usize> = lines.filter(|&line| !is_used(line)).collect();
        let with_numbers = unused.iter().filter(|&&line| holds_numbers(line)).count();
        let is_as_many = |lines: usize| lines == last - first;
        (before.is_some() || after.is_some())
            && (is_as_many(with_numbers) || (with_numbers == 0 && is_as_many(unused.len())))
    };
    absent.retain(|&target| {
        if stands_under_another_label(target) {
            return true;
        }
        let whole = fold(targets[target].row.label.text);
        let label = without_enumeration(&whole);
        let is_sure = label.chars().count() >= SHORTEST_SURE_LABEL;
        let begins_a_line = || {
            let lines = region
                .of(text)
                .lines()
                .filter(|line| line.contains(|character: char| character.is_ascii_digit()));
            lines.map(fold).take(MAX_LINES).any(|line| {
                let line = line.trim_start_matches([',', '|']);
                line.starts_with(label) || line.starts_with(&whole)
            })
        };
        let there = || stretch.contains(label) || targets[target].matcher.occurs_in(&stretch);
        if is_sure { there() } else { begins_a_line() }
    });
    absent
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
