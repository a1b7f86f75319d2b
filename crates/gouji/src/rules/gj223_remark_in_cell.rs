//! What it finds: a number with a unit or a remark in its cell, such as `0件` or
//! `22（其中修订16件）`.
//!
//! Why it matters: programs that add up such tables skip the cell or fail. It was
//! read as the number before the words.
//!
//! What it leaves out: plain numbers, thousands separators.

use super::faulty_cells::{self, Words};
use super::{Context, Rule};
use crate::reading::CellReading;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ223",
    name: "remark_in_cell",
    title: words("数字单元格里有文字", "Words in a number's cell"),
    severity: Severity::Info,
    basis: words("惯例。格式通知没有写明，各地普遍这样做。", "Customary; the notices do not say so."),
    check,
};

const WORDS: Words = Words {
    fault: "除数字外还有文字",
    fault_en: "which has words besides the number",
    advice: "单元格内建议只填数字，说明写在正文里。",
    advice_en: "Better keep the cell to the number and explain in the text.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    faulty_cells::report(context, findings, &RULE, &WORDS, |cell| {
        matches!(cell.reading, CellReading::WithUnit(_) | CellReading::WithRemark(_))
    });
}
