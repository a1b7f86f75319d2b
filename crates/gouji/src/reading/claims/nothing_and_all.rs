//! Claims without a figure: that there was nothing, and that all was handled.

use super::meaning::is_applications;
use super::seen::Seen;
use super::sentence::Reader;
use super::tokens::{Token, What};
use super::vocabulary::{Object, Sense};
use super::{Claim, ClaimKind, subject};
use crate::form::TableId;
use crate::reading::Quantity;
use crate::reading::number::Number;
use crate::reading::search::{has_any, last_of};
use crate::text::TextRange;

impl Reader<'_> {
    /// Reads 未收到申请, 未发生行政复议 and the like.
    pub(super) fn nothing(&mut self, clause: &[Token], start: usize, end: usize) {
        let Some(at) = clause.iter().position(|token| token.what == What::Word(Sense::Nothing)) else {
            return;
        };
        let ahead = self.look(&clause[..at], start, clause[at].start);
        let mut behind = self.look(&clause[at + 1..], clause[at].end, end);
        let speaks_of_more = |seen: &Seen| {
            seen.rate || seen.foreign || seen.compared || !seen.results.is_empty() || seen.outcome.is_some()
        };
        let mut objects = if behind.objects.is_empty() {
            // 行政复议、行政诉讼均未发生.
            if behind.strange_ahead + behind.strange_within > 0 || !behind.deeds.is_empty() {
                return;
            }
            // 依申请公开情况：无.
            let stands_alone = clause.len() == 1 && self.passage.text()[..start].ends_with(':');
            match self.context.topic {
                Some(topic) if stands_alone && !self.context.strayed => vec![topic],
                _ => ahead.objects.clone(),
            }
        } else {
            behind.objects.clone()
        };
        // 因政府信息公开申请引发的行政复议 is about reviews.
        if objects.iter().any(|object| !is_applications(*object)) {
            objects.retain(|object| !is_applications(*object));
        }
        let is_received = |deed: &&str| deed.contains("new");
        if objects.is_empty()
            || speaks_of_more(&ahead)
            || speaks_of_more(&behind)
            || behind.doubt
            || behind.document.is_some_and(|column| column != "issued")
            || !behind.deeds.iter().all(is_received)
        {
            return;
        }
        let strange = behind.strange_ahead + behind.strange_within;
        let place = (clause[at].start, clause[clause.len() - 1].end);
        for object in objects {
            behind.objects = vec![object];
            behind.strange_within = 0;
            behind.strange_ahead = 0;
            let Some(mut meaning) = self.meaning(&behind, clause[at].start) else { continue };
            if meaning.kind == ClaimKind::Applications {
                // 未收到 is about what is new.
                meaning.rows = if behind.carried { meaning.rows } else { "new".to_owned() };
            }
            if meaning.kind == ClaimKind::Disclosure
                && behind.document.is_none()
                && meaning.columns != "decisions"
            {
                continue;
            }
            if meaning.kind != ClaimKind::Fee {
                meaning.kind = ClaimKind::Nothing;
            }
            meaning.doubtful |= ahead.doubt || ahead.organ || strange > 2;
            self.claim(&meaning, Number::whole(0), place.0, place.1, place);
        }
    }

    /// Reads 均已办结 and the like.
    pub(super) fn all_handled(&mut self, tokens: &[Token]) {
        let Some(first) = tokens.iter().position(|token| token.what == What::Word(Sense::All)) else {
            return;
        };
        let is_handled = |token: &Token| matches!(token.what, What::Word(Sense::Deed(rows)) if rows.starts_with("total") && !rows.contains("|new"));
        let Some(last) = tokens[first..].iter().position(is_handled).map(|last| first + last) else { return };
        let foreign = |token: &Token| {
            matches!(
                token.what,
                What::Word(
                    Sense::Foreign
                        | Sense::Doubt
                        | Sense::Nothing
                        | Sense::Rate
                        | Sense::Outcome(_)
                        | Sense::Result(_)
                )
            )
        };
        let seen = self.look(&tokens[first..=last], tokens[first].start, tokens[last].end);
        let object = tokens.iter().rev().find_map(|token| match token.what {
            What::Word(Sense::Object(object)) => Some(object),
            _ => None,
        });
        let is_about_applications = match object.or(self.context.topic) {
            Some(Object::Applications) => object.is_some() || !self.context.strayed,
            Some(Object::SomeApplications) => self.context.related,
            _ => false,
        };
        // 均按规定答复 may be said of those that were due; 均已答复 and 全部答复 are said of all.
        let text = self.passage.text();
        let ahead = last_of(&text[..tokens[first].start]);
        let words = &text[tokens[first].start..tokens[last].end];
        let is_of_all = matches!(ahead, '已' | '全') || has_any(words, "已 全");
        let is_answered = matches!(tokens[last].what, What::Word(Sense::Deed(rows)) if rows != "total");
        let of_those_due = is_answered && (self.context.says_handled || !is_of_all);
        let context = &self.context;
        // 上年结转8件均已办结 says nothing of the others.
        let counted = context.last_claim.and_then(|last| self.claims[last].subjects[0].first());
        let of_carried_in = counted.is_some_and(|cell| cell.row.0 == "carried_in");
        if of_those_due
            || of_carried_in
            || !is_about_applications
            || tokens.iter().any(foreign)
            || context.other_year
            || context.other_time
            || context.part
            || seen.strange_within > 2
        {
            return;
        }
        let range = self.passage.range(tokens[first].start, tokens[last].end);
        self.wait_for_end(range);
    }

    /// Keeps a claim that all was handled until the end of this part of the
    /// text, where it may say what is still open.
    pub(super) fn wait_for_end(&mut self, range: TextRange) {
        let mut claim = Claim {
            kind: ClaimKind::AllHandled,
            subjects: subject::subjects(self.document, TableId::Applications, "carried_out", "total"),
            wholes: Vec::new(),
            value: Quantity::Count(0),
            figure: range,
            range,
            agrees: None,
        };
        claim.agrees = subject::agrees(self.document, &claim);
        self.waiting.push(claim);
    }
}
