//! The page of gouji: paste a report, see its tables and what is wrong with them.
//!
//! One wasm file serves the page and its worker. The page shows what the
//! checker answers and asks it again when the text changes; it decides nothing
//! about a report by itself.
//!
//! ```text
//!  components ──▶ state (reducer) ──▶ report  (the answer made ready: shape of tables, sums, names)
//!       │              │         ──▶ source  (lines and marks of the text)
//!       │              └────────────▶ storage (what survives a reload)
//!       ├──▶ intake, paste (files and rich text, turned into the editor's text)
//!       ├──▶ words (all wording, both languages)
//!       ├──▶ handover (what the program with English words is told when it takes over)
//!       └──▶ worker (the checker behind a message channel)
//! ```

mod attribute;
mod catalogue;
mod components;
mod decisions;
mod dom;
mod element;
mod embedding;
mod examples;
mod handover;
mod intake;
mod json;
mod paste;
mod reader;
mod report;
mod review_words;
mod source;
mod state;
mod storage;
mod words;
mod worker;

use js_sys::Function;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use components::{App, AppProps};

/// Checks `text`; for the worker. Options and answer are JSON, which costs less
/// to pass between threads than objects do.
///
/// # Errors
///
/// Throws where the options are not those of the contract.
#[wasm_bindgen]
pub fn check_json(text: &str, options: &str) -> Result<String, JsError> {
    let options = reader::parse(options).ok_or_else(no_options)?;
    Ok(gouji_json::check_json(text, &options)?)
}

/// The version of gouji.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Has `typist` type HTML into the field that has the focus; it says whether it did.
/// Only the page's script can declare HTML as trusted.
#[wasm_bindgen]
pub fn type_with(typist: Function) {
    dom::type_with(typist);
}

/// Puts the page into the element `app`. `make_worker` gives a loaded worker, and
/// `read_apart` has a file read by one: only the page's script can name their
/// addresses as trusted. `explain_rules` promises the explanations of the rules,
/// and `load_english` the function that leaves the place to a page with English
/// words, which is told what this one knows: its `handover`.
///
/// # Errors
///
/// Throws where the document has no element `app`.
#[wasm_bindgen]
pub fn start_page(
    make_worker: Function,
    read_apart: Function,
    explain_rules: Function,
    load_english: Function,
    handover: Option<String>,
) -> Result<Page, JsError> {
    let root = gloo_utils::document()
        .get_element_by_id("app")
        .ok_or_else(|| JsError::new("the document has no element `app`"))?;
    root.set_text_content(None);
    let props = AppProps {
        make_worker,
        read_apart,
        explain_rules,
        load_english,
        handover: handover.map(Into::into),
        embedding: None,
        started: yew::Callback::noop(),
    };
    Ok(Page { app: yew::Renderer::<App>::with_root_and_props(root, props).render() })
}

/// A page that was started.
#[wasm_bindgen]
pub struct Page {
    app: yew::AppHandle<App>,
}

#[wasm_bindgen]
impl Page {
    /// Takes the page away.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

fn no_options() -> JsError {
    JsError::new("these are no options")
}
