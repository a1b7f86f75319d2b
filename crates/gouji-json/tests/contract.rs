//! A report in JSON is what `design.md` promises, name by name.

use std::path::Path;

use gouji_json::{
    Blanks, Cell, CellCorrection, CellReading, Change, CheckOptions, CheckedReport, Claim, Completeness,
    Confirmation, ErrorCode, Finding, FormName, Input, IssuerKind, Label, Lang, Level, OtherReport, Profile,
    Proof, Quantity, Reading, Relations, RepairSet, Repairs, Row, RuleLevel, SCHEMA, Section, SectionKind,
    SetAside, Severity, Slip, SlipKind, Table, Tables, Target, Tool, Verdict, WriteJson as _, check,
    check_json,
};
use serde_json::{Value, json};

/// A table alone, in which 3 + 1 + 0 + 2 is not 7, behind a character that
/// takes two units of UTF-16.
const WRONG_SUM: &str = "\
😀 附表
行政复议\t\t\t\t\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉
\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
3\t1\t0\t2\t7\t4\t0\t1\t0\t5\t0\t0\t0\t0\t0
";

/// A report with something of everything.
fn full_report() -> CheckedReport {
    CheckedReport {
        schema: SCHEMA.to_owned(),
        tool: Tool { version: "0.1.0".to_owned(), rules: 30 },
        input: Input { name: Some("青禾县.txt".to_owned()), bytes: 15_000 },
        title: Some("青禾县人民政府2023年政府信息公开工作年度报告".to_owned()),
        issuer: Some("青禾县人民政府".to_owned()),
        issuer_kinds: vec![IssuerKind::CountyGovernment],
        year: Some(2023),
        form: Some(FormName::Y2021),
        verdict: Verdict::Findings,
        completeness: Completeness::Whole,
        sections: vec![Section {
            ordinal: Some(1),
            heading: "一、总体情况".to_owned(),
            kind: Some(SectionKind::Overview),
            heading_range: [30, 36],
            range: [30, 900],
        }],
        tables: Tables {
            applications: Some(Table {
                layout: FormName::Y2021,
                reading: Reading::Exact,
                confirmed_by: Some(Confirmation::Grid),
                range: [1000, 2000],
                rows: vec![Row {
                    id: "granted".to_owned(),
                    label: "（一）予以公开".to_owned(),
                    printed: Some("(一) 予以公开".to_owned()),
                    cells: vec![
                        Cell {
                            column: "natural".to_owned(),
                            value: Some(Quantity::Count(125)),
                            raw: "125".to_owned(),
                            reading: CellReading::Number,
                            range: [1100, 1103],
                            corrected: None,
                        },
                        Cell {
                            column: "business".to_owned(),
                            value: None,
                            raw: String::new(),
                            reading: CellReading::Blank,
                            range: [1104, 1104],
                            corrected: Some(Quantity::Decimal("112.55034".to_owned())),
                        },
                    ],
                }],
            }),
            ..Tables::default()
        },
        claims: vec![Claim {
            subject: "applications.new.total|applications.new.total+applications.carried_in.total".to_owned(),
            value: Quantity::Count(248),
            quote: "共受理248件".to_owned(),
            range: [400, 407],
            figure: [403, 406],
            agrees: None,
        }],
        relations: Relations {
            checked: 42,
            holding: 41,
            cells: 190,
            failing: vec!["applications.row.partial".to_owned()],
            unchecked: vec![],
        },
        findings: vec![Finding {
            id: "GJ301-5f0c11e2".to_owned(),
            code: "GJ301".to_owned(),
            name: "row_total_mismatch".to_owned(),
            title: "行合计不符".to_owned(),
            severity: Severity::Error,
            message: "18 + 3 = 21，总计栏为 18".to_owned(),
            basis: "惯例".to_owned(),
            suggestion: "请核对原始台账。".to_owned(),
            cells: vec!["applications.partial.total".to_owned()],
            relations: vec!["applications.row.partial".to_owned()],
            range: [1200, 1202],
            labels: vec![Label { range: [1190, 1192], text: "18".to_owned() }],
            follows: Some("GJ302-77ab0c1d".to_owned()),
            reason: None,
        }],
        set_aside: vec![],
        profile: Profile {
            levels: vec![RuleLevel { code: "GJ223".to_owned(), level: Level::Off }],
            year: Some(2023),
            issuer_kind: Some(IssuerKind::CountyGovernment),
        },
        repairs: full_repairs(),
        others: vec![OtherReport { index: 1, title: None, range: [9000, 9900] }],
    }
}

