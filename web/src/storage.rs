//! What survives a reload of the tab, in `sessionStorage`.
//!
//! It belongs to the tab alone and goes with it, so nothing is left on a
//! machine that others use.

use gouji_json::{CellCorrection, Lang, Profile, SetAside, WriteJson as _, write_objects};

use crate::dom;
use crate::json::Value;
use crate::reader::read;

const TEXT: &str = "gouji.text.1";
const SETTINGS: &str = "gouji.settings.1";

/// The text and what a person did with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StoredText {
    /// The text.
    pub(crate) text: String,
    /// The corrections.
    pub(crate) corrections: Vec<CellCorrection>,
    /// The findings set aside.
    pub(crate) set_aside: Vec<SetAside>,
    /// Which report of the text is checked.
    pub(crate) report: u32,
}

/// How reports are shown and checked. Kept apart, so that it survives a text too long to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StoredSettings {
    /// The language.
    pub(crate) lang: Lang,
    /// Whether everything is large.
    pub(crate) elder: bool,
    /// How reports are checked.
    pub(crate) profile: Profile,
}

write_objects! {
    StoredText { text, corrections, set_aside, report }
    StoredSettings { lang, elder, profile }
}

/// What was kept, or nothing; something unreadable counts as nothing.
pub(crate) fn load() -> (StoredText, StoredSettings) {
    let kept = |key: &str| {
        let json = storage().and_then(|storage| storage.get_item(key).ok().flatten());
        json.and_then(|json| Value::parse(&json)).unwrap_or_default()
    };
    let (text, settings) = (kept(TEXT), kept(SETTINGS));
    let stored = StoredText {
        text: read(text.at("text")).unwrap_or_default(),
        corrections: read(text.at("corrections")).unwrap_or_default(),
        set_aside: read(text.at("set_aside")).unwrap_or_default(),
        report: read(text.at("report")).unwrap_or_default(),
    };
    let lang = read(settings.at("lang")).unwrap_or_default();
    let elder = read(settings.at("elder")).unwrap_or_default();
    // A newer page may no longer know a rule of it, and the checker would refuse all.
    let profile = read(settings.at("profile")).filter(|profile| gouji_json::profile(profile).is_ok());
    let profile = profile.unwrap_or_default();
    (stored, StoredSettings { lang, elder, profile })
}

/// Keeps the text. False where the browser has no room for it: then nothing is
/// kept, rather than an older text that would come back instead.
pub(crate) fn keep_text(stored: &StoredText) -> bool {
    if dom::is_embedded() {
        return true;
    }
    if stored.text.is_empty() && stored.corrections.is_empty() && stored.set_aside.is_empty() {
        forget(TEXT);
        return true;
    }
    let kept = keep(TEXT, &stored.to_json());
    if !kept {
        forget(TEXT);
    }
    kept
}

/// Keeps the settings.
pub(crate) fn keep_settings(settings: &StoredSettings) {
    // Without room or without storage they simply do not survive; nothing is lost.
    let _kept = keep(SETTINGS, &settings.to_json());
}

fn keep(key: &str, json: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, json).is_ok())
}

fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _removed = storage.remove_item(key);
    }
}

/// None where the browser forbids it, as some do in a sandboxed frame.
fn storage() -> Option<web_sys::Storage> {
    // What is typed into a widget is no business of the page around it.
    if dom::is_embedded() {
        return None;
    }
    gloo_utils::window().session_storage().ok().flatten()
}
