//! Lines of text, put together from glyphs by where they stand.

use super::content::Glyph;
use super::geometry::Rect;

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Without white space at its ends.
    pub(super) text: String,
    /// Of what can be seen of it.
    pub(super) place: Rect,
    /// The size of most of it.
    pub(super) size: f64,
    /// How wide its first glyph is.
    pub(super) first_width: f64,
    /// Whether all of it says that it is a running header, a footer or a page
    /// number.
    pub(super) is_furniture: bool,
}

/// What stands where a line has a gap as wide as between two columns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WideGaps {
    Tab,
    Space,
}

/// How far apart the middles of two glyphs of one line may be, in units of the
/// larger size.
const SAME_LINE: f64 = 0.45;

/// Digits that reach farther into each other, in units of the size, or that
/// are not drawn one after the other, do not stand where they seem to: a font
/// that tells wrong widths would change a figure.
const OVERLAP: f64 = 0.3;

/// Gaps in units of the size: between ideographs, between ideographs and
/// others, between others, and between columns.
const GAP_OF_IDEOGRAPHS: f64 = 0.5;
const GAP_OF_OTHERS: f64 = 0.2;
const GAP_OF_COLUMNS: f64 = 2.0;

/// Puts glyphs together to lines, from top to bottom.
pub(super) fn lines(glyphs: &[&Glyph], wide_gaps: WideGaps) -> Vec<Line> {
    let numbered = || glyphs.iter().copied().enumerate();
    let mut by_height: Vec<(usize, &Glyph)> = numbered().filter(|(_, glyph)| !glyph.is_blank()).collect();
    by_height.sort_by(|(_, one), (_, other)| one.place.center().1.total_cmp(&other.place.center().1));
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (number, glyph) in by_height {
        match rows.last_mut() {
            Some(row) if row.takes(glyph) => row.glyphs.push((number, glyph)),
            _ => rows.push(Row {
                middle: glyph.place.center().1,
                size: glyph.size,
                glyphs: vec![(number, glyph)],
            }),
        }
    }
    // Blanks belong to the lines that are there.
    for (number, blank) in numbered().filter(|(_, glyph)| glyph.is_blank()) {
        let y = blank.place.center().1;
        let after = rows.partition_point(|row| row.middle < y);
        let mut near = [after.checked_sub(1), Some(after)].into_iter().flatten();
        if let Some(place) = near.find(|&place| rows.get(place).is_some_and(|row| row.takes(blank))) {
            rows[place].glyphs.push((number, blank));
        }
    }
    rows.into_iter().filter_map(|row| row.line(wide_gaps)).collect()
}

struct Row<'glyphs> {
    middle: f64,
    size: f64,
    /// With their places in the order of drawing.
    glyphs: Vec<(usize, &'glyphs Glyph)>,
}

impl Row<'_> {
    fn takes(&self, glyph: &Glyph) -> bool {
        let apart = (glyph.place.center().1 - self.middle).abs();
        apart <= SAME_LINE * glyph.size.max(self.size)
    }

    fn line(mut self, wide_gaps: WideGaps) -> Option<Line> {
        self.glyphs.sort_by(|(_, one), (_, other)| one.place.left.total_cmp(&other.place.left));
        let mut text = String::new();
        let mut last: Option<(usize, &Glyph)> = None;
        let mut first_width = 0.0;
        let mut place: Option<Rect> = None;
        let mut blank_between = false;
        for &(number, glyph) in &self.glyphs {
            if glyph.is_blank() {
                blank_between = true;
                continue;
            }
            match last {
                None => first_width = glyph.place.width(),
                Some((before, last)) => {
                    let separator = between(last, glyph, blank_between, wide_gaps);
                    let is_disordered = separator.is_none()
                        && (number < before || overlap(last, glyph) > OVERLAP)
                        && is_digit(last)
                        && is_digit(glyph);
                    text.extend(if is_disordered { Some(char::REPLACEMENT_CHARACTER) } else { separator });
                }
            }
            text.push_str(&glyph.text);
            place = Some(place.map_or(glyph.place, |place| place.union(glyph.place)));
            blank_between = false;
            last = Some((number, glyph));
        }
        let visible = || self.glyphs.iter().map(|(_, glyph)| glyph).filter(|glyph| !glyph.is_blank());
        let mut sizes: Vec<f64> = visible().map(|glyph| glyph.size).collect();
        sizes.sort_by(f64::total_cmp);
        Some(Line {
            text,
            place: place?,
            size: sizes.get(sizes.len() / 2).copied()?,
            first_width,
            is_furniture: visible().all(|glyph| glyph.is_furniture),
        })
    }
}

/// How far one glyph reaches into another, in units of the size.
fn overlap(one: &Glyph, other: &Glyph) -> f64 {
    (one.place.right - other.place.left) / one.size.max(other.size).max(0.1)
}

