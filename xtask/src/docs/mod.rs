//! The pages on the rules, made of what their sources say.
//!
//! A rule's doc comment ([`comment`]), what the registry knows of it, and its
//! first examples ([`examples`]) become a page under `docs/rules` ([`page`]),
//! and, in few bytes, what the application and the command line explain
//! ([`catalogue`]).

mod catalogue;
mod comment;
mod examples;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use gouji::Severity;
use gouji::rules::{REGISTRY, Rule};
use gouji_site_server::workspace;

use comment::Explanation;
use examples::Examples;

const SOURCES: &str = "crates/gouji/src/rules";
const PAGES: &str = "docs/rules";

/// All that is told of a rule.
struct Told {
    rule: &'static Rule,
    /// The name of its source file.
    source: String,
    explanation: Explanation,
    examples: Examples,
}

/// A file that is made of the sources; its path is relative to the top folder.
struct Generated {
    path: PathBuf,
    content: String,
}

/// Writes every page and catalogue, and takes away the pages of no rule.
pub(crate) fn write() -> Result<()> {
    let top = workspace();
    for page in pages_of_no_rule(&top)? {
        fs::remove_file(&page).with_context(|| format!("{} could not be removed", page.display()))?;
    }
    for file in generated(&top)? {
        let path = top.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
        }
        fs::write(&path, file.content).with_context(|| format!("{} could not be written", path.display()))?;
    }
    Ok(())
}

/// Fails where a file is not what the sources make of it.
pub(crate) fn check() -> Result<()> {
    let top = workspace();
    let mut stale = pages_of_no_rule(&top)?;
    for file in generated(&top)? {
        if fs::read_to_string(top.join(&file.path)).is_ok_and(|found| found == file.content) {
            continue;
        }
        stale.push(file.path);
    }
    if stale.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = stale.iter().map(|path| path.display().to_string()).collect();
    bail!("run `cargo xtask docs`, for these are not what the sources of the rules say: {}", names.join(", "))
}

fn generated(top: &Path) -> Result<Vec<Generated>> {
    let told = all_told(top)?;
    let index = page::index(&told);
    if let Some(left_out) = told.iter().find(|told| !index.contains(told.rule.code)) {
        bail!("xtask/src/docs/page.rs knows no kind of rules for {}", left_out.rule.code);
    }
    let mut files = vec![
        Generated { path: Path::new(PAGES).join("README.md"), content: index },
        catalogue::of(&told, "zh", |explanation| &explanation.chinese)?,
        catalogue::of(&told, "en", |explanation| &explanation.english)?,
    ];
    for told in &told {
        let path = Path::new(PAGES).join(told.rule.code).with_extension("md");
        files.push(Generated { path, content: page::of(told) });
    }
    Ok(files)
}

/// What is told of every rule; every complaint on any of them is one error.
fn all_told(top: &Path) -> Result<Vec<Told>> {
    let (mut told, mut complaints) = (Vec::new(), Vec::new());
    for rule in REGISTRY {
        let source = format!("{}_{}.rs", rule.code.to_ascii_lowercase(), rule.name);
        let explanation = comment::explanation(&read(&top.join(SOURCES).join(&source))?);
        let examples = examples::of(rule.code, &read(&top.join(examples::path(rule.code)))?);
        match explanation {
            Ok(explanation) => told.push(Told { rule, source, explanation, examples }),
            Err(complaint) => complaints.push(format!("{SOURCES}/{source}: {complaint}")),
        }
    }
    if complaints.is_empty() { Ok(told) } else { bail!("{}", complaints.join("\n")) }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Pages whose rule is not there any more.
fn pages_of_no_rule(top: &Path) -> Result<Vec<PathBuf>> {
    let folder = top.join(PAGES);
    let mut pages = Vec::new();
    let Ok(entries) = fs::read_dir(&folder) else { return Ok(pages) };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("GJ") && REGISTRY.iter().all(|rule| rule.code != name) {
            pages.push(path);
        }
    }
    Ok(pages)
}

/// What people call a level, in Chinese and in English.
fn level(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("必须修改", "must be corrected"),
        Severity::Warning => ("请核实", "to be verified"),
        Severity::Info => ("提示", "note"),
    }
}
