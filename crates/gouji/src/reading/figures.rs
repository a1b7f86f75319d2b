//! Figures in prose: a number, its unit, and where both stand.

use super::Quantity;
use super::label::chinese_digit;
use super::number::Number;
use super::search::{
    begins_in, begins_with, ends_in, ends_in_a_digit, ends_with, first_of, has_any, is_in, last_of,
    leading_digits, skip, skip_back,
};
use super::word_table::WordTable;

/// A figure in prose.
// Each of its signs may be there or not, whatever the others are.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Where its number begins, in bytes.
    pub(super) start: usize,
    /// Where its digits end.
    pub(super) digits_end: usize,
    /// Where its number ends, 万 and 余 included.
    pub(super) number_end: usize,
    /// Where its unit ends.
    pub(super) end: usize,
    /// Its digits; none where they are longer than any figure.
    pub(super) digits: Option<Number>,
    /// What 万 and the like behind digits make of them.
    pub(super) scale: i64,
    /// Its unit, `%` for 百分之; empty where there is none that is known.
    pub(super) unit: &'static str,
    /// Whether it is written in characters.
    pub(super) is_chinese: bool,
    /// Whether it is only said to be near, above or below: 近、约、超过、余、以上.
    pub(super) is_approximate: bool,
    /// Whether it is one end of a range, or could be two numbers.
    pub(super) is_open: bool,
    /// Whether a blank stands between its digits.
    pub(super) is_broken: bool,
}

impl Figure {
    /// Its value; none where it is not sure.
    pub(super) fn value(&self) -> Option<Number> {
        let number = self.digits.filter(|_| !self.is_open && !self.is_broken)?;
        Some(Number { digits: number.digits.checked_mul(self.scale)?, ..number }.normalized())
    }

    /// What it counts exactly.
    pub(super) fn count(&self) -> Option<i64> {
        let value = self.value().filter(|value| value.places == 0 && value.digits <= Quantity::MAX_COUNT)?;
        (!self.is_approximate).then_some(value.digits)
    }
}

/// Units of what reports count, and of time.
const UNITS: &str = "件（次） 条（次） 场（次） 人（次） 个百分点 个工作日 个月 件次 条次 场次 人次 项次 班次 万元 \
    亿元 小时 分钟 季度 年度 平方米 公里 % 元 件 条 份 项 次 个 期 场 篇 宗 起 例 部 户 家 人 名 批 \
    处 台 种 类 间 所 页 则 幅 张 册 本 套 年 月 日 天 号 时 点 只 组 支 轮 版 座 字 周 届 倍 成 级 \
    岁 楼 栋 室 位 卷 款 章 路 米";

/// What says, before a number, that it is not exact.
const ABOUT_BEFORE: &str = "近 约 超 逾 超过 突破 不足 不到 至少 高于 低于 大于 小于 多达";

/// What says so behind it: behind the digits, behind Chinese numerals (`一来`
/// and `三来` are no figures), and behind the unit.
const ABOUT_BEHIND: &str = "余 多 几 来 以上 以下 以内 左右 上下";
const ABOUT_BEHIND_CHINESE: &str = "余 以上 以下 以内 左右 上下";
const ABOUT_BEHIND_UNIT: &str = "以上 以下 以内 左右 上下 余 多";

/// Marks between the ends of a range.
const RANGE: &str = "-—–－~～至到";

/// The units, prepared to be looked up.
pub(super) fn units() -> WordTable {
    WordTable::new(&[UNITS])
}

/// The figures of a paragraph, in their order. What is a part of a word or of
/// another sign, such as `IPv6`, `第三条` or `2023-0012`, is left out.
pub(super) fn figures(text: &str, units: &WordTable) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let mut behind = 0;
    for (start, character) in text.char_indices() {
        if start < behind {
            continue;
        }
        let figure = if character.is_ascii_digit() {
            let (end, is_broken) = digits_end(text, start);
            behind = end;
            let mut figure = unread(start, end, Number::parse(&text[start..end]));
            figure.is_broken = is_broken;
            figure
        } else if character == '两' || chinese_digit(character).is_some() {
            behind = text.len() - skip(&text[start..], CHINESE_NUMERALS).len();
            let Some(value) = chinese_number(&text[start..behind]) else { continue };
            let mut figure = unread(start, behind, Some(Number::whole(value)));
            figure.is_chinese = true;
            figure
        } else {
            continue;
        };
        if let Some(figure) = read_figure(text, figure, units) {
            behind = figure.end;
            figures.push(figure);
        }
    }
    figures
}

