//! Tables whose rows have a label each.

use super::choice::{RowReading, Verdict, choose};
use super::chop::{Taken, cut};
use super::evidence::{Finder, Found, Labels};
use super::places::{by_blank_lines, by_common_places, by_place, values_of};
use super::tokens::Stream;
use super::ways::{Slot, Way, adds_up, splits, ways};
use crate::form::{ColumnSpec, FormId, RelationSpec, RowSpec, TableSpec};
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
    let form_rows: Vec<_> = spec.rows().collect();
    let columns: Vec<usize> = form_rows.iter().map(|(_, columns)| columns.len()).collect();
    let labels = Labels::new(spec);
    let mut finder = Finder::new(&labels, &stream.gaps);
    let cut = cut(stream, &mut finder, &columns);
    let found = cut.rows.iter().flatten().filter(|taken| taken.found.is_some()).count();
    if found < form_rows.len().div_ceil(ROWS_PER_LABEL).max(2)
        || columns_stand_otherwise(spec, stream, &cut.rows)
    {
        return None;
    }
    let is_contested = contested(&finder, &cut.rows);
    let mut reader = Reader {
        is_contested,
        text,
        spec,
        form_rows,
        stream,
        taken: cut.rows,
        notes: Vec::new(),
        confirmed_by: Confirmation::Order,
    };
    let read: Vec<RowReading> = (0..reader.form_rows.len()).map(|row| reader.row(row)).collect();
    let mut read = reader.in_order(read);
    reader.only_where_clear(&mut read);
    let chosen = reader.decide(read);
    let table = reader.table(layout, &chosen);
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
            let plain: Way = values.iter().map(Slot::of).collect();
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
    fn in_order(&self, read: Vec<RowReading>) -> Vec<RowReading> {
        let first = self.taken.iter().flatten().next().map_or(0, |taken| taken.start);
        let last = self.taken.iter().flatten().next_back().map_or(0, |taken| taken.start + taken.count);
        let strays = (first..last).filter(|&at| self.is_stray(at)).count();
        let below: usize = self.taken.iter().flatten().map(|taken| self.rest_below(taken).len()).sum();
        let without_values = |(row, reading): (usize, &RowReading)| {
            matches!(reading, RowReading::Unread) && self.taken[row].is_none()
        };
        let bare = read.iter().enumerate().filter(|row| without_values(*row)).count();
        // A column that is missing leaves most rows one value short.
        let is_short = |(row, taken): (usize, &Option<Taken>)| {
            taken.as_ref().is_some_and(|taken| taken.count + 1 == self.form_rows[row].1.len())
        };
        let short = self.taken.iter().enumerate().filter(|row| is_short(*row)).count();
        let is_above = |taken: &&Taken| taken.found == Some(Found::Behind);
        let above = self.taken.iter().flatten().filter(is_above).count();
        let is_torn = short * 2 > self.taken.len()
            || above > ROWS_OF_A_TORN_PAGE
            || bare >= ROWS_OF_A_TORN_PAGE
            || strays.saturating_sub(below) >= STRAYS_OF_A_TORN_PAGE;
        if is_torn { read.iter().map(|_| RowReading::Unread).collect() } else { read }
    }

    /// The values of the rows that share their columns with this one; none for
    /// others.
    fn of_block(&self, row: usize) -> Vec<Option<Taken>> {
        let shares = |other: usize| std::ptr::eq(self.form_rows[other].1, self.form_rows[row].1);
        let in_block = |other: usize| {
            let between = other.min(row)..=other.max(row);
            between.clone().all(shares)
        };
        (0..self.taken.len()).map(|other| self.taken[other].clone().filter(|_| in_block(other))).collect()
    }

    /// The ways to read a row with a wrong number of values.
    fn open(&self, row: usize, taken: &Taken) -> RowReading {
        let columns = self.form_rows[row].1.len();
        let values = values_of(self.stream, taken);
        let accept = |way: &[Slot]| self.adds_up(row, way) == Some(true);
        let found = match values {
            [run] if columns > 1 => {
                splits(self.text, run.range, 1, columns).filter(|_| self.has_sum()).unwrap_or_default()
            }
            _ => ways(self.text, values, columns, accept),
        };
        if found.is_empty() { RowReading::Unread } else { RowReading::Open(found) }
    }

    /// The row with what stands below its values, where only that adds up: the
    /// sum has chosen, and the row is inferred.
    fn joined_with_rest(&mut self, row: usize, taken: &Taken) -> Option<RowReading> {
        let way = self.with_rest_below(taken).filter(|way| self.adds_up(row, way) == Some(true))?;
        let range = self.row_range(row);
        self.notes.push(TableNote::Inferred { row: Some(self.form_rows[row].0.id), range });
        self.confirmed_by = Confirmation::Sums;
        Some(RowReading::Known(way))
    }

    /// Takes the ways that the columns confirm.
    fn decide(&mut self, mut read: Vec<RowReading>) -> Vec<Option<Vec<Option<Slot>>>> {
        let verdict = choose(self.spec, &read);
        let mut decided = Vec::new();
        for (row, reading) in read.iter_mut().enumerate() {
            let columns = self.form_rows[row].1.len();
            let slots = match reading {
                RowReading::Absent => None,
                RowReading::Unread => Some(vec![None; columns]),
                RowReading::Known(way) => Some(way.drain(..).map(Some).collect()),
                RowReading::Open(ways) => {
                    let ways: Vec<&Way> = match &verdict {
                        Verdict::Confirmed(seen) => seen[row].iter().map(|&at| &ways[at]).collect(),
                        Verdict::Silent
                            if ways.len() == 1 && !self.is_glued(row) && !has_blanks(&ways[0]) =>
                        {
                            ways.iter().collect()
                        }
                        Verdict::Silent | Verdict::Refuted => Vec::new(),
                    };
                    Some(self.common(row, &ways, columns))
                }
            };
            decided.push(slots);
        }
        decided
    }

    /// The slots that are the same in all ways.
    fn common(&mut self, row: usize, ways: &[&Way], columns: usize) -> Vec<Option<Slot>> {
        let range = self.row_range(row);
        let id = self.form_rows[row].0.id;
        let common = |column: usize| {
            let first = ways.first()?.get(column)?;
            ways.iter().all(|way| way[column].reading == first.reading).then(|| first.clone())
        };
        let slots: Vec<Option<Slot>> = (0..columns).map(common).collect();
        let plain = self.taken[row].as_ref().is_some_and(|taken| {
            let values = values_of(self.stream, taken).iter().map(|value| &value.reading);
            taken.count == columns && values.eq(slots.iter().flatten().map(|slot| &slot.reading))
        });
        if slots.iter().all(Option::is_some) && !plain {
            self.notes.push(TableNote::Inferred { row: Some(id), range });
            self.confirmed_by = Confirmation::Sums;
        }
        slots
    }

    fn has_sum(&self) -> bool {
        self.spec.relations.iter().any(|relation| matches!(relation, RelationSpec::InEveryRow { .. }))
    }

    /// Whether the row's own relation holds; unknown where it has none.
    pub(super) fn adds_up(&self, row: usize, way: &[Slot]) -> Option<bool> {
        adds_up(self.spec, self.form_rows[row].1, way)
    }
}

