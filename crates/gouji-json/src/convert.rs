//! From the core's types to the contract's.

mod repairs;

use std::fmt;

use gouji::form::{CellId, ColumnSpec, FormId, NumberKind, TableId};
use gouji::reading;
use gouji::text::{LineIndex, TextRange};

use crate::{
    Blanks, Cell, CellCorrection, CellReading, CheckOptions, CheckedReport, Claim, Completeness,
    Confirmation, ErrorCode, Finding, FormName, Input, IssuerKind, Label, Lang, Level, OtherReport, Profile,
    Quantity, Reading, Relations, Row, SCHEMA, Section, SectionKind, Severity, Table, Tables, Tool,
    Utf16Range, Verdict,
};

/// Options that name no cell of any form, no rule, or give no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionsError {
    /// No form has a cell of this name.
    UnknownCell(String),
    /// There is no rule of this code.
    UnknownRule(String),
    /// The value of a correction is neither a whole number of at most fifteen
    /// digits nor a decimal.
    NotANumber {
        /// The cell.
        cell: String,
        /// What was given.
        value: String,
    },
}

impl OptionsError {
    /// The code, for programs that look at it.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::UnknownCell(_) => ErrorCode::UnknownCell,
            Self::UnknownRule(_) => ErrorCode::UnknownRule,
            Self::NotANumber { .. } => ErrorCode::NotANumber,
        }
    }
}

impl fmt::Display for OptionsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownCell(cell) => write!(formatter, "no form has a cell named {cell:?}"),
            Self::UnknownRule(code) => write!(formatter, "there is no rule {code:?}"),
            Self::NotANumber { cell, value } => {
                write!(formatter, "the correction of {cell} must be a number, not {value:?}")
            }
        }
    }
}

impl std::error::Error for OptionsError {}

/// Checks `text` and gives the contract's object.
///
/// # Errors
///
/// Where a correction names no cell of any form or gives no number, or a level
/// is asked for a rule that does not exist.
pub fn check(text: &str, options: &CheckOptions) -> Result<CheckedReport, OptionsError> {
    let core_options = gouji::Options {
        language: match options.lang {
            Lang::Zh => gouji::Language::Chinese,
            Lang::En => gouji::Language::English,
        },
        report: options.report as usize,
        corrections: options.corrections.iter().map(correction).collect::<Result<_, _>>()?,
        profile: profile(&options.profile)?,
        set_aside: options
            .set_aside
            .iter()
            .map(|given| gouji::SetAside { id: given.id.clone(), reason: given.reason.clone() })
            .collect(),
        blanks: match options.blanks {
            Blanks::AsTheTableReads => gouji::repair::Blanks::AsTheTableReads,
            Blanks::Zero => gouji::repair::Blanks::Zero,
            Blanks::Unknown => gouji::repair::Blanks::Unknown,
        },
    };
    let report = gouji::check(text, &core_options);
    Ok(Converter { text, lines: LineIndex::new(text), options }.report(&report))
}

/// The core's profile.
///
/// # Errors
///
/// Where a level is asked for a rule that does not exist.
pub fn profile(given: &Profile) -> Result<gouji::Profile, OptionsError> {
    let mut levels = Vec::new();
    for asked in &given.levels {
        let rule =
            gouji::rules::find(&asked.code).ok_or_else(|| OptionsError::UnknownRule(asked.code.clone()))?;
        let level = match asked.level {
            Level::Off => gouji::Level::Off,
            Level::Error => gouji::Level::As(gouji::Severity::Error),
            Level::Warning => gouji::Level::As(gouji::Severity::Warning),
            Level::Info => gouji::Level::As(gouji::Severity::Info),
        };
        levels.push((rule, level));
    }
    Ok(gouji::Profile { levels, year: given.year, issuer: given.issuer_kind.map(core_issuer_kind) })
}

fn correction(given: &CellCorrection) -> Result<gouji::Correction, OptionsError> {
    let cell = CellId::parse(&given.cell).ok_or_else(|| OptionsError::UnknownCell(given.cell.clone()))?;
    let value = match &given.value {
        Quantity::Count(count) => reading::Quantity::count(*count),
        Quantity::Decimal(decimal) => reading::Quantity::parse(decimal),
    };
    let shown = || match &given.value {
        Quantity::Count(count) => count.to_string(),
        Quantity::Decimal(decimal) => decimal.clone(),
    };
    let value = value.ok_or_else(|| OptionsError::NotANumber { cell: given.cell.clone(), value: shown() })?;
    Ok(gouji::Correction { cell, printed: given.printed.clone(), value })
}

struct Converter<'a> {
    text: &'a str,
    lines: LineIndex<'a>,
    options: &'a CheckOptions,
}

