//! Reads the contract's JSON by hand.
//!
//! The derived readers of every type of the contract would be a fifth of the
//! program a person has to load. What is read here is the same; a test holds
//! the two against each other.

use crate::json::Value;
use gouji_json::{
    Blanks, Cell, CellCorrection, CellReading, Change, CheckOptions, CheckedReport, Claim, Completeness,
    Confirmation, Finding, FormName, Input, IssuerKind, Label, Lang, Level, OtherReport, Profile, Proof,
    Quantity, Reading, Relations, RepairSet, Repairs, Row, RuleLevel, Section, SectionKind, SetAside,
    Severity, Slip, SlipKind, Table, Tables, Target, Tool, Utf16Range, Verdict,
};

/// A checked report; none where the JSON is not one.
pub(crate) fn read_report(json: &str) -> Option<CheckedReport> {
    let value = Value::parse(json)?;
    let (tool, input, tables) = (&value.at("tool"), &value.at("input"), &value.at("tables"));
    let (relations, repairs) = (&value.at("relations"), &value.at("repairs"));
    Some(CheckedReport {
        schema: text(&value.at("schema"))?,
        tool: Tool { version: text(&tool.at("version"))?, rules: count(&tool.at("rules"))? },
        input: Input { name: text(&input.at("name")), bytes: count(&input.at("bytes"))? },
        title: text(&value.at("title")),
        issuer: text(&value.at("issuer")),
        issuer_kinds: list(&value.at("issuer_kinds"), issuer_kind)?,
        year: year(&value.at("year")),
        form: form(&value.at("form")),
        verdict: Verdict::of_word(&text(&value.at("verdict"))?)?,
        completeness: Completeness::of_word(&text(&value.at("completeness"))?)?,
        sections: list(&value.at("sections"), section)?,
        tables: Tables {
            disclosure: table(&tables.at("disclosure")),
            applications: table(&tables.at("applications")),
            review: table(&tables.at("review")),
            fees: table(&tables.at("fees")),
        },
        claims: list(&value.at("claims"), claim)?,
        relations: Relations {
            checked: count(&relations.at("checked"))?,
            holding: count(&relations.at("holding"))?,
            cells: count(&relations.at("cells"))?,
            failing: list(&relations.at("failing"), text)?,
            unchecked: list(&relations.at("unchecked"), text)?,
        },
        findings: list(&value.at("findings"), finding)?,
        set_aside: list(&value.at("set_aside"), finding)?,
        profile: read_profile(&value.at("profile"))?,
        repairs: Repairs {
            exhaustive: repairs.at("exhaustive").truth()?,
            size: count(&repairs.at("size")),
            at_least: count(&repairs.at("at_least"))?,
            found: count(&repairs.at("found"))?,
            sets: list(&repairs.at("sets"), |set| {
                Some(RepairSet {
                    id: text(&set.at("id"))?,
                    changes: list(&set.at("changes"), change)?,
                    agreeing: list(&set.at("agreeing"), count)?,
                    contradicted: list(&set.at("contradicted"), count)?,
                })
            })?,
            proofs: list(&repairs.at("proofs"), |proof| {
                Some(Proof {
                    failing: list(&proof.at("failing"), text)?,
                    size: count(&proof.at("size")),
                    at_least: count(&proof.at("at_least"))?,
                    disjoint: list(&proof.at("disjoint"), text)?,
                    words: text(&proof.at("words"))?,
                })
            })?,
            advice: text(&repairs.at("advice"))?,
        },
        others: list(&value.at("others"), |other| {
            Some(OtherReport {
                index: count(&other.at("index"))?,
                title: text(&other.at("title")),
                range: range(&other.at("range"))?,
            })
        })?,
    })
}

