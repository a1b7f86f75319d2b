//! Lists in prose: ordinals that jump or come twice.

use super::Paragraph;
use crate::reading::label::digit;
use crate::reading::search::{begins_in, first_of, is_in, leading_digits, skip};
use crate::text::TextRange;

/// An ordinal that is not the one due in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrdinalOutOfOrder {
    /// Where it stands.
    pub range: TextRange,
    /// Where the one before it stands.
    pub before: TextRange,
    /// Its number.
    pub number: u16,
    /// The number of the one before it.
    pub number_before: u16,
}

/// The ways in which items are numbered, the higher levels first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    /// `（一）`.
    Bracketed,
    /// `1.`, `1、`.
    Numbered,
    /// `（1）`.
    BracketedNumber,
    /// `1）`.
    Closed,
    /// `①`.
    Circled,
    /// `第一，`.
    Ordinal,
    /// `一是`.
    Said,
}

const STYLES: usize = 7;

/// An ordinal as printed.
#[derive(Clone, Copy, Debug)]
struct Item {
    style: Style,
    number: u16,
    /// Its bytes.
    length: usize,
    /// Whether it may be something else, and belongs to a list only where it
    /// begins a paragraph and is the number due: `2.2023年`.
    loose: bool,
    /// Whether it is said with 要.
    wanted: bool,
}

/// The list of one style that is going on.
#[derive(Debug, Default)]
struct List {
    /// The last number and its place; none where no list goes on.
    last: Option<(u16, TextRange)>,
    /// The numbers at which lists around this one stopped.
    outer: Vec<u16>,
    /// Whether something was said of this list.
    is_reported: bool,
    /// Whether its first item was `一要`; in others `二要` stands for `二是`.
    is_wanted: bool,
}

/// The lists of a section.
#[derive(Debug, Default)]
pub(super) struct Lists {
    section: Option<usize>,
    lists: [List; STYLES],
}

impl Lists {
    /// Reads the ordinals of a paragraph.
    pub(super) fn read(&mut self, paragraph: &Paragraph, found: &mut Vec<OrdinalOutOfOrder>) {
        if paragraph.section != self.section {
            *self = Self { section: paragraph.section, lists: Default::default() };
        }
        let text = paragraph.text.as_str();
        if above_all(skip(text, "*")) {
            self.lists = Default::default();
        }
        // The style of the last ordinal of the sentence, where it was the first of
        // its list; a second one behind a semicolon is not a list within its item.
        let mut first_of: Option<Style> = None;
        let mut before = ' ';
        let mut skip_to = 0;
        let mut quotes = 0_usize;
        for (at, character) in text.char_indices() {
            let previous = before;
            before = character;
            match character {
                '。' => first_of = None,
                '“' => quotes += 1,
                '”' => quotes = quotes.saturating_sub(1),
                _ => {}
            }
            // What is quoted has a list of its own.
            let in_a_number = previous.is_ascii_alphanumeric() || digit(previous).is_some();
            if at < skip_to || quotes > 0 || in_a_number || !begins_an_ordinal(character) {
                continue;
            }
            let Some(item) = item_at(&text[at..]).filter(|item| at == 0 || !item.loose) else { continue };
            skip_to = at + item.length;
            let is_start = at == 0 || starts_an_item(item.style, previous);
            let place = paragraph.place(at, at + item.length);
            let is_first = item.number == 1;
            let again = is_first && first_of == Some(item.style) && previous == '；';
            self.note(item, is_start && !item.loose, again, place, found);
            if is_start {
                first_of = is_first.then_some(item.style);
            }
        }
    }

    fn note(
        &mut self,
        item: Item,
        is_start: bool,
        again: bool,
        place: TextRange,
        found: &mut Vec<OrdinalOutOfOrder>,
    ) {
        let level = item.style as usize;
        let current = &mut self.lists[level];
        let number = item.number;
        let is_due = current.last.is_some_and(|(last, _)| last + 1 == number);
        let is_start = is_start && (!item.wanted || number == 1 || current.is_wanted);
        if !is_start && !is_due {
            return;
        }
        match current.last {
            Some((last, _)) if number == 1 && !again => {
                current.outer.push(last);
                current.is_reported = false;
            }
            Some((last, before)) if !is_due => {
                // The list around one of the same style goes on.
                match current.outer.iter().rposition(|outer| outer + 1 == number) {
                    Some(outer) => {
                        current.outer.truncate(outer);
                        current.is_reported = false;
                    }
                    None if !current.is_reported && found.len() < super::MOST_NOTES => {
                        current.is_reported = true;
                        found.push(OrdinalOutOfOrder { range: place, before, number, number_before: last });
                    }
                    None => {}
                }
            }
            _ => {}
        }
        if number == 1 {
            current.is_wanted = item.wanted;
        }
        current.outer.drain(..current.outer.len().saturating_sub(8));
        current.last = Some((number, place));
        if is_start && item.style < Style::Ordinal {
            for lower in &mut self.lists[level + 1..] {
                *lower = List::default();
            }
        }
    }
}

