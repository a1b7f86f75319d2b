//! What holds for every report and every text.

use gouji::form::{CellId, Relation, RowId, TableId, TableShape};
use gouji::reading::{Completeness, Quantity};
use gouji::{Options, RelationState, Report, Severity, Verdict, check};
use gouji_tests::office::{self, Sample};
use gouji_tests::{difference, fixtures, places, snapshot};
use proptest::prelude::*;

fn checked(text: &str) -> Report {
    check(text, &Options::default())
}

fn quantity(report: &Report, cell: CellId) -> Option<&Quantity> {
    report.tables.iter().find(|table| table.id == cell.table)?.cell(cell)?.quantity()
}

/// As many cases as fit into the minute that all tests may take; more with
/// `PROPTEST_CASES`.
fn settings() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(192);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The findings that are more than a note.
fn serious(text: &str, report: &Report) -> Vec<String> {
    let findings = report.findings.iter().filter(|finding| finding.severity != Severity::Info);
    findings.map(|finding| format!("{}: {}", snapshot::describe(text, finding), finding.message)).collect()
}

/// A report, and one of its relations with one of the cells in it.
fn sample_and_cell() -> impl Strategy<Value = (Sample, CellId, i64)> {
    let pick = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1_i64..300);
    (office::sample(), pick).prop_map(|(sample, (relation, cell, by))| {
        let relations = sample.relations();
        let cells: Vec<CellId> = relation.get(&relations).cells().collect();
        let cell = *cell.get(&cells);
        (sample, cell, by)
    })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_cell_of_a_report_is_read_back(sample in office::sample()) {
        let printed = sample.print();
        let report = checked(&printed.text);
        for (&cell, expected) in &sample.figures {
            prop_assert_eq!(quantity(&report, cell), Some(expected), "{}\n{}", cell, printed.text);
            let found = report.tables.iter().find_map(|table| table.cell(cell)).map(|cell| cell.range);
            prop_assert_eq!(found, printed.places.get(&cell).copied(), "the place of {}", cell);
        }
        prop_assert_eq!(report.year.map(|year| year.value), Some(sample.year));
        prop_assert_eq!(report.form, Some(sample.form));
        prop_assert_eq!(report.completeness, Completeness::Whole);
    }

    #[test]
    fn a_report_that_adds_up_is_called_consistent(sample in office::sample()) {
        let text = sample.print().text;
        let report = checked(&text);
        prop_assert_eq!(serious(&text, &report), Vec::<String>::new(), "{}", text);
        prop_assert_eq!(report.verdict, Verdict::Consistent);
        let all: Vec<Relation> = report.relations.all.iter().map(|(relation, _)| relation.clone()).collect();
        prop_assert_eq!(all, sample.relations());
        for (relation, state) in &report.relations.all {
            prop_assert_eq!(*state, RelationState::Holds, "{}", relation.id);
        }
    }

    #[test]
    fn a_changed_cell_is_named_and_only_its_relations_are_blamed(
        (mut sample, cell, by) in sample_and_cell()
    ) {
        let Some(Quantity::Count(before)) = sample.figures.get(&cell).cloned() else {
            return Err(TestCaseError::fail("a relation is about counts"));
        };
        // Down where it can go down, for every second amount.
        let after = if by % 2 == 0 && by <= before { before - by } else { before + by };
        sample.figures.insert(cell, Quantity::Count(after));
        let text = sample.print().text;
        let report = checked(&text);
        let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let errors: Vec<_> = errors.collect();
        prop_assert!(
            errors.iter().any(|finding| finding.cells.contains(&cell)),
            "{} was {} and is {}, no error names it: {:?}\n{}", cell, before, after, serious(&text, &report), text
        );
        let relations = sample.relations();
        for finding in errors {
            prop_assert!(!finding.relations.is_empty(), "{}", finding.message);
            for blamed in &finding.relations {
                let relation = relations.iter().find(|relation| relation.id == *blamed);
                prop_assert!(
                    relation.is_some_and(|relation| relation.cells().any(|it| it == cell)),
                    "{} does not contain {}", blamed, cell
                );
            }
        }
        prop_assert_eq!(report.verdict, Verdict::Findings);
        prop_assert_eq!(quantity(&report, cell), Some(&Quantity::Count(after)));
    }

    #[test]
    fn the_relations_that_fail_are_exactly_those_of_the_changed_cell(
        (mut sample, cell, by) in sample_and_cell()
    ) {
        let Some(Quantity::Count(count)) = sample.figures.get_mut(&cell) else {
            return Err(TestCaseError::fail("a relation is about counts"));
        };
        *count += by;
        let expected: Vec<_> = sample
            .relations()
            .into_iter()
            .filter(|relation| relation.cells().any(|it| it == cell))
            .map(|relation| relation.id)
            .collect();
        let report = checked(&sample.print().text);
        prop_assert_eq!(report.relations.failing(), expected.clone());
        let mut explained: Vec<_> =
            report.findings.iter().flat_map(|finding| finding.relations.iter().copied()).collect();
        explained.sort_unstable();
        let mut expected = expected;
        expected.sort_unstable();
        prop_assert_eq!(explained, expected, "every failing relation belongs to one finding");
    }

    #[test]
    fn a_blank_cell_is_blank_and_no_sum_with_it_is_judged(
        (mut sample, blanks) in sample_with_blanks()
    ) {
        // Where rows whose label stands in the same column have their cells in
        // the same columns.
        sample.layout.shifted.clear();
        sample.layout.total_left = false;
        sample.layout.last_label = 0;
        let text = sample.print().text;
        let report = checked(&text);
        let named = |code: &str, cell: CellId| {
            report.findings.iter().any(|it| it.rule.code == code && it.cells.contains(&cell))
        };
        // A blank at either end of a row may leave open which column the others
        // belong to; then it is said of each cell, and nothing is claimed.
        let left_open = |cell: CellId| named("GJ103", cell) && quantity(&report, cell).is_none();
        for (&cell, figure) in &sample.figures {
            let expected = if blanks.contains(&cell) { None } else { Some(figure) };
            prop_assert!(left_open(cell) || quantity(&report, cell) == expected, "{}\n{}", cell, text);
            let row = (cell.table, cell.row);
            let has_blank_at_an_end = blanks.iter().any(|blank| {
                (blank.table, blank.row) == row && ["natural", "total"].contains(&blank.column.0)
            });
            prop_assert!(!left_open(cell) || has_blank_at_an_end, "{} is left open\n{}", cell, text);
        }
        for (relation, state) in &report.relations.all {
            let blank = relation.cells().any(|cell| blanks.contains(&cell) || left_open(cell));
            let expected = if blank { RelationState::Unchecked } else { RelationState::Holds };
            prop_assert_eq!(*state, expected, "{}\n{}", relation.id, text);
        }
        for &cell in &blanks {
            prop_assert!(named("GJ221", cell) || left_open(cell), "no finding names {}\n{}", cell, text);
        }
        prop_assert!(report.findings.iter().all(|it| it.severity != Severity::Error), "{}", text);
    }

    #[test]
    fn a_blank_in_a_shifted_row_is_never_filled_with_a_neighbour(
        (sample, blanks) in sample_with_blanks()
    ) {
        let text = sample.print().text;
        let report = checked(&text);
        for (&cell, figure) in &sample.figures {
            let found = quantity(&report, cell);
            let blank = blanks.contains(&cell);
            prop_assert!(found.is_none() || (found == Some(figure) && !blank), "{}: {:?}\n{}", cell, found, text);
            // A row is given up only for a blank of its own, and then it is said.
            let blank_row = blanks.iter().any(|it| (it.table, it.row) == (cell.table, cell.row));
            let named = |code| {
                report.findings.iter().any(|it| it.rule.code == code && it.cells.contains(&cell))
            };
            prop_assert!(found.is_some() || blank_row, "{} is lost\n{}", cell, text);
            prop_assert!(found.is_some() || named("GJ221") || named("GJ103"), "{} goes unsaid\n{}", cell, text);
        }
        prop_assert_eq!(report.relations.failing(), vec![], "{}", text);
        prop_assert!(report.findings.iter().all(|it| it.severity != Severity::Error), "{}", text);
    }

    #[test]
    fn a_value_lost_with_its_tab_moves_no_other(
        sample in office::sample(), pick in any::<prop::sample::Index>(), trailing_tabs in any::<bool>()
    ) {
        let printed = sample.print();
        let cells: Vec<(CellId, std::ops::Range<usize>)> =
            printed.places.iter().map(|(&cell, &place)| (cell, place.into())).collect();
        let (lost, place) = pick.get(&cells).clone();
        let (before, behind) = (&printed.text[..place.start], &printed.text[place.end..]);
        let text = match behind.strip_prefix('\t') {
            Some(behind) => format!("{before}{behind}"),
            None => format!("{}{behind}", before.strip_suffix('\t').unwrap_or(before)),
        };
        let add_tab = |line: &str| if line.contains('\t') { format!("{line}\t") } else { line.to_owned() };
        let text = if trailing_tabs { text.lines().map(add_tab).collect::<Vec<_>>().join("\n") } else { text };
        let report = checked(&text);
        for (&cell, figure) in &sample.figures {
            let found = quantity(&report, cell);
            let same_row = (cell.table, cell.row) == (lost.table, lost.row);
            prop_assert!(found.is_none() || found == Some(figure), "{}: {:?}\n{}", cell, found, text);
            prop_assert!(found.is_some() || same_row || lost.table == TableId::Review, "{}\n{}", cell, text);
        }
        prop_assert_eq!(report.relations.failing(), vec![], "{}", text);
    }

    #[test]
    fn a_row_left_out_is_named_and_moves_no_other(
        (sample, table, row) in sample_without_a_row()
    ) {
        let text = sample.print().text;
        let report = checked(&text);
        for (&cell, figure) in &sample.figures {
            let expected = if (cell.table, cell.row) == (table, row) { None } else { Some(figure) };
            prop_assert_eq!(quantity(&report, cell), expected, "{}\n{}", cell, text);
        }
        prop_assert_eq!(report.relations.failing(), vec![], "{}", text);
        let missing = report.findings.iter().filter(|it| it.severity != Severity::Info);
        let missing: Vec<_> = missing.map(|it| (it.rule.code, it.cells.first().map(|cell| cell.row))).collect();
        prop_assert_eq!(missing, [("GJ208", Some(row))], "{}", text);
    }

    #[test]
    fn a_number_is_the_same_in_any_spelling(
        sample in office::sample(), spelling in 0_usize..4, every in 1_usize..5
    ) {
        let mut sample = sample;
        let cells: Vec<CellId> = sample.figures.keys().copied().step_by(every).collect();
        for cell in cells {
            if let Some(Quantity::Count(count)) = sample.figures.get(&cell)
                && *count >= 0
            {
                sample.printed.insert(cell, spelled(*count, spelling));
            }
        }
        let text = sample.print().text;
        let report = checked(&text);
        for (&cell, figure) in &sample.figures {
            prop_assert_eq!(quantity(&report, cell), Some(figure), "{}\n{}", cell, text);
        }
        prop_assert_eq!(serious(&text, &report), Vec::<String>::new(), "{}", text);
    }

    #[test]
    fn a_report_cut_anywhere_is_read_without_a_panic(
        sample in office::sample(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()
    ) {
        let text = sample.print().text;
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (from, to) = (*from.get(&boundaries), *to.get(&boundaries));
        let part = &text[from.min(to)..from.max(to)];
        let report = checked(part);
        prop_assert_eq!(places::faults(part, &report), Vec::<String>::new());
        for (relation, state) in &report.relations.all {
            prop_assert!(
                !matches!(state, RelationState::Fails { .. }) || cut_within_a_number(&text, from, to),
                "{} fails in a part of a consistent report:\n{}", relation.id, part
            );
        }
    }

    #[test]
    fn two_lines_changing_places_never_panic(
        sample in office::sample(), one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()
    ) {
        let text = sample.print().text;
        let mut lines: Vec<&str> = text.lines().collect();
        let (one, other) = (one.index(lines.len()), other.index(lines.len()));
        lines.swap(one, other);
        let text = lines.join("\n");
        let report = checked(&text);
        prop_assert_eq!(places::faults(&text, &report), Vec::<String>::new());
    }

    #[test]
    fn any_text_is_answered_with_places_inside_it(text in any_text()) {
        let report = checked(&text);
        prop_assert_eq!(places::faults(&text, &report), Vec::<String>::new());
    }

    #[test]
    fn the_same_text_gives_the_same_report(sample in office::sample()) {
        let text = sample.print().text;
        prop_assert_eq!(format!("{:?}", checked(&text)), format!("{:?}", checked(&text)));
    }
}

