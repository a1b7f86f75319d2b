//! Tables in texts without fields: one cell per line, single spaces, columns
//! of a fixed-width font, the pages of a PDF.
//!
//! The text is a stream of values with labels between them ([`tokens`]). It is
//! cut into the rows of the form, in their order and at least cost ([`chop`]),
//! by what the labels around say ([`evidence`]). A row with as many values as
//! it has columns is read so, unless something around it speaks against it
//! ([`doubts`]). Where there are more or fewer, the places on the
//! line or the blank lines may tell which are blank ([`places`]); else every
//! way in which such a row comes about is tried ([`ways`]), and taken where the
//! row and the columns of the whole table add up in no other ([`choice`]).

mod assembly;
mod choice;
mod chop;
mod doubts;
mod evidence;
mod places;
mod rows;
mod side_by_side;
mod tokens;
mod ways;

pub(super) use self::tokens::{Stream, stream};
use super::super::Table;
use crate::form::{FormId, TableShape, TableSpec};
use crate::text::TextRange;

/// Reads the table as `spec` lays it out; none where too few of its labels are
/// there. The cost is that of the cut.
pub(super) fn read(
    text: &str,
    layout: FormId,
    spec: &'static TableSpec,
    stream: &Stream,
) -> Option<(usize, Table)> {
    match spec.shape {
        TableShape::Rows => rows::read(text, layout, spec, stream),
        TableShape::SideBySide => side_by_side::read(text, layout, spec, stream),
    }
}

/// Whether the head of a table with all rows side by side is there, in whatever
/// order its characters come.
pub(super) fn has_head(text: &str, spec: &TableSpec, region: TextRange) -> bool {
    stream(text, region).gaps.iter().any(|gap| side_by_side::is_head(spec, gap))
}
