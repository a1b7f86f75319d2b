//! What the page has to say about itself: text replaced, checker restarted,
//! text too long to keep. Nothing here goes away by itself.

use gouji_json::Lang;
use yew::prelude::*;

use super::Dispatch;
use crate::dom;
use crate::state::{Action, EditNotice};
use crate::words::Words;
use crate::worker::Trouble;

#[derive(Properties, PartialEq)]
pub(crate) struct NoticesProps {
    pub(crate) lang: Lang,
    pub(crate) edit: Option<EditNotice>,
    pub(crate) can_undo: bool,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) not_kept: bool,
    pub(crate) dispatch: Dispatch,
}

#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let words = Words::of(props.lang);
    let act = |action: fn() -> Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(action());
            dom::focus_after_redraw(&["#source"]);
        })
    };
    let edit = props.edit.map(|edit| match edit {
        EditNotice::Cleared => words.cleared,
        EditNotice::ExampleLoaded => words.example_loaded,
        EditNotice::Undone => words.undone,
    });
    // The live region is there from the start: one that appears together with
    // its words is not read out by every screen reader.
    html! {
        <div class="notices">
            <div id="notice" role="status">
                if let Some(trouble) = props.trouble {
                    <p class="notice trouble">{ (words.trouble)(trouble) }</p>
                }
                if props.not_kept {
                    <p class="notice trouble" id="not-kept">{ words.storage_full }</p>
                }
                if let Some(edit) = edit {
                    <p class="notice">{ edit }</p>
                }
            </div>
            if props.trouble.is_some() || props.not_kept || edit.is_some() {
                <div class="notice-actions">
                    if edit.is_some() && props.can_undo {
                        <button type="button" id="undo" onclick={act(|| Action::Undone)}>{ words.undo }</button>
                    }
                    if matches!(props.trouble, Some(Trouble::TimedOut | Trouble::Crashed | Trouble::CannotRestart)) {
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
