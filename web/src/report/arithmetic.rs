//! Relations written out with their numbers.

use gouji::form::{CellId, Relation, RelationKind};

use super::ReportView;

/// What became of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RelationStanding {
    /// Both sides are equal.
    Holds,
    /// Both sides are known and differ.
    Fails,
    /// A cell is blank or could not be read.
    Unchecked,
}

/// A cell in a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Addend {
    /// The cell.
    pub(crate) cell: CellId,
    /// Its number; none where it has no whole one.
    pub(crate) value: Option<i64>,
}

/// A relation with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RelationShown {
    /// What it says.
    pub(crate) kind: RelationKind,
    /// What became of it.
    pub(crate) standing: RelationStanding,
    /// The addends on the left.
    pub(crate) left: Vec<Addend>,
    /// Those on the right.
    pub(crate) right: Vec<Addend>,
    /// What the left side makes; none where an addend has no number.
    pub(crate) left_sum: Option<i64>,
    /// What the right side makes.
    pub(crate) right_sum: Option<i64>,
}

/// Every relation that `cell` takes part in.
pub(crate) fn relations_of_cell(view: &ReportView, cell: CellId) -> Vec<RelationShown> {
    let mut written = Vec::new();
    for relation in &view.relations {
        if relation.left.contains(&cell) || relation.right.contains(&cell) {
            written.push(write_out(view, relation));
        }
    }
    written
}

fn write_out(view: &ReportView, relation: &Relation) -> RelationShown {
    let side = |cells: &[CellId]| -> Vec<Addend> {
        cells.iter().map(|&cell| Addend { cell, value: view.whole_number(cell) }).collect()
    };
    let (left, right) = (side(&relation.left), side(&relation.right));
    let name = relation.id.to_string();
    let standing = if view.report.relations.failing.contains(&name) {
        RelationStanding::Fails
    } else if view.report.relations.unchecked.contains(&name) {
        RelationStanding::Unchecked
    } else {
        RelationStanding::Holds
    };
    RelationShown {
        kind: relation.id.kind,
        standing,
        left_sum: sum(&left),
        right_sum: sum(&right),
        left,
        right,
    }
}

fn sum(addends: &[Addend]) -> Option<i64> {
    addends.iter().try_fold(0_i64, |sum, addend| sum.checked_add(addend.value?))
}
