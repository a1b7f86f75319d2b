//! How the prose is written: sums and shares in it, lists, marks, and what
//! was left in by mistake.

mod doubled;
mod leftovers;
mod marks;
mod ordinals;
mod postal;
mod shares;
mod sums;

pub use ordinals::OrdinalOutOfOrder;
pub use postal::PostalCodeElsewhere;
pub use shares::ShareAboveHundred;
pub use sums::{FailingSum, SumFault};

pub(super) use ordinals::begins_an_item;

use super::paragraphs::Paragraph;
use super::search::first_characters;
use super::{Completeness, Document};
use crate::form::SectionKind;
use crate::text::TextRange;
use doubled::Doubled;
use leftovers::{note_markup, note_placeholder};
use marks::{Marks, is_ideograph, is_out_of_place};
use ordinals::Lists;
use postal::PostalCodes;

/// As many notes of a kind are kept; a report has a few, if any.
const MOST_NOTES: usize = 20;

/// What is to be said of how the prose is written.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Sums that do not add up.
    pub sums: Vec<FailingSum>,
    /// Shares above one hundred per cent.
    pub shares: Vec<ShareAboveHundred>,
    /// Ordinals that jump or come twice.
    pub ordinals: Vec<OrdinalOutOfOrder>,
    /// Postal codes of another city than the telephone's.
    pub postal_codes: Vec<PostalCodeElsewhere>,
    /// What a template left to be filled in.
    pub placeholders: Places,
    /// Marks of Markdown and HTML.
    pub markup: Places,
    /// Words and marks that come twice in a row.
    pub doubled: Places,
    /// Quotation marks and brackets without their other half.
    pub unbalanced: Places,
    /// Western punctuation between Chinese characters.
    pub western: Places,
    /// How long section one is: every character and mark counts one, and so
    /// does a run of letters and digits. None where it is not all there.
    pub overview_length: Option<usize>,
}

/// Places where the same is to be said.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub first: Vec<TextRange>,
}

impl Places {
    fn note(&mut self, place: TextRange) {
        self.count += 1;
        if self.first.len() < MOST_NOTES {
            self.first.push(place);
        }
    }
}

/// Reads the prose of a report whose sections and tables were read.
pub(super) fn read(text: &str, document: &Document, paragraphs: &[Paragraph]) -> Prose {
    let mut reader = Reader::default();
    if !matches!(document.completeness, Completeness::Whole | Completeness::Part) {
        return reader.prose;
    }
    if let Some(title) = &document.title {
        reader.read_signs(&Paragraph::of_line(text, title.range), true);
    }
    for paragraph in paragraphs {
        if paragraph.is_prose() {
            reader.read(paragraph, document);
        }
    }
    let mut prose = reader.prose;
    prose.postal_codes = reader.postal_codes.elsewhere();
    // A section that another one ends is there to its end.
    let mut sections = document.sections.iter().map(|section| section.kind);
    let is_whole = sections.any(|kind| kind == Some(SectionKind::Overview))
        && sections.any(|kind| kind == Some(SectionKind::Disclosure));
    prose.overview_length = is_whole.then_some(reader.overview_length);
    if document.completeness == Completeness::Part {
        // What is missing may have held the other half.
        prose.unbalanced = Places::default();
    }
    prose
}

#[derive(Default)]
struct Reader {
    prose: Prose,
    lists: Lists,
    marks: Marks,
    doubled: Doubled,
    postal_codes: PostalCodes,
    overview_length: usize,
}

impl Reader {
    fn read(&mut self, paragraph: &Paragraph, document: &Document) {
        if !paragraph.beside_a_table {
            self.marks.begin(paragraph, &mut self.prose.unbalanced);
            self.lists.read(paragraph, &mut self.prose.ordinals);
        }
        let seen = self.read_signs(paragraph, false);
        if !paragraph.beside_a_table {
            self.marks.end(paragraph, &mut self.prose.unbalanced);
        }
        if paragraph.figures.len() > 1 {
            sums::read_sums(paragraph, &mut self.prose.sums);
        }
        shares::read_shares(paragraph, &mut self.prose.shares);
        self.postal_codes.read(paragraph, seen.address);
        let section = paragraph.section.and_then(|index| document.sections.get(index));
        if section.is_some_and(|section| section.kind == Some(SectionKind::Overview)) {
            self.overview_length += seen.length;
        }
    }

