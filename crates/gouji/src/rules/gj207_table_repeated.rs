//! What it finds: a table that begins once more after its last rows.
//!
//! Why it matters: two tables with different figures leave open which one counts;
//! only the first was checked.
//!
//! What it leaves out: a head that is repeated on a new page.

use super::{Context, Rule};
use crate::reading::TableNote;
use crate::words::words;
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

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (table, note) in context.notes() {
        let TableNote::Repeated { range } = note else { continue };
        let name = context.table_name(table.id);
        let message = context.say(
            format!("《{name}》出现了不止一次，只核对了第一张。"),
            format!("The table “{name}” comes more than once; only the first was checked."),
        );
        let advice = context
            .say("请确认以哪一张为准，删去多余的表。", "Decide which one counts and remove the other.");
        findings.push(context.finding(&RULE, *range, message, advice));
    }
}
