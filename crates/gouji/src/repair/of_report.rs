//! The numbers and relations of a report, and its repairs in terms of cells.

use super::{
    Figure, FigureChange, Part, Place, RepairSet, Slip, Solution, Sum, System, Witness, solve, wording,
};
use crate::form::{CellId, RelationId, TableId, TableShape};
use crate::reading::{Document, Quantity};
use crate::rules::Context;
use crate::{RelationState, Relations};

/// What a blank cell counts as, where repairs are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blanks {
    /// 0 in a table all sums of which that have blanks hold with it; else
    /// unknown.
    #[default]
    AsTheTableReads,
    /// 0, and to fill it is a change.
    Zero,
    /// Unknown: it may be whatever the sums need, and to fill it is no change.
    Unknown,
}

/// The smallest changes with which every relation of a report would hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Whether every smallest repair was found.
    pub exhaustive: bool,
    /// How many cells a smallest repair changes; 0 where every relation holds that can be checked, none
    /// where the search was given up before it found one.
    pub size: Option<usize>,
    /// Repairs that change fewer cells than this do not exist.
    pub at_least: usize,
    /// How many smallest repairs there are, as far as they were found.
    pub found: usize,
    /// The most plausible of them, the best first, [`super::SETS_LISTED`] at most.
    pub sets: Vec<Repair>,
    /// Why nothing smaller works, for each part of the report that shares no
    /// cell with the others.
    pub proofs: Vec<Proof>,
    /// What the sets are and what to do with them, in words.
    pub advice: String,
}

/// Changes that together make every relation hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repair {
    /// The changes, in the order of the form.
    pub changes: Vec<CellChange>,
    /// The claims, by their index in the report, that agree with the tables
    /// once these are changed, and did not before.
    pub agreeing: Vec<usize>,
    /// The claims that would no longer agree.
    pub contradicted: Vec<usize>,
}

/// A change of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// The cell.
    pub cell: CellId,
    /// Its row and column in the form's words.
    pub name: String,
    /// The value that counts now; none for a blank.
    pub from: Option<i64>,
    /// The least it can be; none where there is no limit.
    pub least: Option<i64>,
    /// The most it can be; none where there is no limit.
    pub most: Option<i64>,
    /// A value within that range which goes together with those given for the
    /// other changes.
    pub value: i64,
    /// What the slip may have been, and the same in words.
    pub slip: Option<(Slip<CellId>, String)>,
}

/// Why a repair of a part of the report cannot be smaller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// The relations that fail in it.
    pub failing: Vec<RelationId>,
    /// How many cells a smallest repair changes; none where none was found.
    pub size: Option<usize>,
    /// Fewer changes than this do not do.
    pub at_least: usize,
    /// Failing relations that share no cell, so that each needs a change of its
    /// own: as many as `at_least`, or none where all smaller repairs were tried.
    pub disjoint: Vec<RelationId>,
    /// The same in words.
    pub words: String,
}

impl CellChange {
    /// The value the cell must have; none where several do.
    pub fn forced(&self) -> Option<i64> {
        (self.least == self.most).then_some(self.least).flatten()
    }
}

/// Looks for the repairs of a report.
pub(crate) fn of_report(context: &Context<'_>, blanks: Blanks) -> Repairs {
    let relations = context.relations;
    if relations.failing().is_empty() {
        return Repairs { exhaustive: true, size: Some(0), ..Repairs::default() };
    }
    let (system, cells) = system(context.document, relations, blanks);
    in_cells(context, &system, &cells, &solve(&system))
}

