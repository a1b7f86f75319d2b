//! Faults that are no sentences: of figures, headings and dates.

// Every change has the same signature, whether it can fail or not.
#![expect(clippy::unnecessary_wraps, reason = "the changes stand in one list")]

mod cells;
mod prose;

use fastrand::Rng;

use crate::prose::WrittenReport;

/// A change that makes a fault.
#[derive(Clone, Copy, Debug)]
pub struct Edit {
    /// The rule that must report it.
    pub code: &'static str,
    /// Rules that may report the same fault as well.
    pub companions: &'static [&'static str],
    pub(super) make: fn(WrittenReport, &mut Rng) -> Option<WrittenReport>,
}

/// Sums and claims of a cell that was changed.
const SUMS_AND_CLAIMS: &[&str] =
    &["GJ301", "GJ302", "GJ303", "GJ304", "GJ411", "GJ412", "GJ413", "GJ414", "GJ415", "GJ416", "GJ417"];

/// The faults that are no sentences.
pub static EDITED: &[Edit] = &[
    Edit { code: "GJ201", companions: &["GJ205", "GJ215", "GJ219", "GJ206"], make: prose::section_missing },
    Edit { code: "GJ203", companions: &["GJ215"], make: prose::section_renamed },
    Edit { code: "GJ205", companions: &["GJ204"], make: prose::section_number },
    Edit { code: "GJ213", companions: &[], make: prose::title_form },
    Edit { code: "GJ219", companions: &["GJ423"], make: prose::aspect_missing },
    Edit { code: "GJ218", companions: &[], make: prose::overview_too_long },
    Edit { code: "GJ221", companions: SUMS_AND_CLAIMS, make: cells::blank_cell },
    Edit { code: "GJ222", companions: SUMS_AND_CLAIMS, make: cells::not_a_number },
    Edit { code: "GJ224", companions: SUMS_AND_CLAIMS, make: cells::negative_count },
    Edit { code: "GJ226", companions: &["GJ414"], make: cells::regulation_without_power },
    Edit { code: "GJ227", companions: &["GJ414"], make: cells::amount_in_yuan },
    Edit { code: "GJ231", companions: &["GJ219"], make: prose::accountability_missing },
    Edit { code: "GJ236", companions: &["GJ402"], make: prose::published_late },
    Edit { code: "GJ301", companions: SUMS_AND_CLAIMS, make: cells::row_total },
    Edit { code: "GJ302", companions: SUMS_AND_CLAIMS, make: cells::column_total },
    Edit { code: "GJ303", companions: SUMS_AND_CLAIMS, make: cells::balance },
    Edit { code: "GJ304", companions: &["GJ413", "GJ415"], make: cells::review_total },
    Edit { code: "GJ401", companions: &["GJ402", "GJ235", "GJ411"], make: prose::title_year },
    Edit { code: "GJ402", companions: &["GJ236"], make: prose::signed_too_early },
    Edit { code: "GJ419", companions: &["GJ221", "GJ414"], make: cells::claims_disagree },
];

fn one_of<'a, T>(list: &'a [T], random: &mut Rng) -> &'a T {
    &list[random.usize(..list.len())]
}
