//! What it finds: a row of the applications whose 总计 is not the sum of its six
//! columns.
//!
//! Why it matters: it follows from the head of the table.
//!
//! What it leaves out: rows and columns with a blank, with something that is no
//! whole number, or with a cell that could not be read; nothing is said of them.
//! Other sums that the same slip breaks are attached.

use super::{Context, Rule, mismatch};
use crate::form::RelationKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ301",
    name: "row_total_mismatch",
    title: words("行合计不符", "A row does not add up"),
    severity: Severity::Error,
    basis: words(
        "格式模板表三表头：“总计”列为自然人与法人或其他组织各列之和。",
        "The head of table three: 总计 is the sum of 自然人 and the five kinds of organisations.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    mismatch::report(context, findings, &RULE, RelationKind::Row);
}
