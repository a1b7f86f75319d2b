//! What it finds: a title that is missing, or that does not name the organ, the
//! year and 政府信息公开工作年度报告.
//!
//! Why it matters: reports are found by their title.
//!
//! What it leaves out: 年 and 年度, the year before or behind the organ or in
//! Chinese numerals, and texts that are only part of a report.

use super::{Context, Rule};
use crate::reading::Completeness;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ213",
    name: "title_form",
    title: words("标题与通常写法不同", "An unusual title"),
    severity: Severity::Info,
    basis: words(
        "惯例：“〈机关〉〈年度〉年政府信息公开工作年度报告”。格式通知没有规定标题。",
        "Customary: 〈organ〉〈year〉年政府信息公开工作年度报告; the notices prescribe no title.",
    ),
    check,
};

const USUAL_ENDING: &str = "政府信息公开工作年度报告";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(title) = &document.title else {
        if document.completeness == Completeness::Whole {
            let message = context.say("没有看到报告标题。", "The report has no title.");
            findings.push(context.finding(&RULE, context.place_of_missing(0), message, advice(context)));
        }
        return;
    };
    let year_below = title.value.rfind('(').map_or(title.value.as_str(), |at| &title.value[..at]);
    let ends_as_usual = title.value.ends_with(USUAL_ENDING) || year_below.ends_with(USUAL_ENDING);
    let names_the_year =
        document.years.iter().any(|mention| mention.source == crate::reading::YearSource::Title);
    let mut faults = Vec::new();
    if document.issuer.is_none() {
        faults.push(context.say("没有写明机关名称", "it does not name the organ"));
    }
    if !names_the_year {
        faults.push(context.say("没有写明年份", "it does not name the year"));
    }
    if !ends_as_usual || title.value.contains("关于") {
        faults.push(
            context.say(format!("不是以“{USUAL_ENDING}”为名"), format!("it is not called {USUAL_ENDING}")),
        );
    }
    if faults.is_empty() {
        return;
    }
    let message = context.say(
        format!("标题“{}”与通常写法不同：{}。", title.value, faults.join("，")),
        format!("The title “{}” is unusual: {}.", title.value, faults.join(", ")),
    );
    findings.push(context.finding(&RULE, title.range, message, advice(context)));
}

fn advice(context: &Context<'_>) -> String {
    context.say(
        "建议写作“〈机关〉〈年度〉年政府信息公开工作年度报告”。",
        "Better 〈organ〉〈year〉年政府信息公开工作年度报告.",
    )
}
