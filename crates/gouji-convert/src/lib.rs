//! Everything a report comes in, turned into the one text that gouji reads:
//! one table row per line, tabs between cells, merged cells as empty fields.
//!
//! A converter never decides what a number means. It says what it took its
//! text from ([`Source`]), and what could not be converted says why in one
//! sentence ([`ConvertError`]).

mod compose;
#[cfg(test)]
mod damage;
#[cfg(feature = "office")]
mod docx;
mod encoding;
mod error;
mod html;
mod numerals;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod recognise;
mod source;
#[cfg(feature = "office")]
mod xlsx;

pub use encoding::decode;
pub use error::ConvertError;
pub use html::from_html;
pub use plain::from_text;
pub use recognise::recognise;
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

/// Reads a document, a workbook or a PDF.
///
/// # Errors
///
/// Where it cannot be read, or this build cannot read files of its kind. Text
/// is for [`decode`] and [`from_text`].
pub fn from_file(kind: FileKind, bytes: &[u8]) -> Result<Converted, ConvertError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ConvertError::TooLarge);
    }
    match kind {
        FileKind::Text(_) => Err(ConvertError::UnknownKind),
        #[cfg(feature = "office")]
        FileKind::Docx => docx::from_docx(bytes),
        #[cfg(feature = "office")]
        FileKind::Xlsx => xlsx::from_xlsx(bytes),
        #[cfg(feature = "pdf")]
        FileKind::Pdf => pdf::from_pdf(bytes),
        #[cfg(not(feature = "office"))]
        FileKind::Docx | FileKind::Xlsx => Err(ConvertError::NotBuiltIn),
        #[cfg(not(feature = "pdf"))]
        FileKind::Pdf => Err(ConvertError::NotBuiltIn),
    }
}
