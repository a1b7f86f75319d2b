//! The package for npm: the checker and the reader of documents as ES modules
//! with types, a worker, and the folder of the element.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use gouji_site_server::workspace;

use super::element;
use super::hashed::Files;
use crate::site;

/// Where our own part of the package lies.
const OWN: &str = "crates/gouji-wasm/npm";

/// What of it is shipped as it stands.
const AS_THEY_STAND: [&str; 7] =
    ["gouji.js", "index.js", "index.d.ts", "node.js", "worker_node.js", "package.json", "README.md"];

/// The folder of the element within the package.
const WIDGET: &str = "widget";

/// The files of the package; `widget` is the folder that a site uploads.
pub(super) fn package(widget: &Files) -> Result<Files> {
    let own = Path::new(OWN);
    let mut files = site::modules(&format!("{OWN}/worker.js"))?;
    for name in AS_THEY_STAND {
        files.insert(name.to_owned(), read(&own.join(name))?);
    }
    let manifest = String::from_utf8(files["package.json"].clone())?;
    let manifest = manifest.replace("\"VERSION\"", &format!("\"{}\"", env!("CARGO_PKG_VERSION")));
    files.insert("package.json".to_owned(), manifest.into_bytes());
    for name in ["schema/gouji-report-1.schema.json", "LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(name.trim_start_matches("schema/").to_owned(), read(Path::new(name))?);
    }
    for (name, bytes) in widget.iter().filter(|(name, _)| !is_for_uploaders(name)) {
        files.insert(format!("{WIDGET}/{name}"), bytes.clone());
    }
    files.insert("custom-elements.json".to_owned(), element::manifest_of_package(WIDGET)?.into_bytes());
    // The package has these of its own, or for all of it.
    files.remove(&format!("{WIDGET}/custom-elements.json"));
    if let Some(licences) = files.remove(&format!("{WIDGET}/LICENSES.txt")) {
        files.insert("LICENSES.txt".to_owned(), licences);
    }
    Ok(files)
}

/// The guide and the examples, which go with the archive.
fn is_for_uploaders(name: &str) -> bool {
    name.starts_with("demo/") || !name.is_ascii()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(workspace().join(path)).with_context(|| format!("{} could not be read", path.display()))
}
