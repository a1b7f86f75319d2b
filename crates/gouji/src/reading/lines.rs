//! Lines, and the fields of lines that hold tabs.

use super::CellReading;
use super::cell::read_cell;
use super::label::without_enumeration;
use crate::text::{TextRange, fold};

/// What ends a line: the pair of Windows gives an empty line between, which is
/// harmless.
const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// The lines of the text, without their line breaks.
pub(super) fn lines(text: &str, within: TextRange) -> impl Iterator<Item = TextRange> {
    let mut start = within.start as usize;
    within.of(text).split_inclusive(LINE_ENDS).map(move |line| {
        let range = TextRange::new(start, start + line.trim_end_matches(LINE_ENDS).len());
        start += line.len();
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
    /// Whether the next line is a number alone, which may have been its last
    /// value.
    pub(super) before_lone_number: bool,
}

/// What stands between two tabs.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Without the white space around it.
    pub(super) range: TextRange,
    /// What it would be as a cell. A label is [`CellReading::NotANumber`].
    pub(super) reading: CellReading,
    /// What it would be as a label: folded and freed of its enumeration. Only
    /// for fields that are neither blank nor a value.
    label: Option<Box<str>>,
}

impl Field {
    fn new(text: &str, range: TextRange) -> Self {
        let reading = read_cell(range.of(text));
        let label = (reading == CellReading::NotANumber)
            .then(|| without_enumeration(&fold(range.of(text))).to_owned().into_boxed_str());
        Self { range, reading, label }
    }

    /// What it says as a label; empty for a value or a blank.
    pub(super) fn label(&self) -> &str {
        self.label.as_deref().unwrap_or_default()
    }

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

/// No row of a statutory table comes near this number of fields.
const MAX_FIELDS: usize = 64;

/// A report has some sixty lines with tabs. What lies behind this many is not
/// read as tables; a section that begins there has a table that could not be
/// read.
const MAX_TABLE_LINES: usize = 20_000;

/// The lines with tabs; of several in a row that hold nothing else, the first.
pub(super) fn table_lines(text: &str, within: TextRange) -> Vec<TableLine> {
    let mut table_lines: Vec<TableLine> = Vec::new();
    for line in lines(text, within) {
        let content = line.of(text);
        if !content.contains('\t') {
            note_lone_number(text, line, &mut table_lines);
            continue;
        }
        if content.bytes().filter(|byte| *byte == b'\t').count() >= MAX_FIELDS {
            continue;
        }
        let is_empty = content.bytes().all(|byte| byte == b'\t');
        let again = || {
            let previous = table_lines.last()?;
            let adjacent = previous.range.end + 2 >= line.start;
            Some(adjacent && previous.fields.iter().all(Field::is_blank))
        };
        if is_empty && again().unwrap_or(false) {
            continue;
        }
        let mut start = line.start as usize;
        let fields = content.split('\t').map(|field| {
            let range = trimmed(text, TextRange::new(start, start + field.len()));
            start += field.len() + 1;
            Field::new(text, range)
        });
        table_lines.push(TableLine { range: line, fields: fields.collect(), before_lone_number: false });
        if table_lines.len() == MAX_TABLE_LINES {
            break;
        }
    }
    table_lines
}

/// Marks the line above a line that holds a number and nothing else.
fn note_lone_number(text: &str, line: TextRange, table_lines: &mut [TableLine]) {
    let Some(above) = table_lines.last_mut() else { return };
    let gap = TextRange { start: above.range.end, end: line.start }.of(text);
    if gap.trim().is_empty() && gap.matches('\n').count() <= 1 {
        let content = trimmed(text, line).of(text);
        above.before_lone_number |= read_cell(content).quantity().is_some();
    }
}

/// Those of the lines that begin within `range`.
pub(super) fn lines_within(lines: &[TableLine], range: TextRange) -> &[TableLine] {
    let start = lines.partition_point(|line| line.range.start < range.start);
    let end = lines.partition_point(|line| line.range.start < range.end);
    &lines[start..end.max(start)]
}
