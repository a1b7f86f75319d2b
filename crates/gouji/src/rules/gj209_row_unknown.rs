//! 查什么：表格各行之间夹着一行有数而模板没有的项目：小计，自行添加的行，或者重复的行。
//!
//! 为什么：别人汇总这一列时会把它一并计入。
//!
//! 例：“（三）不予公开”各行之后加了一行“不予公开小计”。
//!
//! 不报：没有行名的行（GJ103）；跨页重复的表头和分组名称。
//!
//! What it finds: a line with figures, among the rows of a table, that is none
//! of the form's rows; a subtotal, or a row that comes twice.
//!
//! Why it matters: whoever adds up the column counts it as well.
//!
//! Example: a row 不予公开小计 behind the rows of （三）不予公开.
//!
//! What it leaves out: lines without a label (GJ103), and heads and labels of
//! groups repeated on a new page.

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::{Words, words};
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

const MESSAGE: &Words = &words(
    "《{table}》中“{row}”行不是模板的行，或者重复，没有计入核对。",
    "In the table “{table}” the row “{row}” is not the template's, or comes twice; it was not counted.",
);
const ADVICE: &Words = &words(
    "请核实这一行：小计行和自行添加的行应删去，行名写错的请改正。",
    "Check this row: remove subtotals and added rows, correct a wrong label.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let TableNote::UnknownRow { range, label: Some(label) } = note else { continue };
        let printed = context.printed(*label);
        let facts = [("table", context.table_name(table.id).into()), ("row", (&printed).into())];
        findings.push(context.found(&RULE, *range, MESSAGE, ADVICE, &facts));
    }
}
