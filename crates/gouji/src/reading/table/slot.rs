//! The content of a cell before it is known to be one, and rows made of it.

use crate::form::CellId;
use crate::form::{ColumnId, ColumnSpec, RelationSpec, RowSpec, TableId, TableSpec};
use crate::reading::fields::TableLine;
use crate::reading::{Cell, CellReading, Quantity, Row};
use crate::text::TextRange;

/// The content of a cell, in one way to read its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) reading: CellReading,
    pub(super) range: TextRange,
}

impl Slot {
    /// Something at this place that could not be read.
    pub(super) fn unread(range: TextRange) -> Self {
        Self { reading: CellReading::Unread, range }
    }

    /// Nothing, at this place.
    pub(super) fn blank(place: u32) -> Self {
        Self { reading: CellReading::Blank, range: TextRange { start: place, end: place } }
    }

    /// What a field holds; a field beyond the end of its line is a blank that
    /// was lost.
    pub(super) fn of_field(line: &TableLine, at: usize) -> Self {
        match line.fields.get(at) {
            Some(field) => Self { reading: field.reading.clone(), range: field.range },
            None => Self::blank(line.range.end),
        }
    }

    /// Whether nothing is printed, or a sign or word for nothing.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self.reading, CellReading::Blank | CellReading::Mark)
    }

    /// What it adds to a sum: blanks and signs for none nothing; none for what
    /// is no count.
    pub(super) fn count(&self) -> Option<i64> {
        if self.is_empty() {
            return Some(0);
        }
        match self.reading.quantity()? {
            Quantity::Count(count) => Some(*count),
            Quantity::Decimal(_) => None,
        }
    }
}

/// The row of the form with these cells, as many as it has columns.
pub(super) fn row_of(
    table: TableId,
    row: &RowSpec,
    columns: &[ColumnSpec],
    label: Option<TextRange>,
    range: TextRange,
    slots: Vec<Slot>,
) -> Row {
    let mut cells = Vec::with_capacity(columns.len());
    for (column, slot) in columns.iter().zip(slots) {
        let id = CellId { table, row: row.id, column: column.id };
        cells.push(Cell { id, reading: slot.reading, range: slot.range, corrected: None });
    }
    Row { id: row.id, label, range, cells }
}

/// Whether the relation that holds in every row holds in these slots, blanks
/// and signs for none as 0; unknown where the table has none.
pub(super) fn adds_up(spec: &TableSpec, columns: &[ColumnSpec], slots: &[Slot]) -> Option<bool> {
    let (addends, total) = row_relation(spec)?;
    let total = slot_of(columns, slots, total)?.count();
    let mut sum = 0;
    for &addend in addends {
        let Some(count) = slot_of(columns, slots, addend).and_then(Slot::count) else {
            return Some(false);
        };
        sum += count;
    }
    Some(total == Some(sum))
}

/// The same where a blank total tells nothing.
pub(super) fn adds_up_to_its_total(spec: &TableSpec, columns: &[ColumnSpec], slots: &[Slot]) -> Option<bool> {
    let (_, total) = row_relation(spec)?;
    if slot_of(columns, slots, total)?.is_empty() { None } else { adds_up(spec, columns, slots) }
}

/// The columns that are added in every row, and the one that holds their sum.
pub(super) fn row_relation(spec: &TableSpec) -> Option<(&'static [ColumnId], ColumnId)> {
    spec.relations.iter().find_map(|relation| match relation {
        RelationSpec::InEveryRow { addends, total, .. } => Some((*addends, *total)),
        RelationSpec::InEveryColumn { .. } => None,
    })
}

fn slot_of<'s>(columns: &[ColumnSpec], slots: &'s [Slot], id: ColumnId) -> Option<&'s Slot> {
    slots.get(columns.iter().position(|column| column.id == id)?)
}
