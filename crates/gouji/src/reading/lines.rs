//! Lines, and the fields of lines in which something sets them off.

use super::CellReading;
use super::cell::{begins_like_a_number, read_cell};
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

/// What stands between two separators.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Without the white space around it.
    pub(super) range: TextRange,
    /// What it would be as a cell. A label is [`CellReading::NotANumber`].
    pub(super) reading: CellReading,
    /// Whether it is a number, or a part of one, or several that ran together.
    pub(super) is_numeric: bool,
    /// What it would be as a label: folded and freed of its enumeration. Only
    /// for fields that are neither blank nor a value.
    label: Option<Box<str>>,
}

impl Field {
    fn new(text: &str, range: TextRange) -> Self {
        let reading = read_cell(range.of(text));
        let label = (reading == CellReading::NotANumber)
            .then(|| without_enumeration(&fold(range.of(text))).to_owned().into_boxed_str());
        Self { range, reading, is_numeric: is_part_of_a_number(range.of(text)), label }
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
        let content = line.of(text);
        // A field in quotes may hold line breaks.
        let line = open_quotes.take().map_or(line, |start: TextRange| start.cover(line));
        let content = if line.of(text).len() > content.len() { line.of(text) } else { content };
        let separator = separator(content, &mut drawn);
        if separator == Some(',') && has_open_quotes(content) && content.len() < LONGEST_QUOTED_LINE {
            open_quotes = Some(line);
            continue;
        }
        let Some(separator) = separator else {
            let whole = trimmed(text, line).of(text);
            let content = whole.trim_matches(['|', ' ', ',']);
            let lead = whole.len() - whole.trim_start_matches(['|', ' ', ',']).len();
            let start = trimmed(text, line).start as usize + lead;
            if is_part_of_a_number(content) {
                lone_number = Some(line);
            }
            note_lone_number(text, line, TextRange::new(start, start + content.len()), &mut table_lines);
            continue;
        };
        let fields = field_ranges(text, line, separator);
        if fields.len() > MAX_FIELDS || (separator == '|' && is_rule(content.trim_start_matches(['>', ' '])))
        {
            continue;
        }
        // A value that was broken in two goes on in the next line, before the
        // separators behind it.
        let rest = fields.first().is_some_and(|first| is_part_of_a_number(first.of(text)));
        if rest && fields.iter().skip(1).all(|field| field.is_empty()) {
            note_lone_number(text, line, fields[0], &mut table_lines);
        }
        let is_empty = fields.iter().all(|field| field.is_empty());
        let again = || {
            let previous = table_lines.last()?;
            let adjacent = previous.range.end + 2 >= line.start;
            Some(adjacent && previous.fields.iter().all(Field::is_blank))
        };
        if is_empty && separator == '\t' && again().unwrap_or(false) {
            continue;
        }
        let fields = fields.into_iter().map(|range| Field::new(text, range));
        let fields: Vec<Field> = fields.collect();
        let adjacent = |before: TextRange| is_next_line(text, before, line);
        let lone_field = |before: &TableLine| {
            let filled: Vec<&Field> = before.fields.iter().filter(|field| !field.is_blank()).collect();
            adjacent(before.range) && matches!(filled[..], [only] if is_part_of_a_number(only.range.of(text)))
        };
        let after_lone_number =
            lone_number.take().is_some_and(adjacent) || table_lines.last().is_some_and(lone_field);
        table_lines.push(TableLine { range: line, fields, before_lone_number: false, after_lone_number });
        if table_lines.len() == MAX_TABLE_LINES {
            break;
        }
    }
    table_lines
}

/// What sets off the fields of a line; none where nothing does. `drawn` tells
/// whether the line stands in a table drawn with `+---+`.
fn separator(content: &str, drawn: &mut bool) -> Option<char> {
    // A table may be quoted in a letter.
    let start = content.trim_start_matches(['>', ' ', '\t']);
    let encloses_fields = start.starts_with('|') && start.matches('|').count() >= 2;
    if content.contains('\t') && !encloses_fields {
        return Some('\t');
    }
    if start.starts_with('+') && is_rule(content) {
        *drawn = true;
        return None;
    }
    if start.starts_with('|') && start.trim_end().len() > 1 {
        return (!*drawn).then_some('|');
    }
    *drawn = false;
    if content.matches('|').count() >= FEWEST_BARS {
        return Some('|');
    }
    is_set_off_by_commas(content).then_some(',')
}

/// Whether a line is one of comma-separated values: numbers and blanks are
/// half of its fields, or its fields are in quotes. Chinese prose has commas of
/// its own.
fn is_set_off_by_commas(content: &str) -> bool {
    if !content.contains(',')
        || content.contains(['。', '；', '|'])
        || read_cell(content).quantity().is_some()
    {
        return false;
    }
    let line = TextRange::new(0, content.len());
    let fields = field_ranges(content, line, ',');
    let numbers = || {
        let is_number = |field: &&TextRange| {
            let printed = field.of(content);
            printed.is_empty()
                || read_cell(printed).quantity().is_some()
                || read_cell(printed) == CellReading::Mark
        };
        fields.iter().filter(is_number).count()
    };
    // Where separators are those of thousands, values have run together.
    let ran_together = |field: &TextRange| {
        let printed = field.of(content);
        let digits =
            printed.len() - printed.trim_end_matches(|character: char| character.is_ascii_digit()).len();
        let leading_zero = printed.len() > 1 && digits == printed.len() && printed.starts_with('0');
        let is_ideograph = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
        leading_zero || (digits > 0 && printed.contains(is_ideograph))
    };
    if fields.iter().any(ran_together) {
        return false;
    }
    let in_quotes = content.starts_with('"') || content.contains(",\"");
    fields.len() > 1 && (in_quotes || numbers() * 2 >= fields.len() || labels_of_columns(content, &fields))
}

