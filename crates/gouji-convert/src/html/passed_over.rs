//! Elements that are not read, and where they end.

use super::element::Element;
use super::tokens::Token;

/// An element that is being passed over.
#[derive(Debug)]
pub(super) struct PassedOver<'a> {
    name: &'a str,
    element: Element,
    /// How many elements of its own name are open, itself included.
    depth: usize,
    /// How many tables, or lists for an item of one, are open within it.
    within: usize,
}

impl<'a> PassedOver<'a> {
    pub(super) fn new(name: &'a str, element: Element) -> Self {
        Self { name, element, depth: 1, within: 0 }
    }

    /// Whether the element goes on behind `token`. Where it does not, the
    /// token may be the first that does not belong to it: see
    /// [`PassedOver::ends_with`].
    pub(super) fn goes_on(&mut self, token: &Token<'_>, element: Element, in_table: bool) -> bool {
        let (name, opens) = match token {
            Token::Open(tag) => (tag.name, true),
            Token::Close(name) => (*name, false),
            Token::Text(_) | Token::Comment(_) => return true,
        };
        if self.within == 0 && self.is_ended_by(element, opens, in_table) {
            return false;
        }
        if self.encloses(element) {
            self.within = if opens { self.within + 1 } else { self.within.saturating_sub(1) };
        }
        if name.eq_ignore_ascii_case(self.name) {
            self.depth = if opens { self.depth + 1 } else { self.depth - 1 };
        }
        self.depth > 0
    }

    /// Whether the token that ended the element is its own end tag.
    pub(super) fn ends_with(&self, token: &Token<'_>) -> bool {
        matches!(token, Token::Close(name) if name.eq_ignore_ascii_case(self.name))
    }

    /// Whether what stands within such an element cannot end this one.
    fn encloses(&self, element: Element) -> bool {
        match self.element {
            Element::ListItem => matches!(element, Element::List { .. }),
            Element::Table => false,
            _ => element == Element::Table,
        }
    }

    /// Whether a tag ends this element without being its end tag.
    fn is_ended_by(&self, element: Element, opens: bool, in_table: bool) -> bool {
        let ends_table = in_table && !opens && element == Element::Table;
        match self.element {
            Element::Table => false,
            Element::Part(_) => ends_table || matches!(element, Element::Part(_)) && opens,
            Element::Row => {
                ends_table || matches!(element, Element::Part(_)) || element == Element::Row && opens
            }
            Element::Cell => ends_table || element.is_table_piece() && (opens || element != Element::Cell),
            Element::ListItem => {
                matches!(element, Element::ListItem) && opens
                    || matches!(element, Element::List { .. }) && !opens
            }
            Element::Paragraph if element.is_block() => element != Element::Paragraph || opens,
            _ => ends_table || in_table && element.is_table_piece(),
        }
    }
}
