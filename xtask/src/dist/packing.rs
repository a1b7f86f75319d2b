//! Packed copies for servers that send them as they are, and archives.

use std::io::Write as _;

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use rawzip::{CompressionMethod, ZipArchiveWriter};
use zopfli::Format;

/// Packed with gzip as well as it can be, and the same every time: no name and
/// no time within.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    zopfli(bytes, Format::Gzip)
}

/// Packed with gzip as servers do it that have no packed copy.
pub(crate) fn gzip_as_servers_do(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish().context("memory can be written to")
}

/// Packed with brotli as well as it can be.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &options)?;
    Ok(packed)
}

/// Packed with deflate as well as it can be, and nothing around it.
pub(crate) fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    zopfli(bytes, Format::Deflate)
}

/// By trying for a few seconds, a twentieth smaller than by one look.
fn zopfli(bytes: &[u8], format: Format) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), format, bytes, &mut packed)?;
    Ok(packed)
}

/// A zip archive of the files in the order given, and the same every time: no
/// file has a date of its own.
pub(crate) fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let (mut entry, config) =
            archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start()?;
        let encoder = DeflateEncoder::new(&mut entry, Compression::best());
        let mut writer = config.wrap(encoder);
        writer.write_all(bytes)?;
        let (encoder, output) = writer.finish()?;
        encoder.finish()?;
        entry.finish(output)?;
    }
    archive.finish().context("memory can be written to")
}
