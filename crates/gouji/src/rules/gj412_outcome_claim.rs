//! 查什么：正文写到的办理结果（予以公开、部分公开、不予公开、无法提供、不予处理、其他处理及其各项原因）的件数，与第三部分的表格不一致。
//!
//! 为什么：惯例。办理结果在表格中逐项列明，正文再写一遍时容易用了旧数；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“予以公开及部分公开87件”，表格中予以公开 70 件、部分公开 16 件，合计 86 件。
//!
//! 不报：“不予公开”等于第（三）项各行之和，或者等于予以公开、部分公开以外各项之和的；没有写明是哪一项的“其他”；往年的、部分地区的、约数。
//!
//! What it finds: numbers of answers by kind (granted, partly granted, refused, not provided, not
//! processed, and the single reasons) that the text states and the table contradicts.
//!
//! Why it matters: customary. The table lists the results one by one, and a text written earlier keeps old
//! numbers; part three of the notices wants figures that are right and verifiable.
//!
//! Example: 予以公开及部分公开87件, where the table has 70 and 16.
//!
//! What it leaves out: 不予公开 where it equals the rows of item three, or all results that are neither
//! granted nor partly granted; 其他 that does not say which; other years, parts of the area, rough figures.

use super::{Context, Rule, claims};
use crate::reading::ClaimKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ412",
    name: "outcome_claim",
    title: words("正文的办理结果与表格不一致", "Results in the text and in the table disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文写到的办理结果应与第三部分的表格一致。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: results in the text are those of the table. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    claims::report(context, findings, &RULE, &[ClaimKind::Outcome]);
}
