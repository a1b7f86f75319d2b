//! What it finds: tables without a report around them.
//!
//! Why it matters: the tables are checked all the same; title, sections and years
//! are not.

use super::{Context, Rule};
use crate::reading::Completeness;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ106",
    name: "tables_only",
    title: words("只有表格", "Tables only"),
    severity: Severity::Info,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness != Completeness::TablesOnly {
        return;
    }
    let names: Vec<&str> = context.document.tables.iter().map(|table| context.table_name(table.id)).collect();
    let Some(first) = context.document.tables.first() else { return };
    let message = context.say(
        format!("只看到表格，没有看到报告正文。已按表格核对：{}。", names.join("、")),
        format!("There are only tables and no report around them. Checked: {}.", names.join(", ")),
    );
    let advice = context.say(
        "如需核对标题、各部分和年份，请粘贴报告全文。",
        "To check the title, the sections and the years, paste the whole report.",
    );
    findings.push(context.finding(&RULE, first.range, message, advice));
}
