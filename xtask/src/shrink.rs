//! What is shipped to a browser without what only people read: comments,
//! indentation, and the long names by which a module and its glue know each other.

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

/// Takes comments on lines of their own and indentation out of a script or a
/// style sheet. Lines stay lines, so that nothing depends on where a statement
/// ends; what stands inside a line is not touched.
pub(crate) fn without_comments(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The same, for the scripts and style sheets right in a folder.
pub(crate) fn take_comments_out(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "js" || kind == "css") {
            let source = fs::read_to_string(&path)?;
            fs::write(&path, without_comments(&source))
                .with_context(|| format!("{} could not be written", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_lines_stay() {
        let script = "/**\n * Says.\n */\nfunction a() {\n    // why\n    return b // here\n}\n\n/* one line */\nc = '/* x */';\n";
        assert_eq!(without_comments(script), "function a() {\nreturn b // here\n}\nc = '/* x */';\n");
        let style = "/* Page\n *\n * more */\n.a {\n  content: \"//\";\n}\n";
        assert_eq!(without_comments(style), ".a {\ncontent: \"//\";\n}\n");
    }
}
