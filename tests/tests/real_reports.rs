//! Five real reports, read cell by cell. The figures were copied from the
//! reports by hand; what is not written here is 0.

use std::collections::BTreeMap;

use gouji::form::{FormId, RowId, SectionKind, TableId};
use gouji::reading::{Cell, CellReading, Completeness, Quantity, Row};
use gouji::{Options, Report, Severity, check};
use gouji_tests::{fixtures, places, snapshot};

/// What a person reads in a report.
struct Real {
    file: &'static str,
    /// As printed, with its line breaks.
    title: &'static str,
    issuer: &'static str,
    year: u16,
    form: FormId,
    sections: &'static [&'static str],
    /// The rows that are not all 0, in the order of the form, `□` for a blank.
    rows: &'static [(&'static str, &'static str)],
    /// Rows that are not printed.
    absent: &'static [&'static str],
    failing: &'static [&'static str],
    /// Findings of severity error, then of severity warning.
    errors: &'static [&'static str],
    warnings: &'static [&'static str],
}

const SIX: &[&str] = &["overview", "disclosure", "applications", "review", "problems", "other"];

const REPORTS: &[Real] = &[
    Real {
        file: "000_137718fb4ed01aa3.txt",
        title: "泉州市数字泉州建设办公室\n\n2023 年度政府信息公开工作报告",
        issuer: "泉州市数字泉州建设办公室",
        year: 2023,
        form: FormId::Y2021,
        sections: SIX,
        rows: &[("disclosure.normative", "0 0 3")],
        absent: &[],
        failing: &[],
        errors: &[],
        warnings: &[],
    },
    Real {
        file: "001_2e95705ed168efb2.txt",
        title: "泉州市科学技术局 2023 年政府信息公开工作年度报告",
        issuer: "泉州市科学技术局",
        year: 2023,
        form: FormId::Y2021,
        sections: &["overview", "disclosure", "applications", "review", "fees", "problems", "other"],
        rows: &[
            ("disclosure.normative", "4 0 14"),
            ("applications.new", "1 0 0 0 0 0 1"),
            ("applications.unable_not_held", "1 0 0 0 0 0 1"),
            ("applications.total", "1 0 0 0 0 0 1"),
            ("review.review", "□ □ □ □ □"),
        ],
        absent: &["disclosure.regulation"],
        failing: &[],
        errors: &[],
        warnings: &[
            "GJ434 请核实 「350000」",
            "GJ414 请核实 disclosure.normative.in_force",
            "GJ208 请核实 disclosure.regulation.*",
            "GJ221 请核实 review.review.*",
        ],
    },
    Real {
        file: "002_ad16510ea09d0095.txt",
        title: "泉州市行政服务中心管委会 关于 2020 年政府信息公开年度工作报告",
        issuer: "泉州市行政服务中心管委会",
        year: 2020,
        form: FormId::Y2019,
        sections: SIX,
        rows: &[("disclosure.normative", "12 12 12")],
        absent: &[],
        failing: &[],
        errors: &["GJ212 必须修改 review.review.*、review.direct.*、review.after_review.*"],
        warnings: &[],
    },
    Real {
        file: "003_5a257b9f275d0efb.txt",
        title: "鲤城区 2023 年政府信息公开工作年度报告",
        issuer: "鲤城区",
        year: 2023,
        form: FormId::Y2021,
        sections: SIX,
        rows: &[
            ("disclosure.normative", "12 20 95"),
            ("disclosure.license", "66241"),
            ("disclosure.penalty", "242"),
            ("disclosure.coercion", "2"),
            ("disclosure.fee", "112.55034"),
            ("applications.new", "90 1 0 0 0 0 91"),
            ("applications.carried_in", "4 0 0 0 0 0 4"),
            ("applications.granted", "30 1 0 0 0 0 31"),
            ("applications.partial", "3 0 0 0 0 0 3"),
            ("applications.deny_secret", "1 0 0 0 0 0 1"),
            ("applications.deny_third_party", "1 0 0 0 0 0 1"),
            ("applications.unable_not_held", "32 0 0 0 0 0 32"),
            ("applications.reject_repeat", "1 0 0 0 0 0 1"),
            ("applications.other_other", "4 0 0 0 0 0 4"),
            ("applications.total", "72 1 0 0 0 0 73"),
            ("applications.carried_out", "22 0 0 0 0 0 22"),
            ("review.review", "2 3 0 0 5"),
            ("review.after_review", "2 0 0 0 2"),
        ],
        absent: &[],
        failing: &[],
        errors: &[],
        warnings: &["GJ231 请核实 「一、总体情况」"],
    },
    Real {
        file: "004_616956a4af0ed552.txt",
        title: "晋江市人民政府 2023 年政府信息公开工作年度报告",
        issuer: "晋江市人民政府",
        year: 2023,
        form: FormId::Y2021,
        sections: SIX,
        rows: &[
            ("disclosure.normative", "64 45 179"),
            ("disclosure.license", "21642"),
            ("disclosure.penalty", "34741"),
            ("disclosure.coercion", "681"),
            ("disclosure.fee", "694.8841"),
            ("applications.new", "231 15 0 0 1 0 247"),
            ("applications.carried_in", "1 0 0 0 0 0 1"),
            ("applications.granted", "125 12 0 0 1 0 138"),
            ("applications.partial", "18 3 0 0 1 0 18"),
            ("applications.deny_secret", "1 0 0 0 0 0 1"),
            ("applications.deny_law", "2 0 0 0 0 0 2"),
            ("applications.deny_safety", "4 0 0 0 0 0 4"),
            ("applications.deny_third_party", "3 0 0 0 0 0 3"),
            ("applications.deny_internal", "4 0 0 0 0 0 4"),
            ("applications.deny_process", "3 0 0 0 0 0 3"),
            ("applications.deny_enforcement", "1 0 0 0 0 0 1"),
            ("applications.deny_query", "1 0 0 0 0 0 1"),
            ("applications.unable_not_held", "56 3 0 0 0 0 59"),
            ("applications.reject_petition", "1 0 0 0 0 0 0"),
            ("applications.reject_confirm", "1 0 0 0 0 0 1"),
            ("applications.other_no_correction", "5 0 0 0 0 0 5"),
            ("applications.other_other", "3 0 0 0 0 0 3"),
            ("applications.total", "227 15 0 0 1 0 243"),
            ("applications.carried_out", "5 0 0 0 0 0 5"),
            ("review.review", "1 6 2 1 10"),
            ("review.direct", "4 0 1 0 5"),
            ("review.after_review", "0 1 1 0 2"),
        ],
        absent: &[],
        failing: &[
            "applications.row.partial",
            "applications.row.reject_petition",
            "applications.column_total.natural",
            "applications.column_total.business",
            "applications.column_total.legal",
        ],
        errors: &[
            "GJ301 必须修改 applications.row.partial；由此：applications.column_total.business、\
             applications.column_total.legal",
            "GJ301 必须修改 applications.row.reject_petition；由此：applications.column_total.natural",
        ],
        warnings: &["GJ231 请核实 「一、总体情况」"],
    },
];

