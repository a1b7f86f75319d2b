//! Puts a page's text upright, and leaves out what is not part of it.

use std::collections::HashMap;

use super::content::{Direction, Glyph, Rule, Shown};
use super::geometry::Rect;

/// How far apart, in units of its width and size, one glyph that is drawn
/// twice may stand, as some programs do to make it bold.
const TWICE: f64 = 0.3;

/// No glyph that can be seen is narrower, in units of its size.
const NARROWEST: f64 = 0.1;

/// Turns the page so that most of its lines run to the right, and drops
/// watermarks and what is drawn over itself.
pub(super) fn upright(mut shown: Shown) -> Shown {
    shown.glyphs.retain(|glyph| glyph.direction != Direction::Slanted && !glyph.text.is_empty());
    let most = main_direction(shown.glyphs.iter());
    if most != Direction::Right {
        for glyph in &mut shown.glyphs {
            *glyph = turned(glyph, most);
        }
        for rule in &mut shown.rules {
            *rule = turned_rule(rule, most);
        }
    }
    drop_twins(&mut shown.glyphs);
    shown
}

/// To which side most of the glyphs stand.
pub(super) fn main_direction<'glyphs>(glyphs: impl Iterator<Item = &'glyphs Glyph>) -> Direction {
    let mut counts = [0; 4];
    for glyph in glyphs.filter(|glyph| !glyph.is_blank()) {
        counts[place_of(glyph.direction)] += 1;
    }
    let directions = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
    let most = directions.into_iter().rev().max_by_key(|&direction| counts[place_of(direction)]);
    most.unwrap_or(Direction::Right)
}

/// How many quarter turns a direction is from the right.
fn place_of(direction: Direction) -> usize {
    match direction {
        Direction::Right | Direction::Slanted => 0,
        Direction::Down => 1,
        Direction::Left => 2,
        Direction::Up => 3,
    }
}

/// A glyph on the page after a turn that brings `from` to the right.
pub(super) fn turned(glyph: &Glyph, from: Direction) -> Glyph {
    let quarters = (place_of(glyph.direction) + 4 - place_of(from)) % 4;
    let directions = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
    let direction = directions.into_iter().nth(quarters).unwrap_or(Direction::Right);
    Glyph { place: turned_rect(glyph.place, from), direction, ..glyph.clone() }
}

fn turned_rect(rect: Rect, from: Direction) -> Rect {
    let Rect { left, top, right, bottom } = rect;
    match from {
        Direction::Right | Direction::Slanted => rect,
        Direction::Down => Rect { left: top, top: -right, right: bottom, bottom: -left },
        Direction::Left => Rect { left: -right, top: -bottom, right: -left, bottom: -top },
        Direction::Up => Rect { left: -bottom, top: left, right: -top, bottom: right },
    }
}

fn turned_rule(rule: &Rule, from: Direction) -> Rule {
    let Rule { is_vertical, at, .. } = *rule;
    let (start, end) = (rule.from, rule.to);
    let place = if is_vertical {
        Rect { left: at, top: start, right: at, bottom: end }
    } else {
        Rect { left: start, top: at, right: end, bottom: at }
    };
    let place = turned_rect(place, from);
    let is_vertical = is_vertical != matches!(from, Direction::Down | Direction::Up);
    if is_vertical {
        Rule { is_vertical, at: place.left, from: place.top, to: place.bottom }
    } else {
        Rule { is_vertical, at: place.top, from: place.left, to: place.right }
    }
}

/// Drops a glyph where the same one stands already.
fn drop_twins(glyphs: &mut Vec<Glyph>) {
    /// How large the fields are by which neighbours are found, in points.
    const FIELD: f64 = 8.0;
    let mut seen: HashMap<(i64, i64), Vec<Glyph>> = HashMap::new();
    glyphs.retain(|glyph| {
        if glyph.is_blank() {
            return true;
        }
        let (x, y) = glyph.place.center();
        let (across, down) = (to_whole(x / FIELD), to_whole(y / FIELD));
        let near = (across - 1..=across + 1).flat_map(|x| (down - 1..=down + 1).map(move |y| (x, y)));
        let has_twin = near
            .filter_map(|field| seen.get(&field))
            .any(|others| others.iter().any(|other| are_twins(other, glyph)));
        if !has_twin {
            seen.entry((across, down)).or_default().push(glyph.clone());
        }
        !has_twin
    });
}

fn are_twins(one: &Glyph, other: &Glyph) -> bool {
    let ((x, y), (other_x, other_y)) = (one.place.center(), other.place.center());
    // Of a glyph whose width is not known, the next one may stand on it.
    let is_known = one.place.width().min(other.place.width()) >= NARROWEST * one.size;
    is_known
        && one.text == other.text
        && (x - other_x).abs() <= TWICE * one.place.width().min(other.place.width())
        && (y - other_y).abs() <= TWICE * one.size.min(other.size)
}

/// The whole number nearest to a place on a page.
#[expect(clippy::cast_possible_truncation, reason = "a place beyond a million points is on no page")]
pub(super) fn to_whole(value: f64) -> i64 {
    value.round().clamp(-1e6, 1e6) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::lines::testing::glyphs_at;

    #[test]
    fn a_page_on_its_side_is_turned() {
        let mut glyphs = glyphs_at(100.0, 200.0, "一二");
        for (glyph, top) in glyphs.iter_mut().zip([50.0, 60.0]) {
            glyph.direction = Direction::Down;
            glyph.place = Rect { left: 300.0, top, right: 310.0, bottom: top + 10.0 };
        }
        let rules = vec![Rule { is_vertical: true, at: 295.0, from: 50.0, to: 90.0 }];
        let shown = upright(Shown { glyphs, rules, ..Shown::default() });
        assert_eq!(shown.glyphs[0].direction, Direction::Right);
        assert!(shown.glyphs[0].place.right <= shown.glyphs[1].place.left);
        assert_eq!(shown.rules, [Rule { is_vertical: false, at: -295.0, from: 50.0, to: 90.0 }]);
    }

    #[test]
    fn what_is_drawn_twice_is_there_once() {
        let mut glyphs = glyphs_at(100.0, 200.0, "11");
        glyphs.extend(glyphs_at(100.4, 200.2, "11"));
        let shown = upright(Shown { glyphs, ..Shown::default() });
        assert_eq!(shown.glyphs.len(), 2);
    }

    #[test]
    fn digits_whose_width_is_lost_are_all_there() {
        let mut glyphs = glyphs_at(100.0, 200.0, "11");
        for glyph in &mut glyphs {
            glyph.place = Rect { left: 100.0, right: 100.0, ..glyph.place };
        }
        let shown = upright(Shown { glyphs, ..Shown::default() });
        assert_eq!(shown.glyphs.len(), 2);
    }

    #[test]
    fn watermarks_are_left_out() {
        let mut glyphs = glyphs_at(100.0, 200.0, "草稿");
        glyphs[0].direction = Direction::Slanted;
        let shown = upright(Shown { glyphs, ..Shown::default() });
        assert_eq!(shown.glyphs.len(), 1);
    }
}
