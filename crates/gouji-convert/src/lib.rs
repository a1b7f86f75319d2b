//! Everything a report comes in, turned into the one text that gouji reads:
//! one table row per line, tabs between cells, merged cells as empty fields.
//!
//! A converter never decides what a number means. It says what it took its
//! text from ([`Source`]), and what could not be converted says why in one
//! sentence ([`ConvertError`]).

mod error;
mod source;

pub use error::ConvertError;
pub use source::{FileKind, Source};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 50_000_000;

/// A text, and what it was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// The canonical text.
    pub text: String,
    /// What it was taken from.
    pub source: Source,
}
