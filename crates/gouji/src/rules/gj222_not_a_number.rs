//! What it finds: a cell that holds something that cannot be read as a number.
//!
//! Why it matters: sums that need the cell were not checked.
//!
//! What it leaves out: numbers with a unit or a remark (GJ223), blanks and signs
//! for nothing (GJ221).

use super::{Context, Rule};
use crate::reading::CellReading;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ222",
    name: "not_a_number",
    title: "单元格里不是数",
    title_en: "Not a number",
    severity: Severity::Warning,
    basis: "惯例。格式通知没有写明，各地普遍这样做。",
    basis_en: "Customary; the notices do not say so.",
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, cell) in context.cells() {
        if cell.corrected.is_some() || cell.reading != CellReading::NotANumber {
            continue;
        }
        let (name, printed) = (context.cell_name(cell.id), cell.range.of(context.text));
        let message = context.say(
            format!("“{name}”填的是“{printed}”，不能读作一个数，用到它的合计没有核对。"),
            format!("“{name}” holds “{printed}”, which cannot be read as a number; sums that need it were not checked."),
        );
        let advice =
            context.say("请核实，并只填一个阿拉伯数字。", "Check it and write one number in digits.");
        let mut finding = context.finding(&RULE, cell.range, message, advice);
        finding.cells.push(cell.id);
        findings.push(finding);
    }
}
