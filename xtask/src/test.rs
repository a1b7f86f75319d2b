//! Every test, and the checks that go with them.

use anyhow::Result;
use gouji_site_server::dist_folder;

use crate::command::{announce, cargo, cargo_for_browsers, is_ci, run};
use crate::site::{self, Profile, WASM};
use crate::{dist, engines, package_tests, tools};

/// What only makes sense as WebAssembly.
const WASM_PACKAGES: [&str; 3] = ["gouji-convert-wasm", "gouji-wasm", "gouji-web"];

const BROWSER_TESTS: &str = "gouji-browser-tests";
const ENGINE_TESTS: &str = "gouji-engine-tests";

/// Every test: native, WebAssembly and the page in real browsers.
pub(crate) fn everything() -> Result<()> {
    native()?;
    tools::require_browsers()?;
    site::build(Profile::Release)?;
    if is_ci() {
        dist::check_reproducible()?;
    } else {
        dist::dist()?;
    }
    package_tests::run_all(&dist_folder().join("npm"))?;
    announce("testing the page and the JavaScript package in Chromium and Firefox");
    run(cargo_for_browsers().args(["test", "--package", BROWSER_TESTS]))?;

    engines()
}

/// Every form in `dist/`, in every engine.
pub(crate) fn engines() -> Result<()> {
    tools::require_browsers()?;
    engines::require()?;
    announce("testing every form of gouji in every engine, from Chromium 78 on");
    run(cargo_for_browsers().args(["test", "--package", ENGINE_TESTS]))
}

/// The tests that need no browser.
pub(crate) fn native() -> Result<()> {
    announce("running the native tests and the examples of the documentation");
    run(cargo().args(["test", "--workspace", "--no-fail-fast"]).args(without_browsers()))
}

/// Formatting, clippy, documentation, licences and advisories.
pub(crate) fn lint() -> Result<()> {
    announce("checking the formatting");
    run(cargo().args(["fmt", "--all", "--check"]))?;

    announce("running clippy");
    let deny = ["--", "--deny", "warnings"];
    run(cargo()
        .args(["clippy", "--workspace", "--all-targets", "--all-features"])
        .args(without_wasm())
        .args(deny))?;

    announce("running clippy on what becomes WebAssembly");
    site::require_wasm_target()?;
    let packages = WASM_PACKAGES.into_iter().flat_map(|package| ["--package", package]);
    run(cargo().args(["clippy", "--all-targets", "--target", WASM]).args(packages).args(deny))?;

    announce("building the documentation");
    run(cargo()
        .args(["doc", "--workspace", "--lib", "--no-deps", "--all-features"])
        .args(without_wasm())
        .env("RUSTDOCFLAGS", "--deny warnings"))?;

    supply_chain()
}

fn supply_chain() -> Result<()> {
    tools::require_cargo_deny()?;
    let deny = || -> Result<_> {
        let mut cargo = cargo();
        cargo.env("PATH", tools::search_path()?).arg("deny");
        Ok(cargo)
    };
    announce("checking licences, sources and duplicates of what is depended on");
    run(deny()?.args(["check", "bans", "licenses", "sources"]))?;
    announce("checking for known vulnerabilities");
    if deny()?.args(["fetch", "db"]).output()?.status.success() {
        run(deny()?.args(["check", "--disable-fetch", "advisories"]))
    } else {
        println!("not checked: the database of advisories could not be fetched from here");
        Ok(())
    }
}

fn without_browsers() -> [&'static str; 4] {
    ["--exclude", BROWSER_TESTS, "--exclude", ENGINE_TESTS]
}

fn without_wasm() -> impl Iterator<Item = &'static str> {
    WASM_PACKAGES.into_iter().flat_map(|package| ["--exclude", package])
}
