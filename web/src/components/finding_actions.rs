//! What can be done with a finding: read its rule, or set it aside.

use gouji_json::{Finding, SetAside};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};
use yew::{Callback, TargetCast as _};

use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::dom;
use crate::element::{Attr, Element, button, element};
use crate::state::Action;
use crate::words::Words;

/// A way to the finding's rule, and one to set it aside; with `asked` the
/// reason is asked for.
pub(super) fn finding_actions(finding: &Finding, asked: bool, words: &Words, dispatch: &Dispatch) -> Element {
    let review = words.review;
    let explain = element("a.link")
        .set_string(Attr::Href, ["#", &finding.code].concat())
        .set_string(Attr::AriaLabel, [review.explain, " ", &finding.code, " ", &finding.title].concat())
        .text(review.explain);
    let second = if asked {
        reason_form(&finding.id, words, dispatch)
    } else {
        let ask = Decision::Asked(Some(finding.id.clone()));
        button("button.quiet no-problem")
            .set_string(Attr::AriaLabel, [review.no_problem, " ", &finding.title].concat())
            .on_click(deciding(dispatch, ask, &[]))
            .text(review.no_problem)
    };
    element("div.finding-actions").child(explain).child(second)
}

fn reason_form(id: &str, words: &Words, dispatch: &Dispatch) -> Element {
    let review = words.review;
    let set_aside = {
        let (dispatch, id) = (dispatch.clone(), id.to_owned());
        move |form: &web_sys::Element, reason: String| {
            dom::focus_beside(form, "[data-finding]", ".finding-head");
            let given = SetAside { id: id.clone(), reason: reason.trim().to_owned() };
            dispatch.dispatch(Action::Decided(Decision::SetAside(given)));
        }
    };
    let on_click = {
        let set_aside = set_aside.clone();
        Callback::from(move |event: Event| {
            let Some(target) = event.target_dyn_into::<web_sys::Element>() else { return };
            if let Some(reason) = target.get_attribute("data-reason") {
                set_aside(&target, reason);
            }
        })
    };
    let on_submit = Callback::from(move |event: Event| {
        event.prevent_default();
        if let Some(form) = event.target_dyn_into::<web_sys::Element>() {
            set_aside(&form, dom::value_of("aside-reason"));
        }
    });
    let give_up = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(button) = event.target_dyn_into::<web_sys::Element>() {
                dom::focus_within(&button, "[data-finding]", ".no-problem");
            }
            dispatch.dispatch(Action::Decided(Decision::Asked(None)));
        })
    };
    let on_key = Callback::from(|event: Event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            dom::click("not-aside");
        }
    });
    let reason = element("input#aside-reason")
        .set(Attr::Type, "text")
        .set(Attr::MaxLength, "200")
        .set(Attr::Autocomplete, "off")
        .set(Attr::Spellcheck, "false");
    let mut usual_reasons =
        element("div.usual-reasons").set(Attr::Role, "group").set(Attr::AriaLabel, review.reason);
    for reason in review.usual_reasons {
        usual_reasons =
            usual_reasons.child(button("button.place").set(Attr::DataReason, reason).text(reason));
    }
    element("form#aside-form.aside-form")
        .on("submit", on_submit)
        .on_click(on_click)
        .on("keydown", on_key)
        .child(element("label").set(Attr::For, "aside-reason").text(review.reason))
        .child(reason)
        .child(element("button#set-aside-now").set(Attr::Type, "submit").text(review.set_aside))
        .child(button("button#not-aside.quiet").on_click(give_up).text(words.cancel))
        .child(usual_reasons)
}
