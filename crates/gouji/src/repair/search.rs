//! All smallest sets of arcs whose change balances a network.
//!
//! Sizes are tried one after the other. A set that does not do yet shows a cut of the
//! network that only certain other arcs can mend, and one of them must be in every
//! set that does: so each is tried in turn, and is left out afterwards, so that no
//! set is met twice. What [`super::bound`] says is out of reach is not tried.

use super::bound::{self, Terminal};
use super::flow::Flow;
use super::network::{Network, State};

/// The smallest sets of arcs.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// No set of fewer arcs does.
    pub(super) at_least: usize,
    /// Whether these are all sets of that size.
    pub(super) exhaustive: bool,
    /// The sets, all of `at_least` arcs.
    pub(super) sets: Vec<Vec<usize>>,
}

/// Looks for the smallest sets, at most `most`, with about `allowed` steps.
pub(super) fn smallest_sets(network: &Network, allowed: u64, most: usize) -> Found {
    let states = network.states();
    let forced = states.iter().filter(|&&state| state == State::Chosen).count();
    let mut pieces = Pieces { of_node: (0..network.nodes).collect(), excess: network.excess() };
    for (arc, &state) in network.arcs.iter().zip(&states) {
        if state != State::Fixed {
            pieces.join(arc.from, arc.to);
        }
    }
    let has_unknown = states.contains(&State::Unknown);
    let mut search = Search { network, states, has_unknown, sets: Vec::new(), most, steps: 0, allowed };
    let mut found = Found { at_least: forced, ..Found::default() };
    for more in 0..=network.arcs.len() {
        found.at_least = forced + more;
        found.exhaustive = search.descend(&pieces, more).is_ok();
        if !found.exhaustive || !search.sets.is_empty() {
            break;
        }
    }
    found.sets = search.sets;
    found
}

struct Search<'a> {
    network: &'a Network,
    states: Vec<State>,
    has_unknown: bool,
    sets: Vec<Vec<usize>>,
    most: usize,
    steps: u64,
    allowed: u64,
}

/// The search was given up.
struct GivenUp;

/// Nodes joined by the arcs that may change.
#[derive(Clone)]
struct Pieces {
    /// The piece of each node, called by one of its nodes.
    of_node: Vec<usize>,
    /// The excess of each piece, at the place of the node it is called by.
    excess: Vec<i64>,
}

impl Pieces {
    fn join(&mut self, one: usize, other: usize) {
        let (into, from) = (self.of_node[one], self.of_node[other]);
        if into == from {
            return;
        }
        for piece in &mut self.of_node {
            if *piece == from {
                *piece = into;
            }
        }
        self.excess[into] += self.excess[from];
        self.excess[from] = 0;
    }
}

