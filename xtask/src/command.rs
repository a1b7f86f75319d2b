//! Running other programs, and saying so first.

use std::process::Command;

use anyhow::{Context as _, Result, bail};
use gouji_site_server::workspace;

/// The cargo that runs this, in the top folder of the workspace.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(workspace());
    // These describe xtask itself and would mark other crates as changed.
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR") {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// The same, for what steers a browser: no proxy leads to a driver on this
/// machine.
pub(crate) fn cargo_for_browsers() -> Command {
    let mut cargo = cargo();
    for name in ["NO_PROXY", "no_proxy"] {
        let already = std::env::var(name).unwrap_or_default();
        cargo.env(name, format!("127.0.0.1,{already}"));
    }
    cargo
}

/// Whether this runs where changes are tested before they are taken: nothing is
/// passed over there.
pub(crate) fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|ci| ci == "true")
}

/// Prints what is about to be done.
pub(crate) fn announce(step: &str) {
    println!("==> {step}");
}

/// Runs a program to its end; anything but success is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("{shown} could not be started"))?;
    if !status.success() {
        bail!("{shown} failed ({status})");
    }
    Ok(())
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    format!("`{}`", words.join(" "))
}
