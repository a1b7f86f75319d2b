//! Whole files: made here, by real programs, and damaged.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use gouji::{Options, check};
use serde_json::Value;

use super::from_pdf;
use crate::ConvertError;

/// A file of objects; the first is the catalog.
fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).unwrap();
    }
    let table = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(file, "trailer <</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1).unwrap();
    file.into_bytes()
}

fn stream(dictionary: &str, content: &str) -> String {
    format!("<<{dictionary}/Length {}>>stream\n{content}\nendstream", content.len())
}

/// A file with one page, whose fonts are F, in Latin, and G, in UTF-16.
fn page(content: &str, form: &str) -> Vec<u8> {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    let wide = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<<\
                /Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light>>]>>";
    let resources = format!("/Resources<</Font<</F {font}/G {wide}>>/XObject<</A 5 0 R>>>>");
    file(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R{resources}>>"),
        stream("", content),
        stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]{resources}"), form),
    ])
}

fn text(bytes: &[u8]) -> Result<String, ConvertError> {
    from_pdf(bytes).map(|converted| converted.text)
}

#[test]
fn text_is_read_in_its_encoding() {
    let content = "BT /F 12 Tf 50 700 Td (Report 2024) Tj 0 -30 Td /G 12 Tf <4E003001603B4F53> Tj ET";
    assert_eq!(text(&page(content, "")).as_deref(), Ok("Report 2024\n一、总体\n"));
}

#[test]
fn forms_are_part_of_the_page() {
    let form = "BT /F 12 Tf 50 700 Td (inside) Tj ET";
    assert_eq!(text(&page("q 1 0 0 1 0 -100 cm /A Do Q", form)).as_deref(), Ok("inside\n"));
}

#[test]
fn forms_within_forms_come_to_an_end() {
    let form = "BT /F 12 Tf 50 700 Td (inside) Tj ET /A Do /A Do";
    assert_eq!(text(&page("/A Do", form)).as_deref(), Ok("inside\n"));
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>".to_owned(),
        stream("", "/A Do"),
    ];
    for next in 6..60 {
        let form = format!("/Subtype/Form/Resources<</XObject<</A {next} 0 R>>>>");
        objects.push(stream(&form, "/A Do /A Do"));
    }
    assert_eq!(text(&file(&objects)), Err(ConvertError::TooMuchInside));
}

#[test]
fn a_table_is_read_by_its_lines() {
    let mut content = String::new();
    for y in [700, 680, 660] {
        write!(content, "100 {y} m 300 {y} l S ").unwrap();
    }
    for x in [100, 200, 300] {
        write!(content, "{x} 660 {} 40 re f ", 0.5).unwrap();
    }
    content.push_str("BT /F 10 Tf 1 0 0 1 110 685 Tm (a) Tj 1 0 0 1 210 685 Tm (12) Tj ");
    content.push_str("1 0 0 1 110 665 Tm (b) Tj ET");
    assert_eq!(text(&page(&content, "")).as_deref(), Ok("a\t12\nb\t\n"));
}

#[test]
fn codes_that_mean_nothing_known_are_never_left_out() {
    let content = "BT /F 10 Tf 50 700 Td (many other letters here 1\u{3}2) Tj ET";
    assert_eq!(text(&page(content, "")).as_deref(), Ok("many other letters here 1\u{fffd}2\n"));
    let unknown = "BT /None 10 Tf 50 700 Td (12345) Tj ET";
    assert_eq!(text(&page(unknown, "")), Err(ConvertError::UnreadableFonts));
}

#[test]
fn a_font_of_impossible_widths_is_damaged() {
    let whole = String::from_utf8(page("BT /F 12 Tf 50 700 Td (12) Tj ET", "")).unwrap();
    for (widths, expected) in [
        ("500 500", Ok("12\n")),
        // A digit that is too narrow is there, and nobody knows which it is.
        ("90 500", Err(ConvertError::UnreadableFonts)),
        ("9000 500", Err(ConvertError::Damaged)),
        ("-500 500", Err(ConvertError::Damaged)),
    ] {
        let font = format!("/FirstChar 49/Widths[{widths}]/BaseFont/Helvetica");
        // Without a table of places, the objects are looked for.
        let changed = whole.replace("/BaseFont/Helvetica", &font).replace("xref", "xxxx");
        let read = text(changed.as_bytes());
        assert_eq!(read.as_deref(), expected.as_ref().map(|text| *text), "{widths}");
    }
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    let whole = page("BT /F 12 Tf 50 700 Td (Report 2024) Tj ET", "");
    for length in (0..whole.len() - 20).step_by(7) {
        assert_eq!(text(&whole[..length]), Err(ConvertError::Damaged), "{length}");
    }
}

