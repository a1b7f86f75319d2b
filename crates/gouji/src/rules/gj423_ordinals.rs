//! 查什么：正文里的序号跳了号或者重复：一是、二是，（一）（二），1.、2.，（1）（2），①②，第一、第二。
//!
//! 为什么：跳号可能是漏了一段，重号可能是多了一段。序号连续是惯例。
//!
//! 例：“一是加强领导；三是加强培训”。
//!
//! 不报：另起一组、从一重新数起的序号，套在里面的序号，条文的项号，各部分标题的编号（由 GJ205 检查）。
//!
//! What it finds: ordinals in the prose that jump or come twice: 一是, （一）, 1.,
//! （1）, ①, 第一.
//!
//! Why it matters: where one is skipped a paragraph may be missing, and where
//! one comes twice there may be one too many. It is customary to count on.
//!
//! Example: 一是加强领导；三是加强培训.
//!
//! What it leaves out: lists that begin again at one, lists within lists,
//! items of a law, and the numbers of the sections, which GJ205 looks at.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ423",
    name: "ordinals",
    title: words("序号不连续", "Ordinals out of order"),
    severity: Severity::Warning,
    basis: words("惯例：同一组序号依次连续。", "Customary: the ordinals of a list follow one another."),
    check,
};

const JUMPS: &Words = &words(
    "“{before}”之后是“{printed}”，中间缺少序号。",
    "“{before}” is followed by “{printed}”; a number is skipped.",
);
const AGAIN: &Words = &words(
    "“{before}”之后是“{printed}”，序号重复或者倒退了。",
    "“{before}” is followed by “{printed}”; a number comes again.",
);
const ADVICE: &Words = &words(
    "请核实是否漏了内容，并改正序号。",
    "Check whether something is missing, and correct the ordinal.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for ordinal in &context.document.prose.ordinals {
        let (printed, before) = (context.printed(ordinal.range), context.printed(ordinal.before));
        let facts = [("printed", (&printed).into()), ("before", (&before).into())];
        let jumps = ordinal.number > ordinal.number_before;
        let message = if jumps { JUMPS } else { AGAIN };
        let mut finding = context.found(&RULE, ordinal.range, message, ADVICE, &facts);
        if !jumps {
            finding.severity = Severity::Info;
        }
        finding.labels.push(Label { range: ordinal.before, text: before });
        findings.push(finding);
    }
}
