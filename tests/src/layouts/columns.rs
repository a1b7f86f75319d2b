//! Tables with columns of fixed width and no borders.

use gouji::form::TableId;

use super::canvas::Canvas;
use super::grid::At;
use super::wrap::{self, Ruler};
use super::{Grid, GridCell, Pen, Print};

/// Where a cell's lines stand within its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// From the first line on.
    Top,
    /// In the middle.
    Middle,
}

/// The places of a grid's columns and rows.
pub(super) struct Measures {
    /// The first place of each column, and the end of the last.
    pub(super) columns: Vec<usize>,
    /// The first line of each row, and the end of the last.
    pub(super) rows: Vec<usize>,
}

/// `pdftotext -layout`.
pub(super) fn middle(pen: &mut Pen, grid: &Grid, print: &Print) {
    write(pen, grid, print, Align::Middle, Ruler::Characters);
}

/// Everything from the first line of its row on.
pub(super) fn top(pen: &mut Pen, grid: &Grid, print: &Print) {
    write(pen, grid, print, Align::Top, Ruler::Display);
}

fn write(pen: &mut Pen, grid: &Grid, print: &Print, align: Align, ruler: Ruler) {
    let spacing = Spacing { gap: print.gap, between_rows: usize::from(print.airy), ruler };
    let measures = Measures::of(grid, print, &spacing, align);
    let mut canvas = Canvas::new(ruler);
    for cell in &grid.cells {
        place(&mut canvas, cell, grid, print, &measures, align, &spacing);
    }
    let mut page = 5;
    for row in 0..grid.rows {
        if grid.table == TableId::Applications && row > grid.head_rows && print.breaks.contains(&row) {
            print.page_break(pen, page);
            page += 1;
            if print.repeated_head {
                canvas.write(pen, measures.rows[0]..measures.rows[grid.head_rows]);
            }
        }
        canvas.write(pen, measures.rows[row]..measures.rows[row + 1]);
    }
}

/// What stands between columns and between rows.
pub(super) struct Spacing {
    pub(super) gap: usize,
    pub(super) between_rows: usize,
    pub(super) ruler: Ruler,
}

impl Measures {
    pub(super) fn of(grid: &Grid, print: &Print, spacing: &Spacing, align: Align) -> Self {
        let columns =
            (0..grid.columns).map(|column| column_width(grid, print, column, spacing.ruler) + spacing.gap);
        let columns = running(columns);
        let mut measures = Self { columns, rows: Vec::new() };
        let heights = (0..grid.rows).map(|row| {
            let cells = grid.row(row).filter(|cell| cell.row_span == 1 || align == Align::Top);
            let heights = cells.map(|cell| lines(cell, print, &measures, spacing).len());
            let labels = heights.max().unwrap_or(1).max(1);
            let values_between = align == Align::Middle && print.between && row >= grid.head_rows;
            let height = if values_between && labels % 2 == 0 { labels + 1 } else { labels };
            height + spacing.between_rows
        });
        let mut heights: Vec<usize> = heights.collect();
        // A merged label that is higher than its rows makes the last of them higher.
        for cell in grid.cells.iter().filter(|cell| cell.row_span > 1 && align == Align::Middle) {
            let rows = cell.row..cell.row + cell.row_span;
            let room: usize = heights[rows.clone()].iter().sum();
            let needed = lines(cell, print, &measures, spacing).len() + spacing.between_rows;
            heights[rows.end - 1] += needed.saturating_sub(room);
        }
        measures.rows = running(heights.into_iter());
        measures
    }

    /// The lines of a cell that spans these rows and columns, without what
    /// stands between rows.
    fn height(&self, cell: &GridCell, between_rows: usize) -> usize {
        self.rows[cell.row + cell.row_span] - self.rows[cell.row] - between_rows
    }
}

fn running(sizes: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut total = 0;
    let ends = sizes.map(|size| {
        total += size;
        total
    });
    std::iter::once(0).chain(ends).collect()
}

/// The width of a column: of its values, and of what stands over them.
fn column_width(grid: &Grid, print: &Print, column: usize, ruler: Ruler) -> usize {
    let mut widest = 2;
    for row in 0..grid.rows {
        if let At::Cell(cell) = grid.at(row, column)
            && cell.column_span == 1
        {
            let limit = match cell.row_span {
                _ if row < grid.head_rows => print.head_width,
                1 => print.label_width,
                _ => print.group_width,
            };
            let lines = match cell.value {
                Some(_) => print.value_lines(&cell.text),
                None => wrap::lines(&cell.text, limit),
            };
            let longest = lines.iter().map(|line| ruler.width(line)).max().unwrap_or_default();
            widest = widest.max(longest);
        }
    }
    widest
}

/// The lines of a cell, wrapped to its columns.
pub(super) fn lines(cell: &GridCell, print: &Print, measures: &Measures, spacing: &Spacing) -> Vec<String> {
    let room = measures.columns[cell.column + cell.column_span] - measures.columns[cell.column] - spacing.gap;
    let width = if spacing.ruler == Ruler::Characters { room * 2 } else { room };
    if cell.value.is_some() { print.value_lines(&cell.text) } else { wrap::lines(&cell.text, width) }
}

fn place(
    canvas: &mut Canvas,
    cell: &GridCell,
    grid: &Grid,
    print: &Print,
    measures: &Measures,
    align: Align,
    spacing: &Spacing,
) {
    let lines = lines(cell, print, measures, spacing);
    let height = measures.height(cell, spacing.between_rows);
    let first = measures.rows[cell.row];
    let in_head = cell.row < grid.head_rows;
    // A label with an even number of lines leaves the middle to the numbers.
    let parted = align == Align::Middle
        && print.between
        && !in_head
        && cell.value.is_none()
        && lines.len().is_multiple_of(2)
        && height == lines.len() + 1;
    for (index, line) in lines.iter().enumerate() {
        let offset = match align {
            Align::Top => index,
            Align::Middle if parted && index >= lines.len() / 2 => index + 1,
            Align::Middle if parted => index,
            Align::Middle => height.saturating_sub(lines.len()) / 2 + index,
        };
        let room = measures.columns[cell.column + cell.column_span] - measures.columns[cell.column];
        let indent = if cell.value.is_some() {
            (room - spacing.gap).saturating_sub(spacing.ruler.width(line)) / 2
        } else {
            0
        };
        // Columns that are not quite in line from row to row.
        let drift = if print.drifting && cell.value.is_some() { cell.row * 7 % 3 } else { 0 };
        canvas.put(
            first + offset,
            measures.columns[cell.column] + indent + drift,
            line,
            cell.value.is_some(),
        );
    }
}
