//! How much of a file is looked at before it is refused.
//!
//! A report has some twenty pages of a few thousand glyphs. A file that holds
//! far more, or that says the same thing to itself without end, is given up
//! soon instead of keeping the reader waiting.

use crate::ConvertError;

/// More pages than any report has.
pub(super) const MAX_PAGES: usize = 300;

/// How many graphics states may be saved at a time.
pub(super) const MAX_SAVED: usize = 5000;

/// How deep forms may stand within forms.
pub(super) const MAX_FORM_DEPTH: usize = 12;

/// What is left to spend on one file.
pub(super) struct Budget {
    bytes: usize,
    operators: usize,
    marks: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { bytes: 100_000_000, operators: 4_000_000, marks: 500_000 }
    }

    /// How many more bytes may be unpacked.
    pub(super) fn bytes_left(&self) -> usize {
        self.bytes
    }

    /// Counts what was unpacked.
    pub(super) fn spend_bytes(&mut self, bytes: usize) -> Result<(), ConvertError> {
        spend(&mut self.bytes, bytes)
    }

    /// Counts one operator of a page's content.
    pub(super) fn spend_operator(&mut self) -> Result<(), ConvertError> {
        spend(&mut self.operators, 1)
    }

    /// Counts glyphs and pieces of rules.
    pub(super) fn spend_marks(&mut self, marks: usize) -> Result<(), ConvertError> {
        spend(&mut self.marks, marks)
    }
}

fn spend(left: &mut usize, amount: usize) -> Result<(), ConvertError> {
    *left = left.checked_sub(amount).ok_or(ConvertError::TooMuchInside)?;
    Ok(())
}
