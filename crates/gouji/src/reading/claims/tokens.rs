//! The words and figures of a sentence.

use super::prose::{Prose, STOP};
use super::vocabulary::{Sense, VOCABULARY};
use crate::reading::number::Number;

/// A word, a figure or a mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) what: What,
    /// Its first character.
    pub(super) start: usize,
    /// The character behind it.
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Word(Sense),
    Figure(Figure),
    /// 2023年.
    Year(u16),
    /// A number of something else.
    Aside,
    /// A mark between clauses.
    Mark(char),
}

/// A figure as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) value: Number,
    pub(super) unit: Unit,
    /// The character behind the digits.
    pub(super) digits_end: usize,
    /// 近、约 before, 余、左右 behind.
    pub(super) is_rough: bool,
    /// White space stands within, so that it may be two numbers.
    pub(super) is_broken: bool,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// 件 and words for the same.
    Case,
    /// 份、部.
    Paper,
    /// 个、条、项、次, which count other things more often.
    Other,
    None,
    Yuan,
    TenThousandYuan,
    Percent,
}

/// The vocabulary, prepared to be looked up by the first character.
pub(super) struct Words {
    words: Vec<Word>,
    /// The last word whose first character falls into each bucket, counted
    /// from 1; each word names the one before it.
    buckets: [u16; 256],
}

struct Word {
    first: char,
    text: &'static str,
    sense: Sense,
    /// The word before it in the same bucket, counted from 1.
    before: u16,
}

impl Words {
    pub(super) fn new() -> Self {
        let mut words = Vec::with_capacity(700);
        let mut buckets = [0; 256];
        for (sense, group) in VOCABULARY {
            for word in group.split(' ').filter(|word| !word.is_empty()) {
                let first = word.chars().next().unwrap_or_default();
                let bucket = &mut buckets[bucket(first)];
                words.push(Word { first, text: word, sense: *sense, before: *bucket });
                *bucket = u16::try_from(words.len()).unwrap_or_default();
            }
        }
        Self { words, buckets }
    }

    /// The longest word that begins here, with its length in characters.
    fn at(&self, characters: &[char]) -> Option<(Sense, usize)> {
        let first = *characters.first()?;
        let mut next = self.buckets[bucket(first)];
        let mut longest: Option<(Sense, usize)> = None;
        while next > 0 {
            let word = &self.words[next as usize - 1];
            next = word.before;
            if word.first != first {
                continue;
            }
            let mut length = 0;
            let fits = word.text.chars().all(|character| {
                length += 1;
                characters.get(length - 1) == Some(&character)
            });
            if fits && longest.is_none_or(|(_, longest)| length > longest) {
                longest = Some((word.sense, length));
            }
        }
        longest
    }
}

fn bucket(character: char) -> usize {
    character as usize & 0xff
}

/// The tokens of a sentence. What stands in 《》 is the name of a document.
pub(super) fn tokens(words: &Words, prose: &Prose<'_>, start: usize, end: usize, tokens: &mut Vec<Token>) {
    let characters = &prose.characters[..end];
    let mut at = start;
    while at < end {
        let character = characters[at];
        let (what, next) = if character == '《' {
            let name_end = characters[at..].iter().position(|&character| character == '》');
            (What::Aside, name_end.map_or(at + 1, |length| at + length + 1))
        } else if is_mark(character) {
            (What::Mark(character), at + 1)
        } else if let Some((what, next)) = number(prose, at, end).filter(|(what, _)| {
            // 三安全一稳定 and 一季度 are words.
            character.is_ascii_digit() || matches!(what, What::Figure(_) | What::Year(_))
        }) {
            (what, next)
        } else if let Some((sense, length)) = words.at(&characters[at..]) {
            (What::Word(sense), at + length)
        } else {
            at += 1;
            continue;
        };
        tokens.push(Token { what, start: at, end: next });
        at = next;
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '(' | ')' | '、')
}

