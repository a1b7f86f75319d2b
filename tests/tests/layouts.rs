//! What real programs make of a report is read right, or it is said that it
//! could not be read.
//!
//! `tests/layouts/expected.txt` says of every file what became of its tables:
//! 主动公开, 申请, 复议诉讼. `UPDATE_EXPECTED=1` writes it again; `git diff` is
//! then to be read line by line. A wrong cell is never expected.

use std::fmt::Write as _;
use std::sync::LazyLock;

use gouji_tests::layouts::{Judgement, Outcome, SoftwareFile, software};
use gouji_tests::{difference, fixtures};

/// A file and what was read in it; nothing where its reader is not built in.
struct Read {
    file: SoftwareFile,
    judgement: Option<Judgement>,
}

/// All files, read once for all tests.
static READ: LazyLock<Vec<Read>> = LazyLock::new(|| {
    let read = |file: SoftwareFile| Read { judgement: file.judged(), file };
    software().into_iter().map(read).collect()
});

/// What `fault` says of the files, with their names.
fn faults(fault: impl Fn(&SoftwareFile, &Judgement) -> Option<String>) -> Vec<String> {
    let read = READ.iter().filter_map(|read| Some((&read.file, read.judgement.as_ref()?)));
    read.filter_map(|(file, judgement)| Some(format!("{}: {}", file.name, fault(file, judgement)?))).collect()
}

#[test]
fn no_cell_is_wrong_in_a_table_said_to_be_exact() {
    let faults =
        faults(|_, judgement| judgement.has(Outcome::WrongExact).then(|| judgement.wrong.join("; ")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_sum_is_said_to_fail_that_holds() {
    let faults =
        faults(|_, judgement| (!judgement.false_sums.is_empty()).then(|| judgement.false_sums.join("; ")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_cell_is_right_where_the_grid_is_kept() {
    let faults = faults(|file, judgement| {
        let is_exact = judgement.tables.iter().all(|table| table.outcome == Outcome::Exact);
        (file.keeps_grid() && !is_exact)
            .then(|| format!("{} unread, wrong: {}", judgement.unread, judgement.wrong.join("; ")))
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_table_ends_as_expected() {
    let path = fixtures::root().join("layouts/expected.txt");
    let mut found = String::new();
    for Read { file, judgement } in READ.iter() {
        let outcome = match judgement {
            Some(judgement) => {
                let tables = judgement.tables.iter().map(|table| words(table.outcome));
                tables.collect::<Vec<&str>>().join(" ")
            }
            None => "not built in".to_owned(),
        };
        let _ = writeln!(found, "{}: {outcome}", file.name);
    }
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, found).expect("expected.txt can be written");
        return;
    }
    // Without the real reports their files are not there.
    let with_shared = found.contains("\nshared/");
    let is_there = |line: &&str| with_shared || !line.starts_with("shared/");
    let expected = fixtures::read(&path);
    let mut expected = expected.lines().filter(is_there).collect::<Vec<&str>>().join("\n");
    expected.push('\n');
    assert!(expected == found, "{}", difference(&expected, &found));
}

fn words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Exact => "exact",
        Outcome::Inferred => "inferred",
        Outcome::Partial => "partial",
        Outcome::Refused => "refused",
        Outcome::WrongExact => "WRONG-EXACT",
        Outcome::WrongInferred => "WRONG-INFERRED",
        Outcome::WrongPartial => "WRONG-PARTIAL",
    }
}
