//! What it finds: tables laid out as in the form of other years: the items of the
//! 2019 form in a report on 2021 or later, or 其他处理 undivided.
//!
//! Why it matters: figures of different forms cannot be added up.
//!
//! What it leaves out: reports of an unknown year.

use super::{Context, Rule};
use crate::words::words;
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ214",
    name: "form_of_other_year",
    title: words("用了其他年度的表样", "The form of another year"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号适用于 2021 年度及以后的报告，〔2019〕60号适用于 2019、2020 年度的报告；以报告年度为准。",
        "国办公开办函〔2021〕30号 is for reports on 2021 and later, 〔2019〕60号 for those on 2019 and 2020; the report year decides.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let (Some(year), Some(form)) = (document.report_year(), document.form) else { return };
    let others: Vec<_> =
        document.tables.iter().filter(|table| !table.rows.is_empty() && table.layout != form).collect();
    let Some(first) = others.first() else { return };
    let names: Vec<String> = others
        .iter()
        .map(|table| {
            context.say(format!("《{}》", context.table_name(table.id)), context.table_name(table.id))
        })
        .collect();
    let (right, printed) = (form.form().document, first.layout.form().document);
    let message = context.say(
        format!("报告年度为 {} 年，应使用{right}的表样；{}用的是{printed}的表样。", year, names.join("、")),
        format!(
            "The report is on {}, for which {right} is in force; of {printed}: {}.",
            year,
            names.join(", ")
        ),
    );
    let advice = context.say(
        format!("请改用{right}的表样重新填报；这里已按所印表样核对。"),
        format!("Fill in the form of {right}; the tables were checked as they are printed."),
    );
    let mut finding = context.finding(&RULE, first.range, message, advice);
    finding.labels = others
        .iter()
        .map(|table| Label { range: table.range, text: context.table_name(table.id).to_owned() })
        .collect();
    findings.push(finding);
}
