//! What a careful reviewer finds in a report, and what the checker is held to.
//!
//! A page has a heading `## file` for every report, and below it two tables:
//! `### 应当报告` with rule, place, level, certainty and reason, and `### 不应报告`
//! with rules, place and reason. A place is a phrase that occurs once in the
//! text, a cell or a relation by name, or `全文`, which is anywhere.

use gouji::form::CellId;
use gouji::text::TextRange;
use gouji::{Finding, Report, Severity, rules};

use crate::snapshot;

/// What a reviewer says of one report.
#[derive(Debug)]
pub struct Review {
    /// The file's name.
    pub file: String,
    /// What must or may be reported.
    pub findings: Vec<Expected>,
    /// Where a checker could take alarm and must not.
    pub traps: Vec<Trap>,
}

/// Something that must or may be reported.
#[derive(Debug)]
pub struct Expected {
    /// The line of the page.
    pub line: usize,
    /// The rule.
    pub code: String,
    /// Where.
    pub place: Place,
    /// The levels that are right.
    pub levels: Vec<Severity>,
    /// Whether a checker must find it: it is certain or likely.
    pub demanded: bool,
}

/// Something that must not be reported.
#[derive(Debug)]
pub struct Trap {
    /// The line of the page.
    pub line: usize,
    /// The rules that could take alarm.
    pub codes: Vec<String>,
    /// Where.
    pub place: Place,
}

/// A place in a report.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    /// Anywhere.
    Anywhere,
    /// A cell or a relation, by name.
    Named(String),
    /// A phrase.
    Phrase(String),
}

/// What came of holding the checker to a review.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Where the checker is not as the reviewer wants it, in words.
    pub complaints: Vec<String>,
    /// What is not demanded yet, because no such rule is registered.
    pub pending: Vec<String>,
}

/// Reads a page.
///
/// # Errors
///
/// Says on which line it is not as it should be.
pub fn parse(page: &str) -> Result<Vec<Review>, String> {
    let mut reviews: Vec<Review> = Vec::new();
    let mut wanted = true;
    for (line, content) in page.lines().enumerate().map(|(index, content)| (index + 1, content)) {
        if let Some(file) = content.strip_prefix("## ") {
            let file = file.trim().to_owned();
            reviews.push(Review { file, findings: Vec::new(), traps: Vec::new() });
        } else if let Some(heading) = content.strip_prefix("### ") {
            wanted = match heading {
                "应当报告" => true,
                "不应报告" => false,
                _ => return Err(format!("{line}: 不认得“{heading}”")),
            };
        } else if content.starts_with("| GJ") {
            let review = reviews.last_mut().ok_or_else(|| format!("{line}: 没有说是哪份报告"))?;
            let at = |problem: String| format!("{line}: {problem}");
            let fields: Vec<&str> =
                content.trim_matches('|').split('|').map(|field| field.trim_matches(' ')).collect();
            match (wanted, fields.as_slice()) {
                (true, &[code, place, levels, certainty, _]) => review.findings.push(Expected {
                    line,
                    code: code.to_owned(),
                    place: Place::parse(place),
                    levels: levels.split('/').map(level).collect::<Result<_, _>>().map_err(at)?,
                    demanded: demanded(certainty).map_err(at)?,
                }),
                (false, &[codes, place, _]) => review.traps.push(Trap {
                    line,
                    codes: codes.split(' ').map(ToOwned::to_owned).collect(),
                    place: Place::parse(place),
                }),
                _ => return Err(at(format!("有{}栏", fields.len()))),
            }
        }
    }
    Ok(reviews)
}

fn level(word: &str) -> Result<Severity, String> {
    match word {
        "必须修改" => Ok(Severity::Error),
        "请核实" => Ok(Severity::Warning),
        "提示" => Ok(Severity::Info),
        _ => Err(format!("不认得层级“{word}”")),
    }
}

fn demanded(certainty: &str) -> Result<bool, String> {
    match certainty {
        "肯定" | "很可能" => Ok(true),
        "随前" | "见仁见智" => Ok(false),
        _ => Err(format!("不认得把握“{certainty}”")),
    }
}

impl Place {
    fn parse(words: &str) -> Self {
        let named = CellId::parse(words).is_some()
            || (words.contains('.')
                && words.bytes().all(|byte| byte.is_ascii_lowercase() || b"._".contains(&byte)));
        match words {
            "全文" => Self::Anywhere,
            _ if named => Self::Named(words.to_owned()),
            _ => Self::Phrase(words.to_owned()),
        }
    }

    /// What is wrong with it in this text.
    fn fault(&self, text: &str) -> Option<String> {
        let Self::Phrase(words) = self else { return None };
        let times = text.matches(words.as_str()).count();
        (times != 1).then(|| format!("“{words}”在报告里有{times}处"))
    }

    fn is_of(&self, text: &str, finding: &Finding) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Named(name) => {
                CellId::parse(name).is_some_and(|cell| finding.cells.contains(&cell))
                    || finding.relations.iter().any(|relation| relation.to_string() == *name)
            }
            Self::Phrase(words) => {
                let Some(start) = text.find(words.as_str()) else { return false };
                let phrase = TextRange::new(start, start + words.len());
                let touches = |range: TextRange| range.start < phrase.end && phrase.start < range.end;
                touches(finding.range) || finding.labels.iter().any(|label| touches(label.range))
            }
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Anywhere => formatter.write_str("全文"),
            Self::Named(name) => formatter.write_str(name),
            Self::Phrase(words) => write!(formatter, "「{words}」"),
        }
    }
}

impl Review {
    /// Compares what was reported with what a reviewer finds.
    pub fn compare(&self, text: &str, report: &Report) -> Outcome {
        let mut outcome = Outcome::default();
        let places = self.findings.iter().map(|wanted| (wanted.line, &wanted.place));
        for (line, place) in places.chain(self.traps.iter().map(|trap| (trap.line, &trap.place))) {
            outcome.complaints.extend(place.fault(text).map(|fault| format!("{line}: {fault}")));
        }
        for wanted in self.findings.iter().filter(|wanted| wanted.demanded) {
            let what = format!("{}: {} {}", wanted.line, wanted.code, wanted.place);
            if rules::find(&wanted.code).is_none() {
                outcome.pending.push(what);
            } else if !report.findings.iter().any(|finding| wanted.is_of(text, finding)) {
                outcome.complaints.push(format!("{what}：没有报告"));
            }
        }
        for finding in &report.findings {
            let what = || format!("{}：{}", snapshot::describe(text, finding), finding.message);
            if !self.findings.iter().any(|wanted| wanted.is_of(text, finding)) {
                outcome.complaints.push(format!("{}: 多报告了 {}", self.file, what()));
            }
            for trap in &self.traps {
                if trap.codes.iter().any(|code| *code == finding.rule.code) && trap.place.is_of(text, finding)
                {
                    outcome.complaints.push(format!("{}: 不应报告 {}", trap.line, what()));
                }
            }
        }
        outcome
    }
}

impl Expected {
    fn is_of(&self, text: &str, finding: &Finding) -> bool {
        self.code == finding.rule.code
            && self.levels.contains(&finding.severity)
            && self.place.is_of(text, finding)
    }
}
