//! The whole page, and what ties it to the browser: the checker, the storage,
//! the keys.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gouji_json::Lang;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Element, KeyboardEvent};
use yew::prelude::*;

use super::Dispatch;
use super::catalogue::CatalogueDialog;
use super::notices::notices;
use super::page_footer::page_footer;
use super::page_header::page_header;
use super::results::results;
use super::source_pane::SourcePane;
use crate::decisions::Decision;
use crate::dom;
use crate::embedding::Embedding;
use crate::intake::{Intake, is_for_the_page};
use crate::state::{Action, Direction, Present, State, Urgency};
use crate::storage::{self, StoredSettings};
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
    /// What the page around it asks for; none where the page is its own.
    pub(crate) embedding: Option<Rc<Embedding>>,
    /// Is given what the state is changed with.
    pub(crate) started: Callback<Dispatch>,
}

#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| {
        let (text, settings) = storage::load();
        State::restored(text, settings)
    });
    use_embedding(&state.dispatcher(), props);
    use_checker(&state, &props.make_worker);
    use_keeping(&state);
    let intake = use_files(&state.dispatcher(), &props.read_apart);
    let tables_drawn = use_late_tables(state.shown.is_some());
    use_keys(&state.dispatcher());
    use_catalogue(&state.dispatcher(), &props.explain_rules);
    let words = Words::of(state.lang);
    use_effect_with(state.lang, move |_| {
        if dom::is_embedded() {
            return;
        }
        let document = gloo_utils::document();
        document.set_title(words.document_title);
        if let Some(root) = document.document_element() {
            let _set = root.set_attribute("lang", words.html_lang);
        }
    });

    let dispatch = state.dispatcher();
    let present = Present::new((*state).clone());
    let skip_to = |id: &'static str| {
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dom::focus(id);
        })
    };
    let embedding = props.embedding.as_deref();
    let shows = |part: &str| embedding.is_none_or(|embedding| embedding.shows(part));
    let classes = embedding.map(|embedding| format!("embedded {}", embedding.classes));
    let class = classes!("gouji", state.elder.then_some("elder"), classes);
    html! {
        <div class={class} lang={words.html_lang} data-drop={words.drop_here} onclick={Callback::from(follow_link)}>
            <nav class="skip-links" aria-label={words.skip_to_results}>
                <a href="#source" onclick={skip_to("source")}>{ words.skip_to_source }</a>
                <a href="#results" onclick={skip_to("results")}>{ words.skip_to_results }</a>
            </nav>
            if shows("header") {
                { page_header(state.elder, words, &dispatch) }
            }
            { notices(&state, words, &intake, &dispatch) }
            <main class="panes">
                if shows("source") {
                    <SourcePane
                        state={present.clone()}
                        intake={(*intake).clone()}
                        readonly={embedding.is_some_and(|embedding| embedding.readonly)}
                        dispatch={dispatch.clone()}
                    />
                }
                { results(&state, tables_drawn, words, &dispatch) }
            </main>
            if shows("footer") {
                { page_footer(words) }
            }
            if let Some(at) = &state.catalogue {
                <CatalogueDialog at={at.clone()} state={present} dispatch={dispatch} />
            }
        </div>
    }
}

/// Follows what the page around it asks for.
#[hook]
fn use_embedding(dispatch: &Dispatch, props: &AppProps) {
    {
        let (dispatch, started) = (dispatch.clone(), props.started.clone());
        use_effect_with((), move |()| started.emit(dispatch));
    }
    let dispatch = dispatch.clone();
    use_effect_with(props.embedding.clone(), move |embedding| {
        if let Some(embedding) = embedding {
            dispatch.dispatch(Action::Embedded(Rc::clone(embedding)));
        }
    });
}

/// A link to a place of the page. In a page that is not its own such a link would
/// change that page's address.
fn follow_link(event: MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
    let place = link.and_then(|link| link.get_attribute("href"));
    if let Some(place) = place.filter(|_| dom::is_embedded()) {
        event.prevent_default();
        dom::set_address(place.trim_start_matches('#'));
    }
}

/// Asks the checker whenever something changed that bears on the answer.
#[hook]
fn use_checker(state: &UseReducerHandle<State>, make_worker: &Function) {
    let dispatch = state.dispatcher();
    let checker = {
        let make_worker = make_worker.clone();
        use_memo((), move |()| {
            let reply = Callback::from(move |reply| {
                dispatch.dispatch(match reply {
                    Reply::Answer(revision, view) => Action::Answered(revision, view),
                    Reply::Trouble(trouble) => Action::InTrouble(trouble),
                });
            });
            Checker::start(make_worker, reply)
        })
    };
    let request = || Request { revision: state.revision, text: state.text.clone(), options: state.options() };
    let to_check = !state.text.is_empty();
    // Asked here and not in an effect: while the page draws the text, the worker
    // already checks it, and both come to the screen in one frame.
    use_memo(state.revision, |_| {
        if to_check && state.urgency == Urgency::AtOnce {
            checker.ask(request());
        }
    });
    // Replacing it cancels the pause that was running.
    let pause = use_mut_ref(|| None::<Timeout>);
    let later = (to_check && state.urgency == Urgency::WhenTypingPauses).then(request);
    use_effect_with(state.revision, move |_| {
        *pause.borrow_mut() = later.map(|request| Timeout::new(TYPING_PAUSE, move || checker.ask(request)));
    });
}

