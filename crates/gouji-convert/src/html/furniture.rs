//! The menus, heads and feet of web pages.
//!
//! They are written like anything else and taken back at their end, unless a
//! heading or a table turned up in them: the title of a report often stands in
//! what calls itself a header.

use super::element::Element;
use super::tokens::Tag;
use crate::compose::{Composer, Place};

/// Furniture in furniture that is told apart.
const MAX_DEPTH: usize = 16;

/// Names, as classes or ids, that content systems give to such blocks.
const NAMES: [&str; 12] = [
    "breadcrumb",
    "breadcrumbs",
    "bread-crumb",
    "crumb",
    "crumbs",
    "nav",
    "navbar",
    "footer",
    "foot",
    "copyright",
    "share",
    "bdsharebuttonbox",
];

/// A block that is taken back at its end.
#[derive(Debug)]
struct Piece<'a> {
    name: &'a str,
    /// How many elements of its name are open, itself included.
    depth: usize,
    start: Place,
    keep: bool,
}

/// The pieces of furniture that are open.
#[derive(Debug, Default)]
pub(super) struct Furniture<'a> {
    open: Vec<Piece<'a>>,
    /// Whether the page's own matter has begun.
    in_main: bool,
}

impl<'a> Furniture<'a> {
    pub(super) fn open(&mut self, tag: &Tag<'a>, element: Element, composer: &Composer) {
        match element {
            Element::Main => self.in_main = true,
            Element::Heading => self.open.iter_mut().for_each(|piece| piece.keep = true),
            _ => {}
        }
        if self.is_furniture(tag, element) && self.open.len() < MAX_DEPTH && !composer.in_cell() {
            self.open.push(Piece { name: tag.name, depth: 1, start: composer.place(), keep: false });
        } else if let Some(piece) = self.open.last_mut()
            && tag.name.eq_ignore_ascii_case(piece.name)
        {
            piece.depth += 1;
        }
    }

    pub(super) fn close(&mut self, name: &str, element: Element, composer: &mut Composer) {
        if element == Element::Main {
            self.in_main = false;
        }
        let Some(piece) = self.open.last_mut().filter(|piece| name.eq_ignore_ascii_case(piece.name)) else {
            return;
        };
        piece.depth -= 1;
        if piece.depth == 0 {
            if !piece.keep {
                composer.take_back(piece.start);
            }
            self.open.pop();
        }
    }

    fn is_furniture(&self, tag: &Tag<'_>, element: Element) -> bool {
        match element {
            Element::Furniture => !self.in_main || tag.name.eq_ignore_ascii_case("nav"),
            Element::Block | Element::Paragraph | Element::List { .. } => {
                ["class", "id"].into_iter().filter_map(|name| tag.attribute(name)).any(|names| {
                    names
                        .split_ascii_whitespace()
                        .any(|name| NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)))
                })
            }
            _ => false,
        }
    }
}
