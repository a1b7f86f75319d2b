//! What the rules on what a single cell holds have in common.

use super::{Context, Rule};
use crate::Finding;
use crate::reading::Cell;
use crate::words::{Words, words};

/// As many cells of one table with the same fault have one cause: a copy from
/// a program that prints numbers so, or a reader who writes them so.
const CELLS_OF_ONE_CAUSE: usize = 9;

const ONE: &Words = &words("“{cell}”填的是“{printed}”，{fault}。", "“{cell}” holds “{printed}”, {fault}.");
const MANY: &Words = &words(
    "《{table}》有 {count} 个单元格，如“{cell}”填的“{printed}”，{fault}。",
    "{count} cells of the table “{table}”, such as “{cell}” with “{printed}”: {fault}.",
);

/// A rule on what a single cell holds.
pub(super) struct CellRule {
    pub(super) rule: &'static Rule,
    /// What is wrong with the cell, to be read after what it holds.
    pub(super) fault: &'static Words,
    pub(super) advice: &'static Words,
    pub(super) is_faulty: fn(&Context<'_>, &Cell) -> bool,
}

impl CellRule {
    /// Reports each faulty cell; many of one table at once.
    pub(super) fn check(&self, context: &Context<'_>, findings: &mut Vec<Finding>) {
        for table in &context.document.tables {
            let mut cells: Vec<&Cell> = Vec::new();
            for row in &table.rows {
                for cell in &row.cells {
                    if (self.is_faulty)(context, cell) {
                        cells.push(cell);
                    }
                }
            }
            let together = if cells.len() >= CELLS_OF_ONE_CAUSE { cells.len() } else { 1 };
            for of_one_cause in cells.chunks(together) {
                findings.push(self.finding(context, of_one_cause));
            }
        }
    }

    fn finding(&self, context: &Context<'_>, cells: &[&Cell]) -> Finding {
        let first = cells[0];
        let name = context.cell_name(first.id);
        let facts = [
            ("cell", (&name).into()),
            ("printed", first.range.of(context.text).into()),
            ("fault", self.fault.in_language(context.language).into()),
            ("table", context.table_name(first.id.table).into()),
            ("count", cells.len().into()),
        ];
        let message = if cells.len() == 1 { ONE } else { MANY };
        let mut finding = context.found(self.rule, first.range, message, self.advice, &facts);
        for cell in cells {
            finding.cells.push(cell.id);
        }
        finding
    }
}
