//! What kind of file some bytes are.

use crate::html::holds_tag;
use crate::{ConvertError, FileKind, MAX_FILE_BYTES, Source};

/// How much of a file, in bytes, is searched for marks.
const LOOKED_AT: usize = 4_096;

/// Formats of pictures: where their mark stands, and the mark.
const PICTURES: [(usize, &[u8]); 11] = [
    (0, b"\x89PNG"),
    (0, b"\xff\xd8\xff"),
    (0, b"GIF87a"),
    (0, b"GIF89a"),
    (0, b"II*\0"),
    (0, b"MM\0*"),
    (8, b"WEBPVP8"),
    (4, b"ftypheic"),
    (4, b"ftypmif1"),
    (4, b"ftypavif"),
    (4, b"ftypheix"),
];

/// Recognises a file by its bytes, and by its name only where these leave it
/// open.
///
/// # Errors
///
/// Where nothing of its kind can be read; the error says what it is.
pub fn recognise(name: &str, bytes: &[u8]) -> Result<FileKind, ConvertError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ConvertError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ConvertError::Empty);
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(name, bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Err(compound_file(name, bytes));
    }
    // Some bytes may stand before the mark of a PDF.
    if contains(&start[..start.len().min(1_024)], b"%PDF-") {
        return Ok(FileKind::Pdf);
    }
    if is_picture(bytes) {
        return Err(ConvertError::Picture);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(ConvertError::OldDocument);
    }
    // A web archive, also with the name of a document or sheet.
    if starts_with_word(bytes, b"MIME-Version:") {
        return Err(ConvertError::UnknownKind);
    }
    if !is_text(bytes) {
        return Err(ConvertError::UnknownKind);
    }
    Ok(FileKind::Text(kind_of_text(name, start)))
}

fn is_picture(bytes: &[u8]) -> bool {
    // What a bitmap begins with may begin a word; its reserved bytes do not.
    let is_bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    is_bitmap
        || PICTURES.iter().any(|(at, mark)| bytes.get(*at..).is_some_and(|there| there.starts_with(mark)))
}

/// What kind a ZIP archive is: documents and workbooks name their main part in
/// its directory, at the end of the file.
fn archive(name: &str, bytes: &[u8]) -> Result<FileKind, ConvertError> {
    if contains(bytes, b"word/document") {
        Ok(FileKind::Docx)
    } else if contains(bytes, b"xl/workbook.xml") {
        Ok(FileKind::Xlsx)
    } else if ["docx", "xlsx"].contains(&extension(name).as_str())
        || contains(bytes, b"[Content_Types].xml") && !contains(bytes, b"ppt/")
    {
        // Of an Office file the rest is missing, or has an unusual name.
        Err(ConvertError::Damaged)
    } else {
        Err(ConvertError::UnknownKind)
    }
}

/// What a compound file is, the container of Office 97 and of WPS: the names
/// of its streams, in UTF-16, tell.
fn compound_file(name: &str, bytes: &[u8]) -> ConvertError {
    let has = |stream: &str| {
        // In UTF-16; the names are in ASCII.
        let mut name = Vec::with_capacity(2 * stream.len());
        for byte in stream.bytes() {
            name.extend_from_slice(&[byte, 0]);
        }
        contains(bytes, &name)
    };
    let is_sheet = ["xls", "et", "xlt", "ett"].contains(&extension(name).as_str());
    if has("EncryptedPackage") {
        ConvertError::Encrypted
    } else if has("WordDocument") || !is_sheet && !has("Workbook") {
        ConvertError::OldDocument
    } else {
        ConvertError::OldWorkbook
    }
}

fn kind_of_text(name: &str, start: &[u8]) -> Source {
    let extension = extension(name);
    let text = String::from_utf8_lossy(start).replace('\0', "");
    // Word, WPS and many systems write HTML into files with the names of
    // documents and sheets.
    let is_page =
        ["!doctype html", "html", "head", "body", "table", "meta"].iter().any(|tag| holds_tag(&text, tag));
    match extension.as_str() {
        "md" | "markdown" => Source::Markdown,
        "csv" | "tsv" => Source::Csv,
        "html" | "htm" | "xhtml" | "shtml" => Source::WebPage,
        _ if is_page
            && text.trim_start_matches(['\u{feff}', '\u{fffd}', ' ', '\r', '\n']).starts_with('<') =>
        {
            Source::WebPage
        }
        _ => Source::Text,
    }
}

