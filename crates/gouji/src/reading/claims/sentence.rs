//! Sentences and clauses: what is carried from one to the next.

use super::Claim;
use super::context::Context;
use super::passage::Passage;
use super::subject;
use super::tokens::{Token, Unit, What, tokens, vocabulary};
use super::vocabulary::{Object, Sense};
use crate::form::SectionKind;
use crate::reading::search::{begins_in, first_of, is_in, skip};
use crate::reading::word_table::WordTable;
use crate::reading::{Document, Quantity};
use crate::text::TextRange;

/// The longest sentence, in bytes; what is longer is cut.
const LONGEST_SENTENCE: usize = 1_800;
/// More claims are not looked for; a report states some dozens.
const MOST_CLAIMS: usize = 500;
/// A clause as short as this, in characters, names the part of the area that the next ones are
/// about.
const SHORT_CLAUSE: usize = 10;

/// Reads sentence by sentence.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    /// What is being read.
    pub(super) passage: &'a Passage<'a>,
    words: WordTable,
    pub(super) issuer: &'a str,
    pub(super) year: Option<u16>,
    /// The report is that of a single organ, and not of its whole area.
    is_of_one_organ: bool,
    /// Where everything is about reviews of disclosure.
    review_section: TextRange,
    pub(super) claims: Vec<Claim>,
    /// Claims of this part of the text that wait for its end: 均已办结.
    pub(super) waiting: Vec<Claim>,
    /// Figures of parts of the area in this sentence, which may add up.
    pub(super) parts: Vec<Claim>,
    pub(super) context: Context,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document, passage: &'a Passage<'a>) -> Self {
        Self {
            document,
            passage,
            words: vocabulary(),
            issuer: document.issuer.as_ref().map_or("", |issuer| issuer.value.as_str()),
            year: document.report_year(),
            is_of_one_organ: !document.issuer_kinds.is_empty()
                && !document.issuer_kinds.iter().any(|kind| kind.is_government()),
            review_section: document
                .section(SectionKind::Review)
                .map(|section| section.range)
                .unwrap_or_default(),
            claims: Vec::new(),
            waiting: Vec::new(),
            parts: Vec::new(),
            context: Context::new(),
        }
    }

    /// Reads all of the prose.
    pub(super) fn read(&mut self, passages: &'a [Passage<'a>]) {
        // What stands before the first section is a letter and an introduction,
        // unless the text begins within a section.
        let has_introduction = self.document.title.is_some() && !self.document.sections.is_empty();
        for passage in passages {
            if passage.paragraph.section.is_none() && has_introduction {
                continue;
            }
            if passage.paragraph.begins_part {
                self.end_part();
            }
            self.passage = passage;
            self.sentences();
        }
        self.end_part();
    }

    fn sentences(&mut self) {
        let text = self.passage.text();
        let heading_end = self.passage.heading_end();
        let mut found = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while start < text.len() {
            let character = first_of(&text[at..]);
            let ends = at == text.len() || is_in(character, "。!?");
            let is_heading = at == heading_end && at > start;
            if !(ends || is_heading || at - start >= LONGEST_SENTENCE) {
                at += character.len_utf8();
                continue;
            }
            if at > start && self.claims.len() < MOST_CLAIMS {
                if begins_a_part(&text[start..]) {
                    self.end_part();
                }
                found.clear();
                tokens(&self.words, self.passage, start, at, &mut found);
                self.sentence(start, at, &mut found);
            }
            at += if ends { character.len_utf8() } else { 0 };
            start = at;
        }
    }

    /// Ends a part of the text: what was said in it counts no more.
    fn end_part(&mut self) {
        for claim in std::mem::take(&mut self.waiting) {
            if claim.agrees != Some(false) || !self.context.says_carried_out {
                let at = self.claims.partition_point(|other| other.range.start < claim.range.start);
                self.claims.insert(at, claim);
            }
        }
        self.context = Context::new();
    }

    fn sentence(&mut self, start: usize, end: usize, tokens: &mut [Token]) {
        let context = &mut self.context;
        context.after_other_year = context.passed_other_year && context.other_year;
        context.other_year = false;
        context.passed_other_year = false;
        context.other_time = false;
        context.part = false;
        context.other_things = false;
        context.published = false;
        context.among = false;
        context.last_sense = None;
        context.first_claim = self.claims.len();
        context.last_claim = None;
        join_clauses(tokens);
        let is_mark = |token: &Token| matches!(token.what, What::Mark(_));
        let mut from = start;
        let mut first = 0;
        for at in 0..=tokens.len() {
            let mark = tokens.get(at);
            if mark.is_some_and(|token| !is_mark(token)) {
                continue;
            }
            let clause_end = mark.map_or(end, |mark| mark.start);
            let clause = &tokens[first..at];
            if !clause.is_empty() {
                self.clause(clause, from, clause_end);
            }
            from = mark.map_or(end, |mark| mark.end);
            first = at + 1;
        }
        self.add_parts_up();
    }

    /// Makes one claim of the figures of parts, where they add up to what the
    /// tables say: 区级48份，部门47份.
    fn add_parts_up(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        let Some((first, others)) = parts.split_first() else { return };
        let mut sum = first.clone();
        for part in others.iter().filter(|part| part.subjects == first.subjects) {
            let (Quantity::Count(one), Quantity::Count(other)) = (&sum.value, &part.value) else { return };
            sum.value = Quantity::Count(one + other);
            sum.range = sum.range.cover(part.range);
            sum.agrees = subject::agrees(self.document, &sum);
            if sum.agrees == Some(true) {
                sum.figure = sum.range;
                self.claims.push(sum);
                return;
            }
        }
    }

    fn clause(&mut self, clause: &[Token], start: usize, end: usize) {
        let has_figure = clause.iter().any(|token| matches!(token.what, What::Figure(_)));
        self.note_time_and_place(clause, has_figure || self.passage.are_near(start, end, SHORT_CLAUSE));
        if has_figure {
            self.counted(clause, start, end);
            return;
        }
        self.nothing(clause, start, end);
        self.all_handled(clause);
        // 申请人以自然人为主，占八成: a share of those named last.
        let names = |token: &Token| {
            matches!(
                token.what,
                What::Word(Sense::Applicant(_) | Sense::Result(_) | Sense::Outcome(_) | Sense::Foreign)
            )
        };
        if clause.iter().any(names) {
            self.context.last_claim = None;
        }
        for token in clause {
            match token.what {
                What::Word(Sense::Object(Object::SomeApplications)) => {}
                What::Word(Sense::Object(object)) => {
                    self.context.topic = Some(object);
                    self.context.strayed = false;
                }
                What::Word(Sense::Foreign) => self.context.strayed = true,
                _ => {}
            }
        }
    }

    /// Which year, which part of it, and which part of the area a clause is
    /// about.
    fn note_time_and_place(&mut self, clause: &[Token], names_place: bool) {
        let has = |sense: Sense| clause.iter().any(|token| token.what == What::Word(sense));
        let passage = self.passage;
        let is_carried = has(Sense::Carried);
        let compares = has(Sense::Compared);
        let mut whole_until = None;
        // 2022年至2024年 is a time of its own.
        let mut years = clause.iter().filter(|token| matches!(token.what, What::Year(_)));
        if let (Some(first), Some(second), false) = (years.next(), years.next(), is_carried) {
            self.context.other_time |=
                first.what != second.what && self.passage.are_near(first.end, second.start, 2);
        }
        for token in clause {
            let context = &mut self.context;
            match token.what {
                What::Year(year) if self.year == Some(year) => {
                    context.other_year = false;
                    context.after_other_year = false;
                }
                What::Word(Sense::OwnYear) => {
                    context.other_year = false;
                    context.after_other_year = false;
                }
                What::Year(_) | What::Word(Sense::Previous) if !is_carried && !compares => {
                    context.other_year = true;
                }
                What::Word(Sense::Next) if !is_carried => context.other_time = true,
                What::Word(Sense::Office) => context.other_things = true,
                What::Word(Sense::Among) => context.among = true,
                What::Word(Sense::Period | Sense::Plan) => context.other_time = true,
                What::Word(Sense::Related | Sense::Object(Object::Applications)) => context.related = true,
                What::Word(Sense::Published) => context.published = true,
                What::Word(Sense::Government) => context.part = false,
                What::Word(Sense::Whole) => {
                    let word = passage.words_of(token);
                    let is_all = begins_in(word, "全各");
                    // 全市 is more than an office of it reports on.
                    let area = word.strip_prefix('全').unwrap_or_default();
                    let is_area = begins_in(area, "市县区省镇乡州旗盟");
                    context.part = is_area && self.is_of_one_organ;
                    whole_until = (is_all && !context.part).then_some(token.end);
                }
                What::Word(Sense::Part) if names_place => {
                    // 全县各部门 is all of them.
                    if whole_until.is_some_and(|until| passage.are_near(until, token.start, 2)) {
                        whole_until = Some(token.end);
                    } else if !self.issuer.contains(passage.words_of(token)) {
                        context.part = true;
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads a clause with figures, each with the words before it, and the
    /// last one with those behind it.
    fn counted(&mut self, clause: &[Token], start: usize, end: usize) {
        let mut from = 0;
        let mut place = start;
        for (at, token) in clause.iter().enumerate() {
            let What::Figure(figure) = token.what else { continue };
            let is_figure = |token: &Token| matches!(token.what, What::Figure(_));
            let next = clause[at + 1..].iter().position(is_figure).map(|next| at + 1 + next);
            let behind = &clause[at + 1..next.unwrap_or(clause.len())];
            let behind_end = next.map_or(end, |next| clause[next].start);
            let before = self.look(&clause[from..at], place, token.start);
            let mut after = self.look(behind, token.end, behind_end);
            after.is_last = next.is_none();
            let took_after = if figure.unit == Unit::Percent {
                self.share(&before, token, figure);
                false
            } else {
                self.figure(before, after, token, figure)
            };
            (from, place) =
                if took_after { (at + 1 + behind.len(), behind_end) } else { (at + 1, token.end) };
            if next.is_none() {
                self.all_handled(behind);
            }
        }
    }

    /// Whether what is said at this place is about disclosure, for reviews
    /// may be of anything.
    pub(super) fn is_about_disclosure(&self, at: usize) -> bool {
        let place = self.passage.range(at, at + 1);
        self.context.related || self.review_section.contains(place)
    }
}

/// Whether a sentence begins with （一） or 一、.
fn begins_a_part(sentence: &str) -> bool {
    let inner = sentence.strip_prefix('(').unwrap_or(sentence);
    let rest = skip(inner, "一二三四五六七八九十");
    rest.len() < inner.len()
        && (rest.starts_with('、') || rest.starts_with(')') && inner.len() < sentence.len())
}

/// Takes the marks away that do not separate clauses: brackets without a
/// figure in them, a colon before a figure, and 、 but behind figures.
fn join_clauses(tokens: &mut [Token]) {
    let is_figure = |token: Option<&Token>| matches!(token.map(|token| token.what), Some(What::Figure(_)));
    for at in 0..tokens.len() {
        let What::Mark(mark) = tokens[at].what else { continue };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let behind_figure =
            is_figure(before) || matches!(before.map(|token| token.what), Some(What::Mark(')')));
        match mark {
            '(' => {
                let rest = &tokens[at + 1..];
                let close = rest.iter().position(|token| token.what == What::Mark(')'));
                let Some(close) = close.map(|close| at + 1 + close) else { continue };
                let figures = (at + 1..close).filter(|&inner| is_figure(tokens.get(inner))).count();
                if figures == 0 || figures == 1 && close == at + 2 {
                    tokens[at].what = What::Aside;
                    tokens[close].what = What::Aside;
                }
            }
            ':' => {
                let touches = tokens.get(at + 1).is_some_and(|next| next.start == tokens[at].end);
                if touches && is_figure(tokens.get(at + 1)) {
                    tokens[at].what = What::Aside;
                }
            }
            '、' if !behind_figure => tokens[at].what = What::Aside,
            _ => {}
        }
    }
}
