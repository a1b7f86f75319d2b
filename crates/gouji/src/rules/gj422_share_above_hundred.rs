//! 查什么：办结率、满意率、覆盖率等比率或占比超过 100%。
//!
//! 为什么：这些比率是全部中的一部分，最多为 100%。这是惯例。
//!
//! 例：“按时办结率达105%”。
//!
//! 不报：增长、提高的百分比，与上年、计划、任务相比的百分比，不以全部为限的比率。解读率超过 100%，可能是说一份文件有几种解读，只作提示。
//!
//! What it finds: rates such as 办结率, 满意率 or 覆盖率, or shares, above 100 %.
//!
//! Why it matters: they are parts of a whole, and so 100 % at most. It is
//! customary.
//!
//! Example: 按时办结率达105%.
//!
//! What it leaves out: growth, what is held against last year, a plan or a
//! task, and rates that may exceed the whole. 解读率 above 100 % may mean several
//! interpretations of one document, and is only a hint.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ422",
    name: "share_above_hundred",
    title: words("比率超过100%", "A share above 100 %"),
    severity: Severity::Warning,
    basis: words("惯例：部分占全部的比率不超过 100%。", "Customary: a part is at most 100 % of the whole."),
    check,
};

const MESSAGE: &Words =
    &words("{name}写的是{share}，超过了 100%。", "{name} is said to be {share}, more than 100 %.");
const MAY_BE_MEANT: &Words = &words(
    "{name}写的是{share}，超过了 100%；如果是说一份文件有几种解读，最好写明。",
    "{name} is said to be {share}; if one document has several interpretations, better say so.",
);
const ADVICE: &Words = &words(
    "请核实数据；如果另有算法，请在文中写明。",
    "Check the figure; if it is computed in another way, say so in the text.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for above in &context.document.prose.shares {
        let facts = [("name", (&above.name).into()), ("share", (&above.share.value).into())];
        let message = if above.may_be_meant { MAY_BE_MEANT } else { MESSAGE };
        let mut finding = context.found(&RULE, above.share.range, message, ADVICE, &facts);
        if above.may_be_meant {
            finding.severity = Severity::Info;
        }
        findings.push(finding);
    }
}
