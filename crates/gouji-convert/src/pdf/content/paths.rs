//! Straight lines: what is stroked, and what is filled and thin.

use hayro_syntax::content::Instruction;

use super::state::State;
use super::{Rule, numbers};
use crate::pdf::geometry::Rect;

/// The path that is being built, in the space of its operators.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Part>,
}

/// A connected part of a path.
#[derive(Default)]
struct Part {
    points: Vec<(f64, f64)>,
    is_closed: bool,
    is_curved: bool,
}

/// Of what is filled, that which is not thicker is a line, in points.
const THICKEST: f64 = 4.0;

/// How far a line may be off a side of the page, in points.
const SLANT: f64 = 0.8;

/// Longer paths are drawings.
const MAX_POINTS: usize = 20_000;

impl Path {
    /// Takes an operator that builds paths; says whether it was one.
    pub(super) fn step(&mut self, operator: &[u8], instruction: &Instruction<'_, '_>) -> bool {
        match operator {
            b"m" => {
                if let Some([x, y]) = numbers(instruction) {
                    self.parts.push(Part { points: vec![(x, y)], ..Part::default() });
                }
            }
            b"l" => {
                if let Some([x, y]) = numbers(instruction) {
                    self.line_to(x, y);
                }
            }
            b"c" | b"v" | b"y" => {
                if let Some([x, y]) = numbers(instruction) {
                    self.line_to(x, y);
                }
                if let Some(part) = self.parts.last_mut() {
                    part.is_curved = true;
                }
            }
            b"h" => self.close(),
            b"re" => {
                if let Some([x, y, width, height]) = numbers(instruction) {
                    let points = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
                    self.parts.push(Part { points, is_closed: true, is_curved: false });
                }
            }
            _ => return false,
        }
        true
    }

    fn line_to(&mut self, x: f64, y: f64) {
        if let Some(part) = self.parts.last_mut().filter(|part| part.points.len() < MAX_POINTS) {
            part.points.push((x, y));
        }
    }

    fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.is_closed = true;
        }
    }

    /// Ends the path, and adds the straight lines that painting it shows.
    pub(super) fn paint(&mut self, operator: &[u8], state: &State, rules: &mut Vec<Rule>) {
        let strokes = matches!(operator, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*");
        let fills = matches!(operator, b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*");
        if matches!(operator, b"s" | b"b" | b"b*") {
            self.close();
        }
        let matrix = state.matrix;
        let thickness = state.line_width * matrix.a.hypot(matrix.b).max(matrix.c.hypot(matrix.d));
        for part in self.parts.drain(..) {
            let points: Vec<_> = part.points.iter().map(|&(x, y)| matrix.apply(x, y)).collect();
            if fills && !part.is_curved {
                rules.extend(Rect::around(points.iter().copied()).into_iter().flat_map(filled));
            }
            if strokes && thickness <= THICKEST {
                let closing = points.first().filter(|_| part.is_closed).copied();
                let ends = points.iter().skip(1).copied().chain(closing);
                rules.extend(points.iter().zip(ends).filter_map(|(from, to)| stroked(*from, to)));
            }
        }
    }
}

/// The line that a filled shape looks like. A dot is a piece of one, and may be
/// of either kind.
fn filled(shape: Rect) -> impl Iterator<Item = Rule> {
    let (x, y) = shape.center();
    let across = Rule { is_vertical: false, at: y, from: shape.left, to: shape.right };
    let down = Rule { is_vertical: true, at: x, from: shape.top, to: shape.bottom };
    let flat = shape.height() <= THICKEST;
    let narrow = shape.width() <= THICKEST;
    [across].into_iter().filter(move |_| flat).chain([down].into_iter().filter(move |_| narrow))
}

/// The line between two points, where it runs along a side of the page.
fn stroked(from: (f64, f64), to: (f64, f64)) -> Option<Rule> {
    let around = Rect::around([from, to])?;
    let (x, y) = around.center();
    if around.height() <= SLANT && around.width() > around.height() {
        Some(Rule { is_vertical: false, at: y, from: around.left, to: around.right })
    } else if around.width() <= SLANT && around.height() > around.width() {
        Some(Rule { is_vertical: true, at: x, from: around.top, to: around.bottom })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thin_shape_is_a_line_and_a_large_one_is_none() {
        let line = Rect { left: 10.0, top: 20.0, right: 200.0, bottom: 20.5 };
        let rules: Vec<_> = filled(line).collect();
        assert_eq!(rules, [Rule { is_vertical: false, at: 20.25, from: 10.0, to: 200.0 }]);
        let background = Rect { left: 10.0, top: 20.0, right: 200.0, bottom: 60.0 };
        assert_eq!(filled(background).count(), 0);
    }

    #[test]
    fn only_lines_along_the_sides_count() {
        assert!(stroked((0.0, 0.0), (100.0, 0.3)).is_some_and(|rule| !rule.is_vertical));
        assert!(stroked((5.0, 100.0), (5.0, 0.0)).is_some_and(|rule| rule.is_vertical && rule.from == 0.0));
        assert_eq!(stroked((0.0, 0.0), (100.0, 100.0)), None);
    }
}
