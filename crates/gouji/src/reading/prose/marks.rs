//! Quotation marks, brackets and punctuation.

use super::{Paragraph, Places};
use crate::reading::label::digit;
use crate::reading::search::{begins_in, ends_in, first_of, is_in, skip};
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
    /// Those that were not closed in their paragraph.
    pending: Vec<Mark>,
    /// Those that are open in this one.
    open: Vec<Mark>,
    /// Those that something around them closed before they were.
    crossed: Vec<Mark>,
}

/// A mark that opens something.
#[derive(Clone, Copy, Debug)]
struct Mark {
    kind: usize,
    /// The paragraph it stands in.
    paragraph: usize,
    place: TextRange,
}

/// Marks in pairs. Both widths are one kind.
const PAIRS: &str = "“”‘’（）()《》〈〉〔〕[]［］【】「」『』";
const QUOTES: usize = 0;
const BRACKETS: usize = 2;

/// The kind of a mark in pairs, and whether it opens.
fn pair_mark(mark: char) -> Option<(usize, bool)> {
    let at = PAIRS.chars().position(|one| one == mark)?;
    let kind = match at / 2 {
        3 => BRACKETS,
        7 | 8 => 6,
        kind => kind,
    };
    Some((kind, at % 2 == 0))
}

impl Marks {
    /// Begins a paragraph.
    pub(super) fn begin(&mut self, paragraph: &Paragraph, unbalanced: &mut Places) {
        self.paragraph += 1;
        let new_section = paragraph.section != self.section;
        self.section = paragraph.section;
        // What a quotation of several paragraphs opens, each of them opens anew.
        if paragraph.text.starts_with('“') {
            take_last(&mut self.pending, QUOTES);
        }
        let mut index = 0;
        while let Some(mark) = self.pending.get(index) {
            if new_section || mark.paragraph + PARAGRAPHS_TO_CLOSE < self.paragraph {
                unbalanced.note(mark.place);
                self.pending.remove(index);
            } else {
                index += 1;
            }
        }
    }

    /// Takes the mark at `at`, if it is one in pairs.
    pub(super) fn take(
        &mut self,
        paragraph: &Paragraph,
        at: usize,
        mark: char,
        before: char,
        unbalanced: &mut Places,
    ) {
        let is_straight = matches!(mark, '"' | '＂');
        let Some((kind, opens)) = (if is_straight { Some((QUOTES, true)) } else { pair_mark(mark) }) else {
            return;
        };
        let position = self.open.iter().rposition(|open| open.kind == kind);
        let place = paragraph.place(at, at + mark.len_utf8());
        if opens && !(is_straight && position.is_some()) {
            // Inches, and minutes of arc.
            if !(is_straight && before.is_ascii_digit()) {
                push(&mut self.open, Mark { kind, paragraph: self.paragraph, place });
            }
        } else if let Some(position) = position {
            while self.open.len() > position + 1 {
                let crossed = self.open.remove(position + 1);
                if self.crossed.len() < MOST_OPEN {
                    self.crossed.push(crossed);
                }
            }
            self.open.pop();
        } else if !(take_last(&mut self.crossed, kind)
            || take_last(&mut self.pending, kind)
            || closes_a_number(kind, before)
            || mark == '’' && before.is_ascii_alphabetic())
        {
            unbalanced.note(place);
        }
    }

    /// Ends a paragraph. What is open at the end of a text may have been cut.
    pub(super) fn end(&mut self, paragraph: &Paragraph, unbalanced: &mut Places) {
        for left in [&mut self.crossed, &mut self.open] {
            for mark in left.iter() {
                push(&mut self.pending, *mark);
            }
            left.clear();
        }
        if paragraph.is_last {
            let ends_whole = ends_in(&paragraph.text, "。）”！)");
            for mark in &self.pending {
                if ends_whole || mark.paragraph < self.paragraph {
                    unbalanced.note(mark.place);
                }
            }
            self.pending.clear();
        }
    }
}

/// Adds a mark; the oldest goes where there are too many.
fn push(marks: &mut Vec<Mark>, mark: Mark) {
    if marks.len() == MOST_OPEN {
        marks.remove(0);
    }
    marks.push(mark);
}

/// Takes the last mark of a kind away; says whether there was one.
fn take_last(marks: &mut Vec<Mark>, kind: usize) -> bool {
    let last = marks.iter().rposition(|mark| mark.kind == kind);
    if let Some(last) = last {
        marks.remove(last);
    }
    last.is_some()
}

/// `1）`, `一）` and `a)` number items.
fn closes_a_number(kind: usize, before: char) -> bool {
    kind == BRACKETS && (before.is_ascii_alphanumeric() || digit(before).is_some())
}

/// Whether the western mark at `at` stands where a Chinese one is due: between
/// Chinese characters.
pub(super) fn is_out_of_place(text: &str, at: usize, mark: char, before: char) -> bool {
    if !matches!(mark, ',' | ';' | ':' | '?' | '!' | '(') {
        return false;
    }
    let behind = &text[at + 1..];
    let next = first_of(behind);
    let is_before = is_ideograph(before) || is_in(before, "》”）】〕’");
    let is_behind = is_ideograph(next) || is_in(next, "《“（【〔‘");
    is_before
        && match mark {
            // `(一)` numbers an item.
            '(' => is_behind && !begins_in(skip(behind, "0123456789一二三四五六七八九十〇○零Ｏ"), ")）"),
            _ => is_behind || behind.is_empty(),
        }
}

pub(super) fn is_ideograph(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
