//! What stands before the first section: title, issuer, years.

use super::compact::Compact;
use super::lines::{lines, trimmed};
use super::{Spot, YearMention, YearSource};
use crate::text::TextRange;
use crate::text::marks::{
    find_mark, has_mark, is_one_of, without_marks_around, without_marks_before, without_marks_behind,
};

/// How far, in bytes, behind the start of a report its title and introduction
/// are looked for, where no heading ends them.
const FRONT_WITHOUT_HEADING: usize = 6_000;
/// How far, in bytes, before the first heading they are looked for.
const FRONT_BEFORE_HEADING: usize = 20_000;
/// The longest line, in characters, that can be part of a title.
const MAX_TITLE_CHARACTERS: usize = 60;
/// How many lines above can belong to a title.
const MAX_LINES_ABOVE: usize = 3;

/// The days a period of statistics begins and ends with.
const FIRST_DAYS: [&str; 2] = ["1月1日", "01月01日"];
const LAST_DAY: &str = "12月31日";

/// What was read before the first section.
#[derive(Debug, Default)]
pub(super) struct Front<'text> {
    pub(super) title: Option<Spot<String>>,
    pub(super) issuer: Option<Spot<String>>,
    pub(super) year: Option<Spot<u16>>,
    pub(super) years: Vec<YearMention>,
    /// What stands between the title and the first section.
    pub(super) introduction: Compact<'text>,
}

/// Reads the front of the report that begins at `range.start`; `first_heading`
/// is where its first section begins.
pub(super) fn read_front(text: &str, range: TextRange, first_heading: Option<u32>) -> Front<'_> {
    let end = first_heading.unwrap_or_else(|| range.beginning(text, FRONT_WITHOUT_HEADING).end);
    let earliest = text.ceil_char_boundary((end as usize).saturating_sub(FRONT_BEFORE_HEADING));
    let start = (range.start as usize).max(earliest);
    let front = TextRange::new(start, (end as usize).max(start));
    let title_lines = find_title(text, front);
    let mut result = Front::default();
    let mut introduction = front;
    if let Some(title) = title_lines {
        let compact = Compact::new(text, title);
        for year in find_years(&compact.text) {
            result.years.push(year.mentioned(YearSource::Title, &compact));
        }
        result.issuer = issuer(&compact);
        result.title = Some(Spot { value: compact.text, range: title });
        introduction.start = title.end;
    }
    let introduction = Compact::new(text, introduction);
    add_period(&introduction, &mut result.years);
    add_own_report(&introduction, &mut result.years);
    result.year = result.years.first().map(|mention| mention.year.clone());
    result.introduction = introduction;
    result
}

/// Finds the lines of the title: the last line that ends like one, with what
/// belongs to it above and below.
fn find_title(text: &str, front: TextRange) -> Option<TextRange> {
    let mut filled: Vec<TextRange> = Vec::new();
    for line in lines(text, front) {
        let line = trimmed(text, line);
        if !line.is_empty() {
            filled.push(line);
        }
    }
    let compact = |range: TextRange| Compact::new(text, range).text;
    let at = filled.iter().rposition(|line| ends_like_a_title(&compact(*line)))?;
    let mut range = filled[at];
    if let Some(below) = filled.get(at + 1)
        && is_a_year_alone(&compact(*below))
    {
        range = range.cover(*below);
    }
    for &above in filled[..at].iter().rev().take(MAX_LINES_ABOVE) {
        let known = Compact::new(text, range);
        let is_whole = known.text.contains("信息公开") && issuer(&known).is_some();
        if is_whole || !can_belong_to_a_title(&compact(above)) {
            break;
        }
        range = range.cover(above);
    }
    compact(range).contains("信息公开").then_some(range)
}

/// Whether a line, without white space, ends as titles of these reports do.
fn ends_like_a_title(line: &str) -> bool {
    let words = without_marks_before(line, "-·");
    let words = match words.rfind('(') {
        Some(at) if words.ends_with(')') && is_a_year_alone(&words[at..]) => &words[..at],
        _ => words,
    };
    let ending = ["报告", "年报"].iter().any(|ending| words.ends_with(ending));
    ending && can_belong_to_a_title(words)
}

fn can_belong_to_a_title(line: &str) -> bool {
    !line.is_empty()
        && line.chars().count() <= MAX_TITLE_CHARACTERS
        && !has_mark(line, "。,;!?:》|\t")
        && !line.contains("附件")
        && !line.contains("签发人")
        && !line.ends_with(')')
        && !(line.ends_with('号') && line.contains('('))
        && !line.ends_with("文件")
}

/// `2023年`, `(2023年度)`, `二〇二三年度`.
fn is_a_year_alone(words: &str) -> bool {
    let words = without_marks_around(words, "()");
    let Some(words) = words.strip_suffix("年度").or_else(|| words.strip_suffix('年')) else {
        return false;
    };
    parse_year(words).is_some()
}

