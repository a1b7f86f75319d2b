//! What the rules on claims of the text have in common.

use super::{Context, Rule};
use crate::form::{CellId, RowSpec};
use crate::reading::{Cell, Claim, ClaimKind, Quantity};
use crate::words::{Words, digits, words};
use crate::{Finding, Label};

/// As many readings of a figure are named.
const MOST_READINGS: usize = 3;
/// As many cells of a sum are named one by one.
const MOST_NAMED: usize = 3;

const MESSAGE: &Words = &words(
    "正文写“{words}”，与表格不一致：{readings}。",
    "The text says “{words}”, and the tables say otherwise: {readings}.",
);
const ADVICE: &Words = &words(
    "请核对原始台账，改正正文或者表格；正文所说的范围与表格不同的，请在正文中写明。",
    "Check against the original records and correct the text or the table; where the text means something else than the table, let it say so.",
);
const BETWEEN: &Words = &words("；", "; ");
const AND: &Words = &words("、", ", ");
const SINGLE: &Words = &words("“{name}”为 {sum}", "“{name}” is {sum}");
const SUM: &Words = &words("{names}之和为 {sum}", "the sum of {names} is {sum}");
const QUOTED: &Words = &words("“{name}”", "“{name}”");
const GROUP: &Words = &words("“{name}”各项", "the rows of “{name}”");
const OTHERS: &Words = &words("等 {count} 格", " and others, {count} in all,");
const SAID_AGAIN: &Words = &words("正文又写“{words}”", "said again: “{words}”");

/// Reports the claims of these kinds that the tables contradict; the same slip
/// twice is one finding.
pub(super) fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    rule: &'static Rule,
    kinds: &[ClaimKind],
) {
    let message = |context: &Context<'_>, claim: &Claim, quoted: &str| {
        let readings = readings(context, claim);
        context.fill(MESSAGE, &[("words", quoted.into()), ("readings", (&readings).into())])
    };
    report_as(context, findings, rule, kinds, ADVICE, message);
}

/// The same in other words: `message` says what is wrong with a claim whose
/// words it is given.
pub(super) fn report_as(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    rule: &'static Rule,
    kinds: &[ClaimKind],
    advice: &Words,
    message: fn(&Context<'_>, &Claim, &str) -> String,
) {
    let claims = &context.document.claims;
    let is_wrong = |claim: &Claim| kinds.contains(&claim.kind) && claim.agrees == Some(false);
    for (at, claim) in claims.iter().enumerate() {
        if !is_wrong(claim) || contradicted(claims, claim) {
            continue;
        }
        let is_same = |other: &Claim| is_wrong(other) && says_the_same(other, claim);
        if claims[..at].iter().any(is_same) {
            continue;
        }
        let message = message(context, claim, &context.printed(claim.range));
        let mut finding = context.finding(rule, claim.range, message, context.fill(advice, &[]));
        for readings in [&claim.subjects, &claim.wholes] {
            for cells in readings {
                add_cells(context, &mut finding, cells);
            }
        }
        for again in &claims[at + 1..] {
            if is_same(again) {
                let words = context.printed(again.range);
                let text = context.fill(SAID_AGAIN, &[("words", (&words).into())]);
                finding.labels.push(Label { range: again.range, text });
            }
        }
        findings.push(finding);
    }
}

fn says_the_same(one: &Claim, other: &Claim) -> bool {
    one.value == other.value && one.subjects == other.subjects && one.wholes == other.wholes
}

/// Adds cells to what a finding is about, and a label at each that holds
/// something.
pub(super) fn add_cells(context: &Context<'_>, finding: &mut Finding, cells: &[CellId]) {
    for &cell in cells {
        if !finding.cells.contains(&cell) {
            finding.cells.push(cell);
            if context.count(cell) != Some(0)
                && let Some(label) = context.cell_label(cell)
            {
                finding.labels.push(label);
            }
        }
    }
}

/// What the tables say, for every reading of the claim.
fn readings(context: &Context<'_>, claim: &Claim) -> String {
    let mut said = String::new();
    for cells in claim.subjects.iter().take(MOST_READINGS) {
        context.list(&mut said, BETWEEN, &reading(context, cells));
    }
    said
}

/// What these cells say together: “四、结转下年度继续办理·总计”为 5.
pub(super) fn reading(context: &Context<'_>, cells: &[CellId]) -> String {
    if let [cell] = cells {
        let name = context.cell_name(*cell);
        let sum = match context.document.cell(*cell).and_then(Cell::quantity) {
            Some(Quantity::Count(count)) => digits(*count),
            Some(Quantity::Decimal(decimal)) => decimal.clone(),
            None => String::new(),
        };
        return context.fill(SINGLE, &[("name", (&name).into()), ("sum", (&sum).into())]);
    }
    let mut counting = Vec::new();
    for &cell in cells {
        if context.count(cell) != Some(0) {
            counting.push(cell);
        }
    }
    let (names, sum) = (names(context, cells), context.sum(&counting));
    context.fill(SUM, &[("names", (&names).into()), ("sum", (&sum).into())])
}

/// The sum of the counts in these cells.
pub(super) fn total(context: &Context<'_>, cells: &[CellId]) -> i64 {
    let mut total = 0;
    for &cell in cells {
        total += context.count(cell).unwrap_or_default();
    }
    total
}

/// The group of rows that these cells are, as the form prints it.
fn group(context: &Context<'_>, cells: &[CellId]) -> Option<&'static str> {
    let first = cells.first()?;
    let spec = context.spec(first.table)?;
    let label = spec.row(first.row)?.0.groups.last()?.text;
    let is_in_group = |row: &RowSpec| row.groups.last().is_some_and(|group| group.text == label);
    let rows = spec.rows().filter(|(row, _)| is_in_group(row)).count();
    let all = cells.iter().all(|cell| {
        cell.column == first.column && spec.row(cell.row).is_some_and(|(row, _)| is_in_group(row))
    });
    (all && rows == cells.len() && rows > 1).then_some(label)
}

/// The names of cells that are added up; of many, the first ones.
pub(super) fn names(context: &Context<'_>, cells: &[CellId]) -> String {
    if let Some(group) = group(context, cells) {
        return context.fill(GROUP, &[("name", group.into())]);
    }
    let mut names = String::new();
    for &cell in cells.iter().take(MOST_NAMED) {
        let name = context.cell_name(cell);
        context.list(&mut names, AND, &context.fill(QUOTED, &[("name", (&name).into())]));
    }
    if cells.len() > MOST_NAMED {
        names.push_str(&context.fill(OTHERS, &[("count", cells.len().into())]));
    }
    names
}

/// Whether the text says something else of the same, and neither is what the
/// tables say.
pub(super) fn contradicted(claims: &[Claim], claim: &Claim) -> bool {
    claims.iter().any(|other| contradict(claim, other))
}

/// Whether two claims state different figures for the same, and the tables do
/// not say which is right. What can be read in several ways contradicts
/// nothing.
pub(super) fn contradict(one: &Claim, other: &Claim) -> bool {
    let is_plain = |claim: &Claim| {
        claim.agrees != Some(true)
            && claim.subjects.len() == 1
            && !matches!(claim.kind, ClaimKind::Share | ClaimKind::AllHandled | ClaimKind::Fee)
    };
    is_plain(one) && is_plain(other) && one.subjects == other.subjects && one.value != other.value
}
