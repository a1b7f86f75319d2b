//! 查什么：件数带有小数。
//!
//! 为什么：文件、决定、申请都按整件计算；出现小数，多半是把金额填错了单元格。用到这个数的合计没有核对。
//!
//! 例：“行政许可”的处理决定数量填了“2041.7”。
//!
//! 不报：金额的小数。
//!
//! What it finds: a count with a decimal fraction.
//!
//! Why it matters: documents, decisions and applications come whole; a fraction
//! is usually an amount in the wrong cell. Sums that need it were not checked.
//!
//! Example: `2041.7` decisions in the row 行政许可.
//!
//! What it leaves out: amounts of money.

use super::faulty_cells::CellRule;
use super::{Context, Rule};
use crate::form::NumberKind;
use crate::reading::{Cell, Quantity};
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ225",
    name: "fractional_count",
    title: words("件数不是整数", "A fraction in a count"),
    severity: Severity::Warning,
    basis: words("惯例：件数为整数。", "Customary: counts are whole numbers."),
    check,
};

const CELL_RULE: CellRule = CellRule {
    rule: &RULE,
    fault: &words(
        "而件数一般为整数，用到的合计没有核对",
        "where counts are whole numbers; sums that need it were not checked",
    ),
    advice: &words("请核实是否填错了单元格或单位。", "Check whether the cell or the unit is wrong."),
    is_faulty,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    CELL_RULE.check(context, findings);
}

fn is_faulty(context: &Context<'_>, cell: &Cell) -> bool {
    let fraction = matches!(cell.quantity(), Some(Quantity::Decimal(_)));
    fraction && context.number_kind(cell.id) != NumberKind::Amount
}
