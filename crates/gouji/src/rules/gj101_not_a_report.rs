//! 查什么：文字里既没有认出政府信息公开工作年度报告，也没有找到其中的统计表。
//!
//! 为什么：没有可以核对的内容；不说明，会被当作没有问题。
//!
//! 例：粘贴的是一则培训会的消息，只提到年度报告的编写要求。
//!
//! 不报：只有一张表（GJ106）或者只有报告的一部分（GJ105），照样核对。
//!
//! What it finds: a text that is not an annual report and holds none of its
//! tables.
//!
//! Why it matters: nothing was checked, and silence would look like agreement.
//!
//! Example: a piece of news on a training course, which only mentions how such
//! reports are written.
//!
//! What it leaves out: a text with one table (GJ106) or part of a report
//! (GJ105), which is checked.

use super::{Context, Rule};
use crate::reading::Completeness;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ101",
    name: "not_a_report",
    title: words("没有认出年度报告", "No annual report recognised"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const NOTHING: &Words = &words("还没有文字。", "There is no text yet.");
const NO_REPORT: &Words = &words(
    "没有在这段文字里找到政府信息公开工作年度报告，也没有找到其中的统计表。",
    "No annual report on government information disclosure was found in this text, and none of its tables.",
);
const ADVICE: &Words = &words(
    "请粘贴报告全文，或至少一张完整的统计表；从网页、Word 或 Excel 复制时，请把表格一起选中。",
    "Paste the whole report, or at least one whole table; when copying, select the tables as well.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness != Completeness::Nothing {
        return;
    }
    let message = if context.text.trim().is_empty() { NOTHING } else { NO_REPORT };
    findings.push(context.found(&RULE, context.document.range, message, ADVICE, &[]));
}
