//! A page of characters at fixed places.

use super::Pen;
use super::wrap::Ruler;

/// A page of characters, each at a line and a column.
pub(super) struct Canvas {
    ruler: Ruler,
    lines: Vec<Vec<Place>>,
}

/// What stands at a column of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Free,
    /// A character; whether a value begins or goes on here.
    Taken(char, bool),
    /// The second half of a wide character.
    Half,
}

impl Canvas {
    /// An empty page on which characters take as many columns as this ruler says.
    pub(super) fn new(ruler: Ruler) -> Self {
        Self { ruler, lines: Vec::new() }
    }

    /// Writes the text, unless something stands there.
    pub(super) fn put(&mut self, line: usize, column: usize, text: &str, is_value: bool) {
        if self.lines.len() <= line {
            self.lines.resize(line + 1, Vec::new());
        }
        let places = &mut self.lines[line];
        let mut at = column;
        for character in text.chars() {
            let width = self.ruler.of(character);
            if places.len() < at + width {
                places.resize(at + width, Place::Free);
            }
            places[at] = Place::Taken(character, is_value);
            for half in &mut places[at + 1..at + width] {
                *half = Place::Half;
            }
            at += width;
        }
    }

    /// The character at this place, if any.
    pub(super) fn at(&self, line: usize, column: usize) -> Option<char> {
        match self.lines.get(line)?.get(column)? {
            Place::Taken(character, _) => Some(*character),
            Place::Free | Place::Half => None,
        }
    }

    /// The lines, without spaces at their ends.
    pub(super) fn write(&self, pen: &mut Pen, lines: std::ops::Range<usize>) {
        for line in lines {
            let places = self.lines.get(line).map(Vec::as_slice).unwrap_or_default();
            let mut value = String::new();
            let end = places.iter().rposition(|place| *place != Place::Free).map_or(0, |last| last + 1);
            for place in &places[..end] {
                match place {
                    Place::Taken(character, true) => value.push(*character),
                    Place::Half => {}
                    Place::Taken(_, false) | Place::Free => {
                        pen.cell(&std::mem::take(&mut value), true);
                        let character = if let Place::Taken(character, _) = place { *character } else { ' ' };
                        pen.put(character.encode_utf8(&mut [0; 4]));
                    }
                }
            }
            pen.cell(&value, true);
            pen.line("");
        }
    }
}
