//! The table, put together from what its rows were decided to say.

use super::super::slot::row_of;
use super::evidence::Found;
use super::places::values_of;
use super::rows::Reader;
use super::tokens::cover_of;
use super::ways::Way;
use crate::form::FormId;
use crate::reading::table::rows::overall_reading;
use crate::reading::table::unread_row;
use crate::reading::{CellReading, Reading, Row, Table, TableNote};
use crate::text::{TextRange, fold};

/// A stray line with as many values is a row that no label tells.
const VALUES_OF_A_ROW: usize = 2;

impl Reader<'_> {
    pub(super) fn table(mut self, layout: FormId, decided: Vec<Option<Way>>) -> Table {
        let id = self.spec.id;
        let mut range: Option<TextRange> = None;
        for row in 0..self.taken.len() {
            if self.taken[row].is_some() {
                range = TextRange::cover_both(range, Some(self.row_range(row)));
            }
        }
        let range = range.unwrap_or_default();
        let mut rows = Vec::new();
        for (at, slots) in decided.into_iter().enumerate() {
            let (row, columns) = self.form_rows[at];
            let Some(slots) = slots else { continue };
            if self.taken[at].is_none() {
                self.notes.push(TableNote::RowNotRead { row: row.id, range });
                rows.push(unread_row(id, row, columns, range));
                continue;
            }
            let row_range = self.row_range(at);
            if slots.iter().any(|slot| slot.reading == CellReading::Unread) {
                self.notes.push(TableNote::Open { row: row.id, range: row_range });
            }
            rows.push(row_of(id, row, columns, self.label_range(at), row_range, slots));
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
        let mut previous_end: Option<usize> = None;
        for row in self.taken.iter().flatten() {
            let strays = &self.stream.values[previous_end.unwrap_or(row.start)..row.start];
            if strays.len() >= VALUES_OF_A_ROW && strays.windows(2).any(|pair| pair[0].line == pair[1].line) {
                let range = strays[0].range.cover(strays[strays.len() - 1].range);
                self.notes.push(TableNote::UnknownRow { range, label: None });
            }
            previous_end = Some(row.end());
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
        let mut range = self.label_range(row);
        if let Some(taken) = &self.taken[row] {
            range = TextRange::cover_both(range, cover_of(values_of(self.stream, taken)));
        }
        range.unwrap_or_default()
    }
}
