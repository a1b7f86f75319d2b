//! What it finds: a column of the applications where new and carried-in ones are
//! not as many as handled and carried-out ones.
//!
//! Why it matters: the template states it in words; it is the one relation that
//! both notices state.
//!
//! What it leaves out: rows and columns with a blank, with something that is no
//! whole number, or with a cell that could not be read; nothing is said of them.
//! Other sums that the same slip breaks are attached.

use super::{Context, Rule, mismatch};
use crate::form::RelationKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ303",
    name: "balance_mismatch",
    title: words("勾稽关系不符", "The balance does not hold"),
    severity: Severity::Error,
    basis: words(
        "格式模板表三表头注明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。",
        "Stated in the corner of table three: 一 + 二 = 三 + 四 in every column.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    mismatch::report(context, findings, &RULE, RelationKind::Balance);
}
