//! What it finds: cells that are blank, or hold a sign or word for nothing, such
//! as `/`, `—` or 无.
//!
//! Why it matters: a blank can be a 0 or a figure that was forgotten; sums that
//! need the cell were not checked.
//!
//! What it leaves out: nothing; all blanks of a table are one finding.

use super::{Context, Rule};
use crate::form::{CellId, TableId};
use crate::reading::Cell;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ221",
    name: "blank_cell",
    title: words("单元格没有填数", "Blank cells"),
    severity: Severity::Warning,
    basis: words(
        "惯例：没有发生的填 0。格式通知没有写明空白如何处理。",
        "Customary: 0 where nothing happened; the notices do not say how blanks count.",
    ),
    check,
};

/// A table that is left blank is said to be so; its cells are not read out.
const MOST_CELLS_NAMED: usize = 20;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in TableId::ALL {
        let cells: Vec<&Cell> = context
            .cells()
            .filter(|(table, _)| table.id == id)
            .map(|(_, cell)| cell)
            .filter(|cell| cell.is_empty())
            .collect();
        let Some(first) = cells.first() else { continue };
        let ids: Vec<CellId> = cells.iter().map(|cell| cell.id).collect();
        let (name, count) = (context.table_name(id), cells.len());
        let which = if count <= MOST_CELLS_NAMED {
            context.say(format!("：{}", context.cell_names(&ids)), format!(": {}", context.cell_names(&ids)))
        } else {
            String::new()
        };
        let message = context.say(
            format!("《{name}》有 {count} 个单元格没有填数{which}。用到这些单元格的合计没有核对。"),
            format!("{count} cell(s) of the table “{name}” hold no number{which}. Sums that need them were not checked."),
        );
        let advice = context.say(
            "没有发生的请填 0；漏填的请补上。",
            "Write 0 where nothing happened; fill in what was forgotten.",
        );
        let mut finding = context.finding(&RULE, first.range, message, advice);
        finding.cells = ids;
        findings.push(finding);
    }
}