/// A number that begins here, with its unit.
fn number(prose: &Prose<'_>, start: usize, end: usize) -> Option<(What, usize)> {
    let characters = &prose.characters[..end];
    let before = start.checked_sub(1).and_then(|before| characters.get(before)).copied().unwrap_or(' ');
    let (value, mut at, is_broken) = match characters[start] {
        '0'..='9' => digits(prose, start, end),
        first if numeral(first).is_some() => chinese(&characters[start..])
            .map(|(value, length)| (Some(Number::whole(value)), start + length, false))?,
        _ => return None,
    };
    let is_chinese = !characters[start].is_ascii_digit();
    let digits_end = at;
    let rest = |at: usize| characters.get(at).copied().unwrap_or('。');
    let is_ordinal = before == '(' && rest(at) == ')' || before == STOP && rest(at) == '、';
    let is_part_of_something = is_ordinal
        || before.is_ascii_alphanumeric()
        || matches!(before, '第' | '-' | '~' | '.' | '/' | '每' | '逐' | '+' | '@' | '几' | '数')
        || rest(at).is_ascii_alphanumeric()
        || matches!(rest(at), '-' | '~' | '.' | '/' | '+' | '几');
    if rest(at) == '月' && !is_chinese {
        // The period of a whole year begins on a day of January and ends in December.
        let is_day = rest(at + 1).is_ascii_digit() || value == Some(Number::whole(12));
        return Some((if is_day { What::Aside } else { What::Word(Sense::Period) }, at + 1));
    }
    let Some(value) = value.filter(|_| !is_part_of_something) else {
        return Some((What::Aside, at.max(start + 1)));
    };
    let mut is_rough = is_rough_before(characters, start);
    if let Ok(year @ 1990..=2099) = u16::try_from(value.digits)
        && rest(at) == '年'
        && value.places == 0
    {
        return Some((What::Year(year), at + 1 + usize::from(rest(at + 1) == '度')));
    }
    if matches!(rest(at), '余' | '多' | '来') {
        is_rough = true;
        at += 1;
    }
    let in_ten_thousands = rest(at) == '万';
    at += usize::from(in_ten_thousands || rest(at) == '亿');
    if matches!(rest(at), '余' | '多') {
        is_rough = true;
        at += 1;
    }
    let (unit, length) = match rest(at) {
        '件' if rest(at + 1) == '事' => return Some((What::Aside, at + 2)),
        '件' if rest(at + 1) == '次' => (Unit::Case, 2),
        '起' | '件' | '例' | '宗' => (Unit::Case, 1),
        '份' | '部' if rest(at + 1) != '分' && rest(at + 1) != '门' => (Unit::Paper, 1),
        '个' if is_counted(rest(at + 1)) => (Unit::Other, 1),
        '条' | '项' | '次' => (Unit::Other, 1),
        '元' if in_ten_thousands => (Unit::TenThousandYuan, 1),
        '元' if !is_chinese => (Unit::Yuan, 1),
        '%' => (Unit::Percent, 1),
        rest if at == digits_end && (is_mark(rest) || rest == '。') => (Unit::None, 0),
        _ => return Some((What::Aside, at)),
    };
    // 一起、一次、一项 say how, and not how many.
    if is_chinese && (unit == Unit::None && value.digits > 0 || value.digits == 1 && rest(at) != '件') {
        return Some((What::Aside, at + length));
    }
    at += length;
    // A rounded count is only a bound; 100余件 and 1.2万件 are such.
    is_rough |= in_ten_thousands && unit != Unit::TenThousandYuan || rest(at.saturating_sub(1)) == '亿';
    if matches!((rest(at), rest(at + 1)), ('左', '右') | ('以', '上' | '下' | '内') | ('上', '下')) {
        is_rough = true;
        at += 2;
    }
    let is_count = !matches!(unit, Unit::Yuan | Unit::TenThousandYuan | Unit::Percent);
    if is_count && value.places > 0 && !is_rough {
        return Some((What::Aside, at));
    }
    Some((What::Figure(Figure { value, unit, digits_end, is_rough, is_broken }), at))
}

/// 个 counts what follows; only where nothing does, or a word of the form, it
/// counts cases.
fn is_counted(next: char) -> bool {
    is_mark(next) || matches!(next, '。' | '申' | '行')
}

/// Whether the words before a number make it a bound.
fn is_rough_before(characters: &[char], start: usize) -> bool {
    const WORDS: [&str; 12] =
        ["约", "近", "超", "逾", "超过", "不足", "不到", "将近", "接近", "大约", "突破", "多达"];
    let before = &characters[..start];
    WORDS.iter().any(|word| {
        let length = word.chars().count();
        before.len() >= length && word.chars().eq(before[before.len() - length..].iter().copied())
    })
}

/// Digits with separators of thousands and a fraction; none where they are
/// longer than any figure.
fn digits(prose: &Prose<'_>, start: usize, end: usize) -> (Option<Number>, usize, bool) {
    let characters = &prose.characters[..end];
    let is_digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let mut text = String::new();
    let mut at = start;
    let mut is_broken = false;
    loop {
        if is_digit(at) {
            text.push(characters[at]);
            is_broken |= is_digit(at + 1) && prose.is_apart_from_next(at);
        } else {
            let is_group = || (1..4).all(|ahead| is_digit(at + ahead)) && !is_digit(at + 4);
            let separates = characters.get(at) == Some(&',') && prose.printed(at) == Some(',');
            let is_point = characters.get(at) == Some(&'.') && is_digit(at + 1) && !text.contains('.');
            if is_point {
                text.push('.');
            } else if !(separates && is_group() && !text.contains('.')) {
                break;
            }
        }
        at += 1;
    }
    let padded = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
    (Number::parse(&text).filter(|_| !padded), at, is_broken)
}

fn numeral(character: char) -> Option<i64> {
    Some(match character {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// A number in Chinese numerals, and how many there are; none where they make
/// no number, as in 三百 followed by nothing that is counted.
fn chinese(characters: &[char]) -> Option<(i64, usize)> {
    let mut total = 0;
    let mut digit: Option<i64> = None;
    let mut length = 0;
    let mut plain = true;
    for &character in characters.iter().take(12) {
        let Some(value) = numeral(character) else { break };
        length += 1;
        if value >= 10 {
            plain = false;
            total += digit.take().unwrap_or(1) * value;
        } else if let (Some(before), true) = (digit, plain) {
            // 二〇二三.
            digit = Some(before * 10 + value);
        } else {
            digit = Some(value);
        }
    }
    (length > 0).then_some((total + digit.unwrap_or_default(), length))
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn chinese_numerals_are_numbers() {
        for (text, value) in [
            ("三件", 3),
            ("两件", 2),
            ("十件", 10),
            ("十二件", 12),
            ("二十一件", 21),
            ("一百零五件", 105),
            ("一百一十件", 110),
            ("一千二百三十四件", 1234),
            ("二〇二三年", 2023),
            ("零件", 0),
        ] {
            let characters: Vec<char> = text.chars().collect();
            assert_eq!(chinese(&characters).map(|(value, _)| value), Some(value), "{text}");
        }
        assert_eq!(chinese(&['件']), None);
    }
}
