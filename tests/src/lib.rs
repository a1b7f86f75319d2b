//! Tests of whole reports: what they share.
//!
//! [`fixtures`] finds the invented reports, [`snapshot`] writes down what was
//! read in them, [`places`] tests that everything points to where it says,
//! [`page`] reads the literate tests of the rules, [`office`] invents reports
//! that add up, [`prose`] has them written out as people write, [`layouts`] hands them over as programs do, with their true
//! cells, [`faults`] puts one fault into each, and [`reviewer`] holds the checker to what a careful reader finds.

// All of this is test code: a failure is a panic with a message.
#![allow(clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

pub mod faults;
pub mod fixtures;
pub mod layouts;
pub mod office;
pub mod page;
pub mod places;
pub mod prose;
pub mod reviewer;
pub mod slips;
pub mod snapshot;

/// The difference between two texts, one line each, `-` expected, `+` found.
pub fn difference(expected: &str, found: &str) -> String {
    let diff = similar::TextDiff::from_lines(expected, found);
    diff.unified_diff().context_radius(2).header("expected", "found").to_string()
}
