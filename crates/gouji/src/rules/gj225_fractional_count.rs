//! What it finds: a count with a decimal fraction.
//!
//! Why it matters: documents, decisions and applications come whole; a fraction is
//! usually an amount in the wrong cell. Sums that need it were not checked.
//!
//! What it leaves out: amounts of money.

use super::faulty_cells::{self, Words};
use super::{Context, Rule};
use crate::form::NumberKind;
use crate::reading::Quantity;
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

const WORDS: Words = Words {
    fault: "而件数一般为整数，用到的合计没有核对",
    fault_en: "where counts are whole numbers; sums that need it were not checked",
    advice: "请核实是否填错了单元格或单位。",
    advice_en: "Check whether the cell or the unit is wrong.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    faulty_cells::report(context, findings, &RULE, &WORDS, |cell| {
        let fraction = matches!(cell.quantity(), Some(Quantity::Decimal(_)));
        fraction && context.number_kind(cell.id) != NumberKind::Amount
    });
}
