//! 查什么：汉字之间用了西文（半角）的逗号、分号、冒号、问号、叹号和括号。
//!
//! 为什么：中文里用中文标点，是国家标准《标点符号用法》的要求。
//!
//! 例：“围绕新时代要求,深入实施《条例》”。
//!
//! 不报：数字、字母、网址、时间里的符号，“(一)”这样的序号，段首的括号，表格，报送函和落款。全文只作一条提示。
//!
//! What it finds: western commas, semicolons, colons, question marks,
//! exclamation marks and brackets between Chinese characters.
//!
//! Why it matters: the national standard on punctuation has marks of its own
//! for Chinese text.
//!
//! Example: 围绕新时代要求,深入实施《条例》.
//!
//! What it leaves out: signs within numbers, words, addresses and times,
//! ordinals such as (一), a bracket that begins a paragraph, tables, covering
//! letters and signatures. There is one finding for the whole text.

use super::{Context, Rule, prose_places};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ433",
    name: "western_punctuation",
    title: words("中文里的西文标点", "Western punctuation in Chinese text"),
    severity: Severity::Info,
    basis: words(
        "《标点符号用法》（GB/T 15834）：中文文本使用中文标点。",
        "The standard on punctuation, GB/T 15834: Chinese text has Chinese punctuation.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "汉字之间有西文标点 {count} 处，如“{printed}”。",
    "There are {count} western mark(s) between Chinese characters, such as “{printed}”.",
);
const ADVICE: &Words = &words("请改为中文（全角）标点。", "Use Chinese (full-width) punctuation.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let places = &context.document.prose.western;
    let Some(&first) = places.first.first() else { return };
    let printed = prose_places::shown(context, first);
    let facts = [("printed", (&printed).into()), ("count", places.count.into())];
    let finding = context.found(&RULE, first, MESSAGE, ADVICE, &facts);
    findings.push(prose_places::labelled(context, places, finding));
}
