//! 查什么：引言说报告由几个部分组成，与引言列出的部分、实际的标题对不上。
//!
//! 为什么：惯例。引言是报告的说明，读者按它找内容；对不上多半是沿用了旧稿。
//!
//! 例：“由总体情况、主动公开政府信息情况、存在问题及改进措施共六个部分组成”，只列了三项。
//!
//! 不报：引言说六个部分而缺少或多出部分的（GJ201、GJ202 已经报告），名称里有顿号因而数不准的，只有半份报告的。
//!
//! What it finds: an introduction that announces another number of parts than
//! it lists, or other parts than there are headings.
//!
//! Why it matters: customary. The introduction is the guide to the report; where it differs, it was
//! mostly taken over from an older one.
//!
//! Example: 由总体情况、主动公开政府信息情况、存在问题及改进措施共六个部分组成, which lists three.
//!
//! What it leaves out: six parts announced where one is missing or too many
//! (GJ201, GJ202), names with commas in them that cannot be counted, half a report.

use super::{Context, Rule};
use crate::form::{FORM_2021, SectionKind};
use crate::reading::{Announced, Completeness};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ215",
    name: "parts_announced",
    title: words("引言所说部分与实际不符", "Parts announced differ"),
    severity: Severity::Info,
    basis: words(
        "惯例：引言所说的部分应与标题一致。格式通知没有规定引言。",
        "Customary: the introduction names the parts there are; the notices prescribe none.",
    ),
    check,
};

const LISTED: &Words = &words(
    "引言说报告有 {count} 个部分，列出的是 {listed} 个。",
    "The introduction announces {count} parts and lists {listed}.",
);
const PRESENT: &Words = &words(
    "引言说报告有 {count} 个部分，标题有 {present} 个。",
    "The introduction announces {count} parts, and there are {present} headings.",
);
const OTHERS: &Words = &words(
    "引言列出的部分里有“{absent}”，没有“{unlisted}”，与标题对不上。",
    "The introduction lists “{absent}” and not “{unlisted}”, unlike the headings.",
);
const ADVICE: &Words =
    &words("请对照标题改写引言里的这句话。", "Bring this sentence into line with the headings.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(announced) = &document.content.announced else { return };
    let (fewest, most) = announced.listed_count();
    let present = document.sections.len();
    let is_whole = document.completeness == Completeness::Whole;
    let message = if most > 0 && !(fewest..=most).contains(&announced.count) {
        context.fill(LISTED, &[("count", announced.count.into()), ("listed", most.into())])
    } else if is_whole && announced.count != FORM_2021.sections.len() && announced.count != present {
        context.fill(PRESENT, &[("count", announced.count.into()), ("present", present.into())])
    } else if let Some((absent, unlisted)) = other_parts(context, announced).filter(|_| is_whole) {
        context.fill(OTHERS, &[("absent", absent.into()), ("unlisted", unlisted.into())])
    } else {
        return;
    };
    let advice = context.fill(ADVICE, &[]);
    findings.push(context.finding(&RULE, announced.range, message, advice));
}

/// A part that is listed and has no heading, and one that has a heading and is
/// not listed.
fn other_parts(context: &Context<'_>, announced: &Announced) -> Option<(&'static str, &'static str)> {
    let specs = || FORM_2021.sections.iter().chain(FORM_2021.extra_sections);
    let is_listed = |kind: SectionKind| announced.listed.contains(&Some(kind));
    let is_there = |kind: SectionKind| context.document.section(kind).is_some();
    let (fewest, most) = announced.listed_count();
    if most == 0 || fewest < most {
        return None;
    }
    let absent = specs().find(|spec| is_listed(spec.kind) && !is_there(spec.kind))?;
    let unlisted = specs().find(|spec| !is_listed(spec.kind) && is_there(spec.kind))?;
    Some((absent.heading.text, unlisted.heading.text))
}
