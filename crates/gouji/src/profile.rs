//! What a caller asks for: rules left out, other weights, facts given by hand,
//! and findings that were set aside.

use crate::reading::IssuerKind;
use crate::rules::Rule;
use crate::{Finding, Severity};

/// What a caller knows better than the text, or wants otherwise.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Rules with another weight than their own; the last one for a rule counts.
    pub levels: Vec<(&'static Rule, Level)>,
    /// The year reported on; the one in the text is not asked then.
    pub year: Option<u16>,
    /// What kind of organ reports; its name is not asked then.
    pub issuer: Option<IssuerKind>,
}

/// The weight a caller gives to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule is left out.
    Off,
    /// All its findings weigh this.
    As(Severity),
}

/// A finding that a person looked at and found to be no problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The finding's [`Finding::id`].
    pub id: String,
    /// Why, in the person's words.
    pub reason: String,
}

/// A finding that was set aside.
#[derive(Clone, Debug)]
pub struct FindingSetAside {
    /// The finding, as it would be reported.
    pub finding: Finding,
    /// Why, in the person's words.
    pub reason: String,
}

impl Profile {
    /// The weight asked for.
    fn level(&self, rule: &Rule) -> Option<Level> {
        let given = self.levels.iter().rev().find(|(given, _)| given.code == rule.code);
        given.map(|(_, level)| *level)
    }

    /// Leaves out what is not wanted, and weighs the rest as asked.
    pub(crate) fn apply(&self, findings: &mut Vec<Finding>) {
        if self.levels.is_empty() {
            return;
        }
        findings.retain_mut(|finding| match self.level(finding.rule) {
            Some(Level::Off) => false,
            Some(Level::As(severity)) => {
                finding.severity = severity;
                true
            }
            None => true,
        });
    }
}

/// Takes the findings out that were set aside, in their order.
pub(crate) fn set_aside(findings: &mut Vec<Finding>, given: &[SetAside]) -> Vec<FindingSetAside> {
    let mut taken = Vec::new();
    if given.is_empty() {
        return taken;
    }
    let mut index = 0;
    while index < findings.len() {
        match given.iter().rev().find(|given| given.id == findings[index].id) {
            Some(given) => {
                let finding = findings.remove(index);
                taken.push(FindingSetAside { finding, reason: given.reason.clone() });
            }
            None => index += 1,
        }
    }
    taken
}
