//! The checker for JavaScript: [`check`] takes a text and gives a plain object.
//!
//! The object is the JSON contract of `gouji-json`, value for value and in the
//! same order, so that `JSON.stringify(check(text))` is what the command line
//! prints. Nothing has to be freed. Whatever goes wrong is thrown as an `Error`
//! with a `code`.

mod options;

use gouji_json::ErrorCode;
use js_sys::WebAssembly::RuntimeError;
use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

use self::options::read_options;

/// What is said of a mistake in gouji itself.
const STOPPED: &str = "gouji stopped because of a mistake of its own; load a fresh instance";

/// The type of everything that [`check`] throws.
#[wasm_bindgen(typescript_custom_section)]
const GOUJI_ERROR: &str = r"
/**
 * What `check` throws.
 */
export interface GoujiError extends Error {
    /**
     * What was wrong. After `internal` this instance of the module must not be
     * used again; load a fresh one.
     */
    readonly code: ErrorCode;
}
";

/// Checks the annual report in `text` and returns all that is known of it.
///
/// The same text and options give the same object. Ranges are UTF-16 offsets,
/// as `text.slice` takes them. A surrogate that stands alone counts as U+FFFD.
///
/// # Errors
///
/// Throws a {@link GoujiError} where `text` is not a string, or `options` has
/// an unknown field, a value of another type, or a correction that fits no cell.
// A `String` would be converted without looking, and a number or an object
// would be checked as an empty text.
#[wasm_bindgen(unchecked_return_type = "CheckedReport")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let (text, options) = (text.clone(), options.clone());
    stopped_is_internal(Closure::once(move || checked(&text, &options)))
}

/// Runs the closure. Where it panics, which stops the module, the exception that
/// JavaScript sees gets the code `internal`. The instance cannot be trusted
/// afterwards: a worker that sees this code is to be started anew.
fn stopped_is_internal(work: Closure<dyn FnMut() -> Result<JsValue, JsValue>>) -> Result<JsValue, JsValue> {
    let function: Function = work.into_js_value().unchecked_into();
    function.call0(&JsValue::NULL).map_err(|thrown| {
        if thrown.has_type::<RuntimeError>() { error(ErrorCode::Internal, STOPPED) } else { thrown }
    })
}

fn checked(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let text = text
        .as_string()
        .ok_or_else(|| error(ErrorCode::TextNotAString, "the text to check must be a string"))?;
    let options = read_options(options).map_err(|wrong| error(ErrorCode::InvalidOptions, &wrong))?;
    let json =
        gouji_json::check_json(&text, &options).map_err(|wrong| error(wrong.code(), &wrong.to_string()))?;
    JSON::parse(&json)
}

/// The version of gouji.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// An `Error` with a `code`.
fn error(code: ErrorCode, message: &str) -> JsValue {
    let error = JsValue::from(js_sys::Error::new(message));
    // A fresh error object takes every property.
    let _ = Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(code.word()));
    error
}
