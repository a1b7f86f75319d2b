//! Clean reports with prose as people write it: nothing in them is wrong.
//!
//! The tables are those of [`crate::office`]; the sentences come from the
//! wordings under `tests/prose`, with figures that agree with the tables and with
//! much that looks like a claim and is none. What a checker says of such a report
//! at the level of an error or a warning is a false alarm.

mod facts;
mod figures;
mod issuer;
mod numerals;
mod pen;
mod report;
mod wordings;
mod writer;

pub use facts::Facts;
pub use issuer::{Issuer, Kind};
pub use pen::Pen;
pub use report::{Part, Piece, Topic, WrittenReport, written};
pub use wordings::{Wording, Wordings};