fn full_repairs() -> Repairs {
    Repairs {
        exhaustive: true,
        size: Some(2),
        at_least: 2,
        found: 1,
        sets: vec![RepairSet {
            id: "applications.partial.total+applications.partial.natural".to_owned(),
            changes: vec![
                Change {
                    cell: "applications.partial.total".to_owned(),
                    from: Some(18),
                    to: Target::Forced(21),
                    example: None,
                    slip: Some(Slip {
                        kind: SlipKind::Omits,
                        cell: Some("applications.partial.business".to_owned()),
                        words: "合计可能漏加".to_owned(),
                    }),
                },
                Change {
                    cell: "applications.partial.natural".to_owned(),
                    from: None,
                    to: Target::Between { min: Some(0), max: None },
                    example: Some(4),
                    slip: None,
                },
            ],
            agreeing: vec![0],
            contradicted: vec![],
        }],
        proofs: vec![Proof {
            failing: vec!["applications.row.partial".to_owned()],
            size: Some(2),
            at_least: 2,
            disjoint: vec![],
            words: "已逐一排除".to_owned(),
        }],
        advice: "请核对原始台账。".to_owned(),
    }
}

#[test]
fn every_field_has_the_promised_name() {
    let expected = json!({
        "schema": "gouji-report/1",
        "tool": {"version": "0.1.0", "rules": 30},
        "input": {"name": "青禾县.txt", "bytes": 15000},
        "title": "青禾县人民政府2023年政府信息公开工作年度报告",
        "issuer": "青禾县人民政府",
        "issuer_kinds": ["county_government"],
        "year": 2023,
        "form": "2021",
        "verdict": "findings",
        "completeness": "whole",
        "sections": [{
            "ordinal": 1, "heading": "一、总体情况", "kind": "overview",
            "heading_range": [30, 36], "range": [30, 900],
        }],
        "tables": {
            "disclosure": null,
            "applications": {
                "layout": "2021", "reading": "exact", "confirmed_by": "grid", "range": [1000, 2000],
                "rows": [{
                    "id": "granted", "label": "（一）予以公开", "printed": "(一) 予以公开",
                    "cells": [
                        {"column": "natural", "value": 125, "raw": "125", "reading": "number", "range": [1100, 1103]},
                        {"column": "business", "value": null, "raw": "", "reading": "blank", "range": [1104, 1104],
                         "corrected": "112.55034"},
                    ],
                }],
            },
            "review": null,
            "fees": null,
        },
        "claims": [{
            "subject": "applications.new.total|applications.new.total+applications.carried_in.total",
            "value": 248, "quote": "共受理248件", "range": [400, 407], "figure": [403, 406], "agrees": null,
        }],
        "relations": {
            "checked": 42, "holding": 41, "cells": 190, "failing": ["applications.row.partial"], "unchecked": [],
        },
        "findings": [{
            "id": "GJ301-5f0c11e2",
            "code": "GJ301", "name": "row_total_mismatch", "title": "行合计不符", "severity": "error",
            "message": "18 + 3 = 21，总计栏为 18", "basis": "惯例", "suggestion": "请核对原始台账。",
            "cells": ["applications.partial.total"], "relations": ["applications.row.partial"],
            "range": [1200, 1202], "labels": [{"range": [1190, 1192], "text": "18"}],
            "follows": "GJ302-77ab0c1d",
        }],
        "set_aside": [],
        "profile": {
            "levels": [{"code": "GJ223", "level": "off"}], "year": 2023, "issuer_kind": "county_government",
        },
        "repairs": {
            "exhaustive": true, "size": 2, "at_least": 2, "found": 1,
            "sets": [{
                "id": "applications.partial.total+applications.partial.natural",
                "changes": [
                    {"cell": "applications.partial.total", "from": 18, "to": 21,
                     "slip": {"kind": "omits", "cell": "applications.partial.business", "words": "合计可能漏加"}},
                    {"cell": "applications.partial.natural", "from": null, "to": {"min": 0, "max": null}, "example": 4},
                ],
                "agreeing": [0], "contradicted": [],
            }],
            "proofs": [{"failing": ["applications.row.partial"], "size": 2, "at_least": 2, "disjoint": [],
                        "words": "已逐一排除"}],
            "advice": "请核对原始台账。",
        },
        "others": [{"index": 1, "title": null, "range": [9000, 9900]}],
    });
    assert_eq!(serde_json::to_value(full_report()).expect("it serialises"), expected);
}

