//! Quotation marks, brackets and punctuation.

use super::super::label::chinese_digit;
use super::{Paragraph, Places};
use crate::text::TextRange;

/// As many paragraphs further on a mark may still be closed: lines are broken
/// anywhere, and what is in brackets may be a list.
const PARAGRAPHS_TO_CLOSE: usize = 6;

/// As many marks can be open at a time; no prose has so many.
const MOST_OPEN: usize = 64;

/// Marks that are open, from one paragraph to the next.
#[derive(Debug, Default)]
pub(super) struct Marks {
    section: Option<usize>,
    /// Which paragraph this is.
    paragraph: usize,
    /// Kind, paragraph and place of marks that were not closed in theirs.
    pending: Vec<(u8, usize, TextRange)>,
    /// Kind and place in the paragraph of those that are open in this one.
    open: Vec<(u8, usize)>,
    /// Those that something around them closed before they were.
    crossed: Vec<(u8, usize)>,
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// A straight quotation mark.
    Either,
}

/// The kind of a mark in pairs, and its side. Both widths are one kind.
fn pair_mark(character: char) -> Option<(u8, Side)> {
    Some(match character {
        '“' => (0, Side::Opens),
        '”' => (0, Side::Closes),
        '"' | '＂' => (0, Side::Either),
        '‘' => (1, Side::Opens),
        '’' => (1, Side::Closes),
        '（' | '(' => (2, Side::Opens),
        '）' | ')' => (2, Side::Closes),
        '《' => (3, Side::Opens),
        '》' => (3, Side::Closes),
        '〈' => (4, Side::Opens),
        '〉' => (4, Side::Closes),
        '〔' | '[' | '［' => (5, Side::Opens),
        '〕' | ']' | '］' => (5, Side::Closes),
        '【' => (6, Side::Opens),
        '】' => (6, Side::Closes),
        '「' => (7, Side::Opens),
        '」' => (7, Side::Closes),
        '『' => (8, Side::Opens),
        '』' => (8, Side::Closes),
        _ => return None,
    })
}

impl Marks {
    /// Begins a paragraph.
    pub(super) fn begin(&mut self, paragraph: &Paragraph, unbalanced: &mut Places) {
        self.paragraph += 1;
        let oldest = self.paragraph.saturating_sub(PARAGRAPHS_TO_CLOSE);
        let new_section = paragraph.section != self.section;
        self.section = paragraph.section;
        // What a quotation of several paragraphs opens, each of them opens anew.
        if paragraph.text.starts_with('“')
            && let Some(at) = self.pending.iter().rposition(|(kind, ..)| *kind == 0)
        {
            self.pending.remove(at);
        }
        self.pending.retain(|(_, opened_in, place)| {
            let is_over = new_section || *opened_in < oldest;
            if is_over {
                unbalanced.note(*place);
            }
            !is_over
        });
    }

    /// Takes the mark at `at`, if it is one.
    pub(super) fn take(
        &mut self,
        paragraph: &Paragraph,
        at: usize,
        mark: char,
        before: char,
        unbalanced: &mut Places,
    ) {
        let Some((kind, side)) = pair_mark(mark) else { return };
        let position = self.open.iter().rposition(|(open, _)| *open == kind);
        let opens = match side {
            Side::Opens => true,
            Side::Closes => false,
            // Inches, and minutes of arc.
            Side::Either if before.is_ascii_digit() && position.is_none() => return,
            Side::Either => position.is_none(),
        };
        if opens {
            if self.open.len() == MOST_OPEN {
                self.open.remove(0);
            }
            self.open.push((kind, at));
        } else if let Some(position) = position {
            self.crossed.extend(self.open.drain(position + 1..));
            self.crossed.truncate(MOST_OPEN);
            self.open.pop();
        } else if let Some(position) = self.crossed.iter().position(|(crossed, _)| *crossed == kind) {
            self.crossed.remove(position);
        } else if let Some(position) = self.pending.iter().rposition(|(pending, ..)| *pending == kind) {
            self.pending.remove(position);
        } else if !(closes_a_number(kind, before) || (mark == '’' && before.is_ascii_alphabetic())) {
            unbalanced.note(paragraph.place(at, at + mark.len_utf8()));
        }
    }

    /// Ends a paragraph. What is open at the end of a text may have been cut.
    pub(super) fn end(&mut self, paragraph: &Paragraph, unbalanced: &mut Places) {
        let left = self.crossed.drain(..).chain(self.open.drain(..));
        for (kind, at) in left {
            let length = paragraph.text[at..].chars().next().map_or(0, char::len_utf8);
            if self.pending.len() == MOST_OPEN {
                self.pending.remove(0);
            }
            self.pending.push((kind, self.paragraph, paragraph.place(at, at + length)));
        }
        if paragraph.is_last {
            let ends_whole = paragraph.text.ends_with(['。', '）', '”', '！', ')']);
            let last = self.paragraph;
            for (_, opened_in, place) in self.pending.drain(..) {
                if ends_whole || opened_in < last {
                    unbalanced.note(place);
                }
            }
        }
    }
}

/// `1）`, `一）` and `a)` number items.
fn closes_a_number(kind: u8, before: char) -> bool {
    kind == 2 && (before.is_ascii_alphanumeric() || chinese_digit(before).is_some())
}

/// Whether the western mark at `at` stands where a Chinese one is due: between
/// Chinese characters.
pub(super) fn is_out_of_place(text: &str, at: usize, mark: char, before: char) -> bool {
    let behind = &text[at + 1..];
    let next = behind.chars().next().unwrap_or(' ');
    let is_before = is_ideograph(before) || matches!(before, '》' | '”' | '）' | '】' | '〕' | '’');
    let is_behind = is_ideograph(next) || matches!(next, '《' | '“' | '（' | '【' | '〔' | '‘');
    match mark {
        ',' | ';' | ':' | '?' | '!' => is_before && (is_behind || behind.is_empty()),
        // `(一)` numbers an item.
        '(' => is_before && is_behind && !is_a_number_in_brackets(behind),
        _ => false,
    }
}

fn is_a_number_in_brackets(behind: &str) -> bool {
    behind
        .trim_start_matches(|one: char| one.is_ascii_digit() || chinese_digit(one).is_some())
        .starts_with([')', '）'])
}

pub(super) fn is_ideograph(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
