//! What it finds: a number in which letters stand for the digits they look
//! like, such as `1O` for 10 or `l2` for 12.
//!
//! Why it matters: programs that read pictures confuse them, and so do people
//! who type. It was read as the digits; what the original says only the original
//! can tell.
//!
//! What it leaves out: other letters, which make it no number (GJ222).

use super::faulty_cells::{self, Words};
use super::{Context, Rule};
use crate::reading::CellReading;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ110",
    name: "letters_for_digits",
    title: words("数字里混有字母", "Letters among the digits"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const WORDS: Words = Words {
    fault: "其中的字母已按形近的数字读取",
    fault_en: "whose letters were read as the digits they look like",
    advice: "请对照原文核实这个数；如原文就是字母，请改为数字。",
    advice_en: "Compare the number with the original; where that has letters, put digits.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    faulty_cells::report(context, findings, &RULE, &WORDS, |cell| {
        cell.corrected.is_none() && matches!(cell.reading, CellReading::WithLetters(_))
    });
}
