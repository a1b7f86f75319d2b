//! 查什么：正文两处说的是同一个数，写的却不一样，而表格也不能说明哪一处是对的。
//!
//! 为什么：惯例。同一件事前后只有一个数；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：第一部分写“办结政府信息公开申请169件”，第五部分写“办结政府信息公开申请196件”，表格中该格空白。
//!
//! 不报：一处与表格一致的，另一处由其他规则指出；“收到”可以指本年新收，也可以加上年结转的，两处各取一义。
//!
//! What it finds: a text that states two figures for the same thing, where the tables do not tell which is
//! right.
//!
//! Why it matters: customary. One thing has one number; part three of the notices wants figures that are
//! right and verifiable.
//!
//! Example: 169 applications handled in part one, 196 in part five, and the cell of the table is blank.
//!
//! What it leaves out: figures one of which agrees with the table, for other rules report the other; words
//! such as 收到 that can mean two things.

use super::{Context, Rule, claims};
use crate::reading::Claim;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ419",
    name: "claims_disagree",
    title: words("正文前后的数不一致", "Figures of the text disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：同一件事在正文中应是同一个数。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: one thing has one number. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

const MESSAGE: &Words =
    &words("正文前后不一致：{words}；{table}。", "The text disagrees with itself: {words}; {table}.");
const OPEN: &Words = &words("表格中的{name}没有填写或者没有读出", "{name} is blank or was not read");
const QUOTED: &Words = &words("“{words}”", "“{words}”");
const BETWEEN: &Words = &words("，", ", ");
const ADVICE: &Words = &words(
    "请核对原始台账，统一正文和表格中的数。",
    "Check against the original records and let text and table say the same.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let all = &context.document.claims;
    for (at, claim) in all.iter().enumerate() {
        let is_same = |other: &Claim| other.subjects == claim.subjects && claims::contradicted(all, other);
        if !claims::contradicted(all, claim) || all[..at].iter().any(is_same) {
            continue;
        }
        let mut said = String::new();
        let mut labels = Vec::new();
        for other in &all[at..] {
            if is_same(other) {
                let label = context.label(other.range);
                context.list(&mut said, BETWEEN, &context.fill(QUOTED, &[("words", (&label.text).into())]));
                labels.push(label);
            }
        }
        let cells = &claim.subjects[0];
        let table = if claim.agrees.is_some() {
            claims::reading(context, cells)
        } else {
            let name = claims::names(context, cells);
            context.fill(OPEN, &[("name", (&name).into())])
        };
        let facts = [("words", (&said).into()), ("table", (&table).into())];
        let mut finding = context.found(&RULE, claim.range, MESSAGE, ADVICE, &facts);
        finding.labels = labels;
        claims::add_cells(context, &mut finding, cells);
        findings.push(finding);
    }
}
