//! The package for npm, tried as people use it: from Node, by TypeScript, through
//! Vite. What a browser opens afterwards is left in `target/npm`: `vite/dist` and
//! `page`, which has no build step.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use gouji_site_server::{target_folder, workspace};

use crate::command::{announce, is_ci, run};
use crate::site::{fresh_folder, write};
use crate::tools;

/// Tries the package that lies in `package`.
pub(crate) fn run_all(package: &Path) -> Result<()> {
    announce("testing the npm package in Node, with TypeScript and through Vite");
    let folder = fresh_folder(&target_folder().join("npm"))?;
    copy(&workspace().join("tests/npm"), &folder)?;
    let faulty = fs::read(workspace().join("web/examples/faulty.txt")).context("there is an example")?;
    copy(package, &folder.join("page/gouji"))?;
    for name in ["page.html", "page.js"] {
        fs::rename(folder.join(name), folder.join("page").join(name))?;
    }
    write(&folder.join("page/faulty.txt"), &faulty)?;
    write(&folder.join("vite/faulty.txt"), &faulty)?;

    if let Err(missing) = tools::require_npm() {
        if is_ci() {
            return Err(missing);
        }
        println!("skipped: the npm package was not tried, for {missing:#}");
        return Ok(());
    }
    let tools = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    let has_tools = Command::new("npm").args(tools).current_dir(&folder).status()?.success();
    copy(package, &folder.join("node_modules/gouji"))?;
    run(Command::new("node")
        .args(["--test-reporter=spec", "node.mjs"])
        .arg(workspace())
        .current_dir(&folder))?;
    if !has_tools {
        println!("skipped: npm gives no TypeScript and no Vite here, so the package was not tried with them");
        return Ok(());
    }
    let tool = |name: &str| Command::new(folder.join("node_modules/.bin").join(name));
    run(tool("tsc").current_dir(&folder))?;
    run(tool("vite").arg("build").current_dir(folder.join("vite")))
}

/// Copies what is in a folder, and in the folders of it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} could not be made", to.display()))?;
    let entries = fs::read_dir(from).with_context(|| format!("{} could not be read", from.display()))?;
    for entry in entries {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).with_context(|| format!("{} could not be copied", path.display()))?;
        }
    }
    Ok(())
}
