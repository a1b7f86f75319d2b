//! What a caller may ask for: rules left out or weighed otherwise, facts given
//! by hand, and findings set aside.

#![allow(clippy::panic)]

use gouji::form::FormId;
use gouji::reading::IssuerKind;
use gouji::{Finding, Level, Options, Profile, Report, SetAside, Severity, Verdict, check, rules};
use gouji_tests::fixtures;

fn asked(text: &str, levels: &[(&str, Level)]) -> Report {
    let rule = |code: &str| rules::find(code).unwrap_or_else(|| panic!("there is no {code}"));
    let levels = levels.iter().map(|&(code, level)| (rule(code), level)).collect();
    check(text, &Options { profile: Profile { levels, ..Profile::default() }, ..Options::default() })
}

fn aside(text: &str, ids: &[(&str, &str)]) -> Report {
    let given = |&(id, reason): &(&str, &str)| SetAside { id: id.to_owned(), reason: reason.to_owned() };
    check(text, &Options { set_aside: ids.iter().map(given).collect(), ..Options::default() })
}

fn ids(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.id.as_str()).collect()
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn a_rule_that_is_off_says_nothing_and_the_others_what_they_said() {
    let text = fixtures::report("两表各错一处");
    let before = check(&text, &Options::default());
    assert!(codes(&before).contains(&"GJ304"), "{:?}", codes(&before));
    let report = asked(&text, &[("GJ304", Level::Off)]);
    let rest: Vec<&str> = codes(&before).into_iter().filter(|code| *code != "GJ304").collect();
    assert_eq!(codes(&report), rest);
    assert_eq!(report.relations, before.relations, "what was counted is the same");
}

#[test]
fn a_rule_weighs_what_the_caller_says_and_the_last_word_counts() {
    let text = fixtures::report("两表各错一处");
    let report = asked(&text, &[("GJ304", Level::Off), ("GJ304", Level::As(Severity::Info))]);
    let found = report.findings.iter().find(|finding| finding.rule.code == "GJ304");
    assert_eq!(found.map(|finding| finding.severity), Some(Severity::Info));
}

#[test]
fn a_year_given_by_hand_decides_on_the_form() {
    let text = fixtures::report("县政府2024");
    let profile = Profile { year: Some(2020), ..Profile::default() };
    let report = check(&text, &Options { profile, ..Options::default() });
    assert_eq!(report.form, Some(FormId::Y2019));
    assert!(codes(&report).contains(&"GJ214"), "{:?}", codes(&report));
    assert_eq!(report.year.map(|year| year.value), Some(2024), "what is printed stays what it is");
}

#[test]
fn a_kind_of_organ_given_by_hand_is_the_only_one() {
    let text = fixtures::report("县政府2024");
    let profile = Profile { issuer: Some(IssuerKind::Institution), ..Profile::default() };
    let report = check(&text, &Options { profile, ..Options::default() });
    assert_eq!(report.issuer_kinds, [IssuerKind::Institution]);
}

#[test]
fn every_finding_of_a_report_has_a_name_of_its_own() {
    for name in fixtures::names() {
        let report = check(&fixtures::report(&name), &Options::default());
        let mut names = ids(&report.findings);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), report.findings.len(), "{name}");
    }
}

#[test]
fn a_finding_set_aside_is_listed_apart_with_its_reason() {
    let text = fixtures::report("两表各错一处");
    let before = check(&text, &Options::default());
    let one = before.findings.iter().find(|finding| finding.rule.code == "GJ304").expect("it has one");
    let report = aside(&text, &[(&one.id, "另有说明"), ("GJ304-00000000", "不在文中")]);
    let names: Vec<&str> = report.set_aside.iter().map(|aside| aside.finding.id.as_str()).collect();
    assert_eq!(names, [one.id.as_str()]);
    assert_eq!(report.set_aside[0].reason, "另有说明");
    assert!(!ids(&report.findings).contains(&one.id.as_str()));
    assert_eq!(report.findings.len() + 1, before.findings.len());
}

#[test]
fn a_report_all_of_whose_errors_are_set_aside_has_none() {
    let text = fixtures::report("两表各错一处");
    let before = check(&text, &Options::default());
    assert_eq!(before.verdict, Verdict::Findings);
    let errors = before.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let given: Vec<(&str, &str)> = errors.map(|finding| (finding.id.as_str(), "")).collect();
    assert_eq!(aside(&text, &given).verdict, Verdict::Consistent);
}

#[test]
fn a_finding_is_recognised_wherever_it_stands() {
    let text = fixtures::report("两表各错一处");
    let before = check(&text, &Options::default());
    let moved = text.replacen("一、总体情况", "一、总体情况\n\n本年度工作平稳有序。", 1);
    assert_ne!(moved, text);
    assert_eq!(ids(&check(&moved, &Options::default()).findings), ids(&before.findings));
}

#[test]
fn a_finding_that_says_something_else_is_another() {
    let text = fixtures::report("两表各错一处");
    let before = check(&text, &Options::default());
    let one = before.findings.iter().find(|finding| finding.rule.code == "GJ304").expect("it has one");
    let place = std::ops::Range::from(one.range);
    let mut changed = text.clone();
    changed.replace_range(place, "99");
    let report = aside(&changed, &[(&one.id, "已核对")]);
    assert!(report.set_aside.is_empty(), "another figure has to be looked at again");
    assert!(codes(&report).contains(&"GJ304"), "{:?}", codes(&report));
}

#[test]
fn what_has_its_cause_in_another_finding_says_so() {
    // By the year in the title, the tables are those of another form.
    let text = fixtures::report("县政府2024").replacen("2024年", "2020年", 1);
    let report = check(&text, &Options::default());
    let cause = report.findings.iter().find(|finding| finding.rule.code == "GJ401").expect("it has one");
    let following: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.follows.as_deref() == Some(cause.id.as_str()))
        .map(|finding| finding.rule.code)
        .collect();
    assert!(following.contains(&"GJ214"), "{following:?}");
    let alone = aside(&text, &[(&cause.id, "")]);
    let follows_it = |finding: &Finding| finding.follows.as_deref() == Some(cause.id.as_str());
    assert!(!alone.findings.iter().any(follows_it), "the cause is not listed");
    assert!(codes(&alone).contains(&"GJ214"), "{:?}", codes(&alone));
}
