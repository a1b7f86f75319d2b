//! What section five says: problems, and what is done about them.

use super::problem_words::{DENIALS, LEADS, MEASURES, MENDING, MISSING, PROBLEMS, SURE_MEASURES};
use super::{any, body_range, compact};
use crate::form::SectionKind;
use crate::reading::Document;
use crate::reading::lines::{lines, trimmed};
use crate::text::TextRange;

/// What section five says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problems {
    /// Its first line; the heading where there is none.
    pub first_line: TextRange,
    /// How many letters and digits stand under its heading.
    pub characters: usize,
    /// Whether it names a problem.
    pub names_problems: bool,
    /// Whether it names a measure.
    pub names_measures: bool,
    /// Whether every clause was understood as one of these, or as leading to
    /// one.
    pub is_clear: bool,
}

pub(super) fn read(text: &str, document: &Document) -> Option<Problems> {
    let section = document.section(SectionKind::Problems)?;
    let range = body_range(text, section);
    let filled = |line: &TextRange| !line.is_empty();
    let first_line = lines(text, range).map(|line| trimmed(text, line)).find(filled);
    let prose = compact(range.of(text));
    let mut found = Problems {
        first_line: first_line.unwrap_or(section.heading_range),
        characters: prose.chars().filter(|character| character.is_alphanumeric()).count(),
        names_problems: false,
        names_measures: false,
        is_clear: true,
    };
    for clause in prose.split(['。', '；', '，', ';', ',', '！', '：', ':']) {
        if found.names_problems && found.names_measures {
            break;
        }
        if is_denied(clause) {
            continue;
        }
        let names_a_problem = any_of_many(clause, PROBLEMS);
        let names_a_measure = (!names_a_problem && any_of_many(clause, MEASURES))
            || any(clause, SURE_MEASURES)
            || (any(clause, MENDING) && !any(clause, MISSING));
        found.names_problems |= names_a_problem;
        found.names_measures |= names_a_measure;
        if !names_a_problem && !names_a_measure && clause.chars().count() > 4 && !any(clause, LEADS) {
            found.is_clear = false;
        }
    }
    Some(found)
}

/// Whether one of many words occurs; the words are in order.
fn any_of_many(clause: &str, words: &[&str]) -> bool {
    clause.char_indices().any(|(at, character)| {
        let rest = &clause[at..];
        let first = &rest[..character.len_utf8()];
        let from = words.partition_point(|word| *word < first);
        words[from..].iter().take_while(|word| word.starts_with(first)).any(|word| rest.starts_with(word))
    })
}

/// 没有发现明显问题.
fn is_denied(clause: &str) -> bool {
    let Some(at) = clause.find("问题") else { return false };
    let before = &clause[..at];
    DENIALS.iter().any(|denial| {
        before.rfind(denial).is_some_and(|start| before[start + denial.len()..].chars().count() <= 6)
    })
}