/// A report with up to eight blanks, and where they are.
fn sample_with_blanks() -> impl Strategy<Value = (Sample, Vec<CellId>)> {
    let blanks = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..5), 1..9);
    (office::sample(), blanks).prop_map(|(mut sample, picks)| {
        let cells: Vec<CellId> = sample.figures.keys().copied().collect();
        let mut blanks = Vec::new();
        for (pick, sign) in picks {
            let cell = *pick.get(&cells);
            let sign = ["", "\u{3000}\u{3000}", "/", "—", "无"].get(sign).copied().unwrap_or_default();
            sample.printed.insert(cell, sign.to_owned());
            blanks.push(cell);
        }
        (sample, blanks)
    })
}

/// A report that leaves one row out.
fn sample_without_a_row() -> impl Strategy<Value = (Sample, TableId, RowId)> {
    (office::sample(), any::<prop::sample::Index>()).prop_map(|(mut sample, pick)| {
        let of_rows = office::statutory(sample.form).filter(|table| table.shape == TableShape::Rows);
        let rows: Vec<_> =
            of_rows.flat_map(|table| table.rows().map(move |(row, _)| (table.id, row.id))).collect();
        let (table, row) = *pick.get(&rows);
        sample.omitted.insert(row);
        (sample, table, row)
    })
}

