//! Counting what was read.

use std::collections::BTreeMap;
use std::time::Duration;

use gouji::form::TableId;
use gouji_tests::layouts::{Damage, JudgedTable, Judgement, Keeps, Layout, Outcome};

/// What became of one text.
pub(super) struct Happened {
    /// The name by which it is found again.
    pub(super) name: String,
    /// Its layout.
    pub(super) layout: Layout,
    /// What happened to it.
    pub(super) damages: Vec<Damage>,
    /// Whether numbers are printed otherwise than they are.
    pub(super) numbers_changed: bool,
    /// What was read in it.
    pub(super) judgement: Judgement,
    /// How long the check took.
    pub(super) time: Duration,
}

/// What happened to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Condition {
    /// Nothing.
    Whole,
    /// Nothing but columns too narrow for their numbers.
    Narrow,
    /// One thing.
    Damaged(Damage),
    /// Two things.
    Twice,
}

/// Counts over several texts.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// How many texts.
    pub(super) texts: usize,
    /// What became of their tables.
    pub(super) tables: BTreeMap<(TableId, Outcome), usize>,
    /// What became of those without a blank cell.
    pub(super) filled: BTreeMap<Outcome, usize>,
    /// Cells that are right, unread and wrong.
    pub(super) cells: [usize; 3],
    /// Texts with a sum that is said to fail although it holds.
    pub(super) false_sums: usize,
    /// Texts in which something printed is said to be missing.
    pub(super) false_gaps: usize,
}

/// Everything that was counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Results {
    /// By layout and condition.
    pub(super) tallies: BTreeMap<(Layout, Condition), Tally>,
    /// By the way a file of real software came about.
    pub(super) software: BTreeMap<String, Tally>,
    /// The text whose check took longest.
    pub(super) slowest: Option<(Duration, String)>,
    /// The names of texts by what is wrong with them, with the first thing that is.
    pub(super) failing: BTreeMap<Failure, Vec<(String, String)>>,
}

/// Something that must not happen, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Failure {
    /// A wrong cell in a table that is said to be exact.
    WrongExact,
    /// A sum is said to fail although it holds.
    FalseSum,
    /// A wrong cell in another table.
    Wrong,
    /// Something printed is said to be missing.
    FalseGap,
    /// A table without blanks and damages is not read whole, though the layout
    /// keeps its order.
    Unread,
}

impl Condition {
    /// All of them.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let damaged = Damage::ALL.into_iter().map(Self::Damaged);
        [Self::Whole, Self::Narrow].into_iter().chain(damaged).chain(std::iter::once(Self::Twice))
    }

    /// The name in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Narrow => "narrow columns",
            Self::Damaged(damage) => damage.name(),
            Self::Twice => "two damages",
        }
    }

    fn of(damages: &[Damage], numbers_changed: bool) -> Self {
        match damages {
            [] if numbers_changed => Self::Narrow,
            [] => Self::Whole,
            [damage] => Self::Damaged(*damage),
            _ => Self::Twice,
        }
    }
}

impl Tally {
    /// How many tables ended like one of these.
    pub(super) fn tables(&self, wanted: impl Fn(TableId, Outcome) -> bool) -> usize {
        self.tables
            .iter()
            .filter(|((table, outcome), _)| wanted(*table, *outcome))
            .map(|(_, count)| count)
            .sum()
    }

    /// How many tables there are.
    pub(super) fn all_tables(&self) -> usize {
        self.tables(|_, _| true)
    }

    fn add(&mut self, judgement: &Judgement) {
        self.texts += 1;
        for table in &judgement.tables {
            *self.tables.entry((table.id, table.outcome)).or_default() += 1;
            if !table.has_blank {
                *self.filled.entry(table.outcome).or_default() += 1;
            }
        }
        for (count, more) in
            self.cells.iter_mut().zip([judgement.right, judgement.unread, judgement.wrong.len()])
        {
            *count += more;
        }
        self.false_sums += usize::from(!judgement.false_sums.is_empty());
        self.false_gaps += usize::from(!judgement.false_gaps.is_empty());
    }

    /// Adds what another counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.texts += other.texts;
        for (key, count) in &other.tables {
            *self.tables.entry(*key).or_default() += count;
        }
        for (outcome, count) in &other.filled {
            *self.filled.entry(*outcome).or_default() += count;
        }
        for (count, more) in self.cells.iter_mut().zip(other.cells) {
            *count += more;
        }
        self.false_sums += other.false_sums;
        self.false_gaps += other.false_gaps;
    }
}

impl Results {
    /// Counts one text.
    pub(super) fn add(&mut self, happened: &Happened) {
        let condition = Condition::of(&happened.damages, happened.numbers_changed);
        self.tallies.entry((happened.layout, condition)).or_default().add(&happened.judgement);
        self.slowest = self.slowest.take().max(Some((happened.time, happened.name.clone())));
        self.add_failures(&happened.name, &happened.judgement);
        let unread = |table: &&JudgedTable| !table.has_blank && !table.outcome.is_right();
        if condition == Condition::Whole
            && happened.layout.keeps() != Keeps::Little
            && let Some(table) = happened.judgement.tables.iter().find(unread)
        {
            let what = format!("{}: {:?}", table.id.as_str(), table.outcome);
            self.failing.entry(Failure::Unread).or_default().push((happened.name.clone(), what));
        }
    }

    /// Counts one file of real software.
    pub(super) fn add_software(&mut self, way: &str, name: &str, judgement: &Judgement) {
        self.software.entry(way.to_owned()).or_default().add(judgement);
        self.add_failures(name, judgement);
    }

    fn add_failures(&mut self, name: &str, judgement: &Judgement) {
        let mut fails = |failure: Failure, what: Option<&String>| {
            if let Some(what) = what {
                self.failing.entry(failure).or_default().push((name.to_owned(), what.clone()));
            }
        };
        if judgement.has(Outcome::WrongExact) {
            fails(Failure::WrongExact, judgement.wrong.first());
        }
        if judgement.has(Outcome::WrongInferred) || judgement.has(Outcome::WrongPartial) {
            fails(Failure::Wrong, judgement.wrong.first());
        }
        fails(Failure::FalseSum, judgement.false_sums.first());
        fails(Failure::FalseGap, judgement.false_gaps.first());
    }

    /// Adds what another thread counted.
    pub(super) fn merge(&mut self, other: Self) {
        for (key, tally) in other.tallies {
            self.tallies.entry(key).or_default().merge(&tally);
        }
        self.slowest = self.slowest.take().max(other.slowest);
        for (failure, mut names) in other.failing {
            let all = self.failing.entry(failure).or_default();
            all.append(&mut names);
            all.sort();
        }
    }

    /// How many texts hold a table that is said to be exact and is wrong.
    pub(super) fn wrong_exact(&self) -> usize {
        self.failing.get(&Failure::WrongExact).map_or(0, Vec::len)
    }

    /// The sum over all these.
    pub(super) fn over(&self, wanted: impl Fn(Layout, Condition) -> bool) -> Tally {
        let mut all = Tally::default();
        for ((layout, condition), tally) in &self.tallies {
            if wanted(*layout, *condition) {
                all.merge(tally);
            }
        }
        all
    }

    /// The layouts that were measured, in order.
    pub(super) fn layouts(&self) -> Vec<Layout> {
        let layouts = Layout::ALL.into_iter();
        layouts.filter(|layout| self.tallies.keys().any(|(it, _)| it == layout)).collect()
    }
}
