//! What a caller asks for, from the contract's types to the core's.

use std::fmt;

use gouji::form::CellId;
use gouji::reading;

use crate::{
    Blanks, CellCorrection, CheckOptions, ErrorCode, IssuerKind, Level, Profile, Quantity, write_words,
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
        // What was given stands in quotation marks, as JSON writes it.
        let (before, given) = match self {
            Self::UnknownCell(cell) => ("no form has a cell named ", cell),
            Self::UnknownRule(code) => ("there is no rule ", code),
            Self::NotANumber { cell, value } => {
                for words in ["the correction of ", cell] {
                    formatter.write_str(words)?;
                }
                (" must be a number, not ", value)
            }
        };
        let mut message = before.to_owned();
        write_words(&mut message, given);
        formatter.write_str(&message)
    }
}

impl std::error::Error for OptionsError {}

/// The core's options.
pub(crate) fn core_options(given: &CheckOptions) -> Result<gouji::Options, OptionsError> {
    let mut corrections = Vec::new();
    for asked in &given.corrections {
        corrections.push(correction(asked)?);
    }
    let mut set_aside = Vec::new();
    for asked in &given.set_aside {
        set_aside.push(gouji::SetAside { id: asked.id.clone(), reason: asked.reason.clone() });
    }
    Ok(gouji::Options {
        language: given.lang.into(),
        report: given.report as usize,
        corrections,
        profile: profile(&given.profile)?,
        set_aside,
        blanks: match given.blanks {
            Blanks::AsTheTableReads => gouji::repair::Blanks::AsTheTableReads,
            Blanks::Zero => gouji::repair::Blanks::Zero,
            Blanks::Unknown => gouji::repair::Blanks::Unknown,
        },
    })
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
    let Some(cell) = CellId::parse(&given.cell) else {
        return Err(OptionsError::UnknownCell(given.cell.clone()));
    };
    let value = match &given.value {
        Quantity::Count(count) => reading::Quantity::count(*count),
        Quantity::Decimal(decimal) => reading::Quantity::parse(decimal),
    };
    if let Some(value) = value {
        return Ok(gouji::Correction { cell, printed: given.printed.clone(), value });
    }
    let mut shown = String::new();
    match &given.value {
        Quantity::Count(count) => gouji::push_number(&mut shown, *count),
        Quantity::Decimal(decimal) => shown.push_str(decimal),
    }
    Err(OptionsError::NotANumber { cell: given.cell.clone(), value: shown })
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
