//! What a repair is looked for in, and what is found: numbers and relations,
//! no text.

/// Numbers, the sums that must hold among them, and what is known besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct System {
    /// The numbers, called by their index.
    pub figures: Vec<Figure>,
    /// The sums that must hold.
    pub sums: Vec<Sum>,
    /// What else is said of the numbers; it ranks repairs and decides nothing.
    pub witnesses: Vec<Witness>,
}

/// A number that takes part in sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What stands there, of at most fifteen digits; none where nothing is
    /// known, so that it may be whatever the sums need.
    pub value: Option<i64>,
    /// Whether it may be less than 0.
    pub may_be_negative: bool,
    /// Whether a person put the value there, who will have had a reason.
    pub by_hand: bool,
    /// Where it stands.
    pub place: Place,
}

/// Where a number stands: numbers in neighbouring rows or columns of one table
/// are mistaken for each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: u8,
    /// The row, counted from the top.
    pub row: u8,
    /// The column, counted from the left.
    pub column: u8,
}

/// A sum that must hold, by the indices of its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// The parts.
    pub left: Vec<usize>,
    /// The whole: one total, or the two sides of a balance.
    pub right: Vec<usize>,
}

/// A number that is stated elsewhere: in the text, or in another report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// What it may be the sum of; it agrees where one of these does.
    pub alternatives: Vec<Vec<usize>>,
    /// What is stated.
    pub value: i64,
}

/// The smallest repairs of a system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// The parts of the system that do not hold. They share no figure, so
    /// that every repair is one repair of each.
    pub parts: Vec<Part>,
    /// The best of the smallest repairs of the whole, the most plausible first,
    /// [`super::SETS_LISTED`] at most; empty where a part has none.
    pub sets: Vec<RepairSet>,
}

/// A part of a system that does not hold, and what mends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The sums of it.
    pub sums: Vec<usize>,
    /// The sums that fail in it, whatever the unknown figures are.
    pub failing: Vec<usize>,
    /// Repairs that change fewer figures than this do not exist.
    pub at_least: usize,
    /// How many figures a smallest repair changes; none where none was found
    /// within the steps allowed.
    pub size: Option<usize>,
    /// Sums of `failing` that share no figure that could be changed. Each needs
    /// a change of its own: where there are as many as `size`, they are the reason why
    /// nothing smaller works.
    pub disjoint: Vec<usize>,
    /// Whether every smallest repair was found.
    pub exhaustive: bool,
    /// How many smallest repairs were found.
    pub found: usize,
    /// The most plausible of them, the best first.
    pub sets: Vec<RepairSet>,
}

/// Changes that together make every sum hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RepairSet {
    /// The changes, in the order of the figures.
    pub changes: Vec<FigureChange>,
    /// Values of unknown figures with which all sums hold, in the order of the
    /// figures; those that are 0 are left out. Others may do as well.
    pub fills: Vec<(usize, i64)>,
    /// The witnesses that agree with the repair and did not agree before.
    pub agreeing: Vec<usize>,
    /// The witnesses that agreed before and do not agree with the repair.
    pub contradicted: Vec<usize>,
    /// How far it is from a slip that people make; the least is the most plausible.
    pub cost: u32,
}

/// A change of one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureChange {
    /// The figure.
    pub figure: usize,
    /// The least it can be; none where there is no limit.
    pub least: Option<i64>,
    /// The most it can be; none where there is no limit.
    pub most: Option<i64>,
    /// A value within that range which goes together with those given for the
    /// other changes.
    pub value: i64,
    /// What the slip may have been.
    pub slip: Option<Slip<usize>>,
}

/// A slip that people make, as seen from the number that is wrong. Numbers
/// are called by `T`: by their index, or as cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip<T> {
    /// It and that number, which stands next to it, changed places.
    Exchanged(T),
    /// It belongs there, next to where it stands.
    BelongsTo(T),
    /// It is empty, and what belongs here stands there.
    StandsAt(T),
    /// A digit was left out.
    DigitMissing,
    /// A digit was typed twice, or one too many.
    DigitExtra,
    /// Two digits changed places.
    DigitsSwapped,
    /// A digit was taken for one that looks like it: 1 and 7, 3 and 8, 0 and 6.
    DigitConfused,
    /// It is a total and leaves that addend out.
    Omits(T),
    /// It is a total and counts that addend twice.
    CountsTwice(T),
    /// It is the same as that one, which stands above it.
    Copied(T),
    /// It is a total, and its parts were changed after it.
    StaleTotal,
}

impl<T> Slip<T> {
    /// The same slip, with the other number called otherwise.
    pub fn map<U>(self, name: impl FnOnce(T) -> U) -> Slip<U> {
        match self {
            Self::Exchanged(other) => Slip::Exchanged(name(other)),
            Self::BelongsTo(other) => Slip::BelongsTo(name(other)),
            Self::StandsAt(other) => Slip::StandsAt(name(other)),
            Self::DigitMissing => Slip::DigitMissing,
            Self::DigitExtra => Slip::DigitExtra,
            Self::DigitsSwapped => Slip::DigitsSwapped,
            Self::DigitConfused => Slip::DigitConfused,
            Self::Omits(other) => Slip::Omits(name(other)),
            Self::CountsTwice(other) => Slip::CountsTwice(name(other)),
            Self::Copied(other) => Slip::Copied(name(other)),
            Self::StaleTotal => Slip::StaleTotal,
        }
    }
}

impl FigureChange {
    /// The value it must have; none where several do.
    pub fn forced(&self) -> Option<i64> {
        (self.most == self.least).then_some(self.least).flatten()
    }
}