fn is_digit(glyph: &Glyph) -> bool {
    glyph.text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What stands between two glyphs of a line.
fn between(one: &Glyph, other: &Glyph, has_blank: bool, wide_gaps: WideGaps) -> Option<char> {
    let size = one.size.max(other.size);
    let gap = (other.place.left - one.place.right) / size.max(0.1);
    if gap >= GAP_OF_COLUMNS && wide_gaps == WideGaps::Tab {
        return Some('\t');
    }
    let last = one.text.chars().next_back().unwrap_or(' ');
    let first = other.text.chars().next().unwrap_or(' ');
    let widest = if is_ideograph(last) || is_ideograph(first) { GAP_OF_IDEOGRAPHS } else { GAP_OF_OTHERS };
    (has_blank || gap > widest).then_some(' ')
}

/// Whether a character stands in a square of its own, without blanks to the
/// next.
pub(super) fn is_ideograph(character: char) -> bool {
    u32::from(character) >= 0x2e80 || matches!(character, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Joins a line to what stands before it in one paragraph or cell.
pub(super) fn join(text: &mut String, line: &str) {
    let last = text.chars().next_back();
    let first = line.chars().next();
    if let (Some(last), Some(first)) = (last, first)
        && !is_ideograph(last)
        && !is_ideograph(first)
    {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
pub(super) mod testing {
    use std::rc::Rc;

    use super::*;
    use crate::pdf::content::Direction;

    /// Glyphs of ten points from a place on, ideographs as wide as high and
    /// others half as wide.
    pub(in crate::pdf) fn glyphs_at(left: f64, top: f64, text: &str) -> Vec<Glyph> {
        let mut left = left;
        let glyph = |character: char| {
            let width = if is_ideograph(character) { 10.0 } else { 5.0 };
            let place = Rect { left, top, right: left + width, bottom: top + 10.0 };
            left += width;
            Glyph {
                text: Rc::from(character.to_string()),
                place,
                size: 10.0,
                direction: Direction::Right,
                is_furniture: false,
            }
        };
        text.chars().map(glyph).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::glyphs_at;
    use super::*;

    fn texts(glyphs: &[Glyph], wide_gaps: WideGaps) -> Vec<String> {
        let glyphs: Vec<&Glyph> = glyphs.iter().collect();
        lines(&glyphs, wide_gaps).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_are_read_from_top_to_bottom_and_left_to_right() {
        let mut glyphs = glyphs_at(50.0, 120.0, "第二行");
        glyphs.extend(glyphs_at(80.0, 101.0, "右"));
        glyphs.extend(glyphs_at(50.0, 100.0, "第一行"));
        assert_eq!(texts(&glyphs, WideGaps::Tab), ["第一行右", "第二行"]);
    }

    #[test]
    fn numbers_that_stand_apart_stay_apart() {
        let mut glyphs = glyphs_at(50.0, 100.0, "12");
        glyphs.extend(glyphs_at(62.5, 100.0, "34"));
        glyphs.extend(glyphs_at(100.0, 100.0, "5"));
        assert_eq!(texts(&glyphs, WideGaps::Tab), ["12 34\t5"]);
        assert_eq!(texts(&glyphs, WideGaps::Space), ["12 34 5"]);
    }

    #[test]
    fn blanks_are_kept_once_and_never_at_the_ends() {
        let glyphs = glyphs_at(50.0, 100.0, "　（一） 予以  公开 ");
        assert_eq!(texts(&glyphs, WideGaps::Tab), ["（一） 予以 公开"]);
        let line = &lines(&glyphs.iter().collect::<Vec<_>>(), WideGaps::Tab)[0];
        assert!((59.0..61.0).contains(&line.place.left));
    }

    #[test]
    fn digits_in_disorder_are_no_number() {
        let mut glyphs = glyphs_at(50.0, 100.0, "12");
        glyphs.swap(0, 1);
        assert_eq!(texts(&glyphs, WideGaps::Space), ["1\u{fffd}2"]);
        let mut glyphs = glyphs_at(50.0, 100.0, "12");
        glyphs[0].place.right += 4.0;
        assert_eq!(texts(&glyphs, WideGaps::Space), ["1\u{fffd}2"]);
    }

    #[test]
    fn a_larger_letter_does_not_break_the_line() {
        let mut glyphs = glyphs_at(50.0, 100.0, "上下");
        glyphs[1].size = 16.0;
        glyphs[1].place = Rect { left: 60.0, top: 95.0, right: 76.0, bottom: 111.0 };
        assert_eq!(texts(&glyphs, WideGaps::Tab), ["上下"]);
    }

    #[test]
    fn words_are_joined_with_a_blank_and_ideographs_without() {
        let mut text = "信息公".to_owned();
        join(&mut text, "开");
        join(&mut text, "IP");
        join(&mut text, "address");
        assert_eq!(text, "信息公开IP address");
    }
}