    /// Looks at every character of a paragraph once.
    fn read_signs(&mut self, paragraph: &Paragraph, is_title: bool) -> Seen {
        let text = paragraph.text.as_str();
        let mut seen = Seen::default();
        let mut before = ' ';
        let mut behind_markup = 0;
        let mut behind_placeholder = 0;
        let mut next_seam = 0;
        self.doubled.clear();
        for (at, character) in text.char_indices() {
            if paragraph.seams.get(next_seam).is_some_and(|seam| *seam <= at) {
                next_seam += 1;
                self.doubled.clear();
            }
            if is_ideograph(character) {
                seen.length += 1;
                match character {
                    '邮' | '话' => seen.address = true,
                    '某' | '此' if at >= behind_placeholder => {
                        let places = &mut self.prose.placeholders;
                        behind_placeholder = note_placeholder(paragraph, at, character, before, places);
                    }
                    _ => {}
                }
                if !is_title {
                    self.doubled.take(paragraph, at, character, &mut self.prose.doubled);
                }
                before = character;
                continue;
            }
            self.doubled.clear();
            let in_a_word = |one: char| one.is_ascii_alphanumeric() || matches!(one, '.' | '%' | '-');
            seen.length += usize::from(character != ' ' && !(in_a_word(character) && in_a_word(before)));
            if matches!(character, '，' | '。' | '、' | '；' | '：') {
                if character == before && !is_title {
                    self.note_doubled_mark(paragraph, at, character);
                }
            } else if !character.is_ascii_alphanumeric() || matches!(character, 'X' | 'x') {
                if !is_title {
                    self.read_mark(paragraph, at, character, before);
                    if at >= behind_markup {
                        let markup = &mut self.prose.markup;
                        behind_markup = note_markup(paragraph, at, character, before, markup);
                    }
                }
                // What is set in bold by `__` is no blank to be filled in.
                if character == '_' && behind_markup > at + 1 {
                    behind_placeholder = behind_placeholder.max(behind_markup);
                }
                if at >= behind_placeholder {
                    let places = &mut self.prose.placeholders;
                    behind_placeholder = note_placeholder(paragraph, at, character, before, places);
                }
            }
            before = character;
        }
        seen
    }

    fn read_mark(&mut self, paragraph: &Paragraph, at: usize, mark: char, before: char) {
        if !paragraph.beside_a_table {
            self.marks.take(paragraph, at, mark, before, &mut self.prose.unbalanced);
        }
        let text = paragraph.text.as_str();
        if is_out_of_place(text, at, mark, before) {
            // A mark alone says little: its neighbours are shown with it.
            let start = if mark == '(' { at } else { at - before.len_utf8() };
            let end = at + 1 + first_characters(&text[at + 1..], 1).len();
            self.prose.western.note(paragraph.place(start, end));
        }
    }

    fn note_doubled_mark(&mut self, paragraph: &Paragraph, at: usize, mark: char) {
        let (before, behind) = paragraph.text.split_at(at);
        let length = mark.len_utf8();
        let once = &before[..at - length];
        let is_third = once.ends_with(mark) || behind[length..].starts_with(mark);
        // Two lines may have met here.
        if !is_third && !paragraph.seams.contains(&at) {
            self.prose.doubled.note(paragraph.place(at - length, at + length));
        }
    }
}

/// What a paragraph holds.
#[derive(Default)]
struct Seen {
    /// A character of 邮编 or 电话.
    address: bool,
    /// Its length, as an office counts it.
    length: usize,
}
