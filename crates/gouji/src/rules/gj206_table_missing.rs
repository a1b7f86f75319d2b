//! 查什么：应当有表格的部分里没有表格。
//!
//! 为什么：三张统计表是报告的主要内容；格式通知要求不能遗漏。
//!
//! 例：“四、政府信息公开行政复议、行政诉讼情况”之下只有一句“本年无行政复议”。
//!
//! 不报：连同部分一起缺少的（GJ201）；表在而没能读出的（GJ102）；文字在这里中断的（GJ105）。
//!
//! What it finds: a section that must hold a table and has none.
//!
//! Why it matters: the three tables are what the report is for.
//!
//! Example: one sentence under section four, saying that there were no reviews.
//!
//! What it leaves out: a section that is missing with its table (GJ201), a
//! table that is there but could not be read (GJ102), a text that is cut off
//! (GJ105).

use super::{Context, Rule};
use crate::form::TableId;
use crate::reading::Completeness;
use crate::words::{Words, words};
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

const MESSAGE: &Words =
    &words("“{heading}”下没有看到《{table}》。", "There is no table “{table}” under “{heading}”.");
const ADVICE: &Words = &words(
    "请按模板补上这张表，没有发生的填 0；如果原文中的表是图片，请改用文字表格后再核对。",
    "Add the table as in the template, with 0 where nothing happened; if it is a picture in the original, check a text version.",
);

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
        let heading = context.printed(section.heading_range);
        let facts = [("heading", (&heading).into()), ("table", context.table_name(id).into())];
        findings.push(context.found(&RULE, section.heading_range, MESSAGE, ADVICE, &facts));
    }
}
