//! Prints an invented report that adds up: `cargo run -p gouji-tests --example
//! invent -- 7` prints the report of number 7. A start for a new report under
//! `tests/reports`.

use gouji_tests::office;

fn main() {
    let number = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default();
    print!("{}", office::seeded(number).print().text);
}
