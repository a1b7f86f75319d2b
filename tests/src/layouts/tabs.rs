//! Tables whose cells are set off by a sign of their own: tabs, commas.

use super::grid::At;
use super::{Grid, Pen};

/// A spreadsheet's copy: every place of the grid is a field, and `rest` the
/// fields behind it.
pub(super) fn spreadsheet(pen: &mut Pen, grid: &Grid, rest: &str) {
    for row in 0..grid.rows {
        for column in 0..grid.columns {
            if column > 0 {
                pen.put("\t");
            }
            if let At::Cell(cell) = grid.at(row, column) {
                pen.cell(&cell.text.replace('\n', ""), cell.value.is_some());
            }
        }
        pen.line(rest);
    }
}

/// A web page copied as text: covered places are missing, and a forced break
/// within a label breaks the line.
pub(super) fn web_page(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        for (index, cell) in grid.row(row).enumerate() {
            if index > 0 {
                pen.put("\t");
            }
            pen.cell(&cell.text, cell.value.is_some());
        }
        pen.line("");
    }
}

/// Values separated by commas, quoted where needed; `rest` as above.
pub(super) fn commas(pen: &mut Pen, grid: &Grid, rest: &str) {
    for row in 0..grid.rows {
        for column in 0..grid.columns {
            if column > 0 {
                pen.put(",");
            }
            if let At::Cell(cell) = grid.at(row, column) {
                let quoted = cell.text.contains([',', '"', '\n']);
                let quote = if quoted { "\"" } else { "" };
                pen.put(quote);
                pen.cell(&cell.text.replace('"', "\"\""), cell.value.is_some());
                pen.put(quote);
            }
        }
        pen.line(rest);
    }
}
