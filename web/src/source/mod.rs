//! The pasted text as the editor shows it: its lines, the places marked in
//! them, and what an edit does to places found before it.

mod change;
mod lines;
mod marks;

pub(crate) use change::TextChange;
pub(crate) use lines::{SourceText, utf16_length};
pub(crate) use marks::{LineMarks, MarkedPlace, MarksByLine, Piece, Strength, mark_lines};
