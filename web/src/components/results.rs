//! The right side: the verdict, what could not be read, the findings, the tables.

use std::rc::Rc;

use gouji_json::OtherReport;
use yew::prelude::*;

use super::Dispatch;
use super::cell_detail::CellDetail;
use super::corrections::Corrections;
use super::findings::Findings;
use super::table_view::Tables;
use super::unread::Unread;
use super::verdict_line::VerdictLine;
use super::welcome::Welcome;
use crate::state::{Action, Present};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct ResultsProps {
    pub(crate) state: Present,
    pub(crate) dispatch: Dispatch,
}

#[component]
pub(crate) fn Results(props: &ResultsProps) -> Html {
    let state = &props.state;
    let words = Words::of(state.lang);
    let dispatch = &props.dispatch;
    let shown = state.shown.as_ref();
    let visible: Rc<[usize]> = state.visible_findings().into();
    html! {
        <section
            class="pane result-pane"
            id="results"
            tabindex="-1"
            aria-labelledby="results-heading"
            data-revision={shown.map(|shown| shown.revision.to_string())}
            data-checked={state.is_checked().to_string()}
        >
            <div class="pane-head"><h2 id="results-heading">{ words.results }</h2></div>
            <VerdictLine state={state.clone()} />
            <div class="result-scroller">
                if let Some(shown) = shown {
                    { for shown.view.report.others.iter().map(|other| other_report(other, words, dispatch)) }
                    <Corrections state={state.clone()} dispatch={dispatch.clone()} />
                    <Unread
                        view={Rc::clone(&shown.view)}
                        selected={state.finding}
                        lang={state.lang}
                        dispatch={dispatch.clone()}
                    />
                    <Findings
                        view={Rc::clone(&shown.view)}
                        {visible}
                        selected={state.finding}
                        hidden={state.hidden}
                        lang={state.lang}
                        dispatch={dispatch.clone()}
                    />
                    <Tables state={state.clone()} view={Rc::clone(&shown.view)} dispatch={dispatch.clone()} />
                } else if state.text.is_empty() {
                    <Welcome lang={state.lang} dispatch={dispatch.clone()} />
                }
            </div>
            if let (Some(shown), Some(cell)) = (shown, state.cell) {
                <CellDetail
                    key={cell.to_string()}
                    {cell}
                    view={Rc::clone(&shown.view)}
                    lang={state.lang}
                    dispatch={dispatch.clone()}
                />
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
