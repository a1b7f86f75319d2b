//! Cells by the names of rows and columns, and whether they hold a figure.

use super::{Claim, ClaimKind};
use crate::form::{CellId, ColumnId, FormId, TableId};
use crate::reading::number::Number;
use crate::reading::{Document, Quantity};

/// As many readings of one figure are looked at.
const MOST_READINGS: usize = 8;

/// The form whose layout a table has: the printed one, else that of the year.
pub(super) fn layout(document: &Document, table: TableId) -> FormId {
    document.table(table).map(|table| table.layout).or(document.form).unwrap_or(FormId::Y2021)
}

/// Every combination of alternative rows and columns, each as its cells.
/// Rows and columns are written as in the vocabulary; names that the form does
/// not have are left out.
pub(super) fn subjects(document: &Document, table: TableId, rows: &str, columns: &str) -> Vec<Vec<CellId>> {
    let mut subjects: Vec<Vec<CellId>> = Vec::new();
    for rows in rows.split('|') {
        for columns in columns.split('|') {
            let cells = cells(document, table, rows, columns);
            if !cells.is_empty() && !subjects.contains(&cells) && subjects.len() < MOST_READINGS {
                subjects.push(cells);
            }
        }
    }
    subjects
}

/// The cells in all of these rows and columns, in the order of the form.
fn cells(document: &Document, table: TableId, rows: &str, columns: &str) -> Vec<CellId> {
    let mut cells = Vec::new();
    let Some(spec) = layout(document, table).form().table(table) else { return cells };
    for (row, row_columns) in spec.rows() {
        let is_meant = rows.split('+').any(|name| match name.strip_suffix('*') {
            Some(group) => row.id.0.starts_with(group),
            None => row.id.0 == name,
        });
        if !is_meant {
            continue;
        }
        for column in row_columns {
            if columns.split('+').any(|name| ColumnId(column.id.0).0 == name) {
                cells.push(CellId { table, row: row.id, column: column.id });
            }
        }
    }
    cells
}

/// The sum of the cells as printed; none where one holds no count.
pub(super) fn sum(document: &Document, cells: &[CellId]) -> Option<i64> {
    let mut sum: i64 = 0;
    for &cell in cells {
        sum = sum.checked_add(document.cell(cell)?.count()?)?;
    }
    (!cells.is_empty()).then_some(sum)
}

/// Whether the tables say what the claim says.
pub(super) fn agrees(document: &Document, claim: &Claim) -> Option<bool> {
    let value = Number::of(&claim.value)?;
    let mut all_known = !claim.subjects.is_empty();
    for (at, cells) in claim.subjects.iter().enumerate() {
        let agrees = if claim.kind == ClaimKind::Share {
            let whole =
                claim.wholes.get(at).and_then(|cells| sum(document, cells)).filter(|whole| *whole > 0);
            sum(document, cells).zip(whole).map(|(part, whole)| value.is_share(part, whole))
        } else {
            single(document, cells).map(|printed| value.is_short_for(printed))
        };
        match agrees {
            Some(true) => return Some(true),
            Some(false) => {}
            None => all_known = false,
        }
    }
    all_known.then_some(false)
}

/// What the cells hold: a sum of counts, or the amount in a single cell.
fn single(document: &Document, cells: &[CellId]) -> Option<Number> {
    match cells {
        [cell] => document.cell(*cell)?.quantity().and_then(Number::of),
        _ => sum(document, cells).map(Number::whole),
    }
}

/// A value for [`Claim::value`] that is a share even where it is whole.
pub(super) fn share(value: Number) -> Quantity {
    value.decimal()
}
