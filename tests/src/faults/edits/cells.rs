//! Faults of figures.

use fastrand::Rng;
use gouji::form::{CellId, ColumnId, FormId, RelationKind, RowId, TableId};
use gouji::reading::Quantity;

use crate::prose::{Kind, Part, Topic, WrittenReport};

use super::one_of;

/// Prints the tables again.
fn reprint(mut report: WrittenReport) -> WrittenReport {
    for piece in report.pieces.iter_mut().filter(|piece| piece.topic == Topic::Table) {
        let table = match piece.part {
            Part::Disclosure => TableId::Disclosure,
            Part::Applications => TableId::Applications,
            _ => TableId::Review,
        };
        piece.text = report.sample.print_table(table);
    }
    report
}

fn print_in(mut report: WrittenReport, cell: CellId, printed: &str) -> WrittenReport {
    report.sample.printed.insert(cell, format!("⟦{printed}⟧"));
    reprint(report)
}

fn cell(table: TableId, row: &'static str, column: &'static str) -> CellId {
    CellId { table, row: RowId(row), column: ColumnId(column) }
}

/// Some cell of the tables that takes part in a sum.
fn summed(report: &WrittenReport, kind: RelationKind, random: &mut Rng) -> CellId {
    let relations: Vec<_> =
        report.sample.relations().into_iter().filter(|relation| relation.id.kind == kind).collect();
    one_of(&relations, random).right[0]
}

fn count(report: &WrittenReport, cell: CellId) -> i64 {
    match report.sample.figures.get(&cell) {
        Some(Quantity::Count(count)) => *count,
        _ => 0,
    }
}

pub(super) fn blank_cell(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = if random.bool() {
        let row = *one_of(&["license", "penalty", "coercion"], random);
        if report.sample.form == FormId::Y2019 {
            return None;
        }
        cell(TableId::Disclosure, row, "decisions")
    } else {
        // One of the parts, which the sum does not tell.
        let mut cell = summed(&report, RelationKind::ReviewTotal, random);
        cell.column = ColumnId("other");
        cell
    };
    Some(print_in(report, cell, ""))
}

pub(super) fn not_a_number(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = summed(&report, RelationKind::Row, random);
    let printed = *one_of(&["若干", "见附件", "三", "约十件"], random);
    Some(print_in(report, cell, printed))
}

pub(super) fn negative_count(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = summed(&report, RelationKind::ReviewTotal, random);
    let number = random.u8(1..9);
    Some(print_in(report, cell, &format!("-{number}")))
}

pub(super) fn regulation_without_power(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let kind = report.issuer.kind;
    // The office of a city's government may report what the government issued.
    let unclear = kind == Kind::Office && !report.issuer.place.ends_with(['县', '区', '旗']);
    if kind.issues_regulations() || unclear || report.sample.form == FormId::Y2019 {
        return None;
    }
    let column = *one_of(&["issued", "in_force"], random);
    let number = random.u8(1..9).to_string();
    Some(print_in(report, cell(TableId::Disclosure, "regulation", column), &number))
}

pub(super) fn amount_in_yuan(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    if report.sample.form == FormId::Y2019 || matches!(report.issuer.kind, Kind::Province | Kind::Ministry) {
        return None;
    }
    let amount = random.u32(60_000_000..900_000_000);
    let printed = match random.u8(..3) {
        0 => format!("{amount}"),
        1 => format!("{amount}.{:02}", random.u8(..100)),
        _ => format!("{}0000", amount / 10_000),
    };
    Some(print_in(report, cell(TableId::Disclosure, "fee", "amount"), &printed))
}

/// Two figures for one thing, whose cell is blank.
pub(super) fn claims_disagree(mut report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (row, thing) = *one_of(&[("license", "行政许可"), ("penalty", "行政处罚")], random);
    let first = random.u16(20..900);
    let second = first + random.u16(1..90);
    let mut told = false;
    for piece in report.pieces.iter_mut().filter(|piece| piece.part == Part::Overview) {
        match piece.topic {
            Topic::Documents if !told => {
                piece.text = format!("全年作出{thing}决定⟦{first}⟧件。");
                told = true;
            }
            Topic::Documents => piece.text.clear(),
            _ => {}
        }
    }
    let again = report.pieces.iter_mut().find(|piece| piece.topic == Topic::Supervision)?;
    let sentence = format!("共作出{thing}决定⟦{second}⟧件，均按规定公开。");
    again.text.push_str(&sentence);
    report.pieces.retain(|piece| piece.topic != Topic::Documents || piece.part == Part::Overview);
    told.then(|| print_in(report, cell(TableId::Disclosure, row, "decisions"), ""))
}

fn slip(report: WrittenReport, cell: CellId, random: &mut Rng) -> WrittenReport {
    let right = count(&report, cell);
    let wrong = if right > 9 && random.bool() { right / 10 } else { right + random.i64(1..30) };
    print_in(report, cell, &wrong.to_string())
}

pub(super) fn row_total(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let results = ["granted", "partial", "deny_law", "unable_not_held", "reject_repeat", "reject_petition"];
    let cell = cell(TableId::Applications, one_of::<&str>(&results, random), "total");
    Some(slip(report, cell, random))
}

pub(super) fn column_total(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    // Both the sum and what must balance with it, so that one relation fails.
    let results = ["granted", "partial", "deny_law", "unable_not_held", "reject_repeat"];
    let row = *one_of(&results, random);
    let mut report = report;
    let amount = random.i64(1..9);
    for column in ["natural", "total"] {
        let cell = cell(TableId::Applications, row, column);
        let wrong = count(&report, cell) + amount;
        report.sample.printed.insert(cell, format!("⟦{wrong}⟧"));
    }
    Some(reprint(report))
}

pub(super) fn balance(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let mut report = report;
    let row = *one_of(&["new", "carried_in", "carried_out"], random);
    let amount = random.i64(1..9);
    for column in ["natural", "total"] {
        let cell = cell(TableId::Applications, row, column);
        let wrong = count(&report, cell) + amount;
        report.sample.printed.insert(cell, format!("⟦{wrong}⟧"));
    }
    Some(reprint(report))
}

pub(super) fn review_total(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = summed(&report, RelationKind::ReviewTotal, random);
    Some(slip(report, cell, random))
}