#[test]
fn what_is_unknown_is_null_and_what_is_absent_is_empty() {
    let report = check("今天买白菜两斤。", &CheckOptions::default()).expect("the options are right");
    let json = serde_json::to_value(&report).expect("it serialises");
    for field in ["title", "issuer", "year", "form"] {
        assert_eq!(json.get(field), Some(&Value::Null), "{field}");
    }
    assert_eq!(json["input"], json!({"name": null, "bytes": 24}));
    assert_eq!(
        json["tables"],
        json!({"disclosure": null, "applications": null, "review": null, "fees": null})
    );
    assert_eq!(json["verdict"], "not_a_report");
}

#[test]
fn ranges_count_in_utf16() {
    let report = check(WRONG_SUM, &CheckOptions::default()).expect("the options are right");
    let units: Vec<u16> = WRONG_SUM.encode_utf16().collect();
    let at = |[start, end]: [u32; 2]| {
        String::from_utf16(&units[start as usize..end as usize]).expect("no character is cut")
    };
    let table = report.tables.review.expect("the table is read");
    let cells: Vec<&Cell> = table.rows.iter().flat_map(|row| &row.cells).collect();
    assert_eq!(cells.len(), 15);
    assert!(cells.iter().all(|cell| at(cell.range) == cell.raw));
    let finding = report.findings.iter().find(|finding| finding.code == "GJ304").expect("the sum is wrong");
    assert_eq!(at(finding.range), "7");
    assert_eq!(report.relations.failing, ["review.total.review"]);
}

#[test]
fn a_correction_counts_and_is_shown_beside_what_is_printed() {
    let options = CheckOptions {
        corrections: vec![CellCorrection {
            cell: "review.review.total".to_owned(),
            printed: "7".to_owned(),
            value: Quantity::Count(6),
        }],
        ..CheckOptions::default()
    };
    let report = check(WRONG_SUM, &options).expect("the options are right");
    assert_eq!(report.verdict, Verdict::Consistent);
    let table = report.tables.review.expect("the table is read");
    let total = table.rows[0].cells.last().expect("a row has cells");
    assert_eq!((&total.value, &total.corrected), (&Some(Quantity::Count(7)), &Some(Quantity::Count(6))));
}

#[test]
fn a_report_survives_writing_and_reading() {
    let report = full_report();
    let json = serde_json::to_string(&report).expect("it serialises");
    assert_eq!(serde_json::from_str::<CheckedReport>(&json).expect("it parses"), report);
}

#[test]
fn a_report_is_written_as_serde_writes_it() {
    let strange: String = (0..0x80).map(char::from).chain("\u{2028}表😀".chars()).collect();
    let options = CheckOptions {
        name: Some(strange.clone()),
        profile: full_report().profile,
        corrections: vec![CellCorrection {
            cell: "review.direct.total".to_owned(),
            printed: "5".to_owned(),
            value: Quantity::Count(-6),
        }],
        ..CheckOptions::default()
    };
    let wrong_sums = format!("{strange}{WRONG_SUM}");
    for (text, options) in [("", &CheckOptions::default()), (WRONG_SUM, &options), (&wrong_sums, &options)] {
        let json = check_json(text, options).expect("the options are right");
        let report: CheckedReport = serde_json::from_str(&json).expect("it is the contract's");
        assert_eq!(json, serde_json::to_string(&report).expect("it serialises"));
    }
}

