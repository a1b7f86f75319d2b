//! Writes what callers give and the page keeps as JSON, byte for byte as
//! serde_json does.
//!
//! In a browser serde's own writers would be a thirtieth of what a person has
//! to load, for the same bytes: a test holds the two against each other.

use crate::{
    Blanks, CellCorrection, CellReading, CheckOptions, Completeness, Confirmation, ErrorCode, FormName,
    IssuerKind, Lang, Level, Profile, Quantity, Reading, RuleLevel, SectionKind, SetAside, Severity,
    SlipKind, Verdict,
};

/// Something that can be written as JSON.
pub trait WriteJson {
    /// Appends it to `json`.
    fn write_json(&self, json: &mut String);

    /// Its JSON.
    fn to_json(&self) -> String {
        let mut json = String::new();
        self.write_json(&mut json);
        json
    }
}

/// Appends the name of a field, with what sets it off from the one before.
pub fn write_name(json: &mut String, name: &str) {
    if !json.ends_with('{') {
        json.push(',');
    }
    json.push('"');
    json.push_str(name);
    json.push_str("\":");
}

/// Appends words in quotation marks, with `\\` before what needs one.
pub fn write_words(json: &mut String, words: &str) {
    const HEXADECIMAL: &[u8; 16] = b"0123456789abcdef";
    json.push('"');
    let mut written = 0;
    for (at, &byte) in words.as_bytes().iter().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            0x09 => b't',
            0x0a => b'n',
            0x0c => b'f',
            0x0d => b'r',
            _ => b'u',
        };
        json.push_str(&words[written..at]);
        json.push('\\');
        json.push(char::from(short));
        if short == b'u' {
            json.push_str("00");
            json.push(char::from(HEXADECIMAL[usize::from(byte >> 4)]));
            json.push(char::from(HEXADECIMAL[usize::from(byte & 0xf)]));
        }
        written = at + 1;
    }
    json.push_str(&words[written..]);
    json.push('"');
}

/// Writes objects, all fields in their order; those behind `or_none` are left
/// out where there is none. A field that is not named does not compile.
#[macro_export]
macro_rules! write_objects {
    ($($object:ident { $($field:ident),* $(; or_none $($optional:ident),*)? })*) => {
        $(impl $crate::WriteJson for $object {
            fn write_json(&self, json: &mut String) {
                let Self { $($field,)* $($($optional,)*)? } = self;
                json.push('{');
                $(
                    $crate::write_name(json, stringify!($field));
                    $crate::WriteJson::write_json($field, json);
                )*
                $($(
                    if let Some(value) = $optional {
                        $crate::write_name(json, stringify!($optional));
                        $crate::WriteJson::write_json(value, json);
                    }
                )*)?
                json.push('}');
            }
        })*
    };
}

/// Enumerations and the words that stand for them.
macro_rules! words {
    ($($enumeration:ident { $($variant:ident = $word:literal),* })*) => {
        $(impl $enumeration {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word that stands for it in JSON.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// What a word of JSON stands for.
            pub fn of_word(word: &str) -> Option<Self> {
                Self::ALL.iter().find(|known| known.word() == word).copied()
            }
        }

        impl WriteJson for $enumeration {
            fn write_json(&self, json: &mut String) {
                self.word().write_json(json);
            }
        })*
    };
}

write_objects! {
    CheckOptions { lang, name, report, corrections, profile, set_aside, blanks }
    Profile { levels, year, issuer_kind }
    RuleLevel { code, level }
    SetAside { id, reason }
    CellCorrection { cell, printed, value }
}

words! {
    Level { Off = "off", Error = "error", Warning = "warning", Info = "info" }
    IssuerKind {
        StateDepartment = "state_department", ProvincialGovernment = "provincial_government",
        CityGovernment = "city_government", CountyGovernment = "county_government",
        TownshipGovernment = "township_government", Subdistrict = "subdistrict",
        LocalDepartment = "local_department", GovernmentOffice = "government_office",
        Institution = "institution"
    }
    Lang { Zh = "zh", En = "en" }
    ErrorCode {
        TextNotAString = "text_not_a_string", InvalidOptions = "invalid_options",
        UnknownCell = "unknown_cell", UnknownRule = "unknown_rule", NotANumber = "not_a_number",
        Internal = "internal"
    }
    FormName { Y2019 = "2019", Y2021 = "2021" }
    Verdict {
        Consistent = "consistent", Findings = "findings", Unreadable = "unreadable",
        NotAReport = "not_a_report"
    }
    Completeness { Whole = "whole", Part = "part", TablesOnly = "tables_only", Nothing = "nothing" }
    SectionKind {
        Overview = "overview", Disclosure = "disclosure", Applications = "applications", Review = "review",
        Problems = "problems", Other = "other", Fees = "fees"
    }
    Confirmation { Grid = "grid", Order = "order", Columns = "columns", Sums = "sums" }
    Reading { Exact = "exact", Inferred = "inferred", Partial = "partial", Unreadable = "unreadable" }
    CellReading {
        Number = "number", WithUnit = "with_unit", WithRemark = "with_remark", WithLetters = "with_letters",
        Blank = "blank", Mark = "mark", NotANumber = "not_a_number", Unread = "unread"
    }
    Severity { Error = "error", Warning = "warning", Info = "info" }
    Blanks { AsTheTableReads = "as_the_table_reads", Zero = "zero", Unknown = "unknown" }
    SlipKind {
        Exchanged = "exchanged", BelongsTo = "belongs_to", StandsAt = "stands_at",
        DigitMissing = "digit_missing", DigitExtra = "digit_extra", DigitsSwapped = "digits_swapped",
        DigitConfused = "digit_confused", Omits = "omits", CountsTwice = "counts_twice", Copied = "copied",
        StaleTotal = "stale_total"
    }
}

impl WriteJson for Quantity {
    fn write_json(&self, json: &mut String) {
        match self {
            Self::Count(count) => count.write_json(json),
            Self::Decimal(decimal) => decimal.write_json(json),
        }
    }
}

impl WriteJson for str {
    fn write_json(&self, json: &mut String) {
        write_words(json, self);
    }
}

impl WriteJson for String {
    fn write_json(&self, json: &mut String) {
        self.as_str().write_json(json);
    }
}

impl WriteJson for bool {
    fn write_json(&self, json: &mut String) {
        json.push_str(if *self { "true" } else { "false" });
    }
}

impl WriteJson for i64 {
    fn write_json(&self, json: &mut String) {
        gouji::push_number(json, *self);
    }
}

impl WriteJson for u32 {
    fn write_json(&self, json: &mut String) {
        i64::from(*self).write_json(json);
    }
}

impl WriteJson for u16 {
    fn write_json(&self, json: &mut String) {
        i64::from(*self).write_json(json);
    }
}

impl<T: WriteJson> WriteJson for Option<T> {
    fn write_json(&self, json: &mut String) {
        match self {
            Some(value) => value.write_json(json),
            None => json.push_str("null"),
        }
    }
}

impl<T: WriteJson> WriteJson for [T] {
    fn write_json(&self, json: &mut String) {
        json.push('[');
        for (at, item) in self.iter().enumerate() {
            if at > 0 {
                json.push(',');
            }
            item.write_json(json);
        }
        json.push(']');
    }
}

impl<T: WriteJson> WriteJson for Vec<T> {
    fn write_json(&self, json: &mut String) {
        self.as_slice().write_json(json);
    }
}

impl<T: WriteJson, const N: usize> WriteJson for [T; N] {
    fn write_json(&self, json: &mut String) {
        self.as_slice().write_json(json);
    }
}
