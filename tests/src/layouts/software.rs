//! Reports that real programs made, with their true cells: `tests/layouts`,
//! and some of the five real reports where they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::form::{CellId, FormId};
use gouji::reading::Quantity;
use gouji::{Options, check};
use gouji_convert::{ConvertError, FileKind};
use serde_json::Value;

use super::{Judgement, Truth, judge};
use crate::fixtures;

/// A file that a program made.
#[derive(Clone, Debug)]
pub struct SoftwareFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name; that of a file beside the repository begins with `shared/`.
    pub name: String,
    /// The way it came about: `python-docx.lo-pdf.pdftotext-raw.txt`.
    pub way: String,
    /// What is true of its cells.
    pub cells: BTreeMap<CellId, Truth>,
    /// The cell whose sums do not hold.
    pub slip: Option<CellId>,
}

/// All of them, in the order of their names.
pub fn software() -> Vec<SoftwareFile> {
    let mut files = files_in(&fixtures::root().join("layouts"), "");
    if let Some(shared) = fixtures::shared() {
        files.extend(files_in(&shared.join("layouts"), "shared/"));
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

impl SoftwareFile {
    /// What is read in it, held against what is true; none, with a notice,
    /// where its reader is not built in.
    pub fn judged(&self) -> Option<Judgement> {
        match self.text() {
            Ok(text) => Some(judge(&check(&text, &Options::default()), &self.cells, self.slip, false)),
            Err(ConvertError::NotBuiltIn) => {
                println!("skipped: {}, its reader is not built in", self.name);
                None
            }
            Err(error) => panic!("{} could not be read: {error:?}", self.name),
        }
    }

    /// Whether the file says which cell stands in which row and column.
    pub fn keeps_grid(&self) -> bool {
        let kinds = [".html", ".docx", ".xlsx", ".csv", ".pandoc-gfm.md", ".lo-calc-copy.txt"];
        kinds.iter().any(|kind| self.way.ends_with(kind) || self.way == kind[1..])
    }
}

impl SoftwareFile {
    /// The text that is checked when a person opens the file, or pastes what
    /// was copied.
    fn text(&self) -> Result<String, ConvertError> {
        let bytes = fs::read(&self.path).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
        if self.way.ends_with("-copy.txt") {
            return Ok(String::from_utf8(bytes).expect("a copy is UTF-8"));
        }
        if self.way.ends_with("-copy.html") {
            let copied = String::from_utf8(bytes).expect("a copy is UTF-8");
            return Ok(gouji_convert::from_html(&copied)?.text);
        }
        let converted = match gouji_convert::recognise(&self.name, &bytes)? {
            FileKind::Text(source) => {
                let text = gouji_convert::decode(&bytes).ok_or(ConvertError::UnknownKind)?;
                gouji_convert::from_text(&text, source)?
            }
            kind => gouji_convert::from_file(kind, &bytes)?,
        };
        Ok(converted.text)
    }
}

fn files_in(folder: &Path, prefix: &str) -> Vec<SoftwareFile> {
    let truths = fixtures::read(&folder.join("cells.json"));
    let truths: Value = serde_json::from_str(&truths).expect("cells.json is JSON");
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            let (report, way) = name.split_once('.')?;
            let truth = truths.get(report)?;
            Some(SoftwareFile {
                name: format!("{prefix}{name}"),
                way: way.to_owned(),
                cells: cells(truth),
                slip: truth.get("slip").and_then(Value::as_str).and_then(CellId::parse),
                path,
            })
        })
        .collect()
}

/// The true cells: a number, digits, null for a blank, text for a sign or word
/// for nothing.
fn cells(truth: &Value) -> BTreeMap<CellId, Truth> {
    let form = if truth["form"] == "2019" { FormId::Y2019 } else { FormId::Y2021 };
    let mut cells = BTreeMap::new();
    for spec in crate::office::statutory(form) {
        for (row, columns) in spec.rows() {
            let values = truth[spec.id.as_str()][row.id.0].as_array().expect("every row has its cells");
            assert_eq!(values.len(), columns.len(), "the cells of {}", row.id.0);
            for (column, value) in columns.iter().zip(values) {
                let id = CellId { table: spec.id, row: row.id, column: column.id };
                cells.insert(id, cell(value));
            }
        }
    }
    cells
}

fn cell(value: &Value) -> Truth {
    let text = match value {
        Value::Null => return Truth::Blank,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Quantity::parse(&text).map_or(Truth::Mark, Truth::Number)
}