/// The real reports with their texts; none where the folder is missing.
fn reports() -> Vec<(&'static Real, String)> {
    let Some(folder) = fixtures::shared() else { return Vec::new() };
    REPORTS.iter().map(|real| (real, fixtures::read(&folder.join("reports").join(real.file)))).collect()
}

fn read() -> Vec<(&'static Real, String, Report)> {
    let checked = |(real, text): (&'static Real, String)| {
        let report = check(&text, &Options::default());
        (real, text, report)
    };
    reports().into_iter().map(checked).collect()
}

fn cell(cell: &Cell) -> String {
    match &cell.reading {
        CellReading::Number(number) => snapshot::quantity(number),
        CellReading::Blank => "□".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_cell_is_read_as_it_is_printed() {
    for (real, text, report) in read() {
        let mut expected = BTreeMap::new();
        let mut found = BTreeMap::new();
        for id in TableId::STATUTORY {
            let spec = real.form.form().table(id).expect("a statutory table");
            let table = report.tables.iter().find(|table| table.id == id);
            for (row, columns) in spec.rows() {
                let name = format!("{}.{}", id.as_str(), row.id.0);
                if !real.absent.contains(&name.as_str()) {
                    let written = real.rows.iter().find(|(written, _)| *written == name);
                    let zeros = vec!["0"; columns.len()].join(" ");
                    expected.insert(name.clone(), written.map_or(zeros, |(_, row)| (*row).to_owned()));
                }
                if let Some(read) = table.and_then(|table| table.row(row.id)) {
                    let cells: Vec<String> = read.cells.iter().map(cell).collect();
                    found.insert(name, cells.join(" "));
                }
            }
        }
        assert_eq!(found, expected, "{}", real.file);
        let faults = places::faults(&text, &report);
        assert_eq!(faults, Vec::<String>::new(), "{}", real.file);
    }
}

#[test]
fn title_issuer_year_and_form_are_read_as_printed() {
    for (real, text, report) in read() {
        let title = report.title.as_ref().expect("every one has a title");
        let issuer = report.issuer.as_ref().expect("every one names its issuer");
        let year = report.year.as_ref().expect("every one has a year");
        let without_blanks = real.title.split_whitespace().collect::<String>();
        assert_eq!(title.value, without_blanks, "{}", real.file);
        assert_eq!(title.range.of(&text), real.title, "{}", real.file);
        assert_eq!(issuer.value, real.issuer, "{}", real.file);
        assert_eq!(year.value, real.year, "{}", real.file);
        assert!(year.range.of(&text).contains(&real.year.to_string()), "{}", real.file);
        assert_eq!(report.form, Some(real.form), "{}", real.file);
        assert_eq!(report.completeness, Completeness::Whole, "{}", real.file);
    }
}

#[test]
fn the_outline_is_that_of_the_report() {
    for (real, text, report) in read() {
        let kinds: Vec<&str> =
            report.sections.iter().filter_map(|section| section.kind.map(SectionKind::as_str)).collect();
        assert_eq!(kinds, real.sections, "{}", real.file);
        let ordinals: Vec<u16> = report.sections.iter().filter_map(|section| section.ordinal).collect();
        let in_order: Vec<u16> = (1..).take(real.sections.len()).collect();
        assert_eq!(ordinals, in_order, "{}", real.file);
        for section in &report.sections {
            assert_eq!(section.heading_range.of(&text), section.heading, "{}", real.file);
        }
    }
}

#[test]
fn the_tables_are_sure_and_of_the_form_that_is_printed() {
    for (real, _, report) in read() {
        let found: Vec<TableId> = report.tables.iter().map(|table| table.id).collect();
        let fees = real.sections.contains(&"fees").then_some(TableId::Fees);
        assert_eq!(found, TableId::STATUTORY.into_iter().chain(fees).collect::<Vec<_>>(), "{}", real.file);
        for table in &report.tables {
            assert_eq!(table.layout, real.form, "{}: {}", real.file, table.id.as_str());
            assert_eq!(table.reading.as_str(), "exact", "{}: {}", real.file, table.id.as_str());
        }
    }
}

#[test]
fn the_fee_table_of_001_is_read_too() {
    for (real, _, report) in read().into_iter().filter(|(real, ..)| real.sections.contains(&"fees")) {
        let fees = report.tables.iter().find(|table| table.id == TableId::Fees).expect("it has one");
        let row: &Row = fees.row(RowId("processing")).expect("it has one row");
        let zero = CellReading::Number(Quantity::Count(0));
        let cells: Vec<&CellReading> = row.cells.iter().map(|cell| &cell.reading).collect();
        assert_eq!(cells, [&zero, &zero, &zero], "{}", real.file);
    }
}

#[test]
fn exactly_the_relations_fail_that_do_not_hold() {
    for (real, _, report) in read() {
        let failing: Vec<String> = report.relations.failing().iter().map(ToString::to_string).collect();
        assert_eq!(failing, real.failing, "{}", real.file);
        let unchecked: Vec<String> = report.relations.unchecked().iter().map(ToString::to_string).collect();
        let blank = real.rows.iter().any(|(row, cells)| *row == "review.review" && cells.contains('□'));
        assert_eq!(unchecked, if blank { vec!["review.total.review"] } else { vec![] }, "{}", real.file);
    }
}

#[test]
fn the_findings_are_those_a_careful_reader_has() {
    for (real, text, report) in read() {
        let of = |severity| -> Vec<String> {
            let found = report.findings.iter().filter(|finding| finding.severity == severity);
            found.map(|finding| snapshot::describe(&text, finding)).collect()
        };
        assert_eq!(of(Severity::Error), real.errors, "{}", real.file);
        assert_eq!(of(Severity::Warning), real.warnings, "{}", real.file);
    }
}

#[test]
fn the_sums_are_written_out_in_the_messages() {
    for (_, _, report) in read().into_iter().filter(|(real, ..)| real.file.starts_with("004")) {
        let messages: Vec<&str> = report
            .findings
            .iter()
            .filter(|finding| finding.rule.code == "GJ301")
            .map(|finding| finding.message.as_str())
            .collect();
        let [partial, petition] = messages[..] else { panic!("{messages:?}") };
        assert!(partial.contains("18 + 3 + 0 + 0 + 1 + 0 = 22"), "{partial}");
        assert!(petition.contains("1 + 0 + 0 + 0 + 0 + 0 = 1"), "{petition}");
    }
}

#[test]
fn the_cells_are_those_of_the_reference() {
    let Some(folder) = fixtures::shared() else { return };
    let cells: serde_json::Value =
        serde_json::from_str(&fixtures::read(&folder.join("layouts/cells.json"))).expect("it is JSON");
    let mut compared = 0;
    for (real, _, report) in read() {
        let Some(reference) = cells.get(&real.file[..3]) else { continue };
        for table in &report.tables {
            for row in &table.rows {
                let expected: Vec<String> = reference[table.id.as_str()][row.id.0]
                    .as_array()
                    .expect("the reference has every row")
                    .iter()
                    .map(ToString::to_string)
                    .collect();
                let found: Vec<String> = row.cells.iter().map(cell).collect();
                assert_eq!(found, expected, "{}: {}.{}", real.file, table.id.as_str(), row.id.0);
                compared += found.len();
            }
        }
    }
    assert_eq!(compared, 2 * (10 + 175 + 15), "all cells of 000 and 003");
}
