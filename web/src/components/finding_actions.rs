//! What can be done with a finding: read its rule, or set it aside.

use gouji_json::{Finding, SetAside};
use web_sys::{Element, SubmitEvent};
use yew::prelude::*;

use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::dom;
use crate::state::Action;
use crate::words::Words;

/// A way to the finding's rule, and one to set it aside; with `asked` the
/// reason is asked for.
pub(super) fn finding_actions(finding: &Finding, asked: bool, words: &Words, dispatch: &Dispatch) -> Html {
    let review = words.review;
    let ask = Decision::Asked(Some(finding.id.clone()));
    html! {
        <div class="finding-actions">
            <a
                class="link"
                href={["#", &finding.code].concat()}
                aria-label={[review.explain, " ", &finding.code, " ", &finding.title].concat()}
            >
                { review.explain }
            </a>
            if asked {
                { reason_form(&finding.id, words, dispatch) }
            } else {
                <button
                    type="button"
                    class="quiet no-problem"
                    aria-label={[review.no_problem, " ", &finding.title].concat()}
                    onclick={deciding(dispatch, ask, &[])}
                >
                    { review.no_problem }
                </button>
            }
        </div>
    }
}

fn reason_form(id: &str, words: &Words, dispatch: &Dispatch) -> Html {
    let review = words.review;
    let set_aside = {
        let (dispatch, id) = (dispatch.clone(), id.to_owned());
        move |form: &Element, reason: String| {
            dom::focus_beside(form, "[data-finding]", ".finding-head");
            let given = SetAside { id: id.clone(), reason: reason.trim().to_owned() };
            dispatch.dispatch(Action::Decided(Decision::SetAside(given)));
        }
    };
    let on_click = {
        let set_aside = set_aside.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            if let Some(reason) = target.get_attribute("data-reason") {
                set_aside(&target, reason);
            }
        })
    };
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(form) = event.target_dyn_into::<Element>() {
            set_aside(&form, dom::value_of("aside-reason"));
        }
    });
    let give_up = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(button) = event.target_dyn_into::<Element>() {
                dom::focus_within(&button, "[data-finding]", ".no-problem");
            }
            dispatch.dispatch(Action::Decided(Decision::Asked(None)));
        })
    };
    let on_key = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            dom::click("not-aside");
        }
    });
    html! {
        <form class="aside-form" id="aside-form" onsubmit={on_submit} onclick={on_click} onkeydown={on_key}>
            <label for="aside-reason">{ review.reason }</label>
            <input id="aside-reason" type="text" maxlength="200" autocomplete="off" spellcheck="false" />
            <button type="submit" id="set-aside-now">{ review.set_aside }</button>
            <button type="button" class="quiet" id="not-aside" onclick={give_up}>{ words.cancel }</button>
            <div class="usual-reasons" role="group" aria-label={review.reason}>
                { for review.usual_reasons.iter().map(|reason| html! {
                    <button type="button" class="place" data-reason={*reason}>{ *reason }</button>
                }) }
            </div>
        </form>
    }
}
