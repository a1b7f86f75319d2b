//! Writes a clean report.

use gouji::form::{FormId, TableId};

use crate::office::Sample;

use super::{Facts, Issuer, Kind, Part, Pen, Piece, Topic, numerals};

const ORDINALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

/// A group of wordings, what they are about, and the most of them in a report.
type Group = (&'static str, Topic, usize);

/// The five aspects of section one, with the groups of their wordings.
const ASPECTS: [(&str, &[Group]); 5] = [
    ("主动公开", &[("disclosure", Topic::Disclosure, 3), ("documents", Topic::Documents, 2)]),
    ("依申请公开", &[("applications", Topic::Handling, 2)]),
    ("政府信息管理", &[("management", Topic::Management, 2)]),
    ("政府信息公开平台建设", &[("platform", Topic::Platform, 3)]),
    ("监督保障", &[("supervision", Topic::Supervision, 2)]),
];

/// What becomes of applications.
const OUTCOMES: [&str; 6] = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];

/// How the aspects are headed.
#[derive(Clone, Copy)]
enum Heads {
    /// `（一）主动公开。` before the sentences.
    Inline,
    /// `（一）主动公开情况` on a line of its own.
    Line,
    /// `1.主动公开方面。` before the sentences.
    Numbered,
    /// `一是主动公开。`
    Counted,
}

/// Writes a report, piece by piece.
pub(super) struct Writer<'a> {
    pub(super) year: u16,
    pub(super) issuer: &'a Issuer,
    pub(super) facts: &'a Facts,
    pub(super) sample: &'a Sample,
    pub(super) pieces: Vec<Piece>,
}

