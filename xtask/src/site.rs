//! Building the page and the JavaScript package.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use gouji_site_server::{package_folder, site_folder, target_folder, workspace};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::command::{announce, cargo, run};
use crate::script::{Names, Part};
use crate::{lower, reorder, shrink};

/// What browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Two passes of LLVM that make loops faster on processors and a module larger.
/// Without them the page is 1.5 % smaller, packed, and checks as fast.
const WITHOUT_PASSES: [&str; 2] = ["-Cllvm-args=-disable-lsr", "-Cllvm-args=-enable-pre=false"];

/// What a program says of itself to those who debug it is left out: nothing that
/// is shown is written with `{:?}`, which writes nothing then, and no panic says
/// where it was. 3 kB of the page, packed.
const WITHOUT_DEBUGGING: [&str; 2] = ["-Zfmt-debug=none", "-Zlocation-detail=none"];

/// The standard library, built along with what is shipped: one without panic
/// messages. What panics then stops the module at once, as it would anyway; the
/// texts that name each place, and all that writes them, are a fifteenth of the
/// page and more of the rest. Building a library that comes with the compiler
/// is not a stable feature of cargo, which `RUSTC_BOOTSTRAP` acknowledges; the
/// compiler is pinned, and everything else is built without.
const OWN_STANDARD_LIBRARY: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.browser.panic=\"immediate-abort\"",
];

/// How well to optimise.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For working on the page: quick to build.
    Dev,
    /// What is shipped.
    Release,
}

/// Builds the page into `target/site` and the JavaScript package into `target/pkg`.
pub(crate) fn build(profile: Profile) -> Result<()> {
    require_wasm_target()?;
    if profile == Profile::Release {
        require_library_sources()?;
    }
    announce("building the JavaScript package into target/pkg");
    let package = build_wasm("gouji-wasm", &[], profile)?;
    let fresh = fresh_folder(&package_folder())?;
    bind(&package, "gouji_wasm", profile, &fresh)?;

    announce("building the page into target/site");
    let parts = parts(profile)?;
    let fresh = fresh_folder(&site_folder())?;
    for (name, bytes) in parts.site(&Names::new())? {
        write(&fresh.join(name), &bytes)?;
    }
    Ok(())
}

/// The scripts that have no module, and the files they are made of.
const SCRIPTS: [(&str, &[&str]); 3] = [
    ("gouji-check.js", &["marks.js", "widget.js"]),
    ("frame.js", &["frame.js"]),
    ("gouji-frame.js", &["frame_host.js"]),
];

/// What the site, the widget and the single file are put together from.
pub(crate) struct Parts {
    profile: Profile,
    /// The page, the widget and their checker, in Chinese.
    pub(crate) program: Part,
    /// The same in Chinese and English, which takes its place where English is
    /// asked for.
    pub(crate) with_english: Part,
    /// The reader of documents.
    pub(crate) converter: Part,
    /// The documents: the page's own, and the one for a frame.
    pub(crate) documents: BTreeMap<String, String>,
    /// The scripts that have no module: the element, and both sides of a frame.
    pub(crate) scripts: BTreeMap<String, String>,
    /// The files of `web/static`, ready to be served.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// Builds everything that the browser loads.
pub(crate) fn parts(profile: Profile) -> Result<Parts> {
    let workspace = workspace();
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(workspace.join("web/static")).context("web/static could not be read")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = if profile == Profile::Release && path.extension() == Some("css".as_ref()) {
            lower::style_sheet(&name, &read(&path)?)?.into_bytes()
        } else {
            fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?
        };
        files.insert(name, bytes);
    }
    Ok(Parts {
        profile,
        program: part("gouji-web", &["--no-default-features"], "gouji", "web/scripts/program.js", profile)?,
        with_english: part("gouji-web", &[], "gouji_en", "web/scripts/program.js", profile)?,
        converter: part("gouji-convert-wasm", &[], "convert", "web/scripts/converter.js", profile)?,
        documents: BTreeMap::from([
            ("index.html".to_owned(), read(&workspace.join("index.html"))?),
            ("embed.html".to_owned(), read(&workspace.join("web/embed.html"))?),
        ]),
        scripts: SCRIPTS
            .iter()
            .map(|(name, own)| {
                let folder = workspace.join("web/scripts");
                let own: Vec<String> =
                    own.iter().map(|own| read(&folder.join(own))).collect::<Result<_>>()?;
                // Nothing of theirs is left behind on the page.
                let source = format!("(function () {{\n'use strict';\n{}}})();\n", own.concat());
                let script = if profile == Profile::Release { lower::script(name, &source)? } else { source };
                Ok(((*name).to_owned(), script))
            })
            .collect::<Result<_>>()?,
        files,
    })
}

