//! What a page shows: its operators, run as far as text and straight lines
//! are concerned.

mod marked;
mod paths;
mod state;
mod text;

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;

use self::marked::Marked;
use self::paths::Path;
use self::state::{State, TextPlace};
use super::budget::{Budget, MAX_FORM_DEPTH, MAX_SAVED};
use super::document::{Page, page_content, unpack};
use super::fonts::Font;
use super::geometry::{Matrix, Rect};
use crate::ConvertError;

/// What a page shows.
#[derive(Default)]
pub(super) struct Shown {
    /// In the order they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    /// Whether there is a picture among it.
    pub(super) has_picture: bool,
}

/// A glyph on the page, with what it says.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// U+FFFD where it is not known.
    pub(super) text: Rc<str>,
    /// From the descent to the ascent of its font, and as wide as it moves on.
    pub(super) place: Rect,
    /// The size of its font.
    pub(super) size: f64,
    /// To which side of the page its own right side lies.
    pub(super) direction: Direction,
    /// Whether it says of itself that it is a page number, a running header or
    /// a footer.
    pub(super) is_furniture: bool,
}

impl Glyph {
    /// Whether it leaves no mark.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    /// Whether it is not known what it says.
    pub(super) fn is_unknown(&self) -> bool {
        self.text.contains(char::REPLACEMENT_CHARACTER)
    }
}

/// A side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Right,
    Down,
    Left,
    Up,
    /// None of them: it stands askew, as watermarks do.
    Slanted,
}

/// A straight line along a side of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) is_vertical: bool,
    /// Where it lies across its own direction.
    pub(super) at: f64,
    /// From where to where it runs.
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The fonts of a file that were met.
pub(super) type Fonts = HashMap<ObjectIdentifier, Rc<Font>>;

/// Runs a page.
///
/// # Errors
///
/// Where the page is damaged, or shows more than a page of a report can.
pub(super) fn run(page: &Page<'_>, fonts: &mut Fonts, budget: &mut Budget) -> Result<Shown, ConvertError> {
    let content = page_content(page, budget)?;
    let mut runner = Runner {
        shown: Shown::default(),
        state: State::new(Matrix::of_page(page)),
        saved: Vec::new(),
        place: TextPlace::default(),
        path: Path::default(),
        marked: Marked::default(),
        fonts,
        budget,
        form_depth: 0,
    };
    runner.run(&content, page.resources())?;
    Ok(runner.shown)
}

/// The state of a run.
struct Runner<'run> {
    shown: Shown,
    state: State,
    saved: Vec<State>,
    place: TextPlace,
    path: Path,
    marked: Marked,
    fonts: &'run mut Fonts,
    budget: &'run mut Budget,
    form_depth: usize,
}

impl Runner<'_> {
    fn run(&mut self, content: &[u8], resources: &Resources<'_>) -> Result<(), ConvertError> {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.budget.spend_operator()?;
            self.step(&instruction, resources)?;
        }
        Ok(())
    }

    fn step(
        &mut self,
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
    ) -> Result<(), ConvertError> {
        let operator: &[u8] = instruction.operator;
        match operator {
            b"q" => {
                if self.saved.len() == MAX_SAVED {
                    return Err(ConvertError::TooMuchInside);
                }
                self.saved.push(self.state.clone());
            }
            b"Q" => {
                if let Some(saved) = self.saved.pop() {
                    self.state = saved;
                }
            }
            b"cm" => {
                if let Some(numbers) = numbers::<6>(instruction) {
                    self.state.matrix = Matrix::new(numbers).then(self.state.matrix);
                }
            }
            b"w" => {
                if let Some([width]) = numbers(instruction) {
                    self.state.line_width = width;
                }
            }
            b"Do" => self.draw(instruction, resources)?,
            b"BI" => self.shown.has_picture = true,
            b"BMC" | b"BDC" => self.marked.begin(instruction, resources, self.shown.glyphs.len()),
            b"EMC" => self.marked.end(&mut self.shown.glyphs),
            _ if self.path.step(operator, instruction) => {}
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => {
                let before = self.shown.rules.len();
                self.path.paint(operator, &self.state, &mut self.shown.rules);
                self.budget.spend_marks(self.shown.rules.len() - before)?;
            }
            _ => self.text_step(operator, instruction, resources)?,
        }
        Ok(())
    }

    /// Draws a form; pictures are passed over.
    fn draw(
        &mut self,
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
    ) -> Result<(), ConvertError> {
        let Some(Object::Name(name)) = instruction.operands().last() else { return Ok(()) };
        let Some(form) = resources.get_x_object(name) else { return Ok(()) };
        let kind = form.dict().get::<Name<'_>>(keys::SUBTYPE);
        if kind.as_deref() != Some(b"Form") {
            self.shown.has_picture |= kind.as_deref() == Some(b"Image");
            return Ok(());
        }
        if self.form_depth == MAX_FORM_DEPTH {
            return Err(ConvertError::TooMuchInside);
        }
        let content = unpack(&form, self.budget)?;
        let own = form.dict().get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
        let outside = (self.state.clone(), self.place.clone(), std::mem::take(&mut self.saved));
        self.state.matrix = form_matrix(&form).then(self.state.matrix);
        self.form_depth += 1;
        let open = self.marked.depth();
        self.run(&content, own.as_ref().unwrap_or(resources))?;
        self.marked.end_down_to(open, &mut self.shown.glyphs);
        self.form_depth -= 1;
        (self.state, self.place, self.saved) = outside;
        Ok(())
    }
}

fn form_matrix(form: &Stream<'_>) -> Matrix {
    let numbers = form.dict().get::<Array<'_>>(keys::MATRIX).map(|matrix| {
        let numbers: Vec<f64> = matrix.iter::<Number>().take(6).map(|number| number.as_f64()).collect();
        numbers
    });
    numbers.and_then(|numbers| numbers.try_into().ok()).map_or(Matrix::IDENTITY, Matrix::new)
}

/// The last `N` operands, where all of them are numbers.
fn numbers<const N: usize>(instruction: &Instruction<'_, '_>) -> Option<[f64; N]> {
    let count = instruction.operands().count();
    let mut numbers = [0.0; N];
    for (number, operand) in numbers.iter_mut().zip(instruction.operands().skip(count.checked_sub(N)?)) {
        let Object::Number(value) = operand else { return None };
        *number = value.as_f64();
    }
    Some(numbers)
}