/// The organ named before the year, or between the year and 政府信息公开.
fn issuer(title: &Compact<'_>) -> Option<Spot<String>> {
    let words = title.text.as_str();
    let subject = words.find("政府信息公开").or_else(|| words.find("信息公开"))?;
    let before = &words[..subject];
    let start = before.len() - without_marks_before(before, "-·").len();
    let (mut year_start, mut year_end) = (before.len(), before.len());
    if let Some(year) = find_years(before).first() {
        year_start = year.start;
        year_end = before.len() - without_marks_before(&before[year.end..], "度").len();
    }
    let named = |from: usize, to: usize| {
        let words = &words[from..to.max(from)];
        let words = words.strip_suffix("关于").unwrap_or(words);
        // A name in brackets is the template's placeholder.
        let is_placeholder = words.starts_with('(') && words.ends_with(')');
        let words = without_marks_behind(words, "()");
        let is_name = words.chars().count() >= 2 && !words.starts_with("关于") && !is_placeholder;
        is_name.then(|| Spot { value: words.to_owned(), range: title.place(from, from + words.len()) })
    };
    named(start, year_start.max(start)).or_else(|| named(year_end, before.len()))
}

/// A year with 年 behind it, by its offsets in bytes.
struct Year {
    start: usize,
    end: usize,
    value: u16,
}

impl Year {
    fn mentioned(&self, source: YearSource, compact: &Compact<'_>) -> YearMention {
        let range = compact.place(self.start, self.end);
        YearMention { source, year: Spot { value: self.value, range } }
    }
}

/// All years in a text.
fn find_years(text: &str) -> Vec<Year> {
    let mut years = Vec::new();
    for (at, mark) in text.match_indices('年') {
        let before = &text[..at];
        let is_digit =
            |character: char| character.is_ascii_digit() || chinese_year_digit(character).is_some();
        let start = before.trim_end_matches(is_digit).len();
        if let Some(value) = parse_year(&before[start..]) {
            years.push(Year { start, end: at + mark.len(), value });
        }
    }
    years
}

/// `2023` or `二〇二三`, between 2000 and 2099.
fn parse_year(digits: &str) -> Option<u16> {
    if digits.chars().count() != 4 {
        return None;
    }
    let mut year = 0;
    for character in digits.chars() {
        let digit = character.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
        year = year * 10 + digit.or_else(|| chinese_year_digit(character))?;
    }
    (2000..2100).contains(&year).then_some(year)
}

fn chinese_year_digit(character: char) -> Option<u16> {
    super::label::chinese_digit(character).filter(|digit| *digit < 10)
}

/// Adds the statistics period: `2023年1月1日` to `2023年12月31日`, the second year
/// often left out. A period of another year says so before it.
fn add_period(introduction: &Compact<'_>, mentions: &mut Vec<YearMention>) {
    let text = introduction.text.as_str();
    let years = find_years(text);
    let Some(first) = years.iter().find(|year| begins_the_period(text, year)) else {
        // Only the last day of the figures is given.
        let last = years.iter().find(|year| {
            let before = last_characters(&text[..year.start], 12);
            let ends = ["截至", "截止", "截止到", "截止至"].iter().any(|word| before.ends_with(word));
            ends && before.contains("统计") && text[year.end..].starts_with(LAST_DAY)
        });
        mentions.extend(last.map(|year| year.mentioned(YearSource::PeriodEnd, introduction)));
        return;
    };
    mentions.push(first.mentioned(YearSource::PeriodStart, introduction));
    // The last day belongs to the period only right behind the first one.
    let last = years.iter().find(|year| {
        year.start > first.end && year.start - first.end <= 40 && text[year.end..].starts_with(LAST_DAY)
    });
    mentions.extend(last.map(|year| year.mentioned(YearSource::PeriodEnd, introduction)));
}

fn begins_the_period(text: &str, year: &Year) -> bool {
    // 2023年度(1月1日至12月31日)
    let behind = text[year.end..].strip_prefix("度(").unwrap_or(&text[year.end..]);
    let begins = FIRST_DAYS.iter().any(|day| behind.starts_with(day)) || is_a_year_in_months(behind);
    let before = last_characters(&text[..year.start], 12);
    begins && !["上年", "上一年", "去年", "往年", "历年"].iter().any(|word| before.contains(word))
}

/// `1月至12月`, `1月-12月`.
fn is_a_year_in_months(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("1月") else { return false };
    let mut behind = rest.chars();
    let is_up_to = behind.next().is_some_and(|mark| is_one_of(mark, "至到-~"));
    is_up_to && behind.as_str().trim_start_matches('-').starts_with("12月")
}

