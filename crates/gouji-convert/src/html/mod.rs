//! HTML from the clipboard or a file.
//!
//! There is no tree: tags drive the [`Composer`] one after another, and what is
//! not shown is passed over until its element ends. Browsers repair broken HTML
//! by rules that fill a book; of these the ones that matter to text are here:
//! what ends a paragraph, a cell and a row without being written.

mod element;
mod furniture;
mod lists;
mod passed_over;
mod program;
mod references;
mod style;
mod tokens;

#[cfg(test)]
mod clipboard_tests;
#[cfg(test)]
mod tests;

use crate::compose::{Composer, Part};
use crate::{ConvertError, Converted, MAX_FILE_BYTES};
use element::Element;
use furniture::Furniture;
use lists::Lists;
use passed_over::PassedOver;
use style::{Shown, shown};
use tokens::{Tag, Token, Tokens};

/// Reads HTML: of the clipboard, or a page.
///
/// # Errors
///
/// Where it is too large, unfolds to too much, or holds no text.
pub fn from_html(html: &str) -> Result<Converted, ConvertError> {
    if html.len() > MAX_FILE_BYTES {
        return Err(ConvertError::TooLarge);
    }
    let mut reader = Reader::new(html);
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next() {
        reader.read(token, &mut tokens);
    }
    Ok(Converted { text: reader.composer.finish()?, source: program::program(html) })
}

/// Whether `text` holds a tag of that name.
pub(crate) fn holds_tag(text: &str, name: &str) -> bool {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('<') {
        let begins = behind.as_bytes().get(..name.len());
        if begins.is_some_and(|bytes| bytes.eq_ignore_ascii_case(name.as_bytes())) {
            return true;
        }
        rest = behind;
    }
    false
}

struct Reader<'a> {
    html: &'a str,
    composer: Composer,
    /// The element that is being passed over.
    passed_over: Option<PassedOver<'a>>,
    furniture: Furniture<'a>,
    lists: Lists,
    /// In which part of the table the next row stands, for each open table.
    parts: Vec<Part>,
    /// Whether text belongs to what was copied, and not to what the clipboard
    /// wraps around it.
    in_fragment: bool,
    in_field_code: bool,
    preformatted: bool,
    /// Whether rows without a table are rows all the same: some programs leave
    /// the table out. Not known before the first.
    bare_rows: Option<bool>,
}

impl<'a> Reader<'a> {
    fn new(html: &'a str) -> Self {
        Self {
            html,
            composer: Composer::default(),
            passed_over: None,
            furniture: Furniture::default(),
            lists: Lists::default(),
            parts: Vec::new(),
            in_fragment: !html.contains("<!--StartFragment"),
            in_field_code: false,
            preformatted: false,
            bare_rows: None,
        }
    }

    fn read(&mut self, token: Token<'a>, tokens: &mut Tokens<'a>) {
        let element = match token {
            Token::Open(Tag { name, .. }) | Token::Close(name) => Element::named(name),
            Token::Text(_) | Token::Comment(_) => Element::Inline,
        };
        if let Token::Open(tag) = token
            && element == Element::Raw
        {
            if !tag.is_empty_element() {
                tokens.skip_to_end_of(tag.name);
            }
            return;
        }
        if let Some(passed_over) = &mut self.passed_over {
            if passed_over.goes_on(&token, element, self.composer.depth() > 0) {
                return;
            }
            let used_up = passed_over.ends_with(&token);
            self.passed_over = None;
            if used_up {
                return;
            }
        }
        match token {
            Token::Text(text) => self.text(text),
            Token::Open(tag) => self.open(tag, element),
            Token::Close(name) => self.close(name, element),
            Token::Comment(comment) if comment.starts_with("StartFragment") => self.in_fragment = true,
            Token::Comment(comment) if comment.starts_with("EndFragment") => self.in_fragment = false,
            Token::Comment(_) => {}
        }
    }

    fn text(&mut self, text: &'a str) {
        if !self.in_fragment || self.in_field_code {
            return;
        }
        let (composer, preformatted) = (&mut self.composer, self.preformatted);
        references::resolve(text, &mut |piece| {
            if preformatted {
                composer.verbatim(piece);
            } else {
                composer.flow(piece);
            }
        });
    }

