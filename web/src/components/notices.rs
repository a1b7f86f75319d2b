//! What the page has to say about itself: what came from where, text replaced,
//! a file that cannot be read, checker restarted, text too long to keep. Nothing
//! here goes away by itself.

use std::rc::Rc;

use yew::prelude::*;

use super::Dispatch;
use crate::dom;
use crate::intake::Intake;
use crate::paste::Paste;
use crate::state::{Action, EditNotice, FileState, NotKept, State};
use crate::words::Words;
use crate::worker::Trouble;

pub(crate) fn notices(state: &State, words: &Words, intake: &Rc<Intake>, dispatch: &Dispatch) -> Html {
    let not_kept = state.not_kept == Some(NotKept::Unsaid);
    let act = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(action());
            dom::focus_after_redraw(&["#source"]);
        })
    };
    // What was said of the text before would be taken for the file's.
    let edit = state.edit_notice.as_ref().filter(|_| state.file.is_none());
    let other_flavour = match edit {
        Some(EditNotice::Pasted(paste)) => other_flavour(paste, words, dispatch),
        _ => None,
    };
    let can_undo = state.undo.is_some() && edit.is_some();
    let edit = edit.map(|edit| match edit {
        EditNotice::Cleared => words.cleared.to_owned(),
        EditNotice::ExampleLoaded => words.example_loaded.to_owned(),
        EditNotice::Undone => words.undone.to_owned(),
        EditNotice::Pasted(paste) => (words.pasted)(paste.source, paste.is_plain),
        EditNotice::FileRead { name, source, others } => (words.file_read)(name, *source, *others),
    });
    let stop = {
        let (intake, dispatch) = (Rc::clone(intake), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            intake.give_up();
            dispatch.dispatch(Action::FileGivenUp);
            dom::focus_after_redraw(&["#source"]);
        })
    };
    let (reading, failed) = match &state.file {
        Some(FileState::Reading(name)) => (Some((words.reading_file)(name)), None),
        Some(FileState::Failed(name, trouble)) => (None, Some((words.file_failed)(name, *trouble))),
        None => (None, None),
    };
    let calm = state.trouble.is_none() && !not_kept && failed.is_none();
    // The live region is there from the start: one that appears together with
    // its words is not read out by every screen reader.
    html! {
        <div class={classes!("notices", calm.then_some("calm"))}>
            <div id="notice" role="status">
                if let Some(reading) = &reading {
                    <p class="notice" id="reading-file">{ reading }</p>
                }
                if let Some(failed) = &failed {
                    <p class="notice trouble" id="file-failed">{ failed }</p>
                }
                if let Some(trouble) = state.trouble {
                    <p class="notice trouble">{ (words.trouble)(trouble) }</p>
                }
                if not_kept {
                    <p class="notice trouble" id="not-kept">{ words.storage_full }</p>
                }
                if let Some(edit) = &edit {
                    <p class="notice">{ edit }</p>
                }
            </div>
            if reading.is_some() {
                <div class="notice-actions">
                    <button type="button" id="stop-reading" onclick={stop}>{ words.cancel }</button>
                </div>
            } else if state.trouble.is_some() || not_kept || edit.is_some() || failed.is_some() {
                <div class="notice-actions">
                    { other_flavour }
                    if can_undo {
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

/// The way from the cells of what was pasted to its plain text, and back.
fn other_flavour(paste: &Paste, words: &Words, dispatch: &Dispatch) -> Option<Html> {
    let other = paste.swapped()?;
    let label = if paste.is_plain { words.use_cells } else { words.use_plain };
    let (paste, dispatch) = (paste.clone(), dispatch.clone());
    let swap = Callback::from(move |_: MouseEvent| {
        if let Some(field) = dom::source_field() {
            paste.take_out_of(&field);
            dispatch.dispatch(Action::Pasted(other.put_into(&field), other.clone()));
        }
    });
    Some(html! { <button type="button" id="other-flavour" onclick={swap}>{ label }</button> })
}