impl Writer<'_> {
    fn put(&mut self, part: Part, topic: Topic, text: impl Into<String>) {
        self.pieces.push(Piece { part, topic, text: text.into() });
    }

    fn end_line(&mut self, part: Part) {
        self.put(part, Topic::Space, "\n");
    }

    /// Some sentence of the group.
    fn some(&mut self, part: Part, topic: Topic, group: &str, pen: &mut Pen) {
        if let Some(text) = pen.some(group, self.facts) {
            self.put(part, topic, text);
        }
    }

    /// Writes all of it.
    pub(super) fn report(&mut self, pen: &mut Pen) {
        match pen.random.u8(..10) {
            0 => self.notice(),
            1 => self.web_page(pen),
            _ => {}
        }
        self.title(pen);
        self.introduction(pen);
        let long = pen.happens(30);
        for (index, section) in self.sample.form.form().sections.iter().enumerate() {
            let heading = match section.heading.accepted {
                [accepted, ..] if long => accepted,
                _ => section.heading.text,
            };
            let part = [
                Part::Overview,
                Part::Disclosure,
                Part::Applications,
                Part::Review,
                Part::Problems,
                Part::Other,
            ][index];
            self.put(part, Topic::Heading, format!("\n{}、{heading}\n\n", ORDINALS[index]));
            match part {
                Part::Overview => self.overview(pen),
                Part::Disclosure => self.table(part, TableId::Disclosure, pen),
                Part::Applications => self.table(part, TableId::Applications, pen),
                Part::Review => self.table(part, TableId::Review, pen),
                Part::Problems => {
                    self.some(part, Topic::Problems, "problems", pen);
                    self.end_line(part);
                }
                _ => self.other(pen),
            }
        }
        if pen.happens(40) {
            self.signature(pen);
        }
    }

    fn notice(&mut self) {
        let (upper, organ, year, next) = (&self.issuer.upper, &self.issuer.name, self.year, self.year + 1);
        let notice = format!(
            "{organ}文件\n\n〔{next}〕3号\n\n{organ}关于报送{year}年政府信息公开工作年度报告的函\n\n{upper}：\n\n\
             现将{year}年年度报告报上，{next}年将继续做好各项工作。\n\n{next}年1月10日\n\n"
        );
        self.put(Part::Notice, Topic::Space, notice);
    }

    /// What a web page has above the report.
    fn web_page(&mut self, pen: &mut Pen) {
        let (organ, next) = (&self.issuer.name, self.year + 1);
        let (day, views) = (pen.random.u8(10..29), pen.random.u16(1..3000));
        let furniture = format!(
            "首页 > 政府信息公开 > 政府信息公开年报\n\n索引号：{next}-{views:05}\t发布机构：{organ}\n\
             发布时间：{next}-01-{day} 09:{day}\t浏览次数：{views}\n【字号：大 中 小】 打印\n\n"
        );
        self.put(Part::Notice, Topic::Space, furniture);
    }

    fn title(&mut self, pen: &mut Pen) {
        let (organ, year) = (&self.issuer.name, self.year);
        let title = match pen.random.u8(..4) {
            0 => format!("{organ}\n{year}年政府信息公开工作年度报告\n\n"),
            1 => format!("{organ} {year} 年政府信息公开工作年度报告\n\n"),
            _ => format!("{organ}{year}年政府信息公开工作年度报告\n\n"),
        };
        self.put(Part::Title, Topic::Heading, title);
    }

    fn introduction(&mut self, pen: &mut Pen) {
        let part = Part::Introduction;
        let mut parts = pen.some("basis", self.facts).unwrap_or_default();
        parts.push_str(&pen.some("parts", self.facts).unwrap_or_default());
        self.put(part, Topic::Parts, parts);
        self.some(part, Topic::Period, "period", pen);
        if pen.happens(70) {
            self.some(part, Topic::Contact, "contact", pen);
        }
        self.end_line(part);
    }

    fn overview(&mut self, pen: &mut Pen) {
        let part = Part::Overview;
        if pen.happens(80) {
            self.some(part, Topic::Opening, "opening", pen);
            self.end_line(part);
        }
        let heads =
            *pen.one_of(&[Heads::Inline, Heads::Inline, Heads::Line, Heads::Numbered, Heads::Counted]);
        // With a point alone, 2.2023年 would look like a number.
        let point = *pen.one_of(&["、", ". "]);
        let listed = matches!(heads, Heads::Inline) && pen.happens(25);
        for (index, (name, groups)) in ASPECTS.iter().enumerate() {
            let mut number = 0;
            let ordinal = ORDINALS[index];
            let head = match heads {
                Heads::Inline => format!("（{ordinal}）{name}。"),
                Heads::Line => format!("（{ordinal}）{name}情况\n"),
                Heads::Numbered => format!("{}.{name}方面。", index + 1),
                Heads::Counted => format!("{ordinal}是{name}。"),
            };
            self.put(part, Topic::Heading, head);
            if *name == "依申请公开" {
                let text = self.applications(pen);
                self.put(part, Topic::Applications, text);
                if self.facts.value("judicial") == 1 {
                    self.some(part, Topic::Handling, "judicial", pen);
                }
            }
            for (group, topic, most) in *groups {
                let count = pen.random.usize(1..=*most);
                // Where it must say how officials were held to account, it does.
                let sentences = pen.several(group, count, self.facts);
                let accountable = self.facts.value("government") == 1 && *topic == Topic::Supervision;
                if accountable && !sentences.iter().any(|sentence| sentence.contains("社会评议")) {
                    let needed = "将政务公开工作纳入年度考核，开展社会评议，全年没有需要追究责任的情形。";
                    self.put(part, *topic, needed);
                }
                for sentence in sentences {
                    // Some write a list, one sentence a line.
                    if listed {
                        number += 1;
                        self.put(part, Topic::Space, format!("\n{number}{point}"));
                    }
                    self.put(part, *topic, sentence);
                }
            }
            if *name == "依申请公开" && pen.happens(60) {
                self.some(part, Topic::Review, "review", pen);
            }
            self.end_line(part);
        }
    }

    /// What is said of the applications, in one or two sentences.
    fn applications(&mut self, pen: &mut Pen) -> String {
        let facts = self.facts;
        let nothing = facts.value("received") == 0 || (facts.value("new") == 0 && pen.happens(50));
        if nothing {
            return pen.some("nothing", facts).unwrap_or_default();
        }
        let mut clauses = Vec::new();
        clauses.extend(pen.some("received", facts));
        let plain = |clauses: &[String]| {
            clauses.iter().all(|clause| !clause.contains("其中") && !clause.contains('（'))
        };
        if facts.value("carried_in") == 0 && plain(&clauses) && pen.happens(30) {
            clauses.extend(pen.some("applicants", facts));
        }
        if pen.happens(70) {
            clauses.extend(pen.some("handled", facts));
        }
        let mut text = clauses.join("，");
        let count = pen.random.usize(..4);
        let mut outcomes: Vec<String> = Vec::new();
        for outcome in pen.several("outcomes", count, facts) {
            // Nobody says the same twice in a sentence.
            let told = |words: &str| outcomes.iter().any(|other| other.contains(words));
            if !OUTCOMES.iter().any(|&words| outcome.contains(words) && told(words)) {
                outcomes.push(outcome);
            }
        }
        if !outcomes.is_empty() {
            let separator = if plain(&clauses) && !outcomes[0].starts_with('从') { "，" } else { "。" };
            // A sentence does not begin with 其中.
            let outcomes = outcomes.join("；").replace("；其中", "；");
            let outcomes = if separator == "。" { outcomes.trim_start_matches("其中") } else { &outcomes };
            text.push_str(separator);
            text.push_str(outcomes);
        }
        text.push('。');
        text
    }

    fn table(&mut self, part: Part, id: TableId, pen: &mut Pen) {
        if pen.happens(8) {
            let (topic, text) = match id {
                TableId::Disclosure => (Topic::Documents, pen.some("documents", self.facts)),
                TableId::Review => (Topic::Review, pen.some("review", self.facts)),
                _ => (Topic::Applications, Some(self.applications(pen))),
            };
            self.put(part, topic, text.unwrap_or_default());
            self.put(part, Topic::Space, "具体情况见下表。\n\n");
        }
        self.put(part, Topic::Table, self.sample.print_table(id));
    }

    fn other(&mut self, pen: &mut Pen) {
        let part = Part::Other;
        if self.sample.form == FormId::Y2019 && pen.happens(70) {
            self.some(part, Topic::Rest, "other.nothing", pen);
        } else {
            let before = pen.happens(20);
            if before {
                self.some(part, Topic::Rest, "other.rest", pen);
                self.end_line(part);
            }
            if self.sample.form == FormId::Y2021 {
                self.some(part, Topic::Fees, "other.fees", pen);
            }
            if !before && pen.happens(40) {
                self.some(part, Topic::Rest, "other.rest", pen);
            }
        }
        self.end_line(part);
    }

    /// Name and date, before the day on which it must be published.
    fn signature(&mut self, pen: &mut Pen) {
        let (month, days) = match self.issuer.kind {
            Kind::Province => (3, 1..30),
            Kind::City => (3, 1..9),
            Kind::County => (2, 1..19),
            _ => (1, 4..30),
        };
        let (day, next) = (pen.random.u8(days), self.year + 1);
        let date = if pen.happens(10) {
            let year: String =
                next.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect();
            format!("{year}年{}月{}日", numerals::chinese(month), numerals::chinese(day.into()))
        } else {
            format!("{next}年{month}月{day}日")
        };
        self.put(Part::Signature, Topic::Signature, format!("\n{}\n", self.issuer.name));
        self.put(Part::Signature, Topic::Date, format!("{date}\n"));
    }
}

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
