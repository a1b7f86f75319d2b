//! The result of a check.

use crate::form::{CellId, FormId, Relation, RelationId};
use crate::profile::FindingSetAside;
use crate::reading::{Claim, Completeness, IssuerKind, OtherReport, Section, Spot, Table};
use crate::repair::Repairs;
use crate::rules::Rule;
use crate::sorted::sorted_each_once;
use crate::text::TextRange;

/// Everything that is known of one report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The one line on top.
    pub verdict: Verdict,
    /// The title, as printed, without white space.
    pub title: Option<Spot<String>>,
    /// The reporting organ, from the title or the line above it.
    pub issuer: Option<Spot<String>>,
    /// The kinds that the organ may be of, by its name or as given; none where
    /// nothing is known.
    pub issuer_kinds: Vec<IssuerKind>,
    /// The year reported on, as printed.
    pub year: Option<Spot<u16>>,
    /// The form of the report year, printed or given; without a year, the form whose tables are printed.
    pub form: Option<FormId>,
    /// Whether the text is a whole report, a part of one, or only a table.
    pub completeness: Completeness,
    /// The sections in the order they stand in the text.
    pub sections: Vec<Section>,
    /// The tables that were found, in the order of the form.
    pub tables: Vec<Table>,
    /// Figures stated in prose.
    pub claims: Vec<Claim>,
    /// What became of each relation.
    pub relations: Relations,
    /// What is to be said, ordered by place, then by code.
    pub findings: Vec<Finding>,
    /// What would be said, had a person not set it aside.
    pub set_aside: Vec<FindingSetAside>,
    /// The smallest changes with which every relation would hold.
    pub repairs: Repairs,
    /// The other reports in the same text.
    pub others: Vec<OtherReport>,
}

/// The one line on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything that was there could be read, most relations could be checked,
    /// and no error was found.
    Consistent,
    /// At least one error was found in what could be read.
    Findings,
    /// No error was found, but a cell of a statutory table could not be read, or
    /// most relations could not be checked.
    Unreadable,
    /// The text is not an annual report and holds none of its tables.
    NotAReport,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 必须修改: arithmetic, or stated law.
    Error,
    /// 请核实: probably wrong, and only a person can tell.
    Warning,
    /// 提示: customary, or worth knowing.
    Info,
}

/// A place shown with a finding, with its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub range: TextRange,
    /// What stands there, as far as the finding goes.
    pub text: String,
}

/// One thing reported.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What it is known by from one check to the next: the rule's code and a
    /// sum over what it says, wherever that stands.
    pub id: String,
    /// The rule that reports it.
    pub rule: &'static Rule,
    /// Its weight; usually the rule's.
    pub severity: Severity,
    /// What is wrong, with the numbers written out.
    pub message: String,
    /// Why it must hold: the clause, or 惯例.
    pub basis: String,
    /// What to do.
    pub advice: String,
    /// The cells it is about.
    pub cells: Vec<CellId>,
    /// The failing relations it explains, its own first, then its consequences.
    pub relations: Vec<RelationId>,
    /// The place to jump to.
    pub range: TextRange,
    /// Further places, with words.
    pub labels: Vec<Label>,
    /// What it is about, for its [`Finding::id`], where neither cells nor the
    /// words at its place tell: the name of a section that is missing.
    pub subject: String,
    /// The [`Finding::id`] of the finding whose cause is also this one's.
    pub follows: Option<String>,
}

/// What became of each relation of the tables that are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// All of them, in the order of the form.
    pub all: Vec<(Relation, RelationState)>,
}

/// What became of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationState {
    /// Both sides are equal.
    Holds,
    /// Both sides are known and differ; or they differ whatever the blanks in
    /// them stand for, which then count as 0 here.
    Fails {
        /// The sum of the left side.
        left: i64,
        /// The sum of the right side.
        right: i64,
    },
    /// A cell is blank and could make it hold, is no whole number, or could not
    /// be read.
    Unchecked,
}

impl Relations {
    /// The relations both sides of which are known.
    pub fn checked(&self) -> usize {
        self.all.iter().filter(|(_, state)| *state != RelationState::Unchecked).count()
    }

    /// The relations that hold.
    pub fn holding(&self) -> usize {
        self.all.iter().filter(|(_, state)| *state == RelationState::Holds).count()
    }

    /// How many different cells take part in the relations that are checked.
    pub fn cells(&self) -> usize {
        let mut cells = Vec::new();
        for (relation, state) in &self.all {
            if *state != RelationState::Unchecked {
                cells.extend_from_slice(&relation.left);
                cells.extend_from_slice(&relation.right);
            }
        }
        sorted_each_once(cells).len()
    }

    /// The names of the relations that fail.
    pub fn failing(&self) -> Vec<RelationId> {
        self.names(|state| matches!(state, RelationState::Fails { .. }))
    }

    /// The names of the relations that could not be checked.
    pub fn unchecked(&self) -> Vec<RelationId> {
        self.names(|state| state == RelationState::Unchecked)
    }

    fn names(&self, are_wanted: fn(RelationState) -> bool) -> Vec<RelationId> {
        let mut names = Vec::new();
        for (relation, state) in &self.all {
            if are_wanted(*state) {
                names.push(relation.id);
            }
        }
        names
    }
}
