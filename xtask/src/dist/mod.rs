//! `cargo xtask dist`: everything that is handed over, in `dist/`.

mod element;
mod hashed;
mod npm;
mod packing;
mod parts_list;
mod reproducible;
mod single_file;
mod sizes;
mod sums;
mod widget;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use gouji_site_server::{dist_folder, workspace};

use self::parts_list::Inside;
use crate::command::announce;
use crate::site::{self, Profile, write};

/// What is packed for servers that send packed files as they are.
const PACKED: [&str; 6] = [".wasm", ".js", ".css", ".json", ".html", ".svg"];

/// Builds everything twice, the second time elsewhere, and compares.
pub(crate) fn check_reproducible() -> Result<()> {
    dist()?;
    reproducible::check()
}

/// Builds everything and writes it to `dist/`.
pub(crate) fn dist() -> Result<()> {
    let folder = site::fresh_folder(&dist_folder())?;
    let parts = site::parts(Profile::Release)?;
    let script = |name: &str| {
        let path = workspace().join("web/scripts").join(name);
        fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    announce("writing the site to dist/site");
    let site = hashed::site(&parts, &script("service_worker.js")?)?;
    for (name, bytes) in &site {
        let path = folder.join("site").join(name);
        write(&path, bytes)?;
        if PACKED.iter().any(|kind| name.ends_with(kind)) {
            write_packed(&path, bytes)?;
        }
    }
    announce("writing the widget to dist/gouji-widget.zip");
    let inside = Inside::find()?;
    let licences = inside.licences()?;
    let mut files = Vec::new();
    let widget = widget::folder(&parts, &licences)?;
    for (name, bytes) in &widget {
        write(&folder.join("widget").join(name), bytes)?;
        files.push((format!("gouji/{name}"), bytes.clone()));
    }
    let archive = packing::zip(&files)?;
    write(&folder.join("gouji-widget.zip"), &archive)?;
    announce("writing the package to dist/npm");
    let package = npm::package(&widget)?;
    for (name, bytes) in &package {
        write(&folder.join("npm").join(name), bytes)?;
    }
    announce("writing dist/gouji.html");
    let document = single_file::document(&parts, &script("files_within.js")?)?;
    write(&folder.join("gouji.html"), document.as_bytes())?;
    announce("writing licences, bill of materials and sums");
    write(&folder.join("LICENSES.txt"), licences.as_bytes())?;
    write(&folder.join("sbom.cdx.json"), inside.bill_of_materials()?.as_bytes())?;
    write_sums(&folder)?;
    announce("writing bench/sizes.md and bench/sizes.json");
    let made = sizes::Made {
        site: &site,
        widget: &widget,
        package: &package,
        archive: &archive,
        document: document.as_bytes(),
    };
    sizes::write_table(&made)
}

/// The packed copies beside a file.
fn write_packed(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = |kind: &str| {
        path.with_file_name(format!("{}.{kind}", path.file_name().unwrap_or_default().to_string_lossy()))
    };
    write(&beside("gz"), &packing::gzip(bytes)?)?;
    write(&beside("br"), &packing::brotli(bytes)?)
}

/// The sums of every file in the folder, in the form that `sha256sum --check`
/// and `gmssl` read.
fn write_sums(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    list(folder, folder, &mut files)?;
    files.sort();
    let (mut sha256, mut sm3) = (String::new(), String::new());
    for name in files {
        let path = folder.join(&name);
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        writeln!(sha256, "{}  {name}", sums::sha256(&bytes))?;
        writeln!(sm3, "{}  {name}", sums::sm3(&bytes))?;
    }
    write(&folder.join("SHA256SUMS"), sha256.as_bytes())?;
    write(&folder.join("SM3SUMS"), sm3.as_bytes())
}

/// The files below a folder, as they are named from `top`.
fn list(top: &Path, folder: &Path, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            list(top, &path, files)?;
        } else {
            files.push(path.strip_prefix(top)?.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
