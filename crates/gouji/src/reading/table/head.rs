//! The head of a table: labels of columns.

use std::ops::Range;

use crate::form::{BlockSpec, ColumnId, TableSpec};
use crate::reading::TableNote;
use crate::reading::fields::{Field, TableLine};
use crate::reading::label::{Agreement, Matcher, best_agreement};
use crate::reading::lines::trimmed;
use crate::text::{TextRange, fold};

/// How many lines above its first row a table's head can begin.
const MAX_HEAD_LINES: usize = 8;

/// The cells of the table of reviews and lawsuits, which stand side by side.
const WIDEST_TABLE: usize = 15;

/// What was found of the head of a block.
pub(super) struct Head {
    columns: Vec<ColumnLabel>,
    /// The columns in the order they are printed, where it is not the form's.
    pub(super) order: Option<Vec<usize>>,
    order_line: Option<TextRange>,
    /// From the first to the last line.
    pub(super) range: Option<TextRange>,
}

/// What was found of the label of a column.
struct ColumnLabel {
    id: ColumnId,
    /// How well the best one agrees, and where it stands.
    found: Option<(Agreement, TextRange)>,
    /// The field that holds it, and how many fields that line has.
    field: Option<(usize, usize)>,
}

/// A row has at most its own label and two merged ones.
const MOST_LABELS_OF_A_ROW: usize = 3;

/// Whether a line can only belong to a head: it has no value, and more text
/// than a row, or words that only heads have.
pub(super) fn is_head_line(line: &TableLine) -> bool {
    let texts = || line.fields.iter().filter(|field| field.is_text());
    !line.holds_values() && (texts().count() > MOST_LABELS_OF_A_ROW || texts().any(stands_in_heads))
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
    let mut head_lines: Vec<&TableLine> = Vec::new();
    for line in lines {
        if within.contains(&line.range.start) && !line.holds_values() {
            head_lines.push(line);
        }
    }
    let head_lines = &head_lines[head_lines.len().saturating_sub(MAX_HEAD_LINES)..];
    let mut matchers = Vec::with_capacity(block.columns.len());
    let mut head = Head { columns: Vec::new(), order: None, order_line: None, range: None };
    for column in block.columns {
        matchers.push(Matcher::new(&column.label));
        head.columns.push(ColumnLabel { id: column.id, found: None, field: None });
    }
    let mut furniture = Vec::with_capacity(spec.furniture.len() + 1);
    for label in spec.furniture.iter().chain(&block.heading) {
        furniture.push(Matcher::new(label));
    }
    let mut longest: Vec<usize> = Vec::new();
    for line in head_lines {
        let mut in_line = Vec::new();
        let mut recognised = false;
        for (at, field) in line.fields.iter().enumerate() {
            if !field.is_text() {
                continue;
            }
            if let Some((column, agreement)) = best_agreement(&matchers, field.label()) {
                recognised = true;
                in_line.push(column);
                let known = &mut head.columns[column];
                if agreement == Agreement::Same {
                    known.field = Some((at, line.fields.len()));
                }
                if known.found.is_none_or(|(known, _)| agreement < known) {
                    known.found = Some((agreement, field.range));
                }
            } else if furniture.iter().any(|matcher| matcher.agreement(field.label()).is_some()) {
                recognised = true;
            }
        }
        if recognised {
            head.range = TextRange::cover_both(head.range, Some(trimmed(text, line.range)));
        }
        if in_line.len() > longest.len() {
            longest = in_line;
            head.order_line = Some(line.range);
        }
    }
    // Labels that are broken over several lines are whole where the head is read on.
    if let Some(first) = head_lines.first() {
        let all = TextRange { start: first.range.start, end: within.end };
        let folded = fold(all.of(text));
        for (known, matcher) in head.columns.iter_mut().zip(&matchers) {
            if !known.is_the_forms() && matcher.occurs_in(&folded) {
                known.found = Some((Agreement::Same, all));
            }
        }
    }
    head.order = printed_order(&longest, block.columns.len());
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

impl ColumnLabel {
    /// Whether a label with the form's words was found.
    fn is_the_forms(&self) -> bool {
        matches!(self.found, Some((Agreement::Same, _)))
    }
}

impl Head {
    pub(super) fn columns_found(&self) -> usize {
        self.columns.iter().filter(|column| column.found.is_some()).count()
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
        let (first, _) = self.columns.first()?.field?;
        self.columns.last()?.field?;
        for (column, label) in self.columns.iter().enumerate() {
            if label.field.is_some_and(|field| field != (first + column, width)) {
                return None;
            }
        }
        Some(first..first + self.columns.len())
    }

    pub(super) fn missing_columns(&self) -> usize {
        self.columns.len() - self.columns_found()
    }

    /// Says what is to be said of the labels. A head that is not there at all
    /// is that of a table pasted without it.
    pub(super) fn note_labels(&self, notes: &mut Vec<TableNote>) {
        let Some(range) = self.range else { return };
        let head_is_there = self.columns_found() * 2 >= self.columns.len();
        for &ColumnLabel { id: column, found, .. } in &self.columns {
            match found {
                Some((Agreement::Same, _)) => {}
                Some((_, range)) => notes.push(TableNote::ColumnLabel { column, range }),
                None if head_is_there => notes.push(TableNote::ColumnWithoutLabel { column, range }),
                None => {}
            }
        }
        if let (Some(_), Some(range)) = (&self.order, self.order_line) {
            notes.push(TableNote::ColumnOrder { range });
        }
    }
}
