//! Lines of a limited width.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// How many columns a character takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ruler {
    /// Two for a Chinese character.
    Display,
    /// One for every character, as `pdftotext -layout` counts.
    Characters,
}

impl Ruler {
    /// The columns of a character.
    pub(super) fn of(self, character: char) -> usize {
        match self {
            Self::Display => character.width().unwrap_or_default(),
            Self::Characters => 1,
        }
    }

    /// The columns of a text.
    pub(super) fn width(self, text: &str) -> usize {
        text.chars().map(|character| self.of(character)).sum()
    }
}

/// How many columns the text takes: two for a Chinese character.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most this many columns. Digits and letters that
/// belong together stay together where they fit; a forced break breaks.
pub(super) fn lines(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|forced| wrapped(forced, columns)).collect()
}

fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text, columns) {
        if !line.is_empty() && width(&line) + width(word) > columns {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        if line.is_empty() {
            line.push_str(word.trim_start());
        } else {
            line.push_str(word);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// What a line is not broken within: a number, a single other character with
/// the closing mark after it where there is room for both.
fn words(text: &str, columns: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, character) in text.char_indices() {
        let within = match (before, character) {
            (Some(before), character) if before.is_ascii_alphanumeric() => {
                character.is_ascii_alphanumeric() || matches!(character, '.' | ',')
            }
            (Some('.' | ','), character) => character.is_ascii_digit(),
            (Some('（' | '(' | '“' | '《'), _) => true,
            _ => false,
        };
        let closing =
            columns >= 6 && matches!(character, '）' | ')' | '，' | '。' | '、' | '”' | '》' | '；' | '：');
        if at > start && !within && !closing {
            words.extend(text.get(start..at));
            start = at;
        }
        before = Some(character);
    }
    words.extend(text.get(start..).filter(|word| !word.is_empty()));
    words
}

/// The text with spaces after it up to this many columns.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_broken_between_ideographs_and_not_within_a_number() {
        assert_eq!(lines("收费106300元，属实", 10), ["收费106300", "元，属实"]);
        assert_eq!(lines("结果\n维持", 16), ["结果", "维持"]);
        assert_eq!(lines("三、本", 2), ["三", "、", "本"]);
        assert_eq!(lines("", 8), [""]);
    }

    #[test]
    fn a_chinese_character_takes_two_columns_or_one() {
        assert_eq!(Ruler::Display.width("3件"), 3);
        assert_eq!(Ruler::Characters.width("3件"), 2);
        assert_eq!(padded("件", 4), "件  ");
    }
}
