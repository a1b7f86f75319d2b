//! XML as it is read here: elements by their local names, because every
//! edition of the standard and every program has namespaces of its own.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::ConvertError;

/// A piece of XML.
#[derive(Debug)]
pub(crate) enum Node<'a> {
    Open(Element<'a>),
    Close,
    Text(String),
}

/// A start tag.
#[derive(Debug)]
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The attribute of that name, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// A switch: on where it is named, unless its value says off.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads XML.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next piece; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Node<'a>>, ConvertError> {
        loop {
            let node = match self.reader.read_event().map_err(|_| ConvertError::Damaged)? {
                Event::Start(start) => {
                    self.depth += 1;
                    Node::Open(Element(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close
                }
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().map_err(|_| ConvertError::Damaged)?;
                    let name: &str = &reference;
                    match character {
                        Some(character) => Node::Text(character.to_string()),
                        None => Node::Text(resolve_predefined_entity(name).unwrap_or_default().to_owned()),
                    }
                }
                Event::Eof if self.depth > 0 => return Err(ConvertError::Damaged),
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(node));
        }
    }

    /// Passes over the rest of the element that is open.
    pub(crate) fn skip(&mut self) -> Result<(), ConvertError> {
        self.each(|_, _| Ok(()))
    }

    /// Calls `see` with every element within the one that is open, to its end.
    /// What `see` passes over by [`Xml::skip`] is not seen.
    pub(crate) fn each(
        &mut self,
        mut see: impl FnMut(&mut Self, &Element<'a>) -> Result<(), ConvertError>,
    ) -> Result<(), ConvertError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                Some(Node::Open(element)) => see(self, &element)?,
                Some(_) => {}
                None => return Err(ConvertError::Damaged),
            }
        }
        Ok(())
    }
}
