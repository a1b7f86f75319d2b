//! Reads the contract's JSON by hand.
//!
//! The derived readers of every type of the contract would be a fifth of the
//! program a person has to load. What is read here is the same; a test holds
//! the two against each other.

use gouji_json::{
    Cell, CellCorrection, CellReading, Change, CheckOptions, CheckedReport, Claim, Completeness,
    Confirmation, Finding, FormName, Input, Label, Lang, OtherReport, Quantity, Reading, Relations,
    RepairSet, Repairs, Row, Section, SectionKind, Severity, Table, Tables, Target, Tool, Utf16Range,
    Verdict,
};
use serde_json::Value;

/// A checked report; none where the JSON is not one.
pub(crate) fn read_report(json: &str) -> Option<CheckedReport> {
    let value = parse(json)?;
    let (tool, input, tables) = (&value["tool"], &value["input"], &value["tables"]);
    let (relations, repairs) = (&value["relations"], &value["repairs"]);
    Some(CheckedReport {
        schema: text(&value["schema"])?,
        tool: Tool { version: text(&tool["version"])?, rules: count(&tool["rules"])? },
        input: Input { name: text(&input["name"]), bytes: count(&input["bytes"])? },
        title: text(&value["title"]),
        issuer: text(&value["issuer"]),
        year: count(&value["year"]).and_then(|year| year.try_into().ok()),
        form: form(&value["form"]),
        verdict: match value["verdict"].as_str()? {
            "consistent" => Verdict::Consistent,
            "findings" => Verdict::Findings,
            "unreadable" => Verdict::Unreadable,
            "not_a_report" => Verdict::NotAReport,
            _ => return None,
        },
        completeness: match value["completeness"].as_str()? {
            "whole" => Completeness::Whole,
            "part" => Completeness::Part,
            "tables_only" => Completeness::TablesOnly,
            "nothing" => Completeness::Nothing,
            _ => return None,
        },
        sections: list(&value["sections"], section)?,
        tables: Tables {
            disclosure: table(&tables["disclosure"]),
            applications: table(&tables["applications"]),
            review: table(&tables["review"]),
            fees: table(&tables["fees"]),
        },
        claims: list(&value["claims"], claim)?,
        relations: Relations {
            checked: count(&relations["checked"])?,
            holding: count(&relations["holding"])?,
            cells: count(&relations["cells"])?,
            failing: list(&relations["failing"], text)?,
            unchecked: list(&relations["unchecked"], text)?,
        },
        findings: list(&value["findings"], finding)?,
        repairs: Repairs {
            exhaustive: repairs["exhaustive"].as_bool()?,
            size: count(&repairs["size"]),
            sets: list(&repairs["sets"], |set| Some(RepairSet { changes: list(&set["changes"], change)? }))?,
        },
        others: list(&value["others"], |other| {
            Some(OtherReport {
                index: count(&other["index"])?,
                title: text(&other["title"]),
                range: range(&other["range"])?,
            })
        })?,
    })
}

/// How to check; none where the JSON does not say.
pub(crate) fn read_options(json: &str) -> Option<CheckOptions> {
    let value = parse(json)?;
    Some(CheckOptions {
        lang: read_lang(&value["lang"]),
        name: text(&value["name"]),
        report: count(&value["report"])?,
        corrections: read_corrections(&value["corrections"])?,
    })
}

/// Any JSON.
pub(crate) fn parse(json: &str) -> Option<Value> {
    serde_json::from_str(json).ok()
}

/// A language; Chinese unless it says otherwise.
pub(crate) fn read_lang(value: &Value) -> Lang {
    if value.as_str() == Some("en") { Lang::En } else { Lang::Zh }
}

/// Corrections.
pub(crate) fn read_corrections(value: &Value) -> Option<Vec<CellCorrection>> {
    list(value, |correction| {
        Some(CellCorrection {
            cell: text(&correction["cell"])?,
            printed: text(&correction["printed"])?,
            value: quantity(&correction["value"])?,
        })
    })
}

