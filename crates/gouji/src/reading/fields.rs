//! Lines in which something sets off fields: tabs, bars or commas.

use super::CellReading;
use super::cell::{is_number_or_part, is_part_of_a_number, read_cell};
use super::label::folded_label;
use super::lines::{is_page_number, is_rule, lines, trimmed};
use crate::text::TextRange;
use crate::text::marks::{has_mark, without_marks_around, without_marks_before};

/// A line with fields: a row of a table, or of its head.
#[derive(Clone, Debug)]
pub(super) struct TableLine {
    /// All of the line.
    pub(super) range: TextRange,
    /// What stands between the separators.
    pub(super) fields: Vec<Field>,
    /// Whether the next line is a number alone, which may have been its last
    /// value.
    pub(super) before_lone_number: bool,
    /// Whether the line before is a number alone, which may have been the
    /// beginning of its first value.
    pub(super) after_lone_number: bool,
}

impl TableLine {
    pub(super) fn holds_values(&self) -> bool {
        self.fields.iter().any(Field::is_value)
    }

    pub(super) fn holds_text(&self) -> bool {
        self.fields.iter().any(Field::is_text)
    }

    /// Whether nothing stands in its fields.
    fn is_blank(&self) -> bool {
        self.fields.iter().all(Field::is_blank)
    }

    /// Whether a number, or a part of one, stands in one of its fields, and
    /// nothing in the others.
    fn holds_one_number(&self) -> bool {
        let mut filled = self.fields.iter().filter(|field| !field.is_blank());
        filled.next().is_some_and(|only| only.is_numeric) && filled.next().is_none()
    }
}

/// What stands between two separators.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Without the white space around it.
    pub(super) range: TextRange,
    /// What it would be as a cell. A label is [`CellReading::NotANumber`].
    pub(super) reading: CellReading,
    /// Whether it is a number, or a part of one, or several that ran together.
    pub(super) is_numeric: bool,
    /// What it would be as a label: folded and freed of its enumeration; empty
    /// for fields that are blank or a value.
    label: String,
}

impl Field {
    fn new(text: &str, range: TextRange) -> Self {
        let printed = range.of(text);
        let reading = read_cell(printed);
        let is_numeric = is_number_or_part(printed, &reading);
        let label = if reading == CellReading::NotANumber { folded_label(printed) } else { String::new() };
        Self { range, reading, is_numeric, label }
    }

