//! The pages of the rules, which are their tests.
//!
//! A page is Markdown. Its cases are pairs of fenced blocks: a text, and what
//! must be reported of it. The text is either written out (` ```全文 `) or one
//! of the invented reports with changes (` ```改动 底稿=名称 `), where ` | `
//! stands for a tab:
//!
//! - `- ` names a line of the report by what stands in its cells, or a piece
//!   of prose that occurs once; `+ ` is what takes its place. Where both have
//!   the same cells, the empty cells around them stay as they are.
//! - A `+ ` without its `- ` is put after the line before it; a `- ` without
//!   its `+ ` takes the line away; two spaces name a line that stays.
//!
//! What must be reported follows as ` ```应报告 ` with one finding a line: its
//! code, then what it must be about — cells and relations by name, a table by
//! name, the words at its place in 「」, words of its message in “” — or as
//! ` ```不报告 `. Nothing else may be reported, unless a line says `其余不论`:
//! then findings of other rules are left aside.

use gouji::form::CellId;
use gouji::{Finding, Options, Report, check};

use crate::{fixtures, snapshot};

/// A case of a page: a text and what must be reported of it.
#[derive(Debug)]
pub struct Case {
    /// The line of the page on which it begins.
    pub line: usize,
    /// The text to check.
    pub text: String,
    /// The findings that must be reported, none for a case of silence.
    pub findings: Vec<Expected>,
    /// Whether findings of other rules are left aside.
    pub others_allowed: bool,
}

/// A finding that must be reported.
#[derive(Debug)]
pub struct Expected {
    /// The line of the page that asks for it.
    pub line: usize,
    /// The rule's code.
    pub code: String,
    /// What it must be about.
    pub about: Vec<About>,
}

/// What a finding must be about.
#[derive(Debug, PartialEq, Eq)]
pub enum About {
    /// A cell, a relation or a table, by name.
    Name(String),
    /// Words at its place, or around it.
    Place(String),
    /// Words of its message.
    Message(String),
}

/// Reads a page.
///
/// # Errors
///
/// Says on which line it is not as it should be.
pub fn parse(page: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut text: Option<(usize, String)> = None;
    for block in blocks(page) {
        let (kind, argument) = block.info.split_once(' ').unwrap_or((block.info, ""));
        let at = |problem: String| format!("{}: {problem}", block.line);
        match kind {
            "改动" | "全文" if text.is_some() => {
                return Err(at("前一个案例没有写“应报告”或“不报告”".to_owned()));
            }
            "改动" => {
                let name = argument.strip_prefix("底稿=").ok_or_else(|| at("没有写底稿".to_owned()))?;
                text = Some((block.line, change(&fixtures::report(name), &block)?));
            }
            "全文" => {
                let times = argument.strip_prefix("重复=").map_or(Ok(1), str::parse);
                let times: usize = times.map_err(|error: std::num::ParseIntError| at(error.to_string()))?;
                let lines: Vec<String> = block.lines.iter().map(|(_, line)| literal(line)).collect();
                text = Some((block.line, (lines.join("\n") + "\n").repeat(times)));
            }
            "应报告" | "不报告" => {
                let (line, text) = text.take().ok_or_else(|| at("没有案例".to_owned()))?;
                let mut case = Case { line, text, findings: Vec::new(), others_allowed: false };
                for (line, wanted) in &block.lines {
                    if *wanted == "其余不论" {
                        case.others_allowed = true;
                    } else {
                        case.findings.push(expected(*line, wanted)?);
                    }
                }
                if case.findings.is_empty() != (kind == "不报告") {
                    return Err(at(format!(
                        "“{kind}”之下应当{}写发现",
                        if kind == "不报告" { "不" } else { "" }
                    )));
                }
                cases.push(case);
            }
            _ => return Err(at(format!("不认得“{}”", block.info))),
        }
    }
    match text {
        None => Ok(cases),
        Some((line, _)) => Err(format!("{line}: 案例没有写“应报告”或“不报告”")),
    }
}

struct Block<'a> {
    line: usize,
    info: &'a str,
    lines: Vec<(usize, &'a str)>,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block<'_>> = None;
    for (line, content) in page.lines().enumerate().map(|(index, content)| (index + 1, content)) {
        match (content.strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some(Block { line, info: info.trim(), lines: Vec::new() }),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.lines.push((line, content)),
            (None, None) => {}
        }
    }
    blocks.extend(open);
    blocks
}

/// A line of a page as a line of a text.
fn literal(line: &str) -> String {
    if !line.contains('|') {
        return line.to_owned();
    }
    let fields: Vec<&str> = line.split('|').map(|field| field.trim_matches(' ')).collect();
    fields.join("\t")
}

fn filled(line: &str, separator: char) -> Vec<&str> {
    line.split(separator).map(|field| field.trim_matches(' ')).filter(|field| !field.is_empty()).collect()
}

