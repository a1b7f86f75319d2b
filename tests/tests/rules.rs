//! Every rule has a page under `tests/rules` that an official can read, and
//! the rule does what its page says.

#![allow(clippy::panic)]

use std::path::PathBuf;

use gouji::rules::REGISTRY;
use gouji::{Finding, Language, Options, check};
use gouji_tests::fixtures;
use gouji_tests::page::{self, Case};

/// What the doc comment of every rule says, in this order.
const HEADINGS: [&str; 8] = [
    "查什么：",
    "为什么：",
    "例：",
    "不报：",
    "What it finds:",
    "Why it matters:",
    "Example:",
    "What it leaves out:",
];

/// Where the rules are.
fn sources() -> PathBuf {
    fixtures::root().join("../crates/gouji/src/rules")
}

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
        let heading = rule.map(|rule| format!("# {code} {}", rule.title.in_language(Language::Chinese)));
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

#[test]
fn every_rule_is_a_file_with_its_code_and_name() {
    let named: Vec<String> =
        REGISTRY.iter().map(|rule| format!("{}_{}", rule.code.to_lowercase(), rule.name)).collect();
    let mut files = fixtures::names_in(&sources(), "rs");
    files.retain(|name| name.starts_with("gj"));
    assert_eq!(named, files);
}

#[test]
fn names_are_plain_words() {
    for rule in REGISTRY {
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(rule.name.split('_').all(is_word), "{}: {}", rule.code, rule.name);
        let same = REGISTRY.iter().filter(|other| other.name == rule.name);
        assert_eq!(same.count(), 1, "{}: {} is the name of another rule as well", rule.code, rule.name);
    }
}

#[test]
fn every_rule_tells_what_it_finds_and_leaves_out_in_both_languages() {
    let mut missing = Vec::new();
    let is_rule = |name: &&String| name.starts_with("gj") || *name == "skeleton";
    for file in fixtures::names_in(&sources(), "rs").iter().filter(is_rule) {
        let source = fixtures::read(&sources().join(file).with_extension("rs"));
        let places: Vec<Option<usize>> =
            HEADINGS.iter().map(|heading| source.find(&format!("//! {heading}"))).collect();
        if places.contains(&None) || !places.is_sorted() {
            missing.push(format!("{file}.rs: {places:?}"));
        }
    }
    assert!(missing.is_empty(), "the places of {HEADINGS:?}:\n{}", missing.join("\n"));
}

#[test]
fn what_is_said_is_whole_in_both_languages() {
    let mut wrong = Vec::new();
    for (code, page) in pages() {
        let fires = |case: &Case| case.findings.iter().any(|finding| finding.code == code);
        for case in cases(&code, &page).iter().filter(|case| fires(case)) {
            for language in [Language::Chinese, Language::English] {
                let report = check(&case.text, &Options { language, ..Options::default() });
                for finding in report.findings.iter().filter(|finding| finding.rule.code == code) {
                    let at = format!("tests/rules/{code}.md:{}", case.line);
                    wrong.extend(complaint(finding, language).map(|what| format!("{at}: {what}")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the words of a finding.
fn complaint(finding: &Finding, language: Language) -> Option<String> {
    let end = match language {
        Language::Chinese => '。',
        Language::English => '.',
    };
    for words in [&finding.message, &finding.basis, &finding.advice] {
        if !words.ends_with(end) {
            return Some(format!("“{words}” does not end with {end}"));
        }
    }
    let labels = finding.labels.iter().map(|label| &label.text);
    for words in labels.chain([&finding.message, &finding.basis, &finding.advice]) {
        if let Some(place) = places(words).first() {
            return Some(format!("“{words}” leaves {{{place}}} open"));
        }
    }
    None
}

/// The places for facts in words: `{name}`.
fn places(words: &str) -> Vec<&str> {
    let mut places = Vec::new();
    for piece in words.split('{').skip(1) {
        let Some((name, _)) = piece.split_once('}') else { continue };
        if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            places.push(name);
        }
    }
    places
}

#[test]
fn every_place_for_a_fact_has_its_fact() {
    // Not every message occurs in a test: those that do not are seen here.
    let mut open = Vec::new();
    for file in fixtures::names_in(&sources(), "rs") {
        let source = fixtures::read(&sources().join(&file).with_extension("rs"));
        let code = source.split("#[cfg(test)]").next().unwrap_or_default().replace("\\u{", "");
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for place in places(line) {
                // A place with the name of a variable may be one of `format!`.
                let in_format = line.contains("format!(") || line.contains("write!(");
                if !in_format && !code.contains(&format!("\"{place}\"")) {
                    open.push(format!("{file}.rs: {{{place}}}"));
                }
            }
        }
    }
    assert!(open.is_empty(), "{}", open.join("\n"));
}
