//! The archive and its parts.

use std::collections::BTreeMap;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::{Node, Xml};
use crate::{ConvertError, decode};

/// How much may be unpacked of one file, in bytes. The parts of a long report
/// come to three million.
const MAX_UNPACKED: usize = 64_000_000;

/// More parts than any document has.
const MAX_PARTS: usize = 20_000;

/// An archive of parts.
pub(crate) struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// By their names in lower case, as the standard compares them.
    parts: BTreeMap<String, Part>,
    /// How much may still be unpacked, in bytes.
    left: usize,
}

#[derive(Clone, Copy)]
struct Part {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
    checksum: u32,
}

/// What one part says of another.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last word of its type, which is the same in all editions of the
    /// standard.
    pub(crate) kind: String,
    /// The name of the other part.
    pub(crate) part: String,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ConvertError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| ConvertError::Damaged)?;
        let mut parts = BTreeMap::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| ConvertError::Damaged)? {
            if parts.len() == MAX_PARTS {
                return Err(ConvertError::TooMuchInside);
            }
            // Names in other encodings are those of no part that is read.
            let name = String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/");
            let part = Part {
                place: entry.wayfinder(),
                method: entry.compression_method(),
                encrypted: entry.flags().is_encrypted(),
                checksum: entry.crc32(),
            };
            parts.entry(normalised(&name)).or_insert(part);
        }
        Ok(Self { archive, parts, left: MAX_UNPACKED })
    }

    /// The text of a part; `None` where there is none of that name.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, ConvertError> {
        let Some(part) = self.parts.get(&normalised(name)).copied() else { return Ok(None) };
        let bytes = self.unpack(part)?;
        decode(&bytes).map(Some).ok_or(ConvertError::Damaged)
    }

    /// The text of a part without which there is nothing to read.
    pub(crate) fn required_text(&mut self, name: &str) -> Result<String, ConvertError> {
        self.text(name)?.ok_or(ConvertError::Damaged)
    }

    /// What the part of that name says of others; of the package itself where
    /// the name is empty.
    pub(crate) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, ConvertError> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let Some(text) = self.text(&[folder, "/_rels/", name, ".rels"].concat())? else {
            return Ok(Vec::new());
        };
        let mut relations = Vec::new();
        let mut xml = Xml::new(&text);
        while let Some(node) = xml.next()? {
            let Node::Open(element) = node else { continue };
            let [id, kind, target] = ["Id", "Type", "Target"].map(|name| element.attribute(name));
            if let ("Relationship", Some(id), Some(kind), Some(target)) = (element.name(), id, kind, target) {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, part: resolved(folder, &target) });
            }
        }
        Ok(relations)
    }

    /// The name of the main part.
    pub(crate) fn main_part(&mut self) -> Result<String, ConvertError> {
        let main = self.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        main.map(|relation| relation.part).ok_or(ConvertError::Damaged)
    }

    fn unpack(&mut self, part: Part) -> Result<Vec<u8>, ConvertError> {
        if part.encrypted {
            return Err(ConvertError::Encrypted);
        }
        let entry = self.archive.get_entry(part.place).map_err(|_| ConvertError::Damaged)?;
        let bytes = match part.method {
            CompressionMethod::STORE if entry.data().len() > self.left => {
                return Err(ConvertError::TooMuchInside);
            }
            CompressionMethod::STORE => entry.data().to_vec(),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(entry.data(), self.left).map_err(|wrong| match wrong.status {
                    TINFLStatus::HasMoreOutput => ConvertError::TooMuchInside,
                    _ => ConvertError::Damaged,
                })?
            }
            _ => return Err(ConvertError::UnknownKind),
        };
        self.left -= bytes.len();
        // A figure in a damaged part would be read as if it were the report's.
        if checksum(&bytes) != part.checksum {
            return Err(ConvertError::Damaged);
        }
        Ok(bytes)
    }
}

/// The checksum of archives, CRC-32. That of the crate is faster by a table of
/// 16 kB, a sixth of all that is loaded to read documents.
fn checksum(bytes: &[u8]) -> u32 {
    const HALF_BYTES: [u32; 16] = [
        0x0000_0000,
        0x1db7_1064,
        0x3b6e_20c8,
        0x26d9_30ac,
        0x76dc_4190,
        0x6b6b_51f4,
        0x4db2_6158,
        0x5005_713c,
        0xedb8_8320,
        0xf00f_9344,
        0xd6d6_a3e8,
        0xcb61_b38c,
        0x9b64_c2b0,
        0x86d3_d2d4,
        0xa00a_e278,
        0xbdbd_f21c,
    ];
    let step = |value: u32| (value >> 4) ^ HALF_BYTES[(value & 15) as usize];
    !bytes.iter().fold(!0, |value, byte| step(step(value ^ u32::from(*byte))))
}

fn normalised(name: &str) -> String {
    name.trim_start_matches('/').to_ascii_lowercase()
}

/// The name of a part from a reference to it in a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::writing::{archive, deflated};

    #[test]
    fn references_lead_to_parts() {
        assert_eq!(resolved("word", "numbering.xml"), "word/numbering.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/worksheets", "../strings.xml"), "xl/strings.xml");
        assert_eq!(resolved("", "./word/document.xml"), "word/document.xml");
    }

    #[test]
    fn the_checksum_is_that_of_archives() {
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        let text = "总体情况".repeat(100);
        assert_eq!(checksum(text.as_bytes()), rawzip::crc32(text.as_bytes()));
    }

    #[test]
    fn parts_are_found_whatever_their_case() {
        let bytes = archive(&[("Word\\Document.xml", "text")]);
        let mut package = Package::open(&bytes).expect("it is an archive");
        assert_eq!(package.text("/word/document.xml"), Ok(Some("text".to_owned())));
        assert_eq!(package.text("word/styles.xml"), Ok(None));
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let bomb = deflated(&[("a.xml", &" ".repeat(MAX_UNPACKED + 1))]);
        assert!(bomb.len() < 100_000);
        let mut package = Package::open(&bomb).expect("it is an archive");
        assert_eq!(package.text("a.xml"), Err(ConvertError::TooMuchInside));
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let mut bytes = archive(&[("a.xml", "<v>217</v>")]);
        let at = bytes.windows(3).position(|bytes| bytes == b"217").expect("it is stored as it is");
        bytes[at] = b'9';
        let mut package = Package::open(&bytes).expect("it is an archive");
        assert_eq!(package.text("a.xml"), Err(ConvertError::Damaged));
    }

    #[test]
    fn a_truncated_archive_is_damaged() {
        let bytes = archive(&[("a.xml", "text")]);
        assert_eq!(Package::open(&bytes[..bytes.len() / 2]).err(), Some(ConvertError::Damaged));
    }
}
