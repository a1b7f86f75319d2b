//! JSON, parsed by the browser. A parser of our own would be a fortieth of what
//! a person has to load, and every browser has one.
//!
//! The tests run where there is no browser, and have serde's.

pub(crate) use imp::Value;

#[cfg(target_arch = "wasm32")]
mod imp {
    use js_sys::{Array, JSON, Reflect};
    use wasm_bindgen::{JsCast as _, JsValue};

    /// Any JSON.
    #[derive(Default)]
    pub(crate) struct Value(JsValue);

    impl Value {
        /// What `json` says; none where it is no JSON.
        pub(crate) fn parse(json: &str) -> Option<Self> {
            JSON::parse(json).ok().map(Self)
        }

        /// A field; null where there is none.
        pub(crate) fn at(&self, name: &str) -> Self {
            Self(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default())
        }

        /// How many items a list has; none where it is no list.
        pub(crate) fn length(&self) -> Option<u32> {
            self.0.dyn_ref::<Array>().map(Array::length)
        }

        /// An item of a list; null where there is none.
        pub(crate) fn item(&self, index: u32) -> Self {
            Self(Reflect::get_u32(&self.0, index).unwrap_or_default())
        }

        /// A text.
        pub(crate) fn text(&self) -> Option<String> {
            self.0.as_string()
        }

        /// A whole number.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a double that is a whole number below 2^53 is exact"
        )]
        pub(crate) fn number(&self) -> Option<i64> {
            self.0.as_f64().filter(|number| number.fract() == 0.0).map(|number| number as i64)
        }

        /// A yes or no.
        pub(crate) fn truth(&self) -> Option<bool> {
            self.0.as_bool()
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    /// Any JSON.
    #[derive(Default)]
    pub(crate) struct Value(serde_json::Value);

    impl Value {
        /// What `json` says; none where it is no JSON.
        pub(crate) fn parse(json: &str) -> Option<Self> {
            serde_json::from_str(json).ok().map(Self)
        }

        /// A field; null where there is none.
        pub(crate) fn at(&self, name: &str) -> Self {
            Self(self.0[name].clone())
        }

        /// How many items a list has; none where it is no list.
        pub(crate) fn length(&self) -> Option<u32> {
            self.0.as_array().and_then(|items| items.len().try_into().ok())
        }

        /// An item of a list; null where there is none.
        pub(crate) fn item(&self, index: u32) -> Self {
            Self(self.0[index as usize].clone())
        }

        /// A text.
        pub(crate) fn text(&self) -> Option<String> {
            self.0.as_str().map(str::to_owned)
        }

        /// A whole number.
        pub(crate) fn number(&self) -> Option<i64> {
            self.0.as_i64()
        }

        /// A yes or no.
        pub(crate) fn truth(&self) -> Option<bool> {
            self.0.as_bool()
        }
    }
}
