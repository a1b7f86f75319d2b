//! Paragraphs of prose: lines joined where a sentence goes on.

use super::figures::{Figure, figures, units};
use super::lines::{is_page_number, is_rule, lines, trimmed};
use super::prose::begins_an_item;
use super::search::{ends_in, first_characters, skip, skip_back};
use super::{Document, Section};
use crate::form::SectionKind;
use crate::text::{TextRange, fold, fold_char};

/// As many characters a line has at least that a page's end may have cut.
const SHORTEST_CUT_LINE: usize = 18;

/// How far, in bytes, prose is read. A report is a tenth of this.
const MOST_PROSE: u32 = 300_000;

/// The longest line, in bytes, that can be the number of a page or be drawn.
const LONGEST_FURNITURE: usize = 120;

/// A paragraph of prose.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// What it says: without white space, except one blank between two letters
    /// or digits, and with digits and percent signs in half width.
    pub(super) text: String,
    /// Which of the document's sections it belongs to; none before the first.
    pub(super) section: Option<usize>,
    /// Whether its section is one of those that consist of a table.
    pub(super) beside_a_table: bool,
    /// Whether a heading or a table stands before it.
    pub(super) begins_part: bool,
    /// Where in its text a new line begins, in bytes.
    pub(super) seams: Vec<usize>,
    /// Whether nothing comes behind it.
    pub(super) is_last: bool,
    /// The figures in its text, in their order.
    pub(super) figures: Vec<Figure>,
    pieces: Vec<Piece>,
}

/// What stands in one piece in the text that was pasted.
#[derive(Debug)]
struct Piece {
    /// Where it begins in the paragraph.
    at: usize,
    /// Where it begins in the text.
    original: usize,
    /// Its bytes in the text, where it is a character in half width.
    folded_from: usize,
}

impl Paragraph {
    /// A line of its own.
    pub(super) fn of_line(text: &str, range: TextRange) -> Self {
        let mut paragraph = Self::default();
        paragraph.push_line(text, range);
        paragraph
    }

    /// Whether it is prose: labels and notes of a table that could not be told
    /// from it have no full stop.
    pub(super) fn is_prose(&self) -> bool {
        !self.beside_a_table || self.text.contains('。')
    }

    /// The place in the text that was pasted of what stands from `start` to
    /// `end`, in bytes of the paragraph's text.
    pub(super) fn place(&self, start: usize, end: usize) -> TextRange {
        let piece = |at: usize| {
            let index = self.pieces.partition_point(|piece| piece.at <= at);
            self.pieces.get(index.saturating_sub(1))
        };
        let first = piece(start).map_or(0, |piece| piece.original + (start - piece.at));
        let last = piece(end.max(start + 1) - 1).map_or(0, |piece| match piece.folded_from {
            0 => piece.original + (end.max(start) - piece.at),
            bytes => piece.original + bytes,
        });
        TextRange::new(first, last)
    }

    /// Appends the line at `range`.
    fn push_line(&mut self, text: &str, range: TextRange) {
        let mut blank = !self.text.is_empty();
        if blank {
            self.seams.push(self.text.len());
        }
        let base = range.start as usize;
        let line = range.of(text);
        let mut run: Option<usize> = None;
        for (at, character) in line.char_indices() {
            if !is_odd(character) {
                if blank && character.is_ascii_alphanumeric() && self.ends_in_a_letter() {
                    self.text.push(' ');
                }
                blank = false;
                if run.is_none() {
                    run = Some(at);
                }
                continue;
            }
            if let Some(start) = run.take() {
                self.push_piece(line, start, at, base);
            }
            let Some(folded) = fold_char(character) else {
                blank |= character.is_whitespace();
                continue;
            };
            if blank && self.ends_in_a_letter() {
                self.text.push(' ');
            }
            blank = false;
            let folded_from = character.len_utf8();
            self.pieces.push(Piece { at: self.text.len(), original: base + at, folded_from });
            self.text.push(folded);
        }
        if let Some(start) = run {
            self.push_piece(line, start, line.len(), base);
        }
    }

