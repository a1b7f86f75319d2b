//! 查什么：件数或金额小于 0。
//!
//! 为什么：件数和金额不会少于没有，多半是误加了负号。
//!
//! 例：“行政处罚”的处理决定数量填了“-1386”。
//!
//! 不报：2019 年格式的“本年增/减”，减少的本来就写负数；只有一条横线的单元格（GJ221）。
//!
//! What it finds: a count or an amount below 0.
//!
//! Why it matters: nothing can be counted less than not at all; the sign is
//! probably a slip.
//!
//! Example: `-1386` decisions in the row 行政处罚.
//!
//! What it leaves out: 本年增/减 of the 2019 form, where a decrease is negative,
//! and cells with a dash alone (GJ221).

use super::faulty_cells::CellRule;
use super::{Context, Rule};
use crate::form::NumberKind;
use crate::reading::{Cell, Quantity};
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ224",
    name: "negative_count",
    title: words("数值为负", "A negative number"),
    severity: Severity::Warning,
    basis: words(
        "惯例：件数和金额不为负。2019 年格式的“本年增/减”可以为负。",
        "Customary: counts and amounts are not negative; 本年增/减 of the 2019 form may be.",
    ),
    check,
};

const CELL_RULE: CellRule = CellRule {
    rule: &RULE,
    fault: &words("而件数和金额一般不为负", "where counts and amounts are not negative"),
    advice: &words("请核实是否误加了负号。", "Check whether the sign is a slip."),
    is_faulty,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    CELL_RULE.check(context, findings);
}

fn is_faulty(context: &Context<'_>, cell: &Cell) -> bool {
    let negative = match cell.quantity() {
        Some(Quantity::Count(count)) => *count < 0,
        Some(Quantity::Decimal(decimal)) => decimal.starts_with('-'),
        None => false,
    };
    negative && context.number_kind(cell.id) != NumberKind::Change
}
