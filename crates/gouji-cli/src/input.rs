//! Getting at the texts, and saying in one sentence why one cannot be had.

use std::io::{self, Read as _};
use std::path::Path;
use std::{fs, str};

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Why a text could not be had.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The system would not give it.
    Io(io::Error),
    /// It is the file of a word processor, a spreadsheet or a PDF.
    Document,
    /// It is text in some other encoding, or no text.
    NotUtf8,
}

/// The name to report under; none for standard input.
pub(crate) fn name(file: &Path) -> Option<String> {
    (file != Path::new(STANDARD_INPUT)).then(|| file.to_string_lossy().into_owned())
}

/// Reads a file, or standard input for `-`.
pub(crate) fn read(file: &Path) -> Result<String, Unreadable> {
    let bytes = if file == Path::new(STANDARD_INPUT) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    decode(bytes.map_err(Unreadable::Io)?)
}

/// The text of UTF-8 bytes. A byte-order mark is no part of it, as in a
/// browser, so that places count from the same start.
fn decode(mut bytes: Vec<u8>) -> Result<String, Unreadable> {
    const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
    // PDF; docx, xlsx and their like; doc, xls and wps.
    const DOCUMENTS: [&[u8]; 3] = [b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];
    if DOCUMENTS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(Unreadable::Document);
    }
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    String::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decode("\u{feff}一、".into()).expect("this is UTF-8"), "一、");
        assert_eq!(decode("一、".into()).expect("this is UTF-8"), "一、");
        assert_eq!(decode(Vec::new()).expect("this is UTF-8"), "");
    }

    #[test]
    fn other_encodings_and_documents_are_told_apart() {
        // 总体情况 in GB18030, and in UTF-16 with its mark.
        let gb18030 = b"\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6".to_vec();
        assert!(matches!(decode(gb18030), Err(Unreadable::NotUtf8)));
        assert!(matches!(decode(b"\xff\xfe\x3b\x60".to_vec()), Err(Unreadable::NotUtf8)));
        assert!(matches!(decode(b"PK\x03\x04\x14\x00".to_vec()), Err(Unreadable::Document)));
        assert!(matches!(decode(b"%PDF-1.7\n".to_vec()), Err(Unreadable::Document)));
    }

    #[test]
    fn standard_input_has_no_name() {
        assert_eq!(name(Path::new("-")), None);
        assert_eq!(name(Path::new("报告.txt")).as_deref(), Some("报告.txt"));
    }
}