/// The system of a report, and the cells its figures stand for.
fn system(document: &Document, relations: &Relations, blanks: Blanks) -> (System, Vec<CellId>) {
    let mut cells: Vec<CellId> = Vec::new();
    let mut system = System::default();
    for table in &document.tables {
        let blank = match blanks {
            Blanks::AsTheTableReads => blanks_are_zeros(document, relations, table.id).then_some(0),
            Blanks::Zero => Some(0),
            Blanks::Unknown => None,
        };
        let Some(spec) = table.layout.form().table(table.id) else { continue };
        if spec.relations.is_empty() {
            continue;
        }
        let number = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        for (row_at, (row, columns)) in spec.rows().enumerate() {
            for (column_at, column) in columns.iter().enumerate() {
                let id = CellId { table: table.id, row: row.id, column: column.id };
                let cell = table.cell(id);
                let count = cell.and_then(|cell| if cell.is_empty() { blank } else { cell.count() });
                // Rows side by side are one printed row.
                let (row, column) = match spec.shape {
                    TableShape::Rows => (row_at, column_at),
                    TableShape::SideBySide => (0, row_at * columns.len() + column_at),
                };
                cells.push(id);
                system.figures.push(Figure {
                    value: count,
                    may_be_negative: false,
                    by_hand: cell.is_some_and(|cell| cell.corrected.is_some()),
                    place: Place { table: table.id as u8, row: number(row), column: number(column) },
                });
            }
        }
    }
    let indices = |ids: &[CellId]| -> Option<Vec<usize>> {
        let mut indices = Vec::new();
        for id in ids {
            indices.push(cells.iter().position(|cell| cell == id)?);
        }
        Some(indices)
    };
    for (relation, _) in &relations.all {
        let side = |ids| indices(ids).unwrap_or_default();
        system.sums.push(Sum { left: side(&relation.left), right: side(&relation.right) });
    }
    for claim in &document.claims {
        // A claim on cells that are in no sum, and an amount, have nothing to say.
        let mut witness = Witness::default();
        if let Quantity::Count(value) = claim.value {
            witness.value = value;
            for ids in &claim.subjects {
                witness.alternatives.extend(indices(ids));
            }
        }
        system.witnesses.push(witness);
    }
    (system, cells)
}

/// Whether all sums of a table that blanks leave open hold with 0 for them.
fn blanks_are_zeros(document: &Document, relations: &Relations, table: TableId) -> bool {
    let sum = |cells: &[CellId]| {
        let mut sum = 0_i64;
        for &id in cells {
            let cell = document.cell(id)?;
            sum = sum.checked_add(if cell.is_empty() { 0 } else { cell.count()? })?;
        }
        Some(sum)
    };
    for (relation, state) in &relations.all {
        // Sums that something else leaves open say nothing of blanks.
        if relation.id.table == table
            && *state == RelationState::Unchecked
            && let (Some(left), Some(right)) = (sum(&relation.left), sum(&relation.right))
            && left != right
        {
            return false;
        }
    }
    true
}

/// What was found, in terms of cells.
fn in_cells(context: &Context<'_>, system: &System, cells: &[CellId], solution: &Solution) -> Repairs {
    let mut repairs = Repairs { exhaustive: true, size: Some(0), found: 1, ..Repairs::default() };
    for part in &solution.parts {
        repairs.exhaustive &= part.exhaustive;
        repairs.size = repairs.size.zip(part.size).map(|(size, more)| size + more);
        repairs.at_least += part.at_least;
        repairs.found = repairs.found.saturating_mul(part.found);
        repairs.proofs.push(proof(context, part));
    }
    for set in &solution.sets {
        repairs.sets.push(repair(context, system, cells, set));
    }
    repairs.advice = wording::advice(context.language, &repairs);
    repairs
}

fn repair(context: &Context<'_>, system: &System, cells: &[CellId], set: &RepairSet) -> Repair {
    let mut changes = Vec::new();
    for &FigureChange { figure, least, most, value, slip } in &set.changes {
        let cell = cells[figure];
        let slip = slip.map(|slip| slip.map(|other| cells[other]));
        let words = |slip| (slip, wording::slip(context, cell, system.figures[figure].value, slip));
        let (name, from, slip) = (context.cell_name(cell), context.count(cell), slip.map(words));
        changes.push(CellChange { cell, name, from, least, most, value, slip });
    }
    Repair { changes, agreeing: set.agreeing.clone(), contradicted: set.contradicted.clone() }
}

fn proof(context: &Context<'_>, part: &Part) -> Proof {
    let names = |sums: &[usize]| {
        let mut names = Vec::new();
        for &sum in sums {
            names.push(context.relations.all[sum].0.id);
        }
        names
    };
    let enough = part.disjoint.len() == part.at_least;
    let mut proof = Proof {
        failing: names(&part.failing),
        size: part.size,
        at_least: part.at_least,
        disjoint: if enough { names(&part.disjoint) } else { Vec::new() },
        words: String::new(),
    };
    proof.words = wording::proof(context, &proof);
    proof
}
