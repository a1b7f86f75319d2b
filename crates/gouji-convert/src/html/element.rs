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

/// The longest name that is known.
const MAX_NAME: usize = 10;

impl Element {
    pub(super) fn named(name: &str) -> Self {
        let mut lower = [0; MAX_NAME];
        let Some(lower) = lower.get_mut(..name.len()) else { return Self::Inline };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"script" | b"style" | b"title" | b"textarea" | b"noscript" | b"iframe" | b"noframes"
            | b"noembed" => Self::Raw,
            b"xml" | b"svg" | b"select" | b"button" | b"object" | b"video" | b"audio" | b"canvas"
            | b"template" | b"datalist" | b"dialog" | b"del" | b"s" | b"strike" | b"rp" | b"rt" => {
                Self::LeftOut
            }
            b"p" => Self::Paragraph,
            b"h1" | b"h2" | b"h3" => Self::Heading,
            b"nav" | b"header" | b"footer" | b"aside" => Self::Furniture,
            b"main" | b"article" => Self::Main,
            b"ol" => Self::List { ordered: true },
            b"ul" | b"menu" | b"dir" => Self::List { ordered: false },
            b"li" => Self::ListItem,
            b"br" | b"hr" => Self::Break,
            b"pre" => Self::Preformatted,
            b"sup" | b"sub" => Self::Script,
            b"table" => Self::Table,
            b"thead" => Self::Part(Part::Head),
            b"tbody" => Self::Part(Part::Body),
            b"tfoot" => Self::Part(Part::Foot),
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"col" => Self::Column,
            b"div" | b"h4" | b"h5" | b"h6" | b"section" | b"center" | b"form" | b"blockquote"
            | b"address" | b"figure" | b"figcaption" | b"caption" | b"fieldset" | b"legend" | b"details"
            | b"summary" | b"dl" | b"dt" | b"dd" | b"body" | b"html" | b"hgroup" | b"search" => Self::Block,
            b"img" | b"input" | b"meta" | b"link" | b"wbr" | b"base" | b"area" | b"embed" | b"source"
            | b"track" | b"param" => Self::Void,
            _ => Self::Inline,
        }
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
