//! A text without fields, as a stream of values with labels between them.
//!
//! Lines say little here: a label may be broken over several, its values may
//! stand above, beside or below it, each on a line of its own. What is left is
//! the order, the place on the line, and the blank lines.

use crate::reading::CellReading;
use crate::reading::cell::{is_part_of_a_number, read_cell};
use crate::reading::lines::{is_page_number, is_rule, lines, trimmed};
use crate::text::marks::{ends_with_mark, find_mark, is_one_of, starts_with_mark, without_marks_before};
use crate::text::{TextRange, fold};

/// The longest stretch, in bytes, that is read in this way, and the most
/// values in it. A table has a tenth of either.
const MAX_BYTES: usize = 100_000;
const MAX_VALUES: usize = 3_000;

/// How far, in bytes, the remark behind a number reaches, as in
/// `22（其中修订 16 件）`.
const MAX_REMARK: usize = 90;

/// Digits of both widths.
const DIGITS: &str = "0123456789０１２３４５６７８９";

/// Values, and the gaps before, between and behind them.
pub(in crate::reading::table) struct Stream {
    pub(super) values: Vec<Value>,
    /// One more than there are values.
    pub(super) gaps: Vec<Gap>,
}

/// So many lines, the foot of a page and the head of the next, can stand between
/// a value and its rest.
const LINES_OF_A_FOOTER: usize = 3;

impl Stream {
    /// Whether the value at `at` is near enough to `line`, above it, to be a part
    /// of a value there. Numbers in prose, with text behind them, are not.
    pub(super) fn may_go_on(&self, at: usize, line: usize) -> bool {
        let value = &self.values[at];
        let in_prose = self.gaps[at + 1].pieces.first().is_some_and(|piece| piece.line == value.line);
        value.line <= line + LINES_OF_A_FOOTER && !in_prose
    }
}

/// Something that can be the content of a cell.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) reading: CellReading,
    pub(super) range: TextRange,
    /// The number of its line.
    pub(super) line: usize,
    /// Where on its line it stands, in columns of a fixed-width font.
    pub(super) columns: (usize, usize),
    /// Whether text stands directly before or behind it.
    pub(super) glued: bool,
    /// Whether nothing else stands on its line.
    pub(super) alone: bool,
    /// How many borders of cells stand behind it on its line.
    pub(super) borders_behind: usize,
    /// How many blank lines stand directly before its line.
    pub(super) blank_lines: usize,
}

/// What stands between two values: pieces of labels.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap {
    pub(super) pieces: Vec<Piece>,
    /// How many blank lines stand before its first piece.
    pub(super) blank_lines_before: usize,
}

/// Text without white space in it.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) range: TextRange,
    pub(super) folded: String,
    /// The number of its line.
    pub(super) line: usize,
    /// The column of a fixed-width font it ends before.
    pub(super) end_column: usize,
}

/// Cuts a stretch of the text into values and gaps.
pub(in crate::reading::table) fn stream(text: &str, region: TextRange) -> Stream {
    let mut cutter = Cutter::default();
    for line in lines(text, region.beginning(text, MAX_BYTES)) {
        let content = trimmed(text, line);
        if content.is_empty() {
            cutter.blank_lines += 1;
            continue;
        }
        if is_rule(content.of(text)) || is_page_number(content.of(text)) {
            continue;
        }
        cutter.line(text, line);
        cutter.blank_lines = 0;
        if cutter.values.len() >= MAX_VALUES {
            break;
        }
    }
    cutter.gaps.push(cutter.gap);
    without_numbers_of_pages(text, Stream { values: cutter.values, gaps: cutter.gaps })
}

/// Leaves out numbers alone on their lines, among lines of several, that count
/// on from the page before or to the page behind.
fn without_numbers_of_pages(text: &str, stream: Stream) -> Stream {
    let mut of_pages = vec![false; stream.values.len()];
    for (at, value) in stream.values.iter().enumerate() {
        let is_lone = |beside: Option<&Value>| beside.is_some_and(|beside| beside.alone);
        of_pages[at] = value.alone
            && !is_lone(stream.values.get(at.wrapping_sub(1)))
            && !is_lone(stream.values.get(at + 1))
            && counts_on(text, value.range);
    }
    if !of_pages.contains(&true) {
        return stream;
    }
    let mut kept = Stream { values: Vec::new(), gaps: Vec::new() };
    let mut gap = Gap::default();
    let mut values = stream.values.into_iter().zip(of_pages);
    for mut next in stream.gaps {
        if gap.pieces.is_empty() {
            gap.blank_lines_before = next.blank_lines_before;
        }
        gap.pieces.append(&mut next.pieces);
        match values.next() {
            Some((_, true)) => {}
            Some((value, false)) => {
                kept.gaps.push(std::mem::take(&mut gap));
                kept.values.push(value);
            }
            None => kept.gaps.push(std::mem::take(&mut gap)),
        }
    }
    kept
}

