//! 查什么：文字从报告中间开始，或者在报告中间结束。
//!
//! 为什么：缺的内容多半是复制时漏选的，所以只说一次，不逐一报告为缺少部分、缺少表格。
//!
//! 例：粘贴的文字从“三、收到和处理政府信息公开申请情况”开始。
//!
//! 不报：中间少了一两个部分（GJ201）。
//!
//! What it finds: a text that begins or ends in the middle of a report.
//!
//! Why it matters: what is missing was probably lost in copying. It is said
//! once, and not reported as sections and tables that the report lacks.
//!
//! Example: a text that begins with section three.
//!
//! What it leaves out: one or two sections missing from its middle (GJ201).

use super::wording::AND;
use super::{Context, Rule};
use crate::form::FORM_2021;
use crate::reading::Completeness;
use crate::text::TextRange;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ105",
    name: "part_of_a_report",
    title: words("只有报告的一部分", "Part of a report"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "这段文字像是报告的一部分，没有看到：{missing}。只核对了看到的部分。",
    "This looks like part of a report; not seen: {missing}. Only what is there was checked.",
);
const ADVICE: &Words = &words(
    "如果是复制时漏选，请重新复制全文；如果报告本来如此，请补齐六个部分。",
    "If it was lost in copying, copy the whole report again; if the report is so, add what is missing.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness != Completeness::Part {
        return;
    }
    let mut missing = String::new();
    for section in FORM_2021.sections {
        if context.document.section(section.kind).is_none() {
            context.list(&mut missing, AND, section.heading.text);
        }
    }
    let facts = [("missing", (&missing).into())];
    findings.push(context.found(&RULE, place(context), MESSAGE, ADVICE, &facts));
}

/// Where the report goes on in what is not there: at its end, unless only its
/// beginning is missing.
fn place(context: &Context<'_>) -> TextRange {
    let last_section = FORM_2021.sections.last().map(|section| section.kind);
    let range = context.document.range;
    if last_section.is_some_and(|kind| context.document.section(kind).is_some()) {
        TextRange { start: range.start, end: range.start }
    } else {
        TextRange { start: range.end, end: range.end }
    }
}
