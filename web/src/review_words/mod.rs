//! The wording of what a person does with a result, in both languages: setting
//! findings aside, looking up rules, weighing them otherwise, comparing the
//! figures of the text.

mod chinese;
#[cfg(feature = "english")]
mod english;

pub(crate) use chinese::CHINESE;
#[cfg(feature = "english")]
pub(crate) use english::ENGLISH;

use gouji::form::RelationKind;
use gouji_json::{IssuerKind, Level, Profile};

/// How many figures of the text agree with the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClaimCounts {
    /// As the tables have it.
    pub(crate) agreeing: usize,
    /// Other than the tables have it.
    pub(crate) differing: usize,
    /// The tables cannot tell.
    pub(crate) unknown: usize,
}

/// Why a file of settings was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SettingsFault {
    /// The browser does not hand it out, or it is none.
    NotSettings,
    /// It names a rule that does not exist.
    UnknownRule(String),
    /// What was typed for the year is none.
    NotAYear(String),
}

/// The wording in one language.
pub(crate) struct ReviewWords {
    pub(crate) explain: &'static str,
    pub(crate) no_problem: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) usual_reasons: [&'static str; 4],
    pub(crate) set_aside: &'static str,
    pub(crate) set_aside_count: fn(usize) -> String,
    pub(crate) set_aside_note: &'static str,
    pub(crate) given_reason: fn(&str) -> String,
    pub(crate) count_again: &'static str,
    pub(crate) count_all_again: &'static str,
    pub(crate) same_cause: fn(usize) -> String,

    pub(crate) claims: &'static str,
    pub(crate) claims_summary: fn(&ClaimCounts) -> String,
    pub(crate) claims_note: &'static str,
    pub(crate) agrees: &'static str,
    pub(crate) differs: &'static str,
    pub(crate) cannot_tell: &'static str,
    pub(crate) in_tables: &'static str,
    pub(crate) no_such_table: &'static str,
    pub(crate) or_meant: &'static str,

    pub(crate) repairs: &'static str,
    pub(crate) smallest: fn(u32) -> String,
    pub(crate) see_repairs: &'static str,
    pub(crate) repair: fn(usize) -> String,
    pub(crate) more_repairs: fn(usize) -> String,
    pub(crate) listed: fn(usize) -> String,
    pub(crate) repairs_order: &'static str,
    pub(crate) repairs_note: &'static str,
    pub(crate) why_no_less: &'static str,
    pub(crate) relation: fn(RelationKind, &str) -> String,
    pub(crate) between: fn(min: Option<i64>, max: Option<i64>, example: Option<i64>) -> String,
    pub(crate) would_agree: &'static str,
    pub(crate) would_differ: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) preview_value: &'static str,
    pub(crate) previewing: fn(usize) -> String,
    pub(crate) end_preview: &'static str,
    pub(crate) try_out: &'static str,

    pub(crate) rules_and_settings: &'static str,
    pub(crate) settings: &'static str,
    pub(crate) search: &'static str,
    pub(crate) no_rule: &'static str,
    pub(crate) finds: &'static str,
    pub(crate) why: &'static str,
    pub(crate) example: &'static str,
    pub(crate) leaves_out: &'static str,
    pub(crate) not_explained: &'static str,
    pub(crate) level: &'static str,
    pub(crate) own_level: fn(&str) -> String,
    pub(crate) off: &'static str,
    pub(crate) settings_note: &'static str,
    pub(crate) year: &'static str,
    pub(crate) year_as_printed: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) issuer_by_name: &'static str,
    pub(crate) issuer_kinds: [&'static str; 9],
    pub(crate) reset: &'static str,
    pub(crate) save: &'static str,
    pub(crate) file_name: &'static str,
    pub(crate) load: &'static str,
    pub(crate) fault: fn(&SettingsFault) -> String,
    pub(crate) profile: fn(&ReviewWords, &Profile) -> String,
}

/// The kinds of organs in the order of their words.
pub(crate) const ISSUER_KINDS: [IssuerKind; 9] = [
    IssuerKind::StateDepartment,
    IssuerKind::ProvincialGovernment,
    IssuerKind::CityGovernment,
    IssuerKind::CountyGovernment,
    IssuerKind::TownshipGovernment,
    IssuerKind::Subdistrict,
    IssuerKind::LocalDepartment,
    IssuerKind::GovernmentOffice,
    IssuerKind::Institution,
];

impl ReviewWords {
    fn issuer_kind(&self, kind: IssuerKind) -> &'static str {
        ISSUER_KINDS.iter().position(|&other| other == kind).map_or("", |at| self.issuer_kinds[at])
    }
}

/// How many rules are left out, and how many have another weight.
fn changed(profile: &Profile) -> (usize, usize) {
    let off = profile.levels.iter().filter(|given| given.level == Level::Off).count();
    (off, profile.levels.len() - off)
}

/// The parts that are there, with `between` between them.
fn joined(parts: &[String; 4], between: &str) -> String {
    let mut all = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(part);
    }
    all
}
