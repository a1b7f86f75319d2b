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

const ONE: Words = words(
    "“{name}”应有 {expected} 个数，实有 {found} 个。{consequence}",
    "“{name}” should have {expected} values and has {found}. {consequence}",
);
const HARMLESS: Words = words(
    "多出的数不影响读取，已核对其余各数。",
    "The extra value makes no difference to the rest, which was checked.",
);
const UNREAD: Words = words(
    "哪个数属于哪一列无法确定，没有核对。",
    "Which value belongs to which column cannot be told; it was not checked.",
);
const MANY: Words = words(
    "《{name}》有 {count} 行应有 {expected} 个数，实有 {found} 个，像是多了或少了一列。",
    "In the table “{name}” {count} rows have {found} values instead of {expected}, as if a column were added or lost.",
);
const ADVICE: Words = words(
    "请对照模板核对这一行，使每一列恰有一个数。",
    "Compare the row with the template, so that every column has one value.",
);

/// As many rows with the same number of values are a column too many or too few.
const ROWS_OF_ONE_CAUSE: usize = 3;

struct Miscount {
    row: Option<RowId>,
    expected: usize,
    found: usize,
    range: TextRange,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for table in &context.document.tables {
        let miscounts: Vec<Miscount> = table
            .notes
            .iter()
            .filter_map(|note| match *note {
                TableNote::ValueCount { row, expected, found, range } => {
                    Some(Miscount { row, expected, found, range })
                }
                _ => None,
            })
            .collect();
        let alike = |miscount: &Miscount| {
            miscounts
                .iter()
                .filter(|other| (other.expected, other.found) == (miscount.expected, miscount.found))
                .count()
        };
        let mut gathered: Vec<(usize, usize)> = Vec::new();
        for miscount in &miscounts {
            let kind = (miscount.expected, miscount.found);
            if alike(miscount) < ROWS_OF_ONE_CAUSE {
                findings.push(one(context, table, miscount));
            } else if !gathered.contains(&kind) {
                gathered.push(kind);
                let rows: Vec<&Miscount> =
                    miscounts.iter().filter(|other| (other.expected, other.found) == kind).collect();
                findings.push(many(context, table, &rows));
            }
        }
    }
}

fn one(context: &Context<'_>, table: &Table, miscount: &Miscount) -> Finding {
    let name = miscount.row.map_or(context.table_name(table.id), |row| context.row_name(table.id, row));
    let Miscount { expected, found, range, .. } = *miscount;
    let cells: Vec<_> = cells_of(table, miscount.row).collect();
    let read = cells.iter().all(|cell| cell.reading != CellReading::Unread);
    let consequence = if read { HARMLESS } else { UNREAD };
    let facts = [
        ("name", name.into()),
        ("expected", expected.into()),
        ("found", found.into()),
        ("consequence", consequence.in_language(context.language).into()),
    ];
    let mut finding = context.found(&RULE, range, ONE, ADVICE, &facts);
    finding.cells = cells.iter().map(|cell| cell.id).collect();
    let is_whole_table = miscount.row.is_none();
    finding.severity = if is_whole_table { severity(miscount) } else { Severity::Warning };
    finding
}

/// A value too many is printed; one too few may have been lost in copying.
fn severity(miscount: &Miscount) -> Severity {
    if miscount.found > miscount.expected { Severity::Error } else { Severity::Warning }
}

fn many(context: &Context<'_>, table: &Table, rows: &[&Miscount]) -> Finding {
    let facts = [
        ("name", context.table_name(table.id).into()),
        ("count", rows.len().into()),
        ("expected", rows[0].expected.into()),
        ("found", rows[0].found.into()),
    ];
    let mut finding = context.found(&RULE, rows[0].range, MANY, ADVICE, &facts);
    finding.cells = rows.iter().flat_map(|row| cells_of(table, row.row)).map(|cell| cell.id).collect();
    finding.severity = severity(rows[0]);
    finding.labels = rows
        .iter()
        .filter_map(|row| {
            Some(Label { range: row.range, text: context.row_name(table.id, row.row?).to_owned() })
        })
        .collect();
    finding
}

fn cells_of(table: &Table, row: Option<RowId>) -> impl Iterator<Item = &crate::reading::Cell> {
    table.rows.iter().filter(move |read| row.is_none_or(|row| row == read.id)).flat_map(|row| &row.cells)
}
