//! The checker finds what a careful reviewer finds, at its place and level, and
//! nothing else: in the five real reports, and in invented ones of all kinds.

#![allow(clippy::panic)]

use std::path::Path;

use gouji::{Options, check};
use gouji_tests::fixtures;
use gouji_tests::reviewer::{self, Review};

fn page(name: &str) -> Vec<Review> {
    let page = fixtures::read(&fixtures::root().join("reviewer").join(name));
    reviewer::parse(&page).unwrap_or_else(|problem| panic!("tests/reviewer/{name}:{problem}"))
}

fn hold(name: &str, folder: &Path) {
    let mut complaints = Vec::new();
    for review in page(name) {
        let text = fixtures::read(&folder.join(&review.file));
        let outcome = review.compare(&text, &check(&text, &Options::default()));
        for pending in outcome.pending {
            println!("pending, no such rule yet: tests/reviewer/{name}:{pending}");
        }
        complaints.extend(outcome.complaints);
    }
    assert!(
        complaints.is_empty(),
        "{}处与审读不符：\ntests/reviewer/{name}:{}",
        complaints.len(),
        complaints.join(&format!("\ntests/reviewer/{name}:"))
    );
}

#[test]
fn in_the_real_reports_it_finds_what_a_reviewer_finds() {
    let Some(folder) = fixtures::shared() else { return };
    hold("real.md", &folder.join("reports"));
}

#[test]
fn in_invented_reports_of_all_kinds_it_finds_what_a_reviewer_finds() {
    hold("invented.md", &fixtures::root().join("reviewer"));
}