/// Whether the tables are drawn: a moment after the first result, so that it is
/// painted without waiting for their three hundred cells. Once there they
/// change with every result.
#[hook]
fn use_late_tables(has_result: bool) -> bool {
    let drawn = use_state_eq(|| false);
    {
        let drawn = drawn.clone();
        use_effect_with(has_result, move |&has_result| {
            let later = has_result.then(|| {
                let drawn = drawn.clone();
                Timeout::new(TABLES_AFTER, move || drawn.set(true))
            });
            if !has_result {
                drawn.set(false);
            }
            move || drop(later)
        });
    }
    has_result && *drawn
}

/// Keeps text and settings for a reload of the tab.
#[hook]
fn use_keeping(state: &UseReducerHandle<State>) {
    let profile = state.decided.profile.clone();
    use_effect_with(StoredSettings { lang: state.lang, elder: state.elder, profile }, storage::keep_settings);
    let unsaved: Rc<RefCell<Option<(Timeout, Present)>>> = use_mut_ref(|| None);
    let dispatch = state.dispatcher();
    let present = Present::new((**state).clone());
    {
        let unsaved = Rc::clone(&unsaved);
        use_effect_with(state.revision, move |_| {
            let pending = Rc::clone(&unsaved);
            let timeout = Timeout::new(KEEPING_PAUSE, move || {
                let state = pending.borrow_mut().take().map(|(_, state)| state);
                if let Some(state) = state {
                    dispatch.dispatch(Action::Kept(storage::keep_text(&state.to_keep())));
                }
            });
            *unsaved.borrow_mut() = Some((timeout, present));
        });
    }
    // A reload does not wait for the pause to end.
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo_utils::window(), "pagehide", move |_| {
            if let Some((_, state)) = unsaved.borrow_mut().take() {
                storage::keep_text(&state.to_keep());
            }
        });
        move || drop(listener)
    });
}

/// Files may be dropped anywhere on the page.
#[hook]
fn use_files(dispatch: &Dispatch, read_apart: &Function) -> Rc<Intake> {
    let intake = {
        let (dispatch, read_apart) = (dispatch.clone(), read_apart.clone());
        use_memo((), move |()| {
            Intake::new(read_apart, Callback::from(move |news| dispatch.dispatch(Action::File(news))))
        })
    };
    let taking = Rc::clone(&intake);
    use_effect_with((), move |()| {
        let listeners = ["dragenter", "dragover", "dragleave", "drop"].map(|kind| {
            let (active, intake) = (EventListenerOptions::enable_prevent_default(), Rc::clone(&taking));
            EventListener::new_with_options(&dom::ground(), kind, active, move |event| {
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
            })
        });
        move || drop(listeners)
    });
    intake
}

/// Keys that work wherever the focus is: F8 and Shift+F8 walk through the
/// findings; Ctrl+Z takes the last decision back, except in a field, where it
/// is the field's own.
#[hook]
fn use_keys(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let active = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&dom::ground(), "keydown", active, move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let with_control = key.ctrl_key() || key.meta_key();
            let action = match key.key().as_str() {
                "F8" if !with_control && !key.alt_key() => Action::FindingStepped(if key.shift_key() {
                    Direction::Previous
                } else {
                    Direction::Next
                }),
                "z" if with_control && !key.shift_key() && !key.alt_key() && !dom::is_in_field(event) => {
                    Action::Decided(Decision::TakenBack)
                }
                _ => return,
            };
            key.prevent_default();
            dispatch.dispatch(action);
        });
        move || drop(listener)
    });
}

/// The catalogue is open while the address names it, so that every rule can be
/// linked to and the way back closes it. What it tells is loaded with the page,
/// after everything else: later there may be no network.
#[hook]
fn use_catalogue(dispatch: &Dispatch, explain_rules: &Function) {
    let (dispatch, explain_rules) = (dispatch.clone(), explain_rules.clone());
    use_effect_with((), move |()| {
        for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            let promise = explain_rules.call1(&JsValue::NULL, &name.into());
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
        let follow =
            move || dispatch.dispatch(Action::CatalogueOpened(dom::address().filter(|at| names_rules(at))));
        follow();
        let listener = EventListener::new(&dom::ground(), "hashchange", move |_| follow());
        move || drop(listener)
    });
}

/// Whether a place in the address is one of the catalogue.
fn names_rules(at: &str) -> bool {
    at == "rules" || gouji::rules::find(at).is_some()
}