fn change(base: &str, block: &Block<'_>) -> Result<String, String> {
    let mut changes = Changes { lines: base.lines().map(ToOwned::to_owned).collect(), next: 0 };
    let mut removed: Vec<&str> = Vec::new();
    for (number, line) in &block.lines {
        let at = |problem: String| format!("{number}: {problem}");
        if let Some(old) = line.strip_prefix("- ") {
            removed.push(old);
        } else if let Some(new) = line.strip_prefix('+') {
            let new = new.strip_prefix(' ').unwrap_or(new);
            if removed.is_empty() {
                changes.insert(new);
            } else {
                changes.replace(removed.remove(0), new).map_err(at)?;
            }
        } else {
            for old in removed.drain(..) {
                changes.remove(old).map_err(at)?;
            }
            if let Some(kept) = line.strip_prefix("  ") {
                changes.next = changes.find(kept).map_err(at)? + 1;
            }
        }
    }
    for old in removed {
        changes.remove(old).map_err(|problem| format!("{}: {problem}", block.line))?;
    }
    Ok(changes.lines.join("\n") + "\n")
}

/// A report that is being changed, and the line after the last change.
struct Changes {
    lines: Vec<String>,
    next: usize,
}

impl Changes {
    /// The line whose cells are those of `wanted`. Where several are, the first
    /// after the last change.
    fn find(&self, wanted: &str) -> Result<usize, String> {
        let wanted_fields = filled(wanted, '|');
        let same =
            |index: &usize| self.lines.get(*index).is_some_and(|line| filled(line, '\t') == wanted_fields);
        let all: Vec<usize> = (0..self.lines.len()).filter(same).collect();
        match all.as_slice() {
            [] => Err(format!("底稿里没有这一行：{wanted}")),
            [only] => Ok(*only),
            several => several
                .iter()
                .copied()
                .find(|&index| self.next > 0 && index >= self.next)
                .ok_or_else(|| format!("底稿里有几行这样的：{wanted}")),
        }
    }

    fn insert(&mut self, new: &str) {
        self.lines.insert(self.next, literal(new));
        self.next += 1;
    }

    fn remove(&mut self, old: &str) -> Result<(), String> {
        self.next = self.find(old)?;
        self.lines.remove(self.next);
        Ok(())
    }

    fn replace(&mut self, old: &str, new: &str) -> Result<(), String> {
        let index = match self.find(old) {
            Ok(index) => index,
            Err(_) if !old.contains('|') => return self.replace_piece(old, new),
            Err(problem) => return Err(problem),
        };
        self.next = index + 1;
        let line = self.lines.get_mut(index).ok_or("no such line")?;
        *line = in_its_cells(line, old, new).unwrap_or_else(|| literal(new));
        Ok(())
    }

    fn replace_piece(&mut self, old: &str, new: &str) -> Result<(), String> {
        let times: usize = self.lines.iter().map(|line| line.matches(old).count()).sum();
        if times != 1 {
            return Err(format!("底稿里有{times}处：{old}"));
        }
        for (index, line) in self.lines.iter_mut().enumerate().filter(|(_, line)| line.contains(old)) {
            *line = line.replace(old, new);
            self.next = index + 1;
        }
        Ok(())
    }
}

/// The line with the filled cells of `old` replaced by those of `new` in the
/// same places; none where the two do not have the same cells.
fn in_its_cells(line: &str, old: &str, new: &str) -> Option<String> {
    let parts = |text| str::split(text, '|').map(|field| field.trim_matches(' '));
    let (old, new): (Vec<&str>, Vec<&str>) = (parts(old).collect(), parts(new).collect());
    if old.len() != new.len() {
        return None;
    }
    let mut replacements = Vec::new();
    for (old, new) in old.iter().zip(&new) {
        match (old.is_empty(), new.is_empty()) {
            (true, true) => {}
            (true, false) => return None,
            (false, _) => replacements.push(*new),
        }
    }
    let mut replacements = replacements.into_iter();
    let keep_or_replace =
        |field| if str::trim_matches(field, ' ').is_empty() { Some(field) } else { replacements.next() };
    let fields: Option<Vec<&str>> = line.split('\t').map(keep_or_replace).collect();
    Some(fields?.join("\t"))
}

fn expected(line: usize, wanted: &str) -> Result<Expected, String> {
    let (code, mut rest) = wanted.split_once(' ').unwrap_or((wanted, ""));
    if code.len() != 5 || !code.starts_with("GJ") {
        return Err(format!("{line}: “{code}”不是规则编号"));
    }
    let mut about = Vec::new();
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { break };
        let (quoted, close) = match first {
            '「' => (true, '」'),
            '“' => (true, '”'),
            _ => (false, ' '),
        };
        let body = if quoted { rest.get(first.len_utf8()..).unwrap_or_default() } else { rest };
        let (piece, after) = match body.split_once(close) {
            Some(split) => split,
            None if quoted => return Err(format!("{line}: 没有“{close}”")),
            None => (body, ""),
        };
        about.push(match first {
            '「' => About::Place(piece.to_owned()),
            '“' => About::Message(piece.to_owned()),
            _ => About::Name(piece.to_owned()),
        });
        rest = after;
    }
    Ok(Expected { line, code: code.to_owned(), about })
}

