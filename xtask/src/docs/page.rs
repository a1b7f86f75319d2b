//! The page of a rule, and the list of all pages, as Markdown.

use std::fmt::Write as _;

use gouji::Language;

use super::comment::Parts;
use super::examples::Example;
use super::{SOURCES, Told, examples, level};

/// The kinds of rules by the first digit of their codes.
const KINDS: [(char, &str, &str); 4] = [
    ('1', "粘贴和读取", "Paste and reading"),
    ('2', "结构、栏目和单元格", "Structure, labels and cells"),
    ('3', "表内合计", "Sums within a table"),
    ('4', "文字与表格、文字之间", "Text against tables, and within the text"),
];

/// The headings of the parts. In Chinese the colon stands outside of the bold
/// letters: Markdown does not end them between a mark and a character.
const CHINESE: [&str; 5] = ["**查什么**：", "**为什么**：", "**依据**：", "**例**：", "**不报**："];
const ENGLISH: [&str; 5] = [
    "**What it finds:** ",
    "**Why it matters:** ",
    "**Basis:** ",
    "**Example:** ",
    "**What it leaves out:** ",
];

/// The page of one rule.
pub(super) fn of(told: &Told) -> String {
    let Told { rule, source, explanation, examples } = told;
    let (code, name, (chinese, english)) = (rule.code, rule.name, level(rule.severity));
    let mut page = format!(
        "<!-- Made by `cargo xtask docs` of {SOURCES}/{source} -->\n\n# {code} {}\n\n**{chinese}** · `{name}`\n",
        rule.title.in_language(Language::Chinese)
    );
    push_parts(&mut page, CHINESE, &explanation.chinese, rule.basis.in_language(Language::Chinese));
    push_example(&mut page, "报告", examples.firing.as_ref());
    push_example(&mut page, "不报告", examples.silent.as_ref());
    let _ = write!(page, "\n## {}\n\n**{english}** · `{name}`\n", rule.title.in_language(Language::English));
    push_parts(&mut page, ENGLISH, &explanation.english, rule.basis.in_language(Language::English));
    let tests = examples::path(code);
    let _ = write!(
        page,
        "\n---\n\n[源代码 Source](../../{SOURCES}/{source}) · [全部例子 All examples](../../{tests}) · \
         [全部规则 All rules](README.md)\n"
    );
    page
}

fn push_parts(page: &mut String, headings: [&str; 5], parts: &Parts, basis: &str) {
    let Parts { finds, why, example, leaves_out } = parts;
    for (heading, text) in headings.into_iter().zip([finds.as_str(), why, basis, example, leaves_out]) {
        let _ = write!(page, "\n{heading}{}\n", escaped(text));
    }
}

/// The text with the signs that Markdown would take for its own, outside code,
/// made plain.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut in_code = false;
    for character in text.chars() {
        in_code ^= character == '`';
        if !in_code && r"\*_<>&[]#".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

fn push_example(page: &mut String, heading: &str, example: Option<&Example>) {
    let Some(Example { about, report, lines }) = example else { return };
    let _ = write!(page, "\n### {heading}\n\n{about}");
    if let Some(report) = report {
        let _ = write!(page, "（底稿：[{report}](../../tests/reports/{report}.txt)）");
    }
    if lines.is_empty() {
        page.push_str("。\n");
        return;
    }
    let kind = if report.is_some() { "diff" } else { "text" };
    let _ = write!(page, "：\n\n```{kind}\n{}\n```\n", lines.join("\n"));
}

/// The list of all rules.
pub(super) fn index(told: &[Told]) -> String {
    let mut page = String::from(
        "<!-- Made by `cargo xtask docs` -->\n\n# 规则 Rules\n\n\
         **必须修改**：算术不符，或者违反明文规定。**请核实**：很可能有误，只有人能判断。**提示**：惯例，或者值得知道的情况。\
         出自惯例的规则从不列为必须修改；读取说明（GJ1xx）不是对报告的意见。\n\n\
         文中“条例”指《中华人民共和国政府信息公开条例》（国务院令第711号）；“格式通知”“格式模板”指国办公开办函〔2021〕30号及其附件，\
         对 2019、2020 年度的报告指〔2019〕60号。\n\n\
         *Must be corrected*: arithmetic, or stated law. *To be verified*: probably wrong, and only a person can tell. *Note*: customary, or \
         worth knowing. What is customary is never an error, and GJ1xx are remarks on the reading and not on the report.\n",
    );
    for (digit, chinese, english) in KINDS {
        let _ =
            write!(page, "\n## GJ{digit}xx {chinese} {english}\n\n| | | | |\n| --- | --- | --- | --- |\n");
        for told in told.iter().filter(|told| told.rule.code.chars().nth(2) == Some(digit)) {
            let rule = told.rule;
            let (code, title) = (rule.code, rule.title);
            let level = level(rule.severity).0;
            let _ = writeln!(
                page,
                "| [{code}]({code}.md) | {level} | {} | {} |",
                title.in_language(Language::Chinese),
                title.in_language(Language::English)
            );
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn signs_of_markdown_are_plain_outside_code() {
        assert_eq!(escaped("成对的 **、<br>，`a_b`、&nbsp;"), r"成对的 \*\*、\<br\>，`a_b`、\&nbsp;");
    }
}
