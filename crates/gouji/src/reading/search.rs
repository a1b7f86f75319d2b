//! Looking for words and characters in prose.
//!
//! A set of characters is a text, `。；`, in which a blank stands for white
//! space of any kind; several words are a text as well, with blanks between
//! them. The patterns of the standard library would be compiled anew at each of
//! the many places that look for something; these are compiled once.

/// What ends a line.
pub(super) const LINE_ENDS: &str = "\n\r\u{2028}\u{2029}";

/// The first character; a blank where there is none.
pub(super) fn first_of(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// The last character; a blank where there is none.
pub(super) fn last_of(text: &str) -> char {
    text.chars().next_back().unwrap_or(' ')
}

/// Whether a character is one of a set.
#[inline(never)]
pub(super) fn is_in(character: char, set: &str) -> bool {
    for one in set.chars() {
        if one == character || one == ' ' && character.is_whitespace() {
            return true;
        }
    }
    false
}

/// Whether the text begins with a character of a set.
#[inline(never)]
pub(super) fn begins_in(text: &str, set: &str) -> bool {
    !text.is_empty() && is_in(first_of(text), set)
}

/// Whether the text ends with a character of a set.
#[inline(never)]
pub(super) fn ends_in(text: &str, set: &str) -> bool {
    !text.is_empty() && is_in(last_of(text), set)
}

/// The text without characters of a set at its beginning.
#[inline(never)]
pub(super) fn skip<'text>(text: &'text str, set: &str) -> &'text str {
    let mut rest = text;
    while begins_in(rest, set) {
        rest = &rest[first_of(rest).len_utf8()..];
    }
    rest
}

/// The text without characters of a set at its end.
#[inline(never)]
pub(super) fn skip_back<'text>(text: &'text str, set: &str) -> &'text str {
    let mut rest = text;
    while ends_in(rest, set) {
        rest = &rest[..rest.len() - last_of(rest).len_utf8()];
    }
    rest
}

/// The text up to the first character of a set.
#[inline(never)]
pub(super) fn until<'text>(text: &'text str, set: &str) -> &'text str {
    for (at, character) in text.char_indices() {
        if is_in(character, set) {
            return &text[..at];
        }
    }
    text
}

/// How many ASCII digits the text begins with.
#[inline(never)]
pub(super) fn leading_digits(text: &str) -> usize {
    let mut count = 0;
    while text.as_bytes().get(count).is_some_and(u8::is_ascii_digit) {
        count += 1;
    }
    count
}

/// Whether the text ends with an ASCII digit.
pub(super) fn ends_in_a_digit(text: &str) -> bool {
    text.as_bytes().last().is_some_and(u8::is_ascii_digit)
}

/// The beginning of a text, of at most so many bytes.
#[inline(never)]
pub(super) fn clipped(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// The end of a text, of at most so many bytes.
#[inline(never)]
pub(super) fn clipped_ahead(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}

/// The beginning of a text, of at most so many characters.
#[inline(never)]
pub(super) fn first_characters(text: &str, count: usize) -> &str {
    let mut rest = text;
    for _ in 0..count {
        let Some(first) = rest.chars().next() else { break };
        rest = &rest[first.len_utf8()..];
    }
    &text[..text.len() - rest.len()]
}

/// The length of the first of the words with which the text begins; 0 where
/// there is none.
#[inline(never)]
pub(super) fn begins_with(text: &str, words: &str) -> usize {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    // The last byte of the first character tells most of it.
    let key = match text {
        [] => return 0,
        [0..0x80, ..] => 0,
        _ => 2,
    };
    let mut at = 0;
    while let Some(byte) = words.get(at + key) {
        if text.get(key) == Some(byte) && (at == 0 || words[at - 1] == b' ') {
            let rest = &words[at..];
            let word = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
            if text.starts_with(&rest[..word]) {
                return word;
            }
        }
        at += 1;
    }
    0
}

/// The length of the first of the words with which the text ends; 0 where
/// there is none.
#[inline(never)]
pub(super) fn ends_with(text: &str, words: &str) -> usize {
    let mut rest = words;
    loop {
        let word = next_word(&mut rest);
        if word.is_empty() || text.as_bytes().ends_with(word.as_bytes()) {
            return word.len();
        }
    }
}

/// Where the first stands of the words that occur; none where none does.
#[inline(never)]
pub(super) fn find(text: &str, words: &str) -> Option<usize> {
    let mut rest = words;
    let mut first = text.len();
    loop {
        let word = next_word(&mut rest);
        if word.is_empty() {
            return (first < text.len()).then_some(first);
        }
        first = first.min(place(text.as_bytes(), word.as_bytes()));
    }
}

/// Where the last stands of the words that occur; none where none does.
#[inline(never)]
pub(super) fn find_last(text: &str, words: &str) -> Option<usize> {
    let mut at = text.len();
    while at > 0 {
        at -= 1;
        if text.is_char_boundary(at) && begins_with(&text[at..], words) > 0 {
            return Some(at);
        }
    }
    None
}

/// Whether one of the words occurs.
#[inline(never)]
pub(super) fn has_any(text: &str, words: &str) -> bool {
    let mut rest = words;
    loop {
        let word = next_word(&mut rest);
        if word.is_empty() || place(text.as_bytes(), word.as_bytes()) < text.len() {
            return !word.is_empty();
        }
    }
}

/// Takes the first of several words off; empty where none is left.
#[inline(never)]
pub(super) fn next_word<'words>(words: &mut &'words str) -> &'words str {
    let end = words.bytes().position(|byte| byte == b' ').unwrap_or(words.len());
    let word = &words[..end];
    *words = words.get(end + 1..).unwrap_or_default();
    word
}

/// Where a word stands first; the length of the text where it does not occur.
#[inline(never)]
fn place(text: &[u8], word: &[u8]) -> usize {
    let Some(last) = word.len().checked_sub(1) else { return text.len() };
    let mut at = 0;
    // The last byte of a character tells most of it.
    while let Some(byte) = text.get(at + last) {
        if *byte == word[last] && text[at] == word[0] && text[at..].starts_with(word) {
            return at;
        }
        at += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_looked_for_at_both_ends() {
        assert_eq!(skip("。；共三件", "；。"), "共三件");
        assert_eq!(skip_back("共三件\u{3000}\n", " 件"), "共三");
        assert_eq!(until("共三件，其中", "。，"), "共三件");
        assert_eq!(until("共三件", "。，"), "共三件");
        assert!(!begins_in("", " ") && !ends_in("", " "));
    }

    #[test]
    fn the_first_and_the_last_word_that_occur_are_found() {
        let text = "答复12件，办结12件。";
        assert_eq!(find(text, "办结 答复"), Some(0));
        assert_eq!(find(text, "受理 办结"), text.find("办结"));
        assert_eq!(find(text, "受理"), None);
        assert_eq!(find_last(text, "件 受理"), text.rfind('件'));
        assert_eq!(begins_with(text, "受理 答复"), "答复".len());
        assert_eq!(ends_with(text, "件。 件"), "件。".len());
        assert!(has_any(text, "受理 结1") && !has_any(text, "受理") && !has_any("", "受理"));
    }

    #[test]
    fn texts_are_cut_between_characters() {
        assert_eq!(clipped("公开", 4), "公");
        assert_eq!(clipped_ahead("公开", 4), "开");
        assert_eq!(first_characters("公开信息", 2), "公开");
        assert_eq!(first_characters("公", 2), "公");
        assert_eq!(leading_digits("12件"), 2);
    }
}
