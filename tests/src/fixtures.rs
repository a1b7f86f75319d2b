//! The reports that are tested.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the tests.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the invented reports.
pub fn reports() -> PathBuf {
    root().join("reports")
}

/// The invented report with this name.
pub fn report(name: &str) -> String {
    read(&reports().join(name).with_extension("txt"))
}

/// The names of all invented reports, in order.
pub fn names() -> Vec<String> {
    names_in(&reports(), "txt")
}

/// The names of the files in `folder` that end in `extension`, without it.
pub fn names_in(folder: &Path, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut names: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

/// The file, as text.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folder of real reports beside the repository; none, with a notice,
/// where it is not there.
pub fn shared() -> Option<PathBuf> {
    let folder = root().join("../../shared");
    if folder.join("reports").is_dir() {
        return Some(folder);
    }
    println!("skipped: no real reports at {}", folder.display());
    None
}
