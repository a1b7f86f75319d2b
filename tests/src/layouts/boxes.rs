//! Tables with columns of fixed width and drawn borders.

use super::canvas::Canvas;
use super::columns::{Align, Measures, Spacing, lines};
use super::grid::At;
use super::wrap;
use super::wrap::Ruler;
use super::{Grid, GridCell, Pen, Print};

/// `w3m -dump`: merged cells are open, their label stands in the middle.
pub(super) fn drawing(pen: &mut Pen, grid: &Grid, print: &Print) {
    let spacing = Spacing { gap: 1, between_rows: 1, ruler: Ruler::Display };
    let measures = Measures::of(grid, print, &spacing, Align::Middle);
    let mut canvas = Canvas::new(Ruler::Display);
    // Columns and rows are moved by one, for the border before the first.
    for cell in &grid.cells {
        let first = measures.rows[cell.row] + 1;
        let last = measures.rows[cell.row + cell.row_span];
        let (left, right) = (measures.columns[cell.column], measures.columns[cell.column + cell.column_span]);
        let lines = lines(cell, print, &measures, &spacing);
        let above = (last - first).saturating_sub(lines.len()) / 2;
        for (index, line) in lines.iter().enumerate() {
            canvas.put(first + above + index, left + 1, line, cell.value.is_some());
        }
        frame(&mut canvas, (first - 1, last), (left, right));
    }
    canvas.write(pen, 0..measures.rows[grid.rows] + 1);
}

/// Draws the border of a cell into what is drawn already.
fn frame(canvas: &mut Canvas, (top, bottom): (usize, usize), (left, right): (usize, usize)) {
    for line in [top, bottom] {
        for column in left + 1..right {
            add(canvas, line, column, (false, false, true, true));
        }
    }
    for column in [left, right] {
        for line in top + 1..bottom {
            add(canvas, line, column, (true, true, false, false));
        }
    }
    add(canvas, top, left, (false, true, false, true));
    add(canvas, top, right, (false, true, true, false));
    add(canvas, bottom, left, (true, false, false, true));
    add(canvas, bottom, right, (true, false, true, false));
}

/// The signs by the directions they go: up, down, left, right.
const SIGNS: [(char, (bool, bool, bool, bool)); 11] = [
    ('│', (true, true, false, false)),
    ('─', (false, false, true, true)),
    ('┌', (false, true, false, true)),
    ('┐', (false, true, true, false)),
    ('└', (true, false, false, true)),
    ('┘', (true, false, true, false)),
    ('├', (true, true, false, true)),
    ('┤', (true, true, true, false)),
    ('┬', (false, true, true, true)),
    ('┴', (true, false, true, true)),
    ('┼', (true, true, true, true)),
];

fn add(canvas: &mut Canvas, line: usize, column: usize, arms: (bool, bool, bool, bool)) {
    let there = canvas.at(line, column);
    let before =
        SIGNS.iter().find(|(sign, _)| Some(*sign) == there).map_or((false, false, false, false), |it| it.1);
    let all = (before.0 || arms.0, before.1 || arms.1, before.2 || arms.2, before.3 || arms.3);
    if let Some((sign, _)) = SIGNS.iter().find(|(_, it)| *it == all) {
        canvas.put(line, column, sign.encode_utf8(&mut [0; 4]), false);
    }
}

/// pandoc's grid table: every place has its own walls.
pub(super) fn pandoc(pen: &mut Pen, grid: &Grid, print: &Print) {
    // Every place has a width of its own, also that of a merged label.
    let print = &Print { group_width: print.group_width.max(8), ..print.clone() };
    let spacing = Spacing { gap: 3, between_rows: 0, ruler: Ruler::Display };
    let measures = Measures::of(grid, print, &spacing, Align::Top);
    let widths: Vec<usize> = measures.columns.windows(2).map(|pair| pair[1] - pair[0] - 3).collect();
    let wall = |sign: &str| {
        let pieces = widths.iter().map(|width| format!("+{}", sign.repeat(width + 2)));
        pieces.collect::<String>() + "+"
    };
    pen.line(&wall("-"));
    for row in 0..grid.rows {
        let cells: Vec<Option<&GridCell>> = (0..grid.columns)
            .map(|column| match grid.at(row, column) {
                At::Cell(cell) => Some(cell),
                _ => None,
            })
            .collect();
        let columns: Vec<Vec<String>> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| match cell {
                Some(cell) if cell.value.is_some() => vec![cell.text.clone()],
                Some(cell) => wrap::lines(&cell.text, *width),
                None => Vec::new(),
            })
            .collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..height {
            for ((column, cell), width) in columns.iter().zip(&cells).zip(&widths) {
                let text = column.get(line).map(String::as_str).unwrap_or_default();
                pen.put("| ");
                pen.cell(text, cell.is_some_and(|cell| cell.value.is_some()));
                pen.put(&wrap::padded("", width.saturating_sub(wrap::width(text)) + 1));
            }
            pen.line("|");
        }
        pen.line(&wall(if row + 1 == grid.head_rows { "=" } else { "-" }));
    }
    pen.line("");
}
