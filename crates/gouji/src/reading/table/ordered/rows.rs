//! Tables whose rows have a label each.

use super::choice::{RowReading, Verdict, choose};
use super::chop::{Taken, cut};
use super::evidence::{Finder, Found, Labels};
use super::places::{by_blank_lines, by_common_places, by_place, values_of};
use super::tokens::{Gap, Stream, Value};
use super::ways::{Slot, Way, splits, ways};
use crate::form::{CellId, ColumnSpec, FormId, RelationSpec, RowSpec, TableSpec};
use crate::reading::cell::read_cell;
use crate::reading::table::rows::overall_reading;
use crate::reading::table::unread_row;
use crate::reading::{Cell, CellReading, Confirmation, Reading, Row, Table, TableNote};
use crate::text::{TextRange, fold};

/// A third of the rows must be there by their labels.
const ROWS_PER_LABEL: usize = 3;

/// A stray line with as many values is a row that no label tells.
const VALUES_OF_A_ROW: usize = 2;

/// One number above or below a row may be that of a page.
const MOST_STRAYS: usize = 1;

/// So many lines, the foot of a page and the head of the next, can stand between
/// a value and its rest.
const LINES_OF_A_FOOTER: usize = 3;

/// As many values without a row are not numbers of pages.
const STRAYS_OF_A_TORN_PAGE: usize = 5;

/// As many rows whose label stands without values.
const ROWS_OF_A_TORN_PAGE: usize = 3;

/// So many values behind the last row are searched for labels of others.
const SEARCHED_BEHIND: usize = 60;

