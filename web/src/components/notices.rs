//! What the page has to say about itself: text replaced, checker restarted,
//! text too long to keep. Nothing here goes away by itself.

use yew::prelude::*;

use super::Dispatch;
use crate::dom;
use crate::state::{Action, EditNotice, NotKept, State};
use crate::words::Words;
use crate::worker::Trouble;

pub(crate) fn notices(state: &State, words: &Words, dispatch: &Dispatch) -> Html {
    let not_kept = state.not_kept == Some(NotKept::Unsaid);
    let act = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(action());
            dom::focus_after_redraw(&["#source"]);
        })
    };
    let edit = state.edit_notice.map(|edit| match edit {
        EditNotice::Cleared => words.cleared,
        EditNotice::ExampleLoaded => words.example_loaded,
        EditNotice::Undone => words.undone,
    });
    // The live region is there from the start: one that appears together with
    // its words is not read out by every screen reader.
    html! {
        <div class="notices">
            <div id="notice" role="status">
                if let Some(trouble) = state.trouble {
                    <p class="notice trouble">{ (words.trouble)(trouble) }</p>
                }
                if not_kept {
                    <p class="notice trouble" id="not-kept">{ words.storage_full }</p>
                }
                if let Some(edit) = edit {
                    <p class="notice">{ edit }</p>
                }
            </div>
            if state.trouble.is_some() || not_kept || edit.is_some() {
                <div class="notice-actions">
                    if edit.is_some() && state.undo.is_some() {
                        <button type="button" id="undo" onclick={act(|| Action::Undone)}>{ words.undo }</button>
                    }
                    if matches!(state.trouble, Some(Trouble::TimedOut | Trouble::Crashed | Trouble::CannotRestart)) {
                        <button type="button" id="check-again" onclick={act(|| Action::CheckedAgain)}>
                            { words.check_again }
                        </button>
                    }
                    <button type="button" class="quiet" id="dismiss" onclick={act(|| Action::NoticeDismissed)}>
                        { words.dismiss }
                    </button>
                </div>
            }
        </div>
    }
}