/// How to check; none where the JSON does not say.
pub(crate) fn read_options(json: &str) -> Option<CheckOptions> {
    let value = Value::parse(json)?;
    Some(CheckOptions {
        lang: read_lang(&value.at("lang")),
        name: text(&value.at("name")),
        report: count(&value.at("report"))?,
        corrections: read_corrections(&value.at("corrections"))?,
        profile: read_profile(&value.at("profile"))?,
        set_aside: read_set_aside(&value.at("set_aside"))?,
        blanks: match value.at("blanks").text().as_deref() {
            Some("zero") => Blanks::Zero,
            Some("unknown") => Blanks::Unknown,
            _ => Blanks::AsTheTableReads,
        },
    })
}

/// What a caller asked for.
pub(crate) fn read_profile(value: &Value) -> Option<Profile> {
    Some(Profile {
        levels: list(&value.at("levels"), |asked| {
            Some(RuleLevel {
                code: text(&asked.at("code"))?,
                level: Level::of_word(&text(&asked.at("level"))?)?,
            })
        })?,
        year: year(&value.at("year")),
        issuer_kind: issuer_kind(&value.at("issuer_kind")),
    })
}

/// Findings that were set aside.
pub(crate) fn read_set_aside(value: &Value) -> Option<Vec<SetAside>> {
    list(value, |given| Some(SetAside { id: text(&given.at("id"))?, reason: text(&given.at("reason"))? }))
}

/// A language; Chinese unless it says otherwise.
pub(crate) fn read_lang(value: &Value) -> Lang {
    if value.text().as_deref() == Some("en") { Lang::En } else { Lang::Zh }
}

/// Corrections.
pub(crate) fn read_corrections(value: &Value) -> Option<Vec<CellCorrection>> {
    list(value, |correction| {
        Some(CellCorrection {
            cell: text(&correction.at("cell"))?,
            printed: text(&correction.at("printed"))?,
            value: quantity(&correction.at("value"))?,
        })
    })
}

fn list<T>(value: &Value, read: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.items()?.iter().map(read).collect()
}

fn text(value: &Value) -> Option<String> {
    value.text()
}

fn count(value: &Value) -> Option<u32> {
    value.number()?.try_into().ok()
}

fn range(value: &Value) -> Option<Utf16Range> {
    let ends = value.items()?;
    Some([count(ends.first()?)?, count(ends.get(1)?)?])
}

fn quantity(value: &Value) -> Option<Quantity> {
    value.number().map(Quantity::Count).or_else(|| text(value).map(Quantity::Decimal))
}

fn year(value: &Value) -> Option<u16> {
    count(value)?.try_into().ok()
}

fn issuer_kind(value: &Value) -> Option<IssuerKind> {
    IssuerKind::of_word(&text(value)?)
}

fn form(value: &Value) -> Option<FormName> {
    FormName::of_word(&text(value)?)
}

fn section(value: &Value) -> Option<Section> {
    Some(Section {
        ordinal: count(&value.at("ordinal")).and_then(|ordinal| ordinal.try_into().ok()),
        heading: text(&value.at("heading"))?,
        kind: text(&value.at("kind")).and_then(|kind| SectionKind::of_word(&kind)),
        heading_range: range(&value.at("heading_range"))?,
        range: range(&value.at("range"))?,
    })
}

fn table(value: &Value) -> Option<Table> {
    Some(Table {
        layout: form(&value.at("layout"))?,
        reading: Reading::of_word(&text(&value.at("reading"))?)?,
        confirmed_by: text(&value.at("confirmed_by")).and_then(|by| Confirmation::of_word(&by)),
        range: range(&value.at("range"))?,
        rows: list(&value.at("rows"), |row| {
            Some(Row {
                id: text(&row.at("id"))?,
                label: text(&row.at("label"))?,
                printed: text(&row.at("printed")),
                cells: list(&row.at("cells"), cell)?,
            })
        })?,
    })
}

fn cell(value: &Value) -> Option<Cell> {
    Some(Cell {
        column: text(&value.at("column"))?,
        value: quantity(&value.at("value")),
        raw: text(&value.at("raw"))?,
        reading: CellReading::of_word(&text(&value.at("reading"))?)?,
        range: range(&value.at("range"))?,
        corrected: quantity(&value.at("corrected")),
    })
}

