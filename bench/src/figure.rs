//! One measured figure, and the bar it should stay under.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One measured figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// How much it was.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
    /// What it may be at most; null where the figure is for information.
    pub at_most: Option<f64>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Thousandths of a second.
    Milliseconds,
    /// Thousands of bytes.
    Kilobytes,
    /// One time divided by another.
    Ratio,
    /// How many there are.
    Count,
}

impl Figure {
    /// A figure for information.
    pub fn new(what: impl Into<String>, value: f64, unit: Unit) -> Self {
        Self { what: what.into(), value, unit, at_most: None }
    }

    /// The same with a bar.
    #[must_use]
    pub fn at_most(self, bar: f64) -> Self {
        Self { at_most: Some(bar), ..self }
    }

    /// Whether the bar is met; null where there is none.
    pub fn is_met(&self) -> Option<bool> {
        self.at_most.map(|bar| self.value <= bar)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Milliseconds => "ms",
            Self::Kilobytes => "kB",
            Self::Ratio => "times",
            Self::Count => "",
        })
    }
}

/// What the browser found out, for the table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct InBrowser {
    /// Its name and version.
    pub browser: String,
    /// What was measured in it.
    pub figures: Vec<Figure>,
    /// The paths of all files the page asked for, from opening it to a
    /// checked report.
    pub loaded: Vec<String>,
}

/// The middle one of several measurements.
pub fn median(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    measured.get(measured.len() / 2).copied().unwrap_or(f64::NAN)
}
