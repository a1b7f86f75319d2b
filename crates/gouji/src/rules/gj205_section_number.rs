//! 查什么：部分标题没有序号，或者序号重复、跳过。
//!
//! 为什么：格式模板从“一”到“六”依次编号。
//!
//! 例：第四、第五部分的序号都是“四”。
//!
//! 不报：因缺少部分而空出的序号（GJ201）；调换了次序的部分（GJ204）。
//!
//! What it finds: a heading whose ordinal is lost, comes twice, or skips one.
//!
//! Why it matters: the template numbers its sections from 一 to 六.
//!
//! Example: two sections numbered 四.
//!
//! What it leaves out: a gap where a section is missing (GJ201), and sections
//! in another order (GJ204).

use super::wording::ordinal;
use super::{Context, Rule};
use crate::form::SectionKind;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ205",
    name: "section_number",
    title: words("部分序号有误", "A section is misnumbered"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

const WITHOUT_NUMBER: &Words = &words("“{heading}”前面没有序号。", "“{heading}” has no number.");
const OUT_OF_TURN: &Words = &words(
    "“{heading}”的序号与前面不连续，按顺序应为“{right}、”。",
    "The number of “{heading}” does not follow on the one before; it should be {right}.",
);
const ADVICE: &Words =
    &words("请核对各部分序号，从“一”到“六”依次排列。", "Number the sections from 一 to 六.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let sections = &context.document.sections;
    let mut last_kind = SectionKind::Overview;
    for kind in sections.iter().filter_map(|section| section.kind) {
        // Sections out of order are the matter of GJ204.
        if kind < last_kind {
            return;
        }
        if kind.is_statutory() {
            last_kind = kind;
        }
    }
    let mut previous: Option<u16> = None;
    for section in sections {
        let expected = previous.map(|previous| previous + 1);
        let of_the_form = section.kind.and_then(SectionKind::ordinal);
        // After a missing section the form's own number is right.
        let follows = section.ordinal.is_some_and(|number| {
            expected.is_none_or(|expected| number == expected) || Some(number) == of_the_form
        });
        if !follows {
            let heading = context.printed(section.heading_range);
            let right = ordinal(usize::from(expected.or(section.ordinal).unwrap_or_default()));
            let facts = [("heading", (&heading).into()), ("right", (&right).into())];
            let message = if section.ordinal.is_none() { WITHOUT_NUMBER } else { OUT_OF_TURN };
            findings.push(context.found(&RULE, section.heading_range, message, ADVICE, &facts));
        }
        previous = section.ordinal.or(expected).or(of_the_form);
    }
}