impl Expected {
    fn matches(&self, text: &str, report: &Report, finding: &Finding) -> bool {
        self.code == finding.rule.code && self.about.iter().all(|about| about.of(text, report, finding))
    }
}

impl About {
    fn of(&self, text: &str, report: &Report, finding: &Finding) -> bool {
        match self {
            Self::Message(words) => finding.message.contains(words.as_str()),
            Self::Place(words) => {
                let covers = |start: usize| {
                    let place = gouji::text::TextRange::new(start, start + words.len());
                    finding.range.contains(place) || place.contains(finding.range)
                };
                text.match_indices(words.as_str()).any(|(start, _)| covers(start))
            }
            Self::Name(name) => {
                let mut tables = report.tables.iter();
                if let Some(cell) = CellId::parse(name) {
                    finding.cells.contains(&cell)
                } else if let Some(table) = tables.find(|table| table.id.as_str() == name) {
                    let (place, table) = (finding.range, table.range);
                    place.start <= table.end && table.start <= place.end
                } else {
                    finding.relations.iter().any(|relation| relation.to_string() == *name)
                }
            }
        }
    }
}

impl Case {
    /// Checks the text; says what is not as the page of `rule` wants it.
    pub fn run(&self, rule: &str) -> Vec<String> {
        let report = check(&self.text, &Options::default());
        let mut left: Vec<&Finding> = report.findings.iter().collect();
        let mut complaints = Vec::new();
        for wanted in &self.findings {
            match left.iter().position(|finding| wanted.matches(&self.text, &report, finding)) {
                Some(found) => {
                    left.remove(found);
                }
                None => complaints.push(format!(
                    "{}: 没有报告 {} {}",
                    wanted.line,
                    wanted.code,
                    wanted.about.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
                )),
            }
        }
        for finding in left {
            if !self.others_allowed || finding.rule.code == rule {
                let what = snapshot::describe(&self.text, finding);
                complaints.push(format!("{}: 多报告了 {what}：{}", self.line, finding.message));
            }
        }
        complaints
    }
}

impl std::fmt::Display for About {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Name(name) => formatter.write_str(name),
            Self::Place(words) => write!(formatter, "「{words}」"),
            Self::Message(words) => write!(formatter, "“{words}”"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(base: &str, changes: &str) -> Result<String, String> {
        let page = format!("```改动\n{changes}\n```");
        change(base, &blocks(&page)[0])
    }

    #[test]
    fn a_change_keeps_the_empty_cells_of_its_line() {
        let base = "甲\t\t1\t0\t\n\t乙\t2\t0\n";
        assert_eq!(changed(base, "- 乙 | 2 | 0\n+ 乙 | 3 | "), Ok("甲\t\t1\t0\t\n\t乙\t3\t\n".to_owned()));
        assert_eq!(changed(base, "- 甲 | 1 | 0\n+ 甲 | 1"), Ok("甲\t1\n\t乙\t2\t0\n".to_owned()));
    }

    #[test]
    fn a_change_takes_away_puts_in_and_rewrites_prose() {
        let base = "一、甲\n正文在此。\n二、乙\n";
        assert_eq!(changed(base, "- 二、乙"), Ok("一、甲\n正文在此。\n".to_owned()));
        assert_eq!(changed(base, "  一、甲\n+ 丙 | 1"), Ok("一、甲\n丙\t1\n正文在此。\n二、乙\n".to_owned()));
        assert_eq!(changed(base, "- 正文\n+ 下文"), Ok("一、甲\n下文在此。\n二、乙\n".to_owned()));
    }

    #[test]
    fn a_change_of_what_is_not_there_is_an_error() {
        assert_eq!(changed("甲\n", "- 乙 | 1"), Err("1: 底稿里没有这一行：乙 | 1".to_owned()));
        assert_eq!(changed("甲甲\n", "- 甲\n+ 乙"), Err("3: 底稿里有2处：甲".to_owned()));
    }

    #[test]
    fn a_wanted_finding_has_a_code_and_what_it_is_about() {
        let wanted =
            expected(7, "GJ301 applications.partial.total 「18」 “22，总计 18”").expect("well-formed");
        assert_eq!(wanted.code, "GJ301");
        assert_eq!(
            wanted.about,
            [
                About::Name("applications.partial.total".to_owned()),
                About::Place("18".to_owned()),
                About::Message("22，总计 18".to_owned())
            ]
        );
        assert!(expected(7, "301").is_err());
    }

    #[test]
    fn a_case_without_its_answer_is_an_error() {
        assert!(parse("```全文\n甲\n```\n").is_err());
        assert!(parse("```应报告\nGJ301\n```\n").is_err());
        assert!(parse("```全文\n甲\n```\n```应报告\n```\n").is_err());
        let cases = parse("# 甲\n```全文 重复=2\n甲 | 1\n```\n```不报告\n```\n").expect("well-formed");
        assert_eq!((cases[0].line, cases[0].text.as_str()), (2, "甲\t1\n甲\t1\n"));
    }
}
