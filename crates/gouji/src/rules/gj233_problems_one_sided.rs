//! 查什么：第五部分只写问题没有改进，或者只写打算没有问题。
//!
//! 为什么：条例第五十条第一款第（四）项要求两者都写：存在的主要问题及改进情况。
//!
//! 例：通篇是“加强学习、完善制度、提升水平”，没有一处说到不足。
//!
//! 不报：问题和改进写在同一句里的；看不明白一句话属于哪一种时，只作提示。
//!
//! What it finds: a section five that names only problems, or only measures.
//!
//! Why it matters: article 50 (四) of the 条例 demands both.
//!
//! Example: nothing but 加强学习、完善制度、提升水平, and no word on what falls short.
//!
//! What it leaves out: both in one sentence; where a clause is not understood, it is a hint only.

use super::gj232_problems_empty::FEWEST_CHARACTERS;
use super::{Context, Rule};
use crate::form::SectionKind;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ233",
    name: "problems_one_sided",
    title: words("第五部分只有问题或只有改进", "Section five is one-sided"),
    severity: Severity::Warning,
    basis: words(
        "条例第五十条第一款第（四）项：存在的主要问题及改进情况；格式通知第一部分（五）：要具体明确。",
        "条例 article 50 (四): the main problems and improvements; part one (五) of the notices: concrete.",
    ),
    check,
};

const NO_PROBLEM: &Words =
    &words("“{heading}”没有看到存在的问题。", "“{heading}” names no problem that can be made out.");
const NO_MEASURE: &Words =
    &words("“{heading}”没有看到改进情况。", "“{heading}” names no improvement that can be made out.");
const ADVICE: &Words = &words(
    "请把存在的主要问题和相应的改进情况都写明。",
    "Name both the main problems and what is done about them.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(problems) = document.content.problems else { return };
    let Some(section) = document.section(SectionKind::Problems) else { return };
    // What is last may go on where the text was cut off.
    let is_last = document.sections.last().is_some_and(|last| last == section);
    let is_complete = problems.names_problems && problems.names_measures;
    if is_complete || is_last || problems.characters < FEWEST_CHARACTERS {
        return;
    }
    let heading = context.printed(section.heading_range);
    let message = if problems.names_problems { NO_MEASURE } else { NO_PROBLEM };
    let facts = [("heading", (&heading).into())];
    let mut finding = context.found(&RULE, problems.first_line, message, ADVICE, &facts);
    if !problems.is_clear {
        finding.severity = Severity::Info;
    }
    findings.push(finding);
}
