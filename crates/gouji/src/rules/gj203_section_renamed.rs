//! 查什么：认得出是哪一部分，标题用词与格式模板不同。
//!
//! 为什么：名称统一，各份报告才便于查找和比较。
//!
//! 例：“五、存在问题及改进措施”，模板名称是“存在的主要问题及改进情况”。
//!
//! 不报：通知说明部分所用的长名称；括号、空格和引号的写法。
//!
//! What it finds: a heading that says something else than the template.
//!
//! Why it matters: uniform headings are what makes reports comparable.
//!
//! Example: 五、存在问题及改进措施 for 存在的主要问题及改进情况.
//!
//! What it leaves out: the longer names of the explanatory part of the notices,
//! brackets, spaces and quotation marks.

use super::{Context, Rule};
use crate::form::FORM_2021;
use crate::words::{Words, words};
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

const MESSAGE: &Words = &words(
    "标题“{printed}”与模板名称“{name}”不同。",
    "The heading “{printed}” differs from the template's “{name}”.",
);
const ADVICE: &Words = &words("建议改为“{name}”。", "Better “{name}”.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for section in &context.document.sections {
        let spec = FORM_2021.sections.iter().find(|spec| Some(spec.kind) == section.kind);
        let Some(spec) = spec.filter(|_| !section.in_the_forms_words) else { continue };
        let printed = context.printed(section.heading_range);
        let facts = [("printed", (&printed).into()), ("name", spec.heading.text.into())];
        findings.push(context.found(&RULE, section.heading_range, MESSAGE, ADVICE, &facts));
    }
}
