//! 查什么：没有标题，或者标题没有写明机关、年份，不是以“政府信息公开工作年度报告”为名。
//!
//! 为什么：读者按标题查找报告。格式通知没有规定标题，这是惯例。
//!
//! 例：“临湖县2024年政府信息公开年度工作报告”。
//!
//! 不报：“年”与“年度”，年份在机关之前或之后，汉字年份；只是报告一部分的文字。
//!
//! What it finds: a title that is missing, or that does not name the organ, the
//! year and 政府信息公开工作年度报告.
//!
//! Why it matters: reports are found by their title. It is customary; the
//! notices prescribe none.
//!
//! Example: a title that ends in 政府信息公开年度工作报告.
//!
//! What it leaves out: 年 and 年度, the year before or behind the organ or in
//! Chinese numerals, and texts that are only part of a report.

use super::{Context, Rule};
use crate::reading::{Completeness, YearSource};
use crate::words::{Words, words};
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

const NO_TITLE: &Words = &words("没有看到报告标题。", "The report has no title.");
const MESSAGE: &Words =
    &words("标题“{title}”与通常写法不同：{faults}。", "The title “{title}” is unusual: {faults}.");
const NO_ORGAN: &Words = &words("没有写明机关名称", "it does not name the organ");
const NO_YEAR: &Words = &words("没有写明年份", "it does not name the year");
const OTHER_NAME: &Words =
    &words("不是以“政府信息公开工作年度报告”为名", "it is not called 政府信息公开工作年度报告");
const BETWEEN: &Words = &words("，", ", ");
const ADVICE: &Words = &words(
    "建议写作“〈机关〉〈年度〉年政府信息公开工作年度报告”。",
    "Better 〈organ〉〈year〉年政府信息公开工作年度报告.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let Some(title) = &document.title else {
        if document.completeness == Completeness::Whole {
            findings.push(context.found(&RULE, context.place_of_missing(0), NO_TITLE, ADVICE, &[]));
        }
        return;
    };
    let year_below = title.value.rfind('(').map_or(title.value.as_str(), |at| &title.value[..at]);
    let ends_as_usual = title.value.ends_with(USUAL_ENDING) || year_below.ends_with(USUAL_ENDING);
    let names_the_year = document.years.iter().any(|mention| mention.source == YearSource::Title);
    let mut faults = String::new();
    for (is_faulty, fault) in [
        (document.issuer.is_none(), NO_ORGAN),
        (!names_the_year, NO_YEAR),
        (!ends_as_usual || title.value.contains("关于"), OTHER_NAME),
    ] {
        if is_faulty {
            context.list(&mut faults, BETWEEN, fault.in_language(context.language));
        }
    }
    if !faults.is_empty() {
        let facts = [("title", (&title.value).into()), ("faults", (&faults).into())];
        findings.push(context.found(&RULE, title.range, MESSAGE, ADVICE, &facts));
    }
}
