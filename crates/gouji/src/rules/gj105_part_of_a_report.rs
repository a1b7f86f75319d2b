//! What it finds: a text that begins or ends in the middle of a report.
//!
//! Why it matters: what is missing was probably lost in copying. It is said once,
//! and not reported as sections and tables that the report lacks.
//!
//! What it leaves out: one or two missing sections (GJ201).

use super::{Context, Rule};
use crate::form::{FORM_2021, SectionSpec};
use crate::reading::Completeness;
use crate::text::TextRange;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ105",
    name: "part_of_a_report",
    title: words("只有报告的一部分", "Part of a report"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness != Completeness::Part {
        return;
    }
    let missing: Vec<&str> = FORM_2021
        .sections
        .iter()
        .filter(|section| context.document.section(section.kind).is_none())
        .map(|section: &SectionSpec| section.heading.text)
        .collect();
    let message = context.say(
        format!("这段文字像是报告的一部分，没有看到：{}。只核对了看到的部分。", missing.join("、")),
        format!(
            "This looks like part of a report; not seen: {}. Only what is there was checked.",
            missing.join(", ")
        ),
    );
    let advice = context.say(
        "如果是复制时漏选，请重新复制全文；如果报告本来如此，请补齐六个部分。",
        "If it was lost in copying, copy the whole report again; if the report is so, add what is missing.",
    );
    findings.push(context.finding(&RULE, place(context), message, advice));
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
