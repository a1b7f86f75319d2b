//! When the report was signed and published.

use super::{any, compact};
use crate::reading::label::chinese_digit;
use crate::reading::lines::{lines, trimmed};
use crate::reading::{Document, Spot};
use crate::text::{TextRange, fold};

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u16,
    /// The day, from 1.
    pub day: u16,
}

/// When the report was signed and published, as far as the text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The date below the report.
    pub signed: Option<Spot<Date>>,
    /// The date of publication that the page gives: 发布日期.
    pub published: Option<Spot<Date>>,
}

/// How far before the first heading and before the end of a report, in bytes,
/// dates are looked for.
const REACH: usize = 4_000;
/// The longest line, in bytes, that gives such a date.
const LONGEST_LINE: usize = 300;

pub(super) fn read(text: &str, document: &Document) -> Dates {
    let Some(first) = document.sections.first() else { return Dates::default() };
    let (start, end) = (document.range.start as usize, document.range.end as usize);
    let heading = first.range.start as usize;
    let body = document.sections.last().map_or(heading, |last| last.heading_range.end as usize);
    let head = at_boundaries(text, heading.saturating_sub(REACH).max(start), heading);
    let tail = at_boundaries(text, end.saturating_sub(REACH).max(body), end);
    let issuer = document.issuer.as_ref().map_or("", |issuer| issuer.value.as_str());
    let mut dates = Dates::default();
    for range in [head, tail] {
        for line in lines(text, range) {
            let line = trimmed(text, line);
            if line.of(text).len() > LONGEST_LINE {
                continue;
            }
            if dates.published.is_none() {
                dates.published = published(text, line);
            }
            if range == tail && dates.signed.is_none() {
                dates.signed = signed(text, line, issuer);
            }
        }
    }
    dates
}

fn at_boundaries(text: &str, mut start: usize, mut end: usize) -> TextRange {
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    TextRange::new(start, end)
}

/// A date alone on its line, or behind the organ's name.
fn signed(text: &str, line: TextRange, issuer: &str) -> Option<Spot<Date>> {
    let content = line.of(text);
    // A date in figures alone is a list's or a page's.
    if !content.ends_with(['日', ')', '）']) || !content.contains('年') {
        return None;
    }
    let folded = fold(content);
    let words = folded.strip_prefix(issuer).unwrap_or(&folded);
    let (value, rest) = date(words.trim_start_matches('('))?;
    rest.trim_end_matches(')').is_empty().then_some(Spot { value, range: line })
}

/// The date behind 发布日期 and the like.
fn published(text: &str, line: TextRange) -> Option<Spot<Date>> {
    const LABELS: [&str; 8] =
        ["发布日期", "发布时间", "公布日期", "公开日期", "公布时间", "公开时间", "发布于", "时间："];
    let content = line.of(text);
    // A time alone is the page's where its source or its readers stand beside it.
    let is_of_the_page = any(content, &["来源", "浏览", "点击", "阅读", "作者"]);
    let labels = if is_of_the_page { &LABELS[..] } else { &LABELS[..7] };
    let end = labels.iter().filter_map(|label| Some(content.find(label)? + label.len())).min()?;
    let behind: String = compact(&content[end..]).chars().take(20).collect();
    let folded = fold(&behind);
    let (value, _) = date(folded.trim_start_matches([':', ']', ')', '|']))?;
    Some(Spot { value, range: line })
}

/// The date that a folded text begins with, and what follows: `2024年1月12日`,
/// `二〇二四年一月十二日`, `2024-01-12`.
pub(super) fn date(folded: &str) -> Option<(Date, &str)> {
    let (year, rest) = year(folded)?;
    let (month, day, rest) = if let Some(rest) = rest.strip_prefix('年') {
        let (month, rest) = numeral(rest)?;
        let (day, rest) = numeral(rest.strip_prefix('月')?)?;
        (month, day, rest.strip_prefix('日')?)
    } else {
        let mark = rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let (month, rest) = numeral(&rest[1..])?;
        let (day, rest) = numeral(rest.strip_prefix(mark)?)?;
        (month, day, rest)
    };
    let is_one = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_one.then_some((Date { year, month, day }, rest))
}

/// The year that a folded text begins with, and what follows.
pub(super) fn year(folded: &str) -> Option<(u16, &str)> {
    let mut year = 0;
    let mut rest = folded;
    for _ in 0..4 {
        let character = rest.chars().next()?;
        let digit = character.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
        year = year * 10 + digit.or_else(|| chinese_digit(character).filter(|digit| *digit < 10))?;
        rest = &rest[character.len_utf8()..];
    }
    (2000..2100).contains(&year).then_some((year, rest))
}

/// The number of a month or day that a folded text begins with, and what
/// follows: `12`, `十二`, `三十一`.
pub(super) fn numeral(folded: &str) -> Option<(u16, &str)> {
    let mut value = 0_u16;
    let mut rest = folded;
    for _ in 0..3 {
        let Some(character) = rest.chars().next() else { break };
        let digit = character.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
        value = match (digit, chinese_digit(character)) {
            // The time of day may follow without a blank.
            (Some(_), _) if value > 9 => break,
            (Some(digit), _) => value * 10 + digit,
            (None, Some(10)) => value.max(1) * 10,
            (None, Some(digit)) => value + digit,
            (None, None) => break,
        };
        rest = &rest[character.len_utf8()..];
    }
    (rest.len() < folded.len() && value < 100).then_some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_digits_and_in_characters() {
        let expected = Date { year: 2024, month: 1, day: 12 };
        for words in [
            "2024年1月12日",
            "2024年01月12日",
            "二〇二四年一月十二日",
            "2024-01-12",
            "2024/1/12",
            "2024.1.12",
        ] {
            assert_eq!(date(words), Some((expected, "")), "{words}");
        }
        assert_eq!(date("二○二三年十二月三十一日"), Some((Date { year: 2023, month: 12, day: 31 }, "")));
        for words in ["2024年13月1日", "2024年1月", "1月12日", "12024年1月2日", "20240112"] {
            assert_eq!(date(words), None, "{words}");
        }
    }
}
