//! The head of a table: labels of columns.

use std::ops::Range;

use crate::form::{BlockSpec, TableSpec};
use crate::reading::TableNote;
use crate::reading::label::{Agreement, Matcher, agreements};
use crate::reading::lines::{Field, TableLine};
use crate::text::{TextRange, fold};

/// How many lines above its first row a table's head can begin.
const MAX_HEAD_LINES: usize = 8;

/// The cells of the table of reviews and lawsuits, which stand side by side.
const WIDEST_TABLE: usize = 15;

/// What was found of the head of a block.
pub(super) struct Head {
    /// How well the best label of each column agrees, and where it stands.
    columns: Vec<Option<(Agreement, TextRange)>>,
    column_ids: Vec<crate::form::ColumnId>,
    /// For each column the field that holds its label, and how many fields that
    /// line has.
    fields: Vec<Option<(usize, usize)>>,
    /// The columns in the order they are printed, where it is not the form's.
    pub(super) order: Option<Vec<usize>>,
    order_line: Option<TextRange>,
    /// From the first to the last line.
    pub(super) range: Option<TextRange>,
}

/// A row has at most its own label and two merged ones.
const MOST_LABELS_OF_A_ROW: usize = 3;

/// Whether a line can only belong to a head: it has no value, and more text
/// than a row, or words that only heads have.
pub(super) fn is_head_line(line: &TableLine) -> bool {
    let texts = || line.fields.iter().filter(|field| field.is_text());
    let holds_values = line.fields.iter().any(Field::is_value);
    !holds_values && (texts().count() > MOST_LABELS_OF_A_ROW || texts().any(stands_in_heads))
}

/// Words that stand in heads and never in the label of a row.
fn stands_in_heads(field: &Field) -> bool {
    const WORDS: [&str; 5] = ["第二十条", "勾稽关系", "申请人情况", "信息内容", "自然人"];
    WORDS.iter().any(|word| field.label().contains(word))
}

/// Reads the head of `block` from the lines that start within `within`.
pub(super) fn read_head(
    text: &str,
    spec: &'static TableSpec,
    block: &'static BlockSpec,
    lines: &[TableLine],
    within: Range<u32>,
) -> Head {
    let head_lines: Vec<&TableLine> = lines
        .iter()
        .filter(|line| within.contains(&line.range.start) && line.range.start >= within.start)
        .filter(|line| !line.fields.iter().any(Field::is_value))
        .collect();
    let head_lines = &head_lines[head_lines.len().saturating_sub(MAX_HEAD_LINES)..];
    let columns: Vec<Matcher> = block.columns.iter().map(|column| Matcher::new(&column.label)).collect();
    let matchers: Vec<&Matcher> = columns.iter().collect();
    let furniture: Vec<Matcher> = spec.furniture.iter().chain(&block.heading).map(Matcher::new).collect();
    let mut head = Head {
        columns: vec![None; block.columns.len()],
        fields: vec![None; block.columns.len()],
        column_ids: block.columns.iter().map(|column| column.id).collect(),
        order: None,
        order_line: None,
        range: None,
    };
    let mut longest: (Vec<usize>, Option<TextRange>) = (Vec::new(), None);
    for line in head_lines {
        let mut in_line = Vec::new();
        let mut recognised = false;
        for (at, field) in line.fields.iter().enumerate().filter(|(_, field)| field.is_text()) {
            let label = field.label();
            let best = agreements(&matchers, label)
                .into_iter()
                .min_by_key(|&(column, agreement)| (agreement, column));
            if let Some((column, agreement)) = best {
                recognised = true;
                in_line.push(column);
                if agreement == Agreement::Same {
                    head.fields[column] = Some((at, line.fields.len()));
                }
                let known = &mut head.columns[column];
                if known.is_none_or(|(known, _)| agreement < known) {
                    *known = Some((agreement, field.range));
                }
            } else if furniture.iter().any(|matcher| matcher.agreement(label).is_some()) {
                recognised = true;
            }
        }
        if recognised {
            let place = crate::reading::lines::trimmed(text, line.range);
            head.range = Some(head.range.map_or(place, |range| range.cover(place)));
        }
        if in_line.len() > longest.0.len() {
            longest = (in_line, Some(line.range));
        }
    }
    // Labels that are broken over several lines are whole where the head is read on.
    if let Some(first) = head_lines.first() {
        let all = TextRange { start: first.range.start, end: within.end };
        let folded = fold(all.of(text));
        for (known, matcher) in head.columns.iter_mut().zip(&columns) {
            let is_there = |(agreement, _): (Agreement, TextRange)| agreement == Agreement::Same;
            if !known.is_some_and(is_there) && matcher.occurs_in(&folded) {
                *known = Some((Agreement::Same, all));
            }
        }
    }
    head.order = printed_order(&longest.0, block.columns.len());
    head.order_line = longest.1;
    head
}

/// The order of all columns, where the labels on one line stand in another
/// order than the form's. Only columns that are neighbours in the form can
/// change places unnoticed by the other lines of the head.
fn printed_order(in_line: &[usize], columns: usize) -> Option<Vec<usize>> {
    let first = in_line.iter().copied().min()?;
    let neighbours = (first..first + in_line.len()).all(|column| in_line.contains(&column));
    if in_line.len() < 3 || !neighbours || in_line.is_sorted() {
        return None;
    }
    let mut order: Vec<usize> = (0..columns).collect();
    order[first..first + in_line.len()].copy_from_slice(in_line);
    Some(order)
}

impl Head {
    pub(super) fn columns_found(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    /// The fields below the labels of all columns, where the head is part of a
    /// grid: its lines have `width` fields, as all rows of the table, and its
    /// labels stand in neighbouring fields. Merged cells that vanished would
    /// have left lines of different lengths.
    pub(super) fn window(&self, width: usize) -> Option<Range<usize>> {
        // Lines as wide as the widest table come from a sheet, whose columns are
        // columns; text that was copied from merged cells is never padded so.
        if width < WIDEST_TABLE {
            return None;
        }
        let (first, _) = self.fields.first().copied().flatten()?;
        let is_in_place = |(column, found): (usize, &Option<(usize, usize)>)| {
            found.is_none_or(|(at, fields)| at == first + column && fields == width)
        };
        let last_is_there = self.fields.last().is_some_and(Option::is_some);
        (last_is_there && self.fields.iter().enumerate().all(is_in_place))
            .then(|| first..first + self.fields.len())
    }

    pub(super) fn missing_columns(&self) -> usize {
        self.columns.len() - self.columns_found()
    }

    /// What is to be said of the labels. A head that is not there at all is
    /// that of a table pasted without it.
    pub(super) fn notes(&self) -> Vec<TableNote> {
        let mut notes = Vec::new();
        let Some(range) = self.range else { return notes };
        let head_is_there = self.columns_found() * 2 >= self.columns.len();
        for (column, found) in self.column_ids.iter().zip(&self.columns) {
            match found {
                Some((Agreement::Same, _)) => {}
                Some((_, place)) => notes.push(TableNote::ColumnLabel { column: *column, range: *place }),
                None if head_is_there => notes.push(TableNote::ColumnWithoutLabel { column: *column, range }),
                None => {}
            }
        }
        if let (Some(_), Some(range)) = (&self.order, self.order_line) {
            notes.push(TableNote::ColumnOrder { range });
        }
        notes
    }
}
