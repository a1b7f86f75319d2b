//! Places in the text.

use std::ops::Range;

/// A place in the checked text: UTF-8 byte offsets, start included, end
/// excluded, both on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl TextRange {
    /// The range from `start` to `end`, in bytes. An offset beyond 4 GiB is
    /// cut to that; [`crate::MAX_BYTES`] lies far below.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end.max(start)) }
    }

    /// Whether nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The smallest range that holds those that are there.
    pub(crate) fn cover_both(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) => Some(one.cover(other)),
            (one, other) => one.or(other),
        }
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Its first bytes, at most so many, up to the end of a character.
    #[must_use]
    pub(crate) fn beginning(self, text: &str, most: usize) -> Self {
        let end = (self.end as usize).min(self.start as usize + most);
        Self::new(self.start as usize, text.floor_char_boundary(end))
    }

    /// The text at this place; empty where the range does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(Range::from(self)).unwrap_or_default()
    }
}

impl From<TextRange> for Range<usize> {
    fn from(range: TextRange) -> Self {
        range.start as usize..range.end as usize
    }
}
