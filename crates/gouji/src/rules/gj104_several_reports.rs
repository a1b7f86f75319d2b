//! 查什么：同一段文字里有不止一份报告。
//!
//! 为什么：一次只核对一份，应当说明核对的是哪一份。
//!
//! 例：一个文件里，区的报告之后接着镇的报告。
//!
//! 不报：报告之前的函件、通知和目录里提到的报告题目。
//!
//! What it finds: a second report in the same text.
//!
//! Why it matters: only one is checked at a time, and the reader should know
//! which.
//!
//! Example: a file in which the report of a town follows on that of its
//! district.
//!
//! What it leaves out: titles of reports that are mentioned in a covering
//! letter, a notice or a table of contents.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ104",
    name: "several_reports",
    title: words("文中有多份报告", "Several reports in one text"),
    severity: Severity::Info,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "文中有 {count} 份报告，这次核对的是{checked}。",
    "The text holds {count} reports; this check is of {checked}.",
);
const TITLE: &Words = &words("《{title}》", "“{title}”");
const UNTITLED: &Words = &words("其中一份", "one of them");
const ADVICE: &Words = &words("其余各份请分别核对。", "Check the others one by one.");

/// A folder of reports in one text names the first few; all of them are in
/// the result's list of other reports.
const MOST_LABELS: usize = 10;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let others = &context.document.others;
    let Some(first) = others.first() else { return };
    let checked = match &context.document.title {
        Some(title) => context.fill(TITLE, &[("title", (&title.value).into())]),
        None => context.fill(UNTITLED, &[]),
    };
    let facts = [("count", (others.len() + 1).into()), ("checked", (&checked).into())];
    let mut finding = context.found(&RULE, first.range, MESSAGE, ADVICE, &facts);
    for other in &others[..others.len().min(MOST_LABELS)] {
        finding.labels.push(Label { range: other.range, text: other.title.clone().unwrap_or_default() });
    }
    findings.push(finding);
}
