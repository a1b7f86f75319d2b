//! 查什么：正文写申请“均已办结”“全部答复”，而表格中“四、结转下年度继续办理”不是 0。
//!
//! 为什么：惯例。结转下年度的申请当年没有办结；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“收到申请171件，均已办结”，表格中结转下年度继续办理 10 件。
//!
//! 不报：正文同时写明办结多少件、结转多少件的；只说没有超期、按时办结率的；说的是信件、建议提案等其他事项的。
//!
//! What it finds: a text that says all applications were handled (均已办结, 全部答复), where the table has some
//! carried over to the next year.
//!
//! Why it matters: customary. What is carried over was not handled; part three of the notices wants figures
//! that are right and verifiable.
//!
//! Example: 收到申请171件，均已办结, where 10 are carried over.
//!
//! What it leaves out: a text that also says how many were handled or carried over; one that only speaks of
//! deadlines that were kept; letters, proposals and other matters.

use super::{Context, Rule, claims};
use crate::reading::{Claim, ClaimKind};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ416",
    name: "all_handled",
    title: words("正文说均已办结，表格有结转", "The text says all were handled, the table carries some over"),
    severity: Severity::Warning,
    basis: words(
        "惯例：有申请结转下年度的，正文不应写全部办结。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: where applications are carried over, not all were handled. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "正文写“{words}”，但表格中还有没有办结的申请：{reading}。",
    "The text says “{words}”, and the table has applications that were not: {reading}.",
);
const ADVICE: &Words = &words(
    "请核实结转下年度的件数；如正文只说到期应办的申请，请写明结转的件数。",
    "Check how many are carried over; where the text means only those that were due, let it say how many are not.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let message = |context: &Context<'_>, claim: &Claim, quoted: &str| {
        let reading = claim.subjects.first().map(|cells| claims::reading(context, cells)).unwrap_or_default();
        context.fill(MESSAGE, &[("words", quoted.into()), ("reading", (&reading).into())])
    };
    claims::report_as(context, findings, &RULE, &[ClaimKind::AllHandled], ADVICE, message);
}
