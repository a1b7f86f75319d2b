//! The page as a part of another one: drawn into a shadow root, told by the
//! host's attributes what to show, and asked and told through a handle.

use std::cell::RefCell;
use std::rc::Rc;

use gouji_convert::from_html;
use gouji_json::{Lang, Profile};
use js_sys::Function;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::{Element, ShadowRoot};
use yew::Callback;

use crate::components::{App, AppProps, Dispatch};
use crate::json::Value;
use crate::reader::{self, ReadJson};
use crate::state::Action;
use crate::{dom, no_options};

/// What the host asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Embedding {
    /// The language.
    pub(crate) lang: Lang,
    /// Whether everything is large.
    pub(crate) elder: bool,
    /// Whether the text can be read and not changed.
    pub(crate) readonly: bool,
    /// The parts that are not shown.
    pub(crate) hidden: Vec<String>,
    /// The classes that make it light, dark or compact.
    pub(crate) classes: String,
    /// Levels, year and kind of organ.
    pub(crate) profile: Profile,
}

impl Embedding {
    /// Whether a part is shown.
    pub(crate) fn shows(&self, part: &str) -> bool {
        self.hidden.iter().all(|hidden| hidden != part)
    }
}

impl ReadJson for Embedding {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        Self {
            lang: Lang::read_json(value.at("lang"), sound),
            elder: bool::read_json(value.at("elder"), sound),
            readonly: bool::read_json(value.at("readonly"), sound),
            hidden: Vec::read_json(value.at("hide"), sound),
            classes: String::read_json(value.at("classes"), sound),
            profile: Profile::read_json(value.at("profile"), sound),
        }
    }
}

/// A checker in another page.
#[wasm_bindgen]
pub struct Widget {
    app: yew::AppHandle<App>,
    props: AppProps,
    told: Rc<RefCell<Told>>,
}

/// What the host tells before the checker is drawn waits until it is.
enum Told {
    Waiting(Vec<Action>),
    At(Dispatch),
}

#[wasm_bindgen]
impl Widget {
    /// Draws a checker into `place`, an element of the shadow root `root`.
    /// `options` is JSON, as the widget's script writes it; the functions are those
    /// of [`crate::start_page`].
    ///
    /// # Errors
    ///
    /// Throws where the options are none.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "they come from a script, which has no shorter way")]
    pub fn new(
        root: ShadowRoot,
        place: Element,
        options: &str,
        make_worker: Function,
        read_apart: Function,
        explain_rules: Function,
        load_english: Function,
        handover: Option<String>,
    ) -> Result<Self, JsError> {
        let embedding = reader::parse(options).ok_or_else(no_options)?;
        dom::live_in(root, place.clone());
        let told = Rc::new(RefCell::new(Told::Waiting(Vec::new())));
        let started = {
            let told = Rc::clone(&told);
            Callback::from(move |dispatch: Dispatch| {
                let before = told.replace(Told::At(dispatch.clone()));
                if let Told::Waiting(actions) = before {
                    for action in actions {
                        dispatch.dispatch(action);
                    }
                }
            })
        };
        let embedding = Some(Rc::new(embedding));
        let handover = handover.map(Rc::from);
        let props =
            AppProps { make_worker, read_apart, explain_rules, load_english, handover, embedding, started };
        let app = yew::Renderer::<App>::with_root_and_props(place, props.clone()).render();
        Ok(Self { app, props, told })
    }

    /// Other attributes of the host's.
    ///
    /// # Errors
    ///
    /// Throws where the options are none.
    pub fn set_options(&mut self, options: &str) -> Result<(), JsError> {
        let embedding = reader::parse(options).ok_or_else(no_options)?;
        self.props.embedding = Some(Rc::new(embedding));
        self.app.update(self.props.clone());
        Ok(())
    }

    /// Puts a text into the editor.
    pub fn set_text(&self, text: &str) {
        self.tell(Action::Given(text.into()));
    }

    /// Puts a part of a page into the editor, its tables with their cells, and
    /// says as what text. What cannot be read as one is left.
    pub fn set_html(&self, html: &str) -> Option<String> {
        let converted = from_html(html).ok()?;
        self.tell(Action::Given(converted.text.as_str().into()));
        Some(converted.text)
    }

    /// Chooses the finding of this name.
    pub fn focus_finding(&self, id: String) {
        self.tell(Action::FindingNamed(id));
    }

    /// Takes the checker away.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

impl Widget {
    fn tell(&self, action: Action) {
        match &mut *self.told.borrow_mut() {
            Told::Waiting(actions) => actions.push(action),
            Told::At(dispatch) => dispatch.dispatch(action),
        }
    }
}
