//! 查什么：看到了法定表格的栏目，却没能读出表中的数。
//!
//! 为什么：这张表没有核对。这不是报告的错误：各列之间的分隔往往在复制时丢失。
//!
//! 例：复议诉讼表的十五个数连成一串，并且少了一位。
//!
//! 不报：一个栏目也没有的，是缺少表格（GJ206）；数的个数不对的，另行说明（GJ212）；未能读出的数已由手工填写的。
//!
//! What it finds: a statutory table whose labels are there while its cells
//! could not be made out.
//!
//! Why it matters: nothing of this table was checked. That is not a fault of
//! the report: columns are often lost on the way through the clipboard.
//!
//! Example: the fifteen figures of the reviews run together, one digit short.
//!
//! What it leaves out: a table of which no label is there is missing (GJ206);
//! one with too many or too few values says so itself (GJ212); one whose unread
//! cells were filled in by hand.

use super::{Context, Rule};
use crate::reading::{Reading, TableNote};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ102",
    name: "table_unreadable",
    title: words("表格未能读出", "A table could not be read"),
    severity: Severity::Warning,
    basis: words("程序的读取说明，不是对报告的意见。", "A remark on the reading, not on the report."),
    check,
};

const MESSAGE: &Words = &words(
    "看到了《{table}》的栏目，但没能读出表中的数，这张表没有核对。",
    "The labels of the table “{table}” are there, but its figures could not be read; it was not checked.",
);
const ADVICE: &Words = &words(
    "请从网页、Word 或 Excel 里重新选中整张表再复制，使各列之间保留制表符；也可以在本工具页面的表格中直接填写。",
    "Select and copy the whole table again from the web page, Word or Excel, so that tabs stay between its columns; or type the numbers into the table on the page.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let miscounted = |note: &TableNote| matches!(note, TableNote::ValueCount { .. });
    for table in context.document.tables.iter().filter(|table| table.reading == Reading::Unreadable) {
        if table.notes.iter().any(miscounted) || !table.has_unread_cells() {
            continue;
        }
        let facts = [("table", context.table_name(table.id).into())];
        findings.push(context.found(&RULE, table.range, MESSAGE, ADVICE, &facts));
    }
}
