//! Every invented report is read as its `.expected` page says.
//!
//! `UPDATE_EXPECTED=1 cargo test -p gouji-tests --test reports` writes the
//! pages anew; read the difference before you commit it.

use std::fs;

use gouji::{Options, check};
use gouji_tests::{difference, fixtures, places, snapshot::snapshot};

#[test]
fn every_report_is_read_as_its_page_says() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for name in fixtures::names() {
        let text = fixtures::report(&name);
        let found = snapshot(&text, &check(&text, &Options::default()));
        let page = fixtures::reports().join(&name).with_extension("expected");
        if update {
            fs::write(&page, &found).expect("the pages can be written");
            continue;
        }
        let expected = fixtures::read(&page);
        if expected != found {
            wrong.push(format!("tests/reports/{name}.txt\n{}", difference(&expected, &found)));
        }
    }
    assert!(wrong.is_empty(), "{} reports are read otherwise:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_has_its_report() {
    assert_eq!(fixtures::names_in(&fixtures::reports(), "expected"), fixtures::names());
}

#[test]
fn everything_points_to_where_it_says() {
    let faults = fixtures::names().into_iter().flat_map(|name| {
        let text = fixtures::report(&name);
        let faults = places::faults(&text, &check(&text, &Options::default()));
        faults.into_iter().map(move |fault| format!("{name}: {fault}"))
    });
    assert_eq!(faults.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn the_second_report_of_two_is_checked_on_request() {
    let both = fixtures::report("两份报告");
    let second = check(&both, &Options { report: 1, ..Options::default() });
    assert_eq!(
        second.title.map(|title| title.value).as_deref(),
        Some("临湖县禾丘镇人民政府2022年政府信息公开工作年度报告")
    );
    assert_eq!(second.others.iter().map(|other| other.index).collect::<Vec<_>>(), [0]);
    assert_eq!((second.relations.checked(), second.relations.holding()), (42, 42));
}
