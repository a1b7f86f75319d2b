//! What it finds: a statutory table whose labels are there while its cells
//! could not be made out.
//!
//! Why it matters: nothing of this table was checked. That is not a fault of the
//! report: columns are often lost on the way through the clipboard.
//!
//! What it leaves out: a table of which no label is there is missing (GJ206);
//! one with too many or too few values says so itself (GJ212).

use super::{Context, Rule};
use crate::reading::{Reading, TableNote};
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ102",
    name: "table_unreadable",
    title: words("表格未能读出", "A table could not be read"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let miscounted = |note: &TableNote| matches!(note, TableNote::ValueCount { .. });
    for table in context.document.tables.iter().filter(|table| table.reading == Reading::Unreadable) {
        if table.notes.iter().any(miscounted) || !table.has_unread_cells() {
            continue;
        }
        let name = context.table_name(table.id);
        let message = context.say(
            format!("看到了《{name}》的栏目，但没能读出表中的数，这张表没有核对。"),
            format!("The labels of the table “{name}” are there, but its figures could not be read; it was not checked."),
        );
        let advice = context.say(
            "请从网页、Word 或 Excel 里重新选中整张表再复制，使各列之间保留制表符。",
            "Select and copy the whole table again from the web page, Word or Excel, so that tabs stay between its columns.",
        );
        findings.push(context.finding(&RULE, table.range, message, advice));
    }
}
