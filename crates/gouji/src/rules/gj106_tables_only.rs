//! 查什么：只有统计表，没有报告的文字。
//!
//! 为什么：表格照样核对，标题、各部分和年份则无从核对。
//!
//! 例：只粘贴了“收到和处理政府信息公开申请情况”一张表。
//!
//! 不报：有任何一个部分标题的文字。
//!
//! What it finds: tables without a report around them.
//!
//! Why it matters: the tables are checked all the same; title, sections and
//! years are not.
//!
//! Example: the table of applications pasted alone.
//!
//! What it leaves out: a text that has the heading of any section.

use super::wording::AND;
use super::{Context, Rule};
use crate::reading::Completeness;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ106",
    name: "tables_only",
    title: words("只有表格", "Tables only"),
    severity: Severity::Info,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "只看到表格，没有看到报告正文。已按表格核对：{tables}。",
    "There are only tables and no report around them. Checked: {tables}.",
);
const ADVICE: &Words = &words(
    "如需核对标题、各部分和年份，请粘贴报告全文。",
    "To check the title, the sections and the years, paste the whole report.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness != Completeness::TablesOnly {
        return;
    }
    let Some(first) = context.document.tables.first() else { return };
    let mut tables = String::new();
    for table in &context.document.tables {
        context.list(&mut tables, AND, context.table_name(table.id));
    }
    findings.push(context.found(&RULE, first.range, MESSAGE, ADVICE, &[("tables", (&tables).into())]));
}
