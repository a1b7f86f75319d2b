//! Names of tables, rows, columns and cells, as every output uses them.

use std::fmt;

use super::FORMS;

/// One of the tables of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// 第二部分：主动公开政府信息情况。
    Disclosure,
    /// 第三部分：收到和处理政府信息公开申请情况。
    Applications,
    /// 第四部分：政府信息公开行政复议、行政诉讼情况。
    Review,
    /// 信息处理费收取情况, printed by some reports beside the statutory three.
    Fees,
}

impl TableId {
    /// All tables, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Disclosure, Self::Applications, Self::Review, Self::Fees];

    /// The tables every report must have.
    pub const STATUTORY: [Self; 3] = [Self::Disclosure, Self::Applications, Self::Review];

    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Disclosure => "disclosure",
            Self::Applications => "applications",
            Self::Review => "review",
            Self::Fees => "fees",
        }
    }
}

/// The name of a row, for example `granted`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub &'static str);

/// The name of a column, for example `natural`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub &'static str);

/// One cell of a statutory table, written `applications.granted.natural`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId {
    /// The table.
    pub table: TableId,
    /// The row.
    pub row: RowId,
    /// The column.
    pub column: ColumnId,
}

impl CellId {
    /// Its name in every output.
    pub fn name(self) -> String {
        dotted(self.table.as_str(), self.row.0, self.column.0)
    }

    /// The cell of any form that has this name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split('.');
        let (table, row, column) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        FORMS.iter().flat_map(|form| form.tables).filter(|spec| spec.id.as_str() == table).find_map(|spec| {
            let block = spec.blocks.iter().find(|block| block.rows.iter().any(|spec| spec.id.0 == row))?;
            let row = block.rows.iter().find(|spec| spec.id.0 == row)?;
            let column = block.columns.iter().find(|spec| spec.id.0 == column)?;
            Some(Self { table: spec.id, row: row.id, column: column.id })
        })
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name())
    }
}

/// The three parts of a name, joined with dots.
pub(super) fn dotted(table: &str, middle: &str, last: &str) -> String {
    let mut name = String::with_capacity(64);
    for part in [table, ".", middle, ".", last] {
        name.push_str(part);
    }
    name
}
