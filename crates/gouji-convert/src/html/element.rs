//! What kinds of elements there are, as far as text goes.

use crate::compose::Part;

/// What an element does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Its content is no HTML and no text of the page.
    Raw,
    /// It is left out with all it holds.
    LeftOut,
    /// It stands on lines of its own.
    Block,
    /// A paragraph, which ends where the next block begins.
    Paragraph,
    /// A heading, which page furniture does not hold.
    Heading,
    /// The menus, head or foot of a page.
    Furniture,
    /// The page's own matter.
    Main,
    /// A list, with numbers or without.
    List {
        ordered: bool,
    },
    ListItem,
    Break,
    /// Its lines and spaces are meant.
    Preformatted,
    /// Above or below the line.
    Script,
    Table,
    Part(Part),
    Row,
    Cell,
    Column,
    /// It says nothing about the text, and may be hidden like any other.
    Inline,
    /// It has no end tag and no text.
    Void,
}

/// The elements that matter by their names, the most frequent ones first. This
/// is a fifth of the code that a `match` makes of it.
const KNOWN: &[(Element, &str)] = &[
    (Element::Inline, "span font b a o:p"),
    (Element::Paragraph, "p"),
    (Element::Cell, "td th"),
    (Element::Row, "tr"),
    (Element::Break, "br hr"),
    (Element::Block, "div"),
    (Element::Column, "col"),
    (Element::ListItem, "li"),
    (Element::Heading, "h1 h2 h3"),
    (Element::Table, "table"),
    (Element::Part(Part::Head), "thead"),
    (Element::Part(Part::Body), "tbody"),
    (Element::Part(Part::Foot), "tfoot"),
    (Element::Raw, "script style title textarea noscript iframe noframes noembed"),
    (
        Element::LeftOut,
        "xml svg select button object video audio canvas template datalist dialog del s strike rp rt",
    ),
    (Element::Furniture, "nav header footer aside"),
    (Element::Main, "main article"),
    (Element::List { ordered: true }, "ol"),
    (Element::List { ordered: false }, "ul menu dir"),
    (Element::Preformatted, "pre"),
    (Element::Script, "sup sub"),
    (Element::Block, "h4 h5 h6 section center form blockquote address figure figcaption caption fieldset"),
    (Element::Block, "legend details summary dl dt dd body html hgroup search"),
    (Element::Void, "img input meta link wbr base area embed source track param"),
];

impl Element {
    pub(super) fn named(name: &str) -> Self {
        let is_named = |names: &str| names.split(' ').any(|known| known.eq_ignore_ascii_case(name));
        KNOWN.iter().find(|(_, names)| is_named(names)).map_or(Self::Inline, |(element, _)| *element)
    }

    /// Whether it begins a new line, which ends a paragraph.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Raw | Self::LeftOut | Self::Break | Self::Script | Self::Column | Self::Inline | Self::Void
        )
    }

    /// Whether it is a piece of a table, so that it ends what is open in the
    /// cell before.
    pub(super) fn is_table_piece(self) -> bool {
        matches!(self, Self::Part(_) | Self::Row | Self::Cell)
    }
}
