//! Sums that must hold.

use std::fmt;

use super::cell_id::dotted;
use super::{CellId, ColumnId, RowId, TableId, TableSpec};

/// What a relation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// In a row of the applications: the applicants add up to 总计.
    Row,
    /// In a column of the applications: the results add up to （七）总计.
    ColumnTotal,
    /// In a column of the applications: 一 + 二 = 三 + 四, the one relation the
    /// notices state in words.
    Balance,
    /// In a group of the reviews and lawsuits: the outcomes add up to 总计.
    ReviewTotal,
}

impl RelationKind {
    /// The middle part of a relation's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::ColumnTotal => "column_total",
            Self::Balance => "balance",
            Self::ReviewTotal => "total",
        }
    }
}

/// The name of a relation, written `applications.balance.natural`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationId {
    /// The table it holds in.
    pub table: TableId,
    /// What it says.
    pub kind: RelationKind,
    /// The row or column it is about.
    pub subject: &'static str,
}

impl RelationId {
    /// Its name in every output.
    pub fn name(self) -> String {
        dotted(self.table.as_str(), self.kind.as_str(), self.subject)
    }
}

impl fmt::Display for RelationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name())
    }
}

/// A sum that must hold: the cells on the left add up to the same as the
/// cells on the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its name.
    pub id: RelationId,
    /// The parts.
    pub left: Vec<CellId>,
    /// The whole: one total, or the two sides of the balance.
    pub right: Vec<CellId>,
}

impl Relation {
    /// All cells that take part, the parts first.
    pub fn cells(&self) -> impl Iterator<Item = CellId> {
        let (left, right) = (&self.left, &self.right);
        (0..left.len() + right.len())
            .map(|at| left.get(at).copied().unwrap_or_else(|| right[at - left.len()]))
    }
}

/// A relation as a form states it, once for all rows or all columns.
#[derive(Debug)]
pub enum RelationSpec {
    /// In every row the `addends` add up to `total`.
    InEveryRow {
        /// What it says.
        kind: RelationKind,
        /// The columns that are added.
        addends: &'static [ColumnId],
        /// The column that holds their sum.
        total: ColumnId,
    },
    /// In every column the rows `left` add up to the same as the rows `right`.
    InEveryColumn {
        /// What it says.
        kind: RelationKind,
        /// The rows on the left.
        left: &'static [RowId],
        /// The rows on the right.
        right: &'static [RowId],
    },
}

impl RelationSpec {
    /// Adds what it says of each row or column of the table.
    pub(super) fn write_out(&self, table: &TableSpec, relations: &mut Vec<Relation>) {
        let of_rows = |rows: &[RowId], column| {
            rows.iter().map(|&row| CellId { table: table.id, row, column }).collect::<Vec<CellId>>()
        };
        match self {
            Self::InEveryRow { kind, addends, total } => {
                for (row, _) in table.rows() {
                    let cell = |&column: &ColumnId| CellId { table: table.id, row: row.id, column };
                    let id = RelationId { table: table.id, kind: *kind, subject: row.id.0 };
                    let left = addends.iter().map(cell).collect();
                    relations.push(Relation { id, left, right: vec![cell(total)] });
                }
            }
            Self::InEveryColumn { kind, left, right } => {
                for column in table.blocks.iter().flat_map(|block| block.columns) {
                    let id = RelationId { table: table.id, kind: *kind, subject: column.id.0 };
                    let (left, right) = (of_rows(left, column.id), of_rows(right, column.id));
                    relations.push(Relation { id, left, right });
                }
            }
        }
    }
}
