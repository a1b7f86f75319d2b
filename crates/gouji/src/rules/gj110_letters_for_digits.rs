//! 查什么：数字里混有形近的字母。
//!
//! 为什么：识别图片的软件和打字的人都会混淆它们。数已按形近的数字读取，原文究竟是什么，只有对照原文才知道。
//!
//! 例：“1O”读作 10，“l2”读作 12。
//!
//! 不报：换成形近的数字也不成数的，是另一条（GJ222）；已经手工改正的数。
//!
//! What it finds: a number in which letters stand for the digits they look
//! like.
//!
//! Why it matters: programs that read pictures confuse them, and so do people
//! who type. It was read as the digits; what the original says only the
//! original can tell.
//!
//! Example: `1O` read as 10, `l2` read as 12.
//!
//! What it leaves out: other letters, which make it no number (GJ222), and
//! numbers corrected by hand.

use super::faulty_cells::CellRule;
use super::{Context, Rule};
use crate::reading::{Cell, CellReading};
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

const CELL_RULE: CellRule = CellRule {
    rule: &RULE,
    fault: &words("其中的字母已按形近的数字读取", "whose letters were read as the digits they look like"),
    advice: &words(
        "请对照原文核实这个数；如原文就是字母，请改为数字。",
        "Compare the number with the original; where that has letters, put digits.",
    ),
    is_faulty,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    CELL_RULE.check(context, findings);
}

fn is_faulty(_: &Context<'_>, cell: &Cell) -> bool {
    cell.corrected.is_none() && matches!(cell.reading, CellReading::WithLetters(_))
}
