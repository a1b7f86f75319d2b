//! What it finds: a title, a statistics period or an introduction that name
//! different years as the report's.
//!
//! Why it matters: it leaves open which year the figures are of.
//!
//! What it leaves out: years in comparisons, in titles of other documents, and
//! dates of publication.

use super::{Context, Rule};
use crate::reading::{YearMention, YearSource};
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ401",
    name: "years_disagree",
    title: "年份前后不一致",
    title_en: "Years disagree",
    severity: Severity::Error,
    basis: "格式通知第一部分：各项数据以报告年度 12 月 31 日为截止日；标题、统计期限所说的年度应是同一年度。",
    basis_en: "Part one of the notices: the figures are those of the report year up to 31 December; title and period must name the same year.",
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let years = &context.document.years;
    let Some(first) = years.first() else { return };
    let others: Vec<&YearMention> =
        years.iter().filter(|mention| mention.year.value != first.year.value).collect();
    let Some(other) = others.first() else { return };
    let said: Vec<String> = std::iter::once(first)
        .chain(others.iter().copied())
        .map(|mention| {
            let (source, year) = (source(context, mention.source), mention.year.value);
            context.say(format!("{source}为 {year} 年"), format!("{source}: {year}"))
        })
        .collect();
    let message = context.say(
        format!("报告年度前后不一致：{}。", said.join("，")),
        format!("The report year is not the same everywhere: {}.", said.join(", ")),
    );
    let advice = context
        .say("请核实报告年度，并改正写错的年份。", "Check which year is reported on and correct the other.");
    let mut finding = context.finding(&RULE, other.year.range, message, advice);
    finding.labels = years
        .iter()
        .map(|mention| Label {
            range: mention.year.range,
            text: format!("{} {}", source(context, mention.source), mention.year.value),
        })
        .collect();
    findings.push(finding);
}

fn source(context: &Context<'_>, source: YearSource) -> String {
    match source {
        YearSource::Title => context.say("标题", "title"),
        YearSource::PeriodStart => context.say("统计期限起", "start of the period"),
        YearSource::PeriodEnd => context.say("统计期限止", "end of the period"),
        YearSource::Introduction => context.say("引言所说报告", "introduction"),
    }
}
