//! What the page has to say about itself: what came from where, text replaced,
//! a file that cannot be read, checker restarted, text too long to keep. Nothing
//! here goes away by itself.

use web_sys::Event;
use yew::Callback;

use super::{Dispatch, acting_then};
use crate::dom;
use crate::element::{Attr, Element, button, element};
use crate::intake::Intake;
use crate::paste::Paste;
use crate::state::{Action, EditNotice, FileState, NotKept, State};
use crate::words::Words;
use crate::worker::Trouble;

pub(crate) fn notices(state: &State, words: &Words, intake: &Intake, dispatch: &Dispatch) -> Element {
    let not_kept = state.not_kept == Some(NotKept::Unsaid);
    // What was said of the text before would be taken for the file's.
    let edit = state.edit_notice.as_ref().filter(|_| state.file.is_none());
    let mut reading = None;
    let mut failed = None;
    match &state.file {
        Some(FileState::Reading(name)) => {
            reading = Some(element("p#reading-file.notice").string((words.reading_file)(name)));
        }
        Some(FileState::Failed(name, trouble)) => {
            let sentence = (words.file_failed)(name, *trouble);
            failed = Some(element("p#file-failed.notice trouble").string(sentence));
        }
        None => {}
    }
    let calm = state.trouble.is_none() && !not_kept && failed.is_none();
    let actions = if reading.is_some() {
        Some(element("div.notice-actions").child(stop_button(words, intake, dispatch)))
    } else if calm && edit.is_none() {
        None
    } else {
        Some(actions(state, edit, words, dispatch))
    };
    let trouble = state.trouble.map(|trouble| element("p.notice trouble").text((words.trouble)(trouble)));
    // The live region is there from the start: one that appears together with
    // its words is not read out by every screen reader.
    let region = element("div#notice")
        .set(Attr::Role, "status")
        .maybe(reading)
        .maybe(failed)
        .maybe(trouble)
        .maybe(not_kept.then(|| element("p#not-kept.notice trouble").text(words.storage_full)))
        .maybe(edit.map(|edit| element("p.notice").string(said_of(edit, words))));
    element("div.notices").class_when(calm, "calm").child(region).maybe(actions)
}

fn said_of(edit: &EditNotice, words: &Words) -> String {
    let sentence = match edit {
        EditNotice::Cleared => words.cleared,
        EditNotice::ExampleLoaded => words.example_loaded,
        EditNotice::Undone => words.undone,
        EditNotice::Pasted(paste) => return (words.pasted)(paste.source, paste.is_plain),
        EditNotice::FileRead { name, source, others } => return (words.file_read)(name, *source, *others),
    };
    sentence.to_owned()
}

/// Gives up the file that is being read.
fn stop_button(words: &Words, intake: &Intake, dispatch: &Dispatch) -> Element {
    let (intake, dispatch) = (intake.clone(), dispatch.clone());
    let stop = Callback::from(move |_: Event| {
        intake.give_up();
        dispatch.dispatch(Action::FileGivenUp);
        dom::focus_after_redraw(&["#source"]);
    });
    button("button#stop-reading").on_click(stop).text(words.cancel)
}

/// What can be done about what is said.
fn actions(state: &State, edit: Option<&EditNotice>, words: &Words, dispatch: &Dispatch) -> Element {
    let act = |described, action, words: &str| {
        button(described).on_click(acting_then(dispatch, action, &["#source"])).text(words)
    };
    let other_flavour = match edit {
        Some(EditNotice::Pasted(paste)) => other_flavour(paste, words, dispatch),
        _ => None,
    };
    let can_undo = state.undo.is_some() && edit.is_some();
    let can_check =
        matches!(state.trouble, Some(Trouble::TimedOut | Trouble::Crashed | Trouble::CannotRestart));
    element("div.notice-actions")
        .maybe(other_flavour)
        .maybe(can_undo.then(|| act("button#undo", Action::Undone, words.undo)))
        .maybe(can_check.then(|| act("button#check-again", Action::CheckedAgain, words.check_again)))
        .child(act("button#dismiss.quiet", Action::NoticeDismissed, words.dismiss))
}

/// The way from the cells of what was pasted to its plain text, and back.
fn other_flavour(paste: &Paste, words: &Words, dispatch: &Dispatch) -> Option<Element> {
    let other = paste.swapped()?;
    let label = if paste.is_plain { words.use_cells } else { words.use_plain };
    let (paste, dispatch) = (paste.clone(), dispatch.clone());
    let swap = Callback::from(move |_: Event| {
        if let Some(field) = dom::source_field() {
            paste.take_out_of(&field);
            dispatch.dispatch(Action::Pasted(other.put_into(&field), other.clone()));
        }
    });
    Some(button("button#other-flavour").on_click(swap).text(label))
}
