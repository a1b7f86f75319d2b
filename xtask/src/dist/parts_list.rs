//! What is inside of what is handed over: the crates, for the list of licences
//! and for the software bill of materials (CycloneDX 1.6).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use gouji_site_server::workspace;
use serde_json::{Value, json};

use super::sums;
use crate::site::WASM;

/// The crates whose modules are handed over.
const ROOTS: [&str; 3] = ["gouji-web", "gouji-convert-wasm", "gouji-wasm"];

/// Crates that go into a module, ours left out, by name and version.
pub(super) struct Inside {
    packages: Vec<Package>,
}

impl Inside {
    /// Asks cargo.
    pub(super) fn find() -> Result<Self> {
        let metadata = MetadataCommand::new()
            .current_dir(workspace())
            .features(CargoOpt::NoDefaultFeatures)
            .other_options(["--filter-platform".to_owned(), WASM.to_owned(), "--locked".to_owned()])
            .exec()
            .context("cargo does not tell what it builds")?;
        let reached = reached(&metadata);
        let mut packages: Vec<Package> = metadata
            .packages
            .iter()
            .filter(|package| reached.contains(&package.id) && package.source.is_some())
            .filter(|package| !package.targets.iter().any(cargo_metadata::Target::is_proc_macro))
            .cloned()
            .collect();
        packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
        Ok(Self { packages })
    }

    /// The licences, each text once, with the crates it is of; our own among them.
    pub(super) fn licences(&self) -> Result<String> {
        let mut list = "What gouji contains of others, and under which licences. gouji itself and the standard library of Rust come under MIT or Apache-2.0.\n\n".to_owned();
        let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for text in texts_in(&workspace())? {
            texts.insert(text, vec!["gouji".to_owned()]);
        }
        for package in &self.packages {
            let name = format!("{} {}", package.name, package.version);
            let licence = package.license.as_deref().unwrap_or("see the text below");
            writeln!(list, "{name}: {licence}")?;
            for text in texts_of(package)? {
                texts.entry(text).or_default().push(name.clone());
            }
        }
        for (text, names) in texts {
            write!(list, "\n{}\n{}\n\n{}\n", "=".repeat(80), names.join(", "), text.trim())?;
        }
        Ok(list)
    }

    /// The bill of materials. It has no date and no random number, so that the
    /// same sources give the same bytes.
    pub(super) fn bill_of_materials(&self) -> Result<String> {
        let components: Vec<Value> = self
            .packages
            .iter()
            .map(|package| {
                let locator = format!("pkg:cargo/{}@{}", package.name, package.version);
                json!({
                    "type": "library",
                    "bom-ref": locator,
                    "name": package.name,
                    "version": package.version.to_string(),
                    "licenses": [{"expression": package.license.as_deref().unwrap_or("NOASSERTION").replace('/', " OR ")}],
                    "purl": locator,
                })
            })
            .collect();
        let sum = sums::sha256(serde_json::to_string(&components)?.as_bytes());
        let serial = [
            &sum[..8],
            &sum[8..12],
            &format!("5{}", &sum[13..16]),
            &format!("8{}", &sum[17..20]),
            &sum[20..32],
        ];
        let bill = json!({
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": format!("urn:uuid:{}", serial.join("-")),
            "version": 1,
            "metadata": {"component": {
                "type": "application", "bom-ref": "gouji", "name": "gouji", "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            }},
            "components": components,
        });
        Ok(serde_json::to_string_pretty(&bill)? + "\n")
    }
}

/// The packages that normal dependencies lead to.
fn reached(metadata: &Metadata) -> BTreeSet<PackageId> {
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let nodes: BTreeMap<&PackageId, _> = nodes.map(|node| (&node.id, node)).collect();
    let roots = metadata.packages.iter().filter(|package| ROOTS.contains(&package.name.as_str()));
    let mut waiting: Vec<&PackageId> = roots.map(|package| &package.id).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !reached.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(id).into_iter().flat_map(|node| &node.deps) {
            if dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal) {
                waiting.push(&dependency.pkg);
            }
        }
    }
    reached
}

/// The licence texts that come with a crate.
fn texts_of(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a manifest lies in a folder")?;
    texts_in(folder.as_std_path())
}

fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<_> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| {
            let name = name.to_ascii_uppercase();
            ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"].iter().any(|word| name.starts_with(word))
        })
        .collect();
    names.sort();
    names
        .into_iter()
        .filter(|name| folder.join(name).is_file())
        .map(|name| {
            let text = fs::read(folder.join(&name)).with_context(|| format!("{name} could not be read"))?;
            Ok(String::from_utf8_lossy(&text).replace("\r\n", "\n"))
        })
        .collect()
}
