//! The right side: the verdict, what could not be read, the findings, the tables.

use gouji_json::OtherReport;
use yew::prelude::*;

use super::Dispatch;
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
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn results(state: &State, tables_drawn: bool, words: &Words, dispatch: &Dispatch) -> Html {
    let shown = state.shown.as_ref();
    html! {
        <section
            class="pane result-pane"
            id="results"
            tabindex="-1"
            aria-labelledby="results-heading"
            data-revision={shown.map(|shown| shown.revision.to_string())}
            data-checked={state.is_checked().to_string()}
            data-drawn={(shown.is_none() || tables_drawn).to_string()}
        >
            <div class="pane-head"><h2 id="results-heading">{ words.results }</h2></div>
            { verdict_line(state, words, dispatch) }
            <div class="result-scroller">
                if let Some(shown) = shown {
                    { for shown.view.report.others.iter().map(|other| other_report(other, words, dispatch)) }
                    { corrections(state, words, dispatch) }
                    { unread(state, &shown.view, words, dispatch) }
                    { findings(state, &shown.view, words, dispatch) }
                    { set_aside(state, &shown.view, words, dispatch) }
                    { claims(state, &shown.view, words, dispatch) }
                    { repairs(state, &shown.view, words, dispatch) }
                    if tables_drawn {
                        { tables(state, &shown.view, words, dispatch) }
                    }
                } else if state.text.is_empty() {
                    { welcome(words, dispatch) }
                }
            </div>
            if let (Some(shown), Some(cell)) = (shown, state.cell) {
                { cell_detail(cell, &shown.view, state.lang, dispatch) }
            }
        </section>
    }
}

fn other_report(other: &OtherReport, words: &Words, dispatch: &Dispatch) -> Html {
    let (dispatch, index) = (dispatch.clone(), other.index);
    let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ReportChosen(index)));
    html! {
        <div class="other-report" id="other-report" data-report={other.index.to_string()}>
            <p>{ (words.other_reports)(other.title.as_deref()) }</p>
            <button type="button" onclick={choose}>{ words.check_other }</button>
        </div>
    }
}
