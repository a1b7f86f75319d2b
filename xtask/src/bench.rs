//! Measuring speed and size.

use anyhow::Result;
use gouji_site_server::target_folder;

use crate::command::{announce, cargo, cargo_for_browsers, run};
use crate::site::{self, Profile};
use crate::tools;

/// Measures natively and in Chromium, weighs what is built, and writes
/// `bench/results.md` and `bench/results.json`.
pub(crate) fn bench() -> Result<()> {
    tools::require_browsers()?;
    site::build(Profile::Release)?;
    let in_browser = target_folder().join("bench/browser.json");
    announce("measuring in Chromium");
    run(cargo_for_browsers()
        .args(["run", "--package", "gouji-browser-tests", "--bin", "measure_in_browser", "--"])
        .arg(&in_browser))?;
    announce("measuring natively, and weighing the files");
    run(cargo().args(["run", "--release", "--package", "gouji-bench", "--", "table"]).arg(&in_browser))
}

/// Counts how right tables are read, what the rules find or what repairs make
/// of slips; `arguments` begin with `accuracy`, `rules` or `repair`.
pub(crate) fn count(arguments: &[String]) -> Result<()> {
    run(cargo().args(["run", "--release", "--package", "gouji-bench", "--"]).args(arguments))
}
