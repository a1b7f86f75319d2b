//! What a person pastes: the plain text of the clipboard, or where that would
//! lose the cells of a table, its rich text turned into lines and tabs.
//!
//! Rich text is read as a string of characters. It never becomes part of the
//! document.

use std::rc::Rc;

use gouji_convert::{Converted, Source};
use gouji_json::Utf16Range;
use web_sys::{DataTransfer, HtmlTextAreaElement};

use crate::dom;
use crate::source::utf16_length;

/// Something pasted with its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paste {
    /// What it came from.
    pub(crate) source: Source,
    /// Whether its plain text stands in the editor, and not its cells.
    pub(crate) is_plain: bool,
    /// The editor's text before, and what was selected in it, in UTF-16 units.
    pub(crate) before: Rc<str>,
    pub(crate) selected: Utf16Range,
    /// Its two flavours.
    pub(crate) cells: Rc<str>,
    pub(crate) plain: Rc<str>,
}

impl Paste {
    /// What the clipboard holds, if its cells tell more than its plain text.
    /// Otherwise the browser is to paste the plain text, as it always does.
    pub(crate) fn of(clipboard: &DataTransfer, field: &HtmlTextAreaElement) -> Option<Self> {
        let flavour = |name: &str| clipboard.get_data(name).unwrap_or_default();
        let plain = with_line_feeds(&flavour("text/plain"));
        let Converted { text, source } = cells_of(&flavour("text/html"), &plain)?;
        let start = field.selection_start().ok().flatten().unwrap_or_default();
        let end = field.selection_end().ok().flatten().unwrap_or(start);
        Some(Self {
            source,
            is_plain: false,
            before: field.value().into(),
            selected: [start, end],
            cells: text.into(),
            plain: plain.into(),
        })
    }

    /// The other flavour in the same place; none where there is no other.
    pub(crate) fn swapped(&self) -> Option<Self> {
        let differs = !self.plain.is_empty() && self.plain != self.cells;
        differs.then(|| Self { is_plain: !self.is_plain, ..self.clone() })
    }

    /// Types it into the editor, and gives the whole text.
    pub(crate) fn put_into(&self, field: &HtmlTextAreaElement) -> Rc<str> {
        dom::type_text(field, self.shown());
        field.value().into()
    }

    /// Takes it out of the editor again, with what it had replaced selected.
    pub(crate) fn take_out_of(&self, field: &HtmlTextAreaElement) {
        let [start, end] = self.selected;
        dom::undo_typing(field);
        let end = if field.value() == *self.before { end } else { start + utf16_length(self.shown()) };
        let _selected = field.set_selection_range(start, end);
    }

    fn shown(&self) -> &str {
        if self.is_plain { &self.plain } else { &self.cells }
    }
}

/// Rich text without a table says no more than the plain text.
fn cells_of(html: &str, plain: &str) -> Option<Converted> {
    let has_table = html.as_bytes().windows(6).any(|window| window.eq_ignore_ascii_case(b"<table"));
    let is_alone = plain.trim().is_empty();
    if html.is_empty() || !(has_table || is_alone) {
        return None;
    }
    let converted = gouji_convert::from_html(html).ok()?;
    (is_alone || converted.text.contains('\t')).then_some(converted)
}

/// A textarea knows no other line end.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "<table><tr><td>规章</td><td>3</td></tr></table>";

    #[test]
    fn a_table_is_worth_more_than_plain_text() {
        let converted = cells_of(&TABLE.replace("table", "TABLE"), "规章\n3").expect("it has cells");
        assert_eq!(converted.text.trim(), "规章\t3");
    }

    #[test]
    fn rich_text_without_a_table_is_not() {
        assert_eq!(cells_of("<p>一、总体情况</p>", "一、总体情况"), None);
        assert_eq!(cells_of("<table><tr><td>总体情况</td></tr></table>", "总体情况"), None);
        assert_eq!(cells_of("", ""), None);
    }

    #[test]
    fn rich_text_alone_is_never_lost() {
        assert_eq!(
            cells_of("<p>一、总体情况</p>", "").expect("it is all there is").text.trim(),
            "一、总体情况"
        );
    }
}
