//! Figures that the prose states about the tables.
//!
//! The prose is read sentence by sentence ([`sentence`]): words of the form and
//! verbs of the trade ([`vocabulary`]) around a figure ([`seen`]) tell what it
//! is about ([`meaning`]), and the cells say whether it is so ([`subject`]).
//! What could be about something else, such as another year or a part of the
//! area, is left out, or is kept only where the tables agree with it.

mod context;
mod meaning;
mod nothing_and_all;
mod passage;
mod seen;
mod sentence;
mod share;
mod statement;
mod subject;
mod tokens;
mod vocabulary;

use super::paragraphs::Paragraph;
use super::{Document, Quantity};
use crate::form::CellId;
use crate::text::TextRange;
use passage::Passage;

/// A figure that the prose states about the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What kind of statement it is.
    pub kind: ClaimKind,
    /// What the figure can be about, the likeliest first; each is a sum of
    /// cells. 收到 may mean what is new, or that and what was carried in.
    pub subjects: Vec<Vec<CellId>>,
    /// For a share, what each of the subjects is a share of; else empty.
    pub wholes: Vec<Vec<CellId>>,
    /// The figure, a share in hundredths, an amount in the unit of its cell.
    /// Shares are decimals, whatever they look like.
    pub value: Quantity,
    /// The figure as printed, without its unit; the words for nothing or all
    /// where there is no figure.
    pub figure: TextRange,
    /// The words that state it.
    pub range: TextRange,
    /// Whether the tables say the same for one of the subjects; unknown where
    /// they could not be read.
    pub agrees: Option<bool>,
}

/// What a claim is about, and so which rule speaks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// Applications received, carried in, handled, carried out.
    Applications,
    /// How applications were answered.
    Outcome,
    /// Reviews and lawsuits.
    Review,
    /// Documents, decisions and charges.
    Disclosure,
    /// That there was nothing: 未收到、未发生.
    Nothing,
    /// That all applications were handled: 均已办结.
    AllHandled,
    /// A percentage.
    Share,
    /// 信息处理费, in 元.
    Fee,
}

/// Reads the claims of a report whose tables and paragraphs were read.
pub(super) fn read(document: &Document, paragraphs: &[Paragraph]) -> Vec<Claim> {
    let passages: Vec<Passage<'_>> = paragraphs.iter().map(Passage::new).collect();
    let Some(first) = passages.first() else { return Vec::new() };
    let mut reader = sentence::Reader::new(document, first);
    reader.read(&passages);
    reader.claims
}

#[cfg(test)]
mod tests;
