//! What it finds: one of the six sections has no heading.
//!
//! Why it matters: 条例第五十条 lists what a report must contain, and the template
//! has exactly six sections.
//!
//! What it leaves out: a text that is cut off (GJ105), and tables pasted alone.

use super::wording::ordinal;
use super::{Context, Rule};
use crate::form::FORM_2021;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ201",
    name: "section_missing",
    title: words("缺少部分", "A section is missing"),
    severity: Severity::Error,
    basis: words(
        "条例第五十条；国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板；通知第一部分：内容“不能遗漏，也不宜泛化”。",
        "条例 article 50; the template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020); part one: nothing left out, nothing blown up.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (at, section) in FORM_2021.sections.iter().enumerate() {
        if context.document.section(section.kind).is_some() || !context.is_expected(section.kind) {
            continue;
        }
        let (number, name) = (ordinal(at + 1), section.heading.text);
        let message = context.say(
            format!("没有看到第{number}部分“{name}”。"),
            format!("Section {}, “{name}”, is not there.", at + 1),
        );
        let advice = context.say(
            "请按格式模板补上这一部分；没有内容的，也应写明“无”或填 0。",
            "Add the section as in the template; where there is nothing to report, say so, or fill in 0.",
        );
        let mut finding = context.finding(&RULE, context.place_of_missing(at), message, advice);
        section.kind.as_str().clone_into(&mut finding.subject);
        findings.push(finding);
    }
}
