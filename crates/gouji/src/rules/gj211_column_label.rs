//! What it finds: a column whose label says something else than the template or
//! is not there, and columns in another order.
//!
//! Why it matters: readers and programs find a column by its label.
//!
//! What it leaves out: labels broken over two lines, and a table pasted without
//! its head.

use super::{Context, Rule};
use crate::form::ColumnId;
use crate::reading::TableNote;
use crate::words::words;
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

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let (range, message) = match note {
            TableNote::ColumnLabel { column, range } => {
                let (printed, label) = (context.printed(*range), full_label(context, table.id, *column));
                let message = context.say(
                    format!("列名“{printed}”与模板“{label}”不同，已按“{label}”读取。"),
                    format!(
                        "The label “{printed}” differs from the template's “{label}”; it was read as that."
                    ),
                );
                (*range, message)
            }
            TableNote::ColumnWithoutLabel { column, range } => {
                let label = full_label(context, table.id, *column);
                let message = context.say(
                    format!("表头中没有看到“{label}”列，已按位置读取。"),
                    format!("The head has no column “{label}”; the columns were read by position."),
                );
                (*range, message)
            }
            TableNote::ColumnOrder { range } => {
                let message = context.say(
                    "各列的次序与模板不同，已按所印列名读取。",
                    "The columns stand in another order than the template's; they were read by their labels.",
                );
                (*range, message)
            }
            _ => continue,
        };
        let advice =
            context.say("请核实表头，并按模板改正。", "Check the head and correct it as in the template.");
        findings.push(context.finding(&RULE, range, message, advice));
    }
}

fn full_label(context: &Context<'_>, table: crate::form::TableId, column: ColumnId) -> &'static str {
    let blocks = context.spec(table).into_iter().flat_map(|spec| spec.blocks);
    let mut columns = blocks.flat_map(|block| block.columns);
    columns.find(|spec| spec.id == column).map_or(column.0, |column| column.label.text)
}
