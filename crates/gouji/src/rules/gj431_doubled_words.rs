//! 查什么：同一个词或标点接连出现两次，如“资金资金”“的的”“，，”。
//!
//! 为什么：多半是修改时留下的。这是惯例。
//!
//! 例：“进行进行评议”。
//!
//! 不报：天天、层层、研究研究等本来就重叠的词，“一件一件”等数量，“区政府政府信息公开”这样前一个词的词尾与后一个词的词头相同的，换行两边的字，省略号和破折号。
//!
//! What it finds: a word or a mark that comes twice in a row: 资金资金, 的的, ，，.
//!
//! Why it matters: it is mostly left from a change of the text. It is
//! customary.
//!
//! Example: 进行进行评议.
//!
//! What it leaves out: words that are doubled by nature (天天, 研究研究), quantities
//! (一件一件), an end of one name that is the beginning of the next (区政府政府信息公开),
//! characters on both sides of a line break, ellipses and dashes.

use super::{Context, Rule, prose_places};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ431",
    name: "doubled_words",
    title: words("重复的词或标点", "A doubled word or mark"),
    severity: Severity::Info,
    basis: words("惯例：文字没有重复。", "Customary: no word stands twice."),
    check,
};

const MESSAGE: &Words =
    &words("“{printed}”像是写重复了。", "“{printed}” looks like something written twice.");
const ADVICE: &Words = &words("请核实，多余的请删去。", "Check, and take one away.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for &place in &context.document.prose.doubled.first {
        let printed = prose_places::shown(context, place);
        let facts = [("printed", (&printed).into())];
        findings.push(context.found(&RULE, place, MESSAGE, ADVICE, &facts));
    }
}
