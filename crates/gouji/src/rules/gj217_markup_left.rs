//! 查什么：正文里留有 Markdown 或网页的标记：成对的 **、行首的 #、br 和 p 等网页标记、&nbsp; 等。
//!
//! 为什么：这些标记本应显示为加粗、标题或空格，读者看到的却是符号。这是惯例。
//!
//! 例：“**一是提高思想认识。**”。
//!
//! 不报：网址两边的尖括号，代替姓名的星号，话题两边的 #，用竖线画的表格。
//!
//! What it finds: marks of Markdown or HTML in the prose: ** in pairs, # at
//! the start of a line, tags such as br and p, &nbsp;.
//!
//! Why it matters: they were to be shown as bold type, as headings or as
//! blanks, and readers see the signs. It is customary.
//!
//! Example: **一是提高思想认识。**, which was to be bold type.
//!
//! What it leaves out: angle brackets around an address, stars in the place of
//! a name, # around a topic, and tables drawn with bars.

use super::{Context, Rule, prose_places};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ217",
    name: "markup_left",
    title: words("留有排版标记", "Marks of Markdown or HTML"),
    severity: Severity::Info,
    basis: words(
        "惯例：公开的文本不带排版程序的标记。",
        "Customary: a published text has no marks of the programs that set it.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "正文里留有排版标记 {count} 处，如“{printed}”。",
    "{count} mark(s) of Markdown or HTML are left in the text, such as “{printed}”.",
);
const ADVICE: &Words = &words(
    "请删去标记，需要加粗的在发布系统里设置。",
    "Take the marks away, and set bold type where the text is published.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let places = &context.document.prose.markup;
    let Some(&first) = places.first.first() else { return };
    let printed = prose_places::shown(context, first);
    let facts = [("printed", (&printed).into()), ("count", places.count.into())];
    let finding = context.found(&RULE, first, MESSAGE, ADVICE, &facts);
    findings.push(prose_places::labelled(context, places, finding));
}
