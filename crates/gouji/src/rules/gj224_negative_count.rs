//! What it finds: a count or an amount below 0.
//!
//! Why it matters: nothing can be counted less than not at all.
//!
//! What it leaves out: 本年增/减, where a decrease is negative.

use super::faulty_cells::{self, Words};
use super::{Context, Rule};
use crate::form::NumberKind;
use crate::reading::Quantity;
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

const WORDS: Words = Words {
    fault: "而件数和金额一般不为负",
    fault_en: "where counts and amounts are not negative",
    advice: "请核实是否误加了负号。",
    advice_en: "Check whether the sign is a slip.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    faulty_cells::report(context, findings, &RULE, &WORDS, |cell| {
        let negative = match cell.quantity() {
            Some(Quantity::Count(count)) => *count < 0,
            Some(Quantity::Decimal(decimal)) => decimal.starts_with('-'),
            None => false,
        };
        negative && context.number_kind(cell.id) != NumberKind::Change
    });
}
