//! 查什么：表中缺少模板的一行。
//!
//! 为什么：格式模板的各行都要填报，格式通知要求不能遗漏；没有发生的填 0。
//!
//! 例：申请情况表里没有“3.要求提供公开出版物”行。
//!
//! 不报：行名在表中的行；没有行名、可能就是这一行的（GJ103）；文字在表中中断的（GJ105）。缺“规章”行只请核实，因为多数机关无权制定规章；表中有许多内容没能读出时，也只请核实。
//!
//! What it finds: a row of the form that the table does not have.
//!
//! Why it matters: the template is to be filled in whole; nothing is left out,
//! and 0 stands where nothing happened.
//!
//! Example: a table of applications without the row 3.要求提供公开出版物.
//!
//! What it leaves out: a row whose label stands in the table, lines without a
//! label that may be the row (GJ103), and the end of a table in a text that is
//! cut off (GJ105). It is a warning only for the row 规章, as most organs have no
//! power to issue any and some leave it out, and where much of the table could
//! not be read.

use super::{Context, Rule};
use crate::form::{CellId, RowId, TableId};
use crate::reading::{Completeness, Reading, Table, TableNote};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ208",
    name: "row_missing",
    title: words("缺少行", "A row is missing"),
    severity: Severity::Error,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板；通知第一部分：内容“不能遗漏，也不宜泛化”。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020); part one: nothing left out, nothing blown up.",
    ),
    check,
};

const MESSAGE: &Words = &words("《{table}》缺少“{row}”行。", "The table “{table}” lacks the row “{row}”.");
const ADVICE: &Words = &words(
    "请按模板补上这一行，没有发生的填 0。",
    "Add the row as in the template, with 0 where nothing happened.",
);

/// So many rows that could not be read leave open what is missing.
const UNREAD_ROWS: usize = 3;

const REGULATION: RowId = RowId("regulation");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in &context.document.tables {
        let unplaced =
            table.notes.iter().any(|note| matches!(note, TableNote::UnknownRow { label: None, .. }));
        if table.id == TableId::Fees || table.reading == Reading::Unreadable || unplaced {
            continue;
        }
        let Some(spec) = context.spec(table.id) else { continue };
        // Where much of a table could not be read, a row may be there all the same.
        let unread = table.rows.iter().filter(|row| row.has_unread_cells()).count();
        let is_clear = unread < UNREAD_ROWS && table.rows.len() * 2 >= spec.row_count();
        let mut present_before = None;
        for (row, columns) in spec.rows() {
            if let Some(present) = table.row(row.id) {
                present_before = Some(present.range);
                continue;
            }
            if is_behind_the_cut(context, table, row.id) {
                continue;
            }
            let facts = [("table", context.table_name(table.id).into()), ("row", row.label.text.into())];
            let place = present_before.unwrap_or(table.range);
            let mut finding = context.found(&RULE, place, MESSAGE, ADVICE, &facts);
            if row.id == REGULATION || !is_clear {
                finding.severity = Severity::Warning;
            }
            for column in columns {
                finding.cells.push(CellId { table: table.id, row: row.id, column: column.id });
            }
            findings.push(finding);
        }
    }
}

/// Whether the text ends within this table, before this row.
fn is_behind_the_cut(context: &Context<'_>, table: &Table, row: RowId) -> bool {
    let document = context.document;
    let is_last = document.tables.iter().all(|other| other.range.start <= table.range.start);
    if document.completeness == Completeness::Whole || !is_last || table.rows.is_empty() {
        return false;
    }
    // Its rows are in the order of the form, and the row itself is not there.
    let Some(spec) = context.spec(table.id) else { return false };
    let mut is_behind = false;
    for (of_form, _) in spec.rows() {
        if of_form.id == row {
            is_behind = true;
        } else if is_behind && table.row(of_form.id).is_some() {
            return false;
        }
    }
    is_behind
}
