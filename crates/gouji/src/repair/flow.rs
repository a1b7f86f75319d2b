//! Flows through the arcs that may change, in whole numbers.

use super::network::{Network, State};

/// As much as any flow can be.
const UNLIMITED: i64 = i64::MAX;

/// What flows through each arc of a network, those that may change among them.
#[derive(Clone, Debug)]
pub(super) struct Flow<'a> {
    network: &'a Network,
    /// The arcs that may change, around each node.
    around: Vec<Vec<usize>>,
    /// How many arcs may change.
    free: usize,
    /// An arc that is left out for now.
    skipped: Option<usize>,
    /// What flows through each arc.
    pub(super) values: Vec<i64>,
    /// What flows into each node less what flows out of it.
    excess: Vec<i64>,
}

/// A step along an arc: the arc, and whether it is taken forwards.
type Step = (usize, bool);

impl<'a> Flow<'a> {
    /// What flows as the figures stand.
    pub(super) fn new(network: &'a Network, states: &[State]) -> Self {
        let mut around = vec![Vec::new(); network.nodes];
        let mut free = 0;
        for (at, arc) in network.arcs.iter().enumerate() {
            if matches!(states[at], State::Chosen | State::Unknown) {
                around[arc.from].push(at);
                around[arc.to].push(at);
                free += 1;
            }
        }
        let values = network.arcs.iter().map(|arc| arc.value).collect();
        Self { network, around, free, skipped: None, values, excess: network.excess() }
    }

    /// About how many steps it takes to look for a way.
    pub(super) fn work(&self) -> u64 {
        (self.network.nodes + 2 * self.free) as u64
    }

    /// Changes the free arcs until as much flows into every node as out of it,
    /// as far as that can be; says whether it is so.
    pub(super) fn balance(&mut self) -> bool {
        loop {
            let sources: Vec<bool> = self.excess.iter().map(|&excess| excess > 0).collect();
            if !sources.contains(&true) {
                return true;
            }
            let Ok(steps) = self.path(sources, true, |flow, node| flow.excess[node] < 0) else {
                return false;
            };
            let (Some(&first), Some(&last)) = (steps.first(), steps.last()) else { return false };
            let (start, end) = (self.ends(first).0, self.ends(last).1);
            let amount = self.room(&steps).min(self.excess[start]).min(-self.excess[end]);
            self.push(&steps, amount);
            self.excess[start] -= amount;
            self.excess[end] += amount;
        }
    }

    /// After balancing failed: cuts of the network, as the nodes on one side,
    /// out of which more has to flow than the free arcs can carry, or into which, where the second is false.
    pub(super) fn cuts(&self) -> Vec<(Vec<bool>, bool)> {
        let mut cuts = Vec::new();
        for (node, &excess) in self.excess.iter().enumerate() {
            let mut start = vec![false; self.excess.len()];
            start[node] = true;
            if let (true, Err(reached)) = (excess != 0, self.path(start, excess > 0, |_, _| false)) {
                cuts.push((reached, excess > 0));
            }
        }
        cuts
    }

    /// How much less and how much more can flow through a free arc while the
    /// flow stays balanced; none where there is no limit.
    pub(super) fn slack(&mut self, arc: usize) -> (Option<i64>, Option<i64>) {
        let &super::network::Arc { from, to, may_be_negative, .. } = &self.network.arcs[arc];
        let floor = if may_be_negative { UNLIMITED } else { self.values[arc] };
        self.skipped = Some(arc);
        let mut slack = (Some(0), Some(0));
        // Mostly there is no other way.
        if self.is_way(from, to) {
            slack.0 = self.clone().carry(from, to, floor);
        }
        if self.is_way(to, from) {
            slack.1 = self.clone().carry(to, from, UNLIMITED);
        }
        self.skipped = None;
        slack
    }

    /// Whether anything can be carried from one node to another.
    fn is_way(&self, from: usize, to: usize) -> bool {
        let start = (0..self.network.nodes).map(|node| node == from).collect();
        self.path(start, true, |_, node| node == to).is_ok()
    }

    /// How much can be carried from one node to another, up to a limit.
    fn carry(&mut self, from: usize, to: usize, limit: i64) -> Option<i64> {
        let mut carried = 0;
        while carried < limit {
            let start = (0..self.network.nodes).map(|node| node == from).collect();
            let Ok(steps) = self.path(start, true, |_, node| node == to) else { break };
            let amount = self.room(&steps).min(limit - carried);
            if amount == UNLIMITED - carried {
                return None;
            }
            self.push(&steps, amount);
            carried += amount;
        }
        (carried < UNLIMITED).then_some(carried)
    }

    /// The shortest way from the nodes that are reached to one that is wanted,
    /// or from there to them, where it does not lead onwards.
    ///
    /// # Errors
    ///
    /// Where there is none: the nodes that can be reached.
    fn path(
        &self,
        mut reached: Vec<bool>,
        onwards: bool,
        is_wanted: impl Fn(&Self, usize) -> bool,
    ) -> Result<Vec<Step>, Vec<bool>> {
        let mut queue: Vec<usize> = (0..reached.len()).filter(|&node| reached[node]).collect();
        let mut ways: Vec<Option<Step>> = vec![None; reached.len()];
        let mut at = 0;
        while let Some(&node) = queue.get(at) {
            at += 1;
            for &arc in &self.around[node] {
                if self.skipped == Some(arc) {
                    continue;
                }
                for step in [(arc, true), (arc, false)] {
                    let (mut start, mut end) = self.ends(step);
                    if !onwards {
                        (start, end) = (end, start);
                    }
                    if start != node || reached[end] || self.room(&[step]) == 0 {
                        continue;
                    }
                    reached[end] = true;
                    ways[end] = Some(step);
                    queue.push(end);
                    if is_wanted(self, end) {
                        let mut steps = vec![step];
                        let mut back = start;
                        while let Some(step) = ways[back] {
                            steps.insert(0, step);
                            back = self.ends(step).0;
                        }
                        return Ok(steps);
                    }
                }
            }
        }
        Err(reached)
    }

    /// Where a step starts and where it ends.
    fn ends(&self, (arc, forwards): Step) -> (usize, usize) {
        let arc = &self.network.arcs[arc];
        if forwards { (arc.from, arc.to) } else { (arc.to, arc.from) }
    }

    /// How much can be carried along these steps.
    fn room(&self, steps: &[Step]) -> i64 {
        let mut room = UNLIMITED;
        for &(arc, forwards) in steps {
            if !forwards && !self.network.arcs[arc].may_be_negative {
                room = room.min(self.values[arc]);
            }
        }
        room
    }

    fn push(&mut self, steps: &[Step], amount: i64) {
        for &(arc, forwards) in steps {
            self.values[arc] += if forwards { amount } else { -amount };
        }
    }
}
