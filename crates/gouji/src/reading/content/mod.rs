//! What the prose says beside figures: parts announced, what the sections are
//! about, legal basis, dates and years.

mod amounts;
mod announced;
mod basis;
mod dates;
mod overview;
mod period;
mod problems;
mod years;

use super::front::Compact;
use super::{Document, Section};
use crate::form::SectionKind;
use crate::text::TextRange;

pub use announced::Announced;
pub use basis::{Basis, LegalText};
pub use dates::{Date, Dates};
pub use overview::{Aspect, Duty, Overview};
pub use period::Period;
pub use problems::Problems;

use super::Spot;

/// How much of a section, in bytes, is looked at. The longest section of a real
/// report is a third of it.
const MOST_OF_A_SECTION: usize = 60_000;

/// What the prose says beside figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The parts that the introduction announces.
    pub announced: Option<Announced>,
    /// The statistics period that the introduction gives.
    pub period: Option<Spot<Period>>,
    /// The legal texts that the introduction names.
    pub bases: Vec<Basis>,
    /// What section one is about; none where the section is not there.
    pub overview: Option<Overview>,
    /// What section five is about; none where the section is not there.
    pub problems: Option<Problems>,
    /// Whether anything is said of processing fees; unknown where section six
    /// is not there.
    pub speaks_of_fees: Option<bool>,
    /// When the report was signed and published.
    pub dates: Dates,
    /// Years that stand where the report year is due.
    pub stale_years: Vec<Spot<u16>>,
    /// The charges (行政事业性收费) that the text gives in 元, where the table gives
    /// the same number in 万元.
    pub charges_in_yuan: Option<TextRange>,
}

/// Reads what the prose of a report says whose sections and tables were read.
pub(super) fn read(text: &str, document: &Document, introduction: TextRange) -> Content {
    let introduction = Compact::new(text, introduction);
    Content {
        announced: announced::read(text, &introduction),
        period: period::read(&introduction),
        bases: basis::read(&introduction),
        overview: overview::read(text, document),
        problems: problems::read(text, document),
        speaks_of_fees: speaks_of_fees(text, document),
        dates: dates::read(text, document),
        stale_years: years::read(text, document),
        charges_in_yuan: amounts::read(text, document),
    }
}

/// Section six says something of fees, or another section of processing fees.
fn speaks_of_fees(text: &str, document: &Document) -> Option<bool> {
    const WORDS: [&str; 6] = ["处理费", "收费", "费用", "收取", "缴费", "减免"];
    let section = document.section(SectionKind::Other)?;
    let said = document.section(SectionKind::Fees).is_some()
        || says(body(text, section), &WORDS)
        || document.sections.iter().any(|section| says(body(text, section), &WORDS[..1]));
    Some(said)
}

/// What stands under the heading of a section.
fn body<'text>(text: &'text str, section: &Section) -> &'text str {
    body_range(text, section).of(text)
}

/// Where what stands under the heading of a section stands.
fn body_range(text: &str, section: &Section) -> TextRange {
    let start = section.heading_range.end as usize;
    let mut end = (section.range.end as usize).min(start + MOST_OF_A_SECTION);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    TextRange::new(start, end)
}

/// Whether one of the words occurs, be it broken over lines.
fn says(prose: &str, words: &[&str]) -> bool {
    any(prose, words) || any(&compact(prose), words)
}

fn any(prose: &str, words: &[&str]) -> bool {
    words.iter().any(|word| prose.contains(word))
}

/// The prose without white space and marks of emphasis.
fn compact(prose: &str) -> String {
    let mut compact = String::with_capacity(prose.len());
    for character in prose.chars() {
        if !character.is_whitespace() && character != '*' {
            compact.push(character);
        }
    }
    compact
}
