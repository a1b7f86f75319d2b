//! Reads the contract's JSON by hand.
//!
//! The derived readers of every type of the contract would be a fifth of the
//! program a person has to load. What is read here is the same; a test holds
//! the two against each other.

use gouji_json::{
    Blanks, Cell, CellCorrection, CellReading, Change, CheckOptions, CheckedReport, Claim, Completeness,
    Confirmation, Finding, FormName, Input, IssuerKind, Label, Lang, Level, OtherReport, Profile, Proof,
    Quantity, Reading, Relations, RepairSet, Repairs, Row, RuleLevel, Section, SectionKind, SetAside,
    Severity, Slip, SlipKind, Table, Tables, Target, Tool, Utf16Range, Verdict,
};

use crate::json::Value;

/// Something that is read from JSON.
pub(crate) trait ReadJson {
    /// What `value` says. Where it does not say it, `sound` becomes false and the
    /// answer is to be thrown away: to stop at every field would be three times
    /// the program.
    fn read_json(value: Value, sound: &mut bool) -> Self;
}

/// What `value` says; none where it does not say it.
pub(crate) fn read<T: ReadJson>(value: Value) -> Option<T> {
    let mut sound = true;
    let read = T::read_json(value, &mut sound);
    sound.then_some(read)
}

/// What `json` says; none where it is no JSON or does not say it.
pub(crate) fn parse<T: ReadJson>(json: &str) -> Option<T> {
    Value::parse(json).and_then(read)
}

/// Reads objects, field by field.
macro_rules! read_objects {
    ($($object:ident { $($field:ident),* })*) => {
        $(impl $crate::reader::ReadJson for $object {
            fn read_json(value: $crate::json::Value, sound: &mut bool) -> Self {
                Self { $($field: $crate::reader::ReadJson::read_json(value.at(stringify!($field)), sound)),* }
            }
        })*
    };
}

/// Reads enumerations by the words that stand for them.
macro_rules! read_words {
    ($($enumeration:ident)*) => {
        $(impl ReadJson for $enumeration {
            fn read_json(value: Value, sound: &mut bool) -> Self {
                Self::of_word(&String::read_json(value, sound)).unwrap_or_else(|| {
                    *sound = false;
                    Self::ALL[0]
                })
            }
        })*
    };
}

pub(crate) use read_objects;

read_objects! {
    CheckOptions { lang, name, report, corrections, profile, set_aside, blanks }
    Profile { levels, year, issuer_kind }
    RuleLevel { code, level }
    SetAside { id, reason }
    CellCorrection { cell, printed, value }
    CheckedReport {
        schema, tool, input, title, issuer, issuer_kinds, year, form, verdict, completeness, sections, tables,
        claims, relations, findings, set_aside, profile, repairs, others
    }
    Tool { version, rules }
    Input { name, bytes }
    Section { ordinal, heading, kind, heading_range, range }
    Tables { disclosure, applications, review, fees }
    Table { layout, reading, confirmed_by, range, rows }
    Row { id, label, printed, cells }
    Cell { column, value, raw, reading, range, corrected }
    Claim { subject, value, quote, range, figure, agrees }
    Relations { checked, holding, cells, failing, unchecked }
    Finding {
        id, code, name, title, severity, message, basis, suggestion, cells, relations, range, labels, follows,
        reason
    }
    Label { range, text }
    Repairs { exhaustive, size, at_least, found, sets, proofs, advice }
    RepairSet { id, changes, agreeing, contradicted }
    Change { cell, from, to, example, slip }
    Slip { kind, cell, words }
    Proof { failing, size, at_least, disjoint, words }
    OtherReport { index, title, range }
}

read_words! {
    CellReading Completeness Confirmation FormName IssuerKind Level Reading SectionKind Severity SlipKind
    Verdict
}

impl<T: ReadJson> ReadJson for Option<T> {
    fn read_json(value: Value, _: &mut bool) -> Self {
        read(value)
    }
}

impl<T: ReadJson> ReadJson for Vec<T> {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        let length = value.length().unwrap_or_else(|| {
            *sound = false;
            0
        });
        (0..length).map(|index| T::read_json(value.item(index), sound)).collect()
    }
}

impl ReadJson for String {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        value.text().unwrap_or_else(|| {
            *sound = false;
            Self::new()
        })
    }
}

impl ReadJson for i64 {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        value.number().unwrap_or_else(|| {
            *sound = false;
            0
        })
    }
}

impl ReadJson for u32 {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        Self::try_from(i64::read_json(value, sound)).unwrap_or_else(|_| {
            *sound = false;
            0
        })
    }
}

impl ReadJson for u16 {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        Self::try_from(i64::read_json(value, sound)).unwrap_or_else(|_| {
            *sound = false;
            0
        })
    }
}

impl ReadJson for bool {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        value.truth().unwrap_or_else(|| {
            *sound = false;
            false
        })
    }
}

impl ReadJson for Utf16Range {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        [0, 1].map(|end| u32::read_json(value.item(end), sound))
    }
}

impl ReadJson for Quantity {
    fn read_json(value: Value, sound: &mut bool) -> Self {
        match value.number() {
            Some(count) => Self::Count(count),
            None => Self::Decimal(String::read_json(value, sound)),
        }
    }
}

impl ReadJson for Target {
    fn read_json(value: Value, _: &mut bool) -> Self {
        match value.number() {
            Some(forced) => Self::Forced(forced),
            None => Self::Between { min: value.at("min").number(), max: value.at("max").number() },
        }
    }
}

/// Chinese unless it says otherwise.
impl ReadJson for Lang {
    fn read_json(value: Value, _: &mut bool) -> Self {
        if value.text().as_deref() == Some("en") { Self::En } else { Self::Zh }
    }
}

/// As the table reads unless it says otherwise.
impl ReadJson for Blanks {
    fn read_json(value: Value, _: &mut bool) -> Self {
        value.text().and_then(|word| Self::of_word(&word)).unwrap_or_default()
    }
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
            assert_eq!(parse::<CheckedReport>(&json), Some(derived));
        }
        let json = serde_json::to_string(&options).expect("it serialises");
        assert_eq!(parse::<CheckOptions>(&json), Some(options));
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
        assert_eq!(parse::<CheckedReport>(&json), Some(report));
    }

    #[test]
    fn anything_else_is_none() {
        assert_eq!(parse::<CheckedReport>("{}"), None);
        assert_eq!(parse::<CheckedReport>("["), None);
        assert_eq!(parse::<CheckOptions>("null"), None);
    }
}
