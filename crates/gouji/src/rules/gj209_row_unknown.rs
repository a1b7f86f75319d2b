//! What it finds: a line with figures, among the rows of a table, that is none of
//! the form's rows; a subtotal, or a row that comes twice.
//!
//! Why it matters: whoever adds up the column counts it as well.
//!
//! What it leaves out: lines without a label (GJ103).

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ209",
    name: "row_unknown",
    title: words("多出的行", "A row the form does not have"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板；通知第一部分：内容“不能遗漏，也不宜泛化”。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020); part one: nothing left out, nothing blown up.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let TableNote::UnknownRow { range, label: Some(label) } = note else { continue };
        let (name, printed) = (context.table_name(table.id), context.printed(*label));
        let message = context.say(
                format!("《{name}》中“{printed}”行不是模板的行，或者重复，没有计入核对。"),
                format!("In the table “{name}” the row “{printed}” is not the template's, or comes twice; it was not counted."),
            );
        let advice = context.say(
            "请核实这一行：小计行和自行添加的行应删去，行名写错的请改正。",
            "Check this row: remove subtotals and added rows, correct a wrong label.",
        );
        findings.push(context.finding(&RULE, *range, message, advice));
    }
}
