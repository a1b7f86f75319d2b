//! What is printed in a cell.

use super::{CellReading, Quantity};
use crate::text::marks::{ends_with_mark, is_one_of};
use crate::text::{fold, fold_char};

/// Units that people write behind a count or an amount. The longest first.
const UNITS: &[&str] = &["万元", "元", "件", "项", "条", "次", "个", "宗", "份", "起", "部"];

/// Signs and words that people write where there is nothing to count.
const MARKS: &[&str] =
    &["/", "-", "--", "---", "\\", "无", "不适用", "空", "(空)", "暂无", "没有", "n/a", "N/A"];

/// The longest number with its remark, in bytes. What is longer is none.
const LONGEST: usize = 2_000;

/// Whether something can be a number, or a part of one, by its length and its
/// first character: most texts cannot, and are not looked at any closer.
pub(super) fn begins_like_a_number(printed: &str) -> bool {
    printed.len() <= LONGEST
        && printed
            .chars()
            .find_map(fold_char)
            .is_some_and(|first| first.is_ascii_digit() || "+-.,OolI".contains(first))
}

/// How many characters the longest of [`MARKS`] has.
const MOST_OF_A_MARK: usize = 3;

/// Reads what is printed in a cell. Never fails: what is no number is said to
/// be none.
pub(super) fn read_cell(printed: &str) -> CellReading {
    if printed.is_empty() {
        return CellReading::Blank;
    }
    if printed.bytes().all(|byte| byte.is_ascii_digit()) && !has_leading_zero(printed) {
        return Quantity::parse(printed).map_or(CellReading::NotANumber, CellReading::Number);
    }
    if !begins_like_a_number(printed) {
        let folded: String = printed.chars().filter_map(fold_char).take(MOST_OF_A_MARK + 1).collect();
        return match folded.as_str() {
            "" => CellReading::Blank,
            mark if MARKS.contains(&mark) => CellReading::Mark,
            _ => CellReading::NotANumber,
        };
    }
    let folded = fold(printed);
    if MARKS.contains(&folded.as_str()) {
        return CellReading::Mark;
    }
    if let Some(quantity) = with_letters(&folded) {
        return CellReading::WithLetters(quantity);
    }
    let digits_end = folded
        .char_indices()
        .find(|&(at, character)| {
            !(character.is_ascii_digit()
                || matches!(character, '.' | ',')
                || (at == 0 && matches!(character, '+' | '-')))
        })
        .map_or(folded.len(), |(at, _)| at);
    let (number, rest) = folded.split_at(digits_end);
    if has_leading_zero(number) {
        return CellReading::NotANumber;
    }
    let Some(quantity) = without_separators(number).and_then(|number| Quantity::parse(&number)) else {
        return CellReading::NotANumber;
    };
    // White space within the digits was folded away, but it may have stood
    // between two numbers: `70 0` is not read as 700.
    if has_inner_space(printed, number.len()) {
        return CellReading::NotANumber;
    }
    let after_unit = UNITS.iter().find_map(|unit| rest.strip_prefix(unit));
    match (rest, after_unit) {
        ("", _) => CellReading::Number(quantity),
        (_, Some("")) => CellReading::WithUnit(quantity),
        (_, Some(remark)) if is_remark(remark) => CellReading::WithRemark(quantity),
        (remark, None) if is_remark(remark) => CellReading::WithRemark(quantity),
        _ => CellReading::NotANumber,
    }
}

/// Whether something is a number, or can be the rest of one.
pub(super) fn is_part_of_a_number(printed: &str) -> bool {
    begins_like_a_number(printed) && is_number_or_part(printed, &read_cell(printed))
}

/// The same of what is read as `reading`.
pub(super) fn is_number_or_part(printed: &str, reading: &CellReading) -> bool {
    if reading.quantity().is_some() {
        return true;
    }
    if !begins_like_a_number(printed) {
        return false;
    }
    let folded = fold(printed);
    // `1.` is the number of an item.
    folded.starts_with(|first: char| first.is_ascii_digit())
        && !ends_with_mark(&folded, ".,")
        && folded.chars().all(|character| is_one_of(character, "0123456789,.件元万项个"))
}

/// Whether a 0 stands before other digits: nobody prints a count so, but two
/// numbers that ran together look like it.
fn has_leading_zero(number: &str) -> bool {
    number.len() > 1 && number.starts_with('0') && number.as_bytes()[1].is_ascii_digit()
}

