//! `cargo xtask dist --check-reproducible`: that whoever builds the same sources
//! gets the same bytes, wherever and as whomever.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use gouji_site_server::{dist_folder, target_folder, workspace};

use crate::command::{announce, run};
use crate::site::fresh_folder;

/// Builds everything a second time from a copy of the sources: in another folder,
/// with nothing built before, in another home, in another time zone, and as another
/// person. Fails where any file that is handed over is not the same.
pub(super) fn check() -> Result<()> {
    let elsewhere = fresh_folder(&target_folder().join("reproducible"))?;
    let sources = elsewhere.join("the same sources");
    announce("building everything a second time, in target/reproducible");
    copy_sources(&sources)?;
    let home = elsewhere.join("home");
    fs::create_dir_all(&home)?;
    let (cargo_home, rustup_home) = (home_of("CARGO_HOME", ".cargo")?, home_of("RUSTUP_HOME", ".rustup")?);
    // What was downloaded is not what is looked at, only under which path it lies.
    link(&cargo_home, &home.join("cargo"))?;
    let mut build = Command::new(env::current_exe().context("xtask does not know where it is")?);
    build
        .arg("dist")
        .current_dir(&sources)
        .env("CARGO_MANIFEST_DIR", &sources)
        .env("CARGO_TARGET_DIR", elsewhere.join("built"))
        .env("CARGO_HOME", home.join("cargo"))
        .env("RUSTUP_HOME", rustup_home)
        .envs([("USER", "another"), ("LOGNAME", "another"), ("TZ", "Asia/Shanghai"), ("LC_ALL", "C")])
        .env("HOME", &home);
    run(&mut build)?;
    let differing = differing(&sums(&dist_folder())?, &sums(&sources.join("dist"))?);
    if !differing.is_empty() {
        bail!("two builds of the same sources differ in {}", differing.join(", "));
    }
    println!("two builds in two folders gave the same bytes");
    fs::remove_dir_all(&elsewhere).context("the second build could not be removed")
}

/// Copies what git knows, or would take.
fn copy_sources(to: &Path) -> Result<()> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(workspace());
    let listed = list.output().context("git does not tell what the sources are")?;
    if !listed.status.success() {
        bail!("git does not tell what the sources are");
    }
    let listed = String::from_utf8(listed.stdout).context("a path of the sources is no text")?;
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        let (source, copy) = (workspace().join(path), to.join(path));
        // What was deleted and not yet committed is listed, too.
        if source.is_file() {
            fs::create_dir_all(copy.parent().unwrap_or(to))?;
            fs::copy(&source, &copy).with_context(|| format!("{path} could not be copied"))?;
        }
    }
    Ok(())
}

/// Where cargo or rustup keeps what is its own.
fn home_of(variable: &str, folder: &str) -> Result<PathBuf> {
    let set = env::var_os(variable).map(PathBuf::from);
    set.or_else(|| Some(env::home_dir()?.join(folder))).with_context(|| format!("there is no {variable}"))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).context("a link could not be made")
}

#[cfg(not(unix))]
fn link(_from: &Path, _to: &Path) -> Result<()> {
    bail!("this is checked where links can be made")
}

fn sums(dist: &Path) -> Result<String> {
    fs::read_to_string(dist.join("SHA256SUMS")).context("there are no sums")
}

/// The names of the files whose sums differ, or that are there only once.
fn differing(one: &str, other: &str) -> Vec<String> {
    let only = |these: &str, those: &str| -> Vec<String> {
        let lines = these.lines().filter(|line| those.lines().all(|those| those != *line));
        lines.filter_map(|line| Some(line.split_once("  ")?.1.to_owned())).collect()
    };
    let mut names = only(one, other);
    names.extend(only(other, one));
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_once() {
        let one = "aa  a.js\nbb  b.js\ncc  c.js\n";
        assert_eq!(differing(one, "aa  a.js\nbd  b.js\ndd  d.js\n"), ["b.js", "c.js", "d.js"]);
        assert!(differing(one, one).is_empty());
    }
}
