//! Styles of paragraphs, as far as they number them.

use std::collections::BTreeMap;

use crate::ConvertError;
use crate::office::{Node, Xml};

/// Styles that are based on one another, from the first to the last.
const MAX_STEPS: usize = 20;

/// The list and level that a paragraph is numbered in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The list; "0" stands for none.
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

impl ListPlace {
    /// What is said here, and for the rest what is said in `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self { list: self.list.or(other.list), level: self.level.or(other.level) }
    }
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    place: ListPlace,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

impl Styles {
    pub(super) fn read(text: &str) -> Result<Self, ConvertError> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            let Node::Open(element) = node else { continue };
            if element.name() != "style" {
                continue;
            }
            let id = element.attribute("styleId").unwrap_or_default();
            let is_default =
                element.attribute("default").is_some_and(|value| value == "1" || value == "true");
            if is_default && element.attribute("type").as_deref() == Some("paragraph") {
                styles.default = Some(id.clone());
            }
            let mut style = Style::default();
            xml.each(|xml, element| {
                match element.name() {
                    "basedOn" => style.based_on = element.attribute("val"),
                    "numId" => style.place.list = element.attribute("val"),
                    "ilvl" => style.place.level = element.number("val"),
                    "pPrChange" | "rPr" | "tblStylePr" => xml.skip()?,
                    _ => {}
                }
                Ok(())
            })?;
            styles.styles.insert(id, style);
        }
        Ok(styles)
    }

    /// Where a style numbers its paragraphs; the default style where none is
    /// named.
    pub(super) fn place(&self, id: Option<&str>) -> ListPlace {
        let mut place = ListPlace::default();
        let mut next = id.or(self.default.as_deref());
        for _ in 0..MAX_STEPS {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            place = place.or(style.place.clone());
            next = style.based_on.as_deref();
        }
        place
    }
}
