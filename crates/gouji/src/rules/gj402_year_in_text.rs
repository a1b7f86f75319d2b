//! 查什么：正文把别的年份当作报告年度来写，或者落款日期与报告年度对不上。
//!
//! 为什么：多半是沿用上一年的文字没有改。各项数据是报告年度的，截至 12 月 31 日（格式通知第一部分）。
//!
//! 例：2023 年度的报告，总体情况第一句写“2022年，我局……”；落款为 2023 年 6 月。
//!
//! 不报：与往年比较的，文件名称里的年份，规划、预算和来年打算，单位沿革，转发通知和报送函的日期。
//!
//! What it finds: a text that speaks of another year as the report's, or a date below it that cannot be.
//!
//! Why it matters: it was mostly left over from last year's text; the figures are those of the report year up to 31
//! December.
//!
//! Example: a report on 2023 that opens with 2022年，我局…, or one that is signed in June 2023.
//!
//! What it leaves out: comparisons, names of documents, plans and budgets, how an organ came about, dates of covering letters.

use super::gj236_published_late::in_words;
use super::{Context, Rule};
use crate::reading::Date;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ402",
    name: "year_in_text",
    title: words("正文年份与报告年度不符", "A year in the text is not the report's"),
    severity: Severity::Warning,
    basis: words(
        "格式通知第一部分：各项数据以报告年度 12 月 31 日为截止日；正文、落款应与报告年度一致。",
        "Part one of the notices: the figures are those of the report year up to 31 December; text and date must fit it.",
    ),
    check,
};

const IN_TEXT: &Words = &words(
    "报告年度为 {year} 年，这里写的是“{printed}”。",
    "The report is on {year}, and this speaks of “{printed}”.",
);
const ADVICE: &Words = &words(
    "请核实：是沿用旧稿的，改成报告年度并核对有关数据；是比较或者沿革的，请写明。",
    "Check: put in the report year and look at the figures again; where it compares or tells a history, say so.",
);
const TOO_EARLY: &Words = &words(
    "落款日期是 {date}，当时 {year} 年度尚未结束。",
    "It was signed on {date}, when {year} was not over.",
);
const TOO_LATE: &Words = &words(
    "落款日期是 {date}，离报告年度 {year} 年已隔一年以上。",
    "It was signed on {date}, more than a year after {year}.",
);
const ADVICE_DATE: &Words =
    &words("请核实落款日期和报告年度。", "Check the date of signature and the report year.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(year) = document.report_year() else { return };
    let stale = &document.content.stale_years;
    if let Some(first) = stale.first() {
        let printed = context.printed(first.range);
        let facts = [("year", year.into()), ("printed", (&printed).into())];
        let mut finding = context.found(&RULE, first.range, IN_TEXT, ADVICE, &facts);
        if stale.len() > 1 {
            for spot in stale {
                finding.labels.push(context.label(spot.range));
            }
        }
        findings.push(finding);
    }
    let Some(signed) = &document.content.dates.signed else { return };
    let message = if signed.value < (Date { year, month: 12, day: 31 }) {
        TOO_EARLY
    } else if signed.value.year > year + 1 {
        TOO_LATE
    } else {
        return;
    };
    let date = in_words(context, signed.value);
    let facts = [("year", year.into()), ("date", (&date).into())];
    findings.push(context.found(&RULE, signed.range, message, ADVICE_DATE, &facts));
}