/// A count as people write it, with nothing said besides.
fn spelled(count: i64, spelling: usize) -> String {
    let digits = count.to_string();
    match spelling {
        0 => digits.chars().filter_map(|digit| char::from_u32(digit as u32 + 0xfee0)).collect(),
        1 => {
            let grouped: Vec<&str> = digits
                .as_bytes()
                .rchunks(3)
                .rev()
                .filter_map(|group| std::str::from_utf8(group).ok())
                .collect();
            grouped.join(",")
        }
        2 => format!(" {digits} "),
        _ => format!("{digits}件"),
    }
}

/// Whether one end of the part stands between two digits, so that the part
/// says another number than the report.
fn cut_within_a_number(text: &str, from: usize, to: usize) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    [from, to].into_iter().any(|at| at > 0 && digit(bytes.get(at - 1)) && digit(bytes.get(at)))
}

/// Anything: words of the form, digits, blanks and noise in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况", "五、", "2023年政府信息公开工作年度报告", "第二十条第（一）项",
            "信息内容", "规章", "行政许可", "自然人", "商业企业", "总计", "一、本年新收政府信息公开申请数量",
            "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "3.其他", "（六）其他处理", "（七）总计",
            "四、结转下年度继续办理", "结果维持", "未经复议直接起诉", "勾稽关系", "附件", "关于转发",
        ]).prop_map(ToOwned::to_owned),
        3 => prop::sample::select(vec!["\t", "\n", "\t\t", "\n\n", " ", "\u{3000}", "|", "\r\n"])
            .prop_map(ToOwned::to_owned),
        3 => (0_u64..100_000).prop_map(|number| number.to_string()),
        1 => prop::sample::select(vec!["/", "—", "无", "-3", "1.5", "0件", "１２", "1,234", "999999999999999999999"])
            .prop_map(ToOwned::to_owned),
        1 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..160).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_blank_at_the_end_of_the_last_row_does_not_shift_it() {
    let report = fixtures::report("县政府2024");
    let row = "四、结转下年度继续办理\t\t9\t0\t0\t0\t1\t0\t10\t";
    assert!(report.contains(row));
    for label in ["四、结转下年度继续办理\t\t\t", "\t四、结转下年度继续办理\t\t"] {
        let text = report.replace(row, &format!("{label}9\t0\t0\t0\t1\t0\t"));
        let read = checked(&text);
        for (column, printed) in
            [("natural", 9), ("business", 0), ("research", 0), ("charity", 0), ("legal", 1), ("other", 0)]
        {
            let cell =
                CellId::parse(&format!("applications.carried_out.{column}")).expect("a cell of the form");
            let found = quantity(&read, cell);
            let right = Quantity::Count(printed);
            assert!(found.is_none_or(|found| *found == right), "{cell} is read as {found:?} after {label:?}");
        }
        assert_eq!(read.relations.failing(), vec![], "after {label:?}");
    }
}

