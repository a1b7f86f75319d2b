//! The rules: one rule, one file; [`REGISTRY`] lists them all.

use crate::Severity;

/// What is known of a rule before it runs.
#[derive(Debug)]
pub struct Rule {
    /// Its permanent code, `GJ` and three digits.
    pub code: &'static str,
    /// Its name, to be read after "this report has": `row_total_mismatch`.
    pub name: &'static str,
    /// What it finds, in a few words of Chinese.
    pub title: &'static str,
    /// The same in English.
    pub title_en: &'static str,
    /// How much its findings weigh, unless one says otherwise.
    pub severity: Severity,
}

/// Every rule, ordered by code.
pub static REGISTRY: &[&Rule] = &[];
