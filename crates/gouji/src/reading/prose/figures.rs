//! Figures in prose: a number, its unit, and where both stand.

use super::super::Quantity;
use super::super::label::chinese_digit;

/// A figure in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reading) struct Figure {
    /// Where its number begins, in bytes.
    pub(in crate::reading) start: usize,
    /// Where its number ends, 万 and 余 included.
    pub(in crate::reading) number_end: usize,
    /// Where its unit ends.
    pub(in crate::reading) end: usize,
    /// Its value; none where the number is one end of a range, or could be
    /// two numbers.
    pub(in crate::reading) value: Option<Quantity>,
    /// Its unit, `%` for 百分之; empty where there is none that is known.
    pub(in crate::reading) unit: &'static str,
    /// Whether it is only said to be near, above or below: 近、约、超过、余、以上.
    pub(in crate::reading) is_approximate: bool,
}

/// Units of what reports count, and of time; those that begin like another
/// one and are longer come first.
const UNITS: &str = "件（次） 条（次） 场（次） 人（次） 个百分点 个工作日 个月 件次 条次 场次 人次 项次 班次 万元 \
    亿元 小时 分钟 季度 年度 平方米 公里 % 元 件 条 份 项 次 个 期 场 篇 宗 起 例 部 户 家 人 名 批 \
    处 台 种 类 间 所 页 则 幅 张 册 本 套 年 月 日 天 号 时 点 只 组 支 轮 版 座 字 周 届 倍 成 级 \
    岁 楼 栋 室 位 卷 款 章 路 米";

/// What says, before a number, that it is not exact.
const ABOUT_BEFORE: &[&str] =
    &["近", "约", "超", "逾", "超过", "突破", "不足", "不到", "至少", "高于", "低于", "大于", "小于", "多达"];

/// What says so behind it.
const ABOUT_BEHIND: &[&str] = &["余", "多", "几", "来", "以上", "以下", "以内", "左右", "上下"];

/// The figures of a paragraph, in their order. What is a part of a word or of
/// another sign, such as `IPv6`, `第三条` or `2023-0012`, is left out.
pub(in crate::reading) fn figures(text: &str) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(found) = text[at..].find(begins_a_number) else { break };
        let start = at + found;
        let (digits_end, number) = read_number(text, start);
        at = digits_end;
        if let Some(number) = number {
            figures.extend(read_figure(text, start, digits_end, number));
            at = figures.last().map_or(at, |figure| figure.end.max(at));
        }
    }
    figures
}

fn begins_a_number(character: char) -> bool {
    character.is_ascii_digit() || character == '两' || chinese_digit(character).is_some()
}

/// A number as read, before 万 and the like: its digits without the point, and
/// how many of them stand behind the point.
#[derive(Clone, Copy)]
struct Number {
    digits: Option<i64>,
    behind_point: u32,
    is_chinese: bool,
}

/// Reads the number that begins at `start`. The end is that of the digits; no
/// number where they make none.
fn read_number(text: &str, start: usize) -> (usize, Option<Number>) {
    let bytes = text.as_bytes();
    if !bytes[start].is_ascii_digit() {
        let run = &text[start..];
        let length = run.find(|character| !is_chinese_numeral(character)).unwrap_or(run.len());
        let number = Number { digits: chinese_number(&run[..length]), behind_point: 0, is_chinese: true };
        return (start + length, number.digits.is_some().then_some(number));
    }
    let (mut end, mut digits, mut behind_point, mut point) = (start, Some(0_i64), 0, false);
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    while end < bytes.len() {
        match bytes[end] {
            byte if byte.is_ascii_digit() => {
                let digit = i64::from(byte - b'0');
                digits = digits.and_then(|digits| digits.checked_mul(10)?.checked_add(digit));
                behind_point += u32::from(point);
            }
            b'.' if !point && digit_at(end + 1) => point = true,
            // Separators of thousands stand before groups of three.
            b',' if !point
                && end - start <= 15
                && (1..=3).all(|more| digit_at(end + more))
                && !digit_at(end + 4) => {}
            _ => break,
        }
        end += 1;
    }
    (end, Some(Number { digits, behind_point, is_chinese: false }))
}

fn is_chinese_numeral(character: char) -> bool {
    matches!(character, '两' | '百' | '千' | '万' | '亿') || chinese_digit(character).is_some()
}

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