/// Whether a number is one more than the last that stands alone on a line
/// before it, and one less than the next behind it, a part of a page away.
fn counts_on(text: &str, place: TextRange) -> bool {
    /// In bytes: less than a page of a table, and more than most pages.
    const NEAR: usize = 150;
    const FAR: usize = 12_000;
    let Some(this) = page_number(place.of(text)) else { return false };
    let (start, end) = (place.start as usize, place.end as usize);
    let stretch = |from: usize, to: usize| {
        let range = TextRange::new(text.floor_char_boundary(from), text.floor_char_boundary(to));
        let mut numbers = Vec::new();
        for line in range.of(text).lines() {
            if !line.trim().is_empty() {
                numbers.push(page_number(line));
            }
        }
        numbers
    };
    let mut before = stretch(start.saturating_sub(FAR), start.saturating_sub(NEAR));
    before.reverse();
    let behind = stretch(end + NEAR, end + FAR);
    lone_number(&before).is_some_and(|last| last + 1 == this) && lone_number(&behind) == Some(this + 1)
}

/// What can be the number of a page: up to three digits.
fn page_number(line: &str) -> Option<u32> {
    let digits = line.trim();
    let is_short = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_short { digits.parse().ok() } else { None }
}

/// The first number, where it stands alone: numbers one below the other are the
/// values of a table.
fn lone_number(lines: &[Option<u32>]) -> Option<u32> {
    let at = (1..lines.len().saturating_sub(1)).find(|&at| lines[at].is_some())?;
    if lines[at - 1].is_none() && lines[at + 1].is_none() { lines[at] } else { None }
}

#[derive(Default)]
struct Cutter {
    values: Vec<Value>,
    gaps: Vec<Gap>,
    gap: Gap,
    blank_lines: usize,
    lines: usize,
}

/// A chunk of a line: no white space, no border of a table.
struct Chunk {
    range: TextRange,
    column: usize,
    /// How many borders of cells stand behind it on its line.
    borders_behind: usize,
}

impl Cutter {
    fn line(&mut self, text: &str, line: TextRange) {
        self.lines += 1;
        let first_value = self.values.len();
        let mut pieces = 0;
        let chunks = chunks(text, line);
        let mut skip_to = 0;
        for chunk in &chunks {
            if chunk.range.start < skip_to {
                continue;
            }
            let of_chunk = self.values.len();
            let remark = remark_behind(text, line, chunk.range);
            if let Some(whole) = remark {
                skip_to = whole.end;
                self.value(text, whole, read_cell(whole.of(text)), chunk.column, false);
            } else {
                pieces += self.chunk(text, chunk);
            }
            if let Some(value) = self.values.get_mut(of_chunk) {
                value.borders_behind = chunk.borders_behind;
            }
        }
        // A piece may have taken the last value of the line before as its number.
        let first_value = first_value.min(self.values.len());
        let of_line = self.values.len() - first_value;
        for value in &mut self.values[first_value..] {
            value.alone = of_line == 1 && pieces == 0;
        }
    }

    /// Takes a chunk apart; gives how many pieces of text it held.
    fn chunk(&mut self, text: &str, chunk: &Chunk) -> usize {
        let content = chunk.range.of(text);
        let reading = read_cell(content);
        // Characters that nobody sees are no cell.
        if reading == CellReading::Blank {
            return 0;
        }
        if reading != CellReading::NotANumber {
            self.value(text, chunk.range, reading, chunk.column, false);
            return 0;
        }
        // Values that ran together, or the rest of one that was broken in two.
        if is_part_of_a_number(content) {
            self.value(text, chunk.range, reading, chunk.column, true);
            return 0;
        }
        let start = chunk.range.start as usize;
        let mut pieces = 0;
        let mut text_from = 0;
        let mut at = 0;
        while let Some(run) = next_digits(content, at) {
            at = run.end;
            let before = &content[text_from..run.start];
            let digits = digits_of_a_value(before, &content[run.clone()], &content[run.end..]);
            if digits == 0 {
                continue;
            }
            let value_end = run.start + digits;
            if !before.is_empty() {
                let place = TextRange::new(start + text_from, start + run.start);
                self.piece(text, place, chunk.column + width(&content[..run.start]));
                pieces += 1;
            }
            let range = TextRange::new(start + run.start, start + value_end);
            let column = chunk.column + width(&content[..run.start]);
            self.value(text, range, read_cell(range.of(text)), column, true);
            text_from = value_end;
        }
        if text_from < content.len() {
            let place = TextRange::new(start + text_from, start + content.len());
            self.piece(text, place, chunk.column + width(content));
            pieces += 1;
        }
        pieces
    }

