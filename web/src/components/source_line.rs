//! One line behind the textarea: its number in the margin and its marks.

use std::rc::Rc;

use gouji_json::Severity;
use yew::Html;

use super::part::{Own, Part};
use super::severity_badge::severity_class;
use crate::element::{Element, element};
use crate::source::{LineMarks, Piece, Strength};

#[derive(PartialEq)]
pub(crate) struct SourceLineProps {
    pub(crate) text: Rc<str>,
    pub(crate) marks: Option<Rc<LineMarks>>,
    /// Whether tabs are drawn as strokes.
    pub(crate) strokes: bool,
}

/// The number is a CSS counter: inserting a line renumbers the rest for nothing.
pub(crate) struct SourceLine;

impl Part for SourceLine {
    type Shown = SourceLineProps;
    type Message = ();

    fn create(_: &SourceLineProps) -> Self {
        Self
    }

    fn draw(&self, shown: &SourceLineProps, _: Own<Self>) -> Html {
        let SourceLineProps { text, marks, strokes } = shown;
        let mut line = element("div.line");
        let mut done = 0;
        if let Some(marks) = marks {
            if let Some(severity) = marks.margin {
                line = line.class(match severity {
                    Severity::Error => "margin-error",
                    Severity::Warning => "margin-warning",
                    Severity::Info => "margin-info",
                });
            }
            line = line.class_when(marks.selected, "selected");
            for piece in &marks.pieces {
                line = with_tabs(line, text.get(done..piece.start), *strokes);
                line = line.child(marked(text, piece));
                done = piece.end;
            }
        }
        with_tabs(line, text.get(done..), *strokes).into()
    }
}

/// A tab is the border between two cells, and an empty cell lies between two of
/// them: a faint stroke shows where it stands.
fn with_tabs(mut line: Element, text: Option<&str>, strokes: bool) -> Element {
    let mut rest = text.unwrap_or_default();
    while strokes && let Some(tab) = rest.bytes().position(|byte| byte == b'\t') {
        if tab > 0 {
            line = line.text(&rest[..tab]);
        }
        line = line.text_in("i", "\t");
        rest = &rest[tab + 1..];
    }
    if rest.is_empty() { line } else { line.text(rest) }
}

fn marked(text: &str, piece: &Piece) -> Element {
    let mut mark = element("mark");
    if let Some(severity) = piece.kind.severity {
        mark = mark.class(severity_class(severity));
    }
    let strength = match piece.kind.strength {
        Strength::Plain => "",
        Strength::Related => "related",
        Strength::Selected => "selected",
    };
    mark.class_when(!strength.is_empty(), strength)
        .class_when(piece.start == piece.end, "empty")
        .text(text.get(piece.start..piece.end).unwrap_or_default())
}
