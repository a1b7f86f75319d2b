//! The Chromiums of old that the tests run in, as far back as offices have them.
//!
//! They are no longer to be had from where they were published. The npm package
//! `chrome-aws-lambda` carried one in each of its editions, packed, with the
//! libraries it needs.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use flate2::read::GzDecoder;
use gouji_site_server::{find_program, tools_folder};

use crate::command::{announce, run};
use crate::tools;

/// The number of a Chromium, and the edition of the package that carries it.
const CARRIED: [(u16, &str); 4] = [(78, "1.20.4"), (86, "5.3.1"), (90, "8.0.2"), (92, "10.1.0")];

/// What lies in the package, packed: the program itself, and its libraries.
const PROGRAM: &str = "package/bin/chromium.br";
const LIBRARIES: &str = "package/bin/aws.tar.br";

/// Makes sure that all of them are there, or says that there are none for this
/// system: the tests then leave them out.
pub(crate) fn require() -> Result<()> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        println!("not tested: the Chromiums of old are there for Linux on x86-64 only");
        return Ok(());
    }
    for (number, edition) in CARRIED {
        let folder = tools_folder().join(format!("chromium-{number}"));
        if !folder.join("chromium").is_file() {
            announce(&format!("fetching Chromium {number} (some 40 MB, once)"));
            fetch(edition, &folder).with_context(|| format!("Chromium {number} could not be fetched"))?;
        }
    }
    Ok(())
}

fn fetch(edition: &str, folder: &Path) -> Result<()> {
    tools::require_npm()?;
    let npm = find_program("npm").context("npm is not installed")?;
    // Beside, until it is whole.
    let beside = folder.with_extension("fetching");
    if beside.exists() {
        fs::remove_dir_all(&beside)?;
    }
    fs::create_dir_all(&beside)?;
    let package = format!("chrome-aws-lambda@{edition}");
    run(Command::new(npm).args(["pack", "--silent", &package]).current_dir(&beside))?;
    let packed = beside.join(format!("chrome-aws-lambda-{edition}.tgz"));
    unpack(&packed, &beside)?;
    fs::remove_file(&packed)?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::rename(&beside, folder)?;
    Ok(())
}

fn unpack(package: &Path, folder: &Path) -> Result<()> {
    let mut has_program = false;
    let mut archive = tar::Archive::new(GzDecoder::new(File::open(package)?));
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        if path == Path::new(PROGRAM) {
            let program = folder.join("chromium");
            brotli::BrotliDecompress(&mut entry, &mut File::create(&program)?)?;
            make_executable(&program)?;
            has_program = true;
        } else if path == Path::new(LIBRARIES) {
            let mut libraries = Vec::new();
            let mut packed = Vec::new();
            entry.read_to_end(&mut packed)?;
            brotli::BrotliDecompress(&mut packed.as_slice(), &mut libraries)?;
            tar::Archive::new(libraries.as_slice()).unpack(folder)?;
        }
    }
    if !has_program {
        bail!("{} carries no Chromium", package.display());
    }
    Ok(())
}

#[cfg(unix)]
fn make_executable(program: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::set_permissions(program, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Result<()> {
    bail!("the Chromiums of old are there for Linux only")
}
