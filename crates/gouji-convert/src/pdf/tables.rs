//! Tables: what stands in the cells of a grid, and one table on several pages.

use super::cells::{cell_lines, cell_text, is_broken_number, margins, words};
use super::content::Glyph;
use super::figures::{continues, is_cut_number, is_value};
use super::geometry::Rect;
use super::grid::{Cell, Grid};
use super::lines::{Line, join};

/// A table, or the part of one that stands on a page.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    pub(super) place: Rect,
}

/// The cells that begin in a row, from left to right.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: Vec<TextCell>,
}

/// A cell with its text, which holds neither tabs nor line breaks.
#[derive(Debug)]
pub(super) struct TextCell {
    pub(super) left: f64,
    pub(super) text: String,
    /// How many rows it stands in.
    rows: usize,
    /// How much room its last line leaves.
    room_left: f64,
    /// How wide its first glyph is.
    first_width: f64,
}

/// How far the sides of one table on two pages may be apart.
const SAME_SIDE: f64 = 4.0;

impl Table {
    /// Puts each word into the cell that holds its middle.
    pub(super) fn new(grid: &Grid, glyphs: &[&Glyph]) -> Self {
        let mut contents: Vec<Vec<Glyph>> = grid.cells.iter().map(|_| Vec::new()).collect();
        for word in words(grid, glyphs) {
            let place = word.iter().map(|glyph| glyph.place).reduce(Rect::union);
            let cell = place.and_then(|place| grid.cell_at(place.center()));
            if let Some(content) = cell.and_then(|cell| contents.get_mut(cell)) {
                content.extend(word);
            }
        }
        let contents: Vec<Vec<Line>> = contents.iter().map(|glyphs| cell_lines(glyphs)).collect();
        let margins = margins(&grid.cells, &contents);
        let mut rows: Vec<Row> = (0..grid.row_count()).map(|_| Row { cells: Vec::new() }).collect();
        let mut cells: Vec<_> = grid.cells.iter().zip(contents).collect();
        cells.sort_by_key(|(cell, _)| (cell.row, cell.column));
        for cells in cells.chunk_by(|one, other| one.0.row == other.0.row) {
            let room_of = |cell: &Cell| cell.place.width() - margins;
            // Where one cell holds two numbers, two rows may have lost the line
            // between them, and then they all do.
            let may_join = cells.iter().all(|(cell, lines)| {
                let room = room_of(cell);
                lines.array_windows().all(|[line, next]| {
                    !is_cut_number(&line.text, &next.text) || is_broken_number(line, next, room)
                })
            });
            for (cell, lines) in cells {
                let room = room_of(cell);
                rows[cell.row].cells.push(TextCell {
                    left: cell.place.left,
                    text: cell_text(lines, may_join.then_some(room)),
                    rows: cell.last_row + 1 - cell.row,
                    room_left: lines.last().map_or(room, |line| room - line.place.width()),
                    first_width: lines.first().map_or(0.0, |line| line.first_width),
                });
            }
        }
        Self { rows, place: grid.place() }
    }

    /// Takes over the rows of `next`, where it is the part of this table on
    /// the next page; gives it back where it is another table.
    pub(super) fn continue_with(&mut self, next: Self) -> Option<Self> {
        let same_sides = (self.place.left - next.place.left).abs() <= SAME_SIDE
            && (self.place.right - next.place.right).abs() <= SAME_SIDE;
        if !same_sides {
            return Some(next);
        }
        let repeated = self.rows.iter().zip(&next.rows).take_while(|(one, other)| one.says_the_same(other));
        let repeated = repeated.count();
        let mut rows = next.rows.into_iter().skip(repeated);
        let mut first = rows.next();
        if let Some(row) = first.take() {
            first = self.continue_last_row(row);
        }
        self.rows.extend(first);
        self.rows.extend(rows);
        None
    }