impl Converter<'_> {
    fn report(&self, report: &gouji::Report) -> CheckedReport {
        let table =
            |id: TableId| report.tables.iter().find(|table| table.id == id).map(|table| self.table(table));
        CheckedReport {
            schema: SCHEMA.to_owned(),
            tool: Tool {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                rules: number(gouji::rules::REGISTRY.len()),
            },
            input: Input { name: self.options.name.clone(), bytes: number(self.text.len()) },
            title: report.title.as_ref().map(|title| title.value.clone()),
            issuer: report.issuer.as_ref().map(|issuer| issuer.value.clone()),
            issuer_kinds: report.issuer_kinds.iter().copied().map(issuer_kind).collect(),
            year: self.options.profile.year.or(report.year.as_ref().map(|year| year.value)),
            form: report.form.map(form),
            verdict: match report.verdict {
                gouji::Verdict::Consistent => Verdict::Consistent,
                gouji::Verdict::Findings => Verdict::Findings,
                gouji::Verdict::Unreadable => Verdict::Unreadable,
                gouji::Verdict::NotAReport => Verdict::NotAReport,
            },
            completeness: match report.completeness {
                reading::Completeness::Whole => Completeness::Whole,
                reading::Completeness::Part => Completeness::Part,
                reading::Completeness::TablesOnly => Completeness::TablesOnly,
                reading::Completeness::Nothing => Completeness::Nothing,
            },
            sections: report.sections.iter().map(|section| self.section(section)).collect(),
            tables: Tables {
                disclosure: table(TableId::Disclosure),
                applications: table(TableId::Applications),
                review: table(TableId::Review),
                fees: table(TableId::Fees),
            },
            claims: report.claims.iter().map(|claim| self.claim(claim)).collect(),
            relations: relations(&report.relations),
            findings: report.findings.iter().map(|finding| self.finding(finding)).collect(),
            set_aside: report
                .set_aside
                .iter()
                .map(|set_aside| Finding {
                    reason: Some(set_aside.reason.clone()),
                    ..self.finding(&set_aside.finding)
                })
                .collect(),
            profile: self.options.profile.clone(),
            repairs: repairs::repairs(&report.repairs),
            others: report
                .others
                .iter()
                .map(|other| OtherReport {
                    index: number(other.index),
                    title: other.title.clone(),
                    range: self.range(other.range),
                })
                .collect(),
        }
    }

    fn range(&self, range: TextRange) -> Utf16Range {
        [self.lines.utf16(range.start), self.lines.utf16(range.end)]
    }

    fn section(&self, section: &reading::Section) -> Section {
        Section {
            ordinal: section.ordinal,
            heading: section.heading.clone(),
            kind: section.kind.map(section_kind),
            heading_range: self.range(section.heading_range),
            range: self.range(section.range),
        }
    }

    fn table(&self, table: &reading::Table) -> Table {
        let spec = table.layout.form().table(table.id);
        Table {
            layout: form(table.layout),
            reading: match table.reading {
                reading::Reading::Exact => Reading::Exact,
                reading::Reading::Inferred => Reading::Inferred,
                reading::Reading::Partial => Reading::Partial,
                reading::Reading::Unreadable => Reading::Unreadable,
            },
            confirmed_by: table.confirmed_by.map(|confirmed| match confirmed {
                reading::Confirmation::Grid => Confirmation::Grid,
                reading::Confirmation::Order => Confirmation::Order,
                reading::Confirmation::Columns => Confirmation::Columns,
                reading::Confirmation::Sums => Confirmation::Sums,
            }),
            range: self.range(table.range),
            rows: table
                .rows
                .iter()
                .map(|row| {
                    let of_form = spec.and_then(|spec| spec.row(row.id));
                    let columns = of_form.map(|(_, columns)| columns).unwrap_or_default();
                    Row {
                        id: row.id.0.to_owned(),
                        label: of_form.map(|(row, _)| row.label.text.to_owned()).unwrap_or_default(),
                        printed: row.label.map(|label| label.of(self.text).to_owned()),
                        cells: row.cells.iter().map(|cell| self.cell(cell, columns)).collect(),
                    }
                })
                .collect(),
        }
    }

    fn cell(&self, cell: &reading::Cell, columns: &[ColumnSpec]) -> Cell {
        let column = columns.iter().find(|column| column.id == cell.id.column);
        let kind = column.map_or(NumberKind::Count, |column| column.kind);
        Cell {
            column: cell.id.column.0.to_owned(),
            value: cell.reading.quantity().map(|value| of_kind(value, kind)),
            raw: cell.range.of(self.text).to_owned(),
            reading: match cell.reading {
                reading::CellReading::Number(_) => CellReading::Number,
                reading::CellReading::WithUnit(_) => CellReading::WithUnit,
                reading::CellReading::WithRemark(_) => CellReading::WithRemark,
                reading::CellReading::WithLetters(_) => CellReading::WithLetters,
                reading::CellReading::Blank => CellReading::Blank,
                reading::CellReading::Mark => CellReading::Mark,
                reading::CellReading::NotANumber => CellReading::NotANumber,
                reading::CellReading::Unread => CellReading::Unread,
            },
            range: self.range(cell.range),
            corrected: cell.corrected.as_ref().map(|value| of_kind(value, kind)),
        }
    }

    fn claim(&self, claim: &reading::Claim) -> Claim {
        Claim {
            subject: subject_of_claim(claim),
            value: of_kind(&claim.value, NumberKind::Count),
            quote: claim.range.of(self.text).to_owned(),
            range: self.range(claim.range),
            figure: self.range(claim.figure),
            agrees: claim.agrees,
        }
    }

    fn finding(&self, finding: &gouji::Finding) -> Finding {
        Finding {
            id: finding.id.clone(),
            code: finding.rule.code.to_owned(),
            name: finding.rule.name.to_owned(),
            title: match self.options.lang {
                Lang::Zh => finding.rule.title.chinese.to_owned(),
                Lang::En => finding.rule.title.english.to_owned(),
            },
            severity: match finding.severity {
                gouji::Severity::Error => Severity::Error,
                gouji::Severity::Warning => Severity::Warning,
                gouji::Severity::Info => Severity::Info,
            },
            message: finding.message.clone(),
            basis: finding.basis.clone(),
            suggestion: finding.advice.clone(),
            cells: names(&finding.cells),
            relations: names(&finding.relations),
            range: self.range(finding.range),
            labels: finding
                .labels
                .iter()
                .map(|label| Label { range: self.range(label.range), text: label.text.clone() })
                .collect(),
            follows: finding.follows.clone(),
            reason: None,
        }
    }
}

