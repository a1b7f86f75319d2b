//! Lists in prose: ordinals that jump or come twice.

use super::super::label::chinese_digit;
use super::Paragraph;
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
        if above_all(text.trim_start_matches('*')) {
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
            let in_a_number = previous.is_ascii_alphanumeric() || chinese_digit(previous).is_some();
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
    let line = line.trim_start_matches(['*', '#', ' ']);
    line.starts_with(['●', '◆', '■', '▪', '•', '★', '◇', '○']) || above_all(line) || item_at(line).is_some()
}

/// `一、`, which stands above all other ordinals.
fn above_all(line: &str) -> bool {
    let rest = line.trim_start_matches(|character| chinese_digit(character).is_some());
    rest.len() < line.len() && rest.starts_with('、')
}

fn begins_an_ordinal(character: char) -> bool {
    matches!(character, '（' | '(' | '第' | '0'..='9' | '①'..='⑳') || chinese_digit(character).is_some()
}

/// Whether an item can begin behind this character.
fn starts_an_item(style: Style, previous: char) -> bool {
    match previous {
        _ if style == Style::Circled => true,
        '。' | '；' | '：' | '！' | '？' | ';' | ':' | '”' | '*' => true,
        '，' | '、' | ',' | '）' | ')' => style >= Style::Circled,
        _ => false,
    }
}

/// The ordinal that `text` begins with.
fn item_at(text: &str) -> Option<Item> {
    let first = text.chars().next()?;
    let item = |style, number, length| Some(Item { style, number, length, loose: false, wanted: false });
    if ('①'..='⑳').contains(&first) {
        return item(Style::Circled, u16::try_from(first as u32 - '①' as u32 + 1).ok()?, first.len_utf8());
    }
    if matches!(first, '（' | '(') {
        let inside = &text[first.len_utf8()..];
        let (number, length) = number_at(inside)?;
        let rest = &inside[length..];
        let close = ['）', ')'].into_iter().find(|close| rest.starts_with(*close))?;
        let behind = &rest[close.len_utf8()..];
        // `（一）项` names an item of a law.
        if behind.starts_with(['项', '款', '条', '类', '种', '目', '至', '、', '和', '及', '或']) {
            return None;
        }
        let style = if inside.starts_with(|one: char| one.is_ascii_digit()) {
            Style::BracketedNumber
        } else {
            Style::Bracketed
        };
        return item(style, number, text.len() - behind.len());
    }
    let spoken = text.strip_prefix('第').unwrap_or(text);
    let (number, length) = number_at(spoken)?;
    let rest = &spoken[length..];
    let end = text.len() - rest.len();
    let mark = rest.chars().next()?;
    let behind = &rest[mark.len_utf8()..];
    if first == '第' {
        return if matches!(mark, '，' | ',' | '、' | '：') {
            item(Style::Ordinal, number, end)
        } else {
            None
        };
    }
    if !first.is_ascii_digit() {
        let length = end + mark.len_utf8();
        let said = Item { style: Style::Said, number, length, loose: false, wanted: mark == '要' };
        return (matches!(mark, '是' | '要') && !behind.starts_with('否')).then_some(said);
    }
    let style = match mark {
        '.' | '．' | '、' => Style::Numbered,
        '）' | ')' => Style::Closed,
        _ => return None,
    };
    if behind.starts_with(|next: char| next.is_ascii_alphabetic()) {
        return None;
    }
    // `1.5` and `1、2类` are no items, but `2.2023年` and `3、12345热线` may be.
    let loose = behind.starts_with(|next: char| next.is_ascii_digit());
    let length = end + mark.len_utf8();
    Some(Item { style, number, length, loose, wanted: false })
}

/// The number that `text` begins with, up to 30, and its bytes.
fn number_at(text: &str) -> Option<(u16, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, length) = match digits {
        0 => {
            let mut number = 0;
            let mut length = 0;
            for character in text.chars().take(3) {
                let Some(digit) = chinese_digit(character) else { break };
                number = match (length, digit) {
                    (0, digit) => digit,
                    (_, 10) if number < 10 => number * 10,
                    (_, digit) if number % 10 == 0 && number > 0 && digit < 10 => number + digit,
                    _ => return None,
                };
                length += character.len_utf8();
            }
            (number, length)
        }
        1 | 2 => (text[..digits].parse().ok()?, digits),
        _ => return None,
    };
    (1..=30).contains(&number).then_some((number, length))
}
