//! One line behind the textarea: its number in the margin and its marks.

use std::rc::Rc;

use gouji_json::Severity;
use yew::prelude::*;

use crate::source::{LineMarks, Piece, PieceKind, Strength};

#[derive(Properties, PartialEq)]
pub(crate) struct SourceLineProps {
    pub(crate) text: AttrValue,
    pub(crate) marks: Option<Rc<LineMarks>>,
    /// Whether tabs are drawn as strokes.
    pub(crate) strokes: bool,
}

/// The number is a CSS counter: inserting a line renumbers the rest for nothing.
#[component]
pub(crate) fn SourceLine(props: &SourceLineProps) -> Html {
    let text = &props.text;
    let Some(marks) = &props.marks else {
        return html! { <div class="line">{ with_tabs(text, props.strokes) }</div> };
    };
    let margin = marks.margin.map(|severity| match severity {
        Severity::Error => "margin-error",
        Severity::Warning => "margin-warning",
        Severity::Info => "margin-info",
    });
    let mut parts = Vec::new();
    let mut done = 0;
    for piece in &marks.pieces {
        parts.push(plain(text, done, piece.start, props.strokes));
        parts.push(marked(text, piece));
        done = piece.end;
    }
    parts.push(plain(text, done, text.len(), props.strokes));
    html! {
        <div class={classes!("line", margin, marks.selected.then_some("selected"))}>{ for parts }</div>
    }
}

fn plain(text: &str, start: usize, end: usize, strokes: bool) -> Html {
    with_tabs(text.get(start..end).unwrap_or_default(), strokes)
}

/// A tab is the border between two cells, and an empty cell lies between two of
/// them: a faint stroke shows where it stands.
fn with_tabs(text: &str, strokes: bool) -> Html {
    if !strokes || !text.contains('\t') {
        return html! { { text } };
    }
    let parts = text.split_inclusive('\t').map(|part| match part.strip_suffix('\t') {
        Some("") => html! { <i>{ "\t" }</i> },
        Some(words) => html! { <>{ words }<i>{ "\t" }</i></> },
        None => html! { { part } },
    });
    html! { <>{ for parts }</> }
}

fn marked(text: &str, piece: &Piece) -> Html {
    let class = classes!(classes_of(piece.kind), (piece.start == piece.end).then_some("empty"));
    html! { <mark {class}>{ text.get(piece.start..piece.end).unwrap_or_default() }</mark> }
}

fn classes_of(kind: PieceKind) -> Classes {
    let severity = kind.severity.map(|severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    });
    let strength = match kind.strength {
        Strength::Plain => None,
        Strength::Related => Some("related"),
        Strength::Selected => Some("selected"),
    };
    classes!(severity, strength)
}
