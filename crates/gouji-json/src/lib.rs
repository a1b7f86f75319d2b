//! The JSON of one checked report, schema `gouji-report/1`.
//!
//! The core does not serialise; these are its plain counterparts, used by
//! every face: the command line, the JavaScript API and the page. Ranges are
//! UTF-16 offsets `[start, end)` into the text. [`check_json`] gives the JSON,
//! and [`check`] the object that it stands for.

mod checked;
mod json;
mod options;
mod write;

pub use checked::{check, check_json};
pub use options::{OptionsError, profile};
pub use write::{WriteJson, write_name, write_words};

use serde::{Deserialize, Serialize};

/// The name and version of this contract.
pub const SCHEMA: &str = "gouji-report/1";

/// A place in the text: UTF-16 offsets, start included, end excluded.
#[cfg_attr(feature = "typescript", tsify::declare)]
pub type Utf16Range = [u32; 2];

/// How to check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CheckOptions {
    /// The language of messages; Chinese unless asked otherwise.
    pub lang: Lang,
    /// What the input is called, for the output only.
    pub name: Option<String>,
    /// Which report of the text to check, counted from 0.
    pub report: u32,
    /// Values that a person put in the place of printed ones.
    pub corrections: Vec<CellCorrection>,
    /// What the caller knows better than the text, or wants otherwise.
    pub profile: Profile,
    /// Findings that a person found to be no problem.
    pub set_aside: Vec<SetAside>,
    /// What blank cells count as where repairs are looked for.
    pub blanks: Blanks,
}

/// What a blank cell counts as, where repairs are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Blanks {
    /// 0 where all sums of the table that have blanks hold with it; else
    /// unknown.
    #[default]
    AsTheTableReads,
    /// 0, and to fill it is a change.
    Zero,
    /// Unknown: it may be whatever the sums need, and to fill it is no change.
    Unknown,
}

/// What a caller knows better than the text, or wants otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Rules with another weight than their own.
    pub levels: Vec<RuleLevel>,
    /// The year reported on; the one in the text is not asked then.
    pub year: Option<u16>,
    /// What kind of organ reports; its name is not asked then.
    pub issuer_kind: Option<IssuerKind>,
}

/// A rule with another weight than its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleLevel {
    /// The rule's code.
    pub code: String,
    /// The weight its findings are given.
    pub level: Level,
}

/// A weight given to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The rule is left out.
    Off,
    /// 必须修改.
    Error,
    /// 请核实.
    Warning,
    /// 提示.
    Info,
}

/// A kind of reporting organ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IssuerKind {
    /// 国务院部门.
    StateDepartment,
    /// 省级人民政府.
    ProvincialGovernment,
    /// 设区的市、自治州人民政府.
    CityGovernment,
    /// 县、区、县级市人民政府.
    CountyGovernment,
    /// 乡镇人民政府.
    TownshipGovernment,
    /// 街道办事处.
    Subdistrict,
    /// 地方人民政府部门.
    LocalDepartment,
    /// 人民政府办公厅（室）.
    GovernmentOffice,
    /// 公共企事业单位及其他机构.
    Institution,
}

/// A finding that a person found to be no problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The finding's `id`.
    pub id: String,
    /// Why, in the person's words.
    #[serde(default)]
    pub reason: String,
}

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl From<Lang> for gouji::Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Chinese,
            Lang::En => Self::English,
        }
    }
}

/// A value that a person put in the place of a printed one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellCorrection {
    /// The cell, for example `applications.granted.natural`.
    pub cell: String,
    /// What was printed there when it was corrected; where the text says
    /// something else by now, the correction no longer applies.
    pub printed: String,
    /// The value to count with.
    pub value: Quantity,
}

/// A number: a whole one as JSON integer, a decimal as a string with its
/// digits as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "expected a whole number, or a decimal as a string")]
pub enum Quantity {
    /// A count, of at most fifteen digits.
    Count(i64),
    /// A decimal.
    Decimal(String),
}

/// What was wrong with a call, for programs to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The text is not a string.
    TextNotAString,
    /// The options have an unknown field, or one of another type.
    InvalidOptions,
    /// No form has a cell of the name given.
    UnknownCell,
    /// There is no rule of the code given.
    UnknownRule,
    /// The value of a correction is no number that a report can hold.
    NotANumber,
    /// A mistake in gouji itself.
    Internal,
}

/// One checked report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "gouji-report/1"))]
pub struct CheckedReport {
    /// The contract this keeps: [`SCHEMA`].
    #[cfg_attr(feature = "typescript", tsify(type = "\"gouji-report/1\""))]
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// What checked it.
    pub tool: Tool,
    /// What was checked.
    pub input: Input,
    /// The title as printed.
    pub title: Option<String>,
    /// The reporting organ.
    pub issuer: Option<String>,
    /// The kinds the organ may be of, by its name or as given.
    pub issuer_kinds: Vec<IssuerKind>,
    /// The year reported on, as given, else as printed.
    pub year: Option<u16>,
    /// The form of that year.
    pub form: Option<FormName>,
    /// The one line on top.
    pub verdict: Verdict,
    /// Whether the text is a whole report, part of one, or only tables.
    pub completeness: Completeness,
    /// The sections in the order of the text.
    pub sections: Vec<Section>,
    /// The tables.
    pub tables: Tables,
    /// Figures stated in prose.
    pub claims: Vec<Claim>,
    /// What became of the relations.
    pub relations: Relations,
    /// What is to be said, ordered by place.
    pub findings: Vec<Finding>,
    /// What would be said, had a person not set it aside.
    pub set_aside: Vec<Finding>,
    /// What the caller asked for.
    pub profile: Profile,
    /// The smallest changes that would make every relation hold.
    pub repairs: Repairs,
    /// The other reports in the same text.
    pub others: Vec<OtherReport>,
}

