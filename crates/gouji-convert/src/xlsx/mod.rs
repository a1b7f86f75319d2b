//! Workbooks.

mod numbers;
mod sheet;
mod strings;

#[cfg(test)]
mod tests;

use crate::compose::Composer;
use crate::office::{Node, Package, Xml};
use crate::{ConvertError, Converted, Source};

/// More sheets than any workbook of a report has.
const MAX_SHEETS: usize = 1_000;

/// Reads a workbook: the sheets that are shown, one below the other.
pub(crate) fn from_xlsx(bytes: &[u8]) -> Result<Converted, ConvertError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let relations = package.relations(&main)?;
    let strings = match relations.iter().find(|relation| relation.kind == "sharedStrings") {
        Some(relation) => strings::read(&package.text(&relation.part)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let workbook = package.required_text(&main)?;
    let sheets = shown_sheets(&workbook)?;
    if sheets.len() > MAX_SHEETS {
        return Err(ConvertError::TooMuchInside);
    }
    let mut composer = Composer::default();
    for id in sheets {
        let Some(relation) = relations.iter().find(|relation| relation.id == id) else { continue };
        if relation.kind == "worksheet" {
            let text = package.required_text(&relation.part)?;
            sheet::read(&text, &strings)?.write(&mut composer);
        }
    }
    Ok(Converted { text: composer.finish()?, source: Source::Xlsx })
}

/// The relations of the sheets that are shown, in their order.
fn shown_sheets(workbook: &str) -> Result<Vec<String>, ConvertError> {
    let mut sheets = Vec::new();
    let mut xml = Xml::new(workbook);
    while let Some(node) = xml.next()? {
        if let Node::Open(element) = node
            && element.name() == "sheet"
            && matches!(element.attribute("state").as_deref(), None | Some("visible"))
        {
            sheets.extend(element.attribute("id"));
        }
    }
    Ok(sheets)
}