fn last_characters(text: &str, count: usize) -> &str {
    let start = text.char_indices().nth_back(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Adds the year the introduction gives to the report itself: 编制 or 公布, then
/// `2023年度…政府信息公开工作年度报告` and the end of the clause. Other reports are
/// named in introductions as well, and other documents ask for reports.
fn add_own_report(introduction: &Compact<'_>, mentions: &mut Vec<YearMention>) {
    const VERBS: [&str; 4] = ["编制", "公布", "现将", "发布"];
    const ENDINGS: [&str; 2] = ["政府信息公开工作年度报告", "政府信息公开年度报告"];
    const MOST_CHARACTERS: usize = 40;
    let text = introduction.text.as_str();
    for year in find_years(text) {
        let (before, behind) = (&text[..year.start], &text[year.end..]);
        let limit = behind.char_indices().nth(MOST_CHARACTERS).map_or(behind.len(), |(at, _)| at);
        let clause = &behind[..find_mark(&behind[..limit], "。,;:《》(、").unwrap_or(limit)];
        if (before.ends_with("编制") && clause == "度报告")
            || VERBS.iter().any(|verb| before.ends_with(verb))
                && ENDINGS.iter().any(|ending| clause.ends_with(ending))
        {
            mentions.push(year.mentioned(YearSource::Introduction, introduction));
        }
    }
}

/// Where, within `range`, the front of a report begins: its title, or else
/// `heading`.
pub(super) fn start_of_front(text: &str, range: TextRange, heading: u32) -> u32 {
    let before = TextRange { start: range.start, end: heading };
    find_title(text, before).map_or(heading, |title| title.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(text: &str) -> (Option<String>, Option<String>, Option<u16>) {
        let front = read_front(text, TextRange::new(0, text.len()), None);
        (
            front.title.map(|title| title.value),
            front.issuer.map(|issuer| issuer.value),
            front.year.map(|year| year.value),
        )
    }

    fn is(title: &str, issuer: &str, year: u16) -> (Option<String>, Option<String>, Option<u16>) {
        (Some(title.to_owned()), Some(issuer.to_owned()), Some(year))
    }

    #[test]
    fn reads_titles_of_every_usual_form() {
        assert_eq!(
            front("青禾市财政局 2023 年政府信息公开工作年度报告"),
            is("青禾市财政局2023年政府信息公开工作年度报告", "青禾市财政局", 2023)
        );
        assert_eq!(
            front("2023年度青禾市财政局政府信息公开工作年度报告"),
            is("2023年度青禾市财政局政府信息公开工作年度报告", "青禾市财政局", 2023)
        );
        assert_eq!(
            front("青禾市财政局\n二〇二三年政府信息公开\n工作年度报告\n"),
            is("青禾市财政局二〇二三年政府信息公开工作年度报告", "青禾市财政局", 2023)
        );
        assert_eq!(
            front("青禾市财政局政府信息公开工作年度报告\n（2023年度）\n"),
            is("青禾市财政局政府信息公开工作年度报告(2023年度)", "青禾市财政局", 2023)
        );
        assert_eq!(
            front("青禾市财政局 关于 2020 年政府信息公开年度工作报告"),
            is("青禾市财政局关于2020年政府信息公开年度工作报告", "青禾市财政局", 2020)
        );
    }

    #[test]
    fn a_covering_letter_is_not_the_report() {
        let text = "青禾市财政局关于报送2023年政府信息公开工作年度报告的函\n市政府办公室：\n现报送2023年报告。\n附件：青禾市财政局2023年政府信息公开工作年度报告\n附件\n青禾市财政局2022年政府信息公开工作年度报告\n";
        assert_eq!(front(text).0.as_deref(), Some("青禾市财政局2022年政府信息公开工作年度报告"));
    }

    #[test]
    fn prose_is_no_title() {
        assert_eq!(front("现将政府信息公开工作年度报告，公布如下。\n我们编制了报告"), (None, None, None));
    }

    #[test]
    fn the_period_may_be_given_in_months_or_by_its_end() {
        for period in
            ["统计时间：2022年1月—12月。", "数据统计截至2022年12月31日。", "根据条例编制2022年度报告。"]
        {
            let text = format!("青禾市财政局2023年政府信息公开工作年度报告\n{period}");
            let front = read_front(&text, TextRange::new(0, text.len()), None);
            let years: Vec<u16> = front.years.iter().map(|year| year.year.value).collect();
            assert_eq!(years, [2023, 2022], "{period}");
        }
    }

    #[test]
    fn reads_the_period_and_the_year_of_the_introduction() {
        let text = "青禾市财政局2023年政府信息公开工作年度报告\n根据《关于做好2022年政府信息公开工作年度报告的通知》，编制2021年度政府信息公开工作年度报告。统计期限自 2023 年 1 月 1 日至 12 月 31 日。";
        let front = read_front(text, TextRange::new(0, text.len()), None);
        let years: Vec<(YearSource, u16, &str)> =
            front.years.iter().map(|year| (year.source, year.year.value, year.year.range.of(text))).collect();
        assert_eq!(
            years,
            [
                (YearSource::Title, 2023, "2023年"),
                (YearSource::PeriodStart, 2023, "2023 年"),
                (YearSource::Introduction, 2021, "2021年"),
            ]
        );
    }
}
