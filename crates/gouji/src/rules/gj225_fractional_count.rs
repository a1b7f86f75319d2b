//! What it finds: a count with a decimal fraction.
//!
//! Why it matters: documents, decisions and applications come whole; a fraction is
//! usually an amount in the wrong cell. Sums that need it were not checked.
//!
//! What it leaves out: amounts of money.

use super::{Context, Rule};
use crate::form::NumberKind;
use crate::reading::Quantity;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ225",
    name: "fractional_count",
    title: "件数不是整数",
    title_en: "A fraction in a count",
    severity: Severity::Warning,
    basis: "惯例：件数为整数。",
    basis_en: "Customary: counts are whole numbers.",
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, cell) in context.cells() {
        let fraction = matches!(cell.quantity(), Some(Quantity::Decimal(_)));
        if !fraction || context.number_kind(cell.id) == NumberKind::Amount {
            continue;
        }
        let (name, printed) = (context.cell_name(cell.id), cell.range.of(context.text));
        let message = context.say(
            format!("“{name}”填的是“{printed}”，件数一般为整数，用到它的合计没有核对。"),
            format!("“{name}” holds “{printed}”; counts are whole numbers, and sums that need it were not checked."),
        );
        let advice =
            context.say("请核实是否填错了单元格或单位。", "Check whether the cell or the unit is wrong.");
        let mut finding = context.finding(&RULE, cell.range, message, advice);
        finding.cells.push(cell.id);
        findings.push(finding);
    }
}
