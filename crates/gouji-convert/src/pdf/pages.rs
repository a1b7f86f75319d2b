//! The pages of a file, as blocks from top to bottom.

use super::content::{Direction, Glyph, Shown};
use super::geometry::Rect;
use super::grid::grids;
use super::lines::{Line, WideGaps, lines};
use super::tables::Table;

/// A page, read.
pub(super) struct PageBlocks {
    pub(super) width: f64,
    pub(super) height: f64,
    /// From top to bottom.
    pub(super) blocks: Vec<Block>,
}

/// A line outside of tables, or a table.
pub(super) enum Block {
    Line(Line),
    Table(Table),
}

impl Block {
    fn place(&self) -> Rect {
        match self {
            Self::Line(line) => line.place,
            Self::Table(table) => table.place,
        }
    }
}

impl PageBlocks {
    /// Reads an upright page of a size.
    pub(super) fn new(shown: &Shown, (width, height): (f64, f64)) -> Self {
        let grids = grids(&shown.rules);
        let mut inside: Vec<Vec<&Glyph>> = grids.iter().map(|_| Vec::new()).collect();
        let mut outside: Vec<&Glyph> = Vec::new();
        for glyph in &shown.glyphs {
            // Of tables within each other, the inner one.
            let holding =
                grids.iter().enumerate().filter(|(_, grid)| grid.cell_at(glyph.place.center()).is_some());
            let area = |place: Rect| place.width() * place.height();
            let innermost =
                holding.min_by(|one, other| area(one.1.place()).total_cmp(&area(other.1.place())));
            match innermost {
                Some((grid, _)) => inside[grid].push(glyph),
                None if glyph.direction == Direction::Right => outside.push(glyph),
                None => {}
            }
        }
        let filled = grids.iter().zip(inside).filter(|(_, glyphs)| !glyphs.is_empty());
        let tables = filled.map(|(grid, glyphs)| Block::Table(Table::new(grid, &glyphs)));
        let lines = lines(&outside, WideGaps::Tab).into_iter().map(Block::Line);
        let mut blocks: Vec<Block> = tables.chain(lines).collect();
        blocks.sort_by(|one, other| one.place().center().1.total_cmp(&other.place().center().1));
        Self { width, height, blocks }
    }
}