/// What checked the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tool {
    /// The version of gouji.
    pub version: String,
    /// How many rules it knows.
    pub rules: u32,
}

/// What was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Input {
    /// What the caller calls it.
    pub name: Option<String>,
    /// Its length in UTF-8 bytes.
    pub bytes: u32,
}

/// An edition of the form, by its first year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FormName {
    /// 国办公开办函〔2019〕60号.
    #[serde(rename = "2019")]
    Y2019,
    /// 国办公开办函〔2021〕30号.
    #[serde(rename = "2021")]
    Y2021,
}

/// The one line on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Everything there could be read, and no error was found.
    Consistent,
    /// At least one error was found.
    Findings,
    /// No error was found, but a table could not be read in full.
    Unreadable,
    /// The text is not an annual report and holds none of its tables.
    NotAReport,
}

/// How much of a report the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// A whole report.
    Whole,
    /// The text begins or ends within a report.
    Part,
    /// Tables without a report around them.
    TablesOnly,
    /// Nothing of a report.
    Nothing,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// The ordinal as printed.
    pub ordinal: Option<u16>,
    /// The heading as printed.
    pub heading: String,
    /// What it is about; null for a heading the form does not know.
    pub kind: Option<SectionKind>,
    /// The heading's place.
    pub heading_range: Utf16Range,
    /// Heading and content.
    pub range: Utf16Range,
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// 总体情况.
    Overview,
    /// 主动公开政府信息情况.
    Disclosure,
    /// 收到和处理政府信息公开申请情况.
    Applications,
    /// 政府信息公开行政复议、行政诉讼情况.
    Review,
    /// 存在的主要问题及改进情况.
    Problems,
    /// 其他需要报告的事项.
    Other,
    /// 信息处理费收取情况.
    Fees,
}

/// The tables; null where a table is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tables {
    /// 主动公开.
    pub disclosure: Option<Table>,
    /// 申请.
    pub applications: Option<Table>,
    /// 复议诉讼.
    pub review: Option<Table>,
    /// 信息处理费.
    pub fees: Option<Table>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// The form whose layout is printed.
    pub layout: FormName,
    /// How it was read.
    pub reading: Reading,
    /// What the reading rests on, at its weakest place; none where nothing was
    /// read.
    pub confirmed_by: Option<Confirmation>,
    /// From its first to its last line.
    pub range: Utf16Range,
    /// The rows that are printed, in the order of the form.
    pub rows: Vec<Row>,
}

/// What a reading of a table rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confirmation {
    /// The text itself sets the cells off from each other.
    Grid,
    /// Labels and numbers stand in the order of the form, as many as it has.
    Order,
    /// The places of the numbers on the printed line tell their columns.
    Columns,
    /// Only the sums tell which number belongs where.
    Sums,
}

/// How a table was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// No other reading is possible.
    Exact,
    /// Several were possible, and the sums chose.
    Inferred,
    /// Some rows could not be read.
    Partial,
    /// It could not be read.
    Unreadable,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Its name, for example `granted`.
    pub id: String,
    /// Its label in the form's words.
    pub label: String,
    /// Its label as printed; null where none is.
    pub printed: Option<String>,
    /// Its cells in the order of the form's columns.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// The column's name, for example `natural`.
    pub column: String,
    /// The number printed; null where there is none or it could not be read.
    pub value: Option<Quantity>,
    /// What is printed.
    pub raw: String,
    /// What it was read as.
    pub reading: CellReading,
    /// Its place.
    pub range: Utf16Range,
    /// The value a person put in its place.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub corrected: Option<Quantity>,
}

/// What a cell was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CellReading {
    /// A number.
    Number,
    /// A number with a unit.
    WithUnit,
    /// A number with a remark.
    WithRemark,
    /// A number with letters for digits, such as `1O` for 10.
    WithLetters,
    /// Nothing.
    Blank,
    /// A sign or word for nothing.
    Mark,
    /// Something else.
    NotANumber,
    /// Not made out.
    Unread,
}

/// A figure stated in prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// What it is about: a cell, or several joined with `+`. Where the words
    /// can mean different things, those are joined with `|`, the likeliest first.
    /// A share has a `/` in each: what it is a share of stands behind it.
    pub subject: String,
    /// The figure.
    pub value: Quantity,
    /// The words that state it.
    pub quote: String,
    /// Their place.
    pub range: Utf16Range,
    /// The figure's place within them.
    pub figure: Utf16Range,
    /// Whether the tables agree; null where they could not be read.
    pub agrees: Option<bool>,
}

