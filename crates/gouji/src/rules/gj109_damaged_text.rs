//! 查什么：文字里有代替坏字的符号（U+FFFD）或者控制字符，常见于编码不对的文本和误当作文本的文件。
//!
//! 为什么：损坏的字符可能正是数字。
//!
//! 例：“门户网站完成无障�改造”。
//!
//! 不报：换行、分页、制表符，以及 Word 写在单元格末尾的响铃符。
//!
//! What it finds: characters that stand for others which were lost (U+FFFD), or
//! control characters, as in a binary file or a text read in the wrong
//! encoding.
//!
//! Why it matters: a lost character may have been a digit.
//!
//! Example: 门户网站完成无障�改造.
//!
//! What it leaves out: line and page breaks, tabs, and the bell that Word
//! writes behind cells.

use super::{Context, Rule};
use crate::text::TextRange;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ109",
    name: "damaged_text",
    title: words("文字有损坏", "Damaged text"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "文字中有 {count} 处字符损坏或无法显示，可能影响读数。",
    "{count} character(s) of the text are damaged or cannot be shown; figures may be affected.",
);
const ADVICE: &Words = &words(
    "请从原文件重新复制；如果是文件，请另存为 UTF-8 编码。",
    "Copy again from the original; if it is a file, save it as UTF-8.",
);

/// Control characters that occur in clean text.
const HARMLESS: [char; 6] = ['\t', '\n', '\r', '\u{7}', '\u{b}', '\u{c}'];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let report = context.document.range;
    let damaged = |character: &char| {
        *character == '\u{fffd}' || (character.is_ascii_control() && !HARMLESS.contains(character))
    };
    let places = || report.of(context.text).char_indices().filter(|(_, character)| damaged(character));
    let Some((first, character)) = places().next() else { return };
    let start = report.start as usize + first;
    let range = TextRange::new(start, start + character.len_utf8());
    findings.push(context.found(&RULE, range, MESSAGE, ADVICE, &[("count", places().count().into())]));
}
