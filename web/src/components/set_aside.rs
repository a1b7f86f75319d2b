//! The findings that were set aside, apart from those that count, each with its
//! reason and the way back.

use gouji_json::Finding;
use yew::prelude::*;

use super::severity_badge::severity_badge;
use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::report::ReportView;
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn set_aside(state: &State, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Html {
    let aside = view.report.set_aside.iter().filter(|finding| state.decided.sets_aside(&finding.id));
    let aside: Vec<&Finding> = aside.collect();
    if aside.is_empty() {
        return html! {};
    }
    let review = words.review;
    let all_again = deciding(dispatch, Decision::Restored(None), &["#results"]);
    html! {
        <section class="set-aside" id="set-aside" aria-labelledby="set-aside-heading">
            <div class="section-head">
                <h3 id="set-aside-heading">{ (review.set_aside_count)(aside.len()) }</h3>
                <button type="button" id="count-all-again" onclick={all_again}>{ review.count_all_again }</button>
            </div>
            <p class="unread-note">{ review.set_aside_note }</p>
            <ul>{ for aside.into_iter().map(|finding| entry(finding, words, dispatch)) }</ul>
        </section>
    }
}

fn entry(finding: &Finding, words: &Words, dispatch: &Dispatch) -> Html {
    let review = words.review;
    let again = Decision::Restored(Some(finding.id.clone()));
    let show = {
        let (dispatch, range) = (dispatch.clone(), finding.range);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::PlaceChosen(range)))
    };
    html! {
        <li key={finding.id.clone()} data-set-aside={finding.id.clone()}>
            { severity_badge(finding.severity, words) }
            <button type="button" class="place" onclick={show}>{ &finding.title }</button>
            <button
                type="button"
                class="quiet"
                aria-label={[review.count_again, " ", &finding.title].concat()}
                onclick={deciding(dispatch, again, &["#count-all-again", "#results"])}
            >
                { review.count_again }
            </button>
            <p>{ &finding.message }</p>
            <p class="given-reason">{ (review.given_reason)(finding.reason.as_deref().unwrap_or_default()) }</p>
        </li>
    }
}