/// The report of an empty office with these rows in the places of its first
/// and its last row of applications.
fn empty_office_with(new: &str, carried_out: &str) -> String {
    let report = fixtures::report("镇2022全零");
    let zeros = "\t\t0\t0\t0\t0\t0\t0\t0\t";
    let (first, last) = ("一、本年新收政府信息公开申请数量", "四、结转下年度继续办理");
    let text = report.replace(&format!("{first}{zeros}"), &format!("{first}{new}"));
    let text = text.replace(&format!("{last}{zeros}"), carried_out);
    assert!(text.contains(new) && text.contains(carried_out), "the report has both rows");
    text
}

#[test]
fn a_row_that_would_add_up_one_column_on_is_not_moved_there() {
    // With the blank first instead of last, 1 + 2 would be 3.
    let row = "四、结转下年度继续办理\t\t1\t0\t0\t0\t2\t3\t";
    let report = checked(&empty_office_with("\t\t1\t0\t0\t0\t2\t3\t6\t", row));
    for (column, printed) in [("natural", 1), ("business", 0), ("legal", 2), ("other", 3)] {
        let cell = CellId::parse(&format!("applications.carried_out.{column}")).expect("a cell of the form");
        let found = quantity(&report, cell);
        assert!(found.is_none_or(|found| *found == Quantity::Count(printed)), "{cell} is read as {found:?}");
    }
    assert_eq!(report.relations.failing(), vec![]);
}

