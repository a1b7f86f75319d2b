//! What it finds: a heading whose ordinal is lost, comes twice, or skips one.
//!
//! Why it matters: the template numbers its sections from 一 to 六.
//!
//! What it leaves out: a gap where a section is missing (GJ201), and sections in
//! another order (GJ204).

use super::wording::ordinal;
use super::{Context, Rule};
use crate::form::SectionKind;
use crate::words::words;
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

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let sections = &context.document.sections;
    let kinds: Vec<_> =
        sections.iter().filter_map(|section| section.kind).filter(|kind| kind.is_statutory()).collect();
    if !kinds.is_sorted() {
        return;
    }
    let mut previous: Option<u16> = None;
    for section in sections {
        let heading = context.printed(section.heading_range);
        let expected = previous.map(|previous| previous + 1);
        let of_the_form = section.kind.and_then(SectionKind::ordinal);
        let message = match section.ordinal {
            None => {
                Some(context.say(format!("“{heading}”前面没有序号。"), format!("“{heading}” has no number.")))
            }
            // After a missing section the form's own number is right.
            Some(number)
                if expected.is_none_or(|expected| number == expected) || Some(number) == of_the_form =>
            {
                None
            }
            Some(number) => {
                let right = ordinal(usize::from(expected.unwrap_or(number)));
                Some(context.say(
                    format!("“{heading}”的序号与前面不连续，按顺序应为“{right}、”。"),
                    format!(
                        "The number of “{heading}” does not follow on the one before; it should be {right}."
                    ),
                ))
            }
        };
        if let Some(message) = message {
            let advice =
                context.say("请核对各部分序号，从“一”到“六”依次排列。", "Number the sections from 一 to 六.");
            findings.push(context.finding(&RULE, section.heading_range, message, advice));
        }
        previous = section.ordinal.or(expected).or(of_the_form);
    }
}