    fn value(&mut self, text: &str, range: TextRange, reading: CellReading, column: usize, glued: bool) {
        self.gaps.push(std::mem::take(&mut self.gap));
        self.values.push(Value {
            reading,
            range,
            line: self.lines,
            columns: (column, column + width(range.of(text))),
            glued,
            alone: false,
            borders_behind: 0,
            blank_lines: std::mem::take(&mut self.blank_lines),
        });
    }

    fn last_is_first_of_its_line(&self) -> bool {
        match self.values.as_slice() {
            [.., before, last] => before.line < last.line,
            _ => true,
        }
    }

    /// Puts a value that is none into the gap before it.
    fn take_back(&mut self, text: &str, value: &Value) {
        self.gap = self.gaps.pop().unwrap_or_default();
        let folded = fold(value.range.of(text));
        let (line, end_column) = (value.line, value.columns.1);
        self.gap.pieces.push(Piece { range: value.range, folded, line, end_column });
    }

    fn piece(&mut self, text: &str, range: TextRange, end_column: usize) {
        let folded = fold(range.of(text));
        // `5` and `.要求行政机关…` were one: the number of an item.
        if self.gap.pieces.is_empty()
            && starts_with_mark(&folded, ".、")
            && self.last_is_first_of_its_line()
            && let Some(last) = self.values.pop_if(|last| is_item_number(&last.reading))
        {
            self.take_back(text, &last);
        }
        // So were 无 and the rest of 无法提供 or 无正当理由.
        let begins = |last: &Value| last.line == self.lines || starts_with_mark(&folded, "法正");
        if self.gap.pieces.is_empty()
            && self.last_is_first_of_its_line()
            && self.values.last().is_some_and(|last| begins(last) && last.range.of(text) == "无")
            && let Some(last) = self.values.pop()
        {
            self.take_back(text, &last);
        }
        if self.gap.pieces.is_empty() {
            self.gap.blank_lines_before = self.blank_lines;
        }
        if !folded.is_empty() {
            self.gap.pieces.push(Piece { range, folded, line: self.lines, end_column });
        }
        self.blank_lines = 0;
    }
}

fn is_item_number(reading: &CellReading) -> bool {
    matches!(reading.quantity(), Some(crate::reading::Quantity::Count(1..=9)))
}

/// The chunks of a line, with the columns of a fixed-width font they stand in.
fn chunks(text: &str, line: TextRange) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut column = 0;
    let mut open = false;
    let mut borders = 0;
    for (at, character) in line.of(text).char_indices() {
        let start = line.start as usize + at;
        let is_border = matches!(character, '|' | '｜' | '\u{2500}'..='\u{257f}');
        if is_border {
            borders += 1;
        }
        if character.is_whitespace() || is_border {
            open = false;
        } else if open && let Some(last) = chunks.last_mut() {
            last.range = TextRange::new(last.range.start as usize, start + character.len_utf8());
        } else {
            open = true;
            let range = TextRange::new(start, start + character.len_utf8());
            chunks.push(Chunk { range, column, borders_behind: borders });
        }
        column += width_of(character);
    }
    for chunk in &mut chunks {
        chunk.borders_behind = borders - chunk.borders_behind;
    }
    chunks
}

/// The place of a number with the remark in brackets that stands behind it
/// with white space in between or inside; none where there is no such remark.
fn remark_behind(text: &str, line: TextRange, chunk: TextRange) -> Option<TextRange> {
    read_cell(chunk.of(text)).quantity()?;
    let rest = TextRange { start: chunk.end, end: line.end }.of(text);
    let remark = rest.trim_start();
    if !starts_with_mark(remark, "（(") {
        return None;
    }
    let close = find_mark(remark, "）)").filter(|&length| length <= MAX_REMARK)?;
    let inside = &remark[..close];
    // A label may begin with a bracket as well: （二）部分公开.
    let is_remark = ["其中", "含", "修订", "包括", "件"].iter().any(|word| inside.contains(word));
    let behind = &remark[close..];
    let end = line.end as usize - behind.len() + behind.chars().next().map_or(0, char::len_utf8);
    let whole = TextRange::new(chunk.start as usize, end);
    (is_remark && read_cell(whole.of(text)).quantity().is_some()).then_some(whole)
}

/// The next run of digits, with separators and a fraction.
fn next_digits(content: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let start = from + find_mark(&content[from..], DIGITS)?;
    let mut end = start;
    loop {
        let behind = &content[end..];
        let mut characters = behind.chars();
        let (Some(first), second) = (characters.next(), characters.next()) else { break };
        let is_point = matches!(first, '.' | '．') && second.is_some_and(|next| is_one_of(next, DIGITS));
        if !is_point && !is_one_of(first, DIGITS) {
            break;
        }
        end += first.len_utf8();
    }
    Some(start..end)
}

