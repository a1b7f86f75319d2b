//! The site with names that change with what is in the files: a browser may
//! keep each for ever, and no edition is ever mixed with another.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use super::sums;
use crate::lower;
use crate::script::Names;
use crate::site::Parts;

/// Files by the names they are served under.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The files whose names people and browsers know, and which stay as they are.
const KNOWN: [&str; 4] = ["index.html", "sw.js", "manifest.webmanifest", "icon.svg"];

/// The site, ready to be uploaded.
pub(super) fn site(parts: &Parts, service_worker: &str) -> Result<Files> {
    let mut names = Names::new();
    let mut files = Files::new();
    let mut add = |name: &str, bytes: Vec<u8>, names: &mut Names| {
        let served = if KNOWN.contains(&name) { name.to_owned() } else { with_sum(name, &bytes) };
        names.insert(name.to_owned(), served.clone());
        files.insert(served, bytes);
    };
    let plain = parts.site(&Names::new())?;
    let scripts = ["convert.js", "gouji_en.js", "gouji.js"];
    for (name, bytes) in plain.into_iter().filter(|(name, _)| is_of_the_site(name, &scripts)) {
        add(&name, bytes, &mut names);
    }
    // The program names the other files: it is put together once their names are
    // settled. The worker of the site is there for the site alone.
    names.insert("sw.js".to_owned(), "sw.js".to_owned());
    for script in scripts {
        let bytes = parts.site(&names)?.remove(script).unwrap_or_default();
        add(script, bytes, &mut names);
    }
    let index = String::from_utf8(files.remove("index.html").unwrap_or_default())?;
    let index = with_integrity(&index, &names, &files)?;
    files.insert("index.html".to_owned(), index.into_bytes());
    let worker = worker(service_worker, &files)?;
    files.insert("sw.js".to_owned(), worker.into_bytes());
    Ok(files)
}

/// Whether the page uses a file; the others are the widget's. Scripts come last.
fn is_of_the_site(name: &str, scripts: &[&str]) -> bool {
    let of_the_widget =
        ["embed.html", "embed.css", "widget.css", "frame.js", "gouji-frame.js", "gouji-check.js"];
    !scripts.contains(&name) && !of_the_widget.contains(&name)
}

/// `app.css` with a sum: `app.3f2a….css`.
fn with_sum(name: &str, bytes: &[u8]) -> String {
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{kind}", sums::short(bytes))
}

/// The document with the new names and with sums that the browser checks.
fn with_integrity(index: &str, names: &Names, files: &Files) -> Result<String> {
    let mut index = index.to_owned();
    let loaded = [("href", "app.css"), ("href", "stacked.css"), ("href", "dark.css"), ("src", "gouji.js")];
    for (attribute, name) in loaded {
        let (Some(served), plain) = (names.get(name), format!("{attribute}=\"{name}\"")) else {
            bail!("there is no {name}")
        };
        if index.matches(&plain).count() != 1 {
            bail!("index.html should name {name} once, as {plain}");
        }
        let integrity = sums::integrity(&files[served]);
        index = index.replace(&plain, &format!("{attribute}=\"{served}\" integrity=\"{integrity}\""));
    }
    Ok(index)
}

/// Whether a file is only for those who read English.
fn is_english(name: &str) -> bool {
    name.starts_with("gouji_en") || name.starts_with("rules.en.")
}

/// The service worker with the names of all files, and a name for them together.
fn worker(source: &str, files: &Files) -> Result<String> {
    let (later, all): (Vec<&str>, Vec<&str>) = files
        .keys()
        .map(|name| if name == "index.html" { "./" } else { name })
        .partition(|name| is_english(name));
    let together: Vec<u8> = files.values().flat_map(|bytes| sums::sha256(bytes).into_bytes()).collect();
    let edition = serde_json::to_string(&sums::short(&together))?;
    let (all, later) = (serde_json::to_string(&all)?, serde_json::to_string(&later)?);
    let told = format!("const EDITION = {edition};\nconst FILES = {all};\nconst LATER = {later};\n");
    lower::script("sw.js", &(told + source))
}
