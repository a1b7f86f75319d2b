//! The prose of a report: its characters, folded, without headings, tables and
//! page furniture.

use super::Document;
use crate::reading::TableNote;
use crate::reading::lines::{lines, trimmed};
use crate::text::{TextRange, fold_char};

/// As much prose is read; a report has a tenth of it.
const MOST_CHARACTERS: usize = 120_000;
/// The longest sub-heading, in bytes.
const LONGEST_HEADING: usize = 120;

/// Where a new part of the text begins, which has its own subject.
pub(super) const PART: char = '\n';
/// Where a sentence ends.
pub(super) const STOP: char = '。';

/// The characters that count, with their places.
pub(super) struct Prose<'a> {
    text: &'a str,
    pub(super) characters: Vec<char>,
    /// The byte each character stands at.
    places: Vec<u32>,
}

impl<'a> Prose<'a> {
    /// The prose of the report. Lines are joined, as they may be broken
    /// anywhere; where one begins with an ordinal, a sentence begins.
    pub(super) fn read(text: &'a str, document: &Document) -> Self {
        let mut prose = Self { text, characters: Vec::new(), places: Vec::new() };
        let tables = table_ranges(document);
        let first = document.sections.first().map(|section| section.range.start);
        // What stands before the first section is a letter and an introduction,
        // unless the text begins within a section.
        let start = first.filter(|_| document.title.is_some()).unwrap_or(document.range.start);
        let whole = TextRange { start, end: document.range.end };
        let mut section = document.sections.iter().peekable();
        let mut filled = lines(text, whole).map(|line| trimmed(text, line)).filter(|line| !line.is_empty());
        let mut next = filled.next();
        while let Some(mut line) = next {
            next = filled.next();
            if prose.characters.len() > MOST_CHARACTERS {
                break;
            }
            let content = line.of(text);
            let in_table = tables.iter().any(|table| table.start < line.end && line.start < table.end);
            if in_table || content.contains('\t') || content.starts_with('|') {
                prose.push(PART, line.start);
                continue;
            }
            while section.peek().is_some_and(|section| section.heading_range.start < line.start) {
                section.next();
            }
            match section.peek() {
                Some(section) if section.heading_range.start < line.end => {
                    prose.push(PART, line.start);
                    line.start = section.heading_range.end.min(line.end);
                    prose.push_all(line);
                    prose.push(STOP, line.end);
                    continue;
                }
                _ => {}
            }
            if is_page_number(content, next.map_or("", |next| next.of(text))) {
                continue;
            }
            if let Some(mark) = ordinal(content) {
                prose.push(mark, line.start);
            }
            prose.push_all(line);
            let has_marks = content.contains(['。', '，', '；', '：', ',', ';', ':']);
            if ordinal(content).is_some() && !has_marks && content.len() <= LONGEST_HEADING {
                prose.push(STOP, line.end);
            }
        }
        prose
    }

    fn push(&mut self, character: char, place: u32) {
        self.characters.push(character);
        self.places.push(place);
    }

    fn push_all(&mut self, range: TextRange) {
        for (offset, character) in range.of(self.text).char_indices().take(MOST_CHARACTERS) {
            if let Some(folded) = fold_char(character) {
                let place = TextRange::new(range.start as usize + offset, 0).start;
                self.push(folded, place);
            }
        }
    }

    /// The place of these characters in the text.
    pub(super) fn range(&self, start: usize, end: usize) -> TextRange {
        let Some(last) = end.checked_sub(1).and_then(|last| self.places.get(last)) else {
            return TextRange::default();
        };
        let length = self.text[*last as usize..].chars().next().map_or(0, char::len_utf8);
        TextRange::new(self.places[start] as usize, *last as usize + length)
    }

    /// Whether something stood between this character and the next that was
    /// folded away.
    pub(super) fn is_apart_from_next(&self, at: usize) -> bool {
        let range = self.range(at, at + 2);
        range.of(self.text).chars().count() > 2
    }

    /// The character as printed.
    pub(super) fn printed(&self, at: usize) -> Option<char> {
        self.text[self.places[at] as usize..].chars().next()
    }
}

fn table_ranges(document: &Document) -> Vec<TextRange> {
    let mut ranges = Vec::new();
    for table in &document.tables {
        ranges.push(table.range);
        for note in &table.notes {
            if let TableNote::Repeated { range } = note {
                ranges.push(*range);
            }
        }
    }
    ranges
}

/// How a line begins that has an ordinal: （一） and 一、 begin a part of the
/// text, 1. and （1） a sentence.
fn ordinal(content: &str) -> Option<char> {
    let content = content.trim_start_matches(['*', '#', ' ']);
    let inner = content.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(|character: char| "一二三四五六七八九十".contains(character));
    let is_marked = |rest: &str| {
        let mut characters = rest.chars();
        let mark = characters.next().is_some_and(|mark| "）)、.．".contains(mark));
        mark && !characters.next().is_some_and(|next| next.is_ascii_digit())
    };
    if rest.len() < inner.len() && is_marked(rest) {
        return Some(PART);
    }
    let rest = inner.trim_start_matches(|character: char| character.is_ascii_digit());
    let is_numbered = rest.len() < inner.len() && is_marked(rest);
    (is_numbered || content.starts_with(|character: char| ('①'..='⑳').contains(&character))).then_some(STOP)
}

/// Whether a line is the number of a page, and not a figure whose unit stands
/// on the next line.
fn is_page_number(content: &str, next: &str) -> bool {
    let rest = content.trim_matches(|character: char| "-—–－·~第页共/ \u{3000}".contains(character));
    let is_number = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        && (rest.len() < content.len() || !next.starts_with(['件', '份', '起', '宗', '例', '元', '万', '%']))
}
