//! The words and figures of a sentence.

use super::passage::Passage;
use super::vocabulary::{Sense, VOCABULARY};
use crate::reading::figures::Figure;
use crate::reading::number::Number;
use crate::reading::search::{begins_in, begins_with, first_of, is_in, last_of, skip};
use crate::reading::word_table::WordTable;

/// A word, a figure or a mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) what: What,
    /// Where it begins, in bytes of the passage.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Word(Sense),
    Figure(Counted),
    /// 2023年.
    Year(u16),
    /// A number of something else.
    Aside,
    /// A mark between clauses.
    Mark(char),
}

/// A figure and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) value: Number,
    pub(super) unit: Unit,
    /// Where its digits end.
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

/// The vocabulary, prepared to be looked up.
pub(super) fn vocabulary() -> WordTable {
    let mut words = WordTable::new(&[]);
    for (group, (_, texts)) in (0..).zip(VOCABULARY) {
        words.add(group, texts);
    }
    words
}

/// The tokens of a sentence. What stands in 《》 is the name of a document.
pub(super) fn tokens(
    words: &WordTable,
    passage: &Passage<'_>,
    start: usize,
    end: usize,
    tokens: &mut Vec<Token>,
) {
    let text = &passage.text()[..end];
    let mut at = start;
    while at < end {
        let rest = &text[at..];
        let character = first_of(rest);
        let mut length = character.len_utf8();
        let (group, word) = words.longest_at(rest);
        let what = if character == '《' {
            length = rest.find('》').map_or(length, |name| name + '》'.len_utf8());
            What::Aside
        } else if is_mark(character) {
            What::Mark(character)
        } else if let Some((what, figure_end)) = figure(passage, text, start, at) {
            length = figure_end - at;
            what
        } else if character.is_ascii_digit() {
            length = rest.len() - skip(rest, "0123456789").len();
            What::Aside
        } else if !word.is_empty() {
            length = word.len();
            What::Word(VOCABULARY[usize::from(group)].0)
        } else {
            at += length;
            continue;
        };
        tokens.push(Token { what, start: at, end: at + length });
        at += length;
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '(' | ')' | '、')
}

/// The figure that begins at `start`, with what it counts, and where it ends;
/// none where characters are no figure, such as 三安全一稳定.
fn figure(passage: &Passage<'_>, text: &str, sentence: usize, start: usize) -> Option<(What, usize)> {
    let figure = passage.figure_at(start)?;
    let is_chinese = figure.is_chinese;
    let before = last_of(&text[..start]);
    let digits_end = passage.folded_place(figure.digits_end);
    let behind = text.get(digits_end..).unwrap_or_default();
    let aside = |end: usize| (!is_chinese).then_some((What::Aside, end));
    let next = first_of(behind);
    // 0110 is no count.
    let digits = &text[start..digits_end.min(text.len())];
    let is_padded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let value = figure.digits.filter(|_| !is_padded);
    if next == '月' && !is_chinese {
        // The period of a whole year begins on a day of January and ends in December.
        let is_day = begins_in(&behind['月'.len_utf8()..], "0123456789") || value == Some(Number::whole(12));
        let what = if is_day { What::Aside } else { What::Word(Sense::Period) };
        return Some((what, digits_end + '月'.len_utf8()));
    }
    let is_ordinal = before == '(' && next == ')' || (start == sentence || before == '。') && next == '、';
    let is_part_of_something = is_ordinal
        || before.is_ascii_alphanumeric()
        || next.is_ascii_alphanumeric()
        || is_in(before, "第-~./每逐+@几数")
        || is_in(next, "-~./+几");
    let Some(value) = value.filter(|_| !is_part_of_something) else { return aside(digits_end) };
    if let Ok(year @ 1990..=2099) = u16::try_from(value.digits)
        && next == '年'
        && value.places == 0
    {
        return Some((What::Year(year), digits_end + begins_with(behind, "年度 年")));
    }
    let number_end = passage.folded_place(figure.number_end);
    let rest = text.get(number_end..).unwrap_or_default();
    let Some((unit, length)) = unit(rest, figure) else { return aside(number_end) };
    // 一起、一次、一项 say how, and not how many.
    if is_chinese && (unit == Unit::None && value.digits > 0 || value.digits == 1 && first_of(rest) != '件')
    {
        return None;
    }
    // A rounded count is only a bound; 100余件 and 1.2万件 are such.
    let is_rounded =
        figure.scale > 1 && unit != Unit::TenThousandYuan || is_chinese && value.digits >= 10_000;
    let is_rough = figure.is_approximate || is_rounded;
    let is_count = !matches!(unit, Unit::Yuan | Unit::TenThousandYuan | Unit::Percent);
    let end = number_end + length + begins_with(&rest[length..], "左右 以上 以下 以内 上下");
    if is_count && value.places > 0 && !is_rough {
        return aside(end);
    }
    let is_broken = figure.is_broken;
    Some((What::Figure(Counted { value, unit, digits_end, is_rough, is_broken }), end))
}

/// The unit that stands behind the number of a figure, and its length; none
/// where it is that of something else.
fn unit(rest: &str, figure: &Figure) -> Option<(Unit, usize)> {
    let one = first_of(rest).len_utf8();
    let next = first_of(rest.get(one..).unwrap_or_default());
    Some(match first_of(rest) {
        '件' if next == '事' => return None,
        '件' if next == '次' => (Unit::Case, "件次".len()),
        '起' | '件' | '例' | '宗' => (Unit::Case, one),
        '份' | '部' if next != '分' && next != '门' => (Unit::Paper, one),
        // It counts what follows; only where nothing does, or a word of the
        // form, it counts cases.
        '个' if is_in(next, ",;:()、。申行 ") => (Unit::Other, one),
        '条' | '项' | '次' => (Unit::Other, one),
        '元' if figure.scale == 10_000 => (Unit::TenThousandYuan, one),
        '元' if !figure.is_chinese => (Unit::Yuan, one),
        '%' => (Unit::Percent, one),
        _ if figure.number_end == figure.digits_end && is_in(first_of(rest), ",;:()、。 ") => {
            (Unit::None, 0)
        }
        _ => return None,
    })
}
