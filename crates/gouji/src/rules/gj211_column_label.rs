//! 查什么：认得出是哪一列，列名与格式模板不同；表头缺一列；各列的次序不同。
//!
//! 为什么：读者和程序都靠列名找到这一列。
//!
//! 例：“本年废止件数”写成“本年度止件数”。
//!
//! 不报：因换行断开的列名，通用的简称，以及没有粘贴表头的表格。
//!
//! What it finds: a column whose label says something else than the template or
//! is not there, and columns in another order.
//!
//! Why it matters: readers and programs find a column by its label.
//!
//! Example: 本年度止件数 for 本年废止件数.
//!
//! What it leaves out: labels broken over two lines, the shortened labels in
//! common use, and a table pasted without its head.

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ211",
    name: "column_label",
    title: words("列名与模板不同", "A column has another label"),
    severity: Severity::Info,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

const OTHER_LABEL: &Words = &words(
    "列名“{printed}”与模板“{label}”不同，已按“{label}”读取。",
    "The label “{printed}” differs from the template's “{label}”; it was read as that.",
);
const NO_LABEL: &Words = &words(
    "表头中没有看到“{label}”列，已按位置读取。",
    "The head has no column “{label}”; the columns were read by position.",
);
const OTHER_ORDER: &Words = &words(
    "各列的次序与模板不同，已按所印列名读取。",
    "The columns stand in another order than the template's; they were read by their labels.",
);
const ADVICE: &Words =
    &words("请核实表头，并按模板改正。", "Check the head and correct it as in the template.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let (range, message, label) = match note {
            TableNote::ColumnLabel { column, range } => {
                (*range, OTHER_LABEL, context.column_label(table.id, *column))
            }
            TableNote::ColumnWithoutLabel { column, range } => {
                (*range, NO_LABEL, context.column_label(table.id, *column))
            }
            TableNote::ColumnOrder { range } => (*range, OTHER_ORDER, ""),
            _ => continue,
        };
        let printed = context.printed(range);
        let facts = [("printed", (&printed).into()), ("label", label.into())];
        findings.push(context.found(&RULE, range, message, ADVICE, &facts));
    }
}
