//! 查什么：行政复议、行政诉讼情况表中，一组的总计不等于四种结果之和。
//!
//! 为什么：由“总计”的名称可知。
//!
//! 例：“行政复议”：3 + 2 + 1 + 1 = 7，总计栏为 8。
//!
//! 不报：有空白、有不是整数的内容、有没能读出的单元格，不作判断。三组之间没有规定的关系，复议后起诉可以多于行政复议。
//!
//! What it finds: a group of the reviews and lawsuits whose 总计 is not the sum
//! of its four outcomes.
//!
//! Why it matters: it follows from the name of the column.
//!
//! Example: 行政复议: 3 + 2 + 1 + 1 = 7, its 总计 is 8.
//!
//! What it leaves out: groups with a blank, with something that is no whole
//! number, or with a cell that could not be read; nothing is said of them.
//! Nothing relates the three groups to one another: there may be more lawsuits
//! than reviews.

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
