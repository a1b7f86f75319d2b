//! Lines of the text, and those that say nothing: numbers of pages and borders.

use crate::text::marks::{
    ends_with_mark, is_one_of, starts_with_mark, without_marks_around, without_marks_before,
};
use crate::text::{TextRange, fold, fold_char};

/// The lines of the text, without their line breaks.
///
/// The pair that ends lines in Windows gives an empty line between, which is
/// harmless.
pub(super) fn lines(text: &str, within: TextRange) -> Lines<'_> {
    Lines { rest: within.of(text), start: within.start as usize }
}

/// Lines that have not been given out yet.
pub(super) struct Lines<'text> {
    rest: &'text str,
    /// Where they begin in the text.
    start: usize,
}

impl Iterator for Lines<'_> {
    type Item = TextRange;

    #[inline(never)]
    fn next(&mut self) -> Option<TextRange> {
        if self.rest.is_empty() {
            return None;
        }
        let bytes = self.rest.as_bytes();
        let (mut length, mut line_end) = (bytes.len(), 0);
        for (at, byte) in bytes.iter().enumerate() {
            line_end = match byte {
                b'\n' | b'\r' => 1,
                // U+2028 and U+2029.
                0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
                _ => continue,
            };
            length = at;
            break;
        }
        let line = TextRange::new(self.start, self.start + length);
        self.start += length + line_end;
        self.rest = &self.rest[length + line_end..];
        Some(line)
    }
}

/// The place of what stands in `range` without the white space around it.
pub(super) fn trimmed(text: &str, range: TextRange) -> TextRange {
    let content = range.of(text);
    let trimmed = content.trim_start();
    let start = range.start as usize + (content.len() - trimmed.len());
    TextRange::new(start, start + trimmed.trim_end().len())
}

/// The number of a page: `- 6 -`, `第 6 页 共 9 页`, `6/9`.
pub(super) fn is_page_number(content: &str) -> bool {
    // Nearly all lines begin with something else, and need not be folded.
    let begins = |first: char| first.is_ascii_digit() || is_one_of(first, "-·•第pP");
    if content.len() > 60 || !content.chars().find_map(fold_char).is_some_and(begins) {
        return false;
    }
    let folded = fold(content).to_ascii_lowercase();
    let bare = without_marks_around(&folded, "-·•");
    if is_short_number(bare) && starts_with_mark(&folded, "-·•") && ends_with_mark(&folded, "-·•") {
        return true;
    }
    let behind_page = folded.strip_prefix("page");
    if let Some((page, pages)) = behind_page.unwrap_or(&folded).split_once("of") {
        return is_short_number(page) && is_short_number(pages);
    }
    if let Some(number) = behind_page {
        return is_short_number(number);
    }
    let Some(number) = folded.strip_prefix('第') else {
        let halves = folded.split_once('/');
        return halves.is_some_and(|(page, pages)| {
            is_short_number(page) && is_short_number(pages) && pages.len() <= 3
        });
    };
    let Some((number, rest)) = number.split_once('页') else { return false };
    let rest = without_marks_before(rest, ",/(|").trim_end_matches(')');
    let pages = rest.strip_prefix('共').unwrap_or(rest);
    is_short_number(number) && (pages.is_empty() || pages.strip_suffix('页').is_some_and(is_short_number))
}

/// Whether a text is one to four digits.
fn is_short_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A line that is drawn: the border of a table in characters.
pub(super) fn is_rule(content: &str) -> bool {
    let mut has_box = false;
    for character in content.chars() {
        if ('\u{2500}'..='\u{257f}').contains(&character) {
            has_box = true;
        } else if !is_one_of(character, "-=+|:_") && !character.is_whitespace() {
            return false;
        }
    }
    has_box || ["---", "===", "|-", "| -"].iter().any(|mark| content.contains(mark))
}
