//! The whole page, and what ties it to the browser: the checker, the storage,
//! the files, the keys.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gouji_json::Lang;
use js_sys::Function;
use web_sys::{Element, Event};
use yew::{Callback, Component, Context, Html, Properties, TargetCast as _};

use super::Dispatch;
use super::catalogue::{CatalogueDialog, CatalogueProps};
use super::english::follow_language;
use super::notices::notices;
use super::page_footer::page_footer;
use super::page_header::page_header;
use super::page_listeners::{follow_address, listeners, load_rules};
use super::part::part;
use super::results::results;
use super::source_pane::{SourcePane, SourcePaneProps};
use crate::dom;
use crate::element::{Attr, Element as Drawn, element, landmark};
use crate::embedding::Embedding;
use crate::handover::Handover;
use crate::intake::Intake;
use crate::state::{Action, Present, State, Urgency};
use crate::storage;
use crate::words::Words;
use crate::worker::{Checker, Reply, Request};

/// How long the typing must pause before it is checked.
const TYPING_PAUSE: u32 = 80;

/// How long, in milliseconds, the first tables wait for the verdict and the
/// findings above them to be painted.
const TABLES_AFTER: u32 = 20;

/// How long changes must pause before they are kept.
const KEEPING_PAUSE: u32 = 300;

#[derive(Clone, Properties, PartialEq)]
pub(crate) struct AppProps {
    /// Gives a loaded worker.
    pub(crate) make_worker: Function,
    /// Has a file read by a worker.
    pub(crate) read_apart: Function,
    /// Promises the explanations of the rules in a language, as JSON.
    pub(crate) explain_rules: Function,
    /// Promises the function that leaves the place to the program with English
    /// words.
    pub(crate) load_english: Function,
    /// What the page told whose place this one takes.
    pub(crate) handover: Option<Rc<str>>,
    /// What the page around it asks for; none where the page is its own.
    pub(crate) embedding: Option<Rc<Embedding>>,
    /// Is given what the state is changed with.
    pub(crate) started: Callback<Dispatch>,
}

/// What the page hears.
pub(crate) enum Message {
    /// Something happened.
    Acted(Action),
    /// The typing pauses.
    TypingPaused,
    /// Nothing changed for a while.
    KeepingPaused,
    /// The verdict is painted, and the tables can be drawn.
    TablesDue,
}

/// Whether the tables are drawn: a moment after the first result, so that it is
/// painted without waiting for their three hundred cells. Once there they
/// change with every result.
enum Tables {
    /// There is no result.
    Absent,
    /// The moment is running.
    Due { _moment: Timeout },
    /// They are drawn.
    Drawn,
}

/// The state that is not kept yet; what hears that the page is left has it, too.
pub(super) type Unsaved = Rc<RefCell<Option<Present>>>;

/// The page. What waits for a pause is cancelled when it is replaced.
pub(crate) struct App {
    state: Present,
    dispatch: Dispatch,
    checker: Checker,
    intake: Intake,
    typing: Option<Timeout>,
    keeping: Option<Timeout>,
    unsaved: Unsaved,
    tables: Tables,
    /// The language of the document.
    titled: Option<Lang>,
    load_english: Function,
    /// Whether the focus was on the button of the language, which was pressed in
    /// the page before.
    focuses_language: bool,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let (props, dispatch) = (context.props(), Dispatch(context.link().clone()));
        let handover = Handover::read(props.handover.as_deref());
        let focuses_language = handover.as_ref().is_some_and(|handover| handover.is_focused);
        let state = start(handover, props.embedding.as_ref());
        let checker = Checker::start(props.make_worker.clone(), tell_replies(&dispatch));
        let intake = Intake::new(props.read_apart.clone(), dispatch.telling(Action::File));
        let unsaved = Unsaved::default();
        let listeners = listeners(&dispatch, &intake, &unsaved);
        follow_address(&dispatch);
        props.started.emit(dispatch.clone());
        let mut app = Self {
            state: Present::new(state),
            dispatch,
            checker,
            intake,
            typing: None,
            keeping: None,
            unsaved,
            tables: Tables::Absent,
            titled: None,
            load_english: props.load_english.clone(),
            focuses_language,
            _listeners: listeners,
        };
        app.follow_revision();
        follow_language(None, &app.state, &app.load_english, &app.dispatch);
        app
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Acted(action) => return self.act(action),
            Message::TypingPaused => self.ask(),
            Message::KeepingPaused => {
                let unsaved = self.unsaved.take();
                if let Some(state) = unsaved {
                    return self.act(Action::Kept(storage::keep_text(&state.to_keep())));
                }
            }
            Message::TablesDue if self.state.shown.is_some() => {
                self.tables = Tables::Drawn;
                return true;
            }
            Message::TablesDue => {}
        }
        false
    }

    fn changed(&mut self, context: &Context<Self>, old: &AppProps) -> bool {
        let embedding = &context.props().embedding;
        if let Some(embedding) = embedding.as_ref().filter(|_| *embedding != old.embedding) {
            self.act(Action::Embedded(Rc::clone(embedding)));
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (state, dispatch) = (&self.state, &self.dispatch);
        let words = Words::of(state.lang);
        let embedding = context.props().embedding.as_deref();
        let shows = |part: &str| embedding.is_none_or(|embedding| embedding.shows(part));
        let mut page = element("div.gouji")
            .class_when(state.elder, "elder")
            .set(Attr::Lang, words.html_lang)
            .set(Attr::DataDrop, words.drop_here)
            .on_click(Callback::from(|event: Event| follow_link(&event)));
        if let Some(embedding) = embedding {
            page = page.class("embedded").class_when(!embedding.classes.is_empty(), &embedding.classes);
        }
        let skip_links = element("nav.skip-links")
            .set(Attr::AriaLabel, words.skip_to_results)
            .child(skip_to("#source", words.skip_to_source))
            .child(skip_to("#results", words.skip_to_results));
        let source = SourcePaneProps {
            state: state.clone(),
            intake: self.intake.clone(),
            readonly: embedding.is_some_and(|embedding| embedding.readonly),
            dispatch: dispatch.clone(),
        };
        let tables_drawn = state.shown.is_some() && matches!(self.tables, Tables::Drawn);
        let panes = landmark("main.panes", "div.panes")
            .html(if shows("source") { part::<SourcePane>(source, None) } else { Html::default() })
            .html(results(state, tables_drawn, words, dispatch));
        let catalogue = state.catalogue.clone().map_or_else(Html::default, |at| {
            let (state, dispatch) = (state.clone(), dispatch.clone());
            part::<CatalogueDialog>(CatalogueProps { at, state, dispatch }, None)
        });
        page.child(skip_links)
            .maybe(shows("header").then(|| page_header(state, words, dispatch)))
            .child(notices(state, words, &self.intake, dispatch))
            .child(panes)
            .maybe(shows("footer").then(|| page_footer(words)))
            .html(catalogue)
            .into()
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            load_rules(&self.dispatch, &context.props().explain_rules);
            if self.focuses_language {
                dom::focus_first("#language");
            }
        }
        if self.state.shown.is_some() && matches!(self.tables, Tables::Absent) {
            self.tables = Tables::Due { _moment: self.dispatch.later(TABLES_AFTER, Message::TablesDue) };
        }
        if self.titled != Some(self.state.lang) && !dom::is_embedded() {
            self.titled = Some(self.state.lang);
            let (document, words) = (gloo_utils::document(), Words::of(self.state.lang));
            document.set_title(words.document_title);
            if let Some(root) = document.document_element() {
                let _set = root.set_attribute("lang", words.html_lang);
            }
        }
    }
}

