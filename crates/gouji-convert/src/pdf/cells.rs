//! What stands in a cell: words, lines, and numbers that are cut.

use std::rc::Rc;

use super::content::{Direction, Glyph};
use super::figures::{is_cut_number, is_figure};
use super::grid::{Cell, Grid};
use super::lines::{Line, WideGaps, join, lines};
use super::upright::{main_direction, turned};

/// Glyphs this far apart, in units of the size, are not one word.
const WORD_GAP: f64 = 0.15;

/// Both margins of a cell together, in points: as Word makes them, and the
/// largest that are met.
const USUAL_MARGINS: f64 = 12.5;
const LARGEST_MARGINS: f64 = 22.0;

/// Lines farther apart than this, in units of the size, are not one number.
const LINE_PITCH: f64 = 4.2;

/// What stands between two numbers that run into each other over the line
/// between their cells: they cannot be told apart.
const RUN_TOGETHER: &str = "\u{fffd}";

/// The lines in a cell.
pub(super) fn cell_lines(glyphs: &[Glyph]) -> Vec<Line> {
    let direction = main_direction(glyphs.iter());
    let turned: Vec<Glyph> = glyphs.iter().map(|glyph| turned(glyph, direction)).collect();
    let upright: Vec<&Glyph> = turned.iter().filter(|glyph| glyph.direction == Direction::Right).collect();
    lines(&upright, WideGaps::Space)
}

/// How much of their width the cells of a table leave free at their sides.
///
/// No number is wider than its cell without them, so that the widest tells
/// them, or more than them. In text, a mark may hang over.
pub(super) fn margins(cells: &[Cell], contents: &[Vec<Line>]) -> f64 {
    let rest = |cell: &Cell, line: &Line| cell.place.width() - line.place.width();
    let lines =
        || cells.iter().zip(contents).flat_map(|(cell, lines)| lines.iter().map(move |line| (cell, line)));
    let numbers = lines().filter(|(_, line)| is_figure(&line.text));
    let Some(least) = numbers.map(|(cell, line)| rest(cell, line)).min_by(f64::total_cmp) else {
        return USUAL_MARGINS;
    };
    // Larger ones are believed where several numbers are cut, and all of them
    // where there is no room for another digit.
    let cut = || {
        cells.iter().zip(contents).flat_map(|(cell, lines)| {
            let pairs = lines.array_windows().filter(|[line, next]| is_cut_number(&line.text, &next.text));
            pairs.map(move |[line, next]| rest(cell, line) - next.first_width)
        })
    };
    let believed = cut().count() >= 2 && cut().all(|rest| rest < least);
    least.clamp(0.0, if believed { LARGEST_MARGINS } else { USUAL_MARGINS })
}

/// What stands in a cell that has room for lines of a width. Numbers are only
/// joined where the width is given.
pub(super) fn cell_text(lines: &[Line], room: Option<f64>) -> String {
    let mut text = String::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        match (last, room) {
            (Some(last), Some(room)) if is_broken_number(last, line, room) => text.push_str(&line.text),
            _ => join(&mut text, &line.text),
        }
        last = Some(line);
    }
    text
}

/// Whether a number goes on in the next line because there is no room for its
/// next digit. Otherwise there are two numbers in the cell, which are not for
/// us to put together.
pub(super) fn is_broken_number(line: &Line, next: &Line, room: f64) -> bool {
    is_cut_number(&line.text, &next.text)
        && room - line.place.width() < next.first_width
        && next.place.top - line.place.top <= LINE_PITCH * line.size
}

/// The glyphs of a grid as words, in the order they are drawn.
///
/// A word that is wider than its cell stands in its neighbour's place as well,
/// and belongs to the one that holds its middle all the same.
pub(super) fn words(grid: &Grid, glyphs: &[&Glyph]) -> Vec<Vec<Glyph>> {
    let mut words: Vec<Vec<Glyph>> = Vec::new();
    for &glyph in glyphs {
        let Some(last) = words.last_mut().and_then(|word| word.last().cloned()) else {
            words.push(vec![glyph.clone()]);
            continue;
        };
        let Some(word) = words.last_mut() else { continue };
        match connection(grid, &last, glyph) {
            Connection::SameWord => word.push(glyph.clone()),
            Connection::RunsTogether => {
                let text = format!("{RUN_TOGETHER}{}", glyph.text);
                word.push(Glyph { text: Rc::from(text), ..glyph.clone() });
            }
            Connection::None => words.push(vec![glyph.clone()]),
        }
    }
    words
}

enum Connection {
    SameWord,
    RunsTogether,
    None,
}

fn connection(grid: &Grid, last: &Glyph, glyph: &Glyph) -> Connection {
    let size = last.size.max(glyph.size);
    let gap = glyph.place.left - last.place.right;
    let is_next = last.direction == Direction::Right
        && glyph.direction == Direction::Right
        && (last.place.center().1 - glyph.place.center().1).abs() <= 0.2 * size
        && gap.abs() <= WORD_GAP * size;
    if !is_next || last.is_blank() || glyph.is_blank() {
        return Connection::None;
    }
    // Digits that touch just where the line between two cells runs.
    let y = last.place.center().1;
    let (before, after) = (last.place.right - 0.1 * size, glyph.place.left + 0.1 * size);
    let is_divided = grid.cell_at((before, y)) != grid.cell_at((after, y));
    let is_digit = |glyph: &Glyph| glyph.text.bytes().all(|byte| byte.is_ascii_digit());
    if is_divided && is_digit(last) && is_digit(glyph) {
        return Connection::RunsTogether;
    }
    Connection::SameWord
}
