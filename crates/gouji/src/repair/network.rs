//! Sums as a network, in which a figure is a flow from one sum to another.
//!
//! In the statutory tables a number takes part in at most two sums that do not
//! follow from others: that of its row and that of its column. With the signs of
//! sums chosen well, it is added in one and taken away in the other. So sums are
//! nodes, figures are arcs, and that all sums hold says that as much flows into
//! every node as flows out of it. What makes sums hold is then a question about
//! flows, which has exact answers in whole numbers.

use super::system::System;
use crate::reading::Quantity;

/// The most figures of which the sum is within range whatever they are.
const MOST_FIGURES: usize = 4000;

/// A figure of the network.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    /// Its index in the system.
    pub(super) figure: usize,
    /// The node it is taken away from.
    pub(super) from: usize,
    /// The node it is added to.
    pub(super) to: usize,
    /// What flows as the figure stands, 0 where it is unknown or cannot be what stands there.
    pub(super) value: i64,
    /// Whether it may be less than 0.
    pub(super) may_be_negative: bool,
    /// What may be done with it at first.
    pub(super) state: State,
}

/// What may be done with an arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It stays as it is, unless it is chosen.
    Fixed,
    /// It is changed.
    Chosen,
    /// It stays as it is.
    Excluded,
    /// Its value is not known, and any will do.
    Unknown,
}

/// Connected sums as a network.
#[derive(Debug)]
pub(super) struct Network {
    /// How many nodes there are: one for each sum that does not follow from the
    /// others, and one for what takes part in a single sum.
    pub(super) nodes: usize,
    /// The figures.
    pub(super) arcs: Vec<Arc>,
}

/// A figure within a sum: the sum, and whether it is added or taken away.
type Membership = (usize, i64);

impl Network {
    /// The network of these sums, which are connected; none where they have
    /// another structure than the sums of tables have.
    pub(super) fn of(system: &System, sums: &[usize]) -> Option<Self> {
        // With more or larger figures their sums could overflow.
        let is_large = |value: i64| value.abs() > Quantity::MAX_COUNT;
        let too_large = system.figures.iter().filter_map(|figure| figure.value).any(is_large);
        if too_large || system.figures.len() > MOST_FIGURES {
            return None;
        }
        let members = memberships(system, sums)?;
        let kept = independent(&members, sums.len());
        let signs = signs(&members, &kept)?;
        let ground = sums.len();
        let mut arcs = Vec::new();
        for (figure, of_figure) in members.iter().enumerate() {
            if of_figure.is_empty() {
                continue;
            }
            let (mut from, mut to) = (ground, ground);
            for &(sum, effect) in of_figure.iter().filter(|(sum, _)| kept[*sum]) {
                *(if effect * signs[sum] > 0 { &mut to } else { &mut from }) = sum;
            }
            let given = &system.figures[figure];
            let may_be_negative = given.may_be_negative;
            let (value, state) = match given.value {
                None => (0, State::Unknown),
                Some(value) if value < 0 && !may_be_negative => (0, State::Chosen),
                Some(value) => (value, State::Fixed),
            };
            arcs.push(Arc { figure, from, to, value, may_be_negative, state });
        }
        let network = Self { nodes: ground + 1, arcs };
        let follows = |sum| kept[sum] || network.implies(&members, sum);
        (0..sums.len()).all(follows).then_some(network)
    }

    /// What may become of each arc before anything is chosen.
    pub(super) fn states(&self) -> Vec<State> {
        let mut states = Vec::new();
        for arc in &self.arcs {
            states.push(arc.state);
        }
        states
    }

    /// What flows into each node less what flows out of it.
    pub(super) fn excess(&self) -> Vec<i64> {
        let mut excess = vec![0; self.nodes];
        for arc in &self.arcs {
            excess[arc.to] += arc.value;
            excess[arc.from] -= arc.value;
        }
        excess
    }

    /// Whether a sum follows from those that are nodes: whether it is made of
    /// them, each taken so many times, which are then potentials of the nodes.
    fn implies(&self, members: &[Vec<Membership>], sum: usize) -> bool {
        let effect = |arc: &Arc| members[arc.figure].iter().find(|of| of.0 == sum).map_or(0, |of| of.1);
        let mut potentials: Vec<Option<i64>> = vec![None; self.nodes];
        loop {
            let mut changed = false;
            for arc in &self.arcs {
                match (potentials[arc.from], potentials[arc.to]) {
                    (Some(from), Some(to)) if to - from != effect(arc) => return false,
                    (Some(from), None) => {
                        potentials[arc.to] = Some(from + effect(arc));
                        changed = true;
                    }
                    (None, Some(to)) => {
                        potentials[arc.from] = Some(to - effect(arc));
                        changed = true;
                    }
                    _ => {}
                }
            }
            if !changed {
                // A node that was not reached starts a piece of its own.
                let next = self.arcs.iter().find(|arc| potentials[arc.from].is_none());
                let Some(arc) = next else { return true };
                potentials[arc.from] = Some(0);
            }
        }
    }
}

/// In which of the sums each figure takes part, and how; none where one is added more
/// than once.
fn memberships(system: &System, sums: &[usize]) -> Option<Vec<Vec<Membership>>> {
    let mut members: Vec<Vec<Membership>> = vec![Vec::new(); system.figures.len()];
    for (at, &sum) in sums.iter().enumerate() {
        let sum = &system.sums[sum];
        for (side, effect) in [(&sum.left, 1), (&sum.right, -1)] {
            for &figure in side {
                if members[figure].iter().any(|of| of.0 == at) {
                    return None;
                }
                members[figure].push((at, effect));
            }
        }
    }
    Some(members)
}

/// Leaves out sums, those with the most such figures first, until every figure
/// takes part in two at most.
fn independent(members: &[Vec<Membership>], sums: usize) -> Vec<bool> {
    let mut kept = vec![true; sums];
    loop {
        let mut crowded = vec![0; sums];
        for of_figure in members {
            let of_kept = || of_figure.iter().filter(|(sum, _)| kept[*sum]);
            if of_kept().count() > 2 {
                of_kept().for_each(|(sum, _)| crowded[*sum] += 1);
            }
        }
        let most = crowded.iter().copied().max().unwrap_or(0);
        let Some(at) = crowded.iter().position(|&count| most > 0 && count == most) else { return kept };
        kept[at] = false;
    }
}

/// A sign for each kept sum with which every figure of two sums is added in
/// one and taken away in the other; none where there are no such signs.
fn signs(members: &[Vec<Membership>], kept: &[bool]) -> Option<Vec<i64>> {
    let mut signs = vec![0; kept.len()];
    let mut pairs: Vec<(Membership, Membership)> = Vec::new();
    for of_figure in members {
        let mut first = None;
        for &member in of_figure.iter().filter(|(sum, _)| kept[*sum]) {
            if let Some(first) = first {
                pairs.push((first, member));
                break;
            }
            first = Some(member);
        }
    }
    for start in 0..signs.len() {
        if signs[start] != 0 {
            continue;
        }
        signs[start] = 1;
        let mut changed = true;
        while changed {
            changed = false;
            for &((one, of_one), (other, of_other)) in &pairs {
                let opposite = -of_one * of_other;
                match (signs[one], signs[other]) {
                    (0, 0) => {}
                    (0, sign) => (signs[one], changed) = (sign * opposite, true),
                    (sign, 0) => (signs[other], changed) = (sign * opposite, true),
                    (sign, of_both) if sign * opposite != of_both => return None,
                    _ => {}
                }
            }
        }
    }
    Some(signs)
}