/// A figure of which only the digits were read.
fn unread(start: usize, end: usize, digits: Option<Number>) -> Figure {
    Figure {
        start,
        digits_end: end,
        number_end: end,
        end,
        digits,
        scale: 1,
        unit: "",
        is_chinese: false,
        is_approximate: false,
        is_open: false,
        is_broken: false,
    }
}

/// Where the digits end that begin at `start`, a fraction and separators of
/// thousands included, and whether a blank stands between them: a line may have
/// been broken there.
fn digits_end(text: &str, start: usize) -> (usize, bool) {
    let (mut end, mut has_point, mut is_broken) = (start, false, false);
    loop {
        end += leading_digits(&text[end..]);
        let behind = text.get(end + 1..).map_or(0, leading_digits);
        match text.as_bytes().get(end) {
            Some(b'.') if behind > 0 && !has_point => has_point = true,
            // Separators of thousands stand before groups of three.
            Some(b',') if behind == 3 && !has_point => {}
            Some(b' ') if behind > 0 => is_broken = true,
            _ => return (end, is_broken),
        }
        end += 1;
    }
}

const CHINESE_NUMERALS: &str = "一二三四五六七八九十百千万亿两零〇○Ｏ";

/// The value of a number in characters: `二十一`, `一百零五`, `二〇二三`.
fn chinese_number(run: &str) -> Option<i64> {
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    let (mut positional, mut digits, mut last_unit) = (0_i64, 0, 0);
    for character in run.chars() {
        let unit = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => {
                let value = if character == '两' { 2 } else { i64::from(chinese_digit(character)?) };
                // `十二三` is twelve or thirteen.
                if last_unit > 0 && digit.is_some_and(|digit| digit > 0) {
                    return None;
                }
                // `一百二` is no more 102 than 120.
                last_unit = if value == 0 && last_unit > 0 { 10 } else { last_unit };
                positional = positional.checked_mul(10)?.checked_add(value)?;
                digit = Some(value);
                digits += 1;
                continue;
            }
        };
        if unit >= 10_000 {
            total = total.checked_add(section + digit.unwrap_or(0))?.checked_mul(unit)?;
            section = 0;
        } else {
            section = section.checked_add(digit.unwrap_or(1) * unit)?;
        }
        (digit, last_unit) = (None, unit);
    }
    match last_unit {
        // `三四` is three or four; `二〇二三` is a year.
        0 => (digits == 1 || digits == 4).then_some(positional),
        10 => total.checked_add(section + digit.unwrap_or(0)),
        _ if digit.is_some() => None,
        _ => total.checked_add(section),
    }
}

