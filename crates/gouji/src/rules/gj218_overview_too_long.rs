//! 查什么：2021年格式的“总体情况”超过一千字。汉字和标点各计一字，连着的字母或数字计一字，空格、标题和表格不计。
//!
//! 为什么：国办公开办函〔2021〕30号第一部分要求总体情况篇幅原则上不超过一千字。
//!
//! 例：“总体情况”写了两千五百字。
//!
//! 不报：2019年格式的报告；后面没有第二部分、看不出到哪里为止的文字。
//!
//! What it finds: a section one of more than 1000 characters under the form of
//! 2021. Chinese characters and marks count one each, a run of letters or
//! digits counts one; blanks, the heading and tables do not count.
//!
//! Why it matters: part one of 国办公开办函〔2021〕30号 asks for not more than a
//! thousand characters in principle.
//!
//! Example: a section one of two and a half thousand characters.
//!
//! What it leaves out: reports under the form of 2019, and texts of which the
//! end of section one cannot be seen.

use super::{Context, Rule};
use crate::form::{FormId, SectionKind};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ218",
    name: "overview_too_long",
    title: words("总体情况超过一千字", "Section one is long"),
    severity: Severity::Info,
    basis: words(
        "国办公开办函〔2021〕30号第一部分：总体情况篇幅原则上不超过一千字。",
        "国办公开办函〔2021〕30号, part one: section one has not more than a thousand characters in principle.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "“总体情况”约 {length} 字，超过一千字。",
    "Section one has about {length} characters, more than a thousand.",
);
const ADVICE: &Words = &words(
    "“原则上”可以有例外；如有可能，请精简文字。",
    "There may be exceptions; shorten the text where you can.",
);

const MOST: usize = 1_000;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let section = document.section(SectionKind::Overview);
    let (Some(length), Some(section)) = (document.prose.overview_length, section) else { return };
    if length > MOST && document.form == Some(FormId::Y2021) {
        let facts = [("length", length.into())];
        findings.push(context.found(&RULE, section.heading_range, MESSAGE, ADVICE, &facts));
    }
}
