//! 查什么：行政事业性收费的金额像是以元填的，而表头的单位是万元。
//!
//! 为什么：格式模板：“本年收费金额（单位：万元）”。差一万倍的数会被逐级汇总。
//!
//! 例：单元格里写“251000元”；正文说收费251000元，表中也填251000；一个镇填了 36800（万元，即 3.68 亿元）。
//!
//! 不报：金额大但该级机关可能收到的；正文所说的收费是信息处理费的。
//!
//! What it finds: charges (行政事业性收费) that look as if filled in in 元, where the column is in 万元.
//!
//! Why it matters: the template's head says 单位：万元; the figure would be added up ten thousandfold.
//!
//! Example: a cell with 251000元; a text with 251000元 and a table with 251000; a township with 36800.
//!
//! What it leaves out: large amounts that an organ of this kind may collect, and processing fees (信息处理费) in the text.

use super::{Context, Rule};
use crate::form::{CellId, ColumnId, RowId, TableId};
use crate::reading::{CellReading, IssuerKind, Quantity};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ227",
    name: "amount_in_yuan",
    title: words("收费金额像是以元填的", "An amount that looks like 元"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号所附格式模板：本年收费金额（单位：万元）。",
        "The template of 国办公开办函〔2021〕30号: 本年收费金额（单位：万元）.",
    ),
    check,
};

const WITH_UNIT: &Words = &words(
    "行政事业性收费填的是“{printed}”，单位是元；这一栏的单位是万元。",
    "The charges say “{printed}”, in 元; the column is in 万元.",
);
const AS_IN_TEXT: &Words = &words(
    "行政事业性收费填了 {printed}，正文说的是同样多的元；这一栏的单位是万元。",
    "The charges say {printed}, and the text says as many 元; the column is in 万元.",
);
const LARGE: &Words = &words(
    "行政事业性收费填了 {printed}，按万元计即 {hundreds} 亿元以上，对“{issuer}”来说过大，可能是以元填的。",
    "The charges say {printed}; in 万元 that is more than {hundreds} 亿元, too much for “{issuer}”: perhaps it is in 元.",
);
const ADVICE: &Words = &words(
    "请核实单位；如果是元，请除以一万后填写。",
    "Check the unit; an amount in 元 is to be divided by ten thousand.",
);

/// What nobody collects in a year, in 万元: a township or sub-district, and a
/// province.
const TOO_MUCH_FOR_A_TOWNSHIP: i64 = 10_000;
const TOO_MUCH_FOR_ANYBODY: i64 = 10_000_000;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let id = CellId { table: TableId::Disclosure, row: RowId("fee"), column: ColumnId("amount") };
    let Some(cell) = document.cell(id) else { return };
    let Some(quantity) = cell.quantity() else { return };
    let amount = match quantity {
        Quantity::Count(count) => *count,
        Quantity::Decimal(digits) => {
            digits.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(0)
        }
    };
    let kinds = &document.issuer_kinds;
    let is_small =
        |kind: &IssuerKind| matches!(kind, IssuerKind::TownshipGovernment | IssuerKind::Subdistrict);
    let limit = if !kinds.is_empty() && kinds.iter().all(is_small) {
        TOO_MUCH_FOR_A_TOWNSHIP
    } else {
        TOO_MUCH_FOR_ANYBODY
    };
    let printed = context.printed(cell.range);
    let is_printed = cell.corrected.is_none();
    let has_unit = is_printed && matches!(cell.reading, CellReading::WithUnit(_)) && printed.ends_with('元');
    let message = if has_unit && !printed.ends_with("万元") && amount > 0 {
        WITH_UNIT
    } else if document.content.charges_in_yuan.is_some() {
        AS_IN_TEXT
    } else if amount >= limit {
        LARGE
    } else {
        return;
    };
    let issuer = context.issuer("本机关");
    let hundreds = amount / 10_000;
    let facts = [("printed", (&printed).into()), ("hundreds", hundreds.into()), ("issuer", issuer.into())];
    let mut finding = context.found(&RULE, cell.range, message, ADVICE, &facts);
    finding.cells.push(id);
    if let Some(range) = document.content.charges_in_yuan {
        finding.labels.push(context.label(range));
    }
    findings.push(finding);
}