impl App {
    /// Lets something happen. Tells whether anything changed by it.
    fn act(&mut self, action: Action) -> bool {
        let after = self.state.after(action);
        if after == self.state {
            return false;
        }
        let before = std::mem::replace(&mut self.state, after);
        let state = &self.state;
        let settings = state.settings();
        if before.settings() != settings {
            storage::keep_settings(&settings);
        }
        if state.shown.is_none() {
            self.tables = Tables::Absent;
        }
        follow_language(Some(&before), state, &self.load_english, &self.dispatch);
        if before.revision != state.revision {
            self.follow_revision();
        }
        true
    }

    /// Has what is new checked and kept. The checker is asked here and not when
    /// the page is drawn: while the page draws the text, the worker already
    /// checks it, and both come to the screen in one frame.
    fn follow_revision(&mut self) {
        self.unsaved.replace(Some(self.state.clone()));
        self.keeping = Some(self.dispatch.later(KEEPING_PAUSE, Message::KeepingPaused));
        self.typing = None;
        if self.state.text.is_empty() {
            return;
        }
        match self.state.urgency {
            Urgency::AtOnce => self.ask(),
            Urgency::WhenTypingPauses => {
                self.typing = Some(self.dispatch.later(TYPING_PAUSE, Message::TypingPaused));
            }
            Urgency::NotYet => {}
        }
    }

    fn ask(&self) {
        let state = &self.state;
        let text = Rc::clone(&state.text);
        self.checker.ask(Request { revision: state.revision, text, options: state.options() });
    }
}

/// What the page begins with: what the page before told, else what was kept and
/// what the page around asks for.
fn start(handover: Option<Handover>, embedding: Option<&Rc<Embedding>>) -> Rc<State> {
    if let Some(handover) = handover {
        let state = State::taken_over(handover);
        storage::keep_settings(&state.settings());
        return Rc::new(state);
    }
    let (text, settings) = storage::load();
    storage::keep_settings(&settings);
    let state = Rc::new(State::restored(text, settings));
    match embedding {
        Some(embedding) => state.reduce(Action::Embedded(Rc::clone(embedding))),
        None => state,
    }
}

fn tell_replies(dispatch: &Dispatch) -> Callback<Reply> {
    dispatch.telling(|reply| match reply {
        Reply::Answer(revision, view) => Action::Answered(revision, view),
        Reply::Trouble(trouble) => Action::InTrouble(trouble),
    })
}

fn skip_to(place: &'static str, words: &str) -> Drawn {
    let skip = Callback::from(move |event: Event| {
        event.prevent_default();
        dom::focus_first(place);
    });
    element("a").set(Attr::Href, place).on_click(skip).text(words)
}

/// A link to a place of the page. In a page that is not its own such a link would
/// change that page's address.
fn follow_link(event: &Event) {
    let link = event.target_dyn_into::<Element>();
    let link = link.and_then(|target| target.closest("a[href^='#']").ok().flatten());
    let place = link.and_then(|link| link.get_attribute("href"));
    if let Some(place) = place.filter(|_| dom::is_embedded()) {
        event.prevent_default();
        dom::set_address(place.trim_start_matches('#'));
    }
}
