//! The smallest changes that make every sum hold.
//!
//! A table whose sums fail has a wrong number somewhere. Which one, nobody can
//! tell from the numbers alone; but what the fewest numbers are whose change
//! mends everything, that can be told exactly (Fellegi and Holt 1976), and it
//! says where to look. [`solve`] knows numbers and relations only; `of_report.rs` says
//! which numbers and relations a report has.
//!
//! Nothing is said that is not certain: every repair found makes all sums hold, no
//! smaller one exists, and where the search was given up it says how far it got.

mod bound;
mod flow;
mod network;
mod of_report;
mod search;
mod slips;
mod system;
mod wording;

use flow::Flow;
use network::{Network, State};

pub(crate) use of_report::of_report;
pub use of_report::{Blanks, CellChange, Proof, Repair, Repairs};
pub use system::{Figure, FigureChange, Part, Place, RepairSet, Slip, Solution, Sum, System, Witness};

/// How many repairs are listed at most.
pub const SETS_LISTED: usize = 20;

/// How many repairs of a part are looked at, so that the best may be listed.
const SETS_FOUND: usize = 300;

/// How many steps the search may take in each part. A step is about one look at
/// an arc; in WebAssembly all of them take some 80 ms. Of the parts of a report only the
/// table of applications is large enough to come near it.
const STEPS: u64 = 3_000_000;

/// Failing sums of which every choice is looked at for those that share no
/// figure.
const MOST_FAILING: usize = 20;

/// Finds the smallest repairs of a system.
pub fn solve(system: &System) -> Solution {
    let mut parts: Vec<Part> = connected(system).into_iter().map(|sums| solve_part(system, sums)).collect();
    let mut sets = vec![RepairSet::default()];
    for part in &parts {
        let mut joined = Vec::new();
        for set in &sets {
            for other in &part.sets {
                joined.push(join(system, set, other));
            }
        }
        sets = best(joined);
    }
    // A part that holds has one repair, which changes nothing.
    parts.retain(|part| part.size != Some(0));
    if parts.is_empty() {
        sets.clear();
    }
    Solution { parts, sets }
}

/// The sums, those together that share figures.
fn connected(system: &System) -> Vec<Vec<usize>> {
    let mut part_of: Vec<usize> = (0..system.sums.len()).collect();
    let mut seen = vec![None; system.figures.len()];
    for (at, sum) in system.sums.iter().enumerate() {
        for side in [&sum.left, &sum.right] {
            for &figure in side {
                let part = part_of[*seen[figure].get_or_insert(at)];
                let own = part_of[at];
                for of_other in &mut part_of {
                    if *of_other == own {
                        *of_other = part;
                    }
                }
            }
        }
    }
    let mut parts = Vec::new();
    for part in 0..part_of.len() {
        let mut sums = Vec::new();
        for (at, &of) in part_of.iter().enumerate() {
            if of == part {
                sums.push(at);
            }
        }
        if !sums.is_empty() {
            parts.push(sums);
        }
    }
    parts
}

fn solve_part(system: &System, sums: Vec<usize>) -> Part {
    let mut failing = Vec::new();
    for &sum in &sums {
        if fails(system, &system.sums[sum]) {
            failing.push(sum);
        }
    }
    let disjoint = disjoint(system, &failing);
    let mut part = Part { at_least: disjoint.len(), sums, failing, disjoint, ..Part::default() };
    let Some(network) = Network::of(system, &part.sums) else { return part };
    let found = search::smallest_sets(&network, STEPS, SETS_FOUND);
    part.at_least = part.at_least.max(found.at_least);
    part.exhaustive = found.exhaustive;
    part.found = found.sets.len();
    part.size = found.sets.first().map(Vec::len);
    let mut sets = Vec::new();
    for set in &found.sets {
        sets.push(repair_set(system, &network, set));
    }
    part.sets = best(sets);
    part
}

/// Whether a sum fails whatever its unknown figures are.
fn fails(system: &System, sum: &Sum) -> bool {
    // What is known of each side, and whether it can be more or less than that.
    let side = |figures: &[usize]| {
        let (mut known, mut more, mut less) = (0_i128, false, false);
        for &figure in figures {
            let figure = &system.figures[figure];
            if let Some(value) = figure.value {
                known += i128::from(value);
            } else {
                (more, less) = (true, less || figure.may_be_negative);
            }
        }
        (known, more, less)
    };
    let (left, left_more, left_less) = side(&sum.left);
    let (right, right_more, right_less) = side(&sum.right);
    left > right && !left_less && !right_more || left < right && !left_more && !right_less
}

