//! 查什么：正文写到的规章、行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的件数，行政事业性收费的金额，与第二部分的表格不一致。
//!
//! 为什么：惯例。同一份报告里，正文和表格说的是同一件事；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“现行有效规范性文件11份”，表格中现行有效件数为 14。
//!
//! 不报：分开写的几部分（如区级、部门）加起来正好是表格中的数的；网站公开、公示的条数；合法性审查、备案、清理的件数；以政府名义印发的；往年的、约数。
//!
//! What it finds: numbers of documents issued, repealed and in force, of licences, penalties and coercive
//! measures, and the amount of charges, that the text states and the table of part two contradicts.
//!
//! Why it matters: customary. Text and table of one report speak of the same; part three of the notices
//! wants figures that are right and verifiable.
//!
//! Example: 现行有效规范性文件11份, where the table has 14 in force.
//!
//! What it leaves out: parts, such as those of the district and of its departments, that add up to the
//! cell; items on websites; documents that were examined, filed or reviewed; documents issued in the name
//! of the government; other years, rough figures.

use super::{Context, Rule, claims};
use crate::reading::ClaimKind;
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ414",
    name: "disclosure_claim",
    title: words("正文的主动公开数据与表格不一致", "Disclosure in the text and in the table disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文写到的文件、许可、处罚等数量应与第二部分的表格一致。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: documents and decisions in the text are those of the table. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    claims::report(context, findings, &RULE, &[ClaimKind::Disclosure]);
}
