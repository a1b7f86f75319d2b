//! Tables whose rows have a label each.

use super::super::slot::{Slot, adds_up, row_relation};
use super::choice::{RowReading, Verdict, choose};
use super::chop::{Taken, cut};
use super::evidence::{Finder, Found, Labels};
use super::places::{by_blank_lines, by_common_places, by_place, values_of};
use super::tokens::Stream;
use super::ways::{Way, plain_way, splits, ways};
use crate::form::{ColumnSpec, FormId, RowSpec, TableSpec};
use crate::reading::{CellReading, Confirmation, Table, TableNote};
use crate::text::fold;

/// A third of the rows must be there by their labels.
const ROWS_PER_LABEL: usize = 3;

/// One number above or below a row may be that of a page.
const MOST_STRAYS: usize = 1;

/// As many values without a row are not numbers of pages.
const STRAYS_OF_A_TORN_PAGE: usize = 5;

/// As many rows whose label stands without values.
const ROWS_OF_A_TORN_PAGE: usize = 3;

/// Everything the rows are read from.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) spec: &'static TableSpec,
    pub(super) form_rows: Vec<(&'static RowSpec, &'static [ColumnSpec])>,
    pub(super) stream: &'a Stream,
    pub(super) taken: Vec<Option<Taken>>,
    /// The rows before whose values other labels stand as well.
    is_contested: Vec<bool>,
    pub(super) notes: Vec<TableNote>,
    pub(super) confirmed_by: Confirmation,
}

pub(super) fn read(
    text: &str,
    layout: FormId,
    spec: &'static TableSpec,
    stream: &Stream,
) -> Option<(usize, Table)> {
    let (mut form_rows, mut columns) = (Vec::new(), Vec::new());
    for row in spec.rows() {
        form_rows.push(row);
        columns.push(row.1.len());
    }
    let labels = Labels::new(spec);
    let mut finder = Finder::new(&labels, &stream.gaps);
    let cut = cut(stream, &mut finder, &columns);
    let found = cut.rows.iter().flatten().filter(|taken| taken.found.is_some()).count();
    if found < form_rows.len().div_ceil(ROWS_PER_LABEL).max(2)
        || columns_stand_otherwise(spec, stream, &cut.rows)
    {
        return None;
    }
    let mut reader = Reader {
        is_contested: contested(&finder, &cut.rows),
        text,
        spec,
        form_rows,
        stream,
        taken: cut.rows,
        notes: Vec::new(),
        confirmed_by: Confirmation::Order,
    };
    let mut read = Vec::with_capacity(columns.len());
    for row in 0..columns.len() {
        let reading = reader.row(row);
        read.push(reading);
    }
    if reader.is_torn(&read) {
        read.fill_with(|| RowReading::Unread);
    }
    reader.only_where_clear(&mut read);
    let decided = reader.decide(read);
    let table = reader.table(layout, decided);
    Some((cut.cost, table))
}

