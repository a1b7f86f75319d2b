//! What it finds: a heading that says something else than the template.
//!
//! Why it matters: uniform headings are what makes reports comparable.
//!
//! What it leaves out: the longer names of the explanatory part of the notices,
//! brackets, spaces and quotation marks.

use super::{Context, Rule};
use crate::form::FORM_2021;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ203",
    name: "section_renamed",
    title: words("部分名称与模板不同", "A section has another name"),
    severity: Severity::Info,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for section in &context.document.sections {
        let spec = FORM_2021.sections.iter().find(|spec| Some(spec.kind) == section.kind);
        let Some(spec) = spec.filter(|_| !section.in_the_forms_words) else { continue };
        let (printed, name) = (context.printed(section.heading_range), spec.heading.text);
        let message = context.say(
            format!("标题“{printed}”与模板名称“{name}”不同。"),
            format!("The heading “{printed}” differs from the template's “{name}”."),
        );
        let advice = context.say(format!("建议改为“{name}”。"), format!("Better “{name}”."));
        findings.push(context.finding(&RULE, section.heading_range, message, advice));
    }
}
