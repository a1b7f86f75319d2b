//! The file: its pages, and the streams in it.

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Stream};
use hayro_syntax::{DecryptionError, Filter, LoadPdfError, Pdf};
use miniz_oxide::inflate::{self, TINFLStatus};

use super::bombs;
use super::budget::{Budget, MAX_PAGES};
use crate::ConvertError;

pub(super) use hayro_syntax::page::Page;

/// How much larger than packed a stream of the rare filters can be.
const LZW_GROWTH: usize = 2800;
const FLATE_GROWTH: usize = 1032;
const RUN_LENGTH_GROWTH: usize = 64;
const ASCII_GROWTH: usize = 4;

/// A whole file says so within so many bytes of its end. Some programs add a
/// little behind it.
const END: usize = 4096;

/// Opens a file; one that has a password for changes only opens without it.
pub(super) fn open(bytes: &[u8]) -> Result<Pdf, ConvertError> {
    let tail = bytes.get(bytes.len().saturating_sub(END)..).unwrap_or(bytes);
    if bombs::find(tail, b"%%EOF").is_none() && bombs::find(tail, b"startxref").is_none() {
        return Err(ConvertError::Damaged);
    }
    bombs::refuse(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => ConvertError::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ConvertError::Damaged,
    })?;
    let pages = pdf.pages().len();
    if pages > MAX_PAGES {
        return Err(ConvertError::TooMuchInside);
    }
    // A file that was cut off is put together again from what is left of it.
    // What is left is not the report.
    if pages == 0 || promised_pages(&pdf).is_some_and(|promised| promised > pages) {
        return Err(ConvertError::Damaged);
    }
    Ok(pdf)
}

/// How many pages the file says it has.
fn promised_pages(pdf: &Pdf) -> Option<usize> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    root.get::<Dict<'_>>(keys::PAGES)?.get::<usize>(keys::COUNT)
}

/// The content of a page, unpacked.
///
/// # Errors
///
/// [`ConvertError::Damaged`] where a part of the content is not there.
pub(super) fn page_content(page: &Page<'_>, budget: &mut Budget) -> Result<Vec<u8>, ConvertError> {
    let dictionary = page.raw();
    if !dictionary.contains_key(keys::CONTENTS) {
        return Ok(Vec::new());
    }
    if let Some(stream) = dictionary.get::<Stream<'_>>(keys::CONTENTS) {
        return unpack(&stream, budget);
    }
    let parts = dictionary.get::<Array<'_>>(keys::CONTENTS).ok_or(ConvertError::Damaged)?;
    let promised = parts.raw_iter().count();
    let mut content = Vec::new();
    let mut found = 0;
    for part in parts.iter::<Stream<'_>>() {
        content.extend_from_slice(&unpack(&part, budget)?);
        content.push(b'\n');
        found += 1;
    }
    if found == promised { Ok(content) } else { Err(ConvertError::Damaged) }
}

/// What a stream holds.
///
/// # Errors
///
/// [`ConvertError::TooMuchInside`] where it is more than may be unpacked,
/// [`ConvertError::Damaged`] where it does not hold what it was packed with:
/// a changed byte can be a changed figure.
pub(super) fn unpack(stream: &Stream<'_>, budget: &mut Budget) -> Result<Vec<u8>, ConvertError> {
    let filters = stream.filters();
    let packed = stream.raw_data();
    let plain = match filters.as_slice() {
        [Filter::FlateDecode] if !has_predictor(stream) => inflated(&packed, budget.bytes_left())?,
        [] if !stream.dict().contains_key(keys::FILTER) => packed.into_owned(),
        filters => {
            let growth = filters.iter().copied().map(growth).fold(1, usize::saturating_mul);
            if packed.len().saturating_mul(growth) > budget.bytes_left().saturating_mul(3) {
                return Err(ConvertError::TooMuchInside);
            }
            stream.decoded_data().map_err(|_| ConvertError::Damaged)?.into_owned()
        }
    };
    budget.spend_bytes(plain.len())?;
    Ok(plain)
}

/// Whether rows of samples were told by their differences before packing.
fn has_predictor(stream: &Stream<'_>) -> bool {
    let dictionary = stream.dict();
    dictionary.contains_key(keys::DECODE_PARMS) || dictionary.contains_key(keys::DP)
}

fn growth(filter: Filter) -> usize {
    match filter {
        Filter::FlateDecode => FLATE_GROWTH,
        Filter::LzwDecode => LZW_GROWTH,
        Filter::RunLengthDecode => RUN_LENGTH_GROWTH,
        Filter::Ascii85Decode | Filter::AsciiHexDecode => ASCII_GROWTH,
        _ => 1,
    }
}

/// Inflates up to `limit` bytes.
fn inflated(packed: &[u8], limit: usize) -> Result<Vec<u8>, ConvertError> {
    // Some programs count an end of line into the stream's length.
    let packed = packed.strip_prefix(b"\r\n").or_else(|| packed.strip_prefix(b"\n")).unwrap_or(packed);
    match inflate::decompress_to_vec_zlib_with_limit(packed, limit) {
        Ok(plain) => Ok(plain),
        Err(failure) if failure.status == TINFLStatus::HasMoreOutput => Err(ConvertError::TooMuchInside),
        Err(failure) => {
            // Whole, but for the check sum at its end, which some programs
            // leave out.
            let cut_off =
                matches!(failure.status, TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress);
            let body = packed.get(2..).filter(|_| cut_off).ok_or(ConvertError::Damaged)?;
            inflate::decompress_to_vec_with_limit(body, limit).map_err(|_| ConvertError::Damaged)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    #[test]
    fn a_stream_without_its_check_sum_is_read_and_a_changed_one_is_not() {
        let plain = b"12 34 56 78 ".repeat(40);
        let packed = compress_to_vec_zlib(&plain, 6);
        assert_eq!(inflated(&packed, 10_000).as_deref(), Ok(plain.as_slice()));
        assert_eq!(inflated(&packed[..packed.len() - 4], 10_000).as_deref(), Ok(plain.as_slice()));
        assert_eq!(inflated(&packed[..packed.len() - 9], 10_000), Err(ConvertError::Damaged));
        let mut changed = packed.clone();
        let last = changed.len() - 1;
        changed[last] ^= 1;
        assert_eq!(inflated(&changed, 10_000), Err(ConvertError::Damaged));
    }

    #[test]
    fn a_stream_that_grows_too_large_is_given_up() {
        let packed = compress_to_vec_zlib(&vec![0; 1_000_000], 9);
        assert_eq!(inflated(&packed, 999_999), Err(ConvertError::TooMuchInside));
    }
}
