//! 查什么：人民政府的报告没有写工作考核、社会评议或者责任追究的结果。
//!
//! 为什么：条例第五十条第一款第（四）项：各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况。
//!
//! 例：县人民政府的报告在“监督保障”里写了考核和评议，没有写责任追究。
//!
//! 不报：部门、街道办事处、人民政府办公厅（室）和其他机构的报告；换了说法的（绩效、满意度、问责等）；只有半份报告的。
//!
//! What it finds: the report of a government that says nothing of the results of 工作考核, 社会评议 or 责任追究.
//!
//! Why it matters: article 50 (四) of the 条例 demands them of governments at every level.
//!
//! Example: a county whose 监督保障 speaks of 考核 and 评议 and not of 责任追究.
//!
//! What it leaves out: reports of departments, sub-districts, offices of governments and other bodies; other words for
//! the same; half a report.

use super::{Context, Rule};
use crate::form::SectionKind;
use crate::reading::{Completeness, Duty};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ231",
    name: "accountability_missing",
    title: words("政府报告缺少考核、评议或责任追究", "A government says nothing of its results"),
    severity: Severity::Warning,
    basis: words(
        "条例第五十条第一款第（四）项：各级人民政府的报告还应当包括工作考核、社会评议和责任追究结果情况。",
        "条例 article 50 (四): reports of governments must contain the results of 工作考核, 社会评议 and 责任追究.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "这是人民政府的报告，没有看到{duties}的情况。",
    "This is the report of a government, and it says nothing of {duties}.",
);
const BETWEEN: &Words = &words("、", ", ");
const ADVICE: &Words = &words(
    "请在“监督保障”中补写这些结果；没有发生的，写明没有。如果这是政府办公厅（室）本机关的报告，可以不写。",
    "Add these results under 监督保障; where there are none, say so. A report of the government's own office needs none.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(overview) = &document.content.overview else { return };
    if overview.missing_duties.is_empty() || document.completeness != Completeness::Whole {
        return;
    }
    let Some(section) = document.section(SectionKind::Overview) else { return };
    let mut duties = String::new();
    for duty in &overview.missing_duties {
        let name = match duty {
            Duty::Assessment => "工作考核",
            Duty::Evaluation => "社会评议",
            Duty::Accountability => "责任追究",
        };
        context.list(&mut duties, BETWEEN, name);
    }
    let facts = [("duties", (&duties).into())];
    let mut finding = context.found(&RULE, section.heading_range, MESSAGE, ADVICE, &facts);
    finding.subject = duties;
    findings.push(finding);
}