/// How much, in bytes, of a run of digits within a chunk is a value: the rest,
/// or all of it, belongs to the text around it, as the 1 of `1.属于国家秘密`
/// and the year of `2023年`.
fn digits_of_a_value(before: &str, digits: &str, after: &str) -> usize {
    // In a name, such as that of a document.
    if ends_with_mark(before, "第〔[(（-~") {
        return 0;
    }
    let next = without_marks_before(after, ".．、)）");
    if next.len() < after.len() && !next.is_empty() {
        // The last digit is the number of the next item.
        return digits.char_indices().next_back().map_or(0, |(at, _)| at);
    }
    let begins_a_label = || {
        let mut following = after.chars();
        let first = following.next().unwrap_or_default();
        let second = following.next().unwrap_or_default();
        let is_numeral = |character: char| is_one_of(character, "一二三四五六七八九十");
        (is_numeral(first) && second == '、')
            || (matches!(first, '（' | '(') && is_numeral(second))
            || first == '第'
    };
    if after.is_empty() || begins_a_label() { digits.len() } else { 0 }
}

fn width(content: &str) -> usize {
    content.chars().map(width_of).sum()
}

/// How many columns of a fixed-width font a character takes.
fn width_of(character: char) -> usize {
    match character {
        '\u{200b}'..='\u{200f}' | '\u{feff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '“'
        | '”'
        | '‘'
        | '’'
        | '…'
        | '—' => 2,
        _ => 1,
    }
}

/// The place from the first to the last of some values.
pub(super) fn cover_of(values: &[Value]) -> Option<TextRange> {
    Some(values.first()?.range.cover(values.last()?.range))
}

impl Gap {
    /// All of it, folded, without white space.
    pub(super) fn whole(&self) -> String {
        let mut whole = String::new();
        self.add_to(&mut whole);
        whole
    }

    /// Puts all of it behind a text.
    pub(super) fn add_to(&self, text: &mut String) {
        for piece in &self.pieces {
            text.push_str(&piece.folded);
        }
    }

    /// The place from its first to its last piece.
    pub(super) fn range(&self) -> Option<TextRange> {
        Some(self.pieces.first()?.range.cover(self.pieces.last()?.range))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values as printed, labels between them in brackets.
    fn shown(text: &str) -> String {
        let stream = stream(text, TextRange::new(0, text.len()));
        let mut shown = String::new();
        for (at, gap) in stream.gaps.iter().enumerate() {
            if !gap.pieces.is_empty() {
                shown.extend(["[", &gap.whole(), "]"]);
            }
            if let Some(value) = stream.values.get(at) {
                shown.extend([" ", value.range.of(text), " "]);
            }
        }
        shown
    }

    #[test]
    fn takes_labels_and_values_apart() {
        for (text, expected) in [
            ("1.属于国家秘密 1 0\n0 1", "[1.属于国家秘密] 1  0  0  1 "),
            (
                "(二) 部分公开(区分处理的,只计这一情形,不\n计其他情形)\n3 0",
                "[(二)部分公开(区分处理的,只计这一情形,不计其他情形)] 3  0 ",
            ),
            ("│(三) 不予公│4.保护第三方合法权益 │3    │0  │", "[(三)不予公4.保护第三方合法权益] 3  0 "),
            (
                "规章 22 （其中修订 16 件） 0件 251000元 ／",
                "[规章] 22 （其中修订 16 件）  0件  251000元  ／ ",
            ),
            ("5\n.要求提供公开出版物 0", "[5.要求提供公开出版物] 0 "),
            ("总计72 1", "[总计] 72  1 "),
            ("6 20五、存在的主要问题", " 6  20 [五、存在的主要问题]"),
            ("0 01.属于国家秘密 3", " 0  0 [1.属于国家秘密] 3 "),
            ("2023年共收到73件", "[2023年共收到73件]"),
            ("一、本年新收21710000218", "[一、本年新收] 21710000218 "),
            ("行政事业性收费112.55034", "[行政事业性收费] 112.55034 "),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_pages_and_drawn_lines_are_neither() {
        assert_eq!(shown("1 0\n- 6 -\n第 6 页 共 9 页\n6/9\n+----+---+\n├──┼──┤\n0 1"), " 1  0  0  1 ");
        assert_eq!(shown("1\n-\n—\n0"), " 1  -  —  0 ");
    }

    #[test]
    fn knows_where_on_the_line_a_value_stands() {
        let text = "规章  12   3";
        let columns: Vec<_> =
            stream(text, TextRange::new(0, text.len())).values.iter().map(|value| value.columns).collect();
        assert_eq!(columns, [(6, 8), (11, 12)]);
    }
}
