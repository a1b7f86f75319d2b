//! Generated texts in every layout, whole and damaged: none panics, and none
//! has a wrong cell in a table that is said to be exact.
//!
//! `cargo xtask bench accuracy --generated 100000` does the same with more of
//! them; `--show NAME:N` prints the text that is named here.

use gouji::{Options, check};
use gouji_tests::layouts::{Generated, Keeps, Layout, Outcome, generated, judge};
use gouji_tests::places;

/// How many texts of each layout, some 1500 over all.
const EACH: u64 = 75;

#[test]
fn no_cell_is_wrong_in_a_table_said_to_be_exact() {
    let mut faults = Vec::new();
    for layout in Layout::ALL {
        for number in 0..EACH {
            let text = generated(layout, number);
            let report = check(&text.text, &Options::default());
            let judgement = judge(&report, &text.invention.cells, text.invention.slip, text.numbers_changed);
            if judgement.has(Outcome::WrongExact) {
                faults.push(format!("{} {:?}: {:?}", text.name(), text.damages, judgement.wrong));
            }
            if !judgement.false_sums.is_empty() {
                faults.push(format!("{} {:?}: {:?}", text.name(), text.damages, judgement.false_sums));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Texts beyond those that once broke the reader.
const ONCE_BROKEN: [&str; 1] = [
    // A label that goes on with `）` after a line with nothing but a digit.
    "columns-top:1609",
];

#[test]
fn what_once_broke_the_reader_is_read() {
    for name in ONCE_BROKEN {
        let text = Generated::named(name).expect("a layout and a number");
        let report = check(&text.text, &Options::default());
        assert_eq!(places::faults(&text.text, &report), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_text_is_the_same_for_the_same_layout_and_number() {
    for layout in Layout::ALL {
        let (one, other) = (generated(layout, 7), generated(layout, 7));
        assert_eq!(one.text, other.text);
        assert_eq!(one.invention.cells, other.invention.cells);
        assert_ne!(one.text, generated(layout, 8).text);
    }
}

#[test]
fn every_value_that_is_printed_is_in_the_text_of_a_whole_layout() {
    for layout in Layout::ALL.into_iter().filter(|layout| layout.keeps() != Keeps::Little) {
        let texts = (0..EACH).map(|number| generated(layout, number));
        let whole = texts.filter(|text| text.damages.is_empty() && !text.numbers_changed);
        for text in whole {
            for (cell, printed) in &text.invention.printed {
                assert!(text.text.contains(printed.as_str()), "{cell} in {}", text.name());
            }
        }
    }
}
