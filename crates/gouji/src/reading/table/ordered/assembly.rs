//! The table, put together from what its rows were decided to say.

use super::chop::Taken;
use super::evidence::Found;
use super::places::values_of;
use super::rows::Reader;
use super::ways::Slot;
use crate::form::{CellId, FormId};
use crate::reading::table::rows::overall_reading;
use crate::reading::table::unread_row;
use crate::reading::{Cell, CellReading, Reading, Row, Table, TableNote};
use crate::text::{TextRange, fold};

/// A stray line with as many values is a row that no label tells.
const VALUES_OF_A_ROW: usize = 2;

impl Reader<'_> {
    pub(super) fn table(mut self, layout: FormId, decided: &[Option<Vec<Option<Slot>>>]) -> Table {
        let id = self.spec.id;
        let ranges =
            (0..self.taken.len()).filter(|&row| self.taken[row].is_some()).map(|row| self.row_range(row));
        let range = ranges.reduce(TextRange::cover).unwrap_or_default();
        let mut rows = Vec::new();
        for (at, slots) in decided.iter().enumerate() {
            let (row, columns) = self.form_rows[at];
            let Some(slots) = slots else { continue };
            if self.taken[at].is_none() {
                self.notes.push(TableNote::RowNotRead { row: row.id, range });
                rows.push(unread_row(id, row, columns, range));
                continue;
            }
            let row_range = self.row_range(at);
            let cells: Vec<Cell> = columns
                .iter()
                .zip(slots)
                .map(|(column, slot)| Cell {
                    id: CellId { table: id, row: row.id, column: column.id },
                    reading: slot.as_ref().map_or(CellReading::Unread, |slot| slot.reading.clone()),
                    range: slot.as_ref().map_or(row_range, |slot| slot.range),
                    corrected: None,
                })
                .collect();
            if slots.iter().any(Option::is_none) {
                self.notes.push(TableNote::Open { row: row.id, range: row_range });
            }
            rows.push(Row { id: row.id, label: self.label_range(at), range: row_range, cells });
        }
        let is_read = |id| rows.iter().any(|row: &Row| row.id == id && !row.has_unread_cells());
        self.notes.retain(|note| !matches!(note, TableNote::Inferred { row: Some(id), .. } if !is_read(*id)));
        self.note_labels();
        self.note_strays();
        let reading = overall_reading(&rows, &self.notes);
        let confirmed_by = (reading != Reading::Unreadable).then_some(self.confirmed_by);
        Table { id, layout, reading, confirmed_by, range, rows, notes: self.notes }
    }

    pub(super) fn note_labels(&mut self) {
        for row in 0..self.taken.len() {
            let Some(taken) = &self.taken[row] else { continue };
            let id = self.form_rows[row].0.id;
            match (taken.found, self.label_range(row)) {
                (Some(Found::Same | Found::Behind), _) => {}
                (Some(_), Some(range)) => self.notes.push(TableNote::RowLabel { row: id, range }),
                _ => self.notes.push(TableNote::RowWithoutLabel { row: id, range: self.row_range(row) }),
            }
        }
    }

    /// Lines of values among the rows that belong to none.
    pub(super) fn note_strays(&mut self) {
        let taken: Vec<&Taken> = self.taken.iter().flatten().collect();
        let mut previous_end: Option<usize> = None;
        for row in &taken {
            if let Some(end) = previous_end
                && row.start >= end + VALUES_OF_A_ROW
            {
                let strays = &self.stream.values[end..row.start];
                if strays.windows(2).any(|pair| pair[0].line == pair[1].line)
                    && let Some(range) = strays.iter().map(|value| value.range).reduce(TextRange::cover)
                {
                    self.notes.push(TableNote::UnknownRow { range, label: None });
                }
            }
            previous_end = Some(row.start + row.count);
        }
    }

    /// Where a row's label stands: so much of the text before its values as
    /// the label is long.
    pub(super) fn label_range(&self, row: usize) -> Option<TextRange> {
        let taken = self.taken[row].as_ref()?;
        let found = taken.found?;
        let length = fold(self.form_rows[row].0.label.text).chars().count();
        let behind = found == Found::Behind;
        let gap = &self.stream.gaps[if behind { taken.start + taken.count } else { taken.start }];
        let mut seen = 0;
        let mut range: Option<TextRange> = None;
        let mut pieces = gap.pieces.iter();
        while seen < length {
            let Some(piece) = (if behind { pieces.next() } else { pieces.next_back() }) else { break };
            seen += piece.folded.chars().count();
            range = Some(range.map_or(piece.range, |range| range.cover(piece.range)));
        }
        range
    }

    /// Label and values of a row.
    pub(super) fn row_range(&self, row: usize) -> TextRange {
        let values = self.taken[row].as_ref().map_or(&[][..], |taken| values_of(self.stream, taken));
        let ranges = values.iter().map(|value| value.range).chain(self.label_range(row));
        ranges.reduce(TextRange::cover).unwrap_or_default()
    }
}
