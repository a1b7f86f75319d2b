//! Clean reports with rich prose: nothing in them is an error or a warning.

#![allow(clippy::panic)]

use gouji::{Options, Severity, check};
use gouji_tests::{prose, snapshot};

/// `cargo xtask bench rules` reads more of them.
const REPORTS: u64 = 300;

#[test]
fn a_clean_report_raises_no_alarm() {
    let mut alarms = Vec::new();
    for number in 0..REPORTS {
        let text = prose::written(number).text();
        let report = check(&text, &Options::default());
        for finding in report.findings.iter().filter(|finding| finding.severity != Severity::Info) {
            alarms.push(format!(
                "report {number}: {}：{}",
                snapshot::describe(&text, finding),
                finding.message
            ));
        }
    }
    assert!(alarms.is_empty(), "{} false alarms:\n{}", alarms.len(), alarms.join("\n"));
}
