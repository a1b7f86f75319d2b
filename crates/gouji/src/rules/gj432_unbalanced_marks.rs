//! 查什么：引号、括号、书名号只有一半。
//!
//! 为什么：读者看不出引用或说明到哪里为止。国家标准《标点符号用法》规定这些标号成对使用。
//!
//! 例：“根据《政府信息公开条例的规定”。
//!
//! 不报：“1）”“一）”这样的编号，在后面几段里才关上的括号，几段引文每段开头的引号，全角与半角配成的一对，表格，截断的文字。
//!
//! What it finds: quotation marks, brackets and title marks of which one half
//! is missing.
//!
//! Why it matters: one cannot see where a quotation or remark ends. The
//! national standard on punctuation has them in pairs.
//!
//! Example: 根据《政府信息公开条例的规定.
//!
//! What it leaves out: numbers of items such as 1）, brackets closed some
//! paragraphs further on, quotations of several paragraphs, pairs of two
//! widths, tables, and texts that were cut off.

use super::{Context, Rule, prose_places};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ432",
    name: "unbalanced_marks",
    title: words("引号或括号不成对", "A quotation mark or bracket without its other half"),
    severity: Severity::Info,
    basis: words(
        "《标点符号用法》（GB/T 15834）：引号、括号、书名号成对使用。",
        "The standard on punctuation, GB/T 15834: quotation marks, brackets and title marks come in pairs.",
    ),
    check,
};

const MESSAGE: &Words =
    &words("‘{printed}’没有另一半与它配对。", "The other half of ‘{printed}’ is not there.");
const ADVICE: &Words =
    &words("请补上缺的一半，或者删去多的一半。", "Add the half that is missing, or take this one away.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for &place in &context.document.prose.unbalanced.first {
        let printed = prose_places::shown(context, place);
        let facts = [("printed", (&printed).into())];
        findings.push(context.found(&RULE, place, MESSAGE, ADVICE, &facts));
    }
}
