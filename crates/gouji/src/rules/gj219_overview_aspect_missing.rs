//! 查什么：总体情况里没有写到五个方面中的某一个：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。
//!
//! 为什么：格式通知第一部分（一）要求总体情况包括这五个方面。
//!
//! 例：总体情况只写了主动公开和依申请公开。
//!
//! 不报：没有小标题、用别的说法写到的；正文在这一部分中断的。
//!
//! What it finds: section one says nothing of one of its five aspects.
//!
//! Why it matters: part one (一) of the notices lists them: 主动公开, 依申请公开, 政府信息管理, 平台建设, 监督保障.
//!
//! Example: a section one on 主动公开 and 依申请公开 only.
//!
//! What it leaves out: aspects without a sub-heading or in other words, and a text that breaks off here.

use super::{Context, Rule};
use crate::form::SectionKind;
use crate::reading::{Aspect, Completeness};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ219",
    name: "overview_aspect_missing",
    title: words("总体情况缺少方面", "An aspect is missing in section one"),
    severity: Severity::Info,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）第一部分（一）：总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。",
        "Part one (一) of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020): section one covers five aspects.",
    ),
    check,
};

const EMPTY: &Words = &words("“{heading}”下没有内容。", "There is nothing under “{heading}”.");
const MISSING: &Words = &words("“{heading}”没有写到{aspects}。", "“{heading}” says nothing of {aspects}.");
const BETWEEN: &Words = &words("、", ", ");
const ADVICE: &Words = &words(
    "请对照五个方面补充；确实没有做的，也请写明。",
    "Add what is missing; where nothing was done, say so.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(overview) = &document.content.overview else { return };
    let Some(section) = document.section(SectionKind::Overview) else { return };
    let is_last = document.sections.last().is_some_and(|last| last == section);
    let is_cut_off = document.completeness == Completeness::Part && is_last;
    if overview.missing.is_empty() || is_cut_off {
        return;
    }
    let heading = context.printed(section.heading_range);
    let mut aspects = String::new();
    for aspect in &overview.missing {
        context.list(&mut aspects, BETWEEN, name(*aspect));
    }
    let message = if overview.is_empty { EMPTY } else { MISSING };
    let facts = [("heading", (&heading).into()), ("aspects", (&aspects).into())];
    let mut finding = context.found(&RULE, section.heading_range, message, ADVICE, &facts);
    finding.subject = aspects;
    if overview.is_empty {
        finding.severity = Severity::Warning;
    }
    findings.push(finding);
}

fn name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Disclosure => "主动公开",
        Aspect::Applications => "依申请公开",
        Aspect::Management => "政府信息管理",
        Aspect::Platforms => "平台建设",
        Aspect::Supervision => "监督保障",
    }
}
