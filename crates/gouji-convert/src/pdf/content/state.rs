//! The graphics state, as far as it moves text and lines.

use std::rc::Rc;

use crate::pdf::fonts::Font;
use crate::pdf::geometry::Matrix;

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
pub(super) struct State {
    pub(super) matrix: Matrix,
    pub(super) line_width: f64,
    pub(super) text: TextState,
}

/// How text is set.
#[derive(Clone)]
pub(super) struct TextState {
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    /// 1 for the width that the font has.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

/// Where the next glyph goes.
#[derive(Clone)]
pub(super) struct TextPlace {
    pub(super) matrix: Matrix,
    pub(super) line_matrix: Matrix,
}

impl State {
    pub(super) fn new(matrix: Matrix) -> Self {
        let text = TextState {
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Self { matrix, line_width: 1.0, text }
    }
}

impl Default for TextPlace {
    fn default() -> Self {
        Self { matrix: Matrix::IDENTITY, line_matrix: Matrix::IDENTITY }
    }
}

impl TextPlace {
    /// Goes to a place that is measured from the beginning of the line.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line_matrix = Matrix::translation(x, y).then(self.line_matrix);
        self.matrix = self.line_matrix;
    }

    pub(super) fn advance(&mut self, x: f64, y: f64) {
        self.matrix = Matrix::translation(x, y).then(self.matrix);
    }
}
