//! The figures of a clean report, of the size of its organ.

use std::collections::BTreeMap;

use fastrand::Rng;
use gouji::form::{CellId, ColumnId, FormId, NumberKind, RowId, TableId};
use gouji::reading::Quantity;

use crate::office::{self, Layout};

use super::{Facts, Issuer, Kind};

/// The layouts that grids keep: reading tables is tested elsewhere.
pub(super) fn layout(random: &mut Rng) -> Layout {
    Layout {
        half_width: random.bool(),
        spaced: random.u8(..4) == 0,
        trailing: random.bool(),
        last_label: random.usize(..3),
        break_in_disclosure: random.u8(..4) == 0,
        ..Layout::default()
    }
}

/// Figures that add up, of the size of such an organ.
pub(super) fn figures(form: FormId, kind: Kind, random: &mut Rng) -> BTreeMap<CellId, Quantity> {
    let sizes: &[u32] = match kind {
        Kind::Ministry | Kind::Province | Kind::City => &[40, 300, 2000],
        Kind::County => &[4, 40, 300],
        Kind::Bureau | Kind::Zone => &[0, 1, 4, 40],
        _ => &[0, 0, 1, 4],
    };
    let size = sizes[random.usize(..sizes.len())];
    let filled = random.u8(20..90);
    let mut raw = Vec::new();
    for table in office::statutory(form) {
        for (row, columns) in table.rows() {
            for column in columns {
                let most = match (table.id, row.id.0, column.id.0) {
                    (TableId::Applications, "carried_in" | "carried_out", _) => size / 10,
                    (TableId::Applications, "granted", "natural") => size * 2,
                    (TableId::Applications, _, "natural") => size,
                    (TableId::Applications, ..) => size / 15,
                    (TableId::Review, ..) => size / 12,
                    (TableId::Disclosure, "license" | "penalty", _) => size * random.u32(0..90),
                    (TableId::Disclosure | TableId::Fees, ..) => size / 4,
                };
                let value = if random.u8(..100) < filled { random.u32(0..=most) } else { 0 };
                // What becomes no change.
                raw.push(if column.kind == NumberKind::Change { 9 + value % 5 } else { value });
            }
        }
    }
    let mut figures = office::figures(form, &raw);
    let cell = |row, column| CellId { table: TableId::Disclosure, row: RowId(row), column: ColumnId(column) };
    if form == FormId::Y2021 {
        for row in ["regulation", "normative"] {
            let (issued, repealed) =
                (count(&figures, cell(row, "issued")), count(&figures, cell(row, "repealed")));
            let before = count(&figures, cell(row, "in_force")) + repealed;
            figures.insert(cell(row, "in_force"), Quantity::Count(before + issued));
        }
        let fee = random.u32(..=size * 100);
        let quantity = if fee == 0 || size == 0 {
            Quantity::Count(0)
        } else {
            Quantity::Decimal(format!("{}.{:02}", fee / 100, fee % 100))
        };
        figures.insert(cell("fee", "amount"), quantity);
    } else {
        for row in ["regulation", "normative"] {
            let made = count(&figures, cell(row, "made"));
            let published = count(&figures, cell(row, "published")).min(made);
            let before = count(&figures, cell(row, "total"));
            figures.insert(cell(row, "published"), Quantity::Count(published));
            figures.insert(cell(row, "total"), Quantity::Count(before + published));
        }
        figures.insert(cell("procurement", "amount"), Quantity::Count(i64::from(random.u32(..=size * 1000))));
    }
    if !kind.issues_regulations() {
        let regulation = figures
            .iter_mut()
            .filter(|(cell, _)| (cell.table, cell.row.0) == (TableId::Disclosure, "regulation"));
        for (_, quantity) in regulation {
            *quantity = Quantity::Count(0);
        }
    }
    figures
}

fn count(figures: &BTreeMap<CellId, Quantity>, cell: CellId) -> i64 {
    match figures.get(&cell) {
        Some(Quantity::Count(count)) => *count,
        _ => 0,
    }
}

/// The figures and words of the report, by name.
pub(super) fn facts(
    form: FormId,
    year: u16,
    issuer: &Issuer,
    figures: &BTreeMap<CellId, Quantity>,
    random: &mut Rng,
) -> Facts {
    let mut facts = Facts::of(form, figures);
    let flag = i64::from;
    facts.set("government", flag(issuer.kind.is_government()));
    facts.set("organ", flag(!issuer.kind.is_government()));
    facts.set("city", flag(issuer.kind == Kind::City));
    facts.set("judicial", flag(issuer.name.contains("司法局")));
    facts.set("report_year", i64::from(year));
    facts.set("last_year", random.i64(1..200));
    let charged = form == FormId::Y2021 && facts.value("closed") > 3 && random.u8(..4) == 0;
    facts.set("fees_charged", flag(charged));
    if charged {
        facts.set("fee_notices", random.i64(1..=facts.value("closed").min(8)));
        facts.set("fee_sum", random.i64(1..60) * 100);
    }
    let fee = CellId { table: TableId::Disclosure, row: RowId("fee"), column: ColumnId("amount") };
    if let (FormId::Y2021, Some(fee)) = (form, figures.get(&fee)) {
        facts.say("fee", crate::snapshot::quantity(fee));
        facts.set("fees", flag(*fee != Quantity::Count(0)));
    }
    for (name, year) in [("before", year - 2), ("last", year - 1), ("year", year), ("next", year + 1)] {
        facts.say(name, year.to_string());
    }
    facts.say("organ", &issuer.name);
    facts.say("place", &issuer.place);
    facts.say("upper", &issuer.upper);
    facts.say("we", issuer.we);
    // The office of a government has no office of its own.
    let contact =
        if issuer.kind == Kind::Office { "综合科".to_owned() } else { format!("{}办公室", issuer.we) };
    facts.say("contact", contact);
    facts.say("upper_office", format!("{}办公室", issuer.upper));
    facts.say("area", issuer.area);
    facts.say("area_code", issuer.codes.0);
    facts.say("postal", issuer.codes.1);
    facts
}
