//! Marks: characters of a few kinds, looked for in a text.
//!
//! What is searched for is given as a text as well, `"、.,:"`, so that one
//! function does for all kinds.

/// Whether a character is one of `marks`.
pub(crate) fn is_one_of(character: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == character)
}

/// The place of the first of `marks` in a text.
#[inline(never)]
pub(crate) fn find_mark(text: &str, marks: &str) -> Option<usize> {
    text.char_indices().find(|&(_, character)| is_one_of(character, marks)).map(|(at, _)| at)
}

/// Whether one of `marks` stands in a text.
pub(crate) fn has_mark(text: &str, marks: &str) -> bool {
    find_mark(text, marks).is_some()
}

/// Whether a text begins with one of `marks`.
#[inline(never)]
pub(crate) fn starts_with_mark(text: &str, marks: &str) -> bool {
    text.chars().next().is_some_and(|first| is_one_of(first, marks))
}

/// Whether a text ends with one of `marks`.
#[inline(never)]
pub(crate) fn ends_with_mark(text: &str, marks: &str) -> bool {
    text.chars().next_back().is_some_and(|last| is_one_of(last, marks))
}

/// A text without those of `marks` it begins with.
#[inline(never)]
pub(crate) fn without_marks_before<'text>(text: &'text str, marks: &str) -> &'text str {
    text.trim_start_matches(|first| is_one_of(first, marks))
}

/// A text without those of `marks` it ends with.
#[inline(never)]
pub(crate) fn without_marks_behind<'text>(text: &'text str, marks: &str) -> &'text str {
    text.trim_end_matches(|last| is_one_of(last, marks))
}

/// A text without those of `marks` around it.
pub(crate) fn without_marks_around<'text>(text: &'text str, marks: &str) -> &'text str {
    without_marks_behind(without_marks_before(text, marks), marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_and_takes_off_what_is_named() {
        assert_eq!(find_mark("甲、乙。", "。、"), Some(3));
        assert_eq!(find_mark("甲乙", "。、"), None);
        assert_eq!(without_marks_before("、.甲.", ".、"), "甲.");
        assert_eq!(without_marks_around("..甲、乙..", "."), "甲、乙");
        assert!(starts_with_mark("（一）", "(（") && ends_with_mark("（一）", ")）"));
        assert!(!starts_with_mark("", "(（") && !has_mark("", "(（"));
    }
}
