//! 查什么：一行或一张表有几种读法，其中只有一种合计相符，已按这一种读取。
//!
//! 为什么：读法是靠合计选定的，合计相符就不能再证明读得对，需要对照原文。
//!
//! 例：十五列之下印了十六个数，只有去掉其中一个，各组合计才都相符。
//!
//! 不报：各种读法读出的数都相同；排版只有一种读法。
//!
//! What it finds: a row or table that could be read in several ways, of which
//! only one adds up.
//!
//! Why it matters: the sums chose the reading, so they are no proof of it.
//!
//! Example: sixteen values below fifteen columns, where the sums hold only with
//! one of them left out.
//!
//! What it leaves out: rows that give the same figures whichever way they are
//! read, and those with one way only.

use super::context::cells_of;
use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ108",
    name: "inferred_reading",
    title: words("按合计推定的读数", "A reading inferred from the sums"),
    severity: Severity::Info,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "“{name}”的排版有几种读法，只有一种读法合计相符，已按这一种读取。",
    "“{name}” can be read in several ways; the only one that adds up was taken.",
);
const ADVICE: &Words =
    &words("请对照原文，确认各数所在的列。", "Compare with the original which column each figure stands in.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let TableNote::Inferred { row, range } = note else { continue };
        let name = row.map_or(context.table_name(table.id), |row| context.row_name(table.id, row));
        let mut finding = context.found(&RULE, *range, MESSAGE, ADVICE, &[("name", name.into())]);
        finding.cells = cells_of(table, *row);
        findings.push(finding);
    }
}
