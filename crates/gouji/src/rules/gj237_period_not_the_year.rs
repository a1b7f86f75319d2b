//! 查什么：引言给出的统计期限不是报告年度的 1 月 1 日至 12 月 31 日。
//!
//! 为什么：格式通知第一部分（二）：各项数据以报告年度 12 月 31 日为截止日。
//!
//! 例：“数据统计期限为2023年1月1日至2023年12月30日”。
//!
//! 不报：后一个日期省略年份的，只写到月的整年，“截至12月31日”；年份不同的由 GJ401 报告。
//!
//! What it finds: a statistics period other than 1 January to 31 December.
//!
//! Why it matters: part one (二) of the notices: the figures are those of the report year up to 31 December.
//!
//! Example: 2023年1月1日至2023年12月30日.
//!
//! What it leaves out: a second date without a year, whole years in months, 截至12月31日; other years are GJ401's.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ237",
    name: "period_not_the_year",
    title: words("统计期限不是整个年度", "The period is not the year"),
    severity: Severity::Warning,
    basis: words(
        "格式通知第一部分（二）：各项数据以报告年度 12 月 31 日为截止日；统计期限为 1 月 1 日至 12 月 31 日。",
        "Part one (二) of the notices: the figures are those of the report year up to 31 December.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "统计期限写作“{printed}”，不是报告年度的 1 月 1 日至 12 月 31 日。",
    "The statistics period is “{printed}”, and not 1 January to 31 December of the report year.",
);
const ADVICE: &Words = &words(
    "请核实：写错日期的改正日期；确实只统计到这一天的，请补齐全年数据。",
    "Check: correct the date, or complete the figures for the whole year.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(period) = &context.document.content.period else { return };
    if period.value.is_a_year() {
        return;
    }
    let printed = context.printed(period.range);
    findings.push(context.found(&RULE, period.range, MESSAGE, ADVICE, &[("printed", (&printed).into())]));
}
