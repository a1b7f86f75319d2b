//! What it finds: a cell that holds something that cannot be read as a number.
//!
//! Why it matters: sums that need the cell were not checked.
//!
//! What it leaves out: numbers with a unit or a remark (GJ223), blanks and signs
//! for nothing (GJ221).

use super::faulty_cells::{self, Words};
use super::{Context, Rule};
use crate::reading::CellReading;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ222",
    name: "not_a_number",
    title: words("单元格里不是数", "Not a number"),
    severity: Severity::Warning,
    basis: words("惯例。格式通知没有写明，各地普遍这样做。", "Customary; the notices do not say so."),
    check,
};

const WORDS: Words = Words {
    fault: "不能读作一个数，用到的合计没有核对",
    fault_en: "which cannot be read as a number; sums that need it were not checked",
    advice: "请核实，并只填一个阿拉伯数字。",
    advice_en: "Check it and write one number in digits.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    faulty_cells::report(context, findings, &RULE, &WORDS, |cell| {
        cell.corrected.is_none() && cell.reading == CellReading::NotANumber
    });
}