/// Whether bytes may be text: in some encoding, without the control characters
/// that binary files are full of. UTF-16 has zeros in half of its bytes.
fn is_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let is_control = |byte: &&u8| matches!(**byte, 0x01..=0x08 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    let controls = start.iter().filter(is_control).count();
    // In UTF-16 the low halves of Chinese characters take any value.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return true;
    }
    if start.contains(&0) {
        return crate::decode(&start[..start.len() / 2 * 2]).is_some();
    }
    controls * 100 <= start.len()
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

fn starts_with_word(bytes: &[u8], word: &[u8]) -> bool {
    let start = bytes.trim_ascii_start();
    start.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word))
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((&first, rest)) = wanted.split_first() else { return true };
    let mut left = bytes;
    while let Some(at) = left.iter().position(|byte| *byte == first) {
        left = &left[at + 1..];
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compound(stream: &str) -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 512]).chain(name).collect()
    }

    #[test]
    fn bytes_count_more_than_the_name() {
        for (name, bytes, kind) in [
            ("a.doc", &b"PK\x03\x04....word/document.xml"[..], FileKind::Docx),
            ("a.docx", b"PK\x03\x04....xl/workbook.xml", FileKind::Xlsx),
            ("a.txt", b"%PDF-1.7 ...", FileKind::Pdf),
            ("a.doc", b"<html xmlns:o=\"x\"><body>1</body></html>", FileKind::Text(Source::WebPage)),
            ("a.xls", b"\xef\xbb\xbf<table><tr><td>1", FileKind::Text(Source::WebPage)),
            ("a.html", "一、总体情况".as_bytes(), FileKind::Text(Source::WebPage)),
            ("a.md", "| 规章 | 0 |\n<table>".as_bytes(), FileKind::Text(Source::Markdown)),
            ("A.CSV", "规章,0".as_bytes(), FileKind::Text(Source::Csv)),
            ("a.txt", b"\xb9\xe6\xd5\xc2\t0\t7", FileKind::Text(Source::Text)),
            ("a", b"\xff\xfe\x00\x4e\x01\x00", FileKind::Text(Source::Text)),
            ("a", b"7\x00\t\x008\x00\n\x00", FileKind::Text(Source::Text)),
        ] {
            assert_eq!(recognise(name, bytes), Ok(kind), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (name, bytes, wrong) in [
            ("a.doc", compound("WordDocument"), ConvertError::OldDocument),
            ("a.wps", compound("Anything"), ConvertError::OldDocument),
            ("a.xls", compound("Workbook"), ConvertError::OldWorkbook),
            ("a.et", compound("Book"), ConvertError::OldWorkbook),
            ("a.docx", compound("EncryptedPackage"), ConvertError::Encrypted),
            ("a.doc", b"{\\rtf1\\ansi ...}".to_vec(), ConvertError::OldDocument),
            ("a.doc", b"MIME-Version: 1.0\r\n".to_vec(), ConvertError::UnknownKind),
            ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), ConvertError::Picture),
            ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".to_vec(), ConvertError::Picture),
            ("a.bmp", b"BM\x46\0\0\0\0\0\0\0\x36\0".to_vec(), ConvertError::Picture),
            ("a.webp", b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), ConvertError::Picture),
            ("a.docx", b"PK\x03\x04....[Content_Types].xml".to_vec(), ConvertError::Damaged),
            ("a.docx", b"PK\x03\x04\x14".to_vec(), ConvertError::Damaged),
            ("a.zip", b"PK\x03\x04....notes.txt".to_vec(), ConvertError::UnknownKind),
            ("a.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0".to_vec(), ConvertError::UnknownKind),
            ("a.txt", b" \r\n".to_vec(), ConvertError::Empty),
            ("a.txt", vec![b'7'; MAX_FILE_BYTES + 1], ConvertError::TooLarge),
        ] {
            assert_eq!(recognise(name, &bytes), Err(wrong), "{name}");
        }
    }

    #[test]
    fn a_text_that_begins_like_a_picture_is_text() {
        assert_eq!(recognise("a.txt", b"BM 2023\t0\t7\n"), Ok(FileKind::Text(Source::Text)));
    }
}
