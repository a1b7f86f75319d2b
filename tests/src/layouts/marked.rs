//! Markdown tables with pipes.

use super::grid::At;
use super::{Grid, GridCell, Pen};

/// Merged cells written out as empty ones; the first row is the head.
pub(super) fn grid(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        let cells: Vec<Option<&GridCell>> =
            (0..grid.columns).map(|column| cell_at(grid, row, column)).collect();
        write_row(pen, &cells);
        if row == 0 {
            separator(pen, grid.columns);
        }
    }
    pen.line("");
}

/// Covered cells left out, rows filled up on the right.
pub(super) fn spans(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        let mut cells: Vec<Option<&GridCell>> = grid.row(row).map(Some).collect();
        cells.resize(grid.columns, None);
        write_row(pen, &cells);
        if row == 0 {
            separator(pen, grid.columns);
        }
    }
    pen.line("");
}

/// Several tables in the place of one: a new one at every head of a block, and
/// where a merged label begins. Covered cells are written out as empty ones.
pub(super) fn several(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        let first = cell_at(grid, row, 0);
        let begins = |cell: &GridCell| cell.row_span > 1 || cell.column_span == grid.columns;
        let begins = row > grid.head_rows
            && (0..2).filter_map(|column| cell_at(grid, row, column)).any(begins)
            || (grid.head_rows == 0 && first.is_some_and(begins));
        if begins && row > 0 {
            pen.line("");
        }
        let cells: Vec<Option<&GridCell>> =
            (0..grid.columns).map(|column| cell_at(grid, row, column)).collect();
        write_row(pen, &cells);
        if begins || row == 0 {
            separator(pen, grid.columns);
        }
    }
    pen.line("");
}

fn cell_at(grid: &Grid, row: usize, column: usize) -> Option<&GridCell> {
    match grid.at(row, column) {
        At::Cell(cell) => Some(cell),
        _ => None,
    }
}

fn write_row(pen: &mut Pen, cells: &[Option<&GridCell>]) {
    pen.put("|");
    for cell in cells {
        pen.put(" ");
        if let Some(cell) = cell {
            pen.cell(&cell.text.replace('\n', "<br>"), cell.value.is_some());
        }
        pen.put(" |");
    }
    pen.line("");
}

fn separator(pen: &mut Pen, columns: usize) {
    pen.line(&format!("|{}", " --- |".repeat(columns)));
}
