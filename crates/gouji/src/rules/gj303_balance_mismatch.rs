//! 查什么：申请情况表中，一列的本年新收加上年结转，不等于办理结果总计加结转下年度继续办理。
//!
//! 为什么：表头写明了这一关系，两份格式通知都有，是唯一以文字规定的勾稽关系。
//!
//! 例：“自然人”列：第一项加第二项 153 + 11 = 164，第三项加第四项 151 + 9 = 160。
//!
//! 不报：有空白、有不是整数的内容、有没能读出的单元格，不作判断。同一处错误引起的其他合计不符，附在这一条之下。
//!
//! What it finds: a column of the applications where new and carried-in ones
//! are not as many as handled and carried-out ones.
//!
//! Why it matters: the template states it in words; it is the one relation that
//! both notices state.
//!
//! Example: column 自然人: 一 + 二 is 153 + 11 = 164, 三 + 四 is 151 + 9 = 160.
//!
//! What it leaves out: rows and columns with a blank, with something that is no
//! whole number, or with a cell that could not be read; nothing is said of
//! them. Other sums that the same slip breaks are attached.

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
