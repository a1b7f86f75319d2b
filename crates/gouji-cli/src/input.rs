//! Getting at the texts, and saying in one sentence why one cannot be had.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::GB18030;
use gouji_convert::{
    ConvertError, Converted, FileKind, MAX_FILE_BYTES, decode, from_file, from_text, recognise,
};

/// The name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Why a text could not be had.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The system would not give it.
    Io(io::Error),
    /// It is of no kind that can be read, or damaged.
    Convert(ConvertError),
}

/// The name to report under; none for standard input.
pub(crate) fn name(file: &Path) -> Option<String> {
    (file != Path::new(STANDARD_INPUT)).then(|| file.to_string_lossy().into_owned())
}

/// Reads a file, or standard input for `-`, and turns it into the text that is
/// checked. A text file with tabs between its cells is that text already.
pub(crate) fn read(file: &Path) -> Result<Converted, Unreadable> {
    let bytes = match name(file) {
        None => bytes(io::stdin().lock()),
        Some(_) => File::open(file).and_then(bytes),
    };
    let name = name(file).unwrap_or_default();
    convert(&name, &bytes.map_err(Unreadable::Io)?).map_err(Unreadable::Convert)
}

/// All bytes, or one more than can be read.
fn bytes(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn convert(name: &str, bytes: &[u8]) -> Result<Converted, ConvertError> {
    match recognise(name, bytes)? {
        FileKind::Text(source) => {
            let text = decode(bytes).or_else(|| gb18030(bytes)).ok_or(ConvertError::UnknownEncoding)?;
            from_text(&text, source)
        }
        kind @ (FileKind::Docx | FileKind::Xlsx | FileKind::Pdf) => from_file(kind, bytes),
    }
}

fn gb18030(bytes: &[u8]) -> Option<String> {
    GB18030.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, bytes: &[u8]) -> String {
        convert(name, bytes).expect("this can be read").text
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(text("", "\u{feff}一、".as_bytes()), "一、");
        assert_eq!(text("", "一、".as_bytes()), "一、");
    }

    #[test]
    fn text_is_read_in_every_usual_encoding() {
        // 总体情况 in GB18030, and in UTF-16 with its mark.
        assert_eq!(text("", b"\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6"), "总体情况");
        assert_eq!(text("", b"\xff\xfe\x3b\x60\x53\x4f\xc5\x60\xb5\x51"), "总体情况");
        assert_eq!(convert("", b"\xff\xff\xff"), Err(ConvertError::UnknownEncoding));
    }

    #[test]
    fn standard_input_has_no_name() {
        assert_eq!(name(Path::new("-")), None);
        assert_eq!(name(Path::new("报告.txt")).as_deref(), Some("报告.txt"));
    }
}
