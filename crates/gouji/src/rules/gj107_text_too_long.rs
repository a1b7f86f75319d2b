//! What it finds: a text longer than any report.
//!
//! Why it matters: it was not checked at all.

use super::{Context, Rule};
use crate::words::words;
use crate::{Finding, MAX_BYTES, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ107",
    name: "text_too_long",
    title: words("文字过长", "The text is too long"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.text.len() <= MAX_BYTES {
        return;
    }
    let (length, limit) = (context.text.len() / 1_000_000, MAX_BYTES / 1_000_000);
    let message = context.say(
        format!("文字约有 {length} MB，超过 {limit} MB，没有核对。"),
        format!("The text has about {length} MB, more than {limit} MB, and was not checked."),
    );
    let advice = context.say(
        "一份年度报告通常只有十几 KB，请只粘贴报告本身。",
        "An annual report has some 15 kB: paste the report alone.",
    );
    findings.push(context.finding(&RULE, context.document.range, message, advice));
}
