//! 查什么：申请情况表中，一列的“（七）总计”不等于上面各项办理结果之和。
//!
//! 为什么：由这一行的名称和位置可知。
//!
//! 例：“自然人”列各项办理结果合计 152，（七）总计行为 151。
//!
//! 不报：有空白、有不是整数的内容、有没能读出的单元格，不作判断。同一处错误引起的其他合计不符，附在这一条之下。
//!
//! What it finds: a column of the applications where row （七）总计 is not the sum
//! of the results above it.
//!
//! Why it matters: it follows from the name of the row and its place.
//!
//! Example: column 自然人: results of 152, row （七）总计 is 151.
//!
//! What it leaves out: rows and columns with a blank, with something that is no
//! whole number, or with a cell that could not be read; nothing is said of
//! them. Other sums that the same slip breaks are attached.

use super::{Context, Rule, mismatch};
use crate::form::RelationKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ302",
    name: "column_total_mismatch",
    title: words("列合计不符", "A column does not add up"),
    severity: Severity::Error,
    basis: words(
        "格式模板表三：（七）总计为“三、本年度办理结果”下（一）至（六）各项之和。",
        "Table three: row （七）总计 is the sum of the results （一） to （六）.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    mismatch::report(context, findings, &RULE, RelationKind::ColumnTotal);
}
