//! 查什么：文字比任何报告都长，超过五百万字节。
//!
//! 为什么：这段文字完全没有核对。
//!
//! 例：把一个文件夹里几百份报告合成一个文件再粘贴。
//!
//! 不报：任何长度正常的报告；一份报告通常只有十几 KB。
//!
//! What it finds: a text longer than any report, of more than five million
//! bytes.
//!
//! Why it matters: it was not checked at all.
//!
//! Example: hundreds of reports of a folder pasted as one.
//!
//! What it leaves out: reports of any usual length; most have some 15 kB.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, MAX_BYTES, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ107",
    name: "text_too_long",
    title: words("文字过长", "The text is too long"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "文字约有 {length} MB，超过 {limit} MB，没有核对。",
    "The text has about {length} MB, more than {limit} MB, and was not checked.",
);
const ADVICE: &Words = &words(
    "一份年度报告通常只有十几 KB，请只粘贴报告本身。",
    "An annual report has some 15 kB: paste the report alone.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.text.len() <= MAX_BYTES {
        return;
    }
    let megabytes = |bytes: usize| (bytes / 1_000_000).into();
    let facts = [("length", megabytes(context.text.len())), ("limit", megabytes(MAX_BYTES))];
    findings.push(context.found(&RULE, context.document.range, MESSAGE, ADVICE, &facts));
}
