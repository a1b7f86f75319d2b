//! `gouji.html`: the whole application in one file, for machines without any
//! network. It opens by double click, and its policy lets it connect to nothing.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::packing;
use crate::lower;
use crate::script::Names;
use crate::site::Parts;

/// What the page may do when it is opened from a disk: run its own scripts and
/// workers, and reach nothing. Engines before Chromium 97 know WebAssembly's
/// permission by its older name only.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The files that lie in the document. Of the two programs it is the one that has
/// both languages.
const WITHIN: [&str; 5] =
    ["gouji_en_bg.wasm", "convert_bg.wasm", "convert.js", "rules.zh.json", "rules.en.json"];

/// The style sheets of the page.
const STYLES: [&str; 3] = ["app.css", "stacked.css", "dark.css"];

/// The document.
pub(super) fn document(parts: &Parts, files_within: &str) -> Result<String> {
    let files = parts.site(&Names::new())?;
    let text = |name: &str| -> Result<String> {
        let bytes = files.get(name).with_context(|| format!("there is no {name}"))?;
        String::from_utf8(bytes.clone()).with_context(|| format!("{name} is no text"))
    };
    let mut within = String::new();
    for name in WITHIN {
        let bytes = files.get(name).with_context(|| format!("there is no {name}"))?;
        let packed = STANDARD.encode(packing::deflate(bytes)?);
        writeln!(
            within,
            "<script type=\"text/plain\" data-file=\"{name}\" data-size=\"{}\">{packed}</script>",
            bytes.len()
        )?;
    }
    let prelude = lower::script("files_within.js", files_within)?;
    let mut document = text("index.html")?;
    replace_policy(&mut document)?;
    // The same conditions hold for a style in the document.
    for name in STYLES {
        let style = text(name)?;
        let link = format!("<link rel=\"stylesheet\" href=\"{name}\"");
        let start = document.find(&link).with_context(|| format!("index.html has no {link}"))?;
        let end = start + document[start..].find('>').context("an element ends")?;
        let condition = document[start + link.len()..end].to_owned();
        document.replace_range(start..=end, &format!("<style{condition}>{}</style>", inline(&style)?));
    }
    replace(&mut document, "<link rel=\"manifest\" href=\"manifest.webmanifest\">", "")?;
    replace(&mut document, "<script src=\"gouji.js\" defer></script>", "")?;
    let scripts = format!(
        "{within}<script>{}</script>\n<script>{}</script>\n  </body>",
        inline(&prelude)?,
        inline(&text("gouji_en.js")?)?
    );
    replace(&mut document, "</body>", &scripts)?;
    Ok(document)
}

/// Puts the file's own policy in the place of the site's.
fn replace_policy(document: &mut String) -> Result<()> {
    const BEFORE: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let start = document.find(BEFORE).context("index.html has a policy")? + BEFORE.len();
    let end = start + document[start..].find('"').context("the policy ends")?;
    document.replace_range(start..end, POLICY);
    Ok(())
}

fn replace(document: &mut String, what: &str, by: &str) -> Result<()> {
    if document.matches(what).count() != 1 {
        bail!("index.html should have `{what}` once");
    }
    *document = document.replacen(what, by, 1);
    Ok(())
}

/// What can stand in an element as it is.
fn inline(source: &str) -> Result<&str> {
    if source.contains("</script") || source.contains("</style") || source.contains("<!--") {
        bail!("a script or style that speaks of its own element cannot stand in a document");
    }
    Ok(source)
}
