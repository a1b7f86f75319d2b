//! The cells that ruling lines enclose.

use super::content::Rule;
use super::geometry::Rect;

/// Cells of one table on one page.
#[derive(Debug)]
pub(super) struct Grid {
    /// Where columns end and begin, from left to right; one more than columns.
    columns: Vec<f64>,
    /// Where rows end and begin, from top to bottom; one more than rows.
    rows: Vec<f64>,
    /// For each place of the grid, row by row, the cell it belongs to.
    owners: Vec<usize>,
    pub(super) cells: Vec<Cell>,
}

/// A cell: all places of the grid without a line between them.
#[derive(Debug)]
pub(super) struct Cell {
    /// The first row and the first column it stands in.
    pub(super) row: usize,
    pub(super) column: usize,
    /// The last row it stands in.
    pub(super) last_row: usize,
    pub(super) place: Rect,
}

/// Pieces of a line with gaps up to this many points are one line.
const LINE_GAP: f64 = 3.0;

/// Pieces of a line lie so many points apart across it, at most.
const LINE_WIDTH: f64 = 1.0;

/// Lines up to this many points apart are one boundary, as double lines are.
const SAME_BOUNDARY: f64 = 3.0;

/// Shorter lines are ornaments.
const SHORTEST: f64 = 4.0;

/// How far lines that meet may miss each other.
const MEETING: f64 = 3.0;

/// Lines that stand out farther from the outermost crossing one enclose
/// something too.
const OPEN_SIDE: f64 = 8.0;

/// How much of the side of a place a line must cover to be its wall.
const WALL: f64 = 0.6;

/// More lines than any table has: a drawing.
const MAX_LINES: usize = 3000;

/// More places than any table has.
const MAX_PLACES: usize = 20_000;

/// Finds the tables that rules draw on a page.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let across = whole_lines(rules, false);
    let down = whole_lines(rules, true);
    if across.len().max(down.len()) > MAX_LINES {
        return Vec::new();
    }
    connected(&across, &down)
        .into_iter()
        .filter_map(|(across, down)| Grid::new(&across, &down))
        .filter(|grid| grid.cells.len() > 1)
        .collect()
}

impl Grid {
    /// The grid of lines that are connected.
    fn new(across: &[Rule], down: &[Rule]) -> Option<Self> {
        let mut columns = boundaries(down);
        let mut rows = boundaries(across);
        // A table may be open at its sides, and at its foot where the page
        // ends within a row.
        extend(&mut columns, across);
        extend(&mut rows, down);
        let (height, width) = (rows.len().checked_sub(1)?, columns.len().checked_sub(1)?);
        if height == 0 || width == 0 || height * width > MAX_PLACES {
            return None;
        }
        let wall_left = walls(&columns, &rows, down);
        let wall_above = walls(&rows, &columns, across);
        let mut sets = Sets::new(height * width);
        for row in 0..height {
            for column in 0..width {
                if column > 0 && !wall_left[column][row] {
                    sets.unite(row * width + column - 1, row * width + column);
                }
                if row > 0 && !wall_above[row][column] {
                    sets.unite((row - 1) * width + column, row * width + column);
                }
            }
        }
        let mut cells: Vec<Cell> = Vec::new();
        let mut cell_of_set = vec![None; height * width];
        let mut owners = Vec::with_capacity(height * width);
        for place in 0..height * width {
            let (row, column) = (place / width, place % width);
            let rect = Rect {
                left: columns[column],
                top: rows[row],
                right: columns[column + 1],
                bottom: rows[row + 1],
            };
            let set = sets.find(place);
            let index = *cell_of_set[set].get_or_insert_with(|| {
                cells.push(Cell { row, column, last_row: row, place: rect });
                cells.len() - 1
            });
            let cell = &mut cells[index];
            cell.place = cell.place.union(rect);
            cell.column = cell.column.min(column);
            cell.last_row = row;
            owners.push(index);
        }
        Some(Self { columns, rows, owners, cells })
    }

    pub(super) fn place(&self) -> Rect {
        let ends = |boundaries: &[f64]| match boundaries {
            [first, .., last] => (*first, *last),
            _ => (0.0, 0.0),
        };
        let ((left, right), (top, bottom)) = (ends(&self.columns), ends(&self.rows));
        Rect { left, top, right, bottom }
    }

    pub(super) fn row_count(&self) -> usize {
        self.rows.len() - 1
    }

