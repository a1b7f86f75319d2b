//! Reads the options of a call, strictly: a misspelt field would go unnoticed.
//!
//! By hand, for serde's readers of the same types would be a tenth of the module.
//! What does not fit is remembered and read on, for a way out at every field
//! would be as long again.

use gouji_json::{
    Blanks, CellCorrection, CheckOptions, IssuerKind, Lang, Level, Profile, Quantity, RuleLevel, SetAside,
};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::JsValue;

/// Reads the options; what is not given has its default.
///
/// # Errors
///
/// A sentence on what does not fit, and where.
pub(crate) fn read_options(given: &JsValue) -> Result<CheckOptions, String> {
    if given.is_undefined() || given.is_null() {
        return Ok(CheckOptions::default());
    }
    // By way of JSON, which leaves out what is `undefined`. A cycle or a BigInt
    // within has none.
    let plain = JSON::stringify(given).and_then(|json| JSON::parse(&String::from(json)));
    let plain = plain.map_err(|_| "the options must be plain data".to_owned())?;
    let mut reader = Reader::default();
    let options = reader.check_options(&plain);
    match reader.wrong {
        Some(wrong) => Err(["the options do not fit: ", &wrong].concat()),
        None => Ok(options),
    }
}

#[derive(Default)]
struct Reader {
    /// The fields within which the present one stands.
    within: Vec<&'static str>,
    /// The first thing that does not fit, and where.
    wrong: Option<String>,
}

impl Reader {
    fn check_options(&mut self, given: &JsValue) -> CheckOptions {
        self.only(given, &["lang", "name", "report", "corrections", "profile", "set_aside", "blanks"]);
        let mut options = CheckOptions {
            lang: self.word(given, "lang", Lang::of_word).unwrap_or_default(),
            name: if is_null(given, "name") { None } else { self.text(given, "name") },
            report: self.number(given, "report", u32::MAX.into(), "a whole number is expected").unwrap_or(0),
            ..CheckOptions::default()
        };
        for given in self.list(given, "corrections") {
            options.corrections.push(self.correction(&given));
        }
        self.leave("corrections");
        if let Some(given) = field(given, "profile") {
            self.within.push("profile");
            options.profile = self.profile(&given);
            self.leave("profile");
        }
        for given in self.list(given, "set_aside") {
            options.set_aside.push(self.set_aside(&given));
        }
        self.leave("set_aside");
        options.blanks = self.word(given, "blanks", Blanks::of_word).unwrap_or_default();
        options
    }

    fn correction(&mut self, given: &JsValue) -> CellCorrection {
        self.only(given, &["cell", "printed", "value"]);
        let (cell, printed) = (self.required_text(given, "cell"), self.required_text(given, "printed"));
        CellCorrection { cell, printed, value: self.quantity(given, "value") }
    }

    fn profile(&mut self, given: &JsValue) -> Profile {
        self.only(given, &["levels", "year", "issuer_kind"]);
        let mut profile = Profile::default();
        for given in self.list(given, "levels") {
            self.only(&given, &["code", "level"]);
            let code = self.required_text(&given, "code");
            self.require(&given, "level");
            let level = self.word(&given, "level", Level::of_word).unwrap_or(Level::Off);
            profile.levels.push(RuleLevel { code, level });
        }
        self.leave("levels");
        if !is_null(given, "year") {
            let year = self.number(given, "year", u16::MAX.into(), "a year is expected");
            profile.year = year.and_then(|year| year.try_into().ok());
        }
        if !is_null(given, "issuer_kind") {
            profile.issuer_kind = self.word(given, "issuer_kind", IssuerKind::of_word);
        }
        profile
    }

    fn set_aside(&mut self, given: &JsValue) -> SetAside {
        self.only(given, &["id", "reason"]);
        let id = self.required_text(given, "id");
        SetAside { id, reason: self.text(given, "reason").unwrap_or_default() }
    }

    /// An object with no other fields than these.
    fn only(&mut self, given: &JsValue, known: &[&str]) {
        if !given.is_object() || Array::is_array(given) {
            return self.refuse("", &["an object is expected"]);
        }
        let names = Object::keys(given.unchecked_ref::<Object>());
        for at in 0..names.length() {
            if let Some(name) = names.get(at).as_string()
                && !known.contains(&name.as_str())
            {
                self.refuse("", &["there is no field `", &name, "`"]);
            }
        }
    }

    /// The items of a field, within which what is read next stands.
    fn list(&mut self, given: &JsValue, name: &'static str) -> Vec<JsValue> {
        let mut items = Vec::new();
        if let Some(given) = field(given, name) {
            match given.dyn_ref::<Array>() {
                Some(given) => (0..given.length()).for_each(|at| items.push(given.get(at))),
                None => self.refuse(name, &["a list is expected"]),
            }
        }
        self.within.push(name);
        items
    }

    /// What is read next no longer stands within this field.
    fn leave(&mut self, name: &'static str) {
        let left = self.within.pop();
        debug_assert_eq!(left, Some(name));
    }

    fn text(&mut self, given: &JsValue, name: &str) -> Option<String> {
        let text = field(given, name)?.as_string();
        if text.is_none() {
            self.refuse(name, &["a text is expected"]);
        }
        text
    }

    fn required_text(&mut self, given: &JsValue, name: &str) -> String {
        self.require(given, name);
        self.text(given, name).unwrap_or_default()
    }

    fn word<T>(&mut self, given: &JsValue, name: &str, of_word: fn(&str) -> Option<T>) -> Option<T> {
        let word = self.text(given, name)?;
        let known = of_word(&word);
        if known.is_none() {
            self.refuse(name, &["`", &word, "` is not known"]);
        }
        known
    }

    /// A whole number that is not negative.
    fn number(&mut self, given: &JsValue, name: &str, most: i64, expected: &str) -> Option<u32> {
        let number = whole(&field(given, name)?).filter(|number| (0..=most).contains(number));
        if number.is_none() {
            self.refuse(name, &[expected]);
        }
        number.and_then(|number| number.try_into().ok())
    }

    fn quantity(&mut self, given: &JsValue, name: &str) -> Quantity {
        self.require(given, name);
        let value = field(given, name).unwrap_or_default();
        if let Some(count) = whole(&value) {
            return Quantity::Count(count);
        }
        let decimal = value.as_string();
        if decimal.is_none() {
            self.refuse(name, &["a whole number, or a decimal as a string is expected"]);
        }
        Quantity::Decimal(decimal.unwrap_or_default())
    }

    fn require(&mut self, given: &JsValue, name: &str) {
        if field(given, name).is_none() {
            self.refuse("", &["the field `", name, "` is missing"]);
        }
    }

    /// Remembers what is wrong with a field, or, without its name, with what
    /// the fields stand in.
    fn refuse(&mut self, name: &str, wrong: &[&str]) {
        if self.wrong.is_some() {
            return;
        }
        let mut sentence = String::new();
        for &name in self.within.iter().chain(&[name]) {
            if !name.is_empty() {
                sentence.push_str(name);
                sentence.push_str(": ");
            }
        }
        for words in wrong {
            sentence.push_str(words);
        }
        self.wrong = Some(sentence);
    }
}

/// A field; none where it is not there.
fn field(given: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(given, &JsValue::from_str(name)).unwrap_or_default();
    if value.is_undefined() { None } else { Some(value) }
}

fn is_null(given: &JsValue, name: &str) -> bool {
    field(given, name).is_some_and(|value| value.is_null())
}

/// A whole number that a double holds exactly.
fn whole(given: &JsValue) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = given.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= EXACT)?;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
    Some(number as i64)
}
