//! Tables with one cell per line.

use super::grid::At;
use super::{Grid, Pen};

/// A blank cell and a cell covered from above have a blank line.
pub(super) fn with_blank_lines(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        for column in 0..grid.columns {
            match grid.at(row, column) {
                At::Cell(cell) => {
                    pen.cell(&cell.text, cell.value.is_some());
                    pen.line("");
                }
                At::CoveredFromAbove => pen.line(""),
                At::CoveredFromLeft | At::Nothing => {}
            }
        }
    }
}

/// Blank and covered cells have no line.
pub(super) fn dense(pen: &mut Pen, grid: &Grid) {
    for cell in grid.cells.iter().filter(|cell| !cell.text.is_empty()) {
        pen.cell(&cell.text, cell.value.is_some());
        pen.line("");
    }
}

/// A web page with paragraphs in its cells: a blank line after each, a line
/// with a space for a blank cell, none for a covered one.
pub(super) fn with_paragraphs(pen: &mut Pen, grid: &Grid) {
    for cell in &grid.cells {
        pen.cell(&cell.text.replace('\n', "\n\n"), cell.value.is_some());
        pen.line(if cell.text.is_empty() { " \n" } else { "\n" });
    }
}
