//! 查什么：在各部分之间，按同样的序号排下来一个格式模板没有的标题。
//!
//! 为什么：格式模板正好有六个部分，其他事项写在第六部分。
//!
//! 例：“六、政务新媒体建设情况”，后面是“七、其他需要报告的事项”。
//!
//! 不报：部分之内的小标题和列举。有的地方要求单列的“信息处理费收取情况”，只作提示。
//!
//! What it finds: a heading, numbered on among the sections, that the template
//! does not have.
//!
//! Why it matters: the template has exactly six sections; further matters
//! belong into the sixth.
//!
//! Example: 六、政务新媒体建设情况, followed by 七、其他需要报告的事项.
//!
//! What it leaves out: items of a list within a section. 信息处理费收取情况, which some
//! provinces ask for, is a hint only.

use super::{Context, Rule};
use crate::form::SectionKind;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ202",
    name: "section_unknown",
    title: words("多出的部分", "A section the form does not have"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板；通知第一部分：内容“不能遗漏，也不宜泛化”。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020); part one: nothing left out, nothing blown up.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "“{heading}”不在格式模板的六个部分之内。",
    "“{heading}” is none of the six sections of the template.",
);
const ADVICE: &Words = &words(
    "请把这部分内容并入相应部分，一般写入第六部分“其他需要报告的事项”。",
    "Move its content into the section it belongs to, usually section six.",
);
const ADVICE_ON_FEES: &Words = &words(
    "收取信息处理费情况按模板在第六部分报告；当地另有要求的，从其要求。",
    "The template reports processing fees in section six; where local rules ask for this section, keep it.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for section in &context.document.sections {
        let known_extra = section.kind == Some(SectionKind::Fees);
        if section.kind.is_some() && !known_extra {
            continue;
        }
        let heading = context.printed(section.heading_range);
        let advice = if known_extra { ADVICE_ON_FEES } else { ADVICE };
        let facts = [("heading", (&heading).into())];
        let mut finding = context.found(&RULE, section.heading_range, MESSAGE, advice, &facts);
        if known_extra {
            finding.severity = Severity::Info;
        }
        findings.push(finding);
    }
}
