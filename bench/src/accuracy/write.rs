//! The figures as a page.

use std::fmt::{Arguments, Write as _};

use gouji::form::TableId;
use gouji_tests::layouts::Outcome;

use super::tally::{Condition, Failure, Results, Tally};

/// The figures of the generated texts.
pub(super) fn generated(page: &mut String, results: &Results) {
    let all = results.over(|_, _| true);
    line(page, format_args!("# How right tables are read\n"));
    line(
        page,
        format_args!(
            "`cargo xtask bench accuracy` writes this page; `tests/src/layouts` says what the texts are.\n"
        ),
    );
    line(page, format_args!("## Generated texts\n"));
    line(
        page,
        format_args!(
            "{} texts, {} tables, {} cells. Wrong cells in a table said to be exact: texts {}. One report in eight holds a slip, \
             so that a sum does not hold.\n",
            all.texts,
            all.all_tables(),
            all.cells.iter().sum::<usize>(),
            results.wrong_exact(),
        ),
    );
    line(page, format_args!("### As laid out, nothing damaged\n"));
    layouts(page, results, |condition| condition == Condition::Whole);
    line(page, format_args!("\n### Damaged, or printed in columns too narrow for the numbers\n"));
    layouts(page, results, |condition| condition != Condition::Whole);
    line(page, format_args!("\n### Tables read right, exact or inferred, by damage\n"));
    line(page, format_args!("`✗` counts the tables that are wrong and said to be exact.\n"));
    matrix(page, results);
    line(page, format_args!("\n### Tables read right, exact or inferred, by table, nothing damaged\n"));
    line(
        page,
        format_args!(
            "`without blanks`: tables in which no cell is blank; many layouts do not say where a blank is.\n"
        ),
    );
    by_table(page, results);
}

/// The figures of the files of real software.
pub(super) fn software(page: &mut String, results: &Results) {
    if results.software.is_empty() {
        return;
    }
    line(page, format_args!("\n## Files of real software\n"));
    line(page, format_args!("`tests/layouts/README.md` says how they came about.\n"));
    head(page, "way");
    for (way, tally) in &results.software {
        row(page, way, tally);
    }
}

/// The first texts of every failure, for a person to look at.
pub(super) fn failing(results: &Results, most: usize) -> String {
    let mut page = String::new();
    for (failure, names) in &results.failing {
        let words = match failure {
            Failure::WrongExact => "WRONG, and said to be exact",
            Failure::FalseSum => "a sum is said to fail, and holds",
            Failure::Wrong => "wrong in a table said to be inferred or partly read",
            Failure::FalseGap => "said to be missing or blank, and printed",
            Failure::Unread => "whole, without blanks, in order, and not read",
        };
        line(
            &mut page,
            format_args!("{words}: {} texts (`--show NAME` prints a generated one)", names.len()),
        );
        // The first of every layout rather than many of one.
        let mut seen = std::collections::BTreeMap::new();
        for (name, what) in names {
            let count: &mut usize = seen.entry(name.split(':').next().unwrap_or_default()).or_default();
            *count += 1;
            if *count <= most {
                line(&mut page, format_args!("  {name}   {what}"));
            }
        }
    }
    page
}

fn line(page: &mut String, words: Arguments<'_>) {
    let _ = writeln!(page, "{words}");
}

fn layouts(page: &mut String, results: &Results, wanted: impl Fn(Condition) -> bool) {
    head(page, "layout");
    for layout in results.layouts() {
        row(page, layout.name(), &results.over(|it, condition| it == layout && wanted(condition)));
    }
    row(page, "all", &results.over(|_, condition| wanted(condition)));
}

fn head(page: &mut String, first: &str) {
    let columns = "texts | cells right | tables exact | inferred | partial | refused | wrong, said exact \
                   | wrong, said inferred | wrong, said partial | texts with a false sum | with a false gap";
    line(page, format_args!("| {first} | {columns} |"));
    line(page, format_args!("| --- |{}", " ---: |".repeat(11)));
}

fn row(page: &mut String, name: &str, tally: &Tally) {
    let all = tally.all_tables();
    let outcome = |wanted| tally.tables(|_, outcome| outcome == wanted);
    let share = |wanted| percent(outcome(wanted), all);
    line(
        page,
        format_args!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            tally.texts,
            percent(tally.cells[0], tally.cells.iter().sum()),
            share(Outcome::Exact),
            share(Outcome::Inferred),
            share(Outcome::Partial),
            share(Outcome::Refused),
            outcome(Outcome::WrongExact),
            outcome(Outcome::WrongInferred),
            outcome(Outcome::WrongPartial),
            tally.false_sums,
            tally.false_gaps,
        ),
    );
}

fn matrix(page: &mut String, results: &Results) {
    let names: Vec<&str> = Condition::all().map(Condition::name).collect();
    line(page, format_args!("| layout | {} |", names.join(" | ")));
    line(page, format_args!("| --- |{}", " ---: |".repeat(names.len())));
    for layout in results.layouts() {
        let cells: Vec<String> = Condition::all()
            .map(|condition| {
                let tally = results.over(|it, its| it == layout && its == condition);
                let wrong = tally.tables(|_, outcome| outcome == Outcome::WrongExact);
                let right = percent(tally.tables(|_, outcome| outcome.is_right()), tally.all_tables());
                if wrong == 0 { right } else { format!("{right} ✗{wrong}") }
            })
            .collect();
        line(page, format_args!("| {} | {} |", layout.name(), cells.join(" | ")));
    }
}

fn by_table(page: &mut String, results: &Results) {
    line(
        page,
        format_args!("| layout | disclosure | applications | review | without blanks, exact | right |"),
    );
    line(page, format_args!("| --- | ---: | ---: | ---: | ---: | ---: |"));
    for layout in results.layouts() {
        let tally = results.over(|it, condition| it == layout && condition == Condition::Whole);
        let share = |table: TableId| {
            percent(
                tally.tables(|it, outcome| it == table && outcome.is_right()),
                tally.tables(|it, _| it == table),
            )
        };
        let [disclosure, applications, review] = TableId::STATUTORY.map(share);
        let filled = |wanted: fn(Outcome) -> bool| -> usize {
            tally.filled.iter().filter(|(outcome, _)| wanted(**outcome)).map(|(_, count)| count).sum()
        };
        let all = filled(|_| true);
        let exact = percent(filled(|outcome| outcome == Outcome::Exact), all);
        let right = percent(filled(Outcome::is_right), all);
        line(
            page,
            format_args!(
                "| {} | {disclosure} | {applications} | {review} | {exact} | {right} |",
                layout.name()
            ),
        );
    }
}

/// The share with two digits; 100 only where nothing is left out.
fn percent(part: usize, of: usize) -> String {
    if of == 0 {
        return "–".to_owned();
    }
    let hundredths = part * 10_000 / of;
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}
