//! A text without white space.

use crate::text::{TextRange, fold_char};

/// A text without white space, with the way back.
#[derive(Debug, Default)]
pub(super) struct Compact<'text> {
    original: &'text str,
    pub(super) text: String,
    /// For each byte of `text`, the byte offset of its character in the original.
    offsets: Vec<u32>,
}

impl<'text> Compact<'text> {
    pub(super) fn new(text: &'text str, range: TextRange) -> Self {
        let most = range.of(text).len();
        let mut compact =
            Self { original: text, text: String::with_capacity(most), offsets: Vec::with_capacity(most) };
        for (at, character) in range.of(text).char_indices() {
            // The marks of headings in Markdown say nothing here.
            let folded = fold_char(character).filter(|character| *character != '#');
            if let Some(folded) = folded {
                compact.text.push(folded);
                compact
                    .offsets
                    .resize(compact.text.len(), range.start + u32::try_from(at).unwrap_or_default());
            }
        }
        compact
    }

    /// The place in the original of a range of bytes that is not empty.
    pub(super) fn place(&self, start: usize, end: usize) -> TextRange {
        let offset = |at: usize| self.offsets.get(at).map_or(0, |&offset| offset as usize);
        let last = offset(end.saturating_sub(1));
        let last_character = self.original[last..].chars().next();
        TextRange::new(offset(start), last + last_character.map_or(0, char::len_utf8))
    }

    /// Where what stands at a place of the original, or behind it, is in `text`.
    pub(super) fn folded_place(&self, original: usize) -> usize {
        self.offsets.partition_point(|offset| (*offset as usize) < original)
    }
}
