//! What the doc comment of a rule says under its fixed headings.

/// The headings, in the order of [`Parts`].
const CHINESE: [&str; 4] = ["查什么：", "为什么：", "例：", "不报："];
const ENGLISH: [&str; 4] = ["What it finds:", "Why it matters:", "Example:", "What it leaves out:"];

/// What is told of a rule, in both languages.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Explanation {
    pub(super) chinese: Parts,
    pub(super) english: Parts,
}

/// What is told of a rule, in one language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// What it finds.
    pub(super) finds: String,
    /// Why that matters.
    pub(super) why: String,
    /// An example of it.
    pub(super) example: String,
    /// What it leaves out, so as not to alarm.
    pub(super) leaves_out: String,
}

/// Reads the comment at the top of a source file.
///
/// # Errors
///
/// Says which part is missing, or what is wrong with its wording.
pub(super) fn explanation(source: &str) -> Result<Explanation, String> {
    let paragraphs = paragraphs(source);
    let chinese = parts(&paragraphs, CHINESE, in_chinese)?;
    let english = parts(&paragraphs, ENGLISH, in_english)?;
    Ok(Explanation { chinese, english })
}

/// The paragraphs of the comment, as lines.
fn paragraphs(source: &str) -> Vec<Vec<&str>> {
    let mut paragraphs = vec![Vec::new()];
    for line in source.lines().map_while(|line| line.strip_prefix("//!")) {
        let line = line.trim();
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => last.push(line),
            Some(last) if !last.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs
}

fn parts(
    paragraphs: &[Vec<&str>],
    headings: [&str; 4],
    put_in_words: fn(&[&str]) -> Result<String, String>,
) -> Result<Parts, String> {
    let part = |heading: &str| {
        let mut found = paragraphs.iter().filter_map(|paragraph| {
            let (first, rest) = paragraph.split_first()?;
            let mut lines = vec![first.strip_prefix(heading)?.trim()];
            lines.extend(rest);
            Some(lines)
        });
        let lines = found.next().ok_or_else(|| format!("the comment has no part “{heading}”"))?;
        if found.next().is_some() {
            return Err(format!("the comment has two parts “{heading}”"));
        }
        put_in_words(&lines).map_err(|wrong| format!("“{heading}” {wrong}"))
    };
    let [finds, why, example, leaves_out] = headings;
    Ok(Parts { finds: part(finds)?, why: part(why)?, example: part(example)?, leaves_out: part(leaves_out)? })
}

fn in_english(lines: &[&str]) -> Result<String, String> {
    let text = lines.join(" ").trim().to_owned();
    if text.ends_with(['.', '”', '?']) { Ok(text) } else { Err("does not end like a sentence".to_owned()) }
}

/// Chinese lines are joined without a space, except between a word or number
/// of the Latin alphabet and what goes on.
fn in_chinese(lines: &[&str]) -> Result<String, String> {
    let mut text = String::new();
    for line in lines {
        let (Some(before), Some(behind)) = (text.chars().last(), line.chars().next()) else {
            text.push_str(line);
            continue;
        };
        let touches_latin = before.is_ascii_alphanumeric() || behind.is_ascii_alphanumeric();
        if touches_latin && is_letter(before) && is_letter(behind) {
            text.push(' ');
        }
        text.push_str(line);
    }
    if !text.ends_with(['。', '？', '”']) {
        return Err("does not end like a sentence".to_owned());
    }
    match western_mark(&text) {
        Some(mark) => Err(format!("has the western `{mark}` among Chinese characters")),
        None => Ok(text),
    }
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || is_chinese(character)
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// A half-width mark next to a Chinese character, outside code and quotations.
fn western_mark(text: &str) -> Option<char> {
    let outside = |(at, piece): (usize, &str)| if at % 2 == 0 { piece.to_owned() } else { "x".to_owned() };
    let prose: String = text.split('`').enumerate().map(outside).collect();
    let (mut before, mut quoted) = (' ', false);
    let mut characters = prose.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let behind = characters.peek().copied().unwrap_or(' ');
        let touches = is_chinese(before) || is_chinese(behind);
        if !quoted && touches && matches!(character, ',' | ';' | ':' | '(' | ')' | '?' | '!' | '"') {
            return Some(character);
        }
        before = character;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "\
//! 查什么：甲不等于乙，
//! 或者等于丙。
//!
//! 为什么：截至 12
//! 月 31 日。
//!
//! 例：“a, b”。
//!
//! 不报：没有。
//!
//! What it finds: one thing
//! or 甲.
//!
//! Why it matters: it does.
//!
//! Example: this.
//!
//! What it leaves out: nothing.

use super::Rule;
";

    #[test]
    fn the_parts_are_told_apart_and_their_lines_joined() {
        let explanation = explanation(WHOLE).expect("it is whole");
        assert_eq!(explanation.chinese.finds, "甲不等于乙，或者等于丙。");
        assert_eq!(explanation.chinese.why, "截至 12 月 31 日。");
        assert_eq!(explanation.english.finds, "one thing or 甲.");
        assert_eq!(explanation.english.leaves_out, "nothing.");
    }

    #[test]
    fn a_part_that_is_missing_or_comes_twice_is_named() {
        let without = WHOLE.replace("//! 例：“a, b”。\n", "");
        assert_eq!(explanation(&without), Err("the comment has no part “例：”".to_owned()));
        let twice = WHOLE.replace("//! Example: this.", "//! Example: this.\n//!\n//! Example: that.");
        assert_eq!(explanation(&twice), Err("the comment has two parts “Example:”".to_owned()));
        assert!(explanation("use super::Rule;\n").is_err());
    }

    #[test]
    fn half_sentences_and_western_marks_are_refused() {
        let half = WHOLE.replace("不报：没有。", "不报：没有");
        assert_eq!(explanation(&half), Err("“不报：” does not end like a sentence".to_owned()));
        let western = WHOLE.replace("甲不等于乙，", "甲不等于乙,");
        assert_eq!(
            explanation(&western),
            Err("“查什么：” has the western `,` among Chinese characters".to_owned())
        );
    }
}
