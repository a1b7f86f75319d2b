//! What is on the page, from the whole to the parts.

mod app;
mod catalogue;
mod cell_detail;
mod claims;
mod corrections;
mod finding_actions;
mod findings;
mod notices;
mod page_footer;
mod page_header;
mod repairs;
mod results;
mod rule_entry;
mod set_aside;
mod settings;
mod severity_badge;
mod source_editor;
mod source_line;
mod source_pane;
mod table_keys;
mod table_view;
mod unread;
mod verdict_line;
mod welcome;

pub(crate) use app::{App, AppProps};

use web_sys::MouseEvent;
use yew::{Callback, UseReducerDispatcher};

use crate::decisions::Decision;
use crate::dom;
use crate::state::{Action, State};

/// The way from any component to the state.
pub(crate) type Dispatch = UseReducerDispatcher<State>;

/// A press that decides something; the focus goes to the first of `then` that
/// is there afterwards, and stays where none is named.
fn deciding(dispatch: &Dispatch, decision: Decision, then: &'static [&'static str]) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(Action::Decided(decision.clone()));
        if !then.is_empty() {
            dom::focus_after_redraw(then);
        }
    })
}