#[test]
fn options_are_written_as_serde_writes_them() {
    let options = CheckOptions {
        set_aside: vec![SetAside { id: "GJ301-5f0c11e2".to_owned(), reason: String::new() }],
        corrections: vec![CellCorrection {
            cell: "review.review.total".to_owned(),
            printed: "7".to_owned(),
            value: Quantity::Decimal("6.5".to_owned()),
        }],
        profile: full_report().profile,
        ..CheckOptions::default()
    };
    assert_eq!(options.to_json(), serde_json::to_string(&options).expect("they serialise"));
}

#[test]
fn words_stand_for_what_serde_says() {
    fn same<T: serde::Serialize + Copy + PartialEq + std::fmt::Debug>(
        all: &[T],
        word: fn(T) -> &'static str,
        of_word: fn(&str) -> Option<T>,
    ) {
        for one in all {
            assert_eq!(serde_json::to_value(one).expect("it is a string"), word(*one));
            assert_eq!(of_word(word(*one)), Some(*one));
        }
        assert_eq!(of_word("else"), None);
    }
    same(Level::ALL, Level::word, Level::of_word);
    same(IssuerKind::ALL, IssuerKind::word, IssuerKind::of_word);
    same(Lang::ALL, Lang::word, Lang::of_word);
    same(ErrorCode::ALL, ErrorCode::word, ErrorCode::of_word);
    same(FormName::ALL, FormName::word, FormName::of_word);
    same(Verdict::ALL, Verdict::word, Verdict::of_word);
    same(Completeness::ALL, Completeness::word, Completeness::of_word);
    same(SectionKind::ALL, SectionKind::word, SectionKind::of_word);
    same(Confirmation::ALL, Confirmation::word, Confirmation::of_word);
    same(Reading::ALL, Reading::word, Reading::of_word);
    same(CellReading::ALL, CellReading::word, CellReading::of_word);
    same(Severity::ALL, Severity::word, Severity::of_word);
    same(Blanks::ALL, Blanks::word, Blanks::of_word);
    same(SlipKind::ALL, SlipKind::word, SlipKind::of_word);
}

#[test]
fn reports_satisfy_the_published_schema() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/gouji-report-1.schema.json");
    let mut schemas = boon::Schemas::new();
    let schema = boon::Compiler::new()
        .compile(&folder.to_string_lossy(), &mut schemas)
        .expect("the published schema is one");
    let nothing = check("", &CheckOptions::default()).expect("the options are right");
    let wrong_sum = check(WRONG_SUM, &CheckOptions::default()).expect("the options are right");
    for report in [full_report(), nothing, wrong_sum] {
        let mut json = serde_json::to_value(report).expect("it serialises");
        if let Err(wrong) = schemas.validate(&json, schema) {
            panic!("{wrong:#}");
        }
        json.as_object_mut().expect("a report is an object").remove("title");
        assert!(schemas.validate(&json, schema).is_err(), "a field that may be null must still be there");
    }
}

#[test]
fn options_are_read_strictly() {
    let read = serde_json::from_str::<CheckOptions>;
    assert_eq!(read("{}").expect("all have a default"), CheckOptions::default());
    let given = read(
        r#"{"lang": "en", "name": "a.txt", "report": 1, "corrections":
            [{"cell": "applications.granted.natural", "printed": "3", "value": 4}]}"#,
    )
    .expect("all fields are known");
    assert_eq!((given.lang, given.report), (Lang::En, 1));
    for wrong in [r#"{"language": "en"}"#, r#"{"lang": "fr"}"#, r#"{"report": -1}"#, r#"{"name": 3}"#] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn corrections_that_fit_no_cell_are_refused() {
    let options = |cell: &str, value| CheckOptions {
        corrections: vec![CellCorrection { cell: cell.to_owned(), printed: String::new(), value }],
        ..CheckOptions::default()
    };
    let code = |options| {
        let wrong = check("", &options).expect_err("the correction is wrong");
        serde_json::to_value(wrong.code()).expect("a code is a string")
    };
    assert_eq!(code(options("applications.granted.north", Quantity::Count(1))), "unknown_cell");
    assert_eq!(
        code(options("applications.granted.natural", Quantity::Decimal("三".to_owned()))),
        "not_a_number"
    );
    assert_eq!(code(options("applications.granted.natural", Quantity::Count(i64::MAX))), "not_a_number");
    let right = options("applications.granted.natural", Quantity::Count(1));
    assert!(check("", &right).is_ok());
}
