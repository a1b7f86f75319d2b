//! What it finds: a number with a unit or a remark in its cell, such as `0件` or
//! `22（其中修订16件）`.
//!
//! Why it matters: programs that add up such tables skip the cell or fail. It was
//! read as the number before the words.
//!
//! What it leaves out: plain numbers, thousands separators.

use super::{Context, Rule};
use crate::reading::CellReading;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ223",
    name: "remark_in_cell",
    title: "数字单元格里有文字",
    title_en: "Words in a number's cell",
    severity: Severity::Info,
    basis: "惯例。格式通知没有写明，各地普遍这样做。",
    basis_en: "Customary; the notices do not say so.",
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, cell) in context.cells() {
        if !matches!(cell.reading, CellReading::WithUnit(_) | CellReading::WithRemark(_)) {
            continue;
        }
        let (name, printed) = (context.cell_name(cell.id), cell.range.of(context.text));
        let message = context.say(
            format!("“{name}”填的是“{printed}”，除数字外还有文字。"),
            format!("“{name}” holds “{printed}”, words besides the number."),
        );
        let advice = context.say(
            "单元格内建议只填数字，说明写在正文里。",
            "Better keep the cell to the number and explain in the text.",
        );
        let mut finding = context.finding(&RULE, cell.range, message, advice);
        finding.cells.push(cell.id);
        findings.push(finding);
    }
}