/// Whether the fields are short labels, as those of a head are.
fn labels_of_columns(content: &str, fields: &[TextRange]) -> bool {
    const LONGEST_LABEL: usize = 60;
    fields.len() > 1
        && content.len() <= LONGEST_LABEL * fields.len()
        && !content.contains(['、', '：', ':', '(', '（'])
}

/// Whether a field in quotes goes on in the next line.
fn has_open_quotes(content: &str) -> bool {
    content.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
}

/// The number of a page: `- 6 -`, `第 6 页 共 9 页`, `6/9`.
pub(super) fn is_page_number(content: &str) -> bool {
    if content.len() > 60 {
        return false;
    }
    let folded = fold(content);
    let bare = folded.trim_matches(['-', '·', '•']);
    let all_digits =
        |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let between_dashes = folded.starts_with(['-', '·', '•']) && folded.ends_with(['-', '·', '•']);
    if all_digits(bare) && between_dashes {
        return true;
    }
    let lower = folded.to_ascii_lowercase();
    if let Some((page, pages)) = lower.strip_prefix("page").unwrap_or(&lower).split_once("of") {
        return all_digits(page) && all_digits(pages);
    }
    if let Some(number) = lower.strip_prefix("page") {
        return all_digits(number);
    }
    let Some(number) = folded.strip_prefix('第') else {
        let halves = folded.split_once('/');
        return halves.is_some_and(|(page, pages)| all_digits(page) && all_digits(pages) && pages.len() <= 3);
    };
    let Some((number, rest)) = number.split_once('页') else { return false };
    let rest = rest.trim_start_matches([',', '/', '(', '|']).trim_end_matches(')');
    let pages = rest.strip_prefix('共').unwrap_or(rest);
    all_digits(number) && (pages.is_empty() || pages.strip_suffix('页').is_some_and(all_digits))
}

/// A line that is drawn: the border of a table in characters.
pub(super) fn is_rule(content: &str) -> bool {
    let drawn =
        |character: char| character.is_whitespace() || matches!(character, '-' | '=' | '+' | '|' | ':' | '_');
    let boxed = |character: char| ('\u{2500}'..='\u{257f}').contains(&character);
    content.chars().all(|character| drawn(character) || boxed(character))
        && (content.chars().any(boxed)
            || ["---", "===", "|-", "| -"].iter().any(|mark| content.contains(mark)))
}

/// What stands between the separators, without white space and quotes around
/// it. The bars at the ends of a line of Markdown enclose no field.
fn field_ranges(text: &str, line: TextRange, separator: char) -> Vec<TextRange> {
    let content = line.of(text);
    let mut fields = Vec::new();
    let (mut start, mut in_quotes) = (0, false);
    for (at, character) in content.char_indices() {
        if character == '"' && separator == ',' {
            in_quotes = !in_quotes;
        } else if character == separator && !in_quotes {
            fields.push((start, at));
            start = at + character.len_utf8();
        }
    }
    fields.push((start, content.len()));
    if separator == '|' {
        let is_blank =
            |&(start, end): &(usize, usize)| content[start..end].trim_matches(['>', ' ', '\t']).is_empty();
        if fields.last().is_some_and(is_blank) {
            fields.pop();
        }
        if fields.first().is_some_and(is_blank) {
            fields.remove(0);
        }
    }
    let base = line.start as usize;
    let place = |(start, end): (usize, usize)| {
        let range = trimmed(text, TextRange::new(base + start, base + end));
        let printed = range.of(text);
        let is_quoted =
            separator == ',' && printed.len() > 1 && printed.starts_with('"') && printed.ends_with('"');
        if is_quoted { TextRange { start: range.start + 1, end: range.end - 1 } } else { range }
    };
    fields.into_iter().map(place).collect()
}

/// Whether something is a number, or can be the rest of one.
pub(super) fn is_part_of_a_number(printed: &str) -> bool {
    if !begins_like_a_number(printed) {
        return false;
    }
    let folded = fold(printed);
    let belongs = |character: char| character.is_ascii_digit() || ",.件元万项个".contains(character);
    // `1.` is the number of an item.
    let is_made_of_digits = folded.starts_with(|character: char| character.is_ascii_digit())
        && !folded.ends_with(['.', ','])
        && folded.chars().all(belongs);
    is_made_of_digits || read_cell(printed).quantity().is_some()
}

/// Whether nothing, not even a blank line, stands between two lines.
fn is_next_line(text: &str, above: TextRange, below: TextRange) -> bool {
    let gap = TextRange { start: above.end, end: below.start }.of(text);
    let is_break = |line: &str| is_page_number(line.trim());
    let is_empty = gap.trim().is_empty() && gap.matches('\n').count() <= 1;
    is_empty || (!gap.trim().is_empty() && gap.lines().filter(|line| !line.trim().is_empty()).all(is_break))
}

/// Marks the line above a line that holds a number and nothing else.
fn note_lone_number(text: &str, line: TextRange, content: TextRange, table_lines: &mut [TableLine]) {
    let Some(above) = table_lines.last_mut() else { return };
    if is_next_line(text, above.range, line) {
        above.before_lone_number |= is_part_of_a_number(content.of(text));
    }
}

/// Those of the lines that begin within `range`.
pub(super) fn lines_within(lines: &[TableLine], range: TextRange) -> &[TableLine] {
    let start = lines.partition_point(|line| line.range.start < range.start);
    let end = lines.partition_point(|line| line.range.start < range.end);
    &lines[start..end.max(start)]
}
