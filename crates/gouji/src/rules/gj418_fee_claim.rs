//! 查什么：正文写到的信息处理费，与信息处理费收取情况表不一致；或者正文一处写没有收取，另一处写收取了多少元。
//!
//! 为什么：惯例。信息处理费要在第六部分专门报告（格式通知第一部分第六项），前后说法应当一致。
//!
//! 例：第一部分写“未收取信息处理费”，第六部分写“收取信息处理费1200元”。
//!
//! 不报：信息处理费与行政事业性收费的差别，两者不是一回事；通知收取的金额与实际收取的金额不同的；免收、减免的金额。
//!
//! What it finds: processing fees in the text that the table of fees contradicts, or a text that says there
//! were none in one place and how much in another.
//!
//! Why it matters: customary. Processing fees are to be reported in part six (part one of the notices, item
//! six), and the report should say one thing.
//!
//! Example: 未收取信息处理费 in part one, 收取信息处理费1200元 in part six.
//!
//! What it leaves out: 行政事业性收费, which is something else; what was charged and what was collected may
//! differ; fees that were waived.

use super::{Context, Rule, claims};
use crate::reading::{Claim, ClaimKind, Quantity};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ418",
    name: "fee_claim",
    title: words("信息处理费前后不一致", "Processing fees disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：信息处理费的说法应当前后一致。格式通知第一部分第六项：收取信息处理费情况在“其他需要报告的事项”中专门报告。",
        "Customary: what is said of processing fees agrees. Part one of the notices, item six: they are reported in part six.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "正文一处写“{one}”，另一处写“{other}”，信息处理费前后不一致。",
    "The text says “{one}” in one place and “{other}” in another.",
);
const ADVICE: &Words = &words(
    "请核实信息处理费的收取情况，统一正文的说法。",
    "Check what was collected and let the text say one thing.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    claims::report(context, findings, &RULE, &[ClaimKind::Fee]);
    let is_nothing = |value: &Quantity| *value == Quantity::Count(0);
    let fees = || {
        context.document.claims.iter().filter(|claim| claim.kind == ClaimKind::Fee && claim.agrees.is_none())
    };
    let some_of =
        |none: &Claim| fees().find(|claim| claim.subjects == none.subjects && !is_nothing(&claim.value));
    let pair = fees().filter(|claim| is_nothing(&claim.value)).find_map(|none| Some((none, some_of(none)?)));
    let Some((none, some)) = pair else { return };
    let (one, other) = if none.range.start < some.range.start { (none, some) } else { (some, none) };
    let labels = vec![context.label(one.range), context.label(other.range)];
    let facts = [("one", (&labels[0].text).into()), ("other", (&labels[1].text).into())];
    let mut finding = context.found(&RULE, other.range, MESSAGE, ADVICE, &facts);
    finding.labels = labels;
    findings.push(finding);
}
