//! Figures of the text, with what the tables say about the same.

use gouji::form::CellId;
use gouji_json::{Claim, Quantity};

use super::ReportView;

/// One thing that a claim can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The cells that add up to it.
    pub(crate) cells: Vec<CellId>,
    /// What they make; none where one of several has no whole number.
    pub(crate) sum: Option<i64>,
    /// The cells that it is a share of; none where it is no share.
    pub(crate) whole: Vec<CellId>,
    /// The share in hundredths of a per cent, rounded.
    pub(crate) share: Option<i64>,
}

/// More meanings of one figure than this tell a person nothing.
const MOST_MEANINGS: usize = 4;

/// What a claim can be about, the likeliest first. Of a claim that agrees, only
/// what it agrees with: the other meanings are not meant.
pub(crate) fn subjects_of(view: &ReportView, claim: &Claim) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for subject in claim.subject.split('|') {
        let (part, whole) = subject.split_once('/').unwrap_or((subject, ""));
        let (cells, whole) = (cells(part), cells(whole));
        let share = match (sum(view, &cells), sum(view, &whole)) {
            (Some(part), Some(of @ 1..)) => part.checked_mul(20_000).map(|twice| (twice + of) / (2 * of)),
            _ => None,
        };
        subjects.push(Subject {
            sum: sum(view, &cells),
            cells,
            share: share.filter(|_| !whole.is_empty()),
            whole,
        });
    }
    if claim.agrees == Some(true) {
        let stated = hundredths(&claim.value);
        let distance =
            |subject: &Subject| match subject.share.or(subject.sum.and_then(|sum| sum.checked_mul(100))) {
                Some(value) => value.abs_diff(stated),
                None => u64::MAX,
            };
        let mut meant = 0;
        for (at, subject) in subjects.iter().enumerate() {
            if distance(subject) < distance(&subjects[meant]) {
                meant = at;
            }
        }
        subjects.swap(0, meant);
        subjects.truncate(1);
    }
    subjects.truncate(MOST_MEANINGS);
    subjects
}

/// The cells that a claim can be about.
pub(crate) fn cells_of_claim(view: &ReportView, claim: usize) -> Vec<CellId> {
    let mut all = Vec::new();
    if let Some(claim) = view.report.claims.get(claim) {
        for subject in subjects_of(view, claim) {
            all.extend(subject.cells);
            all.extend(subject.whole);
        }
    }
    all
}

fn cells(names: &str) -> Vec<CellId> {
    names.split('+').filter_map(CellId::parse).collect()
}

fn sum(view: &ReportView, cells: &[CellId]) -> Option<i64> {
    cells.iter().try_fold(0_i64, |sum, &cell| sum.checked_add(view.whole_number(cell)?))
}

/// A figure times a hundred; what is beyond that is cut off.
fn hundredths(value: &Quantity) -> i64 {
    match value {
        Quantity::Count(count) => count.saturating_mul(100),
        Quantity::Decimal(digits) => {
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
            let mut cut: String = fraction.chars().take(2).collect();
            while cut.len() < 2 {
                cut.push('0');
            }
            [whole, &cut].concat().parse().unwrap_or(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use gouji_json::CheckOptions;

    use super::*;
    use crate::examples::Example;

    fn meant(subject: &str, value: Quantity, agrees: bool) -> Vec<Subject> {
        let text = Example::Consistent.text();
        let report = gouji_json::check(text, &CheckOptions::default()).expect("no corrections");
        let view = ReportView::new(text.into(), report);
        let claim = Claim {
            subject: subject.into(),
            value,
            quote: String::new(),
            range: [0, 0],
            figure: [0, 0],
            agrees: Some(agrees),
        };
        subjects_of(&view, &claim)
    }

    #[test]
    fn of_a_figure_that_agrees_only_what_is_meant_is_shown() {
        let subject = "applications.new.total|applications.new.total+applications.carried_in.total";
        assert_eq!(meant(subject, Quantity::Count(229), true).len(), 1);
        assert_eq!(meant(subject, Quantity::Count(229), true)[0].sum, Some(229));
        assert_eq!(meant(subject, Quantity::Count(5), false).len(), 2);
    }

    #[test]
    fn a_share_has_what_it_is_a_share_of() {
        let subject = "applications.granted.total/applications.new.total|applications.granted.total/applications.total.total";
        let meant = meant(subject, Quantity::Decimal("45.9".into()), true);
        let [share] = meant.as_slice() else { panic!("one meaning: {meant:?}") };
        assert_eq!(share.whole, [CellId::parse("applications.total.total").expect("a cell")]);
        // 101 of 220.
        assert_eq!((share.sum, share.share), (Some(101), Some(4591)));
    }

    #[test]
    fn digits_are_taken_times_a_hundred() {
        assert_eq!(hundredths(&Quantity::Decimal("51.4".into())), 5140);
        assert_eq!(hundredths(&Quantity::Decimal("0.037".into())), 3);
        assert_eq!(hundredths(&Quantity::Count(7)), 700);
    }
}
