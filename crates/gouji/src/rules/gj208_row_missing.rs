//! What it finds: a row of the form that the table does not have.
//!
//! Why it matters: the template is to be filled in whole; nothing is left out.
//!
//! What it leaves out: a row whose label stands in the table, and lines without a
//! label that may be the row (GJ103), and the end of a table in a text that is
//! cut off (GJ105). It is a warning only for the row 规章, as most organs have no
//! power to issue any and some leave it out, and where much of the table could
//! not be read.

use super::{Context, Rule};
use crate::form::{CellId, RowId, TableId};
use crate::reading::{Completeness, Reading, Table, TableNote};
use crate::words::words;
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
        let is_clear = unread < UNREAD_ROWS && table.rows.len() * 2 >= spec.rows().count();
        let mut present_before = None;
        for (row, columns) in spec.rows() {
            if let Some(present) = table.row(row.id) {
                present_before = Some(present.range);
                continue;
            }
            if is_behind_the_cut(context, table, row.id) {
                continue;
            }
            let (name, label) = (context.table_name(table.id), row.label.text);
            let message = context.say(
                format!("《{name}》缺少“{label}”行。"),
                format!("The table “{name}” lacks the row “{label}”."),
            );
            let advice = context.say(
                "请按模板补上这一行，没有发生的填 0。",
                "Add the row as in the template, with 0 where nothing happened.",
            );
            let mut finding = context.finding(&RULE, present_before.unwrap_or(table.range), message, advice);
            if row.id == REGULATION || !is_clear {
                finding.severity = Severity::Warning;
            }
            finding.cells = columns
                .iter()
                .map(|column| CellId { table: table.id, row: row.id, column: column.id })
                .collect();
            findings.push(finding);
        }
    }
}

/// Whether the text ends within this table, before this row.
fn is_behind_the_cut(context: &Context<'_>, table: &Table, row: RowId) -> bool {
    let document = context.document;
    let is_last = document.tables.iter().all(|other| other.range.start <= table.range.start);
    let behind = || {
        let spec = context.spec(table.id)?;
        let place = |id: RowId| spec.rows().position(|(row, _)| row.id == id);
        let last_present = table.rows.iter().filter_map(|row| place(row.id)).max()?;
        Some(place(row)? > last_present)
    };
    document.completeness != Completeness::Whole && is_last && behind().unwrap_or(false)
}