impl Parts {
    /// The files of the site, by the names they are served under: those that
    /// `names` gives them, else their own.
    pub(crate) fn site(&self, names: &Names) -> Result<BTreeMap<String, Vec<u8>>> {
        let mut site = self.files.clone();
        for (name, text) in self.documents.iter().chain(&self.scripts) {
            site.insert(name.clone(), text.clone().into_bytes());
        }
        for part in [&self.program, &self.with_english, &self.converter] {
            site.insert(format!("{}.js", part.name), part.script(names, self.profile)?.into_bytes());
            site.insert(format!("{}_bg.wasm", part.name), part.module.clone());
        }
        Ok(site)
    }
}

/// The checker and the reader of documents as ES modules with types, by the names
/// of their files; and `worker.js`, a classic script that has the checker's glue
/// and `own` in it and loads the same module.
pub(crate) fn modules(own: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for package in ["gouji-wasm", "gouji-convert-wasm"] {
        let name = package.replace('-', "_");
        let module = build_wasm(package, &[], Profile::Release)?;
        let folder = fresh_folder(&target_folder().join("parts").join(&name))?;
        bind(&module, &name, Profile::Release, &folder)?;
        let glue = lower::module(&name, &read(&folder.join(&name).with_extension("js"))?)?;
        files.insert(format!("{name}.js"), glue.into_bytes());
        for file in [format!("{name}.d.ts"), format!("{name}_bg.wasm")] {
            let bytes = fs::read(folder.join(&file)).with_context(|| format!("there is no {file}"))?;
            files.insert(file, bytes);
        }
    }
    // Of the same name, for a module calls its glue by it.
    let worker = part("gouji-wasm", &[], "gouji_wasm", own, Profile::Release)?;
    if files.get("gouji_wasm_bg.wasm") != Some(&worker.module) {
        bail!("wasm-bindgen makes one module for modules and another for scripts");
    }
    files.insert("worker.js".to_owned(), worker.script(&Names::new(), Profile::Release)?.into_bytes());
    Ok(files)
}

/// Has rustup add the target where it is missing; where it cannot, one line says
/// what to do.
pub(crate) fn require_wasm_target() -> Result<()> {
    let is_there =
        || told_by_rustc(&["--print", "target-libdir", "--target", WASM]).is_some_and(|it| it.is_dir());
    require(&format!("the target {WASM}"), &["target", "add", WASM], is_there)
}

/// The same for the sources of the standard library.
fn require_library_sources() -> Result<()> {
    let is_there = || {
        let home = told_by_rustc(&["--print", "sysroot"]);
        home.is_some_and(|home| home.join("lib/rustlib/src/rust/library/std").is_dir())
    };
    require("the source of the standard library", &["component", "add", "rust-src"], is_there)
}

fn require(what: &str, how: &[&str], is_there: impl Fn() -> bool) -> Result<()> {
    if is_there() {
        return Ok(());
    }
    announce(&format!("adding {what}"));
    // Whether it worked is looked at, not believed.
    let _asked = Command::new("rustup").args(how).current_dir(workspace()).status();
    if !is_there() {
        bail!("{what} is missing; install it with `rustup {}`", how.join(" "));
    }
    Ok(())
}

/// A place that rustc names.
fn told_by_rustc(arguments: &[&str]) -> Option<PathBuf> {
    let output = Command::new("rustc").args(arguments).current_dir(workspace()).output().ok()?;
    let place = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    output.status.success().then_some(place)
}

