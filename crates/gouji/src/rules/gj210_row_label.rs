//! 查什么：认得出是哪一行，行名与格式模板不同；或者没有行名，按位置认出。
//!
//! 为什么：程序和读者都靠行名找到这一行。
//!
//! 例：“2.其他法律法规禁止公开”，模板行名是“2.其他法律行政法规禁止公开”。
//!
//! 不报：括号、空格、引号的写法，“1、”与“1.”，以及通用的简称。
//!
//! What it finds: a row whose label says something else than the template, or
//! that has none and was known by its position.
//!
//! Why it matters: programs and readers find a row by its label.
//!
//! Example: 2.其他法律法规禁止公开 for 2.其他法律行政法规禁止公开.
//!
//! What it leaves out: brackets, spaces, quotation marks, `1、` for `1.`, and
//! the shortened labels in common use.

use super::context::cells_of;
use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ210",
    name: "row_label",
    title: words("行名与模板不同", "A row has another label"),
    severity: Severity::Info,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

const OTHER_LABEL: &Words = &words(
    "行名“{printed}”与模板“{label}”不同，已按“{label}”读取。",
    "The label “{printed}” differs from the template's “{label}”; it was read as that.",
);
const NO_LABEL: &Words = &words(
    "这一行没有行名，已按位置读作“{label}”。",
    "This row has no label; by its position it was read as “{label}”.",
);
const ADVICE: &Words = &words("请核实，并改为“{label}”。", "Check it and write “{label}”.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let (row, range, message) = match note {
            TableNote::RowLabel { row, range } => (*row, *range, OTHER_LABEL),
            TableNote::RowWithoutLabel { row, range } => (*row, *range, NO_LABEL),
            _ => continue,
        };
        let Some((spec, _)) = context.spec(table.id).and_then(|spec| spec.row(row)) else { continue };
        let printed = context.printed(range);
        let facts = [("printed", (&printed).into()), ("label", spec.label.text.into())];
        let mut finding = context.found(&RULE, range, message, ADVICE, &facts);
        finding.cells = cells_of(table, Some(row));
        findings.push(finding);
    }
}
