//! 查什么：正文写到的申请收到、上年结转、办结、结转下年的件数，以及自然人、法人或其他组织的件数，与第三部分的表格不一致。
//!
//! 为什么：惯例。同一份报告里，正文和表格说的是同一件事；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“受理信息公开申请250件”，表格中本年新收 247 件，加上上年结转 1 件也只有 248 件。
//!
//! 不报：“收到”“受理”等于本年新收，或者等于本年新收加上年结转的；往年的、一段时间的、部分地区或者部门的、约数；说不清是指哪一项的。
//!
//! What it finds: numbers of applications received, carried in, handled and carried out, and those of
//! natural persons and organisations, that the text states and the table of applications contradicts.
//!
//! Why it matters: customary. Text and table of one report speak of the same; part three of the notices
//! wants figures that can be counted, are right and can be verified.
//!
//! Example: 受理信息公开申请250件, where 247 are new and 1 was carried in.
//!
//! What it leaves out: 收到 and 受理 where they equal what is new, or that and what was carried in;
//! figures of other years, of a part of the year or of the area, rough figures, and whatever could be
//! about something else.

use super::{Context, Rule, claims};
use crate::reading::ClaimKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ411",
    name: "applications_claim",
    title: words("正文的申请数量与表格不一致", "Applications in the text and in the table disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文写到的申请数量应与第三部分的表格一致。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: numbers of applications in the text are those of the table. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    claims::report(context, findings, &RULE, &[ClaimKind::Applications]);
}