    /// The cell at a place on the page; at the sides also a little outside.
    pub(super) fn cell_at(&self, (x, y): (f64, f64)) -> Option<usize> {
        let place = self.place();
        let around = Rect {
            left: place.left - MEETING,
            top: place.top - MEETING,
            right: place.right + MEETING,
            bottom: place.bottom + MEETING,
        };
        if !around.contains((x, y)) {
            return None;
        }
        let index = |boundaries: &[f64], value: f64| {
            boundaries
                .partition_point(|&boundary| boundary <= value)
                .saturating_sub(1)
                .min(boundaries.len() - 2)
        };
        let width = self.columns.len() - 1;
        self.owners.get(index(&self.rows, y) * width + index(&self.columns, x)).copied()
    }
}

/// Puts lines together from their pieces.
fn whole_lines(rules: &[Rule], is_vertical: bool) -> Vec<Rule> {
    let mut pieces: Vec<Rule> =
        rules.iter().filter(|rule| rule.is_vertical == is_vertical).copied().collect();
    pieces.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut lines = Vec::new();
    let mut rest = pieces.as_mut_slice();
    while let Some(first) = rest.first() {
        // From the first of them: dotted lines have dots at every height, and
        // what is near to something near would be the whole page.
        let limit = first.at + LINE_WIDTH;
        let count = rest.partition_point(|piece| piece.at <= limit).max(1);
        let (level, after) = rest.split_at_mut(count);
        level.sort_by(|one, other| one.from.total_cmp(&other.from));
        let mut current: Option<Rule> = None;
        for piece in level {
            match &mut current {
                Some(line) if piece.from <= line.to + LINE_GAP => line.to = line.to.max(piece.to),
                _ => lines.extend(current.replace(*piece)),
            }
        }
        lines.extend(current);
        rest = after;
    }
    lines.retain(|line| line.to - line.from >= SHORTEST);
    lines
}

/// Groups lines that meet; what meets nothing is left out.
fn connected(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut sets = Sets::new(across.len() + down.len());
    for (number, line) in across.iter().enumerate() {
        let first = down.partition_point(|other| other.at < line.from - MEETING);
        for (offset, other) in down[first..].iter().enumerate() {
            if other.at > line.to + MEETING {
                break;
            }
            if other.from - MEETING <= line.at && line.at <= other.to + MEETING {
                sets.unite(number, across.len() + first + offset);
            }
        }
    }
    let mut groups: Vec<(Vec<Rule>, Vec<Rule>)> = vec![(Vec::new(), Vec::new()); across.len() + down.len()];
    for (number, line) in across.iter().enumerate() {
        groups[sets.find(number)].0.push(*line);
    }
    for (number, line) in down.iter().enumerate() {
        groups[sets.find(across.len() + number)].1.push(*line);
    }
    groups.retain(|(across, down)| !across.is_empty() && !down.is_empty());
    groups
}

/// The places where lines of one direction lie.
fn boundaries(lines: &[Rule]) -> Vec<f64> {
    let mut places: Vec<f64> = lines.iter().map(|line| line.at).collect();
    places.sort_by(f64::total_cmp);
    let near = |one: &f64, other: &f64| other - one <= SAME_BOUNDARY;
    places.chunk_by(near).filter_map(|near| near.get(near.len() / 2).copied()).collect()
}

/// Adds the ends of the lines that cross the boundaries, where they stand out.
fn extend(boundaries: &mut Vec<f64>, crossing: &[Rule]) {
    let first = crossing.iter().map(|line| line.from).min_by(f64::total_cmp);
    let last = crossing.iter().map(|line| line.to).max_by(f64::total_cmp);
    if let (Some(first), Some(outermost)) = (first, boundaries.first().copied())
        && first < outermost - OPEN_SIDE
    {
        boundaries.insert(0, first);
    }
    if let (Some(last), Some(outermost)) = (last, boundaries.last().copied())
        && last > outermost + OPEN_SIDE
    {
        boundaries.push(last);
    }
}

/// For each boundary and each stretch between the crossing boundaries,
/// whether a line is there.
fn walls(boundaries: &[f64], crossing: &[f64], lines: &[Rule]) -> Vec<Vec<bool>> {
    let mut covered = vec![vec![0.0; crossing.len().saturating_sub(1)]; boundaries.len()];
    for line in lines {
        let nearest = boundaries
            .iter()
            .enumerate()
            .min_by(|one, other| (one.1 - line.at).abs().total_cmp(&(other.1 - line.at).abs()));
        let Some((boundary, _)) = nearest else { continue };
        for (stretch, ends) in crossing.windows(2).enumerate() {
            if let [from, to] = ends {
                covered[boundary][stretch] += (line.to.min(*to) - line.from.max(*from)).max(0.0);
            }
        }
    }
    let is_wall = |(covered, ends): (f64, &[f64])| match ends {
        [from, to] => covered >= WALL * (to - from),
        _ => false,
    };
    let stretches = |covered: Vec<f64>| covered.into_iter().zip(crossing.windows(2)).map(is_wall).collect();
    covered.into_iter().map(stretches).collect()
}

