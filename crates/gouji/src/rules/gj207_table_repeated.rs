//! 查什么：一张表结束之后又从头出现一次。
//!
//! 为什么：两张表的数如有不同，不知道以哪一张为准；只核对了第一张。
//!
//! 例：行政复议、行政诉讼情况表完整地印了两次。
//!
//! 不报：跨页时重复的表头。
//!
//! What it finds: a table that begins once more after its last rows.
//!
//! Why it matters: two tables with different figures leave open which one
//! counts; only the first was checked.
//!
//! Example: the table of reviews printed twice.
//!
//! What it leaves out: a head that is repeated on a new page.

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ207",
    name: "table_repeated",
    title: words("表格重复出现", "A table comes twice"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020).",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "《{table}》出现了不止一次，只核对了第一张。",
    "The table “{table}” comes more than once; only the first was checked.",
);
const ADVICE: &Words =
    &words("请确认以哪一张为准，删去多余的表。", "Decide which one counts and remove the other.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let TableNote::Repeated { range } = note else { continue };
        let facts = [("table", context.table_name(table.id).into())];
        findings.push(context.found(&RULE, *range, MESSAGE, ADVICE, &facts));
    }
}
