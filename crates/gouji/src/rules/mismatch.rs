//! What the four rules on failing sums have in common.

use super::wording::THEN;
use super::{Context, Rule};
use crate::form::{CellId, RelationId, RelationKind};
use crate::words::{Words, words};
use crate::{Finding, Label};

const MESSAGE: &Words = &words("{sum}。{consequences}", "{sum}.{consequences}");
const CONSEQUENCES: &Words = &words("与此相关、同样不符的还有：{sums}。", " With it fails: {sums}.");
const ADVICE: &Words = &words(
    "请核对原始台账，改正填错的单元格；改动一个单元格时，请同时核对它所在的行和列。",
    "Check against the original records and correct the wrong cell, with the row and the column it stands in.",
);

/// Reports each cause whose first relation is of `kind`.
pub(super) fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    rule: &'static Rule,
    kind: RelationKind,
) {
    for cause in context.causes.iter().filter(|cause| cause.root.kind == kind) {
        let Some((relation, state)) = context.state(cause.root) else { continue };
        let Some(place) = relation.right.first().and_then(|&cell| context.document.cell(cell)) else {
            continue;
        };
        let sum = context.relation_in_words(relation, *state);
        let consequences = consequences(context, &cause.consequences);
        let facts = [("sum", (&sum).into()), ("consequences", (&consequences).into())];
        let mut finding = context.found(rule, place.range, MESSAGE, ADVICE, &facts);
        finding.relations.push(cause.root);
        finding.relations.extend(&cause.consequences);
        for cells in [&relation.left, &relation.right] {
            add_labels(context, &mut finding.labels, cells);
        }
        finding.cells = cells(context, &finding.relations);
        findings.push(finding);
    }
}

/// The sums that fail with it, written out.
fn consequences(context: &Context<'_>, ids: &[RelationId]) -> String {
    let mut sums = String::new();
    for (relation, state) in ids.iter().filter_map(|&id| context.state(id)) {
        context.list(&mut sums, THEN, &context.relation_in_words(relation, *state));
    }
    if sums.is_empty() { sums } else { context.fill(CONSEQUENCES, &[("sums", (&sums).into())]) }
}

/// Adds a label at each cell that is not 0, so that a long sum stays readable.
fn add_labels(context: &Context<'_>, labels: &mut Vec<Label>, cells: &[CellId]) {
    for &cell in cells {
        if context.count(cell) != Some(0)
            && let Some(label) = context.cell_label(cell)
        {
            labels.push(label);
        }
    }
}

/// All cells of the relations, each once, those of the first one first.
fn cells(context: &Context<'_>, ids: &[RelationId]) -> Vec<CellId> {
    let mut cells = Vec::new();
    for (relation, _) in ids.iter().filter_map(|&id| context.state(id)) {
        for side in [&relation.left, &relation.right] {
            for &cell in side {
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
        }
    }
    cells
}
