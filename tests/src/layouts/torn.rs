//! Tables whose labels and numbers were torn apart.

use super::wrap;
use super::{Grid, GridCell, Pen, Print};

/// All labels, then the numbers column by column.
pub(super) fn columns(pen: &mut Pen, grid: &Grid, print: &Print) {
    labels(pen, grid.cells.iter(), print);
    let mut values = values_of(grid, 0..grid.rows);
    values.sort_by_key(|cell| (cell.column, cell.row));
    one_per_line(pen, &values);
}

/// All labels, then the numbers row by row.
pub(super) fn rows(pen: &mut Pen, grid: &Grid, print: &Print) {
    labels(pen, grid.cells.iter(), print);
    for row in 0..grid.rows {
        for value in values_of(grid, row..row + 1) {
            pen.space();
            pen.cell(&value.text, true);
        }
        pen.finish_line();
    }
}

/// Rows one number per line; rows with wrapped labels run together, their
/// labels first, then their numbers column by column; merged labels at the end.
pub(super) fn runs(pen: &mut Pen, grid: &Grid, print: &Print) {
    let is_merged = |cell: &&GridCell| cell.row_span > 1 && cell.row >= grid.head_rows;
    let mut row = 0;
    while row < grid.rows {
        let wraps = |row: usize| {
            let mut labels = grid.row(row).filter(|cell| cell.value.is_none() && cell.row_span == 1);
            row >= grid.head_rows && labels.any(|label| wrap::width(&label.text) > print.label_width)
        };
        let length = (row..grid.rows).take_while(|row| wraps(*row)).count().max(1);
        let run = row..row + length;
        labels(pen, grid.cells.iter().filter(|cell| run.contains(&cell.row) && !is_merged(cell)), print);
        let mut values = values_of(grid, run);
        values.sort_by_key(|cell| (cell.column, cell.row));
        one_per_line(pen, &values);
        row += length;
    }
    labels(pen, grid.cells.iter().filter(is_merged), print);
}

fn labels<'a>(pen: &mut Pen, cells: impl Iterator<Item = &'a GridCell>, print: &Print) {
    for cell in cells.filter(|cell| cell.value.is_none()) {
        let is_group = cell.row_span > 1 && cell.column_span == 1;
        let width = if is_group { print.group_width } else { print.label_width };
        pen.line(&wrap::lines(&cell.text, width).join("\n"));
    }
}

fn values_of(grid: &Grid, rows: std::ops::Range<usize>) -> Vec<&GridCell> {
    let cells = grid.cells.iter().filter(|cell| rows.contains(&cell.row));
    cells.filter(|cell| cell.value.is_some() && !cell.text.is_empty()).collect()
}

fn one_per_line(pen: &mut Pen, values: &[&GridCell]) {
    for value in values {
        pen.cell(&value.text, true);
        pen.line("");
        pen.line("");
    }
}