    fn push_piece(&mut self, line: &str, start: usize, end: usize, base: usize) {
        self.pieces.push(Piece { at: self.text.len(), original: base + start, folded_from: 0 });
        self.text.push_str(&line[start..end]);
    }

    fn ends_in_a_letter(&self) -> bool {
        self.text.ends_with(|character: char| character.is_ascii_alphanumeric())
    }
}

/// Whether a character is left out of a paragraph or stands there as another.
fn is_odd(character: char) -> bool {
    match character {
        '!'..='~' | '\u{3001}'..='\u{fefe}' | '\u{ff00}'..='\u{ff04}' => false,
        // Full-width digits and per cent, radicals, and what nobody sees.
        '\u{ff05}'
        | '\u{ff10}'..='\u{ff19}'
        | '\u{2e80}'..='\u{2fd5}'
        | '\u{ad}'
        | '\u{2060}'
        | '\u{200b}'..='\u{200f}'
        | '\u{feff}' => true,
        _ => character.is_whitespace() || character.is_control(),
    }
}

/// The paragraphs of the report, from its title on: not the headings of
/// sections, not what stands in tables, and nothing behind the date of
/// signature.
pub(super) fn paragraphs(text: &str, document: &Document) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut range = document.range;
    if let Some(title) = document.title.as_ref().filter(|title| range.contains(title.range)) {
        range.start = title.range.end;
    }
    let mut paragraph = Paragraph { begins_part: true, ..Paragraph::default() };
    let mut next_section =
        document.sections.iter().take_while(|section| section.range.start < range.start).count();
    let mut last_line = "";
    let mut gap = false;
    for line in lines(text, range) {
        let mut line = trimmed(text, line);
        if line.end - range.start > MOST_PROSE {
            break;
        }
        if line.is_empty() {
            gap = true;
            continue;
        }
        if let Some(section) = document.sections.get(next_section)
            && section.range.start <= line.start
        {
            finish(&mut paragraph, &mut paragraphs);
            paragraph.section = Some(next_section);
            paragraph.beside_a_table = holds_a_table(section);
            paragraph.begins_part = true;
            next_section += 1;
            line.start = line.end.min(section.heading_range.end.max(line.start));
            let rest = skip(line.of(text), "：:。* ");
            line.start = line.end - TextRange::new(0, rest.len()).end;
            if line.is_empty() {
                continue;
            }
        }
        let content = line.of(text);
        if is_table(document, line, content) {
            finish(&mut paragraph, &mut paragraphs);
            paragraph.begins_part = true;
            continue;
        }
        if content.len() <= LONGEST_FURNITURE && (is_page_number(content) || is_drawn(content)) {
            gap = true;
            continue;
        }
        if next_section == document.sections.len() && next_section > 0 && is_a_date(content) {
            break;
        }
        let may_be_cut = first_characters(last_line, SHORTEST_CUT_LINE - 1).len() < last_line.len();
        if is_finished(&paragraph.text) || gap && !may_be_cut || begins_an_item(content) {
            finish(&mut paragraph, &mut paragraphs);
        }
        paragraph.push_line(text, line);
        last_line = content;
        gap = false;
    }
    paragraph.is_last = true;
    finish(&mut paragraph, &mut paragraphs);
    let units = units();
    for paragraph in &mut paragraphs {
        paragraph.figures = figures(&paragraph.text, &units);
    }
    paragraphs
}

/// Adds a paragraph to the others, unless it is empty, and begins the next.
fn finish(paragraph: &mut Paragraph, paragraphs: &mut Vec<Paragraph>) {
    if !paragraph.text.is_empty() {
        let (section, beside_a_table) = (paragraph.section, paragraph.beside_a_table);
        let next = Paragraph { section, beside_a_table, ..Paragraph::default() };
        paragraphs.push(std::mem::replace(paragraph, next));
    }
}

