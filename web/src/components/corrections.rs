//! The corrections made by hand, each to be taken back alone or all together.

use gouji::form::CellId;
use gouji_json::CellCorrection;
use yew::prelude::*;

use super::Dispatch;
use super::cell_detail::shown_as_printed;
use crate::dom;
use crate::report::{cell_name, printed_number};
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn corrections(state: &State, words: &Words, dispatch: &Dispatch) -> Html {
    if state.decided.corrections.is_empty() {
        return html! {};
    }
    let restoring = dispatch.clone();
    let restore_all = Callback::from(move |_: MouseEvent| {
        restoring.dispatch(Action::CorrectionsRestored);
        dom::focus_after_redraw(&["#results"]);
    });
    html! {
        <section class="corrections" id="corrections" aria-labelledby="corrections-heading">
            <div class="section-head">
                <h3 id="corrections-heading">{ (words.corrections)(state.decided.corrections.len()) }</h3>
                <button type="button" id="restore-all" onclick={restore_all}>{ words.restore_all }</button>
            </div>
            <ul>
                { for state.decided.corrections.iter().map(|correction| entry(state, correction, words, dispatch)) }
            </ul>
        </section>
    }
}

fn entry(state: &State, correction: &CellCorrection, words: &Words, dispatch: &Dispatch) -> Html {
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
    let restore = {
        let (dispatch, cell) = (dispatch.clone(), correction.cell.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::CorrectionRestored(cell.clone()));
            dom::focus_after_redraw(&["#restore-all", "#results"]);
        })
    };
    let choose = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(cell) = cell {
                dispatch.dispatch(Action::CellChosen(cell));
            }
        })
    };
    let label = format!("{} {name}", words.restore);
    html! {
        <li key={correction.cell.clone()} data-correction={correction.cell.clone()}>
            <button type="button" class="place" lang="zh-CN" onclick={choose}>{ name }</button>
            <span class="correction-values">
                <s>{ printed }</s>{ " → " }<ins>{ printed_number(&correction.value) }</ins>
            </span>
            if void {
                <span class="correction-void">{ words.correction_void }</span>
            }
            <button type="button" class="quiet" aria-label={label} onclick={restore}>{ words.restore }</button>
        </li>
    }
}
