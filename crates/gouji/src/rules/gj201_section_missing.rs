//! 查什么：六个部分中有一个没有标题。
//!
//! 为什么：条例第五十条规定了报告应当包括的内容，格式模板正好有六个部分。
//!
//! 例：“四、”之后直接是“六、其他需要报告的事项”，没有第五部分。
//!
//! 不报：没有粘贴完整的文字（GJ105）；单独粘贴的表格（GJ106）；换了说法而认得出的标题（GJ203）。
//!
//! What it finds: one of the six sections has no heading.
//!
//! Why it matters: 条例 article 50 lists what a report must contain, and the
//! template has exactly six sections.
//!
//! Example: section six follows on section four.
//!
//! What it leaves out: a text that is cut off (GJ105), tables pasted alone
//! (GJ106), and headings in other words (GJ203).

use super::wording::ordinal;
use super::{Context, Rule};
use crate::form::FORM_2021;
use crate::reading::Section;
use crate::words::{Words, words};
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

const MESSAGE: &Words =
    &words("没有看到第{ordinal}部分“{section}”。", "Section {number}, “{section}”, is not there.");
const PERHAPS: &Words = &words(
    "没有看到第{ordinal}部分“{section}”；“{heading}”可能就是这一部分。",
    "Section {number}, “{section}”, is not there; “{heading}” may be it.",
);
const ADVICE: &Words = &words(
    "请按格式模板补上这一部分；没有内容的，也应写明“无”或填 0。",
    "Add the section as in the template; where there is nothing to report, say so, or fill in 0.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (at, section) in FORM_2021.sections.iter().enumerate() {
        if context.document.section(section.kind).is_some() || !context.is_expected(section.kind) {
            continue;
        }
        let number = at + 1;
        let ordinal = ordinal(number);
        let perhaps = in_its_place(context, number);
        let heading = perhaps.map(|other| context.printed(other.heading_range)).unwrap_or_default();
        let facts = [
            ("ordinal", (&ordinal).into()),
            ("number", number.into()),
            ("section", section.heading.text.into()),
            ("heading", (&heading).into()),
        ];
        let place = perhaps.map_or_else(|| context.place_of_missing(at), |other| other.heading_range);
        let message = if perhaps.is_some() { PERHAPS } else { MESSAGE };
        let mut finding = context.found(&RULE, place, message, ADVICE, &facts);
        section.kind.as_str().clone_into(&mut finding.subject);
        // The form of 2019 could be followed or not in its first year.
        if perhaps.is_some() || context.document.report_year() == Some(2019) {
            finding.severity = Severity::Warning;
        }
        findings.push(finding);
    }
}

/// A section with a name of its own, and the number of the one that is missing.
fn in_its_place<'a>(context: &Context<'a>, number: usize) -> Option<&'a Section> {
    let sections = &context.document.sections;
    sections.iter().find(|other| other.kind.is_none() && other.ordinal.map(usize::from) == Some(number))
}
