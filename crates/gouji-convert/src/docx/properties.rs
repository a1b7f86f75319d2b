//! Properties of paragraphs, runs, rows and cells, as far as the text depends
//! on them.

use super::styles::ListPlace;
use crate::ConvertError;
use crate::office::Xml;

#[derive(Debug, Default)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) place: ListPlace,
    /// Whether its end was deleted, so that it goes on in the next.
    pub(super) goes_on: bool,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RunProperties {
    /// Hidden or struck out.
    pub(super) left_out: bool,
    /// Above or below the line.
    pub(super) raised: bool,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RowProperties {
    /// Grid columns before the first cell.
    pub(super) before: usize,
    /// Grid columns behind the last.
    pub(super) after: usize,
    pub(super) left_out: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct CellProperties {
    pub(super) columns: usize,
    /// Whether it is covered by the cell above or before it.
    pub(super) covered: bool,
    pub(super) left_out: bool,
}

impl Default for CellProperties {
    fn default() -> Self {
        Self { columns: 1, covered: false, left_out: false }
    }
}

pub(super) fn paragraph(xml: &mut Xml<'_>) -> Result<ParagraphProperties, ConvertError> {
    let mut properties = ParagraphProperties::default();
    xml.each(|xml, element| {
        match element.name() {
            "pStyle" => properties.style = element.attribute("val"),
            "numId" => properties.place.list = element.attribute("val"),
            "ilvl" => properties.place.level = element.number("val"),
            "del" | "moveFrom" => properties.goes_on = true,
            "pPrChange" | "rPrChange" | "sectPr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(properties)
}

pub(super) fn run(xml: &mut Xml<'_>) -> Result<RunProperties, ConvertError> {
    let mut properties = RunProperties::default();
    xml.each(|xml, element| {
        match element.name() {
            "vanish" | "strike" | "dstrike" if element.is_on() => properties.left_out = true,
            "vertAlign" => {
                properties.raised = element.attribute("val").is_some_and(|value| value != "baseline");
            }
            "rPrChange" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(properties)
}

pub(super) fn row(xml: &mut Xml<'_>) -> Result<RowProperties, ConvertError> {
    let mut properties = RowProperties::default();
    xml.each(|xml, element| {
        match element.name() {
            "gridBefore" => properties.before = element.number("val").unwrap_or(0),
            "gridAfter" => properties.after = element.number("val").unwrap_or(0),
            "hidden" if element.is_on() => properties.left_out = true,
            "del" => properties.left_out = true,
            "trPrChange" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(properties)
}

pub(super) fn cell(xml: &mut Xml<'_>) -> Result<CellProperties, ConvertError> {
    let mut properties = CellProperties::default();
    xml.each(|xml, element| {
        match element.name() {
            "gridSpan" => properties.columns = element.number("val").unwrap_or(1),
            "vMerge" | "hMerge" => {
                properties.covered |= element.attribute("val").as_deref() != Some("restart");
            }
            "cellDel" => properties.left_out = true,
            "tcPrChange" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(properties)
}
