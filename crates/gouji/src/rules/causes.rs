//! Which failing relations have one cause.
//!
//! A wrong cell breaks every relation it takes part in, so that one slip shows
//! as two or three failing sums. They are gathered here, so that one slip is
//! one finding. What a slip may have been is looked for only as far as needed
//! to gather; which cells to change is not said.

use crate::form::{CellId, Relation, RelationId, RelationKind};
use crate::{RelationState, Relations};

/// How many relations a failing sum can be the meeting point of.
const MAX_MEETING: usize = 4;

/// Failing relations that one slip, or slips in one row or column, explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    /// The relation to name first.
    pub(crate) root: RelationId,
    /// The other relations that fail with it.
    pub(crate) consequences: Vec<RelationId>,
}

/// A relation both sides of which are known.
struct Checked<'a> {
    relation: &'a Relation,
    /// Left side minus right side.
    excess: i64,
    gathered: bool,
}

/// Gathers the failing relations.
pub(super) fn find(relations: &Relations) -> Vec<Cause> {
    let mut checked: Vec<Checked<'_>> = Vec::new();
    for (relation, state) in &relations.all {
        let excess = match state {
            RelationState::Holds => 0,
            RelationState::Fails { left, right } => left - right,
            RelationState::Unchecked => continue,
        };
        checked.push(Checked { relation, excess, gathered: excess == 0 });
    }
    let mut causes = Vec::new();
    gather_single_cells(&mut checked, &mut causes);
    gather_meeting_points(&mut checked, &mut causes);
    gather_totals(&mut checked, &mut causes);
    for left_over in checked.iter().filter(|checked| !checked.gathered) {
        causes.push(Cause { root: left_over.relation.id, consequences: Vec::new() });
    }
    causes
}

/// How a change of `cell` by one changes the excess of a relation.
fn effect(relation: &Relation, cell: CellId) -> i64 {
    let on = |side: &[CellId]| i64::from(side.contains(&cell));
    on(&relation.left) - on(&relation.right)
}

/// The indices of the relations that hold `cell`.
fn relations_of(checked: &[Checked<'_>], cell: CellId) -> Vec<usize> {
    let mut around = Vec::new();
    for (at, checked) in checked.iter().enumerate() {
        if effect(checked.relation, cell) != 0 {
            around.push(at);
        }
    }
    around
}

/// Relations that one change of one cell would make hold, all of those the
/// cell takes part in.
fn gather_single_cells(checked: &mut [Checked<'_>], causes: &mut Vec<Cause>) {
    for at in 0..checked.len() {
        if checked[at].gathered {
            continue;
        }
        let explained = checked[at].relation.cells().find_map(|cell| {
            let change = -checked[at].excess * effect(checked[at].relation, cell);
            let around = relations_of(checked, cell);
            let explains = around.iter().all(|&other| {
                !checked[other].gathered
                    && checked[other].excess + change * effect(checked[other].relation, cell) == 0
            });
            (explains && around.len() > 1).then_some(around)
        });
        if let Some(explained) = explained {
            gather(checked, causes, &explained);
        }
    }
}

/// A relation whose excess is the sum of those of a few others that cross it:
/// several cells of one row or column are wrong.
fn gather_meeting_points(checked: &mut [Checked<'_>], causes: &mut Vec<Cause>) {
    for at in 0..checked.len() {
        if checked[at].gathered {
            continue;
        }
        // The changes that would mend the relations crossing this one.
        let mut crossing: Vec<(usize, i64)> = Vec::new();
        for cell in checked[at].relation.cells() {
            let mut around = relations_of(checked, cell);
            around.retain(|&other| other != at);
            if let [other] = around[..]
                && !checked[other].gathered
            {
                let change = -checked[other].excess * effect(checked[other].relation, cell);
                crossing.push((other, change * effect(checked[at].relation, cell)));
            }
        }
        for size in 2..=MAX_MEETING.min(crossing.len()) {
            if let Some(mut met) = subset(&crossing, size, -checked[at].excess) {
                met.insert(0, at);
                gather(checked, causes, &met);
                break;
            }
        }
    }
}

/// The column of totals is the sum of the others: where the rows add up, it
/// fails by as much as the others together, and only because of them.
fn gather_totals(checked: &mut [Checked<'_>], causes: &mut Vec<Cause>) {
    let of_rows = checked.iter().filter(|checked| checked.relation.id.kind == RelationKind::Row);
    let Some(total) =
        of_rows.filter_map(|checked| checked.relation.right.first()).map(|cell| cell.column).next()
    else {
        return;
    };
    for kind in [RelationKind::ColumnTotal, RelationKind::Balance] {
        let (mut of_total, mut first_part, mut excess) = (None, None, 0);
        for (at, failing) in checked.iter().enumerate() {
            if failing.relation.id.kind != kind || failing.gathered {
                continue;
            }
            if failing.relation.id.subject == total.0 {
                of_total = of_total.or(Some(at));
            } else {
                first_part = first_part.or(Some(at));
                excess += failing.excess;
            }
        }
        if let (Some(of_total), Some(first)) = (of_total, first_part)
            && excess == checked[of_total].excess
        {
            gather(checked, causes, &[first, of_total]);
        }
    }
}

/// The first subset of `size` whose values add up to `sum`.
fn subset(items: &[(usize, i64)], size: usize, sum: i64) -> Option<Vec<usize>> {
    if size == 0 {
        return (sum == 0).then(Vec::new);
    }
    items.iter().enumerate().find_map(|(at, &(index, value))| {
        let mut rest = subset(&items[at + 1..], size - 1, sum - value)?;
        rest.insert(0, index);
        Some(rest)
    })
}

/// Makes a cause of the relations: a row comes first, as the place a person
/// looks at first, except where several rows meet in one column.
fn gather(checked: &mut [Checked<'_>], causes: &mut Vec<Cause>, indices: &[usize]) {
    let rank = |&index: &usize| match checked[index].relation.id.kind {
        RelationKind::Row | RelationKind::ReviewTotal => 0,
        RelationKind::ColumnTotal => 1,
        RelationKind::Balance => 2,
    };
    let rows = indices.iter().filter(|index| rank(index) == 0).count();
    let root = if rows == 1 { indices.iter().copied().min_by_key(rank) } else { indices.first().copied() };
    let Some(root) = root else { return };
    let mut consequences = Vec::new();
    for &index in indices {
        checked[index].gathered = true;
        if index != root {
            consequences.push(checked[index].relation.id);
        }
    }
    causes.push(Cause { root: checked[root].relation.id, consequences });
}
