//! What the core must not know: files, clocks, networks, chance, floating
//! point, serialisation, browsers. Read off its sources, so that a new
//! dependency or a new `use` is seen here first.

#![allow(clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gouji")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn the_core_depends_on_nothing() {
    let manifest = fs::read_to_string(core().join("Cargo.toml")).expect("the core has a manifest");
    assert!(!manifest.contains("dependencies"), "crates/gouji/Cargo.toml names a dependency");
}

#[test]
fn the_core_touches_nothing_outside_and_has_no_floating_point() {
    const FORBIDDEN: [&str; 11] = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::time",
        "std::process",
        "HashMap",
        "HashSet",
        "f32",
        "f64",
        "unsafe",
    ];
    for path in sources(&core().join("src")) {
        let source = fs::read_to_string(&path).expect("a source is UTF-8");
        for word in FORBIDDEN {
            assert!(!source.contains(word), "{} says {word}", path.display());
        }
    }
}

#[test]
fn reading_knows_no_label_of_the_form() {
    // The labels are data: a reader that knew one would need new code for a new form.
    const LABELS: [&str; 6] = ["予以公开", "本年新收", "行政许可", "结果维持", "结转下", "商业企业"];
    // What people write in prose is no label: it needs words of its own.
    let of_prose = |path: &std::path::Path| {
        ["claims/vocabulary.rs", "claims/tests.rs", "prose/sums.rs"].iter().any(|name| path.ends_with(name))
    };
    for path in sources(&core().join("src/reading")).into_iter().filter(|path| !of_prose(path)) {
        let source = fs::read_to_string(&path).expect("a source is UTF-8");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for label in LABELS {
                assert!(!line.contains(label), "{}: {line}", path.display());
            }
        }
    }
}