impl Reader<'_> {
    /// What a row says, as far as it tells by itself.
    fn row(&mut self, row: usize) -> RowReading {
        let Some(taken) = self.taken[row].clone() else {
            return if self.is_there_unread(row) { RowReading::Unread } else { RowReading::Absent };
        };
        let columns = self.form_rows[row].1.len();
        let values = values_of(self.stream, &taken);
        // Values above their label, and others below it: whose are they?
        let behind = taken.start + taken.count;
        let is_between =
            taken.found == Some(Found::Behind) && behind < self.stream.values.len() && self.is_stray(behind);
        if is_between
            || self.is_contested[row]
            || (taken.found.is_none() && !self.is_certain_by_position(row))
        {
            return RowReading::Unread;
        }
        let of_line = self.with_rest_of_its_lines(&taken);
        if of_line.count != taken.count {
            return self.open(row, &of_line);
        }
        if taken.count == columns {
            let plain = plain_way(values);
            let sum = self.adds_up(row, &plain);
            let strays = self.rest_below(&taken).len() + usize::from(self.has_rest_above(&taken));
            if strays > MOST_STRAYS {
                return self.joined_with_rest(row, &taken).unwrap_or(RowReading::Unread);
            }
            let is_suspicious = self.is_suspicious(&taken);
            return match sum {
                Some(true) if strays == 0 || self.is_set_apart(&taken) => RowReading::Known(plain),
                Some(false) if !self.rest_below(&taken).is_empty() => {
                    let with_next = Taken { count: taken.count + 1, ..taken.clone() };
                    self.joined_with_rest(row, &taken).unwrap_or_else(|| self.open(row, &with_next))
                }
                // In a clear layout a sum that fails is the report's.
                Some(false) | None if !is_suspicious => RowReading::Known(plain),
                _ => RowReading::Unread,
            };
        }
        // Tabs set off fields, of which blank ones leave no trace here.
        if self.row_range(row).of(self.text).contains('\t') {
            return RowReading::Unread;
        }
        if taken.count < columns {
            let placed = by_place(self.stream, &self.of_block(row), row, columns);
            let placed = placed.map(|way| (way, Confirmation::Columns)).or_else(|| {
                by_blank_lines(self.stream, &self.taken, row, columns).map(|way| (way, Confirmation::Order))
            });
            if let Some((way, by)) = placed
                && self.adds_up(row, &way) != Some(false)
                && !self.is_suspicious(&taken)
            {
                self.confirmed_by = self.confirmed_by.max(by);
                return RowReading::Known(way);
            }
            let common = by_common_places(self.stream, &self.of_block(row), row, columns);
            if let Some(way) = common.filter(|way| self.adds_up(row, way) == Some(true)) {
                return RowReading::Open(vec![way]);
            }
        }
        self.open(row, &taken)
    }

    /// Where some rows could not be read, the layout is not clear, and a sum that
    /// fails may be another misreading; nor is a row missing.
    fn only_where_clear(&self, read: &mut [RowReading]) {
        let is_clear = |row: &RowReading| matches!(row, RowReading::Known(_) | RowReading::Absent);
        if read.iter().all(is_clear) {
            return;
        }
        if matches!(choose(self.spec, read), Verdict::Refuted) {
            read.fill_with(|| RowReading::Unread);
            return;
        }
        for (row, reading) in read.iter_mut().enumerate() {
            let is_doubtful = match reading {
                RowReading::Known(way) => self.adds_up(row, way) == Some(false),
                RowReading::Absent => true,
                RowReading::Unread | RowReading::Open(_) => false,
            };
            if is_doubtful {
                *reading = RowReading::Unread;
            }
        }
    }

    /// Where values stand among the rows that belong to none, or labels without
    /// values, the order may be that of a page that was torn: columns before
    /// rows, or labels before values. Nothing of it is read; nor where most rows
    /// lack a value, or stand above their labels.
    fn is_torn(&self, read: &[RowReading]) -> bool {
        let (mut bare, mut short, mut above, mut below) = (0, 0, 0, 0);
        let (mut first, mut last) = (usize::MAX, 0);
        for (row, taken) in self.taken.iter().enumerate() {
            let Some(taken) = taken else {
                bare += usize::from(matches!(read[row], RowReading::Unread));
                continue;
            };
            first = first.min(taken.start);
            last = taken.end();
            // A column that is missing leaves most rows one value short.
            short += usize::from(taken.count + 1 == self.form_rows[row].1.len());
            above += usize::from(taken.found == Some(Found::Behind));
            below += self.rest_below(taken).len();
        }
        let strays = (first..last).filter(|&at| self.is_stray(at)).count();
        short * 2 > self.taken.len()
            || above > ROWS_OF_A_TORN_PAGE
            || bare >= ROWS_OF_A_TORN_PAGE
            || strays.saturating_sub(below) >= STRAYS_OF_A_TORN_PAGE
    }

    /// The values of the rows that share their columns with this one; none for
    /// others.
    fn of_block(&self, row: usize) -> Vec<Option<Taken>> {
        let shares = |other: usize| std::ptr::eq(self.form_rows[other].1, self.form_rows[row].1);
        let mut of_block = self.taken.clone();
        for (other, taken) in of_block.iter_mut().enumerate() {
            if !(other.min(row)..=other.max(row)).all(shares) {
                *taken = None;
            }
        }
        of_block
    }

    /// The ways to read a row with a wrong number of values.
    fn open(&self, row: usize, taken: &Taken) -> RowReading {
        let columns = self.form_rows[row].1.len();
        let values = values_of(self.stream, taken);
        let accept = |way: &[Slot]| self.adds_up(row, way) == Some(true);
        let found = match values {
            [run] if columns > 1 => {
                let found = splits(self.text, run.range, 1, columns);
                found.filter(|_| row_relation(self.spec).is_some()).unwrap_or_default()
            }
            _ => ways(self.text, values, columns, &accept),
        };
        if found.is_empty() { RowReading::Unread } else { RowReading::Open(found) }
    }

    /// The row with what stands below its values, where only that adds up: the
    /// sum has chosen, and the row is inferred.
    fn joined_with_rest(&mut self, row: usize, taken: &Taken) -> Option<RowReading> {
        let way = self.with_rest_below(taken).filter(|way| self.adds_up(row, way) == Some(true))?;
        self.note_inferred(row);
        Some(RowReading::Known(way))
    }

    /// Takes the ways that the columns confirm. Of a row that is printed, slots
    /// that stay open are unread.
    fn decide(&mut self, read: Vec<RowReading>) -> Vec<Option<Way>> {
        let verdict = choose(self.spec, &read);
        let mut decided = Vec::with_capacity(read.len());
        for (row, reading) in read.into_iter().enumerate() {
            let slots = match reading {
                RowReading::Absent => None,
                RowReading::Unread => Some(self.unread_way(row)),
                RowReading::Known(way) => Some(way),
                RowReading::Open(mut ways) => {
                    match &verdict {
                        Verdict::Confirmed(seen) => {
                            let mut is_seen = seen[row].iter();
                            ways.retain(|_| is_seen.next() == Some(&true));
                        }
                        Verdict::Silent
                            if ways.len() == 1 && !self.is_glued(row) && !has_blanks(&ways[0]) => {}
                        Verdict::Silent | Verdict::Refuted => ways.clear(),
                    }
                    Some(self.common(row, &ways))
                }
            };
            decided.push(slots);
        }
        decided
    }

    fn unread_way(&self, row: usize) -> Way {
        vec![Slot::unread(self.row_range(row)); self.form_rows[row].1.len()]
    }

    /// The slots that are the same in all ways.
    fn common(&mut self, row: usize, ways: &[Way]) -> Way {
        let mut common = self.unread_way(row);
        let Some(first) = ways.first() else { return common };
        let mut is_whole = true;
        for (column, slot) in common.iter_mut().enumerate() {
            if ways.iter().all(|way| way[column].reading == first[column].reading) {
                *slot = first[column].clone();
            } else {
                is_whole = false;
            }
        }
        let is_plain = self.taken[row].as_ref().is_some_and(|taken| {
            let values = values_of(self.stream, taken);
            values.len() == common.len()
                && values.iter().zip(&common).all(|(value, slot)| value.reading == slot.reading)
        });
        if is_whole && !is_plain {
            self.note_inferred(row);
        }
        common
    }

    /// Says that the sums have chosen what a row says.
    fn note_inferred(&mut self, row: usize) {
        let range = self.row_range(row);
        self.notes.push(TableNote::Inferred { row: Some(self.form_rows[row].0.id), range });
        self.confirmed_by = Confirmation::Sums;
    }

    /// Whether the row's own relation holds; unknown where it has none.
    pub(super) fn adds_up(&self, row: usize, way: &[Slot]) -> Option<bool> {
        adds_up(self.spec, self.form_rows[row].1, way)
    }
}

