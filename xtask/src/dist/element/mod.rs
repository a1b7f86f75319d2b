//! What `<gouji-check>` offers to the page around it, told to programs: as
//! `custom-elements.json` ([`manifest`]) and as TypeScript declarations
//! ([`types`]). Both are made of the element's script ([`script`]), of the comments
//! in it ([`comment`]) and of its style sheets ([`tokens`]).

mod comment;
mod manifest;
mod script;
mod tokens;
mod types;

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result, bail};
use gouji_site_server::workspace;

use self::comment::{Comment, Entry};
use super::hashed::Files;

/// The name of the element's script.
const SCRIPT: &str = "gouji-check.js";

/// The declarations of the result, which those of the element refer to.
const REPORT_TYPES: &str = "gouji-report-1.d.ts";

/// The element.
struct Element {
    /// What is written in a page: `gouji-check`.
    tag: String,
    /// The name of its class.
    class: String,
    /// The comment of its class: attributes, events and parts.
    told: Comment,
    /// Its properties and methods, in the order of the script.
    members: Vec<Member>,
    /// The types that the comments of the script define.
    types: Vec<Comment>,
    /// The custom properties that a page can set.
    tokens: Vec<Token>,
}

/// A property or a method.
struct Member {
    name: String,
    kind: Kind,
    told: Comment,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Method,
    Property { readonly: bool },
}

/// A custom property.
struct Token {
    name: String,
    default: String,
    words: String,
}

/// The files that tell of the element, for the folder its script lies in.
pub(super) fn files() -> Result<Files> {
    let report = read("schema/gouji-report-1.d.ts")?;
    let element = element()?;
    Ok(Files::from([
        ("custom-elements.json".to_owned(), manifest::of(&element, SCRIPT)?.into_bytes()),
        ("gouji-check.d.ts".to_owned(), types::of(&element, &report).into_bytes()),
        (REPORT_TYPES.to_owned(), report.into_bytes()),
    ]))
}

/// The manifest of a package that has the script in a folder of it.
pub(super) fn manifest_of_package(folder: &str) -> Result<String> {
    manifest::of(&element()?, &format!("{folder}/{SCRIPT}"))
}

fn element() -> Result<Element> {
    let sheets = [read("web/static/app.css")?, read("web/static/widget.css")?];
    script::element(&read("web/scripts/widget.js")?, tokens::tokens(&sheets)?)
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(workspace().join(path)).with_context(|| format!("{path} could not be read"))
}

impl Element {
    fn attributes(&self) -> impl Iterator<Item = &Entry> {
        self.told.tagged("attr")
    }

    fn events(&self) -> impl Iterator<Item = &Entry> {
        self.told.tagged("fires")
    }

    fn parts(&self) -> impl Iterator<Item = &Entry> {
        self.told.tagged("csspart")
    }

    /// Fails where the script has what is not told of, or the other way round.
    fn compare(&self, what: &str, tag: &str, used: &BTreeSet<String>) -> Result<()> {
        let told: BTreeSet<String> = self.told.tagged(tag).map(|entry| entry.name.clone()).collect();
        let differing: Vec<&str> = used.symmetric_difference(&told).map(String::as_str).collect();
        if !differing.is_empty() {
            bail!("web/scripts/widget.js: {what} used or told of with `@{tag}`, and not both: {differing:?}");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What issue and guide promise to pages, whatever the script says.
    const PROMISED: [&str; 22] = [
        "lang",
        "year",
        "theme",
        "density",
        "readonly",
        "hide",
        "for",
        "marks",
        "src",
        "issuer-kind",
        "share-text",
        "value",
        "report",
        "options",
        "marks",
        "check",
        "clear",
        "focusFinding",
        "gouji-ready",
        "gouji-checked",
        "gouji-error",
        "checker",
    ];

    fn file(name: &str) -> String {
        let bytes = files().expect("the script is told of in full").remove(name).expect("it is made");
        String::from_utf8(bytes).expect("it is text")
    }

    #[test]
    fn the_manifest_names_all_that_is_promised() {
        let manifest: serde_json::Value = serde_json::from_str(&file("custom-elements.json")).expect("JSON");
        let element = &manifest["modules"][0]["declarations"][0];
        let names: Vec<&str> = ["attributes", "members", "events", "cssParts"]
            .into_iter()
            .flat_map(|list| element[list].as_array().expect("there are some"))
            .map(|told| told["name"].as_str().expect("it has a name"))
            .collect();
        for name in PROMISED {
            assert!(names.contains(&name), "{name} is not in custom-elements.json");
        }
        assert_eq!(names.len(), PROMISED.len(), "what is new belongs into the guides, too: {names:?}");
    }

    #[test]
    fn the_declarations_name_all_that_is_promised() {
        let declarations = file("gouji-check.d.ts");
        for name in PROMISED.into_iter().filter(|name| *name != "checker") {
            let forms = [format!("  {name}"), format!("  '{name}'"), format!("  readonly {name}")];
            let is_there = forms.iter().any(|form| {
                declarations.lines().any(|line| {
                    let rest = line.strip_prefix(form.as_str());
                    rest.is_some_and(|rest| rest.starts_with([':', '?', '(']))
                })
            });
            assert!(is_there, "{name} is not in gouji-check.d.ts");
        }
    }

    #[test]
    fn every_custom_property_of_the_style_sheets_is_told_of() {
        let manifest = file("custom-elements.json");
        for sheet in ["app.css", "widget.css", "dark.css"] {
            let sheet = fs::read_to_string(workspace().join("web/static").join(sheet)).expect("a sheet");
            for used in sheet.split("var(--gouji-").skip(1) {
                let name = used.split([',', ')']).next().unwrap_or_default();
                assert!(manifest.contains(&format!("\"--gouji-{name}\"")), "--gouji-{name} is not told of");
            }
        }
    }

    #[test]
    fn an_attribute_of_which_nothing_is_told_is_refused() {
        let source = "/** @attr {string} lang - Words. */ class A extends HTMLElement {
            static get observedAttributes() { return ['lang', 'more']; } }";
        let refused = script::element(source, Vec::new()).err().expect("`more` is not told of");
        assert!(refused.to_string().contains("more"), "{refused}");
    }
}
