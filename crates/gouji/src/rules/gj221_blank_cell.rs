//! 查什么：应当填数的单元格空着，或者填了“/”“—”“无”等表示没有的符号和文字。
//!
//! 为什么：空白可能是 0，也可能是漏填；用到这些单元格的合计没有核对。
//!
//! 例：“行政强制”的处理决定数量填了“无”。
//!
//! 不报：填了 0 的单元格；正文里的“无”。一张表的空白归为一条。
//!
//! What it finds: cells that are blank, or hold a sign or word for nothing,
//! such as `/`, `—` or 无.
//!
//! Why it matters: a blank can be a 0 or a figure that was forgotten; sums that
//! need the cell were not checked.
//!
//! Example: 无 as the number of decisions in the row 行政强制.
//!
//! What it leaves out: cells with a 0, and 无 in the text. All blanks of a table
//! are one finding.

use super::{Context, Rule};
use crate::form::CellId;
use crate::words::{Words, words};
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

const MESSAGE: &Words = &words(
    "《{table}》有 {count} 个单元格没有填数{which}。用到这些单元格的合计没有核对。",
    "{count} cell(s) of the table “{table}” hold no number{which}. Sums that need them were not checked.",
);
const WHICH: &Words = &words("：{cells}", ": {cells}");
const ADVICE: &Words =
    &words("没有发生的请填 0；漏填的请补上。", "Write 0 where nothing happened; fill in what was forgotten.");

/// A table that is left blank is said to be so; its cells are not read out.
const MOST_CELLS_NAMED: usize = 20;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in &context.document.tables {
        let mut first = None;
        let mut blank: Vec<CellId> = Vec::new();
        for row in &table.rows {
            for cell in &row.cells {
                if cell.is_empty() {
                    first = first.or(Some(cell.range));
                    blank.push(cell.id);
                }
            }
        }
        let Some(first) = first else { continue };
        let mut which = String::new();
        if blank.len() <= MOST_CELLS_NAMED {
            which = context.fill(WHICH, &[("cells", (&context.cell_names(&blank)).into())]);
        }
        let facts = [
            ("table", context.table_name(table.id).into()),
            ("count", blank.len().into()),
            ("which", (&which).into()),
        ];
        let mut finding = context.found(&RULE, first, MESSAGE, ADVICE, &facts);
        finding.cells = blank;
        findings.push(finding);
    }
}
