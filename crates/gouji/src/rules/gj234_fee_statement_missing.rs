//! 查什么：2021 年度及以后的报告，第六部分没有说到收取信息处理费的情况。
//!
//! 为什么：格式通知第一部分（六）和模板：收取信息处理费情况在其他需要报告的事项中专门报告。没有收费的是否要写明，通知没有说；各地普遍写明，属惯例。
//!
//! 例：第六部分只写“无其他需要报告的事项。”
//!
//! 不报：用别的说法写到收费的；报告另有收费部分、或者在其他部分写到信息处理费的；2019、2020 年度的报告。
//!
//! What it finds: a report on 2021 or later whose section six says nothing of processing fees (信息处理费).
//!
//! Why it matters: part one (六) of the notice and its template have them reported there. Whether “none” must be written is
//! not stated; it is customary.
//!
//! Example: nothing but 无其他需要报告的事项.
//!
//! What it leaves out: other words for fees; a section of its own, or processing fees in another section; the reports on
//! 2019 and 2020.

use super::{Context, Rule};
use crate::form::{FormId, SectionKind};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ234",
    name: "fee_statement_missing",
    title: words("没有说明信息处理费", "Nothing is said of processing fees"),
    severity: Severity::Info,
    basis: words(
        "国办公开办函〔2021〕30号第一部分（六）和所附模板：收取信息处理费情况在此处报告。没有收费时也写明，是惯例。",
        "Part one (六) and the template of 国办公开办函〔2021〕30号: processing fees are reported here. To say so where there were none is customary.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "“{heading}”没有说到收取信息处理费的情况。",
    "“{heading}” says nothing of processing fees (信息处理费).",
);
const ADVICE: &Words = &words(
    "请写明收取的件数和金额；没有收取的，建议写明“本年度未收取信息处理费”。",
    "State cases and amounts; where none were collected, better say 本年度未收取信息处理费.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let is_due = document.report_year().is_some() && document.form == Some(FormId::Y2021);
    if !is_due || document.content.speaks_of_fees != Some(false) {
        return;
    }
    let Some(section) = document.section(SectionKind::Other) else { return };
    let heading = context.printed(section.heading_range);
    findings.push(context.found(
        &RULE,
        section.heading_range,
        MESSAGE,
        ADVICE,
        &[("heading", (&heading).into())],
    ));
}