    /// Gives the first row of the next page to the cells that it continues.
    /// What is left of it is a row of its own.
    fn continue_last_row(&mut self, mut row: Row) -> Option<Row> {
        let is_rest = self.is_rest_of_last_row(&row);
        let last = self.rows.len().saturating_sub(1);
        row.cells.retain(|cell| {
            let Some((at, above)) = self.cell_at_foot(cell.left) else { return true };
            let is_its_end = at == last && is_rest;
            let goes_on = cell.text.is_empty() || above.goes_on_in(cell);
            if !is_its_end && (at == last || !goes_on) {
                return true;
            }
            above.take(cell);
            above.rows += cell.rows - usize::from(is_rest);
            false
        });
        (!row.cells.is_empty()).then_some(row)
    }

    /// Whether the first row of the next page is the rest of the last row of
    /// this one.
    fn is_rest_of_last_row(&mut self, row: &Row) -> bool {
        let last = self.rows.len().saturating_sub(1);
        let mut pairs = 0;
        let mut labels = 0;
        let mut labels_below = 0;
        let mut has_values_apart = false;
        for cell in &row.cells {
            let Some((at, above)) = self.cell_at_foot(cell.left) else { return false };
            if at < last {
                continue;
            }
            pairs += 1;
            let is_label = !above.text.is_empty() && !is_value(&above.text);
            labels += usize::from(is_label);
            if above.text.is_empty() || cell.text.is_empty() {
                continue;
            }
            if is_label {
                if !above.goes_on_in(cell) {
                    return false;
                }
                labels_below += 1;
            } else {
                has_values_apart |= !above.is_cut_before(cell);
            }
        }
        // All cells of the last row go on, or none.
        let has_all = self.rows.last().is_some_and(|last| last.cells.len() == pairs);
        let says_something = row.cells.iter().any(|cell| !cell.text.is_empty());
        let has_no_label = labels > 0 && labels_below == 0;
        says_something && has_all && (has_no_label || !has_values_apart)
    }

    /// The cell that reaches the last row and begins at a place, with its row.
    fn cell_at_foot(&mut self, left: f64) -> Option<(usize, &mut TextCell)> {
        let count = self.rows.len();
        self.rows.iter_mut().enumerate().rev().find_map(|(at, row)| {
            let is_it =
                |cell: &&mut TextCell| at + cell.rows >= count && (cell.left - left).abs() <= SAME_SIDE;
            row.cells.iter_mut().find(is_it).map(|cell| (at, cell))
        })
    }

    /// The table as text: a line for each row, tabs between its columns,
    /// nothing where a cell goes on from the left or from above.
    pub(super) fn text(&self) -> String {
        let columns = self.columns();
        let mut text = String::new();
        for row in self.rows.iter().filter(|row| !row.cells.is_empty()) {
            let mut fields = vec![String::new(); columns.len()];
            for cell in &row.cells {
                let column = column_of(&columns, cell.left);
                if let Some(field) = fields.get_mut(column) {
                    join(field, &cell.text);
                }
            }
            text.push_str(&fields.join("\t"));
            text.push('\n');
        }
        text
    }

    /// Where columns begin: for each the places of the cells in it.
    ///
    /// Lines that do not quite meet, or rows that are divided in their own way,
    /// give places where no column begins. Neighbours become one column
    /// where no row has a cell in both.
    fn columns(&self) -> Vec<Vec<f64>> {
        let mut lefts: Vec<f64> = self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.left).collect();
        lefts.sort_by(f64::total_cmp);
        let near = |one: &f64, other: &f64| other - one <= SAME_SIDE;
        let places: Vec<Vec<f64>> = lefts.chunk_by(near).map(<[f64]>::to_vec).collect();
        let mut rows_of: Vec<Vec<bool>> = vec![vec![false; self.rows.len()]; places.len()];
        for (number, row) in self.rows.iter().enumerate() {
            for cell in &row.cells {
                let column = column_of(&places, cell.left);
                rows_of[column][number] = true;
            }
        }
        let mut columns: Vec<(Vec<f64>, Vec<bool>)> = Vec::new();
        for (place, rows) in places.into_iter().zip(rows_of) {
            match columns.last_mut() {
                Some((lefts, taken)) if !taken.iter().zip(&rows).any(|(one, other)| *one && *other) => {
                    lefts.extend(place);
                    for (one, other) in taken.iter_mut().zip(rows) {
                        *one |= other;
                    }
                }
                _ => columns.push((place, rows)),
            }
        }
        columns.into_iter().map(|(lefts, _)| lefts).collect()
    }
}

