//! What a person decides about a result: values put in the place of printed
//! ones, findings that are no problem, rules with another weight. All of it can
//! be taken back, step by step.

use gouji_json::{CellCorrection, Level, Profile, RuleLevel, SetAside};

use crate::state::{State, Urgency};

/// Everything decided so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Decided {
    /// Values put in the place of printed ones.
    pub(crate) corrections: Vec<CellCorrection>,
    /// Findings that were set aside.
    pub(crate) set_aside: Vec<SetAside>,
    /// What is known better than the text, or wanted otherwise.
    pub(crate) profile: Profile,
}

/// Steps that can be taken back; more than anybody remembers.
const STEPS: usize = 100;

/// Something decided, or about to be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Decision {
    /// A finding, by its id, is to be set aside and its reason is asked for;
    /// none: it is not, after all.
    Asked(Option<String>),
    /// A finding was set aside, with its reason.
    SetAside(SetAside),
    /// A finding, by its id, counts again; none: all of them.
    Restored(Option<String>),
    /// A rule was given a weight; none: its own.
    Weighed(&'static str, Option<Level>),
    /// Another profile.
    Profiled(Profile),
    /// A repair is looked at, by its place in the list.
    RepairSeen(Option<usize>),
    /// A repair stays in sight.
    RepairKept(Option<usize>),
    /// Values were put in the place of printed ones together.
    Corrected(Vec<CellCorrection>),
    /// A claim of the text was chosen.
    ClaimChosen(usize),
    /// The last decision was taken back.
    TakenBack,
}

impl Decided {
    /// The weight given to a rule; none where it has its own.
    pub(crate) fn level(&self, code: &str) -> Option<Level> {
        self.profile.levels.iter().rev().find(|given| given.code == code).map(|given| given.level)
    }

    /// Whether a finding is set aside.
    pub(crate) fn sets_aside(&self, id: &str) -> bool {
        self.set_aside.iter().any(|given| given.id == id)
    }
}

impl State {
    /// Lets what was decided about one report not bear on another.
    pub(crate) fn forget_decisions(&mut self) {
        self.decided.corrections.clear();
        self.decided.set_aside.clear();
        self.history.clear();
    }

    /// Puts what is decided now, which bears on the result, in the place of what was
    /// before, and remembers that.
    pub(crate) fn decide(&mut self, decided: Decided) {
        if self.decided != decided {
            if self.history.len() == STEPS {
                self.history.remove(0);
            }
            self.history.push(std::mem::replace(&mut self.decided, decided));
            self.call_for_check(Urgency::AtOnce);
        }
    }

    /// What a decision changes.
    pub(crate) fn take(&mut self, decision: Decision) {
        let mut decided = self.decided.clone();
        match decision {
            Decision::Asked(id) => self.asked = id,
            Decision::SetAside(given) => {
                self.asked = None;
                decided.set_aside.retain(|other| other.id != given.id);
                decided.set_aside.push(given);
            }
            Decision::Restored(Some(id)) => decided.set_aside.retain(|given| given.id != id),
            Decision::Restored(None) => decided.set_aside.clear(),
            Decision::Weighed(code, level) => {
                decided.profile.levels.retain(|given| given.code != code);
                if let Some(level) = level {
                    decided.profile.levels.push(RuleLevel { code: code.to_owned(), level });
                }
            }
            Decision::Profiled(profile) => decided.profile = profile,
            Decision::RepairSeen(set) => self.repair_seen = set,
            Decision::RepairKept(set) => (self.repair_kept, self.repair_seen) = (set, set),
            Decision::Corrected(corrections) => {
                for correction in corrections {
                    decided.corrections.retain(|other| other.cell != correction.cell);
                    decided.corrections.push(correction);
                }
            }
            Decision::ClaimChosen(claim) => {
                let claims = self.shown.as_ref().map(|shown| &shown.view.report.claims);
                let Some(range) = claims.and_then(|claims| claims.get(claim)).map(|claim| claim.range) else {
                    return;
                };
                (self.finding, self.cell) = (None, None);
                self.claim = Some(claim);
                self.choose_place(range);
            }
            Decision::TakenBack => {
                if let Some(before) = self.history.pop() {
                    self.decided = before;
                    self.call_for_check(Urgency::AtOnce);
                }
                return;
            }
        }
        self.decide(decided);
    }

    /// The repair that the tables show, by its place in the list.
    pub(crate) fn repair_shown(&self) -> Option<usize> {
        self.repair_seen.or(self.repair_kept)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use gouji_json::{CheckOptions, Quantity};

    use super::*;
    use crate::report::ReportView;
    use crate::state::Action;
    use crate::storage::{StoredSettings, StoredText};

    fn state_with(text: &str) -> Rc<State> {
        let stored = StoredText { text: text.into(), ..StoredText::default() };
        Rc::new(State::restored(stored, StoredSettings::default()))
    }

    fn after(state: Rc<State>, decision: Decision) -> Rc<State> {
        state.reduce(Action::Decided(decision))
    }

    fn aside(id: &str) -> Decision {
        Decision::SetAside(SetAside { id: id.into(), reason: "已核对".into() })
    }

    #[test]
    fn what_was_decided_is_taken_back_step_by_step() {
        let state = after(state_with("报告"), aside("GJ203-1"));
        let state = after(state, Decision::Weighed("GJ223", Some(Level::Off)));
        let correction = CellCorrection {
            cell: "review.review.total".into(),
            printed: "9".into(),
            value: Quantity::Count(8),
        };
        let state = after(state, Decision::Corrected(vec![correction]));
        assert_eq!(state.options().corrections.len(), 1);
        let state = after(state, Decision::TakenBack);
        assert!(state.options().corrections.is_empty());
        assert_eq!(state.decided.level("GJ223"), Some(Level::Off));
        let state = after(state, Decision::TakenBack);
        assert_eq!(state.decided.level("GJ223"), None);
        assert!(state.decided.sets_aside("GJ203-1"));
        let state = after(after(state, Decision::TakenBack), Decision::TakenBack);
        assert_eq!(state.decided, Decided::default());
    }

    #[test]
    fn a_finding_set_aside_in_one_report_counts_in_another() {
        let state = after(state_with("甲乙丙丁戊"), aside("GJ203-1"));
        let state = after(state, Decision::Weighed("GJ223", Some(Level::Info)));
        let state = state.reduce(Action::Edited("子丑寅卯".into(), Urgency::AtOnce));
        assert!(!state.decided.sets_aside("GJ203-1"));
        assert_eq!(state.decided.level("GJ223"), Some(Level::Info), "a profile is no matter of one report");
        assert!(state.history.is_empty(), "a key must not bring it into the other report");
    }

    #[test]
    fn clearing_and_taking_that_back_loses_no_decision() {
        let state = after(state_with("报告"), aside("GJ203-1"));
        let state = state.reduce(Action::Cleared);
        assert!(state.decided.set_aside.is_empty());
        let state = state.reduce(Action::Undone);
        assert!(state.decided.sets_aside("GJ203-1"));
    }

    #[test]
    fn a_finding_set_aside_is_gone_before_the_checker_has_answered() {
        let text = crate::examples::Example::Faulty.text();
        let state = state_with(text);
        let report = gouji_json::check(text, &CheckOptions::default()).expect("no corrections");
        let id = report.findings[0].id.clone();
        let revision = state.revision;
        let state = state.reduce(Action::Answered(revision, Rc::new(ReportView::new(text.into(), report))));
        assert!(state.visible_findings().contains(&0));
        let state = after(state, aside(&id));
        assert!(!state.visible_findings().contains(&0));
    }
}
