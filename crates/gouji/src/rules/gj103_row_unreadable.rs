//! What it finds: a row whose blanks leave open which value belongs to which
//! column, a row whose label is there while its line could not be read, and rows
//! without a label whose position does not tell which they are.
//!
//! Why it matters: the row, and the columns through it, were not checked.
//!
//! What it leaves out: a row with too many or too few values (GJ212).

use super::{Context, Rule};
use crate::reading::{CellReading, Row, Table, TableNote};
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ103",
    name: "row_unreadable",
    title: words("有的行未能读出", "A row could not be read"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in &context.document.tables {
        for note in &table.notes {
            if let TableNote::Open { row, range } = note {
                if !table.row(*row).is_some_and(Row::has_unread_cells) {
                    continue;
                }
                let label = context.row_name(table.id, *row);
                let message = context.say(
                    format!("“{label}”行有空白或缺数，各数属于哪一列无法确定，用到它们的合计没有核对。"),
                    format!("Row “{label}” has blanks or lacks a value, and which column the others belong to cannot be told; sums that need them were not checked."),
                );
                let mut finding = context.finding(&RULE, *range, message, advice(context));
                let cells = table.row(*row).into_iter().flat_map(|row| &row.cells);
                let unread = cells.filter(|cell| cell.reading == CellReading::Unread);
                finding.cells = unread.map(|cell| cell.id).collect();
                findings.push(finding);
            }
        }
        not_read(context, table, findings);
        unlabelled(context, table, findings);
    }
}

/// Rows whose label is there while their line could not be read.
fn not_read(context: &Context<'_>, table: &Table, findings: &mut Vec<Finding>) {
    let rows: Vec<_> = table
        .notes
        .iter()
        .filter_map(|note| match note {
            TableNote::RowNotRead { row, .. } if table.row(*row).is_some_and(Row::has_unread_cells) => {
                Some(context.row_name(table.id, *row))
            }
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let name = context.table_name(table.id);
    let message = context.say(
        format!("《{name}》中看到了“{}”的行名，但没能读出这一行的数，没有核对。", rows.join("”“")),
        format!(
            "In the table “{name}” the labels “{}” are there, but their figures could not be read.",
            rows.join("”, “")
        ),
    );
    findings.push(context.finding(&RULE, table.range, message, advice(context)));
}

/// Lines with values and without a label that could not be placed.
fn unlabelled(context: &Context<'_>, table: &Table, findings: &mut Vec<Finding>) {
    let places: Vec<_> = table
        .notes
        .iter()
        .filter_map(|note| match note {
            TableNote::UnknownRow { range, label: None } => Some(*range),
            _ => None,
        })
        .collect();
    let Some(first) = places.first() else { return };
    let (name, lines) = (context.table_name(table.id), places.len());
    let message = context.say(
        format!("《{name}》中有 {lines} 行只有数、没有行名，无法确定属于哪一项，没有核对。"),
        format!("In the table “{name}” {lines} line(s) have figures and no label; which row they are cannot be told."),
    );
    findings.push(context.finding(&RULE, *first, message, advice(context)));
}

fn advice(context: &Context<'_>) -> String {
    context.say(
        "请从原文件重新复制整张表；如原表就是如此，请补全这一行。",
        "Copy the whole table again from the original; if it is printed so, complete the row.",
    )
}
