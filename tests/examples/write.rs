//! Prints a clean report with rich prose: `cargo run -p gouji-tests --example
//! write -- 7` prints the report of number 7, and below it what is said of it.

use gouji::{Options, check};
use gouji_tests::{prose, snapshot};

fn main() {
    let number = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default();
    let text = prose::written(number).text();
    let report = check(&text, &Options::default());
    println!("{text}");
    for finding in &report.findings {
        println!("{}：{}", snapshot::describe(&text, finding), finding.message);
    }
}