#[test]
fn a_last_row_cut_short_is_not_moved_to_the_end() {
    let row = "四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t";
    let text = empty_office_with("\t\t0\t0\t0\t0\t0\t1\t1\t", row);
    let cut = text.split_inclusive(row).next().expect("the row is there");
    let report = checked(cut);
    let other = CellId::parse("applications.carried_out.other").expect("a cell of the form");
    assert_eq!(quantity(&report, other), None);
    assert_eq!(report.relations.failing(), vec![]);
}

#[test]
fn a_report_of_a_number_is_always_the_same() {
    let (one, other) = (office::seeded(7).print().text, office::seeded(7).print().text);
    assert_eq!(one, other);
    assert_ne!(one, office::seeded(8).print().text);
}

#[test]
fn the_samples_add_up_and_reach_from_an_empty_office_to_tens_of_thousands() {
    let mut largest = 0;
    let mut empty = false;
    for sample in (0..300).map(office::seeded) {
        let count = |cell: &CellId| match sample.figures.get(cell) {
            Some(Quantity::Count(count)) => *count,
            other => panic!("{cell} is {other:?}"),
        };
        for relation in sample.relations() {
            let (left, right) = (relation.left.iter().map(count), relation.right.iter().map(count));
            assert_eq!(left.sum::<i64>(), right.sum::<i64>(), "{}", relation.id);
        }
        let received = CellId::parse("applications.new.total").expect("a cell of the form");
        largest = largest.max(count(&received));
        empty |= count(&received) == 0;
    }
    assert!(empty, "no office is empty");
    assert!(largest > 20_000, "the largest office has {largest} applications");
}

#[test]
fn a_printed_sample_says_each_figure_at_its_place() {
    for sample in (0..50).map(office::seeded) {
        let printed = sample.print();
        for (cell, expected) in &sample.figures {
            let place = printed.places.get(cell).expect("every cell is printed");
            assert_eq!(place.of(&printed.text), snapshot::quantity(expected), "{cell}");
        }
    }
}

#[test]
fn an_invented_report_stays_what_it_is_under_other_line_ends() {
    for name in fixtures::names() {
        let text = fixtures::report(&name);
        let windows = text.replace('\n', "\r\n");
        let (one, other) = (checked(&text), checked(&windows));
        let (one, other) = (snapshot::snapshot(&text, &one), snapshot::snapshot(&windows, &other));
        assert_eq!(one, other, "{name}:\n{}", difference(&one, &other));
    }
}

#[test]
fn extreme_texts_are_answered() {
    let report = fixtures::report("县政府2024");
    let row = "\t\t2.重复申请\t3\t0\t0\t0\t0\t0\t3\n";
    for (name, text) in [
        ("nothing", String::new()),
        ("blanks", " \t\u{3000}\n".repeat(2000)),
        ("one line", report.replace('\n', " ")),
        ("a long line of figures", "12\t".repeat(100_000)),
        ("a long line of one label", "政府信息公开".repeat(20_000)),
        ("one row many times", report.replace(row, &row.repeat(2000))),
        ("headings only", "三、收到和处理政府信息公开申请情况\n".repeat(3000)),
        ("binary noise", (0..60_000_u32).filter_map(|it| char::from_u32(it * 7 % 0x3000)).collect()),
        ("a very long number", report.replace("20417", &"9".repeat(50_000))),
        ("many reports", report.repeat(20)),
    ] {
        assert_eq!(places::faults(&text, &checked(&text)), Vec::<String>::new(), "{name}");
    }
}
