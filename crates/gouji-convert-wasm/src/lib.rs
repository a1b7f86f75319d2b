//! The heavy readers for the page, as a WebAssembly module of their own.
//!
//! The page loads it into a worker only when a Word document, a workbook or a
//! PDF comes, has it read that one file, and throws it away. A panic therefore
//! costs nothing but the reading of the file.

use gouji_convert::{ConvertError, FileKind, decode, from_file, from_text, recognise};
use wasm_bindgen::prelude::wasm_bindgen;

/// The text of a file, by its name and content.
///
/// # Errors
///
/// Throws the name of a `gouji_convert::ConvertError` as a string.
#[wasm_bindgen]
pub fn convert(name: &str, bytes: &[u8]) -> Result<String, String> {
    let converted = recognise(name, bytes).and_then(|kind| match kind {
        FileKind::Text(source) => from_text(&decode(bytes).ok_or(ConvertError::UnknownEncoding)?, source),
        FileKind::Docx | FileKind::Xlsx | FileKind::Pdf => from_file(kind, bytes),
    });
    converted.map(|converted| converted.text).map_err(|error| error.as_str().to_owned())
}
