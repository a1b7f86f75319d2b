//! The programs that the tests and checks need, and getting hold of them.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use gouji_site_server::{find_program, tools_folder};

use crate::command::{announce, cargo, run};

/// Something that must be installed: a package of Debian, and how to see
/// whether it or its like is there.
struct SystemPackage {
    name: &'static str,
    programs: &'static [&'static str],
}

const BROWSERS: [SystemPackage; 3] = [
    SystemPackage { name: "chromium", programs: &["chromium", "chromium-browser", "google-chrome"] },
    SystemPackage { name: "chromium-driver", programs: &["chromedriver"] },
    SystemPackage { name: "firefox-esr", programs: &["firefox-esr", "firefox"] },
];

/// The versions that were tried out with the pinned toolchain.
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";

/// Makes sure that both browsers, their drivers and Chinese letters are there.
pub(crate) fn require_browsers() -> Result<()> {
    let mut missing: Vec<&str> = BROWSERS
        .iter()
        .filter(|package| package.programs.iter().all(|program| find_program(program).is_none()))
        .map(|package| package.name)
        .collect();
    if find_program("dpkg-query").is_some() && !is_installed("fonts-noto-cjk") {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        install_from_system(&missing)?;
    }
    // Debian has no package of it.
    require_from_crates("geckodriver", GECKODRIVER)?;
    Ok(())
}

/// Makes sure that npm is there, and with it node.
pub(crate) fn require_npm() -> Result<()> {
    if find_program("npm").is_none() {
        install_from_system(&["nodejs", "npm"])?;
    }
    Ok(())
}

/// cargo-deny, installed where it is missing.
pub(crate) fn require_cargo_deny() -> Result<PathBuf> {
    require_from_crates("cargo-deny", CARGO_DENY)
}

/// The search path with our own tools at its end.
pub(crate) fn search_path() -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let own = tools_folder().join("bin");
    std::env::join_paths(std::env::split_paths(&path).chain([own])).context("the search path is not one")
}

fn is_installed(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.stdout == b"installed")
}

fn install_from_system(packages: &[&str]) -> Result<()> {
    if find_program("apt-get").is_none() || !runs_as_root() {
        bail!("the tests need {}; install them with the system's package manager", packages.join(", "));
    }
    announce(&format!("installing {}", packages.join(", ")));
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Command {
    let mut apt_get = Command::new("apt-get");
    apt_get.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}

fn runs_as_root() -> bool {
    Command::new("id").arg("--user").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A program on the search path or among our own tools, built from its crate
/// into the latter where it is in neither.
fn require_from_crates(name: &str, version: &str) -> Result<PathBuf> {
    if find_program(name).is_none() {
        announce(&format!("installing {name} {version} into target/tools (a few minutes, once)"));
        let mut cargo = cargo();
        cargo.args(["install", "--locked", name, "--version", version, "--root"]).arg(tools_folder());
        // Built apart from ours, with nothing of our settings.
        cargo.current_dir(std::env::temp_dir()).env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
        run(&mut cargo)?;
    }
    find_program(name).with_context(|| format!("{name} was installed but is not to be found"))
}