/// The most failing sums that share no known figure.
fn disjoint(system: &System, failing: &[usize]) -> Vec<usize> {
    let mut apart: Vec<u32> = Vec::new();
    let failing = &failing[..failing.len().min(MOST_FAILING)];
    for &one in failing {
        let mut with = 0;
        for (at, &other) in failing.iter().enumerate() {
            with |= u32::from(!share_a_known_figure(system, one, other)) << at;
        }
        apart.push(with);
    }
    let mut most = 0;
    choose(&apart, (1 << failing.len()) - 1, 0, &mut most);
    let mut disjoint = Vec::new();
    for (at, &sum) in failing.iter().enumerate() {
        if most >> at & 1 == 1 {
            disjoint.push(sum);
        }
    }
    disjoint
}

fn share_a_known_figure(system: &System, one: usize, other: usize) -> bool {
    let (one, other) = (&system.sums[one], &system.sums[other]);
    [&one.left, &one.right].iter().any(|side| {
        side.iter().any(|figure| {
            system.figures[*figure].value.is_some()
                && (other.left.contains(figure) || other.right.contains(figure))
        })
    })
}

/// The largest choice of those still `open` that are all apart from each other.
fn choose(apart: &[u32], open: u32, chosen: u32, most: &mut u32) {
    if open == 0 {
        if chosen.count_ones() > most.count_ones() {
            *most = chosen;
        }
    } else if chosen.count_ones() + open.count_ones() > most.count_ones() {
        let first = open.trailing_zeros();
        let others = open & (open - 1);
        choose(apart, others & apart[first as usize], chosen | 1 << first, most);
        choose(apart, others, chosen, most);
    }
}

/// The values that a set of arcs leads to.
fn repair_set(system: &System, network: &Network, chosen: &[usize]) -> RepairSet {
    let mut states = network.states();
    for &arc in chosen {
        states[arc] = State::Chosen;
    }
    let mut flow = Flow::new(network, &states);
    // It was balanced before, when the set was found.
    let balanced = flow.balance();
    debug_assert!(balanced);
    let mut set = RepairSet::default();
    for (at, arc) in network.arcs.iter().enumerate() {
        let value = flow.values[at];
        if states[at] == State::Unknown && value != 0 {
            set.fills.push((arc.figure, value));
        } else if states[at] == State::Chosen {
            let (less, more) = flow.slack(at);
            let least = less.map(|less| value - less);
            let most = more.map(|more| value + more);
            set.changes.push(FigureChange { figure: arc.figure, least, most, value, slip: None });
        }
    }
    set.cost = slips::explain(system, &mut set.changes);
    hear_witnesses(system, &mut set);
    set
}

/// Two repairs of different parts as one.
fn join(system: &System, one: &RepairSet, other: &RepairSet) -> RepairSet {
    let mut joined = one.clone();
    joined.changes.extend(&other.changes);
    joined.fills.extend(&other.fills);
    joined.cost += other.cost;
    hear_witnesses(system, &mut joined);
    joined
}

/// Says which witnesses agree or disagree because of the repair.
fn hear_witnesses(system: &System, set: &mut RepairSet) {
    set.agreeing.clear();
    set.contradicted.clear();
    for (at, witness) in system.witnesses.iter().enumerate() {
        match (agrees(system, &[], witness), agrees(system, &set.changes, witness)) {
            (false, true) => set.agreeing.push(at),
            (true, false) => set.contradicted.push(at),
            _ => {}
        }
    }
}

/// Whether a witness agrees with the figures, these changed.
fn agrees(system: &System, changes: &[FigureChange], witness: &Witness) -> bool {
    witness.alternatives.iter().any(|figures| {
        let mut sum = Some(0_i64);
        for &figure in figures {
            let change = changes.iter().find(|change| change.figure == figure);
            let value = change.map_or(system.figures[figure].value, FigureChange::forced);
            sum = sum.zip(value).and_then(|(sum, value)| sum.checked_add(value));
        }
        sum == Some(witness.value)
    })
}

/// The best of the sets, the best first: those with which more of what is
/// stated elsewhere agrees, then those that look more like slips.
fn best(mut sets: Vec<RepairSet>) -> Vec<RepairSet> {
    let disagreement =
        |set: &RepairSet| set.contradicted.len().wrapping_sub(set.agreeing.len()).cast_signed();
    let mut best = Vec::new();
    while best.len() < SETS_LISTED && !sets.is_empty() {
        let mut first = 0;
        for (at, set) in sets.iter().enumerate() {
            if (disagreement(set), set.cost) < (disagreement(&sets[first]), sets[first].cost) {
                first = at;
            }
        }
        best.push(sets.remove(first));
    }
    best
}
