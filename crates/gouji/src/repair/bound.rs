//! How many changes are needed at least.
//!
//! Chosen arcs join nodes into pieces. In the end the excess of every piece
//! must be 0, so the pieces that have one, the terminals, have to be joined into groups whose
//! excesses add up to 0. A group of n terminals takes n - 1 arcs, and one more
//! where arcs between its own terminals do not hold it together.

/// Terminals of which all groups are looked at. Six changes leave twelve.
const MOST_GROUPED: usize = 12;

/// A piece whose excess is not 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    /// Its excess.
    pub(super) excess: i64,
    /// The terminals, as bits, with which an arc joins it.
    pub(super) joined: u32,
    /// Those of them to which a single arc can carry all of its excess.
    pub(super) mended: u32,
}

/// The least number of arcs that join the terminals so that no excess is
/// left. `steps` counts the work.
pub(super) fn least_arcs(terminals: &[Terminal], steps: &mut u64) -> usize {
    let quick = by_pairs(terminals);
    if terminals.len() < 2 || terminals.len() > MOST_GROUPED {
        return quick;
    }
    let all = 1_usize << terminals.len();
    *steps += all as u64;
    let mut sums = vec![0_i64; all];
    let mut groups: Vec<Vec<(usize, u8)>> = vec![Vec::new(); terminals.len()];
    for group in 1..all {
        let first = group.trailing_zeros() as usize;
        sums[group] = sums[group & (group - 1)] + terminals[first].excess;
        if sums[group] == 0 {
            *steps += 4 * terminals.len() as u64;
            groups[first].push((group, arcs_of(terminals, group)));
        }
    }
    let mut least = vec![u8::MAX; all];
    least[0] = 0;
    cover(&groups, &mut least, all - 1, steps).into()
}

/// What every grouping needs: groups of two, where there are terminals that
/// cancel each other, and of three.
fn by_pairs(terminals: &[Terminal]) -> usize {
    let mut left: Vec<i64> = Vec::new();
    let mut pairs = 0;
    for terminal in terminals {
        if let Some(at) = left.iter().position(|&excess| excess == -terminal.excess) {
            left.swap_remove(at);
            pairs += 1;
        } else {
            left.push(terminal.excess);
        }
    }
    terminals.len() - pairs - left.len() / 3
}

/// How many arcs a group takes at least.
fn arcs_of(terminals: &[Terminal], group: usize) -> u8 {
    let size = u8::try_from(group.count_ones()).unwrap_or(u8::MAX);
    let first = group.trailing_zeros() as usize;
    let mut reached = 1 << first;
    loop {
        let mut grown = reached;
        for (at, terminal) in terminals.iter().enumerate() {
            if reached >> at & 1 == 1 {
                let joined = if size == 2 { terminal.mended } else { terminal.joined };
                grown |= joined as usize & group;
            }
        }
        if grown == reached {
            return if reached == group { size - 1 } else { size };
        }
        reached = grown;
    }
}

/// The least number of arcs for the terminals of `set`.
fn cover(groups: &[Vec<(usize, u8)>], least: &mut [u8], set: usize, steps: &mut u64) -> u8 {
    if least[set] < u8::MAX {
        return least[set];
    }
    let of_first = &groups[set.trailing_zeros() as usize];
    *steps += of_first.len() as u64;
    // Less than the mark of what was not looked at, so that it is looked at once.
    let mut best = u8::MAX - 1;
    for &(group, arcs) in of_first {
        if group & !set == 0 {
            best = best.min(cover(groups, least, set ^ group, steps).saturating_add(arcs));
        }
    }
    least[set] = best;
    best
}