fn holds_a_table(section: &Section) -> bool {
    matches!(
        section.kind,
        Some(SectionKind::Disclosure | SectionKind::Applications | SectionKind::Review | SectionKind::Fees)
    )
}

/// Whether a line belongs to a table: to one of the form's, or to another that
/// sets off its fields.
fn is_table(document: &Document, line: TextRange, content: &str) -> bool {
    content.contains('\t')
        || content.bytes().filter(|byte| *byte == b'|').count() >= 2
        || document.tables.iter().any(|table| table.range.start <= line.start && line.start < table.range.end)
}

/// Whether a line is drawn: the border of a table, or a line across the page.
fn is_drawn(content: &str) -> bool {
    is_rule(content) || skip(content, "_＿-—*= ").is_empty()
}

/// Whether a line ends a sentence, or what introduces a list.
fn is_finished(text: &str) -> bool {
    ends_in(skip_back(text, "*”’）)\""), "。！？；：…!?;:")
}

/// Whether a line is a date and nothing else, as under a signature.
fn is_a_date(content: &str) -> bool {
    content.len() <= 60
        && content.ends_with('日')
        && content.contains('年')
        && skip(&fold(content), "0123456789〇○零一二三四五六七八九十元年月日").is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    const TITLE: &str = "青禾市财政局2024年政府信息公开工作年度报告\n";

    /// The paragraphs of a report, a stroke between them.
    fn read(body: &str) -> String {
        let text = format!("{TITLE}{body}");
        let document = super::super::read(&text, &Options::default());
        let read = paragraphs(&text, &document);
        let prose = read.iter().filter(|paragraph| paragraph.is_prose());
        prose.map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn lines_are_joined_where_a_sentence_goes_on() {
        for (body, paragraphs) in [
            ("一、总体情况\n目录每月\n更新。\n内容每季度核对。\n", "目录每月更新。/内容每季度核对。"),
            ("一、总体情况\n（一）主动公开\n（二）依申请公开\n", "（一）主动公开/（二）依申请公开"),
            (
                "一、总体情况\n各科室按月更新目录并且按季度核对内容、按年\n\n- 3 -\n\n清理文件。\n",
                "各科室按月更新目录并且按季度核对内容、按年清理文件。",
            ),
            ("一、总体情况\n主动公开\n\n目录每月更新。\n", "主动公开/目录每月更新。"),
            ("一、总体情况：目录每月更新。\n", "目录每月更新。"),
        ] {
            assert_eq!(read(body), paragraphs);
        }
    }

    #[test]
    fn tables_headings_and_signatures_are_no_prose() {
        let body = "引言。\n一、总体情况\n正文。\n二、主动公开政府信息情况\n规章\t0\t0\t0\n三、收到和处理政府信息公开申请情况\n表注\n六、其他需要报告的事项\n无。\n青禾市财政局\n2025年1月8日\n(联系人：王五)\n";
        assert_eq!(read(body), "引言。/正文。/无。/青禾市财政局");
    }

    #[test]
    fn places_are_those_of_the_pasted_text() {
        let text = "共 １２ 条，占\n99％。";
        let mut paragraph = Paragraph::of_line(text, TextRange::new(0, text.find('\n').unwrap_or(0)));
        paragraph.push_line(text, TextRange::new(text.find("99").unwrap_or(0), text.len()));
        assert_eq!(paragraph.text, "共12条，占99%。");
        for (words, pasted) in
            [("12", "１２"), ("12条", "１２ 条"), ("99%", "99％"), ("占99", "占\n99"), ("。", "。")]
        {
            let start = paragraph.text.find(words).unwrap_or_default();
            assert_eq!(paragraph.place(start, start + words.len()).of(text), pasted, "{words}");
        }
    }
}
