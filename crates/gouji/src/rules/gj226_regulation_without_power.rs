//! 查什么：无权制定规章的机关，规章的制发、废止或者现行有效件数不是 0。
//!
//! 为什么：立法法：规章由国务院部门和省、自治区、直辖市、设区的市、自治州人民政府制定。县级以下人民政府、地方人民政府的部门都不能制定。
//!
//! 例：县人民政府的报告里，规章现行有效 3 件，多半是把规范性文件填进了规章行。
//!
//! 不报：从名称看不出级别的机关（某市人民政府可能是设区的市）、新区、省市两级的人民政府办公厅（室）、垂直管理系统的机关。
//!
//! What it finds: an organ that cannot issue regulations (规章) and counts some.
//!
//! Why it matters: 立法法 gives that power to the departments of the State Council and the governments of
//! provinces, cities with districts and autonomous prefectures only.
//!
//! Example: a county that counts three 规章 in force; mostly they are 规范性文件.
//!
//! What it leaves out: organs whose name leaves their level open, new areas, offices of provinces
//! and cities, organs of systems led from above.

use super::{Context, Rule, claims};
use crate::form::{RowId, TableId};
use crate::reading::{Cell, issues_no_regulations};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ226",
    name: "regulation_without_power",
    title: words("无权制定规章却填了规章", "Regulations of an organ that issues none"),
    severity: Severity::Warning,
    basis: words(
        "立法法：规章由国务院部门和省、自治区、直辖市、设区的市、自治州人民政府制定。",
        "立法法: regulations (规章) are issued by departments of the State Council and governments of provinces, cities with districts and autonomous prefectures.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "“规章”行填了 {count}；从名称看，“{issuer}”不能制定规章。",
    "Row “规章” says {count}; by its name, “{issuer}” issues no regulations.",
);
const ADVICE: &Words = &words(
    "请核实：是规范性文件的，改填到规范性文件行；代起草、由上级政府制定的规章不计入本机关；没有的填 0。",
    "Check: normative documents belong into their own row, regulations issued by a higher government do not count here; else fill in 0.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let issuer = context.issuer("本机关");
    if !issues_no_regulations(&document.issuer_kinds, issuer) {
        return;
    }
    let row = document.table(TableId::Disclosure).and_then(|table| table.row(RowId("regulation")));
    let cells = row.map_or(&[][..], |row| &row.cells);
    let is_filled = |cell: &Cell| cell.count().is_some_and(|count| count > 0);
    let Some(first) = cells.iter().find(|cell| is_filled(cell)) else { return };
    let facts = [("count", first.count().unwrap_or_default().into()), ("issuer", issuer.into())];
    let mut finding = context.found(&RULE, first.range, MESSAGE, ADVICE, &facts);
    for cell in cells {
        if is_filled(cell) {
            claims::add_cells(context, &mut finding, &[cell.id]);
        }
    }
    findings.push(finding);
}
