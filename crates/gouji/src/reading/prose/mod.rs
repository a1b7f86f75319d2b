//! How the prose is written: sums and shares in it, lists, marks, and what
//! was left in by mistake.

mod figures;
mod ordinals;
mod paragraphs;

pub use ordinals::OrdinalOutOfOrder;

pub(in crate::reading) use figures::{Figure, figures};
pub(in crate::reading) use paragraphs::{Paragraph, each_paragraph};

use super::Document;
use ordinals::Lists;

/// As many notes of a kind are kept; a report has a few, if any.
const MOST_NOTES: usize = 20;

/// What is to be said of how the prose is written.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// Ordinals that jump or come twice.
    pub ordinals: Vec<OrdinalOutOfOrder>,
}

/// Reads the prose of a report whose sections and tables were read.
pub(super) fn read(text: &str, document: &Document) -> Prose {
    let mut prose = Prose::default();
    let mut lists = Lists::default();
    each_paragraph(text, document, &mut |paragraph| {
        if !paragraph.beside_a_table {
            lists.read(paragraph, &mut prose.ordinals);
        }
    });
    prose
}