fn claim(value: &Value) -> Option<Claim> {
    Some(Claim {
        subject: text(&value.at("subject"))?,
        value: quantity(&value.at("value"))?,
        quote: text(&value.at("quote"))?,
        range: range(&value.at("range"))?,
        figure: range(&value.at("figure"))?,
        agrees: value.at("agrees").truth(),
    })
}

fn finding(value: &Value) -> Option<Finding> {
    Some(Finding {
        id: text(&value.at("id"))?,
        code: text(&value.at("code"))?,
        name: text(&value.at("name"))?,
        title: text(&value.at("title"))?,
        severity: Severity::of_word(&text(&value.at("severity"))?)?,
        message: text(&value.at("message"))?,
        basis: text(&value.at("basis"))?,
        suggestion: text(&value.at("suggestion"))?,
        cells: list(&value.at("cells"), text)?,
        relations: list(&value.at("relations"), text)?,
        range: range(&value.at("range"))?,
        labels: list(&value.at("labels"), |label| {
            Some(Label { range: range(&label.at("range"))?, text: text(&label.at("text"))? })
        })?,
        follows: text(&value.at("follows")),
        reason: text(&value.at("reason")),
    })
}

fn change(value: &Value) -> Option<Change> {
    let to = &value.at("to");
    Some(Change {
        cell: text(&value.at("cell"))?,
        from: value.at("from").number(),
        to: match to.number() {
            Some(forced) => Target::Forced(forced),
            None => Target::Between { min: to.at("min").number(), max: to.at("max").number() },
        },
        example: value.at("example").number(),
        slip: slip(&value.at("slip")),
    })
}

fn slip(value: &Value) -> Option<Slip> {
    Some(Slip {
        kind: match value.at("kind").text()?.as_str() {
            "exchanged" => SlipKind::Exchanged,
            "belongs_to" => SlipKind::BelongsTo,
            "stands_at" => SlipKind::StandsAt,
            "digit_missing" => SlipKind::DigitMissing,
            "digit_extra" => SlipKind::DigitExtra,
            "digits_swapped" => SlipKind::DigitsSwapped,
            "digit_confused" => SlipKind::DigitConfused,
            "omits" => SlipKind::Omits,
            "counts_twice" => SlipKind::CountsTwice,
            "copied" => SlipKind::Copied,
            "stale_total" => SlipKind::StaleTotal,
            _ => return None,
        },
        cell: text(&value.at("cell")),
        words: text(&value.at("words"))?,
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
        let options = CheckOptions {
            lang: Lang::En,
            corrections: vec![correction],
            profile: Profile {
                levels: vec![RuleLevel { code: "GJ223".into(), level: Level::Off }],
                year: Some(2023),
                issuer_kind: Some(IssuerKind::CountyGovernment),
            },
            set_aside: vec![SetAside { id: "GJ301-00000000".into(), reason: "已核对".into() }],
            blanks: Blanks::Zero,
            ..CheckOptions::default()
        };
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
        let change = |to, example, slip| {
            let cell = "review.review.total".into();
            Change { cell, from: Some(9), to, example, slip }
        };
        let slip = Slip {
            kind: SlipKind::Omits,
            cell: Some("review.review.other".into()),
            words: "合计可能漏加".into(),
        };
        report.repairs = Repairs {
            exhaustive: false,
            size: Some(1),
            at_least: 1,
            found: 7,
            sets: vec![RepairSet {
                id: "review.review.total".into(),
                changes: vec![
                    change(Target::Forced(8), None, Some(slip)),
                    change(Target::Between { min: Some(0), max: None }, Some(3), None),
                ],
                agreeing: vec![0],
                contradicted: vec![],
            }],
            proofs: vec![Proof {
                failing: vec!["review.total.review".into()],
                size: Some(1),
                at_least: 1,
                disjoint: vec!["review.total.review".into()],
                words: "不成立".into(),
            }],
            advice: "请核对原始台账。".into(),
        };
        report.claims = vec![Claim {
            subject: "applications.new.total".into(),
            value: Quantity::Count(223),
            quote: "新收223件".into(),
            range: [1, 7],
            figure: [3, 6],
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
