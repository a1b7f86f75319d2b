//! `gouji rules`: what is looked for.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use gouji::rules::{REGISTRY, Rule};
use serde::Deserialize;
use unicode_width::UnicodeWidthStr;

use crate::arguments::Rules;
use crate::words::Words;

/// What is explained of a rule besides what the registry knows.
#[derive(Deserialize)]
struct Explanation {
    code: String,
    finds: String,
    why: String,
    example: String,
    leaves_out: String,
}

/// Explains the rules that are named, or prints every rule on a line: code,
/// severity, what it finds.
///
/// # Errors
///
/// Where the output cannot be written, unless its reader has gone away.
pub(crate) fn print(what: &Rules, words: &Words) -> io::Result<()> {
    let text = if what.rules.is_empty() { table(words) } else { explained(&what.rules, words) };
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(wrong) if wrong.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn explained(rules: &[&Rule], words: &Words) -> String {
    // The file is made by `cargo xtask docs`; its tests are there.
    let explanations: Vec<Explanation> = serde_json::from_str(words.explanations).unwrap_or_default();
    let mut text = String::new();
    for rule in rules {
        if !text.is_empty() {
            text.push('\n');
        }
        let severity = (words.severity)(rule.severity);
        let _ = writeln!(text, "{}  {severity}  {}  [{}]", rule.code, (words.title)(rule), rule.name);
        let basis = (words.rule_basis)(rule);
        let parts = match explanations.iter().find(|explanation| explanation.code == rule.code) {
            Some(Explanation { finds, why, example, leaves_out, .. }) => {
                [finds, why, basis, example, leaves_out]
            }
            None => ["", "", basis, "", ""],
        };
        for (heading, part) in words.explained.into_iter().zip(parts).filter(|(_, part)| !part.is_empty()) {
            let _ = writeln!(text, "  {heading}{part}");
        }
    }
    text
}

fn table(words: &Words) -> String {
    let severities = REGISTRY.iter().map(|rule| (words.severity)(rule.severity));
    let widest = severities.map(UnicodeWidthStr::width).max().unwrap_or_default();
    let line = |rule: &&Rule| {
        let severity = (words.severity)(rule.severity);
        // Chinese characters are two columns wide, which `{:width$}` does not know.
        let padding = " ".repeat(widest - severity.width());
        format!("{}  {severity}{padding}  {}\n", rule.code, (words.title)(rule))
    };
    REGISTRY.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Language;
    use crate::words;

    #[test]
    fn a_rule_is_explained_in_the_language_asked_for() {
        let rule = gouji::rules::find("GJ301").expect("it is a rule");
        for (language, heading) in [(Language::Zh, "查什么："), (Language::En, "leaves out: ")] {
            let words = words::of(language);
            let text = explained(&[rule, rule], words);
            let first = format!(
                "GJ301  {}  {}  [row_total_mismatch]",
                (words.severity)(rule.severity),
                (words.title)(rule)
            );
            assert_eq!(text.lines().next(), Some(first.as_str()));
            assert!(text.contains(&format!("\n  {heading}")), "{text}");
            assert!(text.contains((words.rule_basis)(rule)), "{text}");
            assert_eq!(text.lines().count(), 13, "{text}");
        }
    }

    #[test]
    fn the_titles_stand_below_one_another() {
        for language in [Language::Zh, Language::En] {
            let words = words::of(language);
            let table = table(words);
            assert_eq!(table.lines().count(), REGISTRY.len());
            let mut columns = REGISTRY.iter().zip(table.lines()).map(|(rule, line)| {
                line.strip_suffix((words.title)(rule)).expect("the title ends the line").width()
            });
            let first = columns.next();
            assert!(columns.all(|column| Some(column) == first));
        }
    }
}