/// The rows before whose values the label of another row stands that has not
/// its values before it: whose they are, the text does not tell.
fn contested(finder: &Finder<'_>, rows: &[Option<Taken>]) -> Vec<bool> {
    let ends_here =
        |other: usize, gap: usize| rows[other].as_ref().is_some_and(|taken| taken.start + taken.count == gap);
    rows.iter()
        .enumerate()
        .map(|(row, taken)| {
            taken.as_ref().is_some_and(|taken| {
                let others = finder.other_rows_in(row, taken.start);
                others.into_iter().any(|other| !ends_here(other, taken.start))
            })
        })
        .collect()
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
    let telling = |column: &&ColumnSpec| column.label.text.chars().count() >= TELLING;
    let places: Vec<usize> = block.columns.iter().filter(telling).filter_map(place).collect();
    // The total stands before the first column only where it is merged over all
    // lines of the head, beside the label of its first line.
    let ends = block.columns.first().and_then(place).zip(block.columns.last().and_then(place));
    let group = block.columns.last().and_then(|column| column.groups.first());
    let is_beside_group = |last: usize| group.is_some_and(|group| head[..last].ends_with(&fold(group.text)));
    let is_turned = block.columns.len() > TELLING
        && ends.is_some_and(|(first, last)| last < first && !is_beside_group(last));
    is_turned || (places.len() > 1 && !places.is_sorted())
}
