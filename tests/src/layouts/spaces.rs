//! Tables whose cells are set off by single spaces, as text taken from a PDF.

use super::wrap;
use super::{Grid, GridCell, Pen, Print};
use gouji::form::TableId;

/// Where the numbers of a row stand whose label has several lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// On a line of their own.
    OwnLine,
    /// After the last line of a label of two lines, else on a line of their own.
    LastLine,
}

/// `pdftotext -raw`.
pub(super) fn raw(pen: &mut Pen, grid: &Grid, print: &Print) {
    write(pen, grid, print, Numbers::OwnLine, head_cell_by_cell);
}

/// A PDF viewer's copy.
pub(super) fn viewer(pen: &mut Pen, grid: &Grid, print: &Print) {
    write(pen, grid, print, Numbers::LastLine, head_cell_by_cell);
}

/// A PDF viewer's copy of vertical heads: line by line through all of them.
pub(super) fn vertical_heads(pen: &mut Pen, grid: &Grid, print: &Print) {
    write(pen, grid, print, Numbers::LastLine, head_cut_into_rows);
}

/// `lynx -dump`.
pub(super) fn lynx(pen: &mut Pen, grid: &Grid) {
    for row in 0..grid.rows {
        pen.put("  ");
        for cell in grid.row(row).filter(|cell| !cell.text.is_empty()) {
            pen.put(" ");
            pen.cell(&cell.text.replace('\n', "\n   "), cell.value.is_some());
        }
        pen.line("");
    }
}

fn write(pen: &mut Pen, grid: &Grid, print: &Print, numbers: Numbers, head: fn(&mut Pen, &Grid, &Print)) {
    head(pen, grid, print);
    let mut page = 5;
    for row in grid.head_rows..grid.rows {
        if grid.table == TableId::Applications && row > grid.head_rows && print.breaks.contains(&row) {
            print.page_break(pen, page);
            page += 1;
            if print.repeated_head {
                head(pen, grid, print);
            }
        }
        write_row(pen, grid, print, row, numbers);
    }
}

fn write_row(pen: &mut Pen, grid: &Grid, print: &Print, row: usize, numbers: Numbers) {
    pen.finish_line();
    let (values, labels): (Vec<&GridCell>, Vec<&GridCell>) =
        grid.row(row).partition(|cell| cell.value.is_some());
    let mut lines_of_last = 1;
    for label in labels {
        let lines = wrap::lines(&label.text, label_width(label, print));
        lines_of_last = lines.len();
        // Labels that have one line all stand on the row's own line.
        if lines.len() > 1 {
            pen.finish_line();
        }
        pen.space();
        pen.put(&lines.join("\n"));
        if label.row_span > 1 {
            pen.line("");
        }
    }
    if lines_of_last > 2 || (lines_of_last == 2 && numbers == Numbers::OwnLine) {
        pen.finish_line();
    }
    let last = values.len();
    for (index, value) in values.into_iter().enumerate().filter(|(_, value)| !value.text.is_empty()) {
        if index + 1 == last && index > 2 && print.fallen.contains(&row) && numbers == Numbers::LastLine {
            pen.finish_line();
        }
        let lines = print.value_lines(&value.text);
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                pen.finish_line();
            }
            pen.space();
            pen.cell(line, true);
        }
        if lines.len() > 1 {
            pen.finish_line();
        }
    }
    pen.finish_line();
}

fn label_width(label: &GridCell, print: &Print) -> usize {
    match (label.row_span, label.column_span) {
        (1, 1) => print.label_width,
        (1, span) => print.label_width + print.group_width * (span - 1),
        _ => print.group_width,
    }
}

fn head_cell_by_cell(pen: &mut Pen, grid: &Grid, print: &Print) {
    for row in 0..grid.head_rows {
        for cell in grid.row(row) {
            pen.finish_line();
            let width = match cell.column_span {
                1 => print.head_width,
                3 => print.label_width + 2 * print.group_width,
                _ => 80,
            };
            pen.line(&wrap::lines(&cell.text, width).join("\n"));
        }
    }
}

fn head_cut_into_rows(pen: &mut Pen, grid: &Grid, print: &Print) {
    for row in 0..grid.head_rows {
        let (narrow, wide): (Vec<&GridCell>, Vec<&GridCell>) =
            grid.row(row).partition(|cell| cell.column_span == 1);
        for cell in wide {
            pen.space();
            pen.put(&cell.text);
        }
        pen.finish_line();
        let columns: Vec<Vec<String>> =
            narrow.iter().map(|cell| wrap::lines(&cell.text.replace('\n', ""), print.head_width)).collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..height {
            for piece in columns.iter().filter_map(|column| column.get(line)) {
                pen.space();
                pen.put(piece);
            }
            pen.finish_line();
        }
    }
}
