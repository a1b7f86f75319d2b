//! What it finds: a row whose label says something else than the template, or
//! that has none and was known by its position.
//!
//! Why it matters: programs and readers find a row by its label.
//!
//! What it leaves out: brackets, spaces, quotation marks, `1、` for `1.`, and the
//! shortened labels in common use.

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::words;
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

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let (row, range, printed) = match note {
            TableNote::RowLabel { row, range } => (*row, *range, Some(context.printed(*range))),
            TableNote::RowWithoutLabel { row, range } => (*row, *range, None),
            _ => continue,
        };
        let Some((spec, _)) = context.spec(table.id).and_then(|spec| spec.row(row)) else { continue };
        let label = spec.label.text;
        let message = match printed {
            Some(printed) => context.say(
                format!("行名“{printed}”与模板“{label}”不同，已按“{label}”读取。"),
                format!("The label “{printed}” differs from the template's “{label}”; it was read as that."),
            ),
            None => context.say(
                format!("这一行没有行名，已按位置读作“{label}”。"),
                format!("This row has no label; by its position it was read as “{label}”."),
            ),
        };
        let advice =
            context.say(format!("请核实，并改为“{label}”。"), format!("Check it and write “{label}”."));
        let mut finding = context.finding(&RULE, range, message, advice);
        finding.cells = table.row(row).into_iter().flat_map(|row| &row.cells).map(|cell| cell.id).collect();
        findings.push(finding);
    }
}