/// Compiles one crate to WebAssembly, and says where the module is.
///
/// One call of cargo for each crate: in one call they would share the features
/// of what both use, and the page would carry what only the package needs.
fn build_wasm(package: &str, features: &[&str], profile: Profile) -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo.args(["build", "--package", package, "--target", WASM]).args(features);
    // Flags of the caller's environment would replace those of `.cargo/config.toml`,
    // without which the module does not load in old engines.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo.env("CARGO_TARGET_DIR", target_folder());
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.args(["--profile", "browser"]);
            cargo.args(["--config", &flags_of_what_is_shipped()]);
            cargo.args(OWN_STANDARD_LIBRARY).env("RUSTC_BOOTSTRAP", "1");
            "browser"
        }
    };
    run(&mut cargo)?;
    let module =
        target_folder().join(WASM).join(folder).join(package.replace('-', "_")).with_extension("wasm");
    if !module.is_file() {
        bail!("{package} built, but not to {}: is its crate-type cdylib?", module.display());
    }
    Ok(module)
}

/// What is added to the flags of `.cargo/config.toml`.
///
/// The paths of source files are cut short: what is shipped says neither where
/// it was built nor by whom, and is the same wherever it was built.
fn flags_of_what_is_shipped() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let flags = WITHOUT_PASSES.iter().chain(&WITHOUT_DEBUGGING);
    let mut flags: Vec<String> = flags.map(|flag| format!("\"{flag}\"")).collect();
    flags.push(format!("\"--remap-path-prefix={}=gouji\"", workspace().display()));
    if let Some(home) = home {
        flags.push(format!("\"--remap-path-prefix={}=cargo\"", home.display()));
    }
    format!("target.{WASM}.rustflags=[{}]", flags.join(", "))
}

/// Writes the JavaScript glue and the module it loads, with types.
fn bind(module: &Path, name: &str, profile: Profile, folder: &Path) -> Result<()> {
    emit(bound(module, name, Kind::Package)?, name, profile, folder)
}

/// Builds a module with its glue, and reads `own`, the file that uses it.
fn part(package: &str, features: &[&str], name: &'static str, own: &str, profile: Profile) -> Result<Part> {
    let module = build_wasm(package, features, profile)?;
    let folder = fresh_folder(&target_folder().join("parts").join(name))?;
    emit(bound(&module, name, Kind::Script)?, name, profile, &folder)?;
    let module = folder.join(format!("{name}_bg.wasm"));
    Ok(Part {
        name,
        glue: read(&folder.join(name).with_extension("js"))?,
        own: read(&workspace().join(own))?,
        module: fs::read(&module).with_context(|| format!("{} could not be read", module.display()))?,
    })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Writes a file, and the folder it lies in where there is none.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("{} could not be written", path.display()))
}

/// What the glue of a module is to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A module with types, for the JavaScript package.
    Package,
    /// A classic script.
    Script,
}

/// Writes what wasm-bindgen made; where it is shipped, with short names, and with
/// the functions of the module in the order that packs best.
fn emit(mut output: Output, name: &str, profile: Profile, folder: &Path) -> Result<()> {
    if profile == Profile::Dev {
        return output.emit(folder);
    }
    shrink::emit_with_short_names(&mut output, &folder.join(name).with_extension("js"))?;
    let path = folder.join(format!("{name}_bg.wasm"));
    let module = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
    fs::write(&path, reorder::with_like_functions_together(&module)?)
        .with_context(|| format!("{} could not be written", path.display()))
}

fn bound(module: &Path, name: &str, kind: Kind) -> Result<Output> {
    let bind = || {
        let mut bindgen = Bindgen::new();
        match kind {
            Kind::Package => bindgen.web(true)?,
            Kind::Script => bindgen.no_modules(true)?,
        };
        bindgen
            .typescript(kind == Kind::Package)
            // The library leaves it out unless told; `init()` without an
            // argument needs it.
            .omit_default_module_path(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .out_name(name)
            .input_path(module)
            .generate_output()
    };
    bind().with_context(|| format!("wasm-bindgen could not process {}", module.display()))
}

/// The folder, empty.
pub(crate) fn fresh_folder(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    Ok(folder.to_owned())
}
