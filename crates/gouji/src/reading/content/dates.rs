//! When the report was signed and published.

use super::compact;
use crate::reading::label::digit;
use crate::reading::lines::{lines, trimmed};
use crate::reading::search::{
    begins_with, clipped_ahead, ends_in, find, first_characters, first_of, has_any, is_in, skip,
};
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
    let head = clipped_ahead(&text[start..heading], REACH);
    let tail = clipped_ahead(&text[body.max(start)..end.max(body)], REACH);
    let issuer = document.issuer.as_ref().map_or("", |issuer| issuer.value.as_str());
    let mut dates = Dates::default();
    for (part, part_end) in [(head, heading), (tail, end)] {
        for line in lines(text, TextRange::new(part_end - part.len(), part_end)) {
            let line = trimmed(text, line);
            let content = line.of(text);
            if content.len() > LONGEST_LINE {
                continue;
            }
            let spot = |value| Spot { value, range: line };
            dates.published = dates.published.or_else(|| published(content).map(spot));
            if part_end == end {
                dates.signed = dates.signed.or_else(|| signed(content, issuer).map(spot));
            }
        }
    }
    dates
}

/// A date alone on its line, or behind the organ's name.
fn signed(line: &str, issuer: &str) -> Option<Date> {
    // A date in figures alone is a list's or a page's.
    if !ends_in(line, "日)）") || !has_any(line, "年") {
        return None;
    }
    let folded = fold(line);
    let words = folded.strip_prefix(issuer).unwrap_or(&folded);
    let (date, rest) = date(skip(words, "("))?;
    skip(rest, ")").is_empty().then_some(date)
}

/// The date behind 发布日期 and the like.
fn published(line: &str) -> Option<Date> {
    const OF_PAGES: &str = "时间：";
    const LABELS: &str = "发布日期 发布时间 公布日期 公开日期 公布时间 公开时间 发布于 时间：";
    // A time alone is the page's where its source or its readers stand beside it.
    let is_of_the_page = has_any(line, "来源 浏览 点击 阅读 作者");
    let labels = if is_of_the_page { LABELS } else { &LABELS[..LABELS.len() - OF_PAGES.len()] };
    let label = &line[find(line, labels)?..];
    let folded = fold(first_characters(&compact(&label[begins_with(label, labels)..]), 20));
    Some(date(skip(&folded, ":])|"))?.0)
}

/// The date that a folded text begins with, and what follows: `2024年1月12日`,
/// `二〇二四年一月十二日`, `2024-01-12`.
pub(super) fn date(folded: &str) -> Option<(Date, &str)> {
    let (year, rest) = year(folded)?;
    let mark = rest.chars().next().filter(|mark| is_in(*mark, "年-/."))?;
    let (month, rest) = numeral(&rest[mark.len_utf8()..])?;
    let (day, rest) = numeral(rest.strip_prefix(if mark == '年' { '月' } else { mark })?)?;
    let rest = if mark == '年' { rest.strip_prefix('日')? } else { rest };
    let is_one = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_one.then_some((Date { year, month, day }, rest))
}

/// The year that a folded text begins with, and what follows.
pub(super) fn year(folded: &str) -> Option<(u16, &str)> {
    let mut year = 0;
    let mut rest = folded;
    for _ in 0..4 {
        year = year * 10 + digit(first_of(rest)).filter(|digit| *digit < 10)?;
        rest = &rest[first_of(rest).len_utf8()..];
    }
    (2000..2100).contains(&year).then_some((year, rest))
}

/// The number of a month or day that a folded text begins with, and what
/// follows: `12`, `十二`, `三十一`.
pub(super) fn numeral(folded: &str) -> Option<(u16, &str)> {
    let mut value = 0_u16;
    let mut rest = folded;
    for _ in 0..3 {
        let first = first_of(rest);
        let Some(digit) = digit(first) else { break };
        value = match digit {
            // The time of day may follow without a blank.
            _ if first.is_ascii_digit() && value > 9 => break,
            _ if first.is_ascii_digit() => value * 10 + digit,
            10 => value.max(1) * 10,
            _ => value + digit,
        };
        rest = &rest[first.len_utf8()..];
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
