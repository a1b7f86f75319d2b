//! Files that unpack to far more than they are.
//!
//! The reader of objects unpacks the streams that hold objects without asking
//! how large they become. Here each stream that is there is unpacked once to
//! nowhere, and a file in which they are too large together is refused before
//! it is opened.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER};
use miniz_oxide::inflate::core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress};

use crate::ConvertError;

/// The most that all streams may hold together. A picture of a whole page is
/// 25 MB, and nothing else in a report is near that.
const MAX_UNPACKED: usize = 400_000_000;

/// A file that is not larger is harmless: what is packed in it is at most a
/// thousand times as large.
const HARMLESS_FILE: usize = 300_000;

/// The word before a stream's bytes.
const STREAM: &[u8] = b"stream";

/// Refuses a file whose streams unpack to too much.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), ConvertError> {
    if bytes.len() <= HARMLESS_FILE {
        return Ok(());
    }
    let mut left = MAX_UNPACKED;
    let mut rest = bytes;
    while let Some(place) = find(rest, STREAM) {
        rest = rest.get(place + STREAM.len()..).unwrap_or_default();
        let body = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"));
        let Some(body) = body else { continue };
        let (read, unpacked) = unpacked_size(body, left);
        left = left.checked_sub(unpacked).ok_or(ConvertError::TooMuchInside)?;
        rest = body.get(read..).unwrap_or_default();
    }
    Ok(())
}

/// How many bytes of `packed` were read, and to how many they unpack; a little
/// more than `limit` where they are more.
fn unpacked_size(packed: &[u8], limit: usize) -> (usize, usize) {
    let is_zlib = matches!(packed, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0);
    if !is_zlib {
        return (0, 0);
    }
    let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_IGNORE_ADLER32;
    let mut decompressor = Box::<DecompressorOxide>::default();
    let mut window = vec![0; TINFL_LZ_DICT_SIZE];
    let (mut read, mut written) = (0, 0);
    loop {
        let rest = packed.get(read..).unwrap_or_default();
        let place = written % TINFL_LZ_DICT_SIZE;
        let (status, consumed, produced) = decompress(&mut decompressor, rest, &mut window, place, flags);
        read += consumed;
        written += produced;
        if status != TINFLStatus::HasMoreOutput || written > limit {
            return (read, written);
        }
    }
}

/// Where `needle` first stands.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    loop {
        let place = from + bytes.get(from..)?.iter().position(|&byte| byte == first)?;
        if bytes.get(place..)?.starts_with(needle) {
            return Some(place);
        }
        from = place + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn a_streams_size_is_known_without_keeping_it() {
        let packed = compress_to_vec_zlib(&vec![7; 3_000_000], 6);
        let mut body = packed.clone();
        body.extend_from_slice(b"\nendstream");
        assert_eq!(unpacked_size(&body, usize::MAX).1, 3_000_000);
        assert!(unpacked_size(&body, 1000).1 <= 1000 + TINFL_LZ_DICT_SIZE);
        assert_eq!(unpacked_size(b"BT /F1 12 Tf ET", 1000), (0, 0));
    }

    #[test]
    fn a_file_of_bombs_is_refused() {
        let bomb = compress_to_vec_zlib(&vec![0; 60_000_000], 9);
        let mut file = b"%PDF-1.7\n".to_vec();
        for number in 1..=3 {
            file.extend_from_slice(format!("{number} 0 obj <<>>\nstream\n").as_bytes());
            file.extend_from_slice(&bomb);
            file.extend_from_slice(b"\nendstream endobj\n");
        }
        assert_eq!(refuse(&file), Ok(()));
        let three = file[9..].to_vec();
        file.resize(HARMLESS_FILE + 1, b' ');
        assert_eq!(refuse(&file), Ok(()));
        for _ in 0..2 {
            file.extend_from_slice(&three);
        }
        assert_eq!(refuse(&file), Err(ConvertError::TooMuchInside));
    }
}
