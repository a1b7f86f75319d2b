//! How much what is handed over weighs: `bench/sizes.md` for people, and the same
//! in `bench/sizes.json`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use gouji_site_server::workspace;
use serde::Serialize;

use super::hashed::Files;
use super::{packing, sums};
use crate::site::write;

/// Everything that was made.
pub(super) struct Made<'it> {
    pub(super) site: &'it Files,
    pub(super) widget: &'it Files,
    pub(super) package: &'it Files,
    pub(super) archive: &'it [u8],
    pub(super) document: &'it [u8],
}

/// What something weighs, in bytes: as it is, and each of its files packed, where
/// it is packed on its way.
#[derive(Serialize)]
struct Weight {
    what: &'static str,
    files: usize,
    raw: usize,
    gzip: Option<usize>,
    brotli: Option<usize>,
    /// What one of the three may be at most.
    bar: Option<Bar>,
}

#[derive(Clone, Copy, Serialize)]
struct Bar {
    of: Packing,
    at_most: usize,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Packing {
    Raw,
    Gzip,
    Brotli,
}

/// What a browser that shows Chinese asks for until a report is checked.
const SITE: [&str; 8] = [
    "index.html",
    "app.css",
    "stacked.css",
    "dark.css",
    "icon.svg",
    "gouji.js",
    "gouji_bg.wasm",
    "rules.zh.json",
];

/// The same for the element.
const WIDGET: [&str; 8] = [
    "gouji-check.js",
    "app.css",
    "stacked.css",
    "dark.css",
    "widget.css",
    "gouji.js",
    "gouji_bg.wasm",
    "rules.zh.json",
];

/// What it loads when a Word document, a workbook or a PDF comes.
const READERS: [&str; 2] = ["convert.js", "convert_bg.wasm"];

/// What it loads when English is asked for.
const ENGLISH: [&str; 3] = ["gouji_en.js", "gouji_en_bg.wasm", "rules.en.json"];

/// Weighs everything, prints the table and writes it.
pub(super) fn write_table(made: &Made<'_>) -> Result<()> {
    let package: Vec<&[u8]> = made.package.values().map(Vec::as_slice).collect();
    let checker = ["gouji_wasm.js", "gouji_wasm_bg.wasm"];
    let mut scales = Scales::default();
    let mut weights = Vec::new();
    for (what, files, bar) in [
        ("first script of the widget", of(made.widget, &WIDGET[..1])?, Some((Packing::Gzip, 8_000))),
        ("everything the widget loads", of(made.widget, &WIDGET)?, Some((Packing::Gzip, 260_000))),
        ("first load of the site", of(made.site, &SITE)?, Some((Packing::Gzip, 260_000))),
        ("readers of documents, loaded when one comes", of(made.widget, &READERS)?, None),
        ("English, loaded when it is asked for", of(made.widget, &ENGLISH)?, None),
        ("npm: the checker and its glue", of(made.package, &checker)?, Some((Packing::Brotli, 120_000))),
    ] {
        weights.push(scales.weigh(what, &files, bar)?);
    }
    for (what, files, bar) in [
        ("npm: the whole package, unpacked", package, None),
        ("gouji.html", vec![made.document], Some((Packing::Raw, 900_000))),
        ("gouji-widget.zip", vec![made.archive], None),
    ] {
        weights.push(as_it_is(what, &files, bar));
    }
    let shown = to_markdown(&weights)?;
    println!("\n{shown}");
    let folder = workspace().join("bench");
    write(&folder.join("sizes.md"), shown.as_bytes())?;
    let json = serde_json::to_string_pretty(&weights)? + "\n";
    write(&folder.join("sizes.json"), json.as_bytes())
}

/// Packs each file once, in however many things it is.
#[derive(Default)]
struct Scales {
    /// By the sum of the file: its sizes in gzip and in brotli.
    packed: BTreeMap<String, (usize, usize)>,
}

impl Scales {
    fn weigh(
        &mut self,
        what: &'static str,
        files: &[&[u8]],
        bar: Option<(Packing, usize)>,
    ) -> Result<Weight> {
        let (mut gzip, mut brotli) = (0, 0);
        for bytes in files {
            let packed = match self.packed.entry(sums::sha256(bytes)) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    *new.insert((packing::gzip_as_servers_do(bytes)?.len(), packing::brotli(bytes)?.len()))
                }
            };
            gzip += packed.0;
            brotli += packed.1;
        }
        Ok(Weight { gzip: Some(gzip), brotli: Some(brotli), ..as_it_is(what, files, bar) })
    }
}

fn as_it_is(what: &'static str, files: &[&[u8]], bar: Option<(Packing, usize)>) -> Weight {
    let raw = files.iter().map(|bytes| bytes.len()).sum();
    let bar = bar.map(|(of, at_most)| Bar { of, at_most });
    Weight { what, files: files.len(), raw, gzip: None, brotli: None, bar }
}

/// The files of these names, which may have a sum in them: `app.3f2a….css`.
fn of<'it>(files: &'it Files, names: &[&str]) -> Result<Vec<&'it [u8]>> {
    let file = |name: &&str| {
        let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
        let found = files.iter().find(|(served, _)| {
            let rest = served.strip_prefix(stem).and_then(|rest| rest.strip_suffix(kind));
            rest.is_some_and(|rest| rest == "." || (rest.len() == 14 && rest.starts_with('.')))
        });
        found.map(|(_, bytes)| bytes.as_slice()).with_context(|| format!("there is no {name}"))
    };
    names.iter().map(file).collect()
}

fn to_markdown(weights: &[Weight]) -> Result<String> {
    let mut shown = "# Sizes\n\nWritten by `cargo xtask dist`. In kB of 1000 bytes, each file packed by itself: gzip as servers do it\n\
         at its best level (9), brotli at 11. The files in `dist/site` that are packed already are 3 to 5 % smaller still (zopfli).\n\n\
         | what | files | raw | gzip | brotli | bar | |\n| --- | ---: | ---: | ---: | ---: | --- | --- |\n"
        .to_owned();
    for weight in weights {
        let Weight { what, files, raw, gzip, brotli, bar } = weight;
        let (bar, met) = bar.map_or_else(Default::default, |bar| {
            let (name, bytes) = match bar.of {
                Packing::Raw => ("raw", Some(*raw)),
                Packing::Gzip => ("gzip", *gzip),
                Packing::Brotli => ("brotli", *brotli),
            };
            let met = if bytes.is_some_and(|bytes| bytes <= bar.at_most) { "met" } else { "**not met**" };
            (format!("{name} ≤ {} kB", bar.at_most / 1000), met)
        });
        let [raw, gzip, brotli] =
            [Some(*raw), *gzip, *brotli].map(|bytes| bytes.map_or_else(String::new, kilobytes));
        writeln!(shown, "| {what} | {files} | {raw} | {gzip} | {brotli} | {bar} | {met} |")?;
    }
    Ok(shown)
}

fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_its_name_with_or_without_a_sum() {
        let names = ["gouji.0123456789ab.js", "gouji_bg.0123456789ab.wasm", "index.html"];
        let files: Files = names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect();
        assert_eq!(of(&files, &["gouji.js", "index.html"]).expect("both are there").len(), 2);
        assert!(of(&files, &["app.css"]).is_err());
        assert_eq!(kilobytes(7_949), "7.9");
    }
}
