//! Scripts put together from the glue of wasm-bindgen and our own parts.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};

use crate::lower;
use crate::site::Profile;

/// By which name each file is served: with or without a sum of what is in it.
pub(crate) type Names = BTreeMap<String, String>;

/// A module with the script that goes with it.
pub(crate) struct Part {
    /// What the script is called.
    pub(crate) name: &'static str,
    /// The glue, as wasm-bindgen writes it for a classic script.
    pub(crate) glue: String,
    /// Our part, a file of `web/scripts`.
    pub(crate) own: String,
    /// The module.
    pub(crate) module: Vec<u8>,
}

impl Part {
    /// One classic script: the glue as a function that gives a fresh instance of
    /// it, the names of the files and of the module, and what uses them, in one scope that leaves
    /// nothing behind on the page.
    pub(crate) fn script(&self, names: &Names, profile: Profile) -> Result<String> {
        let Self { name, glue, own, .. } = self;
        let module = format!("{name}_bg.wasm");
        let names = serde_json::to_string(names).context("names are text")?;
        let script = format!(
            "(function () {{\n'use strict';\nconst NAMES = {names};\nconst MODULE = \"{module}\";\nfunction makeGlue() {{\n{glue}\nreturn wasm_bindgen;\n}}\n{own}\n}})();\n"
        );
        match profile {
            Profile::Dev => Ok(script),
            Profile::Release => lower::script(name, &script),
        }
    }
}
