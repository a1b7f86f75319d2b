//! What it finds: a row that prints more or fewer values than the form has
//! columns, such as 16 where 15 belong.
//!
//! Why it matters: which value belongs to which column cannot be told, unless it
//! makes no difference or only one way adds up.
//!
//! What it leaves out: blanks within a row (GJ221). Too few values are a warning
//! only, as they may have been lost in copying, and so is one row with too many:
//! numbers of pages come in. Many such rows of one table have one cause, and are
//! one finding.

use super::{Context, Rule};
use crate::form::RowId;
use crate::reading::{CellReading, Table, TableNote};
use crate::text::TextRange;
use crate::words::words;
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
    let consequence = if read {
        context.say(
            "多出的数不影响读取，已核对其余各数。",
            "The extra value makes no difference to the rest, which was checked.",
        )
    } else {
        context.say(
            "哪个数属于哪一列无法确定，没有核对。",
            "Which value belongs to which column cannot be told; it was not checked.",
        )
    };
    let message = context.say(
        format!("“{name}”应有 {expected} 个数，实有 {found} 个。{consequence}"),
        format!("“{name}” should have {expected} values and has {found}. {consequence}"),
    );
    let mut finding = context.finding(&RULE, range, message, advice(context));
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
    let name = context.table_name(table.id);
    let (count, expected, found) = (rows.len(), rows[0].expected, rows[0].found);
    let message = context.say(
        format!("《{name}》有 {count} 行应有 {expected} 个数，实有 {found} 个，像是多了或少了一列。"),
        format!("In the table “{name}” {count} rows have {found} values instead of {expected}, as if a column were added or lost."),
    );
    let mut finding = context.finding(&RULE, rows[0].range, message, advice(context));
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

fn advice(context: &Context<'_>) -> String {
    context.say(
        "请对照模板核对这一行，使每一列恰有一个数。",
        "Compare the row with the template, so that every column has one value.",
    )
}
