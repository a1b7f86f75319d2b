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
}

/// What a claim can be about, the likeliest first. Of a claim that agrees, only
/// what it agrees with: the other meanings are not meant.
pub(crate) fn subjects_of(view: &ReportView, claim: &Claim) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for subject in claim.subject.split('|') {
        let cells: Vec<CellId> = subject.split('+').filter_map(CellId::parse).collect();
        let sum = cells.iter().try_fold(0_i64, |sum, &cell| sum.checked_add(view.whole_number(cell)?));
        subjects.push(Subject { cells, sum });
    }
    if claim.agrees == Some(true)
        && let Quantity::Count(value) = claim.value
        && let Some(meant) = subjects.iter().find(|subject| subject.sum == Some(value))
    {
        return vec![meant.clone()];
    }
    subjects
}

/// The cells that a claim can be about.
pub(crate) fn cells_of_claim(view: &ReportView, claim: usize) -> Vec<CellId> {
    let claim = view.report.claims.get(claim);
    claim.map_or_else(Vec::new, |claim| {
        subjects_of(view, claim).into_iter().flat_map(|subject| subject.cells).collect()
    })
}