/// Sets of numbers that can be united.
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    fn find(&mut self, mut one: usize) -> usize {
        while self.parents[one] != one {
            self.parents[one] = self.parents[self.parents[one]];
            one = self.parents[one];
        }
        one
    }

    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        // The first stays, so that cells are in reading order.
        self.parents[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::upright;

    fn across(at: f64, from: f64, to: f64) -> Rule {
        Rule { is_vertical: false, at, from, to }
    }

    fn down(at: f64, from: f64, to: f64) -> Rule {
        Rule { is_vertical: true, at, from, to }
    }

    /// Two rows and three columns; the first row is one cell.
    fn sample() -> Vec<Rule> {
        vec![
            across(100.0, 50.0, 350.0),
            across(120.0, 50.0, 350.0),
            across(140.0, 50.0, 350.0),
            down(50.0, 100.0, 140.0),
            down(150.0, 120.0, 140.0),
            down(250.0, 120.0, 140.0),
            down(350.0, 100.0, 140.0),
        ]
    }

    fn shape(grid: &Grid) -> Vec<(usize, usize, usize)> {
        grid.cells.iter().map(|cell| (cell.row, cell.column, cell.last_row)).collect()
    }

    #[test]
    fn places_without_a_line_between_them_are_one_cell() {
        let grids = grids(&sample());
        assert_eq!(grids.len(), 1);
        assert_eq!(shape(&grids[0]), [(0, 0, 0), (1, 0, 1), (1, 1, 1), (1, 2, 1)]);
        assert_eq!(grids[0].cell_at((300.0, 110.0)), Some(0));
        assert_eq!(grids[0].cell_at((300.0, 130.0)), Some(3));
        assert_eq!(grids[0].cell_at((400.0, 130.0)), None);
    }

    #[test]
    fn lines_in_pieces_and_double_lines_are_one() {
        let mut rules = sample();
        rules.remove(1);
        rules.extend([across(119.5, 50.0, 150.0), across(120.2, 152.0, 250.0), across(120.0, 250.0, 350.0)]);
        rules.push(across(122.0, 50.0, 350.0));
        assert_eq!(shape(&grids(&rules)[0]), [(0, 0, 0), (1, 0, 1), (1, 1, 1), (1, 2, 1)]);
    }

    #[test]
    fn dots_are_lines() {
        let dots = |rule: Rule| {
            let count = upright::to_whole((rule.to - rule.from) / 1.5);
            (0..=count).flat_map(move |number| {
                let place = rule.from + 1.5 * f64::from(i32::try_from(number).unwrap());
                let piece = Rule { from: place, to: place + 0.75, ..rule };
                let other =
                    Rule { is_vertical: !rule.is_vertical, at: place, from: rule.at, to: rule.at + 0.75 };
                [piece, other]
            })
        };
        let dotted: Vec<Rule> = sample().into_iter().flat_map(dots).collect();
        assert_eq!(shape(&grids(&dotted)[0]), [(0, 0, 0), (1, 0, 1), (1, 1, 1), (1, 2, 1)]);
    }

    #[test]
    fn a_table_without_outer_lines_has_its_outer_cells() {
        let rules: Vec<Rule> = sample()
            .into_iter()
            .filter(|rule| !(rule.is_vertical && [50.0, 350.0].contains(&rule.at)))
            .collect();
        assert_eq!(shape(&grids(&rules)[0]), [(0, 0, 0), (0, 1, 0), (0, 2, 0)]);
    }

    #[test]
    fn a_row_that_the_page_cuts_is_closed() {
        let mut rules = sample();
        for rule in &mut rules {
            if rule.is_vertical {
                rule.to = 165.0;
            }
        }
        let grids = grids(&rules);
        assert_eq!(grids[0].row_count(), 3);
    }

    #[test]
    fn frames_and_underlines_are_no_tables() {
        let frame =
            [across(1.0, 1.0, 90.0), across(50.0, 1.0, 90.0), down(1.0, 1.0, 50.0), down(90.0, 1.0, 50.0)];
        assert!(grids(&frame).is_empty());
        assert!(grids(&[across(100.0, 50.0, 90.0), across(300.0, 50.0, 90.0)]).is_empty());
    }
}