impl Search<'_> {
    /// Finds the sets that hold what is chosen and `left` arcs more.
    fn descend(&mut self, pieces: &Pieces, left: usize) -> Result<(), GivenUp> {
        self.steps += self.network.arcs.len() as u64;
        if self.steps > self.allowed {
            return Err(GivenUp);
        }
        let names: Vec<usize> = (0..self.network.nodes).filter(|&node| pieces.excess[node] != 0).collect();
        if names.is_empty() || self.has_unknown {
            return self.descend_by_flow(pieces, left);
        }
        // Half as many arcs as there are terminals are the least there is to it.
        if names.len() > 2 * left {
            return Ok(());
        }
        let (terminals, choices) = self.terminals(pieces, &names);
        if bound::least_arcs(&terminals, &mut self.steps) > left {
            return Ok(());
        }
        let fewest = choices.iter().copied().min().unwrap_or(0);
        let Some(at) = choices.iter().position(|&count| count == fewest) else { return Ok(()) };
        let cut: Vec<bool> = pieces.of_node.iter().map(|&piece| piece == names[at]).collect();
        let candidates = self.candidates(&cut, terminals[at].excess > 0);
        self.branch(pieces, left, &candidates)
    }

    /// The same where the excesses of pieces do not tell enough: because what is
    /// chosen would have to be less than 0, or because unknown figures join nearly all nodes to one piece.
    fn descend_by_flow(&mut self, pieces: &Pieces, left: usize) -> Result<(), GivenUp> {
        let mut flow = Flow::new(self.network, &self.states);
        // Each excess is led away on a way or two.
        self.steps += flow.work() * 2 * self.network.nodes as u64;
        if flow.balance() {
            // The ranges of what is kept take two ways for each change.
            self.steps += flow.work() * 8 * (left + 8) as u64;
            return self.keep();
        }
        let mut cuts: Vec<Vec<usize>> = Vec::new();
        for (cut, outwards) in flow.cuts() {
            self.steps += 4 * flow.work() + self.states.len() as u64;
            let candidates = self.candidates(&cut, outwards);
            let at = cuts.partition_point(|other| other.len() <= candidates.len());
            cuts.insert(at, candidates);
        }
        // Cuts that no arc can mend two of need an arc each.
        let mut taken = vec![false; self.states.len()];
        let mut needed = 0;
        for cut in &cuts {
            if cut.iter().all(|&arc| !taken[arc]) {
                for &arc in cut {
                    taken[arc] = true;
                }
                needed += 1;
            }
        }
        match cuts.first() {
            Some(candidates) if needed <= left => self.branch(pieces, left, candidates),
            _ => Ok(()),
        }
    }

    /// Keeps the arcs that are chosen as a set.
    fn keep(&mut self) -> Result<(), GivenUp> {
        if self.sets.len() == self.most {
            return Err(GivenUp);
        }
        let chosen = |arc: &usize| self.states[*arc] == State::Chosen;
        self.sets.push((0..self.states.len()).filter(chosen).collect());
        Ok(())
    }

    /// The terminals, and for each how many arcs could lessen its excess.
    fn terminals(&self, pieces: &Pieces, names: &[usize]) -> (Vec<Terminal>, Vec<usize>) {
        let mut at_node = vec![usize::MAX; self.network.nodes];
        for (at, &name) in names.iter().enumerate() {
            at_node[name] = at;
        }
        let excess = |name: &usize| pieces.excess[*name];
        let mut terminals: Vec<Terminal> =
            names.iter().map(|name| Terminal { excess: excess(name), joined: 0, mended: 0 }).collect();
        let mut choices = vec![0; names.len()];
        for (arc, state) in self.network.arcs.iter().zip(&self.states) {
            let (from, to) = (pieces.of_node[arc.from], pieces.of_node[arc.to]);
            if *state != State::Fixed || from == to {
                continue;
            }
            let (from, to) = (at_node[from], at_node[to]);
            let may_shrink = |by: i64| arc.may_be_negative || arc.value >= by;
            for (terminal, outwards) in [(from, true), (to, false)] {
                if let Some(known) = terminals.get(terminal) {
                    let grows = (known.excess > 0) == outwards;
                    choices[terminal] += usize::from(grows || may_shrink(1));
                }
            }
            // Bits beyond those of the terminals that are grouped are not looked at.
            if from < u32::BITS as usize && to < u32::BITS as usize {
                let (of_from, of_to) = (1 << from, 1 << to);
                terminals[from].joined |= of_to;
                terminals[to].joined |= of_from;
                if terminals[from].excess > 0 || may_shrink(-terminals[from].excess) {
                    terminals[from].mended |= of_to;
                    terminals[to].mended |= of_from;
                }
            }
        }
        (terminals, choices)
    }

    /// The arcs that could carry something out of a cut of the network, or
    /// into it.
    fn candidates(&self, cut: &[bool], outwards: bool) -> Vec<usize> {
        let may_help = |&at: &usize| {
            let arc = &self.network.arcs[at];
            let leaves = cut[arc.from];
            self.states[at] == State::Fixed
                && leaves != cut[arc.to]
                && (leaves == outwards || arc.may_be_negative || arc.value > 0)
        };
        (0..self.states.len()).filter(may_help).collect()
    }

    /// Tries each of these arcs, one of which must be in every set.
    fn branch(&mut self, pieces: &Pieces, left: usize, candidates: &[usize]) -> Result<(), GivenUp> {
        let mut outcome = Ok(());
        for &at in candidates {
            let arc = &self.network.arcs[at];
            self.states[at] = State::Chosen;
            let mut joined = pieces.clone();
            joined.join(arc.from, arc.to);
            if outcome.is_ok() {
                outcome = self.descend(&joined, left - 1);
            }
            self.states[at] = State::Excluded;
        }
        for &at in candidates {
            self.states[at] = State::Fixed;
        }
        outcome
    }
}
