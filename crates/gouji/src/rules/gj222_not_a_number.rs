//! 查什么：单元格里的内容不能读作一个数。
//!
//! 为什么：用到这个单元格的合计没有核对。
//!
//! 例：“若干”；“5 2”，可能是一个数，也可能是两个数。
//!
//! 不报：带单位或说明的数（GJ223）；空白和表示没有的符号（GJ221）。
//!
//! What it finds: a cell that holds something that cannot be read as a number.
//!
//! Why it matters: sums that need the cell were not checked.
//!
//! Example: 若干, or `5 2`, which may be one number or two.
//!
//! What it leaves out: numbers with a unit or a remark (GJ223), blanks and
//! signs for nothing (GJ221).

use super::faulty_cells::CellRule;
use super::{Context, Rule};
use crate::reading::{Cell, CellReading};
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

const CELL_RULE: CellRule = CellRule {
    rule: &RULE,
    fault: &words(
        "不能读作一个数，用到的合计没有核对",
        "which cannot be read as a number; sums that need it were not checked",
    ),
    advice: &words("请核实，并只填一个阿拉伯数字。", "Check it and write one number in digits."),
    is_faulty,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    CELL_RULE.check(context, findings);
}

fn is_faulty(_: &Context<'_>, cell: &Cell) -> bool {
    cell.corrected.is_none() && cell.reading == CellReading::NotANumber
}