/// The rows before whose values the label of another row stands that has not
/// its values before it: whose they are, the text does not tell.
fn contested(finder: &Finder<'_>, rows: &[Option<Taken>]) -> Vec<bool> {
    let mut contested = vec![false; rows.len()];
    for (row, taken) in rows.iter().enumerate() {
        let Some(taken) = taken else { continue };
        contested[row] = (0..rows.len()).any(|other| {
            let ends_here = rows[other].as_ref().is_some_and(|other| other.end() == taken.start);
            other != row && !ends_here && finder.is_whole_label_in(other, taken.start)
        });
    }
    contested
}

/// Whether a way has blanks that are printed nowhere.
fn has_blanks(way: &Way) -> bool {
    way.iter().any(|slot| slot.reading == CellReading::Blank)
}

/// Whether the head names the columns in another order than the form's.
fn columns_stand_otherwise(spec: &'static TableSpec, stream: &Stream, rows: &[Option<Taken>]) -> bool {
    const TELLING: usize = 3;
    let Some(first) = rows.iter().flatten().next() else { return false };
    let head = stream.gaps[first.start].whole();
    let Some(block) = spec.blocks.first() else { return false };
    let place = |column: &ColumnSpec| head.find(&fold(column.label.text));
    let mut places: Vec<usize> = Vec::new();
    for column in block.columns {
        if column.label.text.chars().count() >= TELLING {
            places.extend(place(column));
        }
    }
    if places.len() > 1 && !places.is_sorted() {
        return true;
    }
    // The total stands before the first column only where it is merged over all
    // lines of the head, beside the label of its first line.
    let [first, .., last] = block.columns else { return false };
    let (Some(first), Some(at)) = (place(first), place(last)) else { return false };
    let is_beside_group = || last.groups.first().is_some_and(|group| head[..at].ends_with(&fold(group.text)));
    block.columns.len() > TELLING && at < first && !is_beside_group()
}
