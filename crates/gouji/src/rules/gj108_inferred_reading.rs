//! What it finds: a row that could be read in several ways, of which only one
//! adds up.
//!
//! Why it matters: the sums chose the reading, so they are no proof of it.

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ108",
    name: "inferred_reading",
    title: words("按合计推定的读数", "A reading inferred from the sums"),
    severity: Severity::Info,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let TableNote::Inferred { row, range } = note else { continue };
        let name = row.map_or(context.table_name(table.id), |row| context.row_name(table.id, row));
        let message = context.say(
            format!("“{name}”的排版有几种读法，只有一种读法合计相符，已按这一种读取。"),
            format!("“{name}” can be read in several ways; the only one that adds up was taken."),
        );
        let advice = context.say(
            "请对照原文，确认各数所在的列。",
            "Compare with the original which column each figure stands in.",
        );
        let mut finding = context.finding(&RULE, *range, message, advice);
        let rows = table.rows.iter().filter(|read| row.is_none_or(|row| row == read.id));
        finding.cells = rows.flat_map(|row| &row.cells).map(|cell| cell.id).collect();
        findings.push(finding);
    }
}
