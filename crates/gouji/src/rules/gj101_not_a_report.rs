//! What it finds: a text that is not an annual report and holds none of its tables.
//!
//! Why it matters: nothing was checked, and silence would look like agreement.

use super::{Context, Rule};
use crate::reading::Completeness;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ101",
    name: "not_a_report",
    title: words("没有认出年度报告", "No annual report recognised"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness != Completeness::Nothing {
        return;
    }
    let message = if context.text.trim().is_empty() {
        context.say("还没有文字。", "There is no text yet.")
    } else {
        context.say(
            "没有在这段文字里找到政府信息公开工作年度报告，也没有找到其中的统计表。",
            "No annual report on government information disclosure was found in this text, and none of its tables.",
        )
    };
    let advice = context.say(
        "请粘贴报告全文，或至少一张完整的统计表；从网页、Word 或 Excel 复制时，请把表格一起选中。",
        "Paste the whole report, or at least one whole table; when copying, select the tables as well.",
    );
    findings.push(context.finding(&RULE, context.document.range, message, advice));
}
