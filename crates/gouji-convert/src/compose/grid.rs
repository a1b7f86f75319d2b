//! From cells with spans to lines with tabs.

use std::ops::Range;

use super::Part;
use super::gap::join_lines;

/// The parts of a table in the order of printing.
const PARTS: [Part; 3] = [Part::Head, Part::Body, Part::Foot];

/// The column of a cell in hidden columns.
const HIDDEN: usize = usize::MAX;

/// The widest span that is believed. Wider ones stand for "all columns".
const MAX_SPAN: usize = 255;

/// A table with more columns is no table of a report: its cells are given as
/// they come, without a grid.
const MAX_COLUMNS: usize = 256;

/// A cell with more text, in bytes, holds a page and not a value or label.
const MAX_CELL_BYTES: usize = 3_000;

/// A cell across the whole table with more text, in bytes, is a paragraph.
const MAX_HEADING_BYTES: usize = 240;

/// A stretch of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    start: usize,
    pub(super) end: usize,
    columns: u16,
    /// 0 reaches to the end of the part.
    rows: u16,
}

impl Cell {
    pub(super) fn new(start: usize, columns: usize, rows: usize) -> Self {
        let columns = u16::try_from(columns.clamp(1, MAX_SPAN)).unwrap_or(1);
        Self { start, end: start, columns, rows: u16::try_from(rows).unwrap_or(u16::MAX) }
    }
}

/// The cells from `first` to that of the next row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) first: usize,
    pub(super) part: Part,
}

/// A table whose end has not come.
#[derive(Debug)]
pub(super) struct OpenTable {
    /// Where its text begins.
    pub(super) start: usize,
    pub(super) rows: Vec<Row>,
    pub(super) cells: Vec<Cell>,
    pub(super) in_cell: bool,
    /// Whether a table stands in one of its cells.
    pub(super) holds_table: bool,
    /// Whether each of the columns declared so far is hidden.
    hidden: Vec<bool>,
}

impl OpenTable {
    pub(super) fn new(start: usize) -> Self {
        Self {
            start,
            rows: Vec::new(),
            cells: Vec::new(),
            in_cell: false,
            holds_table: false,
            hidden: Vec::new(),
        }
    }

    pub(super) fn declare_columns(&mut self, count: usize, hidden: bool) {
        let count = self.hidden.len() + count.max(1);
        self.hidden.resize(count.min(2 * MAX_COLUMNS), hidden);
    }

    /// Whether it is a table of cells, and not the layout of a page.
    pub(super) fn is_grid(&self, text: &str) -> bool {
        let rows = || (0..self.rows.len()).map(|row| &self.cells[self.cells_of(row)]);
        let is_page = |cell: &Cell| text[cell.start..cell.end].trim().len() > MAX_CELL_BYTES;
        !self.holds_table
            && rows().any(|row| row.len() > 1)
            && !rows().any(|row| row.len() > 1 && row.iter().any(is_page))
            && !text[self.start..].trim().is_empty()
    }

    /// Writes the table in its canonical form: `written` is its text so far,
    /// to `out` goes what comes of it. False where that would be longer than
    /// `limit`, in bytes.
    pub(super) fn write(&self, written: &str, out: &mut String, limit: usize) -> bool {
        out.truncate(out.trim_end_matches([' ', '\n']).len());
        self.write_loose(written, out);
        let columns = self.place();
        let fields = columns.as_ref().map(|columns| self.fields(columns));
        let width = fields.as_ref().and_then(|fields| fields.last()).map_or(0, |last| last + 1);
        let mut separator = if out.is_empty() { "" } else { "\n\n" };
        for part in PARTS {
            for row in self.rows_of(part) {
                let range = self.cells_of(row);
                if range.is_empty() {
                    continue;
                }
                if out.len() + range.len() + width > limit {
                    return false;
                }
                out.push_str(separator);
                separator = "\n";
                let mut field = 0;
                let mut written_field = |at: usize, first: bool, out: &mut String| {
                    let cell = &self.cells[at];
                    let text = &written[cell.start - self.start..cell.end - self.start];
                    let target = match (&columns, &fields) {
                        (Some(columns), Some(fields)) => match columns[at] {
                            HIDDEN => return,
                            column => fields[column],
                        },
                        _ if first => 0,
                        _ => field + 1,
                    };
                    while field < target {
                        out.push('\t');
                        field += 1;
                    }
                    join_lines(text, out);
                };
                if let Some(paragraph) = self.paragraph(range.clone(), written) {
                    write_lines(paragraph, out);
                    continue;
                }
                for at in range.clone() {
                    written_field(at, at == range.start, out);
                }
                while field + 1 < width {
                    out.push('\t');
                    field += 1;
                }
            }
        }
        true
    }

