//! Measures natively, weighs what was built, and writes the table.
//!
//! `cargo xtask bench` runs it with the figures from the browser, after a
//! build of the site. With `cold FILE` it checks one file, once, and prints
//! how many milliseconds the first check of a fresh process took. With
//! `accuracy` it counts how right tables are read, with `rules` what the rules find
//! of faults that were put in, with `repair` what repairs make of slips.

mod accuracy;
mod native;
mod repair;
mod rules;
mod table;
mod weight;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use gouji_bench::figure::InBrowser;
use gouji_site_server::workspace;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["cold", file] => native::cold_once(Path::new(file)),
        ["table", in_browser] => write_table(Path::new(in_browser)),
        ["accuracy", wanted @ ..] => match accuracy::run(wanted) {
            Ok(true) => Ok(()),
            Ok(false) => Err(anyhow::anyhow!("a wrong cell is said to be exact")),
            Err(error) => Err(error),
        },
        ["rules", wanted @ ..] => match rules::run(wanted) {
            Ok(true) => Ok(()),
            Ok(false) => Err(anyhow::anyhow!("a bar is not met")),
            Err(error) => Err(error),
        },
        ["repair", wanted @ ..] => repair::run(wanted),
        _ => Err(anyhow::anyhow!("`cargo xtask bench` runs this")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gouji-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn write_table(in_browser: &Path) -> Result<()> {
    if cfg!(debug_assertions) {
        bail!("measured without optimisation, figures say nothing: build with --release");
    }
    let in_browser =
        fs::read_to_string(in_browser).context("the figures from the browser could not be read")?;
    let in_browser: InBrowser = serde_json::from_str(&in_browser)?;
    let mut figures = native::figures()?;
    figures.extend(in_browser.figures.iter().cloned());
    figures.extend(weight::figures(&in_browser.loaded)?);
    let folder = workspace().join("bench");
    let results = table::Results { machine: table::machine(&in_browser.browser), figures };
    let shown = results.to_markdown();
    println!("\n{shown}");
    fs::write(folder.join("results.md"), shown)?;
    fs::write(folder.join("results.json"), serde_json::to_string_pretty(&results)? + "\n")?;
    Ok(())
}
