//! What is on the page, from the whole to the parts.

mod app;
mod catalogue;
mod cell_detail;
mod claims;
mod correction_form;
mod corrections;
mod english;
mod finding_actions;
mod findings;
mod notices;
mod page_footer;
mod page_header;
mod page_listeners;
mod part;
mod repairs;
mod results;
mod rule_entry;
mod set_aside;
mod settings;
mod severity_badge;
mod source_editor;
mod source_line;
mod source_pane;
mod table_cells;
mod table_keys;
mod table_view;
mod unread;
mod verdict_line;
mod welcome;

pub(crate) use app::{App, AppProps};

use app::Message;
use gloo_timers::callback::Timeout;
use gouji::form::CellId;
use web_sys::Event;
use yew::html::Scope;
use yew::virtual_dom::VList;
use yew::{Callback, Html};

use crate::decisions::Decision;
use crate::dom;
use crate::element::{Attr, Element, button};
use crate::state::Action;

/// The way from any component to the state.
#[derive(Clone)]
pub(crate) struct Dispatch(Scope<App>);

/// There is one page, and one way to it.
impl PartialEq for Dispatch {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Dispatch {
    /// Lets something happen.
    #[inline(never)]
    pub(crate) fn dispatch(&self, action: Action) {
        self.0.send_message(Message::Acted(action));
    }

    /// Lets happen what is told.
    fn telling<T: 'static>(&self, action: fn(T) -> Action) -> Callback<T> {
        let dispatch = self.clone();
        Callback::from(move |told| dispatch.dispatch(action(told)))
    }

    /// Tells the page something later, unless the answer is dropped before.
    fn later(&self, milliseconds: u32, message: Message) -> Timeout {
        let page = self.0.clone();
        Timeout::new(milliseconds, move || page.send_message(message))
    }
}

/// Nodes that follow each other, matched with those before as one.
fn list(nodes: Vec<Html>) -> Html {
    VList::from(nodes).into()
}

/// A press that does something.
fn acting(dispatch: &Dispatch, action: Action) -> Callback<Event> {
    acting_then(dispatch, action, &[])
}

/// A press that decides something; the focus goes to the first of `then` that
/// is there afterwards, and stays where none is named.
fn deciding(dispatch: &Dispatch, decision: Decision, then: &'static [&'static str]) -> Callback<Event> {
    acting_then(dispatch, Action::Decided(decision), then)
}

fn acting_then(dispatch: &Dispatch, action: Action, then: &'static [&'static str]) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(action.clone());
        if !then.is_empty() {
            dom::focus_after_redraw(then);
        }
    })
}

/// A button that leads to a cell of the tables, without what is to stand on it.
fn cell_link(cell: CellId, dispatch: &Dispatch) -> Element {
    button("button.place")
        .set(Attr::Lang, "zh-CN")
        .set_string(Attr::DataCellLink, cell.to_string())
        .on_click(acting(dispatch, Action::CellChosen(cell)))
}
