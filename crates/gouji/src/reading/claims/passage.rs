//! A paragraph as claims are read in it: folded, without white space.

use super::tokens::Token;
use crate::reading::compact::Compact;
use crate::reading::figures::Figure;
use crate::reading::paragraphs::Paragraph;
use crate::reading::prose::begins_an_item;
use crate::reading::search::{first_characters, has_any};
use crate::text::TextRange;

/// The longest sub-heading, in bytes.
const LONGEST_HEADING: usize = 120;

/// A paragraph, folded, with the way back.
pub(super) struct Passage<'a> {
    pub(super) paragraph: &'a Paragraph,
    folded: Compact<'a>,
}

impl<'a> Passage<'a> {
    pub(super) fn new(paragraph: &'a Paragraph) -> Self {
        let whole = TextRange::new(0, paragraph.text.len());
        Self { paragraph, folded: Compact::new(&paragraph.text, whole) }
    }

    /// What it says, folded; offsets are those of its bytes.
    pub(super) fn text(&self) -> &str {
        &self.folded.text
    }

    /// The place in the text that was pasted.
    pub(super) fn range(&self, start: usize, end: usize) -> TextRange {
        let place = self.folded.place(start, end);
        self.paragraph.place(place.start as usize, place.end as usize)
    }

    /// Where a place of the paragraph is in what is folded.
    pub(super) fn folded_place(&self, at: usize) -> usize {
        self.folded.folded_place(at)
    }

    /// The figure whose digits begin here.
    pub(super) fn figure_at(&self, at: usize) -> Option<&Figure> {
        let start = self.folded.place(at, at + 1).start as usize;
        let figures = &self.paragraph.figures;
        let index = figures.partition_point(|figure| figure.start < start);
        figures.get(index).filter(|figure| figure.start == start)
    }

    /// The words of a token.
    pub(super) fn words_of(&self, token: &Token) -> &str {
        &self.text()[token.start..token.end]
    }

    /// Whether at most so many characters stand between two places.
    pub(super) fn are_near(&self, start: usize, end: usize, most: usize) -> bool {
        let between = self.text().get(start..end).unwrap_or_default();
        first_characters(between, most) == between
    }

    /// Where a sub-heading ends with which the paragraph begins: a short line
    /// that has an ordinal and no marks.
    pub(super) fn heading_end(&self) -> usize {
        let end = self.paragraph.seams.first().copied().unwrap_or(0);
        let line = &self.paragraph.text[..end];
        let is_heading =
            line.len() <= LONGEST_HEADING && begins_an_item(line) && !has_any(line, "。 ， ； ： , ; :");
        if is_heading { self.folded_place(end) } else { 0 }
    }
}
