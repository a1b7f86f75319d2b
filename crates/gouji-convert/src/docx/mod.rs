//! Word documents.

mod document;
mod numbering;
mod properties;
mod styles;

#[cfg(test)]
mod tests;

use crate::office::Package;
use crate::{ConvertError, Converted, Source};
use document::Document;
use numbering::Numbering;
use styles::Styles;

/// Reads a Word document: its body, without headers, footers and notes.
pub(crate) fn from_docx(bytes: &[u8]) -> Result<Converted, ConvertError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let relations = package.relations(&main)?;
    let part = |package: &mut Package<'_>, kind: &str| match relations.iter().find(|known| known.kind == kind)
    {
        Some(relation) => package.text(&relation.part),
        None => Ok(None),
    };
    let styles = Styles::read(&part(&mut package, "styles")?.unwrap_or_default())?;
    let numbering = Numbering::read(&part(&mut package, "numbering")?.unwrap_or_default(), styles)?;
    let text = Document::new(&package.required_text(&main)?, numbering).read()?;
    Ok(Converted { text, source: Source::Docx })
}
