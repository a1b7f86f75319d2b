//! What is true of an invented report: its figures and words by name.

use std::collections::BTreeMap;

use gouji::form::{CellId, FormId, TableId};
use gouji::reading::Quantity;

/// The figures and words that wordings can name.
///
/// Of the applications, a row's name is its total (`new`), with `_natural`,
/// `_business` … that column, with `_organ` all columns but the first. `received`,
/// `opened`, `denied`, `unable`, `rejected`, `others` and `closed` are what people
/// sum up. Of the reviews, `reviews`, `direct`, `after` and `lawsuits`, with
/// `_upheld` … their outcomes.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    values: BTreeMap<String, i64>,
    words: BTreeMap<String, String>,
}

impl Facts {
    /// The figures of the tables.
    pub(super) fn of(form: FormId, figures: &BTreeMap<CellId, Quantity>) -> Self {
        let mut facts = Self::default();
        facts.set("form", if form == FormId::Y2019 { 2019 } else { 2021 });
        for (cell, quantity) in figures {
            let Quantity::Count(count) = quantity else { continue };
            let (row, column) = (cell.row.0, cell.column.0);
            let name = match (cell.table, row, column) {
                // In the form of 2019 the row's name with a column's is that of a row of 2021.
                (TableId::Applications, "other", "total") => "others_undivided".to_owned(),
                (TableId::Applications, "other", _) => continue,
                (TableId::Applications, _, "total") => row.to_owned(),
                (TableId::Applications, ..) => format!("{row}_{column}"),
                (TableId::Review, ..) => {
                    let group = match row {
                        "review" => "reviews",
                        "after_review" => "after",
                        other => other,
                    };
                    if column == "total" { group.to_owned() } else { format!("{group}_{column}") }
                }
                (_, "normative", "total") => "public".to_owned(),
                (_, "normative", _) => column.to_owned(),
                (_, "license", "decisions") => "licenses".to_owned(),
                (_, "penalty", "decisions") => "penalties".to_owned(),
                (_, "coercion", "decisions") => "coercions".to_owned(),
                _ => format!("{row}_{column}"),
            };
            facts.set(&name, *count);
        }
        facts.add_up();
        facts
    }

    fn add_up(&mut self) {
        let rows: Vec<String> =
            self.values.keys().filter_map(|name| Some(name.strip_suffix("_natural")?.to_owned())).collect();
        for row in rows {
            self.set(&format!("{row}_organ"), self.value(&row) - self.value(&format!("{row}_natural")));
        }
        let sums: &[(&str, &[&str])] = &[
            ("received", &["new", "carried_in"]),
            ("received_natural", &["new_natural", "carried_in_natural"]),
            ("opened", &["granted", "partial"]),
            ("closed", &["total"]),
            (
                "denied",
                &[
                    "deny_secret",
                    "deny_law",
                    "deny_safety",
                    "deny_third_party",
                    "deny_internal",
                    "deny_process",
                    "deny_enforcement",
                    "deny_query",
                ],
            ),
            ("unable", &["unable_not_held", "unable_create", "unable_unclear"]),
            (
                "rejected",
                &["reject_petition", "reject_repeat", "reject_publication", "reject_abuse", "reject_confirm"],
            ),
            ("others", &["others_undivided", "other_no_correction", "other_no_fee", "other_other"]),
            ("lawsuits", &["direct", "after"]),
        ];
        for (name, parts) in sums {
            let sum = parts.iter().map(|part| self.values.get(*part).copied().unwrap_or_default()).sum();
            self.set(name, sum);
        }
        for outcome in ["upheld", "corrected", "other", "pending"] {
            let sum = self.value(&format!("direct_{outcome}")) + self.value(&format!("after_{outcome}"));
            self.set(&format!("lawsuits_{outcome}"), sum);
        }
    }

    /// Names a figure.
    pub fn set(&mut self, name: &str, value: i64) {
        self.values.insert(name.to_owned(), value);
    }

    /// Names a word.
    pub fn say(&mut self, name: &str, word: impl Into<String>) {
        self.words.insert(name.to_owned(), word.into());
    }

    /// The figure of this name, or the number it is; 0 for a row or column the
    /// form does not have.
    pub fn value(&self, name: &str) -> i64 {
        name.parse().ok().or_else(|| self.values.get(name).copied()).unwrap_or_default()
    }

    /// The word of this name.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.words.get(name).map(String::as_str)
    }

    /// Whether any figure is this number.
    pub(super) fn any(&self, number: i64) -> bool {
        self.values.values().any(|value| *value == number)
    }
}
