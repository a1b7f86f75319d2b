//! Every rule has a page under `tests/rules` that an official can read, and
//! the rule does what its page says.

#![allow(clippy::panic)]

use gouji::rules::REGISTRY;
use gouji_tests::fixtures;
use gouji_tests::page::{self, Case};

/// The pages with their codes, in order.
fn pages() -> Vec<(String, String)> {
    let folder = fixtures::root().join("rules");
    let codes = fixtures::names_in(&folder, "md").into_iter();
    let page = |code: &str| fixtures::read(&folder.join(code).with_extension("md"));
    codes.map(|code| (code.clone(), page(&code))).collect()
}

fn cases(code: &str, page: &str) -> Vec<Case> {
    page::parse(page).unwrap_or_else(|problem| panic!("tests/rules/{code}.md:{problem}"))
}

#[test]
fn every_rule_does_what_its_page_says() {
    let mut wrong = Vec::new();
    for (code, page) in pages() {
        for case in cases(&code, &page) {
            wrong.extend(
                case.run(&code).into_iter().map(|complaint| format!("tests/rules/{code}.md:{complaint}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}处与说明不符：\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_a_page_and_every_page_its_rule() {
    let rules: Vec<&str> = REGISTRY.iter().map(|rule| rule.code).collect();
    let codes: Vec<String> = pages().into_iter().map(|(code, _)| code).collect();
    assert_eq!(rules, codes);
}

#[test]
fn every_page_begins_with_the_code_and_title_of_its_rule() {
    for (code, page) in pages() {
        let rule = REGISTRY.iter().find(|rule| rule.code == code);
        let heading = rule.map(|rule| format!("# {code} {}", rule.title.chinese));
        assert_eq!(page.lines().next(), heading.as_deref(), "tests/rules/{code}.md");
    }
}

#[test]
fn every_page_fires_and_stays_silent_at_least_as_often() {
    for (code, page) in pages() {
        let cases = cases(&code, &page);
        let fires = |case: &Case| case.findings.iter().any(|finding| finding.code == code);
        let firing = cases.iter().filter(|case| fires(case)).count();
        assert!(firing > 0, "tests/rules/{code}.md has no case that is reported");
        assert!(cases.len() - firing >= firing, "tests/rules/{code}.md has {firing} cases that are reported");
    }
}
