//! Ranges, the line index, folding of variant spellings, and marks.

mod fold;
mod line_index;
pub(crate) mod marks;
mod range;

pub use fold::{fold, fold_char};
pub use line_index::LineIndex;
pub use range::TextRange;
