//! 查什么：一行的数多于或少于模板的列数。
//!
//! 为什么：哪个数属于哪一列无法确定，除非怎样读都一样，或者只有一种读法合计相符。
//!
//! 例：复议诉讼表的十五列之下印了十六个数。
//!
//! 不报：行中的空白（GJ221）。数少了可能是复制时丢失的，一行的数多了可能是混进了页码，都只请核实。一张表有许多这样的行，归为一条。
//!
//! What it finds: a row that prints more or fewer values than the form has
//! columns.
//!
//! Why it matters: which value belongs to which column cannot be told, unless
//! it makes no difference or only one way adds up.
//!
//! Example: sixteen values below the fifteen columns of the reviews.
//!
//! What it leaves out: blanks within a row (GJ221). Too few values are a
//! warning only, as they may have been lost in copying, and so is one row with
//! too many: numbers of pages come in. Many such rows of one table have one
//! cause, and are one finding.

use super::{Context, Rule};
use crate::form::RowId;
use crate::reading::{CellReading, Table, TableNote};
use crate::text::TextRange;
use crate::words::{Words, words};
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ212",
    name: "value_count",
    title: words("数的个数与列数不符", "More or fewer values than columns"),
    severity: Severity::Error,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

const ONE: &Words = &words(
    "“{name}”应有 {expected} 个数，实有 {found} 个。{consequence}",
    "“{name}” should have {expected} values and has {found}. {consequence}",
);
const HARMLESS: &Words = &words(
    "多出的数不影响读取，已核对其余各数。",
    "The extra value makes no difference to the rest, which was checked.",
);
const UNREAD: &Words = &words(
    "哪个数属于哪一列无法确定，没有核对。",
    "Which value belongs to which column cannot be told; it was not checked.",
);
const MANY: &Words = &words(
    "《{name}》有 {count} 行应有 {expected} 个数，实有 {found} 个，像是多了或少了一列。",
    "In the table “{name}” {count} rows have {found} values instead of {expected}, as if a column were added or lost.",
);
const ADVICE: &Words = &words(
    "请对照模板核对这一行，使每一列恰有一个数。",
    "Compare the row with the template, so that every column has one value.",
);

/// As many rows with the same number of values are a column too many or too few.
const ROWS_OF_ONE_CAUSE: usize = 3;

struct Miscount {
    /// The whole table where none.
    row: Option<RowId>,
    expected: usize,
    found: usize,
    range: TextRange,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in &context.document.tables {
        let mut miscounts: Vec<Miscount> = Vec::new();
        for note in &table.notes {
            if let TableNote::ValueCount { row, expected, found, range } = *note {
                miscounts.push(Miscount { row, expected, found, range });
            }
        }
        for (at, miscount) in miscounts.iter().enumerate() {
            let mut alike: Vec<&Miscount> = Vec::new();
            let mut is_first = true;
            for (other_at, other) in miscounts.iter().enumerate() {
                if (other.expected, other.found) == (miscount.expected, miscount.found) {
                    is_first &= other_at >= at;
                    alike.push(other);
                }
            }
            if alike.len() < ROWS_OF_ONE_CAUSE {
                findings.push(finding(context, table, &[miscount]));
            } else if is_first {
                findings.push(finding(context, table, &alike));
            }
        }
    }
}

/// One finding on rows with the same number of values.
fn finding(context: &Context<'_>, table: &Table, rows: &[&Miscount]) -> Finding {
    let Miscount { row, expected, found, range } = *rows[0];
    let (mut cells, mut labels, mut is_read) = (Vec::new(), Vec::new(), true);
    for miscount in rows {
        for read in table.rows.iter().filter(|read| miscount.row.is_none_or(|row| row == read.id)) {
            for cell in &read.cells {
                is_read &= cell.reading != CellReading::Unread;
                cells.push(cell.id);
            }
        }
        if let Some(row) = miscount.row {
            labels.push(Label { range: miscount.range, text: context.row_name(table.id, row).to_owned() });
        }
    }
    let is_one = rows.len() == 1;
    let name =
        row.filter(|_| is_one).map_or(context.table_name(table.id), |row| context.row_name(table.id, row));
    let consequence = if is_read { HARMLESS } else { UNREAD };
    let facts = [
        ("name", name.into()),
        ("count", rows.len().into()),
        ("expected", expected.into()),
        ("found", found.into()),
        ("consequence", consequence.in_language(context.language).into()),
    ];
    let mut finding = context.found(&RULE, range, if is_one { ONE } else { MANY }, ADVICE, &facts);
    // One row may have got the number of a page; values too few may have been
    // lost in copying.
    if found <= expected || (is_one && row.is_some()) {
        finding.severity = Severity::Warning;
    }
    finding.cells = cells;
    if !is_one {
        finding.labels = labels;
    }
    finding
}
