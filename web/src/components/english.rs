//! The way from the program without English words to the one that has them.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Dispatch;
use crate::dom;
use crate::state::{Action, English, FileState, State};

/// Loads the program with English words where it has just been asked for, and
/// leaves it the place once it is there.
pub(super) fn follow_language(
    before: Option<&State>,
    state: &State,
    load_english: &Function,
    dispatch: &Dispatch,
) {
    let is_asked = |state: &State| state.english == English::Asked;
    if is_asked(state) && !before.is_some_and(is_asked) {
        spawn_local(load(load_english.clone(), dispatch.clone()));
    }
    if before.and_then(next).is_none()
        && let Some(take_over) = next(state)
    {
        let handover = state.hand_over(dom::find("#language:focus").is_some());
        let _taken_over = take_over.call1(&JsValue::NULL, &JsValue::from_str(&handover));
    }
}

/// The function that puts the other program in the place of this one. A file that
/// is being read would come to a page that is gone, so that it is waited for.
fn next(state: &State) -> Option<&Function> {
    match &state.english {
        English::Loaded(take_over) if !matches!(state.file, Some(FileState::Reading(_))) => Some(take_over),
        _ => None,
    }
}

async fn load(load_english: Function, dispatch: Dispatch) {
    let promise = load_english.call0(&JsValue::NULL).ok();
    let loaded = match promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await.ok(),
        None => None,
    };
    dispatch.dispatch(Action::EnglishLoaded(loaded.and_then(|loaded| loaded.dyn_into().ok())));
}
