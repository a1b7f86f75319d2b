//! Lines, and the fields of lines that hold tabs.

use super::CellReading;
use super::cell::read_cell;
use crate::text::TextRange;

/// A line of the text, without its line break.
pub(super) fn lines(text: &str, within: TextRange) -> impl Iterator<Item = TextRange> {
    let mut start = within.start as usize;
    within.of(text).split('\n').map(move |line| {
        let range = TextRange::new(start, start + line.trim_end_matches('\r').len());
        start += line.len() + 1;
        range
    })
}

/// The place of what stands in `range` without the white space around it.
pub(super) fn trimmed(text: &str, range: TextRange) -> TextRange {
    let content = range.of(text);
    let start = range.start as usize + (content.len() - content.trim_start().len());
    TextRange::new(start, start + content.trim().len())
}

/// A line with tabs: a row of a table, or of its head.
#[derive(Clone, Debug)]
pub(super) struct TableLine {
    /// All of the line.
    pub(super) range: TextRange,
    /// What stands between the tabs.
    pub(super) fields: Vec<Field>,
}

/// What stands between two tabs.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Without the white space around it.
    pub(super) range: TextRange,
    /// What it would be as a cell. A label is [`CellReading::NotANumber`].
    pub(super) reading: CellReading,
}

impl Field {
    pub(super) fn is_blank(&self) -> bool {
        self.reading == CellReading::Blank
    }

    /// Whether it could be a value: a number, or a sign for none.
    pub(super) fn is_value(&self) -> bool {
        self.reading.quantity().is_some() || self.reading == CellReading::Mark
    }

    pub(super) fn is_text(&self) -> bool {
        self.reading == CellReading::NotANumber
    }
}

/// All lines with tabs.
pub(super) fn table_lines(text: &str, within: TextRange) -> Vec<TableLine> {
    lines(text, within)
        .filter(|line| line.of(text).contains('\t'))
        .map(|line| {
            let mut start = line.start as usize;
            let fields = line
                .of(text)
                .split('\t')
                .map(|field| {
                    let range = trimmed(text, TextRange::new(start, start + field.len()));
                    start += field.len() + 1;
                    Field { range, reading: read_cell(range.of(text)) }
                })
                .collect();
            TableLine { range: line, fields }
        })
        .collect()
}
