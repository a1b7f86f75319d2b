//! What a wrong number may have been: slips that people make.

use super::system::{Figure, FigureChange, Place, Slip, System};

/// The cost of a change that no slip explains.
const UNEXPLAINED: u32 = 6;
/// The cost of a change that may lead to several values.
const SEVERAL_VALUES: u32 = 7;
/// The cost of changing what a person put there.
const BY_HAND: u32 = 40;

/// Digits that are taken for each other.
const ALIKE: [[i64; 2]; 3] = [[1, 7], [3, 8], [0, 6]];

/// Says what each change may have been, and how far all are from slips that
/// people make.
pub(super) fn explain(system: &System, changes: &mut [FigureChange]) -> u32 {
    let mut cost = 0;
    for at in 0..changes.len() {
        let figure = &system.figures[changes[at].figure];
        if figure.by_hand {
            cost += BY_HAND;
        }
        let (Some(printed), Some(right)) = (figure.value, changes[at].forced()) else {
            cost += SEVERAL_VALUES;
            continue;
        };
        let slip = slip(system, changes, at, printed, right);
        changes[at].slip = slip;
        cost += slip.map_or(UNEXPLAINED, Slip::cost);
    }
    cost
}

impl Slip<usize> {
    fn cost(self) -> u32 {
        match self {
            Self::Exchanged(_) | Self::BelongsTo(_) | Self::StandsAt(_) => 1,
            Self::DigitsSwapped | Self::DigitConfused | Self::Omits(_) | Self::CountsTwice(_) => 2,
            // Of short numbers it is often so by chance.
            Self::DigitMissing | Self::DigitExtra | Self::Copied(_) => 3,
            Self::StaleTotal => 4,
        }
    }
}

/// The likeliest slip that left `printed` where it should be `right`.
fn slip(
    system: &System,
    changes: &[FigureChange],
    at: usize,
    printed: i64,
    right: i64,
) -> Option<Slip<usize>> {
    let place = system.figures[changes[at].figure].place;
    for other in changes {
        let neighbour = &system.figures[other.figure];
        let exchanged = other.forced() == Some(printed) && neighbour.value.unwrap_or(0) == right;
        if exchanged && are_neighbours(place, neighbour.place) {
            return Some(match (printed, right) {
                (_, 0) => Slip::BelongsTo(other.figure),
                (0, _) => Slip::StandsAt(other.figure),
                _ => Slip::Exchanged(other.figure),
            });
        }
    }
    digits(printed, right)
        .or_else(|| total(system, changes, changes[at].figure, right - printed))
        .or_else(|| copied(system, changes, changes[at].figure))
}

/// What a number has to do with the row above it.
fn copied(system: &System, changes: &[FigureChange], figure: usize) -> Option<Slip<usize>> {
    let same_above = |figure: usize| {
        let Figure { place, value, .. } = system.figures[figure];
        let is_above = |other: &Figure| other.place.row < place.row && are_neighbours(other.place, place);
        let above = system.figures.iter().position(is_above)?;
        (value != Some(0) && value == system.figures[above].value).then_some(above)
    };
    let row = |figure: usize| (system.figures[figure].place.table, system.figures[figure].place.row);
    let above = same_above(figure)?;
    // One digit alone is often the same by chance.
    let of_row =
        |change: &&FigureChange| row(change.figure) == row(figure) && same_above(change.figure).is_some();
    let is_likely = system.figures[figure].value >= Some(10) || changes.iter().filter(of_row).count() > 1;
    is_likely.then_some(Slip::Copied(above))
}

/// Whether one stands directly beside, above or below the other.
fn are_neighbours(one: Place, other: Place) -> bool {
    let apart = one.row.abs_diff(other.row) + one.column.abs_diff(other.column);
    one.table == other.table && apart == 1
}

/// What a total has to do with its parts: where just one is as large as what
/// is missing or too much, it may be that one.
fn total(system: &System, changes: &[FigureChange], figure: usize, missing: i64) -> Option<Slip<usize>> {
    let of = system.sums.iter().find(|sum| sum.right == [figure])?;
    let is_changed = |part: usize| changes.iter().any(|change| change.figure == part);
    let as_much = |part: &&usize| {
        system.figures[**part].value.is_some_and(|value| value.abs() == missing.abs()) && !is_changed(**part)
    };
    let mut as_much = of.left.iter().filter(as_much);
    Some(match (as_much.next(), as_much.next()) {
        (Some(&part), None) if missing > 0 => Slip::Omits(part),
        (Some(&part), None) => Slip::CountsTwice(part),
        _ => Slip::StaleTotal,
    })
}

/// What happened to the digits of a number.
fn digits(printed: i64, right: i64) -> Option<Slip<usize>> {
    if printed <= 0 || right <= 0 {
        return None;
    }
    let (printed, right) = (decimal(printed), decimal(right));
    if printed.len() + 1 == right.len() {
        return is_without_one(&right, &printed).then_some(Slip::DigitMissing);
    }
    if right.len() + 1 == printed.len() {
        return is_without_one(&printed, &right).then_some(Slip::DigitExtra);
    }
    if printed.len() != right.len() {
        return None;
    }
    let mut different = Vec::new();
    for at in 0..right.len() {
        if printed[at] != right[at] {
            different.push(at);
        }
    }
    match different[..] {
        [at] => {
            let (one, other) = (printed[at], right[at]);
            let alike = ALIKE.iter().any(|pair| pair.contains(&one) && pair.contains(&other));
            alike.then_some(Slip::DigitConfused)
        }
        [at, next] if next == at + 1 && printed[at] == right[next] && printed[next] == right[at] => {
            Some(Slip::DigitsSwapped)
        }
        _ => None,
    }
}

/// Whether leaving out one digit of `long` makes `short` of it.
fn is_without_one(long: &[i64], short: &[i64]) -> bool {
    let same = long.iter().zip(short).take_while(|(long, short)| long == short).count();
    long[same + 1..] == short[same..]
}

/// The digits of a number that is not negative, the last one first.
fn decimal(mut number: i64) -> Vec<i64> {
    let mut digits = Vec::new();
    while number > 0 {
        digits.push(number % 10);
        number /= 10;
    }
    digits
}