/// Relations in figures and names.
fn relations(relations: &gouji::Relations) -> Relations {
    Relations {
        checked: number(relations.checked()),
        holding: number(relations.holding()),
        cells: number(relations.cells()),
        failing: names(&relations.failing()),
        unchecked: names(&relations.unchecked()),
    }
}

/// Counts are integers, and amounts strings, whole ones as well.
fn of_kind(quantity: &reading::Quantity, kind: NumberKind) -> Quantity {
    match quantity {
        reading::Quantity::Count(amount) if kind == NumberKind::Amount => {
            Quantity::Decimal(amount.to_string())
        }
        reading::Quantity::Count(count) => Quantity::Count(*count),
        reading::Quantity::Decimal(decimal) => Quantity::Decimal(decimal.clone()),
    }
}

fn form(form: FormId) -> FormName {
    match form {
        FormId::Y2019 => FormName::Y2019,
        FormId::Y2021 => FormName::Y2021,
    }
}

fn section_kind(kind: gouji::form::SectionKind) -> SectionKind {
    use gouji::form::SectionKind as Core;
    match kind {
        Core::Overview => SectionKind::Overview,
        Core::Disclosure => SectionKind::Disclosure,
        Core::Applications => SectionKind::Applications,
        Core::Review => SectionKind::Review,
        Core::Problems => SectionKind::Problems,
        Core::Other => SectionKind::Other,
        Core::Fees => SectionKind::Fees,
    }
}

fn issuer_kind(kind: reading::IssuerKind) -> IssuerKind {
    use reading::IssuerKind as Core;
    match kind {
        Core::StateDepartment => IssuerKind::StateDepartment,
        Core::ProvincialGovernment => IssuerKind::ProvincialGovernment,
        Core::CityGovernment => IssuerKind::CityGovernment,
        Core::CountyGovernment => IssuerKind::CountyGovernment,
        Core::TownshipGovernment => IssuerKind::TownshipGovernment,
        Core::Subdistrict => IssuerKind::Subdistrict,
        Core::LocalDepartment => IssuerKind::LocalDepartment,
        Core::GovernmentOffice => IssuerKind::GovernmentOffice,
        Core::Institution => IssuerKind::Institution,
    }
}

fn core_issuer_kind(kind: IssuerKind) -> reading::IssuerKind {
    use reading::IssuerKind as Core;
    match kind {
        IssuerKind::StateDepartment => Core::StateDepartment,
        IssuerKind::ProvincialGovernment => Core::ProvincialGovernment,
        IssuerKind::CityGovernment => Core::CityGovernment,
        IssuerKind::CountyGovernment => Core::CountyGovernment,
        IssuerKind::TownshipGovernment => Core::TownshipGovernment,
        IssuerKind::Subdistrict => Core::Subdistrict,
        IssuerKind::LocalDepartment => Core::LocalDepartment,
        IssuerKind::GovernmentOffice => Core::GovernmentOffice,
        IssuerKind::Institution => Core::Institution,
    }
}

/// What a claim is about: the readings, and for a share what each is a share of.
fn subject_of_claim(claim: &reading::Claim) -> String {
    let mut subject = String::new();
    for (at, cells) in claim.subjects.iter().enumerate() {
        if at > 0 {
            subject.push('|');
        }
        subject.push_str(&names(cells).join("+"));
        if let Some(whole) = claim.wholes.get(at) {
            subject.push('/');
            subject.push_str(&names(whole).join("+"));
        }
    }
    subject
}

fn names<T: fmt::Display>(ids: &[T]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
