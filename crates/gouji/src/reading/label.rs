//! Recognising a printed label as one of the form's.

use crate::form::LabelSpec;
use crate::text::fold;
use crate::text::marks::{is_one_of, without_marks_before};

/// How well a printed label agrees with the form's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// The form's words, or others that say the same.
    Same,
    /// What makes it recognisable is there; other words differ.
    Recognisable,
    /// So like it that it can be a slip of it.
    Alike,
}

/// A label of the form, prepared for comparison.
#[derive(Debug)]
pub(super) struct Matcher {
    /// The form's words and the accepted ones, folded, without enumeration.
    wordings: Vec<String>,
    /// The characters of the form's words.
    characters: Vec<char>,
    cores: &'static [&'static [&'static str]],
}

impl Matcher {
    pub(super) fn new(spec: &'static LabelSpec) -> Self {
        let mut wordings = Vec::with_capacity(1 + spec.accepted.len());
        for wording in spec.wordings() {
            wordings.push(folded_label(wording));
        }
        let characters = wordings[0].chars().collect();
        Self { wordings, characters, cores: spec.cores }
    }

    /// Whether the printed label says the same as the form's.
    pub(super) fn agreement_is_same(&self, printed: &str) -> bool {
        self.wordings.iter().any(|wording| wording == printed)
    }

    /// Whether one of its wordings begins with a folded text.
    pub(super) fn begins_with(&self, folded: &str) -> bool {
        self.wordings.iter().any(|wording| wording.starts_with(folded))
    }

    /// Whether one of its wordings, long enough not to stand anywhere, occurs
    /// in a folded text.
    pub(super) fn occurs_in(&self, folded: &str) -> bool {
        self.wordings.iter().any(|wording| wording.chars().count() >= 4 && folded.contains(wording.as_str()))
    }

    /// Compares with a printed label that is folded and freed of its
    /// enumeration.
    pub(super) fn agreement(&self, printed: &str) -> Option<Agreement> {
        if printed.is_empty() {
            None
        } else if self.agreement_is_same(printed) {
            Some(Agreement::Same)
        } else if self.cores.iter().any(|core| contains_in_order(printed, core)) {
            Some(Agreement::Recognisable)
        } else {
            self.is_alike(printed).then_some(Agreement::Alike)
        }
    }

    /// Whether a label of four characters or more differs in at most one
    /// character in four.
    fn is_alike(&self, printed: &str) -> bool {
        let length = self.characters.len();
        let allowed = length / 4;
        // A character of a label has up to three bytes and seldom fewer.
        let may_be = allowed > 0 && printed.len().abs_diff(length * 3) <= allowed * 3 + 12;
        if !may_be || printed.chars().count().abs_diff(length) > allowed {
            return false;
        }
        let printed: Vec<char> = printed.chars().collect();
        let common = printed.iter().filter(|character| self.characters.contains(character)).count();
        common + allowed >= printed.len() && distance(&self.characters, &printed) <= allowed
    }
}

/// Compares a printed label with every label of a set: where some say the
/// same, no other is looked at.
pub(super) fn agreements(matchers: &[Matcher], printed: &str) -> Vec<(usize, Agreement)> {
    let mut found = Vec::new();
    for (at, matcher) in matchers.iter().enumerate() {
        if matcher.agreement_is_same(printed) {
            found.push((at, Agreement::Same));
        }
    }
    if found.is_empty() {
        for (at, matcher) in matchers.iter().enumerate() {
            if let Some(agreement) = matcher.agreement(printed) {
                found.push((at, agreement));
            }
        }
    }
    found
}

/// The label of a set that agrees best with a printed one, and how well; the
/// first of several.
pub(super) fn best_agreement(matchers: &[Matcher], printed: &str) -> Option<(usize, Agreement)> {
    let mut best: Option<(usize, Agreement)> = None;
    for (at, agreement) in agreements(matchers, printed) {
        if best.is_none_or(|(_, known)| agreement < known) {
            best = Some((at, agreement));
        }
    }
    best
}

/// Whether all fragments occur, one behind the other.
pub(super) fn contains_in_order(text: &str, fragments: &[&str]) -> bool {
    let mut rest = text;
    fragments.iter().all(|fragment| match rest.find(fragment) {
        Some(at) => {
            rest = &rest[at + fragment.len()..];
            true
        }
        None => false,
    })
}

/// A label, folded and freed of the number before it.
pub(super) fn folded_label(printed: &str) -> String {
    without_enumeration(&fold(printed)).to_owned()
}

/// A folded label without the number before it: `1.`, `(一)`, `一、`, `①`.
pub(super) fn without_enumeration(folded: &str) -> &str {
    let Some(first) = folded.chars().next() else { return folded };
    if let Some(rest) = folded.strip_prefix('(') {
        let after = without_numerals(rest);
        return match after.strip_prefix(')') {
            Some(label) if after.len() < rest.len() => without_marks_before(label, "、."),
            _ => folded,
        };
    }
    if ('①'..='⑳').contains(&first) {
        return without_marks_before(&folded[first.len_utf8()..], "、.");
    }
    let rest = without_numerals(folded);
    if rest.len() == folded.len() {
        return without_marks_before(folded, "、");
    }
    // A number without a mark behind it belongs to the label only where it is
    // written in characters, as in 三类.
    match rest.chars().next() {
        Some(mark) if is_one_of(mark, "、.,:") => &rest[mark.len_utf8()..],
        _ if first.is_ascii_digit() => rest,
        _ => folded,
    }
}

/// A text without the digits, of either kind, that it begins with.
fn without_numerals(text: &str) -> &str {
    text.trim_start_matches(|character: char| {
        character.is_ascii_digit() || chinese_digit(character).is_some()
    })
}

/// The value of a Chinese digit.
pub(super) fn chinese_digit(character: char) -> Option<u16> {
    Some(match character {
        '〇' | '○' | '零' | 'Ｏ' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// The value of a digit, be it ASCII or Chinese; 十 is ten.
#[inline(never)]
pub(super) fn digit(character: char) -> Option<u16> {
    match character {
        '0'..='9' => Some(character as u16 - '0' as u16),
        _ => chinese_digit(character),
    }
}

/// The Levenshtein distance, row by row.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for (at, distance) in row.iter_mut().enumerate() {
        *distance = at;
    }
    for (at, from) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, to) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_enumeration_off() {
        for (folded, label) in [
            ("(一)予以公开", "予以公开"),
            ("1.属于国家秘密", "属于国家秘密"),
            ("1、属于国家秘密", "属于国家秘密"),
            ("1属于国家秘密", "属于国家秘密"),
            ("①属于国家秘密", "属于国家秘密"),
            ("一、本年新收", "本年新收"),
            ("三类内部事务", "三类内部事务"),
            ("(区分处理的)", "(区分处理的)"),
            ("、主动公开", "主动公开"),
        ] {
            assert_eq!(without_enumeration(folded), label);
        }
    }

    #[test]
    fn a_slip_is_alike_and_another_row_is_not() {
        static NOT_HELD: LabelSpec = LabelSpec::only("1.本机关不掌握相关政府信息");
        let matcher = Matcher::new(&NOT_HELD);
        assert_eq!(matcher.agreement("本机关不掌握相关政府信息"), Some(Agreement::Same));
        assert_eq!(matcher.agreement("本机关不掌握相关政俯信息"), Some(Agreement::Alike));
        assert_eq!(matcher.agreement("补正后申请内容仍不明确"), None);
        assert_eq!(matcher.agreement(""), None);
    }
}
