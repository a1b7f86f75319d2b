//! 查什么：申请情况表中，一行的总计不等于自然人与五类组织之和。
//!
//! 为什么：表头如此规定：“总计”栏统管前面各列。
//!
//! 例：“（二）部分公开”行：14 + 2 + 0 + 0 + 0 + 0 = 16，总计栏为 18。
//!
//! 不报：有空白、有不是整数的内容、有没能读出的单元格，不作判断。同一处错误引起的其他合计不符，附在这一条之下。
//!
//! What it finds: a row of the applications whose 总计 is not the sum of its six
//! columns.
//!
//! Why it matters: it follows from the head of the table.
//!
//! Example: row （二）部分公开: 14 + 2 + 0 + 0 + 0 + 0 = 16, its 总计 is 18.
//!
//! What it leaves out: rows and columns with a blank, with something that is no
//! whole number, or with a cell that could not be read; nothing is said of
//! them. Other sums that the same slip breaks are attached.

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