fn list<T>(value: &Value, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn count(value: &Value) -> Option<u32> {
    value.as_u64()?.try_into().ok()
}

fn range(value: &Value) -> Option<Utf16Range> {
    Some([count(&value[0])?, count(&value[1])?])
}

fn quantity(value: &Value) -> Option<Quantity> {
    value.as_i64().map(Quantity::Count).or_else(|| text(value).map(Quantity::Decimal))
}

fn form(value: &Value) -> Option<FormName> {
    match value.as_str()? {
        "2019" => Some(FormName::Y2019),
        "2021" => Some(FormName::Y2021),
        _ => None,
    }
}

fn section(value: &Value) -> Option<Section> {
    Some(Section {
        ordinal: count(&value["ordinal"]).and_then(|ordinal| ordinal.try_into().ok()),
        heading: text(&value["heading"])?,
        kind: match value["kind"].as_str() {
            Some("overview") => Some(SectionKind::Overview),
            Some("disclosure") => Some(SectionKind::Disclosure),
            Some("applications") => Some(SectionKind::Applications),
            Some("review") => Some(SectionKind::Review),
            Some("problems") => Some(SectionKind::Problems),
            Some("other") => Some(SectionKind::Other),
            Some("fees") => Some(SectionKind::Fees),
            _ => None,
        },
        heading_range: range(&value["heading_range"])?,
        range: range(&value["range"])?,
    })
}

fn table(value: &Value) -> Option<Table> {
    Some(Table {
        layout: form(&value["layout"])?,
        reading: match value["reading"].as_str()? {
            "exact" => Reading::Exact,
            "inferred" => Reading::Inferred,
            "partial" => Reading::Partial,
            _ => Reading::Unreadable,
        },
        confirmed_by: match value["confirmed_by"].as_str() {
            Some("grid") => Some(Confirmation::Grid),
            Some("order") => Some(Confirmation::Order),
            Some("columns") => Some(Confirmation::Columns),
            Some("sums") => Some(Confirmation::Sums),
            _ => None,
        },
        range: range(&value["range"])?,
        rows: list(&value["rows"], |row| {
            Some(Row {
                id: text(&row["id"])?,
                label: text(&row["label"])?,
                printed: text(&row["printed"]),
                cells: list(&row["cells"], cell)?,
            })
        })?,
    })
}

fn cell(value: &Value) -> Option<Cell> {
    Some(Cell {
        column: text(&value["column"])?,
        value: quantity(&value["value"]),
        raw: text(&value["raw"])?,
        reading: match value["reading"].as_str()? {
            "number" => CellReading::Number,
            "with_unit" => CellReading::WithUnit,
            "with_remark" => CellReading::WithRemark,
            "with_letters" => CellReading::WithLetters,
            "blank" => CellReading::Blank,
            "mark" => CellReading::Mark,
            "not_a_number" => CellReading::NotANumber,
            _ => CellReading::Unread,
        },
        range: range(&value["range"])?,
        corrected: quantity(&value["corrected"]),
    })
}

fn claim(value: &Value) -> Option<Claim> {
    Some(Claim {
        subject: text(&value["subject"])?,
        value: value["value"].as_i64()?,
        quote: text(&value["quote"])?,
        range: range(&value["range"])?,
        agrees: value["agrees"].as_bool(),
    })
}

fn finding(value: &Value) -> Option<Finding> {
    Some(Finding {
        code: text(&value["code"])?,
        name: text(&value["name"])?,
        title: text(&value["title"])?,
        severity: match value["severity"].as_str()? {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Info,
        },
        message: text(&value["message"])?,
        basis: text(&value["basis"])?,
        suggestion: text(&value["suggestion"])?,
        cells: list(&value["cells"], text)?,
        relations: list(&value["relations"], text)?,
        range: range(&value["range"])?,
        labels: list(&value["labels"], |label| {
            Some(Label { range: range(&label["range"])?, text: text(&label["text"])? })
        })?,
    })
}

fn change(value: &Value) -> Option<Change> {
    let to = &value["to"];
    Some(Change {
        cell: text(&value["cell"])?,
        from: value["from"].as_i64(),
        to: match to.as_i64() {
            Some(forced) => Target::Forced(forced),
            None => Target::Between { min: to["min"].as_i64()?, max: to["max"].as_i64()? },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::Example;

    #[test]
    fn it_reads_what_the_derived_reader_reads() {
        let correction = CellCorrection {
            cell: "applications.granted.natural".into(),
            printed: "86".into(),
            value: Quantity::Count(87),
        };
        let options =
            CheckOptions { lang: Lang::En, corrections: vec![correction], ..CheckOptions::default() };
        let text = Example::ALL.map(Example::text).join("\n");
        for text in [text.as_str(), Example::Faulty.text(), Example::Blank.text(), "白菜两斤", ""] {
            let report = gouji_json::check(text, &options).expect("the cell is one of the form");
            let json = serde_json::to_string(&report).expect("it serialises");
            let derived: CheckedReport = serde_json::from_str(&json).expect("it reads back");
            assert_eq!(read_report(&json), Some(derived));
        }
        let json = serde_json::to_string(&options).expect("it serialises");
        assert_eq!(read_options(&json), Some(options));
    }

    #[test]
    fn repairs_and_claims_are_read_before_there_are_any() {
        let mut report = gouji_json::check("", &CheckOptions::default()).expect("no corrections");
        let change = |to| Change { cell: "review.review.total".into(), from: Some(9), to };
        report.repairs = Repairs {
            exhaustive: false,
            size: Some(1),
            sets: vec![RepairSet {
                changes: vec![change(Target::Forced(8)), change(Target::Between { min: 0, max: 4 })],
            }],
        };
        report.claims = vec![Claim {
            subject: "applications.new.total".into(),
            value: 223,
            quote: "新收223件".into(),
            range: [1, 7],
            agrees: Some(true),
        }];
        let json = serde_json::to_string(&report).expect("it serialises");
        assert_eq!(read_report(&json), Some(report));
    }

    #[test]
    fn anything_else_is_none() {
        assert_eq!(read_report("{}"), None);
        assert_eq!(read_report("["), None);
        assert_eq!(read_options("null"), None);
    }
}
