//! What the tables would be like after a repair.

use gouji::form::{CellId, Relation, RelationKind};
use gouji_json::{CellCorrection, Quantity, RepairSet, Target};

use super::ReportView;
use super::names::{column_name, row_name};

/// A relation that fails, before a repair or after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failing {
    /// What it says.
    pub(crate) kind: RelationKind,
    /// The row or the column it is about, in the form's words.
    pub(crate) about: String,
    /// What its sides make; none where a cell has no number, and any number
    /// could stand there.
    pub(crate) sides: Option<(i64, i64)>,
}

/// What a table shows in a cell while a repair is looked at: the number after
/// it, or none where only a relation through the cell comes to hold.
pub(crate) type Preview = Vec<(CellId, Option<String>)>;

/// The number that a cell holds after a repair: the forced one, or of several
/// one that goes together with the others.
fn number_after(set: &RepairSet, id: CellId) -> Option<i64> {
    let change = set.changes.iter().find(|change| CellId::parse(&change.cell) == Some(id))?;
    match change.to {
        Target::Forced(value) => Some(value),
        Target::Between { .. } => change.example,
    }
}

fn failing(view: &ReportView) -> impl Iterator<Item = &Relation> {
    let fails = |relation: &&Relation| view.report.relations.failing.contains(&relation.id.to_string());
    view.relations.iter().filter(fails)
}

/// The relations that fail; with a repair, as they are after it.
pub(crate) fn failing_relations(view: &ReportView, set: Option<&RepairSet>) -> Vec<Failing> {
    let mut all = Vec::new();
    for relation in failing(view) {
        let side = |cells: &[CellId]| {
            cells.iter().try_fold(0_i64, |sum, &cell| {
                let after = set.and_then(|set| number_after(set, cell));
                sum.checked_add(after.or_else(|| view.whole_number(cell))?)
            })
        };
        let kind = relation.id.kind;
        let about = relation.left.first().map_or_else(String::new, |&cell| match kind {
            RelationKind::Row | RelationKind::ReviewTotal => row_name(cell),
            RelationKind::ColumnTotal | RelationKind::Balance => column_name(cell).to_owned(),
        });
        all.push(Failing { kind, about, sides: side(&relation.left).zip(side(&relation.right)) });
    }
    all
}

/// What the tables show while a repair is looked at.
pub(crate) fn preview_of(view: &ReportView, set: &RepairSet) -> Preview {
    let mut preview = Preview::new();
    for change in &set.changes {
        if let Some(id) = CellId::parse(&change.cell) {
            preview.push((id, number_after(set, id).map(|value| value.to_string())));
        }
    }
    for relation in failing(view) {
        for cell in relation.cells() {
            if !preview.iter().any(|(other, _)| *other == cell) {
                preview.push((cell, None));
            }
        }
    }
    preview
}

/// A repair as corrections by hand.
pub(crate) fn corrections_of(view: &ReportView, set: &RepairSet) -> Vec<CellCorrection> {
    let mut corrections = Vec::new();
    for change in &set.changes {
        let found = CellId::parse(&change.cell).and_then(|id| Some((view.cell(id)?, number_after(set, id)?)));
        if let Some((printed, value)) = found {
            corrections.push(CellCorrection {
                cell: change.cell.clone(),
                printed: printed.raw.clone(),
                value: Quantity::Count(value),
            });
        }
    }
    corrections
}

#[cfg(test)]
mod tests {
    use gouji_json::CheckOptions;

    use super::*;
    use crate::examples::Example;

    fn faulty() -> ReportView {
        let text = Example::Faulty.text();
        let report = gouji_json::check(text, &CheckOptions::default()).expect("no corrections");
        ReportView::new(text.into(), report)
    }

    #[test]
    fn after_every_repair_both_sides_are_equal() {
        let view = faulty();
        let before = failing_relations(&view, None);
        assert!(before.iter().all(|relation| relation.sides.is_none_or(|(left, right)| left != right)));
        assert!(!view.report.repairs.sets.is_empty());
        for set in &view.report.repairs.sets {
            let after = failing_relations(&view, Some(set));
            assert_eq!(after.len(), before.len());
            assert!(after.iter().all(|relation| relation.sides.is_none_or(|(left, right)| left == right)));
        }
    }

    #[test]
    fn a_repair_as_corrections_mends_the_report() {
        let view = faulty();
        for set in &view.report.repairs.sets {
            let corrections = corrections_of(&view, set);
            assert_eq!(corrections.len(), set.changes.len());
            let options = CheckOptions { corrections, ..CheckOptions::default() };
            let report = gouji_json::check(&view.text, &options).expect("cells of the form");
            assert_eq!(report.relations.failing, Vec::<String>::new());
        }
    }
}