/// The number where letters stand for digits they look like. The longest count
/// of a report has fewer digits than a word that looks like one.
fn with_letters(folded: &str) -> Option<Quantity> {
    const MOST_DIGITS: usize = 9;
    let digit = |character: char| match character {
        '0'..='9' => Some(character),
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    };
    let folded = UNITS.iter().find_map(|unit| folded.strip_suffix(unit)).unwrap_or(folded);
    if folded.len() > MOST_DIGITS || !folded.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let digits: Option<String> = folded.chars().map(digit).collect();
    digits.filter(|digits| !has_leading_zero(digits)).and_then(|digits| Quantity::parse(&digits))
}

fn is_remark(text: &str) -> bool {
    text.len() > 2 && text.starts_with('(') && text.ends_with(')')
}

/// Removes thousands separators, which are only such in groups of three.
fn without_separators(number: &str) -> Option<String> {
    if !number.contains(',') {
        return Some(number.to_owned());
    }
    let (whole, fraction) =
        number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.trim_start_matches(['+', '-']).split(',');
    let first = groups.next()?;
    let well_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if !well_grouped || fraction.is_some_and(|fraction| fraction.contains(',')) {
        return None;
    }
    Some(number.chars().filter(|&character| character != ',').collect())
}

/// Whether white space stands within the first `length` characters that count.
fn has_inner_space(printed: &str, length: usize) -> bool {
    let mut seen = 0;
    printed.trim().chars().any(|character| {
        if seen > 0 && seen < length && character.is_whitespace() {
            return true;
        }
        seen += usize::from(fold_char(character).is_some());
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_longer_than_what_is_compared() {
        assert_eq!(MARKS.iter().map(|mark| mark.chars().count()).max(), Some(MOST_OF_A_MARK));
    }

    fn number(count: i64) -> CellReading {
        CellReading::Number(Quantity::Count(count))
    }

    #[test]
    fn reads_numbers_as_they_are_printed() {
        for (printed, count) in [
            ("0", 0),
            (" 12 ", 12),
            ("１２", 12),
            ("11398889", 11_398_889),
            ("1,234", 1234),
            ("１，２３４", 1234),
            ("-8", -8),
            ("−18", -18),
            ("+5", 5),
        ] {
            assert_eq!(read_cell(printed), number(count), "{printed:?}");
        }
        assert_eq!(read_cell("112.55034"), CellReading::Number(Quantity::Decimal("112.55034".to_owned())));
    }

    #[test]
    fn keeps_units_and_remarks_apart() {
        assert_eq!(read_cell("0件"), CellReading::WithUnit(Quantity::Count(0)));
        assert_eq!(read_cell("251000元"), CellReading::WithUnit(Quantity::Count(251_000)));
        assert_eq!(read_cell("22（其中修订16件）"), CellReading::WithRemark(Quantity::Count(22)));
        assert_eq!(read_cell("22件（其中修订16件）"), CellReading::WithRemark(Quantity::Count(22)));
    }

    #[test]
    fn knows_what_stands_for_nothing() {
        for printed in ["", " ", "\u{3000}\u{3000}", "\u{a0}"] {
            assert_eq!(read_cell(printed), CellReading::Blank, "{printed:?}");
        }
        for printed in ["/", "／", "-", "—", "——", "无", "不适用"] {
            assert_eq!(read_cell(printed), CellReading::Mark, "{printed:?}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_read_as_such() {
        for (printed, count) in
            [("7O", 70), ("l2", 12), ("o", 0), ("I", 1), ("1l", 11), ("Ｏ", 0), ("O件", 0)]
        {
            assert_eq!(read_cell(printed), CellReading::WithLetters(Quantity::Count(count)), "{printed:?}");
        }
        for printed in ["oil", "Oo1l1IlOoo", "7O件x"] {
            assert_eq!(read_cell(printed), CellReading::NotANumber, "{printed:?}");
        }
    }

    #[test]
    fn never_makes_a_number_of_something_else() {
        for printed in [
            "7Q",
            "0110",
            "00",
            "012件",
            "12x",
            "70 0",
            "1,23",
            "1.2.3",
            "十二",
            "12/3",
            "9999999999999999",
            "1-2",
            ".",
        ] {
            assert_eq!(read_cell(printed), CellReading::NotANumber, "{printed:?}");
        }
    }
}