impl TextCell {
    /// Whether this cell's number is cut where `rest` begins.
    fn is_cut_before(&self, rest: &Self) -> bool {
        is_cut_number(&self.text, &rest.text) && self.room_left < rest.first_width
    }

    /// Whether this cell's label goes on in `rest`: its last line was full.
    fn goes_on_in(&self, rest: &Self) -> bool {
        // A mark that may not begin a line takes a character with it.
        continues(&self.text, &rest.text) && self.room_left < 2.2 * rest.first_width
    }

    /// Takes over what stands in `rest`.
    fn take(&mut self, rest: &Self) {
        if rest.text.is_empty() {
            return;
        }
        if self.is_cut_before(rest) {
            self.text.push_str(&rest.text);
        } else {
            join(&mut self.text, &rest.text);
        }
        self.room_left = rest.room_left;
    }
}

impl Row {
    fn says_the_same(&self, other: &Self) -> bool {
        let bare = |cell: &TextCell| cell.text.split_whitespace().collect::<String>();
        let says_something = self.cells.iter().any(|cell| !cell.text.is_empty());
        says_something
            && self.cells.len() == other.cells.len()
            && self.cells.iter().zip(&other.cells).all(|(one, other)| bare(one) == bare(other))
    }
}

/// The column whose places are nearest.
fn column_of(columns: &[Vec<f64>], left: f64) -> usize {
    let after = columns.partition_point(|lefts| lefts.first().is_some_and(|&first| first <= left));
    after.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::content::Rule;
    use crate::pdf::grid::grids;
    use crate::pdf::lines::testing::glyphs_at;

    /// A grid with boundaries at these places.
    fn grid(columns: &[f64], rows: &[f64]) -> Vec<Rule> {
        let (left, right) = (columns[0], columns[columns.len() - 1]);
        let (top, bottom) = (rows[0], rows[rows.len() - 1]);
        let across = rows.iter().map(|&at| Rule { is_vertical: false, at, from: left, to: right });
        let down = columns.iter().map(|&at| Rule { is_vertical: true, at, from: top, to: bottom });
        across.chain(down).collect()
    }

    fn table(rules: &[Rule], texts: &[(f64, f64, &str)]) -> Table {
        let glyphs: Vec<Glyph> =
            texts.iter().flat_map(|&(left, top, text)| glyphs_at(left, top, text)).collect();
        Table::new(&grids(rules)[0], &glyphs.iter().collect::<Vec<_>>())
    }

    #[test]
    fn words_stand_in_their_cells() {
        let rules = grid(&[0.0, 100.0, 140.0, 180.0], &[0.0, 30.0, 60.0]);
        let table = table(
            &rules,
            &[
                (5.0, 3.0, "（一）予以"),
                (5.0, 16.0, "公开"),
                (110.0, 10.0, "12"),
                (150.0, 10.0, "0"),
                (5.0, 40.0, "总计"),
            ],
        );
        assert_eq!(table.text(), "（一）予以公开\t12\t0\n总计\t\t\n");
    }

    #[test]
    fn a_label_that_is_too_wide_stays_in_its_cell() {
        let rules = grid(&[0.0, 50.0, 90.0], &[0.0, 20.0, 40.0]);
        let table = table(&rules, &[(5.0, 3.0, "规范性文件"), (70.0, 3.0, "7"), (5.0, 23.0, "规章")]);
        assert_eq!(table.text(), "规范性文件\t7\n规章\t\n");
    }

    #[test]
    fn numbers_that_run_into_each_other_are_not_one_number() {
        let rules = grid(&[0.0, 20.0, 40.0], &[0.0, 20.0, 40.0]);
        let table = table(&rules, &[(5.0, 3.0, "2174")]);
        assert!(table.text().contains("217\u{fffd}4"), "{}", table.text());
    }

    #[test]
    fn a_number_is_joined_only_where_its_cell_was_too_narrow() {
        let narrow = grid(&[0.0, 30.0, 60.0], &[0.0, 60.0, 80.0]);
        let broken = table(&narrow, &[(3.0, 3.0, "6624"), (12.0, 16.0, "1")]);
        assert_eq!(broken.text(), "66241\t\n\t\n");
        let two = table(&narrow, &[(10.0, 3.0, "12"), (10.0, 16.0, "20"), (33.0, 3.0, "甲乙")]);
        assert_eq!(two.text(), "12 20\t甲乙\n\t\n");
        let apart = table(&narrow, &[(3.0, 3.0, "6624"), (3.0, 48.0, "1024")]);
        assert_eq!(apart.text(), "6624 1024\t\n\t\n");
    }

    #[test]
    fn a_boundary_that_no_two_cells_share_is_no_column() {
        let mut rules = grid(&[0.0, 200.0], &[0.0, 20.0, 40.0]);
        rules.push(Rule { is_vertical: true, at: 100.0, from: 0.0, to: 20.0 });
        rules.push(Rule { is_vertical: true, at: 130.0, from: 20.0, to: 40.0 });
        let table =
            table(&rules, &[(5.0, 3.0, "甲"), (105.0, 3.0, "1"), (5.0, 23.0, "乙"), (135.0, 23.0, "2")]);
        assert_eq!(table.text(), "甲\t1\n乙\t2\n");
    }

    #[test]
    fn a_table_goes_on_on_the_next_page_without_its_head() {
        let rules = grid(&[0.0, 100.0, 140.0], &[0.0, 20.0, 40.0]);
        let mut first =
            table(&rules, &[(5.0, 3.0, "项目"), (110.0, 3.0, "数量"), (5.0, 23.0, "甲"), (110.0, 23.0, "1")]);
        let next =
            table(&rules, &[(5.0, 3.0, "项目"), (110.0, 3.0, "数量"), (5.0, 23.0, "乙"), (110.0, 23.0, "1")]);
        assert!(first.continue_with(next).is_none());
        assert_eq!(first.text(), "项目\t数量\n甲\t1\n乙\t1\n");
    }

    #[test]
    fn a_row_that_the_page_cuts_is_one_row() {
        let rules = grid(&[0.0, 100.0, 140.0], &[0.0, 20.0, 40.0]);
        let mut first = table(
            &rules,
            &[(5.0, 3.0, "（一）甲"), (110.0, 3.0, "1"), (5.0, 23.0, "（二）部分公开"), (110.0, 23.0, "2")],
        );
        let next = table(&rules, &[(5.0, 3.0, "其他情形）"), (5.0, 23.0, "（三）乙"), (110.0, 23.0, "3")]);
        assert!(first.continue_with(next).is_none());
        assert_eq!(first.text(), "（一）甲\t1\n（二）部分公开其他情形）\t2\n（三）乙\t3\n");
    }

    #[test]
    fn a_row_of_other_cells_is_no_rest() {
        let rules = grid(&[0.0, 100.0, 140.0], &[0.0, 20.0, 40.0]);
        let mut first = table(
            &rules,
            &[(5.0, 3.0, "规章"), (110.0, 3.0, "1"), (5.0, 23.0, "行政许可"), (110.0, 23.0, "2")],
        );
        let mut rules = grid(&[0.0, 140.0], &[0.0, 20.0, 40.0]);
        rules.push(Rule { is_vertical: true, at: 100.0, from: 20.0, to: 40.0 });
        let next = table(
            &rules,
            &[(5.0, 3.0, "第二十条第（六）项"), (5.0, 23.0, "信息内容"), (110.0, 23.0, "数量")],
        );
        assert!(first.continue_with(next).is_none());
        assert_eq!(first.text(), "规章\t1\n行政许可\t2\n第二十条第（六）项\t\n信息内容\t数量\n");
    }

    #[test]
    fn a_row_without_figures_that_has_its_own_number_is_a_row() {
        let rules = grid(&[0.0, 100.0, 140.0], &[0.0, 20.0, 40.0]);
        let mut first =
            table(&rules, &[(5.0, 3.0, "1.甲"), (110.0, 3.0, "1"), (5.0, 23.0, "2.乙"), (110.0, 23.0, "2")]);
        let next = table(&rules, &[(5.0, 3.0, "3.丙"), (5.0, 23.0, "4.丁"), (110.0, 23.0, "3")]);
        assert!(first.continue_with(next).is_none());
        assert_eq!(first.text(), "1.甲\t1\n2.乙\t2\n3.丙\t\n4.丁\t3\n");
    }
}
