//! Words in both languages, with places for facts.

use crate::Language;

/// The same words in Chinese and in English.
///
/// Without the feature `english` only the Chinese are built in, and they stand
/// for the English. Both may have places for facts, written `{name}`, in the order that suits
/// the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    chinese: &'static str,
    #[cfg(feature = "english")]
    english: &'static str,
}

/// Something that words have a place for.
#[derive(Clone, Copy, Debug)]
pub enum Fact<'a> {
    /// Words, as they are.
    Text(&'a str),
    /// A number, in digits.
    Number(i64),
}

/// Makes [`Words`].
#[cfg_attr(not(feature = "english"), expect(unused_variables, reason = "it is left out"))]
pub const fn words(chinese: &'static str, english: &'static str) -> Words {
    Words {
        chinese,
        #[cfg(feature = "english")]
        english,
    }
}

impl Words {
    /// The words in `language`, their places as they are.
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            #[cfg(feature = "english")]
            Language::English => self.english,
            _ => self.chinese,
        }
    }

    /// The words in `language`, each place `{name}` filled with the fact of that
    /// name. A place without a fact stays, and a test sees it.
    pub fn filled(&self, language: Language, facts: &[(&str, Fact<'_>)]) -> String {
        let mut rest = self.in_language(language);
        let mut filled = String::with_capacity(rest.len() + 32);
        while let Some(open) = rest.find('{') {
            filled.push_str(&rest[..open]);
            rest = &rest[open..];
            let close = rest.find('}').map_or(rest.len(), |close| close + 1);
            let place = rest[..close].trim_matches(['{', '}']);
            match facts.iter().find(|(name, _)| *name == place) {
                Some((_, Fact::Text(text))) => filled.push_str(text),
                Some((_, Fact::Number(number))) => push_number(&mut filled, *number),
                None => filled.push_str(&rest[..close]),
            }
            rest = &rest[close..];
        }
        filled.push_str(rest);
        filled
    }
}

/// A number in digits.
pub(crate) fn digits(number: i64) -> String {
    let mut digits = String::new();
    push_number(&mut digits, number);
    digits
}

/// Appends the digits of a number.
pub fn push_number(text: &mut String, number: i64) {
    if number < 0 {
        text.push('-');
    }
    let mut digits = [0_u8; 20];
    let mut length = 0;
    let mut rest = number.unsigned_abs();
    while length == 0 || rest > 0 {
        digits[length] = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        length += 1;
    }
    text.extend(digits[..length].iter().rev().map(|&digit| char::from(digit)));
}

impl<'a> From<&'a str> for Fact<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Fact<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Fact<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u16> for Fact<'_> {
    fn from(number: u16) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Fact<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

#[cfg(all(test, feature = "english"))]
mod tests {
    use super::*;

    const ROWS: Words = words("“{row}”行应有 {expected} 个数。", "{expected} values are due in “{row}”.");

    #[test]
    fn places_are_filled_by_name_in_either_language() {
        let facts = [("expected", 7_usize.into()), ("row", "规章".into())];
        assert_eq!(ROWS.filled(Language::Chinese, &facts), "“规章”行应有 7 个数。");
        assert_eq!(ROWS.filled(Language::English, &facts), "7 values are due in “规章”.");
    }

    #[test]
    fn a_place_without_a_fact_stays() {
        assert_eq!(
            ROWS.filled(Language::English, &[("row", "a{b".into())]),
            "{expected} values are due in “a{b”."
        );
    }

    #[test]
    fn numbers_are_written_in_digits() {
        for number in [0, 7, -18, i64::MAX, i64::MIN] {
            assert_eq!(
                words("{n}", "").filled(Language::Chinese, &[("n", number.into())]),
                number.to_string()
            );
        }
    }
}
