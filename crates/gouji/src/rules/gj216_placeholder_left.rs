//! 查什么：标题和正文里有没填的空白和模板的填写说明：XX、××、＿＿、“（文字描述）”、“（单位名称）”、空的括号。
//!
//! 为什么：格式通知所附模板里的这些文字由填报机关换成自己的内容；留下来，说明这一处没有写。
//!
//! 例：“2023年，XX局主动公开政府信息__条”。
//!
//! 不报：网址和英文里的字母，乘号，作分隔的整行横线，表格里的格（由 GJ222 检查）。
//!
//! What it finds: places of title and prose that were not filled in, and notes
//! of the template: XX, ××, ＿＿, （文字描述）, （单位名称）, empty brackets.
//!
//! Why it matters: the template of the notices has them where an organ writes
//! its own words; what is left of them shows that something was not written.
//!
//! Example: 2023年，XX局主动公开政府信息__条.
//!
//! What it leaves out: letters of addresses and of English words, signs of
//! multiplication, lines drawn across the page, and the cells of tables, which
//! GJ222 looks at.

use super::{Context, Rule, prose_places};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ216",
    name: "placeholder_left",
    title: words("没有填写的空白", "A placeholder that was left in"),
    severity: Severity::Warning,
    basis: words(
        "格式通知所附模板：说明文字和空白处由填报机关换成本机关的内容。",
        "The template of the notices: notes and blanks are to be replaced by the organ's own words.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "“{printed}”像是没有填写的空白或者模板的说明文字。",
    "“{printed}” looks like a place that was not filled in, or a note of the template.",
);
const ADVICE: &Words = &words(
    "请核实，并补上应写的内容或者删去这几个字。",
    "Check, and write what belongs there or take it away.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for &place in &context.document.prose.placeholders.first {
        let printed = prose_places::shown(context, place);
        let facts = [("printed", (&printed).into())];
        findings.push(context.found(&RULE, place, MESSAGE, ADVICE, &facts));
    }
}