    fn open(&mut self, tag: Tag<'a>, element: Element) {
        let shown = shown(&tag);
        if element.is_block() {
            self.in_field_code = false;
        }
        match shown {
            Shown::FieldCode => self.in_field_code = true,
            Shown::FieldResult => self.in_field_code = false,
            Shown::Yes => {}
            // Pages are sometimes shown by a script when they have loaded.
            _ if tag.name.eq_ignore_ascii_case("body") || tag.name.eq_ignore_ascii_case("html") => {}
            // A cell that is not seen still takes its place in the row.
            _ if element == Element::Cell && shown != Shown::Gone => {
                self.open_cell(&tag);
                self.pass_over(&tag, element);
                return;
            }
            _ if element == Element::Column => {}
            _ => {
                if element.is_block() {
                    self.composer.end_line();
                }
                self.pass_over(&tag, element);
                return;
            }
        }
        self.furniture.open(&tag, element, &self.composer);
        match element {
            Element::Raw | Element::Void | Element::Inline => {}
            Element::LeftOut => self.pass_over(&tag, element),
            Element::Block | Element::Paragraph | Element::Heading | Element::Furniture | Element::Main => {
                self.composer.end_line();
            }
            Element::Break => self.composer.end_line(),
            Element::List { ordered } => {
                self.composer.end_line();
                self.lists.open(&tag, ordered);
            }
            Element::ListItem => {
                self.composer.end_line();
                if self.in_fragment {
                    self.composer.flow(&self.lists.number(&tag));
                }
            }
            Element::Preformatted => {
                self.composer.end_line();
                self.preformatted = true;
            }
            Element::Script => self.set_off_script(),
            Element::Table => {
                self.composer.open_table();
                self.parts.push(Part::Body);
            }
            Element::Part(part) => {
                if let Some(open) = self.parts.last_mut() {
                    *open = part;
                }
            }
            Element::Row => self.open_row(),
            Element::Cell => self.open_cell(&tag),
            Element::Column => {
                self.composer.declare_columns(tag.number("span").unwrap_or(1), shown == Shown::Gone);
            }
        }
    }

    fn close(&mut self, name: &'a str, element: Element) {
        if element.is_block() {
            self.in_field_code = false;
        }
        match element {
            Element::Table if self.parts.pop().is_some() => self.composer.close_table(),
            Element::Part(_) => {
                self.composer.close_cell();
                if let Some(open) = self.parts.last_mut() {
                    *open = Part::Body;
                }
            }
            Element::Row | Element::Cell => self.composer.close_cell(),
            Element::List { .. } => {
                self.composer.end_line();
                self.lists.close();
            }
            Element::Preformatted => {
                self.composer.end_line();
                self.preformatted = false;
            }
            Element::Script => self.set_off_script(),
            element if element.is_block() => self.composer.end_line(),
            // `</br>` is written for `<br>`.
            Element::Break => self.composer.end_line(),
            _ => {}
        }
        self.furniture.close(name, element, &mut self.composer);
    }

    fn pass_over(&mut self, tag: &Tag<'a>, element: Element) {
        if !matches!(element, Element::Void | Element::Break | Element::Column) && !tag.is_empty_element() {
            self.passed_over = Some(PassedOver::new(tag.name, element));
        }
    }

    fn open_row(&mut self) {
        if self.is_in_table() {
            self.composer.open_row(self.parts.last().copied().unwrap_or_default());
        } else {
            self.composer.end_line();
        }
    }

    fn open_cell(&mut self, tag: &Tag<'a>) {
        if self.is_in_table() {
            self.composer.open_cell(tag.number("colspan").unwrap_or(1), tag.number("rowspan").unwrap_or(1));
        } else {
            self.composer.end_line();
        }
    }

    /// Whether a table is open, or begins here because there is none at all.
    fn is_in_table(&mut self) -> bool {
        if !self.parts.is_empty() {
            return true;
        }
        let html = self.html;
        if *self.bare_rows.get_or_insert_with(|| !holds_tag(html, "table")) {
            self.composer.open_table();
            self.parts.push(Part::Body);
            return true;
        }
        false
    }

    /// A raised digit behind a digit is a note and no further digit.
    fn set_off_script(&mut self) {
        if self.composer.ends_with_digit() {
            self.composer.space();
        }
    }
}
