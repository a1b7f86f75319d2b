//! Ranges, the line index, and folding of variant spellings.

mod fold;
mod line_index;
mod range;

pub use fold::{fold, fold_char};
pub use line_index::LineIndex;
pub use range::TextRange;
