//! 查什么：正文写“未收到申请”“未发生行政复议、行政诉讼”等，而表格中相应的数不是 0。
//!
//! 为什么：惯例。正文说没有，表格却有数，两者必有一处是旧的或者填错的；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“全年未收到政府信息公开申请”，表格中本年新收总计为 5。
//!
//! 不报：说的是没有投诉、没有超期、没有败诉、没有被纠正；说的是某个科室、某个镇；没有写明与政府信息公开有关的行政复议、行政诉讼。
//!
//! What it finds: a text that says there was nothing (no application, no review, no lawsuit) where the
//! table has a number.
//!
//! Why it matters: customary. One of both is old or wrong; part three of the notices wants figures that
//! are right and verifiable.
//!
//! Example: 全年未收到政府信息公开申请, where 5 are new.
//!
//! What it leaves out: no complaints, no delay, no lost lawsuit; what is said of a single division or
//! township; reviews and lawsuits that are not said to be about disclosure.

use super::{Context, Rule, claims};
use crate::reading::ClaimKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ415",
    name: "nothing_received",
    title: words("正文说没有，表格有数", "The text says none, the table has some"),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文说没有发生的，表格中应为 0。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: what did not happen by the text is 0 in the table. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    claims::report(context, findings, &RULE, &[ClaimKind::Nothing]);
}
