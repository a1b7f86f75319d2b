//! What it finds: a group of the reviews and lawsuits whose 总计 is not the sum of
//! its four outcomes.
//!
//! Why it matters: it follows from the name of the column.
//!
//! What it leaves out: rows and columns with a blank, with something that is no
//! whole number, or with a cell that could not be read; nothing is said of them.
//! Other sums that the same slip breaks are attached.

use super::{Context, Rule, mismatch};
use crate::form::RelationKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ304",
    name: "review_total_mismatch",
    title: words("复议诉讼合计不符", "Outcomes do not add up"),
    severity: Severity::Error,
    basis: words(
        "格式模板表四：“总计”为结果维持、结果纠正、其他结果、尚未审结四栏之和。",
        "Table four: 总计 is the sum of the four outcomes.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    mismatch::report(context, findings, &RULE, RelationKind::ReviewTotal);
}
