//! What the rules on what a single cell holds have in common.

use super::{Context, Rule};
use crate::Finding;
use crate::form::TableId;
use crate::reading::Cell;

/// As many cells of one table with the same fault have one cause: a copy from
/// a program that prints numbers so, or a reader who writes them so.
const CELLS_OF_ONE_CAUSE: usize = 9;

/// What is wrong with a cell, to be read after what it holds; and what to do.
pub(super) struct Words {
    pub(super) fault: &'static str,
    pub(super) fault_en: &'static str,
    pub(super) advice: &'static str,
    pub(super) advice_en: &'static str,
}

/// Reports each faulty cell; many of one table at once.
pub(super) fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    rule: &'static Rule,
    words: &Words,
    is_faulty: impl Fn(&Cell) -> bool,
) {
    for table in TableId::ALL {
        let cells = context.cells().filter(|(read, cell)| read.id == table && is_faulty(cell));
        let cells: Vec<&Cell> = cells.map(|(_, cell)| cell).collect();
        if cells.len() >= CELLS_OF_ONE_CAUSE {
            findings.push(finding(context, rule, words, &cells));
        } else {
            findings.extend(cells.iter().map(|cell| finding(context, rule, words, &[*cell])));
        }
    }
}

fn finding(context: &Context<'_>, rule: &'static Rule, words: &Words, cells: &[&Cell]) -> Finding {
    let first = cells[0];
    let (name, printed) = (context.cell_name(first.id), first.range.of(context.text));
    let (table, count) = (context.table_name(first.id.table), cells.len());
    let message = if count == 1 {
        context.say(
            format!("“{name}”填的是“{printed}”，{}。", words.fault),
            format!("“{name}” holds “{printed}”, {}.", words.fault_en),
        )
    } else {
        context.say(
            format!("《{table}》有 {count} 个单元格，如“{name}”填的“{printed}”，{}。", words.fault),
            format!(
                "{count} cells of the table “{table}”, such as “{name}” with “{printed}”: {}.",
                words.fault_en
            ),
        )
    };
    let advice = context.say(words.advice, words.advice_en);
    let mut finding = context.finding(rule, first.range, message, advice);
    finding.cells = cells.iter().map(|cell| cell.id).collect();
    finding
}