/// Reads what stands around the digits of a figure; none where they are a part
/// of something else.
fn read_figure(text: &str, mut figure: Figure, units: &WordTable) -> Option<Figure> {
    let before = &text[..figure.start];
    let last = last_of(before);
    if last.is_ascii_alphabetic() || ends_in(before, "第_/.@#") {
        return None;
    }
    let mut rest = &text[figure.digits_end..];
    if !figure.is_chinese {
        for (word, scale) in [("百", 100), ("千", 1_000), ("万", 10_000), ("亿", 100_000_000)] {
            // 万 may stand behind 余 as well: `3余万`.
            if let Some(behind) = skip(rest, "余多").strip_prefix(word) {
                rest = behind;
                figure.scale *= scale;
            }
        }
    }
    let scale_end = text.len() - rest.len();
    let about = if figure.is_chinese { ABOUT_BEHIND_CHINESE } else { ABOUT_BEHIND };
    rest = &rest[begins_with(rest, about)..];
    figure.number_end = text.len() - rest.len();
    // A space may stand before a unit only where it stood between letters.
    let (_, unit) = units.longest_at(rest);
    let behind = &rest[unit.len()..];
    figure.end = text.len() - behind.len();
    let spoken = before.strip_suffix("百分之").unwrap_or(before);
    let is_share = spoken.len() < before.len();
    figure.unit = if is_share { "%" } else { unit };
    // 零 alone is a figure at the end of a clause only.
    let is_nothing = figure.digits == Some(Number::whole(0)) && is_in(first_of(behind), "，。；、,; ");
    if figure.is_chinese && figure.unit.is_empty() && !is_nothing {
        return None;
    }
    let next = first_of(behind);
    if next.is_ascii_alphabetic() && unit.is_empty() {
        return None;
    }
    figure.is_approximate = scale_end < figure.number_end
        || has_any(&text[figure.digits_end..scale_end], "余 多")
        || begins_with(behind, ABOUT_BEHIND_UNIT) > 0
        || ends_with(spoken, ABOUT_BEFORE) > 0;
    let has_digit_behind = |mark: &str| leading_digits(skip(behind, mark)) > 0;
    // One end of a range, or of a telephone number.
    let range_before = skip_back(before, RANGE);
    let in_range = begins_in(behind, RANGE) && has_digit_behind(RANGE)
        || range_before.len() < before.len() && ends_in(range_before, "0123456789月年日%件个");
    // A full-width comma may separate thousands, or two figures.
    let before_comma = before.strip_suffix('，').is_some_and(ends_in_a_digit);
    let behind_comma = behind.strip_prefix('，').map_or(0, leading_digits);
    let has_three = figure.digits_end - figure.start == 3 && !figure.is_chinese;
    // `1万2千`.
    let goes_on = figure.scale > 1 && unit.is_empty() && has_digit_behind("");
    figure.is_open = in_range || goes_on || unit.is_empty() && behind_comma == 3 || before_comma && has_three;
    Some(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, &'static str, bool)> {
        let said = |figure: Figure| {
            let value = match figure.value().map(Number::quantity) {
                Some(Quantity::Count(count)) => count.to_string(),
                Some(Quantity::Decimal(digits)) => digits,
                None => "?".to_owned(),
            };
            (value, figure.unit, figure.is_approximate)
        };
        figures(text, &units()).into_iter().map(said).collect()
    }

    #[test]
    fn reads_numbers_with_their_units() {
        for (text, value, unit) in [
            ("共143条", "143", "条"),
            ("公开1,234件", "1234", "件"),
            ("三件", "3", "件"),
            ("二十一件", "21", "件"),
            ("一百零五份", "105", "份"),
            ("两次", "2", "次"),
            ("1.2万件", "12000", "件"),
            ("112.55万元", "1125500", "元"),
            ("3千人次", "3000", "人次"),
            ("十二万三千件", "123000", "件"),
            ("率为99.58%", "99.58", "%"),
            ("百分之九十八", "98", "%"),
            ("百分之98", "98", "%"),
            ("二百三十件", "230", "件"),
            ("二〇二三年", "2023", "年"),
            ("260条（次）", "260", "条（次）"),
            ("提高2.50个百分点", "2.5", "个百分点"),
        ] {
            assert_eq!(read(text), [(value.to_owned(), unit, false)], "{text}");
        }
    }

    #[test]
    fn what_is_not_exact_says_so() {
        for text in [
            "4000余条",
            "近300件",
            "约20场",
            "超过50人",
            "1.2万余件",
            "3余万件",
            "800多条",
            "100件以上",
            "20人左右",
            "逾百分之九十",
            "十余件",
        ] {
            let found = read(text);
            assert!(found.len() == 1 && found[0].2, "{text}: {found:?}");
        }
    }

    #[test]
    fn what_is_part_of_something_else_is_no_figure() {
        for text in [
            "IPv6",
            "第三条",
            "第20条",
            "5G网络",
            "统一",
            "万一",
            "十分重要",
            "一些",
            "三安全一稳定",
            "FM91.4",
        ] {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_has_no_value() {
        for text in ["1—6月", "3至5件", "1，234件", "0595-22579359", "1 5件"] {
            assert!(read(text).iter().all(|(value, ..)| value == "?"), "{text}: {:?}", read(text));
        }
        for text in ["三四件", "十二三件", "一百二件"] {
            assert!(read(text).is_empty(), "{text}");
        }
        assert_eq!(read("1万2千件")[0].0, "?");
    }
}