/// What became of the relations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relations {
    /// How many could be checked.
    pub checked: u32,
    /// How many hold.
    pub holding: u32,
    /// How many cells take part in a checked relation.
    pub cells: u32,
    /// The names of those that fail.
    pub failing: Vec<String>,
    /// The names of those that could not be checked.
    pub unchecked: Vec<String>,
}

/// One thing reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// What it is known by from one check to the next, wherever it stands.
    pub id: String,
    /// The rule's permanent code.
    pub code: String,
    /// The rule's name.
    pub name: String,
    /// What the rule finds, in a few words of the caller's language.
    pub title: String,
    /// Its weight.
    pub severity: Severity,
    /// What is wrong, with the numbers written out.
    pub message: String,
    /// Why it must hold.
    pub basis: String,
    /// What to do.
    pub suggestion: String,
    /// The cells it is about.
    pub cells: Vec<String>,
    /// The failing relations it explains, its own first.
    pub relations: Vec<String>,
    /// The place to jump to.
    pub range: Utf16Range,
    /// Further places.
    pub labels: Vec<Label>,
    /// The `id` of the finding whose cause is also this one's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub follows: Option<String>,
    /// Why a person set it aside; only in `set_aside`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 必须修改.
    Error,
    /// 请核实.
    Warning,
    /// 提示.
    Info,
}

/// A place shown with a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// Where.
    pub range: Utf16Range,
    /// What stands there.
    pub text: String,
}

/// The smallest changes that would make every relation hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repairs {
    /// Whether every smallest set was found; of many, only the most plausible
    /// are in `sets`.
    pub exhaustive: bool,
    /// How many cells each set changes, 0 where nothing fails; null where the
    /// search was given up before one was found.
    pub size: Option<u32>,
    /// Sets of fewer cells than this do not exist.
    pub at_least: u32,
    /// How many smallest sets were found.
    pub found: u32,
    /// The most plausible of them, the best first; none is said to be the truth.
    pub sets: Vec<RepairSet>,
    /// Why nothing smaller works, for each part of the report that shares no
    /// cell with the others.
    pub proofs: Vec<Proof>,
    /// What the sets are and what to do with them; empty where nothing fails.
    pub advice: String,
}

/// A set of changes that together make every relation hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RepairSet {
    /// Its name, made of what it changes: the same from one check to the next.
    pub id: String,
    /// The changes.
    pub changes: Vec<Change>,
    /// The claims, by their index in `claims`, that agree with the tables once
    /// these are changed, and did not before.
    pub agreeing: Vec<u32>,
    /// The claims that would no longer agree.
    pub contradicted: Vec<u32>,
}

/// A change of one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The cell.
    pub cell: String,
    /// Its value; null for a blank.
    pub from: Option<i64>,
    /// The value it must have, or the values it may have.
    pub to: Target,
    /// Of several values, one that goes together with those of the other
    /// changes of the set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub example: Option<i64>,
    /// What the slip may have been, where it looks like one that people make.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub slip: Option<Slip>,
}

/// The value a change leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Target {
    /// Forced.
    Forced(i64),
    /// Any of a range, both ends included.
    Between {
        /// The least; null where there is no limit.
        min: Option<i64>,
        /// The greatest; null where there is no limit.
        max: Option<i64>,
    },
}

/// What a wrong number may have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slip {
    /// Which kind of slip.
    pub kind: SlipKind,
    /// The other cell it has to do with.
    pub cell: Option<String>,
    /// The same in words, to be read after the change.
    pub words: String,
}

/// A kind of slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// The number and that of the other cell, next to it, changed places.
    Exchanged,
    /// The number belongs in the other cell, next to it.
    BelongsTo,
    /// The cell holds 0, and its number stands in the other cell, next to it.
    StandsAt,
    /// A digit was left out.
    DigitMissing,
    /// A digit too many.
    DigitExtra,
    /// Two digits changed places.
    DigitsSwapped,
    /// A digit was taken for one that looks like it.
    DigitConfused,
    /// A total leaves the other cell out.
    Omits,
    /// A total counts the other cell twice.
    CountsTwice,
    /// Copied from the other cell, above it.
    Copied,
    /// A total whose parts were changed after it.
    StaleTotal,
}

/// Why a part of a report cannot be mended with fewer changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proof {
    /// The relations that fail in it.
    pub failing: Vec<String>,
    /// How many cells a smallest set changes; null where none was found.
    pub size: Option<u32>,
    /// Fewer changes than this do not do.
    pub at_least: u32,
    /// Failing relations that share no cell, so that each needs a change of
    /// its own: as many as `at_least`. Empty where all smaller sets were tried instead.
    pub disjoint: Vec<String>,
    /// The same in words.
    pub words: String,
}

/// Another report in the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OtherReport {
    /// Give this as `report` to check it.
    pub index: u32,
    /// Its title.
    pub title: Option<String>,
    /// All of it.
    pub range: Utf16Range,
}
