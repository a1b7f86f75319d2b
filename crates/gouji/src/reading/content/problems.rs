//! What section five says: problems, and what is done about them.

use super::body_range;
use super::problem_words::{DENIALS, LEAD, MEASURE, MENDING, MISSING, PROBLEM, SURE_MEASURE, WORDS};
use crate::form::SectionKind;
use crate::reading::search::{LINE_ENDS, find, find_last, first_characters, first_of, next_word, until};
use crate::reading::word_table::WordTable;
use crate::reading::{Document, Section};
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

/// Reads section five, whose prose in one line is `prose`.
pub(super) fn read(text: &str, document: &Document, prose: &str) -> Option<Problems> {
    let section = document.section(SectionKind::Problems)?;
    let mut found = Problems {
        first_line: first_line(text, section),
        characters: prose.chars().filter(|character| character.is_alphanumeric()).count(),
        names_problems: false,
        names_measures: false,
        is_clear: true,
    };
    let words = WordTable::new(&WORDS);
    let mut rest = prose;
    while !(rest.is_empty() || found.names_problems && found.names_measures) {
        let clause = until(rest, "。；，;,！：:");
        rest = &rest[clause.len()..];
        rest = &rest[first_of(rest).len_utf8().min(rest.len())..];
        if is_denied(clause) {
            continue;
        }
        let said = words.groups_in(clause);
        let has = |group: u32| said & group != 0;
        let names_a_measure =
            (!has(PROBLEM) && has(MEASURE)) || has(SURE_MEASURE) || (has(MENDING) && !has(MISSING));
        found.names_problems |= has(PROBLEM);
        found.names_measures |= names_a_measure;
        let is_long = first_characters(clause, 4).len() < clause.len();
        found.is_clear &= has(PROBLEM) || names_a_measure || !is_long || has(LEAD);
    }
    Some(found)
}

/// The first line under the heading; the heading where there is none.
fn first_line(text: &str, section: &Section) -> TextRange {
    let body = body_range(text, section);
    let filled = body.of(text).trim_start();
    if filled.is_empty() {
        return section.heading_range;
    }
    let start = body.end as usize - filled.len();
    TextRange::new(start, start + until(filled, LINE_ENDS).trim_end().len())
}

/// 没有发现明显问题.
fn is_denied(clause: &str) -> bool {
    let Some(at) = find(clause, "问题") else { return false };
    let before = &clause[..at];
    let mut denials = DENIALS;
    loop {
        let denial = next_word(&mut denials);
        let Some(start) = find_last(before, denial) else {
            if denial.is_empty() {
                return false;
            }
            continue;
        };
        let between = &before[start + denial.len()..];
        if first_characters(between, 6) == between {
            return true;
        }
    }
}