    /// The text of a row that is one long cell.
    fn paragraph<'a>(&self, row: Range<usize>, written: &'a str) -> Option<&'a str> {
        let cell = self.cells.get(row.start).filter(|_| row.len() == 1)?;
        let text = written[cell.start - self.start..cell.end - self.start].trim();
        (text.len() > MAX_HEADING_BYTES && cell.columns > 1).then_some(text)
    }

    /// Writes what stands in the table and in none of its cells: a caption.
    fn write_loose(&self, written: &str, out: &mut String) {
        let mut at = self.start;
        let starts = self.cells.iter().map(|cell| (cell.start, cell.end));
        for (start, end) in starts.chain([(self.start + written.len(), 0)]) {
            let loose = written[at - self.start..start - self.start].trim();
            if !loose.is_empty() {
                if !out.is_empty() {
                    out.push('\n');
                }
                write_lines(loose, out);
            }
            at = end;
        }
    }

    fn rows_of(&self, part: Part) -> impl Iterator<Item = usize> {
        (0..self.rows.len()).filter(move |&row| self.rows[row].part == part)
    }

    fn cells_of(&self, row: usize) -> Range<usize> {
        let end = self.rows.get(row + 1).map_or(self.cells.len(), |next| next.first);
        self.rows[row].first..end
    }

    /// The column of the grid in which each cell begins, [`HIDDEN`] for hidden
    /// ones; `None` where the table is too wide for a grid.
    fn place(&self) -> Option<Vec<usize>> {
        let mut columns = vec![0; self.cells.len()];
        // For each column, the first row that no cell from above reaches into.
        let mut free_from: Vec<usize> = Vec::new();
        let mut printed = 0;
        let mut width = 0;
        for part in PARTS {
            free_from.clear();
            for row in self.rows_of(part) {
                let mut column = 0;
                for at in self.cells_of(row) {
                    while free_from.get(column).is_some_and(|&free| free > printed) {
                        column += 1;
                    }
                    if column >= MAX_COLUMNS {
                        return None;
                    }
                    let cell = &self.cells[at];
                    let end = column + usize::from(cell.columns);
                    if free_from.len() < end {
                        free_from.resize(end, 0);
                    }
                    let free = if cell.rows == 0 { usize::MAX } else { printed + usize::from(cell.rows) };
                    free_from[column..end].fill(free);
                    columns[at] = column;
                    column = end;
                    width = width.max(end);
                }
                printed += 1;
            }
        }
        // Where the columns that were declared are those of the grid, it is
        // known which are hidden.
        if self.hidden.len() == width {
            for (column, cell) in columns.iter_mut().zip(&self.cells) {
                if self.hidden[*column..*column + usize::from(cell.columns)].iter().all(|hidden| *hidden) {
                    *column = HIDDEN;
                }
            }
        }
        Some(columns)
    }

    /// The field that each column of the grid becomes. Columns are one field
    /// where no row has cells beginning in two of them: programs cut a column
    /// in two where the borders of merged cells are a hair apart.
    fn fields(&self, columns: &[usize]) -> Vec<usize> {
        let width = columns.iter().filter(|column| **column != HIDDEN).max().map_or(0, |last| last + 1);
        // For each column, the nearest to its right in which a cell of the
        // same row begins.
        let mut next = vec![usize::MAX; width];
        for row in 0..self.rows.len() {
            let mut before = HIDDEN;
            for &column in columns[self.cells_of(row)].iter().filter(|column| **column != HIDDEN) {
                if before != HIDDEN {
                    next[before] = next[before].min(column);
                }
                before = column;
            }
        }
        let mut fields = vec![0; width];
        let (mut last, mut field) = (width.saturating_sub(1), 0);
        for column in (0..width).rev() {
            if next[column] <= last {
                last = column;
                field += 1;
            }
            fields[column] = field;
        }
        for from_the_right in &mut fields {
            *from_the_right = field - *from_the_right;
        }
        fields
    }
}

/// Writes the lines of a text that are not blank.
fn write_lines(text: &str, out: &mut String) {
    let mut separator = "";
    for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(separator);
        out.push_str(line);
        separator = "\n";
    }
}
