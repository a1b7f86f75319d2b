//! What the options change, and what they leave as it is.

#![allow(clippy::panic)]

use gouji::form::CellId;
use gouji::reading::{CellReading, Quantity};
use gouji::{Correction, Language, Options, Report, check};
use gouji_tests::fixtures;

fn cell(name: &str) -> CellId {
    CellId::parse(name).unwrap_or_else(|| panic!("{name} is no cell"))
}

fn corrected(text: &str, corrections: &[(&str, &str, i64)]) -> Report {
    let correction = |&(name, printed, value): &(&str, &str, i64)| Correction {
        cell: cell(name),
        printed: printed.to_owned(),
        value: Quantity::Count(value),
    };
    let corrections = corrections.iter().map(correction).collect();
    check(text, &Options { corrections, ..Options::default() })
}

fn failing(report: &Report) -> Vec<String> {
    report.relations.failing().iter().map(ToString::to_string).collect()
}

#[test]
fn the_language_changes_the_words_and_nothing_else() {
    for name in fixtures::names() {
        let text = fixtures::report(&name);
        let chinese = check(&text, &Options::default());
        let english = check(&text, &Options { language: Language::English, ..Options::default() });
        let about = |report: &Report| -> Vec<_> {
            let findings = report.findings.iter();
            findings
                .map(|it| (it.rule.code, it.severity, it.cells.clone(), it.relations.clone(), it.range))
                .collect()
        };
        assert_eq!(about(&chinese), about(&english), "{name}");
        for (one, other) in chinese.findings.iter().zip(&english.findings) {
            let code = one.rule.code;
            for (words, others) in [(&one.message, &other.message), (&one.advice, &other.advice)] {
                assert!(!words.is_empty() && !others.is_empty(), "{name}: {code} has nothing to say");
                assert_ne!(words, others, "{name}: {code} says the same in both languages");
            }
            assert!(!one.basis.is_empty() && !other.basis.is_empty(), "{name}: {code} has no basis");
        }
    }
}

#[test]
fn a_correction_counts_in_the_place_of_what_is_printed() {
    let text = fixtures::report("两表各错一处");
    let name = "applications.unable_not_held.total";
    let report = corrected(&text, &[(name, "44", 42)]);
    assert_eq!(failing(&report), ["review.total.review"]);
    let read = report.tables.iter().find_map(|table| table.cell(cell(name))).expect("the cell is there");
    assert_eq!(read.reading, CellReading::Number(Quantity::Count(44)));
    assert_eq!(read.corrected, Some(Quantity::Count(42)));
    assert_eq!(read.range.of(&text), "44");
}

#[test]
fn a_correction_of_what_is_no_longer_printed_does_not_count() {
    let text = fixtures::report("两表各错一处");
    let report = corrected(&text, &[("applications.unable_not_held.total", "45", 42)]);
    assert_eq!(
        failing(&report),
        ["applications.row.unable_not_held", "applications.column_total.total", "review.total.review"]
    );
}

#[test]
fn corrections_can_make_a_report_consistent_and_break_one() {
    let text = fixtures::report("两表各错一处");
    let both = [("applications.unable_not_held.total", "44", 42), ("review.review.total", "8", 7)];
    assert_eq!(failing(&corrected(&text, &both)), Vec::<String>::new());
    let broken = corrected(&fixtures::report("县政府2024"), &[("review.direct.total", "3", 4)]);
    assert_eq!(failing(&broken), ["review.total.direct"]);
}

#[test]
fn a_blank_can_be_filled_in() {
    let text = fixtures::report("空白格");
    let report = corrected(&text, &[("review.review.upheld", "", 0)]);
    let read = report.tables.iter().find_map(|table| table.cell(cell("review.review.upheld")));
    assert_eq!(read.and_then(|cell| cell.corrected.clone()), Some(Quantity::Count(0)));
    let still = report.findings.iter().any(|it| it.cells.contains(&cell("review.review.upheld")));
    assert!(!still, "the filled cell is still reported as blank");
}

#[test]
fn beyond_the_last_report_the_last_one_is_checked() {
    let both = fixtures::report("两份报告");
    let title = |report| {
        let report = check(&both, &Options { report, ..Options::default() });
        report.title.map(|title| title.value)
    };
    assert_eq!(title(0).as_deref(), Some("砚川市望禾区2023年政府信息公开工作年度报告"));
    assert_eq!(title(1).as_deref(), Some("临湖县禾丘镇人民政府2022年政府信息公开工作年度报告"));
    assert_eq!(title(9), title(1));
}
