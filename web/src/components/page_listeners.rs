//! What the page hears wherever it happens: files that are dropped, keys, its
//! address, and that it is left.

use gloo_events::{EventListener, EventListenerOptions};
use gouji_json::Lang;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event, EventTarget, KeyboardEvent};

use super::Dispatch;
use super::app::Unsaved;
use crate::decisions::Decision;
use crate::dom;
use crate::intake::{Intake, is_for_the_page};
use crate::state::{Action, Direction};
use crate::storage;
use crate::words::HAS_ENGLISH;

/// All of it; it is heard as long as they are kept.
pub(super) fn listeners(dispatch: &Dispatch, intake: &Intake, unsaved: &Unsaved) -> Vec<EventListener> {
    let mut listeners = Vec::with_capacity(7);
    for kind in ["dragenter", "dragover", "dragleave", "drop"] {
        let intake = intake.clone();
        listeners.push(listen(&dom::ground(), kind, move |event| take_dragged(kind, event, &intake)));
    }
    let dispatching = dispatch.clone();
    listeners.push(listen(&dom::ground(), "keydown", move |event| act_on_key(event, &dispatching)));
    let dispatch = dispatch.clone();
    listeners.push(listen(&dom::ground(), "hashchange", move |_| follow_address(&dispatch)));
    // A reload does not wait for the pause to end.
    let unsaved = unsaved.clone();
    listeners.push(listen(&gloo_utils::window(), "pagehide", move |_| {
        if let Some(state) = unsaved.take() {
            storage::keep_text(&state.to_keep());
        }
    }));
    listeners
}

/// The catalogue is open while the address names it, so that every rule can be
/// linked to and the way back closes it.
pub(super) fn follow_address(dispatch: &Dispatch) {
    dispatch.dispatch(Action::CatalogueOpened(dom::address().filter(|at| names_rules(at))));
}

/// What the catalogue tells is loaded with the page, after everything else:
/// later there may be no network.
pub(super) fn load_rules(dispatch: &Dispatch, explain_rules: &Function) {
    let languages = if HAS_ENGLISH { Lang::ALL } else { &[Lang::Zh] };
    for &lang in languages {
        let promise = explain_rules.call1(&JsValue::NULL, &lang.word().into());
        let Some(promise) = promise.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
            continue;
        };
        let dispatch = dispatch.clone();
        spawn_local(async move {
            if let Some(json) = JsFuture::from(promise).await.ok().and_then(|json| json.as_string()) {
                dispatch.dispatch(Action::RulesLoaded(lang, json));
            }
        });
    }
}

fn listen(target: &EventTarget, kind: &'static str, hear: impl Fn(&Event) + 'static) -> EventListener {
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, kind, active, move |event| hear(event))
}

/// Files may be dropped anywhere on the page.
fn take_dragged(kind: &str, event: &Event, intake: &Intake) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else { return };
    let Some(data) = drag.data_transfer().filter(is_for_the_page) else { return };
    // Without this the browser would leave the page for the file.
    drag.prevent_default();
    // Going from one element to the next is leaving one, too.
    let leaves = kind == "dragleave" && drag.related_target().is_none();
    dom::show_drop(!leaves && kind != "drop");
    if kind == "drop" {
        intake.take(&data);
    }
}

/// Keys that work wherever the focus is: F8 and Shift+F8 walk through the
/// findings; Ctrl+Z takes the last decision back, except in a field, where it
/// is the field's own.
fn act_on_key(event: &Event, dispatch: &Dispatch) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let with_control = key.ctrl_key() || key.meta_key();
    let action = match key.key().as_str() {
        "F8" if !with_control && !key.alt_key() => {
            Action::FindingStepped(if key.shift_key() { Direction::Previous } else { Direction::Next })
        }
        "z" if with_control && !key.shift_key() && !key.alt_key() && !dom::is_in_field(event) => {
            Action::Decided(Decision::TakenBack)
        }
        _ => return,
    };
    key.prevent_default();
    dispatch.dispatch(action);
}

/// Whether a place in the address is one of the catalogue.
fn names_rules(at: &str) -> bool {
    at == "rules" || gouji::rules::find(at).is_some()
}
