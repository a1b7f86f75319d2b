//! The operators that show text.

use std::rc::Rc;

use hayro_syntax::content::Instruction;
use hayro_syntax::object::{Array, Dict, Name, Object};
use hayro_syntax::page::Resources;

use super::state::TextPlace;
use super::{Direction, Glyph, Runner, numbers};
use crate::ConvertError;
use crate::pdf::fonts::Font;
use crate::pdf::geometry::{Matrix, Rect};
use crate::pdf::ideographs::ordinary;

/// How far glyphs reach above and below their line, in units of the size.
const ASCENT: f64 = 0.86;
const DESCENT: f64 = -0.14;

/// What stands for a glyph that says nothing that is known.
const UNKNOWN: &str = "\u{fffd}";

/// How far a direction may be off a side of the page.
const SLANT: f64 = 0.05;

impl Runner<'_> {
    pub(super) fn text_step(
        &mut self,
        operator: &[u8],
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
    ) -> Result<(), ConvertError> {
        match operator {
            b"BT" => self.place = TextPlace::default(),
            b"Tf" => self.set_font(instruction, resources)?,
            b"Tm" => {
                if let Some(matrix) = numbers(instruction) {
                    self.place.line_matrix = Matrix::new(matrix);
                    self.place.matrix = self.place.line_matrix;
                }
            }
            b"Td" | b"TD" => {
                if let Some([x, y]) = numbers(instruction) {
                    if operator == b"TD" {
                        self.state.text.leading = -y;
                    }
                    self.place.next_line(x, y);
                }
            }
            b"T*" => self.place.next_line(0.0, -self.state.text.leading),
            b"Tj" | b"TJ" => self.show_operand(instruction)?,
            b"'" | b"\"" => {
                if operator == b"\""
                    && let [word, character, ..] = first_numbers(instruction).as_slice()
                {
                    self.state.text.word_space = *word;
                    self.state.text.character_space = *character;
                }
                self.place.next_line(0.0, -self.state.text.leading);
                self.show_operand(instruction)?;
            }
            b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" => {
                let Some([number]) = numbers(instruction) else { return Ok(()) };
                let text = &mut self.state.text;
                match operator {
                    b"Tc" => text.character_space = number,
                    b"Tw" => text.word_space = number,
                    b"Tz" => text.stretch = number / 100.0,
                    b"TL" => text.leading = number,
                    _ => text.rise = number,
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn set_font(
        &mut self,
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
    ) -> Result<(), ConvertError> {
        let mut name = None;
        for operand in instruction.operands() {
            match operand {
                Object::Name(one) => name = Some(one),
                Object::Number(size) => self.state.text.size = size.as_f64(),
                _ => {}
            }
        }
        self.state.text.font = match name {
            Some(name) => self.font(name, &resources.fonts)?,
            None => None,
        };
        Ok(())
    }

    /// The font of a name, read once.
    fn font(&mut self, name: &Name<'_>, fonts: &Dict<'_>) -> Result<Option<Rc<Font>>, ConvertError> {
        let identifier = fonts.get_ref(name).map(Into::into);
        if let Some(font) = identifier.and_then(|identifier| self.fonts.get(&identifier)) {
            return Ok(Some(font.clone()));
        }
        let Some(dictionary) = fonts.get::<Dict<'_>>(name) else { return Ok(None) };
        // Tables that stand in the page itself are not unpacked, but read all
        // the same.
        self.budget.spend_marks(1 + dictionary.data().len() / 100)?;
        let font = Rc::new(Font::load(&dictionary, self.budget)?);
        if let Some(identifier) = identifier {
            self.fonts.insert(identifier, font.clone());
        }
        Ok(Some(font))
    }

    fn show_operand(&mut self, instruction: &Instruction<'_, '_>) -> Result<(), ConvertError> {
        match instruction.operands().last() {
            Some(Object::String(string)) => self.show(string),
            Some(Object::Array(array)) => self.show_pieces(array),
            _ => Ok(()),
        }
    }

    fn show_pieces(&mut self, pieces: &Array<'_>) -> Result<(), ConvertError> {
        for piece in pieces.iter::<Object<'_>>() {
            match piece {
                Object::String(string) => self.show(&string)?,
                Object::Number(back) => {
                    let text = &self.state.text;
                    let by = -back.as_f64() / 1000.0 * text.size;
                    let is_vertical = text.font.as_ref().is_some_and(|font| font.is_vertical());
                    let (x, y) = if is_vertical { (0.0, by) } else { (by * text.stretch, 0.0) };
                    self.place.advance(x, y);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, string: &[u8]) -> Result<(), ConvertError> {
        let Some(font) = self.state.text.font.clone() else {
            // Something is shown, and nobody knows what.
            return self.show_unknown(string);
        };
        let before = self.shown.glyphs.len();
        for glyph in font.glyphs(string) {
            if font.is_impossible(glyph.advance) {
                return Err(ConvertError::Damaged);
            }
            let text = &self.state.text;
            let space = text.character_space + if glyph.is_word_space { text.word_space } else { 0.0 };
            let moved = glyph.advance * text.size;
            let place = self.glyph_matrix();
            self.add(&place, glyph.text.as_deref(), glyph.advance, font.is_vertical());
            let (x, y) = if font.is_vertical() {
                (0.0, -(moved + space))
            } else {
                ((moved + space) * self.state.text.stretch, 0.0)
            };
            self.place.advance(x, y);
        }
        self.budget.spend_marks(self.shown.glyphs.len() - before)
    }

    fn show_unknown(&mut self, string: &[u8]) -> Result<(), ConvertError> {
        for _ in string {
            let place = self.glyph_matrix();
            self.add(&place, None, 0.5, false);
            self.place.advance(0.5 * self.state.text.size, 0.0);
        }
        self.budget.spend_marks(string.len())
    }

    /// From a glyph's own space, whose unit is the size, to the page.
    fn glyph_matrix(&self) -> Matrix {
        let text = &self.state.text;
        Matrix::new([text.size * text.stretch, 0.0, 0.0, text.size, 0.0, text.rise])
            .then(self.place.matrix)
            .then(self.state.matrix)
    }

    fn add(&mut self, matrix: &Matrix, text: Option<&str>, advance: f64, is_vertical: bool) {
        // Of a line that runs downwards the place is the middle of the
        // glyph's upper side.
        let (left, right, top, bottom) =
            if is_vertical { (-0.5, 0.5, 0.0, -1.0) } else { (0.0, advance, ASCENT, DESCENT) };
        let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
        let Some(place) = Rect::around(corners.map(|(x, y)| matrix.apply(x, y))) else { return };
        let direction = direction(matrix);
        let size = matrix.c.hypot(matrix.d);
        self.shown.glyphs.push(Glyph {
            text: shown_text(text),
            place,
            size,
            direction,
            is_furniture: self.marked.is_furniture(),
        });
    }
}

/// The text of a glyph, in ordinary characters.
fn shown_text(text: Option<&str>) -> Rc<str> {
    let Some(text) = text else { return Rc::from(UNKNOWN) };
    let control = |character: char| character.is_control() && !character.is_whitespace();
    if text.is_empty() || text.chars().any(control) {
        return Rc::from(UNKNOWN);
    }
    if text.is_ascii() && !text.contains(char::is_control) {
        return Rc::from(text);
    }
    let ordinary = |character: char| if character.is_control() { ' ' } else { ordinary(character) };
    Rc::from(text.chars().map(ordinary).collect::<String>())
}

/// To which side of the page a glyph's own right side lies. The page's `y`
/// grows downwards.
fn direction(matrix: &Matrix) -> Direction {
    let (x, y) = (matrix.a, matrix.b);
    if y.abs() <= SLANT * x.abs() {
        if x >= 0.0 { Direction::Right } else { Direction::Left }
    } else if x.abs() <= SLANT * y.abs() {
        if y >= 0.0 { Direction::Down } else { Direction::Up }
    } else {
        Direction::Slanted
    }
}

fn first_numbers(instruction: &Instruction<'_, '_>) -> Vec<f64> {
    let number = |operand: &Object<'_>| match operand {
        Object::Number(number) => Some(number.as_f64()),
        _ => None,
    };
    instruction.operands().map_while(number).collect()
}
