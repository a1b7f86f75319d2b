//! Two real reports as real software renders them, read cell by cell. The
//! files stay outside the repository; where they are missing the test skips.

#![allow(clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use gouji::form::TableId;
use gouji::reading::{CellReading, Quantity, Reading, Table};
use gouji_convert::{Converted, Source, from_text};
use serde_json::Value;

const TABLES: [TableId; 3] = [TableId::Disclosure, TableId::Applications, TableId::Review];

/// Where the renderings are, or a notice that they are not.
fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/layouts");
    if !folder.is_dir() {
        println!("skipped: the renderings of real reports are not here ({})", folder.display());
        return None;
    }
    Some(folder)
}

/// The true cells of a report.
fn truth(folder: &Path, report: &str) -> Value {
    let cells = fs::read_to_string(folder.join("cells.json")).expect("there are true cells");
    let cells: Value = serde_json::from_str(&cells).expect("they are JSON");
    cells[report].clone()
}

fn table(text: &str, id: TableId) -> Option<Table> {
    let report = gouji::check(text, &gouji::Options::default());
    report.tables.into_iter().find(|table| table.id == id)
}

/// What the cells of a table hold, as in the list of true cells.
fn cells(table: &Table) -> Vec<(String, Vec<Option<String>>)> {
    let value = |reading: &CellReading| match reading.quantity()? {
        Quantity::Count(count) => Some(count.to_string()),
        Quantity::Decimal(digits) => Some(digits.clone()),
    };
    let row = |row: &gouji::reading::Row| {
        (row.id.0.to_owned(), row.cells.iter().map(|cell| value(&cell.reading)).collect())
    };
    table.rows.iter().map(row).collect()
}

fn true_cells(truth: &Value) -> Vec<(String, Vec<Option<String>>)> {
    let value = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let row = |(id, values): (&String, &Value)| {
        (id.clone(), values.as_array().into_iter().flatten().map(value).collect())
    };
    truth.as_object().into_iter().flatten().map(row).collect()
}

/// Asserts that tables are read exactly as they are.
fn assert_right(folder: &Path, name: &str, converted: &Converted, tables: &[TableId]) {
    let report = name.split('.').next().unwrap_or_default();
    let truth = truth(folder, report);
    for &id in tables {
        let table = table(&converted.text, id);
        let table = table.unwrap_or_else(|| panic!("{name}: no {}\n{}", id.as_str(), converted.text));
        assert_eq!(table.reading, Reading::Exact, "{name}: {}\n{}", id.as_str(), converted.text);
        let (mut read, mut expected) = (cells(&table), true_cells(&truth[id.as_str()]));
        read.sort();
        expected.sort();
        assert_eq!(read, expected, "{name}: {}\n{}", id.as_str(), converted.text);
    }
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("a rendering can be read")
}

#[test]
fn html_is_read_cell_by_cell() {
    let Some(folder) = folder() else { return };
    for report in ["000", "003"] {
        for (way, source) in [
            ("page.html", Source::WebPage),
            ("page.chromium-copy.html", Source::WebPage),
            ("python-docx.lo.html", Source::WriterHtml),
            ("python-docx.lo-writer-copy.html", Source::WriterHtml),
        ] {
            let name = format!("{report}.{way}");
            let converted = from_text(&read(&folder, &name), source).expect("it is HTML");
            assert_eq!(converted.source, source, "{name}");
            assert_right(&folder, &name, &converted, &TABLES);
        }
    }
}

#[test]
fn markdown_is_read_cell_by_cell() {
    let Some(folder) = folder() else { return };
    for report in ["000", "003"] {
        // Tables with line breaks in their cells are HTML, the others are not.
        let name = format!("{report}.page.pandoc-gfm.md");
        let converted = from_text(&read(&folder, &name), Source::Markdown).expect("it is Markdown");
        assert_right(&folder, &name, &converted, &TABLES);
    }
}

/// Reads a file that is no text, as a face does.
#[cfg(feature = "office")]
fn from_bytes(folder: &Path, name: &str) -> Converted {
    let bytes = fs::read(folder.join(name)).expect("a rendering can be read");
    let kind = gouji_convert::recognise(name, &bytes).expect("its kind is known");
    gouji_convert::from_file(kind, &bytes).unwrap_or_else(|wrong| panic!("{name}: {wrong:?}"))
}

#[cfg(feature = "office")]
#[test]
fn documents_and_workbooks_are_read_cell_by_cell() {
    let Some(folder) = folder() else { return };
    for report in ["000", "003"] {
        for (way, source) in [("python-docx.docx", Source::Docx), ("openpyxl.xlsx", Source::Xlsx)] {
            let name = format!("{report}.{way}");
            let converted = from_bytes(&folder, &name);
            assert_eq!(converted.source, source, "{name}");
            assert_right(&folder, &name, &converted, &TABLES);
        }
    }
}
