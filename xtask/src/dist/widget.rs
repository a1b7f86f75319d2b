//! The folder that a government site uploads: the element, the frame, and what
//! both load, under the names that the guide speaks of.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use gouji_site_server::workspace;

use super::element;
use super::hashed::Files;
use crate::script::Names;
use crate::site::Parts;

/// Files of the site that a widget has no use for.
const OF_THE_SITE: [&str; 3] = ["index.html", "manifest.webmanifest", "icon.svg"];

/// The files of the folder.
pub(super) fn folder(parts: &Parts, licences: &str) -> Result<Files> {
    let mut files = parts.site(&Names::new())?;
    files.retain(|name, _| !OF_THE_SITE.contains(&name.as_str()));
    files.extend(element::files()?);
    files.insert("LICENSES.txt".to_owned(), licences.as_bytes().to_vec());
    let demo = workspace().join("web/demo");
    add(&demo.join("guide.html"), "使用说明.html", &mut files)?;
    for entry in fs::read_dir(&demo).with_context(|| format!("{} could not be read", demo.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != "guide.html" {
            add(&path, &format!("demo/{name}"), &mut files)?;
        }
    }
    Ok(files)
}

fn add(path: &Path, name: &str, files: &mut Files) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
    files.insert(name.to_owned(), bytes);
    Ok(())
}
