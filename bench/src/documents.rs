//! Long documents for the readers of files, made from the invented report: as a
//! Word document, and as a web page to be printed.

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::Result;
use flate2::Compression;
use flate2::write::DeflateEncoder;

/// How many characters stand on a page of a document set as offices set theirs,
/// tables included.
pub const CHARACTERS_ON_A_PAGE: usize = 600;

/// A piece of a report.
enum Part<'a> {
    Line(&'a str),
    /// Rows of cells.
    Table(Vec<Vec<&'a str>>),
}

fn parts(report: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for line in report.lines().filter(|line| !line.trim().is_empty()) {
        let row = || line.split('\t').collect();
        match parts.last_mut() {
            Some(Part::Table(rows)) if line.contains('\t') => rows.push(row()),
            _ if line.contains('\t') => parts.push(Part::Table(vec![row()])),
            _ => parts.push(Part::Line(line)),
        }
    }
    parts
}

/// A web page of `report`, so many times.
pub fn web_page(report: &str, times: usize) -> String {
    let mut body = String::new();
    for part in parts(report) {
        match part {
            Part::Line(line) => body.extend(["<p>", line, "</p>\n"]),
            Part::Table(rows) => {
                body.push_str("<table>\n");
                for row in rows {
                    body.extend(["<tr><td>", &row.join("</td><td>"), "</td></tr>\n"]);
                }
                body.push_str("</table>\n");
            }
        }
    }
    let style = "td { border: 1px solid black } table { border-collapse: collapse } body { font-size: 16pt }";
    format!("<!doctype html><meta charset=\"utf-8\"><style>{style}</style>{}", body.repeat(times))
}

/// A Word document of `report`, as often as it takes to fill so many pages.
pub fn word_document(report: &str, pages: usize) -> Result<Vec<u8>> {
    let mut body = String::new();
    let paragraph = |text: &str| {
        format!(
            "<w:p><w:pPr><w:spacing w:line=\"560\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    for part in parts(report) {
        match part {
            Part::Line(line) => body.push_str(&paragraph(line)),
            Part::Table(rows) => {
                body.push_str("<w:tbl><w:tblPr/>");
                for row in rows {
                    body.push_str("<w:tr>");
                    for cell in row {
                        let paragraph = paragraph(cell);
                        write!(body, "<w:tc><w:tcPr><w:tcW w:w=\"900\"/></w:tcPr>{paragraph}</w:tc>")?;
                    }
                    body.push_str("</w:tr>");
                }
                body.push_str("</w:tbl>");
            }
        }
    }
    let characters = report.chars().filter(|character| !character.is_whitespace()).count();
    let times = (pages * CHARACTERS_ON_A_PAGE).div_ceil(characters);
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"{namespace}\"><w:body>{}</w:body></w:document>",
        body.repeat(times)
    );
    zip(&[
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        ),
        ("word/document.xml", &document),
    ])
}

/// A zip archive of these names and contents, deflated.
fn zip(entries: &[(&str, &str)]) -> Result<Vec<u8>> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content.as_bytes())?;
        let packed = encoder.finish()?;
        let mut sum = flate2::Crc::new();
        sum.update(content.as_bytes());
        let offset = u32::try_from(archive.len())?;
        let mut header = Vec::new();
        // Version 2.0, names in UTF-8, deflated, the first day there is.
        for half in [20_u16, 0x0800, 8, 0, 0x21] {
            header.extend(half.to_le_bytes());
        }
        for whole in [sum.sum(), u32::try_from(packed.len())?, u32::try_from(content.len())?] {
            header.extend(whole.to_le_bytes());
        }
        header.extend(u16::try_from(name.len())?.to_le_bytes());
        header.extend([0, 0]);
        archive.extend(b"PK\x03\x04".iter().chain(&header).chain(name.as_bytes()).chain(&packed));
        directory.extend(b"PK\x01\x02\x14\x00".iter().chain(&header));
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (begin, length) = (u32::try_from(archive.len())?, u32::try_from(directory.len())?);
    let count = u16::try_from(entries.len())?;
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes().iter().chain(&count.to_le_bytes()));
    archive.extend(length.to_le_bytes().iter().chain(&begin.to_le_bytes()));
    archive.extend([0, 0]);
    Ok(archive)
}
