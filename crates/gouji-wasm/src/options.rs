//! Reads the options of a call, strictly: a misspelt field would go unnoticed.
//!
//! By hand, for serde's readers of the same types would be a tenth of the module.

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
    check_options(&plain).map_err(|wrong| ["the options do not fit: ", &wrong].concat())
}

type Read<T> = fn(&JsValue) -> Result<T, String>;

fn check_options(given: &JsValue) -> Result<CheckOptions, String> {
    only(given, &["lang", "name", "report", "corrections", "profile", "set_aside", "blanks"])?;
    Ok(CheckOptions {
        lang: optional(given, "lang", |lang| word(lang, Lang::of_word))?.unwrap_or_default(),
        name: optional(given, "name", |name| or_null(name, text))?.flatten(),
        report: optional(given, "report", count)?.unwrap_or_default(),
        corrections: optional(given, "corrections", |given| list(given, correction))?.unwrap_or_default(),
        profile: optional(given, "profile", profile)?.unwrap_or_default(),
        set_aside: optional(given, "set_aside", |given| list(given, set_aside))?.unwrap_or_default(),
        blanks: optional(given, "blanks", |blanks| word(blanks, Blanks::of_word))?.unwrap_or_default(),
    })
}

fn correction(given: &JsValue) -> Result<CellCorrection, String> {
    only(given, &["cell", "printed", "value"])?;
    Ok(CellCorrection {
        cell: required(given, "cell", text)?,
        printed: required(given, "printed", text)?,
        value: required(given, "value", quantity)?,
    })
}

fn profile(given: &JsValue) -> Result<Profile, String> {
    only(given, &["levels", "year", "issuer_kind"])?;
    Ok(Profile {
        levels: optional(given, "levels", |given| list(given, rule_level))?.unwrap_or_default(),
        year: optional(given, "year", |given| or_null(given, year))?.flatten(),
        issuer_kind: optional(given, "issuer_kind", |kind| {
            or_null(kind, |kind| word(kind, IssuerKind::of_word))
        })?
        .flatten(),
    })
}

fn rule_level(given: &JsValue) -> Result<RuleLevel, String> {
    only(given, &["code", "level"])?;
    Ok(RuleLevel {
        code: required(given, "code", text)?,
        level: required(given, "level", |level| word(level, Level::of_word))?,
    })
}

fn set_aside(given: &JsValue) -> Result<SetAside, String> {
    only(given, &["id", "reason"])?;
    Ok(SetAside {
        id: required(given, "id", text)?,
        reason: optional(given, "reason", text)?.unwrap_or_default(),
    })
}

/// An object with no other fields than these.
fn only(given: &JsValue, known: &[&str]) -> Result<(), String> {
    if !given.is_object() || Array::is_array(given) {
        return Err("an object is expected".to_owned());
    }
    for name in Object::keys(given.unchecked_ref::<Object>()).iter().filter_map(|name| name.as_string()) {
        if !known.contains(&name.as_str()) {
            return Err(["there is no field `", &name, "`"].concat());
        }
    }
    Ok(())
}

/// A field that need not be there.
fn optional<T>(given: &JsValue, name: &str, read: Read<T>) -> Result<Option<T>, String> {
    let value = Reflect::get(given, &JsValue::from_str(name)).unwrap_or_default();
    if value.is_undefined() {
        return Ok(None);
    }
    read(&value).map(Some).map_err(|wrong| [name, ": ", &wrong].concat())
}

fn required<T>(given: &JsValue, name: &str, read: Read<T>) -> Result<T, String> {
    optional(given, name, read)?.ok_or_else(|| ["the field `", name, "` is missing"].concat())
}

fn or_null<T>(given: &JsValue, read: Read<T>) -> Result<Option<T>, String> {
    if given.is_null() { Ok(None) } else { read(given).map(Some) }
}

fn list<T>(given: &JsValue, read: Read<T>) -> Result<Vec<T>, String> {
    let items = given.dyn_ref::<Array>().ok_or("a list is expected")?;
    items.iter().map(|item| read(&item)).collect()
}

fn text(given: &JsValue) -> Result<String, String> {
    given.as_string().ok_or_else(|| "a text is expected".to_owned())
}

fn word<T>(given: &JsValue, of_word: fn(&str) -> Option<T>) -> Result<T, String> {
    let given = text(given)?;
    of_word(&given).ok_or_else(|| ["`", &given, "` is not known"].concat())
}

/// A whole number that a double holds exactly.
fn whole(given: &JsValue) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = given.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= EXACT)?;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
    Some(number as i64)
}

fn count(given: &JsValue) -> Result<u32, String> {
    whole(given)
        .and_then(|number| number.try_into().ok())
        .ok_or_else(|| "a whole number is expected".to_owned())
}

fn year(given: &JsValue) -> Result<u16, String> {
    whole(given).and_then(|number| number.try_into().ok()).ok_or_else(|| "a year is expected".to_owned())
}

fn quantity(given: &JsValue) -> Result<Quantity, String> {
    if let Some(count) = whole(given) {
        return Ok(Quantity::Count(count));
    }
    let decimal = given.as_string().map(Quantity::Decimal);
    decimal.ok_or_else(|| "a whole number, or a decimal as a string is expected".to_owned())
}