/// The figure made of the number from `start` to `digits_end`; none where it
/// is a part of something else.
fn read_figure(text: &str, start: usize, digits_end: usize, number: Number) -> Option<Figure> {
    let before = &text[..start];
    let last = before.chars().next_back().unwrap_or(' ');
    if last.is_ascii_alphabetic() || matches!(last, '第' | '_' | '/' | '.' | '@' | '#') {
        return None;
    }
    let mut end = digits_end;
    let mut scale = 1_i64;
    for (word, value) in [("百", 100), ("千", 1_000), ("万", 10_000), ("亿", 100_000_000)] {
        // 万 may stand behind 余 as well: `3余万`.
        let rest = text[end..].trim_start_matches(['余', '多']);
        if !number.is_chinese && rest.starts_with(word) {
            end = text.len() - rest.len() + word.len();
            scale *= value;
        }
    }
    let about_scale = text[digits_end..end].contains(['余', '多']);
    let about_behind = ABOUT_BEHIND.iter().find(|word| text[end..].starts_with(**word));
    // `一来` and `三来` are no figures.
    let about_behind =
        about_behind.filter(|word| !number.is_chinese || !matches!(**word, "来" | "多" | "几"));
    end += about_behind.map_or(0, |word| word.len());
    let number_end = end;
    // A space may stand before a unit only where it stood between letters.
    let unit = if text[end..].starts_with(['%', '％']) { "%" } else { unit_at(&text[end..]) };
    end += unit.len();
    let is_share = before.ends_with("百分之");
    if number.is_chinese && unit.is_empty() && !is_share {
        return None;
    }
    let behind = &text[end..];
    let next = behind.chars().next().unwrap_or(' ');
    if next.is_ascii_alphabetic() && unit.is_empty() {
        return None;
    }
    let about_unit =
        ["以上", "以下", "以内", "左右", "上下", "余", "多"].iter().any(|word| behind.starts_with(word));
    let spoken = before.strip_suffix("百分之").unwrap_or(before);
    let about_before = ABOUT_BEFORE.iter().any(|word| spoken.ends_with(word));
    let joins = |character: char| matches!(character, '-' | '—' | '–' | '－' | '~' | '～' | '至' | '到');
    let digit_behind = |rest: &str| rest.starts_with(|character: char| character.is_ascii_digit());
    // One end of a range, or of a telephone number.
    let in_range = (joins(next) && digit_behind(behind.trim_start_matches(joins)))
        || (joins(last)
            && before.trim_end_matches(joins).ends_with(|character: char| {
                character.is_ascii_digit() || matches!(character, '月' | '年' | '日' | '%' | '件' | '个')
            }));
    // A full-width comma may separate thousands, or two figures.
    let two_in_one = |rest: &str| rest.strip_prefix('，').is_some_and(|rest| leading_digits(rest) == 3);
    let after_comma =
        before.strip_suffix('，').is_some_and(|rest| rest.ends_with(|one: char| one.is_ascii_digit()));
    // `1万2千`.
    let goes_on = scale > 1 && unit.is_empty() && digit_behind(behind);
    // A blank between digits may be where a line broke within a number.
    let broken = (last == ' ' && before.trim_end().ends_with(|one: char| one.is_ascii_digit()))
        || (unit.is_empty() && behind.strip_prefix(' ').is_some_and(digit_behind));
    let open = in_range
        || broken
        || goes_on
        || (unit.is_empty() && two_in_one(behind))
        || (after_comma && digits_end - start == 3 && !number.is_chinese);
    let value = if open { None } else { scaled(number, scale) };
    Some(Figure {
        start,
        number_end,
        end,
        value,
        unit: if is_share { "%" } else { unit },
        is_approximate: about_scale || about_behind.is_some() || about_unit || about_before,
    })
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The unit that `text` begins with.
fn unit_at(text: &str) -> &'static str {
    UNITS.split(' ').find(|unit| text.starts_with(*unit)).unwrap_or_default()
}

/// The value of digits with a point, times a power of ten.
fn scaled(number: Number, scale: i64) -> Option<Quantity> {
    let mut value = number.digits?.checked_mul(scale)?;
    let mut behind_point = number.behind_point;
    while behind_point > 0 && value % 10 == 0 {
        value /= 10;
        behind_point -= 1;
    }
    if behind_point == 0 {
        return Quantity::count(value);
    }
    let mut digits = value.to_string();
    let behind_point = behind_point as usize;
    while digits.len() <= behind_point {
        digits.insert(0, '0');
    }
    digits.insert(digits.len() - behind_point, '.');
    Some(Quantity::Decimal(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, &'static str, bool)> {
        let said = |figure: Figure| {
            let value = match figure.value {
                Some(Quantity::Count(count)) => count.to_string(),
                Some(Quantity::Decimal(digits)) => digits,
                None => "?".to_owned(),
            };
            (value, figure.unit, figure.is_approximate)
        };
        figures(text).into_iter().map(said).collect()
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