/// Whether a line begins with an ordinal or with the sign of an item.
pub(in crate::reading) fn begins_an_item(line: &str) -> bool {
    let line = skip(line, "*# ");
    begins_in(line, "●◆■▪•★◇○") || above_all(line) || item_at(line).is_some()
}

/// `一、`, which stands above all other ordinals.
fn above_all(line: &str) -> bool {
    let rest = skip(line, "一二三四五六七八九十〇○零Ｏ");
    rest.len() < line.len() && rest.starts_with('、')
}

fn begins_an_ordinal(character: char) -> bool {
    matches!(character, '（' | '(' | '第' | '①'..='⑳') || digit(character).is_some()
}

/// Whether an item can begin behind this character.
fn starts_an_item(style: Style, previous: char) -> bool {
    style == Style::Circled
        || is_in(previous, "。；：！？;:”*")
        || style >= Style::Circled && is_in(previous, "，、,）)")
}

/// The ordinal that `text` begins with.
fn item_at(text: &str) -> Option<Item> {
    let first = text.chars().next()?;
    let mut item =
        Item { style: Style::Circled, number: 0, length: first.len_utf8(), loose: false, wanted: false };
    if ('①'..='⑳').contains(&first) {
        item.number = u16::try_from(first as u32 - '①' as u32 + 1).ok()?;
        return Some(item);
    }
    let is_bracketed = is_in(first, "（(");
    let inside = if is_bracketed || first == '第' { &text[item.length..] } else { text };
    let (number, length) = number_at(inside)?;
    let rest = &inside[length..];
    let mark = rest.chars().next()?;
    let behind = &rest[mark.len_utf8()..];
    item.number = number;
    item.length = text.len() - behind.len();
    let is_in_digits = first_of(inside).is_ascii_digit();
    if is_bracketed {
        item.style = if is_in_digits { Style::BracketedNumber } else { Style::Bracketed };
        // `（一）项` names an item of a law.
        return (is_in(mark, "）)") && !begins_in(behind, "项款条类种目至、和及或")).then_some(item);
    }
    if first == '第' {
        item.style = Style::Ordinal;
        item.length -= mark.len_utf8();
        return is_in(mark, "，,、：").then_some(item);
    }
    if !is_in_digits {
        item.style = Style::Said;
        item.wanted = mark == '要';
        return (is_in(mark, "是要") && !behind.starts_with('否')).then_some(item);
    }
    item.style = if is_in(mark, "）)") { Style::Closed } else { Style::Numbered };
    // `1.5` and `1、2类` are no items, but `2.2023年` and `3、12345热线` may be.
    item.loose = leading_digits(behind) > 0;
    (is_in(mark, ".．、）)") && !first_of(behind).is_ascii_alphabetic()).then_some(item)
}

/// The number that `text` begins with, up to 30, and its bytes.
fn number_at(text: &str) -> Option<(u16, usize)> {
    let is_in_digits = leading_digits(text) > 0;
    let mut number = 0;
    let mut rest = text;
    for count in 0..3 {
        let first = first_of(rest);
        let digit = digit(first).filter(|_| first.is_ascii_digit() == is_in_digits);
        let Some(digit) = digit else { break };
        number = match digit {
            _ if is_in_digits && count == 2 => return None,
            digit if is_in_digits => number * 10 + digit,
            digit if count == 0 => digit,
            10 if number < 10 => number * 10,
            digit if number % 10 == 0 && number > 0 && digit < 10 => number + digit,
            _ => return None,
        };
        rest = &rest[first.len_utf8()..];
    }
    (1..=30).contains(&number).then_some((number, text.len() - rest.len()))
}
