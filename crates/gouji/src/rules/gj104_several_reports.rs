//! What it finds: a second report in the same text.
//!
//! Why it matters: only one is checked at a time, and the reader should know
//! which.

use super::{Context, Rule};
use crate::words::words;
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ104",
    name: "several_reports",
    title: words("文中有多份报告", "Several reports in one text"),
    severity: Severity::Info,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

/// A folder of reports in one text names the first few; all of them are in
/// the result's list of other reports.
const MOST_LABELS: usize = 10;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let others = &context.document.others;
    let Some(first) = others.first() else { return };
    let count = others.len() + 1;
    let checked = context.document.title.as_ref().map_or_else(
        || context.say("其中一份", "one of them"),
        |title| context.say(format!("《{}》", title.value), format!("“{}”", title.value)),
    );
    let message = context.say(
        format!("文中有 {count} 份报告，这次核对的是{checked}。"),
        format!("The text holds {count} reports; this check is of {checked}."),
    );
    let advice = context.say("其余各份请分别核对。", "Check the others one by one.");
    let mut finding = context.finding(&RULE, first.range, message, advice);
    finding.labels = others
        .iter()
        .take(MOST_LABELS)
        .map(|other| Label { range: other.range, text: other.title.clone().unwrap_or_default() })
        .collect();
    findings.push(finding);
}
