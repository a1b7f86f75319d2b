//! The package for npm: the checker and the reader of documents as ES modules,
//! with types, and a `.tgz` as `npm pack` would make it.

use std::fs;

use anyhow::{Context as _, Result};
use gouji_site_server::workspace;

use super::hashed::Files;
use crate::site;

/// The files of the package.
pub(super) fn package() -> Result<Files> {
    let mut files = Files::new();
    for (name, bytes) in site::modules()? {
        files.insert(name, bytes);
    }
    let own = workspace().join("crates/gouji-wasm/npm");
    let read = |path: std::path::PathBuf| {
        fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    for name in ["index.js", "index.d.ts", "worker.js", "package.json", "README.md"] {
        files.insert(name.to_owned(), read(own.join(name))?);
    }
    let manifest = String::from_utf8(files["package.json"].clone())?;
    let manifest = manifest.replace("\"VERSION\"", &format!("\"{}\"", env!("CARGO_PKG_VERSION")));
    files.insert("package.json".to_owned(), manifest.into_bytes());
    for (name, path) in [
        ("gouji-report-1.schema.json", "schema/gouji-report-1.schema.json"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("LICENSE-MIT", "LICENSE-MIT"),
    ] {
        files.insert(name.to_owned(), read(workspace().join(path))?);
    }
    Ok(files)
}