/// Everything the rows are read from.
struct Reader<'a> {
    text: &'a str,
    spec: &'static TableSpec,
    form_rows: Vec<(&'static RowSpec, &'static [ColumnSpec])>,
    stream: &'a Stream,
    taken: Vec<Option<Taken>>,
    /// The rows before whose values other labels stand as well.
    is_contested: Vec<bool>,
    notes: Vec<TableNote>,
    confirmed_by: Confirmation,
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
                let whole = self.with_rest_below(&taken).filter(|way| self.adds_up(row, way) == Some(true));
                self.confirmed_by = self.confirmed_by.max(Confirmation::Columns);
                return whole.map_or(RowReading::Unread, RowReading::Known);
            }
            let is_suspicious = self.is_suspicious(&taken);
            return match sum {
                Some(true) if strays == 0 || self.is_set_apart(&taken) => RowReading::Known(plain),
                Some(false) if !self.rest_below(&taken).is_empty() => match self.with_rest_below(&taken) {
                    Some(way) if self.adds_up(row, &way) == Some(true) => {
                        self.confirmed_by = self.confirmed_by.max(Confirmation::Columns);
                        RowReading::Known(way)
                    }
                    _ => self.open(row, &Taken { count: taken.count + 1, ..taken }),
                },
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

    /// Whether something in the layout of a row could have come from a value
    /// that was lost and another number in its place.
    fn is_suspicious(&self, taken: &Taken) -> bool {
        let values = values_of(self.stream, taken);
        let gaps = &self.stream.gaps[taken.start + 1..taken.start + taken.count];
        let (first, behind) = (&values[0], taken.start + taken.count);
        let before = taken.start.checked_sub(1).map(|at| &self.stream.values[at]);
        let after = self.stream.values.get(behind);
        let same_line = |value: Option<&Value>| value.is_some_and(|value| value.line == first.line);
        let one_line = values.iter().all(|value| value.line == first.line);
        let label_is_beside =
            self.stream.gaps[taken.start].pieces.last().is_some_and(|piece| piece.line == first.line);
        let solid =
            one_line && !same_line(before) && !same_line(after) && (values.len() > 1 || label_is_beside);
        let one_per_line = values.iter().all(|value| value.alone);
        let known_label = matches!(taken.found, Some(Found::Same | Found::Behind));
        let glued = values.iter().enumerate().any(|(at, value)| value.glued && (at > 0 || !known_label));
        let is_within = |at: usize| {
            let taken = || self.taken.iter().flatten();
            taken().any(|other| other.start < at) && taken().any(|other| other.start > at)
        };
        let strays_beside = [taken.start.wrapping_sub(1), behind]
            .into_iter()
            .any(|at| at < self.stream.values.len() && self.is_stray(at) && (is_within(at) || at == behind));
        let glued = glued || (values.iter().any(|value| value.glued) && self.values_ran_together());
        let unread = values.iter().any(|value| value.reading == CellReading::NotANumber);
        // A number with a remark that was broken over lines.
        let broken_remark = [taken.start, behind].into_iter().any(|gap| {
            let pieces = self.stream.gaps[gap].pieces.iter();
            pieces.clone().any(|piece| {
                piece.folded.ends_with('(') && piece.folded.starts_with(|first: char| first.is_ascii_digit())
            })
        });
        glued
            || broken_remark
            || !self.rest_below(taken).is_empty()
            || self.has_rest_above(taken)
            || unread
            || gaps.iter().any(|gap| !gap.pieces.is_empty())
            || (!solid && (!one_per_line || strays_beside))
    }

    /// The values with those before and behind them on the same lines that
    /// belong to no row, and have no label between.
    fn with_rest_of_its_lines(&self, taken: &Taken) -> Taken {
        let (mut start, mut end) = (taken.start, taken.start + taken.count);
        let values = &self.stream.values;
        let joins = |at: usize, other: usize| {
            values[at].line == values[other].line && self.stream.gaps[at.max(other)].pieces.is_empty()
        };
        while start > 0 && self.is_stray(start - 1) && joins(start - 1, start) {
            start -= 1;
        }
        while end < values.len() && self.is_stray(end) && joins(end, end - 1) {
            end += 1;
        }
        Taken { start, count: end - start, found: taken.found }
    }

    /// The values that belong to no row and stand on the lines directly below,
    /// which may be what is left of values that were broken in two.
    fn rest_below(&self, taken: &Taken) -> &[Value] {
        let end = taken.start + taken.count;
        let mut line = self.stream.values[end - 1].line;
        let below = self.stream.values[end..].iter().enumerate().take_while(|(at, value)| {
            let is_near = value.line <= line + LINES_OF_A_FOOTER;
            line = value.line;
            // Numbers in prose have text behind them.
            let in_prose =
                self.stream.gaps[end + at + 1].pieces.first().is_some_and(|piece| piece.line == value.line);
            is_near && !in_prose && self.is_stray(end + at)
        });
        let length = below.count();
        &self.stream.values[end..end + length]
    }

    /// Whether a value that belongs to no row stands on the line directly above,
    /// which may be the beginning of one that was broken in two.
    fn has_rest_above(&self, taken: &Taken) -> bool {
        let above = taken.start.checked_sub(1);
        above.is_some_and(|at| {
            let values = &self.stream.values;
            self.is_stray(at) && values[at].line + 1 >= values[taken.start].line
        })
    }

    /// Whether a blank line stands between a row and the stray value below it,
    /// as before the number of a page.
    fn is_set_apart(&self, taken: &Taken) -> bool {
        !self.has_rest_above(taken) && self.rest_below(taken).first().is_some_and(|rest| rest.blank_lines > 0)
    }

    /// The row with the digits that stand below its values, in the same
    /// columns, put behind them.
    fn with_rest_below(&self, taken: &Taken) -> Option<Way> {
        let values = values_of(self.stream, taken);
        // A line that is printed twice is no rest.
        let digits =
            |values: &[Value]| values.iter().map(|value| value.range.of(self.text)).collect::<Vec<_>>();
        if digits(values) == digits(self.rest_below(taken)) {
            return None;
        }
        let mut printed: Vec<(String, TextRange)> =
            values.iter().map(|value| (value.range.of(self.text).to_owned(), value.range)).collect();
        for rest in self.rest_below(taken) {
            let overlaps =
                |value: &Value| rest.columns.0 < value.columns.1 && value.columns.0 < rest.columns.1;
            let mut above = values.iter().enumerate().filter(|(_, value)| overlaps(value));
            let (column, _) = above.next()?;
            if above.next().is_some() {
                return None;
            }
            printed[column].0.push_str(rest.range.of(self.text));
            printed[column].1 = printed[column].1.cover(rest.range);
        }
        let slots = printed.into_iter().map(|(digits, range)| Slot { reading: read_cell(&digits), range });
        Some(slots.collect())
    }

    /// Whether a value belongs to no row.
    fn is_stray(&self, at: usize) -> bool {
        self.taken.iter().flatten().all(|other| !(other.start..other.start + other.count).contains(&at))
    }

    /// Whether a row without a label is known by its neighbours: both have
    /// theirs, and their values stand directly before and behind.
    fn is_certain_by_position(&self, row: usize) -> bool {
        let Some(taken) = &self.taken[row] else { return false };
        let neighbour = |at: Option<usize>| {
            at.and_then(|at| self.taken.get(at)?.as_ref()).filter(|other| other.found.is_some())
        };
        let before = neighbour(row.checked_sub(1));
        let after = neighbour(Some(row + 1));
        let (Some(before), Some(after)) = (before, after) else { return false };
        taken.count == self.form_rows[row].1.len()
            && before.start + before.count == taken.start
            && taken.start + taken.count == after.start
    }

    /// Whether a row that has no values is there all the same: its label stands
    /// in the text, or values without a label where it belongs.
    fn is_there_unread(&self, row: usize) -> bool {
        let before =
            self.taken[..row].iter().flatten().next_back().map_or(0, |taken| taken.start + taken.count);
        let after = self.taken[row + 1..].iter().flatten().next().map(|taken| taken.start);
        if after.is_some_and(|after| after > before) {
            return true;
        }
        let until = after.unwrap_or_else(|| self.stream.values.len().min(before + SEARCHED_BEHIND));
        let text: String = self.stream.gaps[before..=until].iter().map(Gap::whole).collect();
        let label = fold(self.form_rows[row].0.label.text);
        let label = crate::reading::label::without_enumeration(&label);
        let mut pieces = self.stream.gaps[before..=until].iter().flat_map(|gap| &gap.pieces);
        let all_there = || label.chars().all(|character| text.contains(character));
        pieces.any(|piece| piece.folded == label) || all_there() || is_alike_somewhere(label, &text)
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

    /// Whether there are rows of which all values ran together.
    fn values_ran_together(&self) -> bool {
        (0..self.taken.len()).any(|row| self.is_glued(row))
    }

    /// Whether the values of a row ran together.
    fn is_glued(&self, row: usize) -> bool {
        self.taken[row].as_ref().is_some_and(|taken| taken.count == 1 && self.form_rows[row].1.len() > 1)
    }

    fn has_sum(&self) -> bool {
        self.spec.relations.iter().any(|relation| matches!(relation, RelationSpec::InEveryRow { .. }))
    }

    /// Whether the row's own relation holds; unknown where it has none.
    fn adds_up(&self, row: usize, way: &[Slot]) -> Option<bool> {
        let columns = self.form_rows[row].1;
        self.spec.relations.iter().find_map(|relation| match relation {
            RelationSpec::InEveryRow { addends, total, .. } => {
                let slot = |id| way.get(columns.iter().position(|column| column.id == id)?);
                let sum: Option<i64> = addends.iter().map(|&id| slot(id)?.count()).sum();
                Some(sum.is_some() && sum == slot(*total)?.count())
            }
            RelationSpec::InEveryColumn { .. } => None,
        })
    }

    fn table(mut self, layout: FormId, decided: &[Option<Vec<Option<Slot>>>]) -> Table {
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
        self.note_labels();
        self.note_strays();
        let reading = overall_reading(&rows, &self.notes);
        let confirmed_by = (reading != Reading::Unreadable).then_some(self.confirmed_by);
        Table { id, layout, reading, confirmed_by, range, rows, notes: self.notes }
    }

    fn note_labels(&mut self) {
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
    fn note_strays(&mut self) {
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
    fn label_range(&self, row: usize) -> Option<TextRange> {
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
    fn row_range(&self, row: usize) -> TextRange {
        let values = self.taken[row].as_ref().map_or(&[][..], |taken| values_of(self.stream, taken));
        let ranges = values.iter().map(|value| value.range).chain(self.label_range(row));
        ranges.reduce(TextRange::cover).unwrap_or_default()
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

/// Whether a stretch of the text is like the label, with a third of it wrong at
/// most (Sellers 1980).
fn is_alike_somewhere(label: &str, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let length = label.chars().count();
    let mut row = vec![0; text.len() + 1];
    for (at, from) in label.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, to) in text.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.iter().any(|distance| distance * 3 <= length)
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