    /// What it says as a label; empty for a value or a blank.
    pub(super) fn label(&self) -> &str {
        &self.label
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

/// As many bars on a line that does not begin with one set off fields.
const FEWEST_BARS: usize = 3;

/// The longest line, in bytes, that a field in quotes makes of several.
const LONGEST_QUOTED_LINE: usize = 2_000;

/// A report has some sixty lines with tabs. What lies behind this many is not
/// read as tables; a section that begins there has a table that could not be
/// read.
const MAX_TABLE_LINES: usize = 20_000;

/// The lines with fields; of several in a row that hold nothing else than
/// separators, the first.
///
/// Fields are set off by tabs, by the bars of Markdown, or by commas. The bars
/// of drawn tables set off columns, but a row may take several lines: those
/// are not read by fields.
pub(super) fn table_lines(text: &str, within: TextRange) -> Vec<TableLine> {
    let mut table_lines: Vec<TableLine> = Vec::new();
    let mut drawn = false;
    let mut open_quotes: Option<TextRange> = None;
    let mut lone_number: Option<TextRange> = None;
    for line in lines(text, within) {
        // A field in quotes may hold line breaks.
        let line = open_quotes.take().map_or(line, |start: TextRange| start.cover(line));
        let content = line.of(text);
        let separator = separator(content, &mut drawn);
        if separator == Some(b',') && has_open_quotes(content) && content.len() < LONGEST_QUOTED_LINE {
            open_quotes = Some(line);
            continue;
        }
        let Some(separator) = separator else {
            if is_part_of_a_number(without_marks_around(content.trim(), "| ,")) {
                lone_number = Some(line);
                note_lone_number(text, line, &mut table_lines);
            }
            continue;
        };
        let ranges = field_ranges(text, line, separator);
        if ranges.len() > MAX_FIELDS || (separator == b'|' && is_rule(without_marks_before(content, "> "))) {
            continue;
        }
        // A value that was broken in two goes on in the next line, before the
        // separators behind it.
        let is_empty_behind = ranges.iter().skip(1).all(|field| field.is_empty());
        if is_empty_behind && ranges.first().is_some_and(|first| is_part_of_a_number(first.of(text))) {
            note_lone_number(text, line, &mut table_lines);
        }
        let previous = table_lines.last();
        if separator == b'\t'
            && is_empty_behind
            && ranges.iter().all(|field| field.is_empty())
            && previous.is_some_and(|previous| previous.range.end + 2 >= line.start && previous.is_blank())
        {
            continue;
        }
        let adjacent = |before: TextRange| is_next_line(text, before, line);
        let after_lone_number = lone_number.take().is_some_and(adjacent)
            || previous.is_some_and(|before| before.holds_one_number() && adjacent(before.range));
        let mut fields = Vec::with_capacity(ranges.len());
        for range in ranges {
            fields.push(Field::new(text, range));
        }
        table_lines.push(TableLine { range: line, fields, before_lone_number: false, after_lone_number });
        if table_lines.len() == MAX_TABLE_LINES {
            break;
        }
    }
    table_lines
}

/// What sets off the fields of a line; none where nothing does. `drawn` tells
/// whether the line stands in a table drawn with `+---+`.
fn separator(content: &str, drawn: &mut bool) -> Option<u8> {
    // A table may be quoted in a letter.
    let start = without_marks_before(content, "> \t");
    let bars = if content.contains('|') { count_bytes(content, b'|') } else { 0 };
    let encloses_fields = start.starts_with('|') && bars >= 2;
    if content.contains('\t') && !encloses_fields {
        return Some(b'\t');
    }
    if start.starts_with('+') && is_rule(content) {
        *drawn = true;
        return None;
    }
    if start.starts_with('|') && start.trim_end().len() > 1 {
        return (!*drawn).then_some(b'|');
    }
    *drawn = false;
    if bars >= FEWEST_BARS {
        return Some(b'|');
    }
    is_set_off_by_commas(content).then_some(b',')
}

/// Whether a line is one of comma-separated values: numbers and blanks are
/// half of its fields, or its fields are in quotes. Chinese prose has commas of
/// its own.
fn is_set_off_by_commas(content: &str) -> bool {
    if !content.contains(',') || has_mark(content, "。；|") || read_cell(content).quantity().is_some() {
        return false;
    }
    let fields = field_ranges(content, TextRange::new(0, content.len()), b',');
    let mut values = 0;
    for field in &fields {
        let printed = field.of(content);
        if has_run_together(printed) {
            return false;
        }
        let reading = read_cell(printed);
        values +=
            usize::from(printed.is_empty() || reading.quantity().is_some() || reading == CellReading::Mark);
    }
    let in_quotes = || content.starts_with('"') || content.contains(",\"");
    fields.len() > 1 && (values * 2 >= fields.len() || in_quotes() || labels_of_columns(content, &fields))
}

/// Whether values have run together between commas that separate thousands.
fn has_run_together(printed: &str) -> bool {
    let rest = printed.trim_end_matches(|character: char| character.is_ascii_digit());
    let leading_zero = rest.is_empty() && printed.len() > 1 && printed.starts_with('0');
    let is_ideograph = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
    leading_zero || (rest.len() < printed.len() && printed.contains(is_ideograph))
}

/// Whether the fields are short labels, as those of a head are.
fn labels_of_columns(content: &str, fields: &[TextRange]) -> bool {
    const LONGEST_LABEL: usize = 60;
    content.len() <= LONGEST_LABEL * fields.len() && !has_mark(content, "、：:(（")
}

/// Whether a field in quotes goes on in the next line.
fn has_open_quotes(content: &str) -> bool {
    count_bytes(content, b'"') % 2 == 1
}

fn count_bytes(content: &str, wanted: u8) -> usize {
    content.bytes().filter(|byte| *byte == wanted).count()
}

/// What stands between the separators, without white space and quotes around
/// it. The bars at the ends of a line of Markdown enclose no field.
fn field_ranges(text: &str, line: TextRange, separator: u8) -> Vec<TextRange> {
    let content = line.of(text);
    let base = line.start as usize;
    let mut fields = Vec::new();
    let (mut start, mut in_quotes) = (0, false);
    for (at, byte) in content.bytes().enumerate() {
        if byte == b'"' && separator == b',' {
            in_quotes = !in_quotes;
        } else if byte == separator && !in_quotes {
            fields.push(TextRange::new(base + start, base + at));
            start = at + 1;
        }
    }
    fields.push(TextRange::new(base + start, line.end as usize));
    if separator == b'|' {
        let is_blank = |field: &TextRange| without_marks_before(field.of(text), "> \t").is_empty();
        if fields.last().is_some_and(is_blank) {
            fields.pop();
        }
        if fields.first().is_some_and(is_blank) {
            fields.remove(0);
        }
    }
    for field in &mut fields {
        *field = trimmed(text, *field);
        let printed = field.of(text);
        if separator == b',' && printed.len() > 1 && printed.starts_with('"') && printed.ends_with('"') {
            *field = TextRange { start: field.start + 1, end: field.end - 1 };
        }
    }
    fields
}

/// Whether nothing, not even a blank line, stands between two lines, or only
/// what stands between two pages.
fn is_next_line(text: &str, above: TextRange, below: TextRange) -> bool {
    let gap = TextRange { start: above.end, end: below.start }.of(text);
    let mut is_filled = false;
    for line in gap.lines() {
        if !line.trim().is_empty() {
            if !is_page_number(line.trim()) {
                return false;
            }
            is_filled = true;
        }
    }
    is_filled || count_bytes(gap, b'\n') <= 1
}

/// Marks the line above a line that holds a number and nothing else.
fn note_lone_number(text: &str, line: TextRange, table_lines: &mut [TableLine]) {
    if let Some(above) = table_lines.last_mut()
        && is_next_line(text, above.range, line)
    {
        above.before_lone_number = true;
    }
}

/// Those of the lines that begin within `range`.
pub(super) fn lines_within(lines: &[TableLine], range: TextRange) -> &[TableLine] {
    let start = lines.partition_point(|line| line.range.start < range.start);
    let end = lines.partition_point(|line| line.range.start < range.end);
    &lines[start..end.max(start)]
}
