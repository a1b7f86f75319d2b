//! The contract's words for what the core says.

use gouji::form::FormId;
use gouji::reading;

use crate::{
    CellReading, Completeness, Confirmation, FormName, IssuerKind, Reading, SectionKind, Severity, Verdict,
};

pub(super) fn verdict(verdict: gouji::Verdict) -> Verdict {
    match verdict {
        gouji::Verdict::Consistent => Verdict::Consistent,
        gouji::Verdict::Findings => Verdict::Findings,
        gouji::Verdict::Unreadable => Verdict::Unreadable,
        gouji::Verdict::NotAReport => Verdict::NotAReport,
    }
}

pub(super) fn completeness(completeness: reading::Completeness) -> Completeness {
    match completeness {
        reading::Completeness::Whole => Completeness::Whole,
        reading::Completeness::Part => Completeness::Part,
        reading::Completeness::TablesOnly => Completeness::TablesOnly,
        reading::Completeness::Nothing => Completeness::Nothing,
    }
}

pub(super) fn severity(severity: gouji::Severity) -> Severity {
    match severity {
        gouji::Severity::Error => Severity::Error,
        gouji::Severity::Warning => Severity::Warning,
        gouji::Severity::Info => Severity::Info,
    }
}

pub(super) fn form(form: FormId) -> FormName {
    match form {
        FormId::Y2019 => FormName::Y2019,
        FormId::Y2021 => FormName::Y2021,
    }
}

pub(super) fn reading(reading: reading::Reading) -> Reading {
    match reading {
        reading::Reading::Exact => Reading::Exact,
        reading::Reading::Inferred => Reading::Inferred,
        reading::Reading::Partial => Reading::Partial,
        reading::Reading::Unreadable => Reading::Unreadable,
    }
}

pub(super) fn confirmation(confirmation: reading::Confirmation) -> Confirmation {
    match confirmation {
        reading::Confirmation::Grid => Confirmation::Grid,
        reading::Confirmation::Order => Confirmation::Order,
        reading::Confirmation::Columns => Confirmation::Columns,
        reading::Confirmation::Sums => Confirmation::Sums,
    }
}

pub(super) fn cell_reading(cell: &reading::CellReading) -> CellReading {
    match cell {
        reading::CellReading::Number(_) => CellReading::Number,
        reading::CellReading::WithUnit(_) => CellReading::WithUnit,
        reading::CellReading::WithRemark(_) => CellReading::WithRemark,
        reading::CellReading::WithLetters(_) => CellReading::WithLetters,
        reading::CellReading::Blank => CellReading::Blank,
        reading::CellReading::Mark => CellReading::Mark,
        reading::CellReading::NotANumber => CellReading::NotANumber,
        reading::CellReading::Unread => CellReading::Unread,
    }
}

pub(super) fn section_kind(kind: gouji::form::SectionKind) -> SectionKind {
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

pub(super) fn issuer_kind(kind: reading::IssuerKind) -> IssuerKind {
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
