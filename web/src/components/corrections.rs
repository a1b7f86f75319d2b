//! The corrections made by hand, each to be taken back alone or all together.

use gouji::form::CellId;
use gouji_json::CellCorrection;
use yew::Html;

use super::cell_detail::shown_as_printed;
use super::{Dispatch, acting, acting_then};
use crate::element::{Attr, Element, button, element, nothing, section};
use crate::report::{cell_name, printed_number};
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn corrections(state: &State, words: &Words, dispatch: &Dispatch) -> Html {
    let corrections = &state.decided.corrections;
    if corrections.is_empty() {
        return nothing();
    }
    let restore_all = acting_then(dispatch, Action::CorrectionsRestored, &["#results"]);
    let head = element("div.section-head")
        .string_in("h3#corrections-heading", (words.corrections)(corrections.len()))
        .child(button("button#restore-all").on_click(restore_all).text(words.restore_all));
    let mut list = element("ul");
    for correction in corrections {
        list = list.child(entry(state, correction, words, dispatch));
    }
    section("section#corrections.corrections")
        .set(Attr::AriaLabelledBy, "corrections-heading")
        .child(head)
        .child(list)
        .into()
}

fn entry(state: &State, correction: &CellCorrection, words: &Words, dispatch: &Dispatch) -> Element {
    let cell = CellId::parse(&correction.cell);
    let read = cell.zip(state.shown.as_ref()).and_then(|(cell, shown)| shown.view.cell(cell));
    let in_use = read.is_some_and(|cell| cell.corrected.is_some());
    // While the answer is under way the old one says nothing about this.
    let void = state.is_checked() && !in_use;
    let name = cell.map_or_else(|| correction.cell.clone(), cell_name);
    let printed = match read {
        Some(cell) if in_use => shown_as_printed(cell, words),
        _ if correction.printed.is_empty() => words.blank,
        _ => &correction.printed,
    };
    let mut place = button("button.place").set(Attr::Lang, "zh-CN");
    if let Some(cell) = cell {
        place = place.on_click(acting(dispatch, Action::CellChosen(cell)));
    }
    let values = element("span.correction-values")
        .text_in("s", printed)
        .text(" → ")
        .string_in("ins", printed_number(&correction.value));
    let restore = button("button.quiet")
        .set_string(Attr::AriaLabel, [words.restore, " ", &name].concat())
        .on_click(acting_then(
            dispatch,
            Action::CorrectionRestored(correction.cell.clone()),
            &["#restore-all", "#results"],
        ))
        .text(words.restore);
    element("li")
        .key(&correction.cell)
        .set(Attr::DataCorrection, &correction.cell)
        .child(place.string(name))
        .child(values)
        .maybe(void.then(|| element("span.correction-void").text(words.correction_void)))
        .child(restore)
}
