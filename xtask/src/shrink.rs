//! What is shipped to a browser without the long names by which a module and its
//! glue know each other.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Output;

/// Writes the module and its glue with short names for what the module takes
/// from the glue. wasm-bindgen gives each a name of some forty characters that
/// stands in both files and that no compression can do much about.
pub(crate) fn emit_with_short_names(output: &mut Output, glue: &Path) -> Result<()> {
    let mut renamed = Vec::new();
    for (index, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        let short = format!("i{index}");
        renamed.push((std::mem::replace(&mut import.name, short.clone()), short));
    }
    let folder = glue.parent().context("the glue lies in a folder")?;
    output.emit(folder)?;
    let mut script = fs::read_to_string(glue)?;
    for (long, short) in renamed {
        // The name of a property, at the start of its line.
        let (long, short) = (format!(" {long}: function("), format!(" {short}: function("));
        script = match script.matches(&long).count() {
            1 => script.replacen(&long, &short, 1),
            found => {
                anyhow::bail!("the glue names{long} {found} times; has wasm-bindgen changed how it writes?")
            }
        };
    }
    fs::write(glue, script).with_context(|| format!("{} could not be written", glue.display()))
}
