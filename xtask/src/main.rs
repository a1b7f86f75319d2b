//! The commands of this workspace: `cargo xtask help` lists them.

mod bench;
mod command;
mod dist;
mod docs;
mod engines;
mod lower;
mod package_tests;
mod reorder;
mod script;
mod serve;
mod shrink;
mod site;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use gouji_site_server::dist_folder;

use crate::site::Profile;

const HELP: &str = "\
cargo xtask build [--dev]             builds the page into target/site and the JavaScript package into target/pkg
cargo xtask dist                      builds everything that is handed over into dist/
cargo xtask dist --check-reproducible builds it twice, in two folders, and compares every file
cargo xtask serve [--dev] [--port N]  builds, then serves the page on 127.0.0.1 and prints the address
cargo xtask test [--native | --npm | --engines]
                                      runs every test, and installs first what they need; or those without a browser;
                                      or those of the npm package, or of every form in every engine, as they lie in dist/
cargo xtask lint                      checks formatting, clippy, documentation, licences and advisories
cargo xtask docs [--check]            writes docs/rules and web/static/rules.*.json; or says which of them are stale
cargo xtask ci                        docs --check, lint, then test
cargo xtask bench                     measures speed and size, and writes bench/results.md and bench/results.json
cargo xtask bench accuracy [...]      counts how right tables are read, layout by layout, and writes bench/accuracy.md
cargo xtask bench rules [...]         counts what the rules find of faults put in, and writes bench/rules.md
cargo xtask bench repair [...]        counts what repairs make of slips put in, and writes bench/repair.md

--dev builds quickly and without optimisation. After `accuracy`: --generated N texts (20000 if not said);
--layout NAME, only this one; --failing N, how many failing texts of a layout are named; --show NAME:N prints one.
After `rules`: --clean N reports (2000 if not said); --each N faults of a rule (100); --rule GJnnn, only this one; --named N;
--from N, other reports, beginning with this number; --show GJnnn:N or clean:N prints one. After `repair`: how many tables of each kind (400); or export N, for tests/repair/solver.py.";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<String>) -> Result<()> {
    let verb = if arguments.is_empty() { "help".to_owned() } else { arguments.remove(0) };
    match verb.as_str() {
        "build" => {
            let profile = take_profile(&mut arguments);
            nothing_left(&arguments)?;
            site::build(profile)
        }
        "dist" => {
            let twice = take_flag(&mut arguments, "--check-reproducible");
            nothing_left(&arguments)?;
            if twice { dist::check_reproducible() } else { dist::dist() }
        }
        "serve" => {
            let profile = take_profile(&mut arguments);
            let port = take_port(&mut arguments)?;
            nothing_left(&arguments)?;
            site::build(profile)?;
            serve::serve(port)
        }
        "test" => {
            let native = take_flag(&mut arguments, "--native");
            let package = take_flag(&mut arguments, "--npm");
            let engines = take_flag(&mut arguments, "--engines");
            nothing_left(&arguments)?;
            match (native, package, engines) {
                (true, ..) => test::native(),
                (_, true, _) => package_tests::run_all(&dist_folder().join("npm")),
                (.., true) => test::engines(),
                _ => test::everything(),
            }
        }
        "lint" => {
            nothing_left(&arguments)?;
            test::lint()
        }
        "docs" => {
            let check = take_flag(&mut arguments, "--check");
            nothing_left(&arguments)?;
            if check { docs::check() } else { docs::write() }
        }
        "ci" => {
            nothing_left(&arguments)?;
            docs::check()?;
            test::lint()?;
            test::everything()
        }
        "bench"
            if arguments
                .first()
                .is_some_and(|word| ["accuracy", "rules", "repair"].contains(&word.as_str())) =>
        {
            bench::count(&arguments)
        }
        "bench" => {
            nothing_left(&arguments)?;
            bench::bench()
        }
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no `{other}`; the commands are\n{HELP}"),
    }
}

fn take_profile(arguments: &mut Vec<String>) -> Profile {
    if take_flag(arguments, "--dev") { Profile::Dev } else { Profile::Release }
}

fn take_flag(arguments: &mut Vec<String>, flag: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != flag);
    arguments.len() < before
}

/// The port after `--port`; 0 lets the system choose one.
fn take_port(arguments: &mut Vec<String>) -> Result<u16> {
    let Some(place) = arguments.iter().position(|argument| argument == "--port") else { return Ok(0) };
    arguments.remove(place);
    if place == arguments.len() {
        bail!("--port needs a number after it");
    }
    let port = arguments.remove(place);
    port.parse().with_context(|| format!("`{port}` is not a port"))
}

fn nothing_left(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        Some(argument) => bail!("`{argument}` is not understood here; the commands are\n{HELP}"),
        None => Ok(()),
    }
}
