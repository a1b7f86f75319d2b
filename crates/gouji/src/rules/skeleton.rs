//! A rule to copy; CONTRIBUTING.md tells how. It is compiled and tested, and
//! no report is checked by it.
//!
//! 查什么：报告标题超过四十个字。
//!
//! 为什么：标题太长，在目录和网页里往往显示不全。这是惯例。
//!
//! 例：机关名称之前还写着上级机关、园区和街道的标题。
//!
//! 不报：正好四十个字的标题；各部分的标题。
//!
//! What it finds: a title of more than forty characters.
//!
//! Why it matters: lists and pages often cut a long title. It is customary.
//!
//! Example: a title with the names of three organs above the one that reports.
//!
//! What it leaves out: a title of forty characters, and the headings of
//! sections.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    // The code and the name are also the name of the file; codes are permanent.
    code: "GJ000",
    name: "title_too_long",
    title: words("标题过长", "A long title"),
    // Arithmetic and stated law are errors; what is only customary is not.
    severity: Severity::Info,
    // The clause it comes from, or 惯例.
    basis: words("惯例：标题简短。", "Customary: titles are short."),
    check,
};

// What is wrong, with the facts in their places; and what to do.
const MESSAGE: &Words = &words("标题有 {count} 个字。", "The title has {count} characters.");
const ADVICE: &Words = &words("建议只写机关名称的全称。", "Better name the reporting organ alone.");

const MOST_CHARACTERS: usize = 40;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(title) = &context.document.title else { return };
    let count = title.value.chars().count();
    if count > MOST_CHARACTERS {
        findings.push(context.found(&RULE, title.range, MESSAGE, ADVICE, &[("count", count.into())]));
    }
}

// Of the skeleton alone: a rule has its page under tests/rules.
#[test]
fn the_skeleton_is_a_rule() {
    let messages = |organ: &str| -> Vec<String> {
        let text =
            format!("{organ}2024年政府信息公开工作年度报告\n\n一、总体情况\n\n二、主动公开政府信息情况\n");
        let document = crate::reading::read(&text, &crate::Options::default());
        let relations = crate::Relations::default();
        let context = Context::new(&text, crate::Language::Chinese, &document, &relations);
        let mut findings = Vec::new();
        (RULE.check)(&context, &mut findings);
        findings.into_iter().map(|finding| finding.message).collect()
    };
    assert_eq!(messages("临湖县人民政府"), Vec::<String>::new());
    assert_eq!(messages(&"临湖县".repeat(8)), ["标题有 41 个字。"]);
}
