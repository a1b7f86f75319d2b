//! 查什么：各部分的先后与格式模板不同。
//!
//! 为什么：格式模板规定了六个部分的次序。
//!
//! 例：行政复议、行政诉讼情况写在申请情况之前。
//!
//! 不报：模板没有的部分（GJ202）；缺少的部分（GJ201）。
//!
//! What it finds: sections that stand in another order than the template's.
//!
//! Why it matters: the template fixes the order.
//!
//! Example: reviews and lawsuits before applications.
//!
//! What it leaves out: sections the form does not know (GJ202), and sections
//! that are missing (GJ201).

use super::{Context, Rule};
use crate::form::SectionKind;
use crate::reading::Section;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ204",
    name: "section_order",
    title: words("部分次序与模板不同", "Sections in another order"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "“{first}”排在了“{second}”之前，与模板次序不同。",
    "“{first}” stands before “{second}”, unlike in the template.",
);
const ADVICE: &Words =
    &words("请按模板次序排列六个部分。", "Put the six sections into the order of the template.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut before: Option<&Section> = None;
    for section in &context.document.sections {
        if !section.kind.is_some_and(SectionKind::is_statutory) {
            continue;
        }
        if let Some(before) = before.replace(section)
            && before.kind > section.kind
        {
            let (first, second) =
                (context.label(before.heading_range), context.printed(section.heading_range));
            let facts = [("first", (&first.text).into()), ("second", (&second).into())];
            let mut finding = context.found(&RULE, section.heading_range, MESSAGE, ADVICE, &facts);
            finding.labels.push(first);
            findings.push(finding);
            return;
        }
    }
}
