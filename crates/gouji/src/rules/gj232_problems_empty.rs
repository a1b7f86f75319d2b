//! 查什么：第五部分（存在的主要问题及改进情况）没有内容，或者只有几个字。
//!
//! 为什么：条例第五十条第一款第（四）项要求报告主要问题及改进情况；格式通知第一部分（五）：具体明确，不得敷衍了事。
//!
//! 例：标题下只写“无。”或者“今后继续努力。”
//!
//! 不报：满三十个字的；正文在这一部分中断的。
//!
//! What it finds: section five with nothing in it, or a few characters.
//!
//! Why it matters: article 50 (四) of the 条例 demands problems and improvements; part one (五) of the notices: concrete, not
//! perfunctory.
//!
//! Example: nothing but 无 under the heading.
//!
//! What it leaves out: thirty characters and more; a text that breaks off here.

use super::{Context, Rule};
use crate::form::SectionKind;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ232",
    name: "problems_empty",
    title: words("第五部分没有实质内容", "Section five is empty"),
    severity: Severity::Warning,
    basis: words(
        "条例第五十条第一款第（四）项；格式通知第一部分（五）：存在的主要问题及改进情况要具体明确，不得敷衍了事。",
        "条例 article 50 (四); part one (五) of the notices: problems and improvements are to be concrete, not perfunctory.",
    ),
    check,
};

const EMPTY: &Words = &words("“{heading}”下没有内容。", "There is nothing under “{heading}”.");
const SHORT: &Words =
    &words("“{heading}”只写了 {count} 个字。", "There is little under “{heading}”: {count} character(s).");
const ADVICE: &Words = &words(
    "请写明本年存在的主要问题，以及已经采取或者准备采取的改进措施。",
    "Say what the main problems of the year are, and what was or will be done about them.",
);

/// Fewer characters cannot name a problem and what is done about it.
pub(super) const FEWEST_CHARACTERS: usize = 30;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(problems) = document.content.problems else { return };
    let Some(section) = document.section(SectionKind::Problems) else { return };
    // What is last may go on where the text was cut off.
    let is_last = document.sections.last().is_some_and(|last| last == section);
    if is_last || problems.characters >= FEWEST_CHARACTERS {
        return;
    }
    let heading = context.printed(section.heading_range);
    let message = if problems.characters == 0 { EMPTY } else { SHORT };
    let facts = [("heading", (&heading).into()), ("count", problems.characters.into())];
    findings.push(context.found(&RULE, section.heading_range, message, ADVICE, &facts));
}
