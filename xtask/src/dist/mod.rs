//! `cargo xtask dist`: everything that is handed over, in `dist/`.

mod hashed;
mod packing;
mod single_file;
mod sums;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use gouji_site_server::workspace;

use crate::command::announce;
use crate::site::{self, Profile, write};

/// What is packed for servers that send packed files as they are.
const PACKED: [&str; 6] = [".wasm", ".js", ".css", ".json", ".html", ".svg"];

/// Builds everything and writes it to `dist/`.
pub(crate) fn dist() -> Result<()> {
    let folder = site::fresh_folder(&workspace().join("dist"))?;
    let parts = site::parts(Profile::Release)?;
    let script = |name: &str| {
        let path = workspace().join("web/scripts").join(name);
        fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    announce("writing the site to dist/site");
    for (name, bytes) in hashed::site(&parts, &script("service_worker.js")?)? {
        let path = folder.join("site").join(&name);
        write(&path, &bytes)?;
        if PACKED.iter().any(|kind| name.ends_with(kind)) {
            write_packed(&path, &bytes)?;
        }
    }
    announce("writing dist/gouji.html");
    let document = single_file::document(&parts, &script("files_within.js")?)?;
    write(&folder.join("gouji.html"), document.as_bytes())?;
    Ok(())
}

/// The packed copies beside a file.
fn write_packed(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = |kind: &str| path.with_file_name(format!("{}.{kind}", path.file_name().unwrap_or_default().to_string_lossy()));
    write(&beside("gz"), &packing::gzip(bytes)?)?;
    write(&beside("br"), &packing::brotli(bytes)?)
}
