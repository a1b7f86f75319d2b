//! What it finds: a section that must hold a table and has none.
//!
//! Why it matters: the three tables are what the report is for.
//!
//! What it leaves out: a section that is missing with its table (GJ201), a table
//! that is there but could not be read (GJ102), a text that is cut off (GJ105).

use super::{Context, Rule};
use crate::form::TableId;
use crate::reading::Completeness;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ206",
    name: "table_missing",
    title: words("缺少表格", "A table is missing"),
    severity: Severity::Error,
    basis: words(
        "国办公开办函〔2021〕30号（2019、2020 年度为〔2019〕60号）所附格式模板；通知第一部分：内容“不能遗漏，也不宜泛化”。",
        "The template of 国办公开办函〔2021〕30号 (〔2019〕60号 for 2019 and 2020); part one: nothing left out, nothing blown up.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.document.completeness == Completeness::TablesOnly {
        return;
    }
    for id in TableId::STATUTORY {
        let kind = context.spec(id).map(|spec| spec.section);
        let Some(section) = kind.and_then(|kind| context.document.section(kind)) else { continue };
        // In a text that is cut off, the table may follow in what was lost.
        let cut_off = context.document.completeness == Completeness::Part
            && context.document.sections.last().is_some_and(|last| last == section);
        if context.document.table(id).is_some() || cut_off {
            continue;
        }
        let name = context.table_name(id);
        let message = context.say(
            format!("“{}”下没有看到《{name}》。", context.printed(section.heading_range)),
            format!("There is no table “{name}” under “{}”.", context.printed(section.heading_range)),
        );
        let advice = context.say(
            "请按模板补上这张表，没有发生的填 0；如果原文中的表是图片，请改用文字表格后再核对。",
            "Add the table as in the template, with 0 where nothing happened; if it is a picture in the original, check a text version.",
        );
        findings.push(context.finding(&RULE, section.heading_range, message, advice));
    }
}
