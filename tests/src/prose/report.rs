//! A clean report: figures that add up, and prose that agrees with them.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use gouji::form::FormId;

use crate::office::Sample;

use super::figures::{facts, figures, layout};
use super::writer::Writer;
use super::{Facts, Issuer, Kind, Pen};

/// A clean report in pieces.
#[derive(Clone, Debug)]
pub struct WrittenReport {
    /// Which of all it is.
    pub number: u64,
    /// The report year.
    pub year: u16,
    /// Who issues it.
    pub issuer: Issuer,
    /// Its figures and words by name.
    pub facts: Facts,
    /// Its tables.
    pub sample: Sample,
    /// Its text, piece by piece.
    pub pieces: Vec<Piece>,
}

/// A sentence, a heading, a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The part of the report it stands in.
    pub part: Part,
    /// What it is about.
    pub topic: Topic,
    /// Its words, with the end of the line where it ends one.
    pub text: String,
}

/// The parts of a report, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What a covering notice says.
    Notice,
    /// The title.
    Title,
    /// What stands before section one.
    Introduction,
    /// Section one.
    Overview,
    /// Section two.
    Disclosure,
    /// Section three.
    Applications,
    /// Section four.
    Review,
    /// Section five.
    Problems,
    /// Section six.
    Other,
    /// Name and date at the end.
    Signature,
}

/// What a piece is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A heading, or the title.
    Heading,
    /// A statutory table.
    Table,
    /// White space and ends of lines.
    Space,
    /// The legal basis and the parts.
    Parts,
    /// The statistics period.
    Period,
    /// Address, telephone and postal code.
    Contact,
    /// The opening of section one.
    Opening,
    /// What was made public.
    Disclosure,
    /// Documents, decisions and fees.
    Documents,
    /// Applications and what became of them.
    Applications,
    /// How applications are dealt with.
    Handling,
    /// The management of information.
    Management,
    /// Web sites and the like.
    Platform,
    /// Control and training, and accountability.
    Supervision,
    /// Reviews and lawsuits.
    Review,
    /// Section five.
    Problems,
    /// The fees for information.
    Fees,
    /// The rest of section six.
    Rest,
    /// Who signs.
    Signature,
    /// The date of the signature.
    Date,
}

/// The clean report of this number: always the same.
pub fn written(number: u64) -> WrittenReport {
    let mut random = Rng::with_seed(number);
    let year = random.u16(2019..=2025);
    let form = if year < 2021 { FormId::Y2019 } else { FormId::Y2021 };
    let kind = Kind::ALL[random.usize(..Kind::ALL.len())];
    let issuer = Issuer::new(kind, &mut random);
    let figures = figures(form, kind, &mut random);
    let facts = facts(form, year, &issuer, &figures, &mut random);
    let layout = layout(&mut random);
    let sample = Sample { form, year, figures, printed: BTreeMap::new(), omitted: BTreeSet::new(), layout };
    let mut writer = Writer { year, issuer: &issuer, facts: &facts, sample: &sample, pieces: Vec::new() };
    let mut pen = Pen::new(random);
    writer.report(&mut pen);
    let pieces = writer.pieces;
    WrittenReport { number, year, issuer, facts, sample, pieces }
}

impl WrittenReport {
    /// The report.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}
