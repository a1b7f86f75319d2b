//! What it finds: sections that stand in another order than the template's.
//!
//! Why it matters: the template fixes the order.
//!
//! What it leaves out: sections the form does not know (GJ202).

use super::{Context, Rule};
use crate::form::SectionKind;
use crate::words::words;
use crate::{Finding, Label, Severity};

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

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let known = context
        .document
        .sections
        .iter()
        .filter(|section| section.kind.is_some_and(SectionKind::is_statutory));
    let known: Vec<_> = known.collect();
    let Some(pair) = known.windows(2).find(|pair| pair[0].kind > pair[1].kind) else { return };
    let (first, second) = (context.printed(pair[0].heading_range), context.printed(pair[1].heading_range));
    let message = context.say(
        format!("“{first}”排在了“{second}”之前，与模板次序不同。"),
        format!("“{first}” stands before “{second}”, unlike in the template."),
    );
    let advice =
        context.say("请按模板次序排列六个部分。", "Put the six sections into the order of the template.");
    let mut finding = context.finding(&RULE, pair[1].heading_range, message, advice);
    finding.labels.push(Label { range: pair[0].heading_range, text: first });
    findings.push(finding);
}
