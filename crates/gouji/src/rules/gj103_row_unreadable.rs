//! 查什么：一行中有空白，剩下的数属于哪一列无法确定；看到了行名，却没能读出这一行的数；几行只有数而没有行名，按位置也无法确定是哪几行。
//!
//! 为什么：这一行和经过这一行的各列没有核对；猜错一格，比不核对更糟。
//!
//! 例：“3.要求提供公开出版物”行比列数多一个空格子，唯一的数“2”可能属于自然人，也可能属于商业企业。
//!
//! 不报：格子个数与列数相同的空白（GJ221）；数多于或少于列数（GJ212）；没有行名而位置清楚的行（GJ210）。
//!
//! What it finds: a row whose blanks leave open which value belongs to which
//! column, a row whose label is there while its line could not be read, and
//! rows without a label whose position does not tell which they are.
//!
//! Why it matters: the row, and the columns through it, were not checked; a
//! wrong guess would be worse.
//!
//! Example: a row with one “2” among one blank more than there are columns: 自然人
//! or 商业企业.
//!
//! What it leaves out: blanks in as many fields as there are columns (GJ221), a
//! row with too many or too few values (GJ212), a row without a label whose
//! position is clear (GJ210).

use super::{Context, Rule};
use crate::reading::{CellReading, Row, Table, TableNote};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ103",
    name: "row_unreadable",
    title: words("有的行未能读出", "A row could not be read"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const OPEN: &Words = &words(
    "“{row}”行有空白或缺数，各数属于哪一列无法确定，用到它们的合计没有核对。",
    "Row “{row}” has blanks or lacks a value, and which column the others belong to cannot be told; sums that need them were not checked.",
);
const NOT_READ: &Words = &words(
    "《{table}》中看到了“{rows}”的行名，但没能读出这一行的数，没有核对。",
    "In the table “{table}” the labels “{rows}” are there, but their figures could not be read.",
);
const BETWEEN_QUOTED: &Words = &words("”“", "”, “");
const UNLABELLED: &Words = &words(
    "《{table}》中有 {lines} 行只有数、没有行名，无法确定属于哪一项，没有核对。",
    "In the table “{table}” {lines} line(s) have figures and no label; which row they are cannot be told.",
);
const ADVICE: &Words = &words(
    "请从原文件重新复制整张表；如原表就是如此，请补全这一行。",
    "Copy the whole table again from the original; if it is printed so, complete the row.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in &context.document.tables {
        for note in &table.notes {
            if let TableNote::Open { row, range } = note {
                if !table.row(*row).is_some_and(Row::has_unread_cells) {
                    continue;
                }
                let facts = [("row", context.row_name(table.id, *row).into())];
                let mut finding = context.found(&RULE, *range, OPEN, ADVICE, &facts);
                for cell in table.row(*row).map_or(&[][..], |row| &row.cells) {
                    if cell.reading == CellReading::Unread {
                        finding.cells.push(cell.id);
                    }
                }
                findings.push(finding);
            }
        }
        not_read(context, table, findings);
        unlabelled(context, table, findings);
    }
}

/// Rows whose label is there while their line could not be read.
fn not_read(context: &Context<'_>, table: &Table, findings: &mut Vec<Finding>) {
    let mut rows = String::new();
    for note in &table.notes {
        if let TableNote::RowNotRead { row, .. } = note
            && table.row(*row).is_some_and(Row::has_unread_cells)
        {
            context.list(&mut rows, BETWEEN_QUOTED, context.row_name(table.id, *row));
        }
    }
    if rows.is_empty() {
        return;
    }
    let facts = [("table", context.table_name(table.id).into()), ("rows", (&rows).into())];
    findings.push(context.found(&RULE, table.range, NOT_READ, ADVICE, &facts));
}

/// Lines with values and without a label that could not be placed.
fn unlabelled(context: &Context<'_>, table: &Table, findings: &mut Vec<Finding>) {
    let (mut first, mut lines) = (None, 0_usize);
    for note in &table.notes {
        if let TableNote::UnknownRow { range, label: None } = note {
            first = first.or(Some(*range));
            lines += 1;
        }
    }
    let Some(first) = first else { return };
    let facts = [("table", context.table_name(table.id).into()), ("lines", lines.into())];
    findings.push(context.found(&RULE, first, UNLABELLED, ADVICE, &facts));
}
