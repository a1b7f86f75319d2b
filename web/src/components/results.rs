//! The right side: the verdict, what could not be read, the findings, the tables.

use gouji_json::OtherReport;
use yew::Html;
use yew::virtual_dom::VList;

use super::cell_detail::cell_detail;
use super::claims::claims;
use super::corrections::corrections;
use super::findings::findings;
use super::repairs::repairs;
use super::set_aside::set_aside;
use super::table_view::tables;
use super::unread::unread;
use super::verdict_line::verdict_line;
use super::welcome::welcome;
use super::{Dispatch, acting};
use crate::element::{Attr, Element, button, element, nothing, section};
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn results(state: &State, tables_drawn: bool, words: &Words, dispatch: &Dispatch) -> Html {
    let shown = state.shown.as_ref();
    let mut pane = section("section#results.pane result-pane")
        .set(Attr::TabIndex, "-1")
        .set(Attr::AriaLabelledBy, "results-heading")
        .set_bool(Attr::DataChecked, state.is_checked())
        .set_bool(Attr::DataDrawn, shown.is_none() || tables_drawn);
    if let Some(shown) = shown {
        pane = pane.set_string(Attr::DataRevision, shown.revision.to_string());
    }
    let heading = element("h2#results-heading").text(words.results);
    pane.child(element("div.pane-head").child(heading))
        .child(verdict_line(state, words, dispatch))
        .child(scroller(state, tables_drawn, words, dispatch))
        .html(match (shown, state.cell) {
            (Some(shown), Some(cell)) => cell_detail(cell, &shown.view, state.lang, dispatch),
            _ => nothing(),
        })
        .into()
}

/// What there is to scroll through: all that was found, or a welcome.
fn scroller(state: &State, tables_drawn: bool, words: &Words, dispatch: &Dispatch) -> Element {
    let scroller = element("div.result-scroller");
    let Some(shown) = &state.shown else {
        return scroller.html(if state.text.is_empty() { welcome(words, dispatch) } else { nothing() });
    };
    let view = &shown.view;
    let mut others = Vec::new();
    for other in &view.report.others {
        others.push(other_report(other, words, dispatch).into());
    }
    scroller
        .html(VList::from(others).into())
        .html(corrections(state, words, dispatch))
        .maybe(unread(state, view, words, dispatch))
        .child(findings(state, view, words, dispatch))
        .maybe(set_aside(state, view, words, dispatch))
        .maybe(claims(state, view, words, dispatch))
        .maybe(repairs(state, view, words, dispatch))
        .html(if tables_drawn { tables(state, view, words, dispatch) } else { nothing() })
}

fn other_report(other: &OtherReport, words: &Words, dispatch: &Dispatch) -> Element {
    let choose = button("button")
        .on_click(acting(dispatch, Action::ReportChosen(other.index)))
        .text(words.check_other);
    element("div#other-report.other-report")
        .set_string(Attr::DataReport, other.index.to_string())
        .string_in("p", (words.other_reports)(other.title.as_deref()))
        .child(choose)
}
