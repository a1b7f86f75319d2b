//! 查什么：表格用了其他年度的表样：2021 年度及以后的报告用了 2019 年格式的项目，或者“（六）其他处理”没有细分。
//!
//! 为什么：表样不同的数不能汇总。
//!
//! 例：2023 年度的报告，“（六）其他处理”只有一行。
//!
//! 不报：不知道年度的报告。
//!
//! What it finds: tables laid out as in the form of other years: the items of
//! the 2019 form in a report on 2021 or later, or 其他处理 undivided.
//!
//! Why it matters: figures of different forms cannot be added up.
//!
//! Example: a report on 2023 with one row for （六）其他处理.
//!
//! What it leaves out: reports of an unknown year.

use super::wording::AND;
use super::{Context, Rule};
use crate::words::{Words, words};
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

const MESSAGE: &Words = &words(
    "报告年度为 {year} 年，应使用{right}的表样；{tables}用的是{printed}的表样。",
    "The report is on {year}, for which {right} is in force; of {printed}: {tables}.",
);
const TABLE: &Words = &words("《{table}》", "{table}");
const ADVICE: &Words = &words(
    "请改用{right}的表样重新填报；这里已按所印表样核对。",
    "Fill in the form of {right}; the tables were checked as they are printed.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let (Some(year), Some(form)) = (document.report_year(), document.form) else { return };
    let mut first = None;
    let mut tables = String::new();
    let mut labels = Vec::new();
    for table in &document.tables {
        if table.rows.is_empty() || table.layout == form {
            continue;
        }
        first = first.or(Some(table));
        let name = context.table_name(table.id);
        context.list(&mut tables, AND, &context.fill(TABLE, &[("table", name.into())]));
        labels.push(Label { range: table.range, text: name.to_owned() });
    }
    let Some(first) = first else { return };
    let facts = [
        ("year", year.into()),
        ("right", form.form().document.into()),
        ("printed", first.layout.form().document.into()),
        ("tables", (&tables).into()),
    ];
    let mut finding = context.found(&RULE, first.range, MESSAGE, ADVICE, &facts);
    finding.labels = labels;
    findings.push(finding);
}
