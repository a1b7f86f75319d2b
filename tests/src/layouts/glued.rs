//! Tables whose borders are lost: label and numbers without anything between.

use super::{Grid, Pen};

/// Every row on a line.
pub(super) fn rows(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        for cell in grid.row(row) {
            pen.cell(&cell.text.replace('\n', ""), cell.value.is_some());
        }
        pen.line("");
    }
}
