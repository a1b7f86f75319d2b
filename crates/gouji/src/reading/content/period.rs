//! The statistics period that the introduction gives.

use super::dates::{numeral, year};
use crate::reading::Spot;
use crate::reading::compact::Compact;
use crate::reading::search::{
    begins_in, begins_with, ends_in, find, find_last, first_characters, has_any, is_in, skip,
};

/// The statistics period, without its years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first month, and its day where one is given; none where only the
    /// end is given.
    pub start: Option<(u16, Option<u16>)>,
    /// The last month, and its day where one is given.
    pub end: (u16, Option<u16>),
    /// Whether it begins in the year before.
    pub begins_before: bool,
}

impl Period {
    /// Whether it is a whole year, as far as it is given.
    pub fn is_a_year(self) -> bool {
        let begins = self.start.is_none_or(|(month, day)| month == 1 && day.is_none_or(|day| day == 1));
        let ends = self.end.0 == 12 && self.end.1.is_none_or(|day| day == 31);
        begins && ends && !self.begins_before
    }
}

/// How far behind the first day, in characters, the last one begins.
const LONGEST_GAP: usize = 10;

pub(super) fn read(introduction: &Compact<'_>) -> Option<Spot<Period>> {
    let words = introduction.text.as_str();
    let mut behind_year = 0;
    loop {
        let at = behind_year + find(&words[behind_year..], "年")?;
        behind_year = at + '年'.len_utf8();
        let Some((begins_before, start_at)) = year_before(&words[..at]) else { continue };
        let Some((start, rest)) = month_and_day(&words[behind_year..]) else { continue };
        let sentence = find_last(&words[..start_at], "。 ;").unwrap_or(0);
        let before = &words[sentence..start_at];
        let (value, rest) = if let Some((end, rest)) = end_behind(rest) {
            if !has_any(before, "统计 数据 报告期") && !has_any(first_characters(rest, 12), "期间 数据 统计")
            {
                continue;
            }
            (Period { start: Some(start), end, begins_before }, rest)
        } else if has_any(before, "统计") && has_any(before, "截至 截止") && start.1.is_some() {
            (Period { start: None, end: start, begins_before: false }, rest)
        } else {
            continue;
        };
        return Some(Spot { value, range: introduction.place(start_at, words.len() - rest.len()) });
    }
}

/// Whether the year with which the words end is the year before, and where it
/// begins.
fn year_before(words: &str) -> Option<(bool, usize)> {
    if ends_in(words, "上去") {
        return Some((true, words.len() - '上'.len_utf8()));
    }
    let mut start = words.len();
    for _ in 0..4 {
        start -= words[..start].chars().next_back()?.len_utf8();
    }
    year(&words[start..])?;
    Some((false, start))
}

/// `1月1日` or `1月`.
fn month_and_day(words: &str) -> Option<((u16, Option<u16>), &str)> {
    let (month, rest) = numeral(words)?;
    let rest = rest.strip_prefix('月')?;
    match numeral(rest) {
        Some((day, rest)) if begins_in(rest, "日号") => {
            Some(((month, Some(day)), &rest['日'.len_utf8()..]))
        }
        _ => Some(((month, None), rest)),
    }
}

/// The last day behind `起至`, its year often left out.
fn end_behind(words: &str) -> Option<((u16, Option<u16>), &str)> {
    let mut rest = words;
    for _ in 0..LONGEST_GAP {
        let mark = rest.chars().next().filter(|mark| !is_in(*mark, "。;"))?;
        rest = &rest[mark.len_utf8()..];
        if !is_in(mark, "至到-~") {
            continue;
        }
        let day = skip(rest, "-");
        let day = &day[begins_with(day, "同年 当年 本年")..];
        let day = year(day).and_then(|(_, rest)| rest.strip_prefix('年')).unwrap_or(day);
        if let Some(found) = month_and_day(day) {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn is_a_year(text: &str) -> Option<bool> {
        let found = read(&Compact::new(text, TextRange::new(0, text.len())));
        found.map(|period| period.value.is_a_year())
    }

    #[test]
    fn a_whole_year_in_many_words() {
        for text in [
            "数据统计期限自2023年1月1日起，至2023年12月31日止。",
            "数据统计期限为 2023 年 1 月 1 日—12 月 31 日。",
            "各项数据从2024年1月1日起统计，到2024年12月31日截止。",
            "内容涵盖本机关2020年1月1日至12月31日期间的工作。",
            "统计时间为2023年01月01日至同年12月31日",
            "本报告数据统计时限为二〇二三年一月一日至二〇二三年十二月三十一日",
            "统计期限为2023年1月至12月。",
            "本报告统计数据截至2023年12月31日。",
        ] {
            assert_eq!(is_a_year(text), Some(true), "{text}");
        }
    }

    #[test]
    fn another_period() {
        for text in [
            "数据统计期限自2023年1月1日起至2023年12月30日止。",
            "数据统计期限自2022年12月1日至2023年11月30日。",
            "统计期限为2023年1月至11月。",
            "数据统计期限自上年11月1日至2023年10月31日。",
            "所列数据的统计截止时间为2023年12月20日。",
        ] {
            assert_eq!(is_a_year(text), Some(false), "{text}");
        }
    }

    #[test]
    fn other_spans_are_no_statistics_period() {
        for text in [
            "2023年3月1日至5日举办培训。",
            "公示时间为2024年1月20日至1月26日。",
            "《条例》2019年5月15日起施行。",
            "截至2024年1月15日，网站访问正常。",
        ] {
            assert_eq!(is_a_year(text), None, "{text}");
        }
    }
}
