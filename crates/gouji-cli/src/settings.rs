//! What the caller knows better than the report, or wants otherwise: from
//! files and from the command line, the latter last.

use std::fs;
use std::path::{Path, PathBuf};

use gouji::rules::Rule;
use gouji_json::{CheckOptions, Lang, Level, OptionsError, Profile, RuleLevel, SetAside};
use serde::de::DeserializeOwned;

use crate::arguments::{Arguments, Check, Language};

/// Settings that cannot be used.
#[derive(Debug)]
pub(crate) enum SettingsError {
    /// The file cannot be read.
    Unreadable(PathBuf, std::io::Error),
    /// The file does not hold what it should.
    Malformed(PathBuf, serde_json::Error),
    /// A rule is named that does not exist.
    Options(OptionsError),
}

/// Options for every file of a run.
///
/// # Errors
///
/// Where a file of settings cannot be read or does not hold them, or a rule is
/// named that does not exist.
pub(crate) fn options(what: &Check, arguments: &Arguments) -> Result<CheckOptions, SettingsError> {
    let mut profile: Profile = what.profile.as_deref().map_or_else(|| Ok(Profile::default()), read)?;
    profile.levels.extend(what.levels.iter().cloned());
    profile.year = what.year.or(profile.year);
    profile.issuer_kind = what.issuer_kind.map(Into::into).or(profile.issuer_kind);
    gouji_json::profile(&profile).map_err(SettingsError::Options)?;
    let set_aside: Vec<SetAside> = what.set_aside.as_deref().map_or_else(|| Ok(Vec::new()), read)?;
    Ok(CheckOptions {
        lang: match arguments.lang {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        },
        report: what.report,
        profile,
        set_aside,
        ..CheckOptions::default()
    })
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<T, SettingsError> {
    let bytes = fs::read(file).map_err(|wrong| SettingsError::Unreadable(file.to_owned(), wrong))?;
    // Editors on Windows put a mark at the beginning.
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(json).map_err(|wrong| SettingsError::Malformed(file.to_owned(), wrong))
}

/// Reads `GJ433=off`.
///
/// # Errors
///
/// A sentence, where it is something else.
pub(crate) fn rule_level(argument: &str) -> Result<RuleLevel, String> {
    let (code, level) =
        argument.split_once('=').ok_or("write CODE=LEVEL, as in GJ433=off 写成“代码=级别”")?;
    let level = match level {
        "off" => Level::Off,
        "error" => Level::Error,
        "warning" => Level::Warning,
        "info" => Level::Info,
        _ => {
            return Err(
                "the level is off, error, warning or info 级别为 off、error、warning 或 info".to_owned()
            );
        }
    };
    Ok(RuleLevel { code: rule(code)?.code.to_owned(), level })
}

/// Reads `GJ433`, or `gj433`.
///
/// # Errors
///
/// A sentence, where there is no such rule.
pub(crate) fn rule(code: &str) -> Result<&'static Rule, String> {
    let code = code.to_ascii_uppercase();
    gouji::rules::find(&code)
        .ok_or_else(|| format!("there is no rule {code}; `gouji rules` lists them 没有这条规则"))
}
