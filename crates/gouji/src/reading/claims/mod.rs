//! Figures that the prose states about the tables.

use super::{Document, Quantity};
use crate::form::CellId;
use crate::text::TextRange;

/// A figure that the prose states about the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What the figure can be about, the likeliest first; each is a sum of
    /// cells. 收到 may mean what is new, or that and what was carried in.
    pub subjects: Vec<Vec<CellId>>,
    /// The figure.
    pub value: Quantity,
    /// The figure as printed, without its unit.
    pub figure: TextRange,
    /// The words that state it.
    pub range: TextRange,
    /// Whether the tables say the same for one of the subjects; unknown where
    /// they could not be read.
    pub agrees: Option<bool>,
}

/// Reads the claims of a report whose tables were read.
pub(super) fn read(_text: &str, _document: &Document) -> Vec<Claim> {
    Vec::new()
}
