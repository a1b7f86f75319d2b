//! What is on the page, from the whole to the parts.

mod app;
mod cell_detail;
mod corrections;
mod findings;
mod notices;
mod page_footer;
mod page_header;
mod results;
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

use yew::UseReducerDispatcher;

use crate::state::State;

/// The way from any component to the state.
pub(crate) type Dispatch = UseReducerDispatcher<State>;
