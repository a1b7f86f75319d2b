//! 查什么：正文写到的政府信息公开行政复议、行政诉讼件数及其结果，与第四部分的表格不一致。
//!
//! 为什么：惯例。同一份报告里，正文和表格说的是同一件事；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“因政府信息公开被提起行政诉讼5件”，表格中未经复议直接起诉 3 件、复议后起诉 3 件，合计 6 件。
//!
//! 不报：没有写明与政府信息公开有关的行政复议、行政诉讼；作为复议机关、应诉代理机关办理的案件；往年的、部分地区的、约数。
//!
//! What it finds: numbers of reviews and lawsuits on disclosure, and of their outcomes, that the text states
//! and the table of part four contradicts.
//!
//! Why it matters: customary. Text and table of one report speak of the same; part three of the notices
//! wants figures that are right and verifiable.
//!
//! Example: 因政府信息公开被提起行政诉讼5件, where the table has 3 direct lawsuits and 3 after a review.
//!
//! What it leaves out: reviews and lawsuits that are not said to be about disclosure; cases that the organ
//! decided or represented; other years, parts of the area, rough figures.

use super::{Context, Rule, claims};
use crate::reading::ClaimKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ413",
    name: "review_claim",
    title: words(
        "正文的复议诉讼数量与表格不一致",
        "Reviews and lawsuits in the text and in the table disagree",
    ),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文写到的行政复议、行政诉讼数量应与第四部分的表格一致。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: reviews and lawsuits in the text are those of the table. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    claims::report(context, findings, &RULE, &[ClaimKind::Review]);
}