#[test]
fn a_file_without_end_is_given_up_soon() {
    let saved = "q ".repeat(100_000);
    assert_eq!(text(&page(&saved, "")), Err(ConvertError::TooMuchInside));
    let moves = "0 0 m ".repeat(5_000_000);
    assert_eq!(text(&page(&moves, "")), Err(ConvertError::TooMuchInside));
    let nested = "[".repeat(1_000_000);
    assert_eq!(text(&page(&nested, "")), Err(ConvertError::Empty));
    let pages = "3 0 R ".repeat(100_000);
    let looped = file(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count 100000/Kids[2 0 R {pages}]>>"),
        "<</Type/Page/Parent 2 0 R>>".to_owned(),
    ]);
    assert_eq!(text(&looped), Err(ConvertError::Damaged));
}

/// The files in a folder, with the cells they should have; none, with a
/// notice, where the folder is missing.
fn samples(folder: &Path) -> Vec<(PathBuf, Value)> {
    let Ok(cells) = std::fs::read_to_string(folder.join("cells.json")) else {
        println!("skipped: {} is not here", folder.display());
        return Vec::new();
    };
    let cells: Value = serde_json::from_str(&cells).unwrap();
    let mut samples = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let report = name.split('.').next().unwrap();
        if path.extension().is_some_and(|extension| extension == "pdf") {
            samples.push((path, cells[report].clone()));
        }
    }
    samples.sort_by(|one, other| one.0.cmp(&other.0));
    samples
}

/// What is wrong with the cells that are read from a text: a cell that says
/// another number than it should, and, unless only these are asked for, a
/// cell that is not read.
fn wrong_cells(text: &str, cells: &Value, only_other_numbers: bool) -> Vec<String> {
    let report = check(text, &Options::default());
    let mut wrong = Vec::new();
    for (table, rows) in cells.as_object().unwrap() {
        let Some(rows) = rows.as_object() else { continue };
        let found = report.tables.iter().find(|found| found.id.as_str() == table);
        for (row, values) in rows {
            let found = found.and_then(|found| found.rows.iter().find(|found| found.id.0 == row.as_str()));
            for (place, value) in values.as_array().unwrap().iter().enumerate() {
                let reading = found.and_then(|found| found.cells.get(place)).map(|cell| &cell.reading);
                let read =
                    reading.and_then(gouji::reading::CellReading::quantity).map(|quantity| match quantity {
                        gouji::reading::Quantity::Count(count) => count.to_string(),
                        gouji::reading::Quantity::Decimal(digits) => digits.clone(),
                    });
                let expected = match value {
                    Value::Number(number) => Some(number.to_string()),
                    Value::String(text) if text != "/" => Some(text.clone()),
                    _ => None,
                };
                if read != expected && !(only_other_numbers && read.is_none()) {
                    wrong.push(format!("{table}.{row} {place}: {read:?}, not {expected:?}"));
                }
            }
        }
    }
    wrong
}

fn folders() -> [PathBuf; 2] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    [root.join("../shared/layouts"), root.join("tests/layouts")]
}

#[test]
fn every_cell_of_what_real_programs_print_is_read() {
    for (path, cells) in folders().iter().flat_map(|folder| samples(folder)) {
        let converted = from_pdf(&std::fs::read(&path).unwrap()).unwrap();
        let wrong = wrong_cells(&converted.text, &cells, false);
        assert!(wrong.is_empty(), "{}: {wrong:?}", path.display());
    }
}

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

#[test]
fn damaged_files_are_refused_or_read_right() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for (path, cells) in folders().iter().flat_map(|folder| samples(folder)) {
        let whole = std::fs::read(&path).unwrap();
        // Those of browsers are large, and take their time here.
        let rounds = if whole.len() < 200_000 { 12 } else { 3 };
        for round in 0..rounds {
            let mut damaged = whole.clone();
            for _ in 0..=numbers.below(16) {
                let place = numbers.below(damaged.len());
                damaged[place] = u8::try_from(numbers.below(256)).unwrap();
            }
            if round % 4 == 3 {
                damaged.truncate(numbers.below(damaged.len()));
            }
            let Ok(converted) = from_pdf(&damaged) else { continue };
            let wrong = wrong_cells(&converted.text, &cells, true);
            assert!(wrong.is_empty(), "{} {round}: {wrong:?}", path.display());
        }
    }
}
