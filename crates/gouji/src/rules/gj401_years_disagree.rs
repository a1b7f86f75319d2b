//! 查什么：标题、引言、统计期限所说的报告年度不是同一年。
//!
//! 为什么：年度不明，各项数据属于哪一年也就无法确定。格式通知第一部分：各项数据以报告年度 12 月 31 日为截止日。
//!
//! 例：标题写“2023年”，统计期限写“自2022年1月1日起至2022年12月31日止”。
//!
//! 不报：与往年比较的年份，其他文件名称里的年份，落款和印发的日期。
//!
//! What it finds: a title, a statistics period or an introduction that name
//! different years as the report's.
//!
//! Why it matters: it leaves open which year the figures are of. Part one of
//! the notices: the figures are those of the report year up to 31 December.
//!
//! Example: a title with 2023年, and a period from 1 January to 31 December 2022.
//!
//! What it leaves out: years in comparisons, in titles of other documents, and
//! dates of publication.

use super::{Context, Rule};
use crate::reading::{YearMention, YearSource};
use crate::words::{Words, push_number, words};
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ401",
    name: "years_disagree",
    title: words("年份前后不一致", "Years disagree"),
    severity: Severity::Error,
    basis: words(
        "格式通知第一部分：各项数据以报告年度 12 月 31 日为截止日；标题、统计期限所说的年度应是同一年度。",
        "Part one of the notices: the figures are those of the report year up to 31 December; title and period must name the same year.",
    ),
    check,
};

const MESSAGE: &Words =
    &words("报告年度前后不一致：{mentions}。", "The report year is not the same everywhere: {mentions}.");
const MENTION: &Words = &words("{source}为 {year} 年", "{source}: {year}");
const TITLE: &Words = &words("标题", "title");
const PERIOD_START: &Words = &words("统计期限起", "start of the period");
const PERIOD_END: &Words = &words("统计期限止", "end of the period");
const INTRODUCTION: &Words = &words("引言所说报告", "introduction");
const BETWEEN: &Words = &words("，", ", ");
const ADVICE: &Words =
    &words("请核实报告年度，并改正写错的年份。", "Check which year is reported on and correct the other.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let years = &context.document.years;
    let Some(first) = years.first() else { return };
    let Some(other) = years.iter().find(|mention| mention.year.value != first.year.value) else { return };
    let mut mentions = mention_in_words(context, first);
    for mention in years {
        if mention.year.value != first.year.value {
            context.list(&mut mentions, BETWEEN, &mention_in_words(context, mention));
        }
    }
    let facts = [("mentions", (&mentions).into())];
    let mut finding = context.found(&RULE, other.year.range, MESSAGE, ADVICE, &facts);
    for mention in years {
        let mut text = source(mention.source).in_language(context.language).to_owned();
        text.push(' ');
        push_number(&mut text, i64::from(mention.year.value));
        finding.labels.push(Label { range: mention.year.range, text });
    }
    findings.push(finding);
}

fn mention_in_words(context: &Context<'_>, mention: &YearMention) -> String {
    let source = source(mention.source).in_language(context.language);
    context.fill(MENTION, &[("source", source.into()), ("year", mention.year.value.into())])
}

fn source(source: YearSource) -> &'static Words {
    match source {
        YearSource::Title => TITLE,
        YearSource::PeriodStart => PERIOD_START,
        YearSource::PeriodEnd => PERIOD_END,
        YearSource::Introduction => INTRODUCTION,
    }
}
