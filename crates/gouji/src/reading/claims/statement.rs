//! What is made of one figure.

use super::context::ANY_DEED;
use super::meaning::Meaning;
use super::seen::Seen;
use super::sentence::Reader;
use super::tokens::{Counted, Token, Unit};
use super::{Claim, ClaimKind, subject};
use crate::form::TableId;
use crate::reading::number::Number;

impl Reader<'_> {
    /// Reads a figure; says whether the words behind it were needed.
    pub(super) fn figure(&mut self, mut seen: Seen, after: Seen, token: &Token, figure: Counted) -> bool {
        let takes_after = !seen.tells_something() && after.tells_something();
        let words = if takes_after { after.words.or(seen.words) } else { seen.words };
        let foreign = seen.foreign || after.foreign_first || (takes_after && after.foreign);
        if takes_after {
            seen = Seen {
                strange_ahead: after.strange_ahead + seen.strange_ahead,
                compared: after.compared || seen.compared,
                doubt: after.doubt || seen.doubt,
                way: after.way || seen.way,
                organ: after.organ || seen.organ,
                rate: after.rate || seen.rate,
                nothing: after.nothing || seen.nothing,
                ..after
            };
        } else if seen.objects.is_empty() && after.is_last {
            seen.objects = after.objects;
            if seen.objects.is_empty() {
                seen.strange_within += after.strange_ahead;
            }
        }
        self.context.part |= seen.organ;
        if seen.rate
            || seen.share
            || seen.compared
            || seen.nothing
            || (seen.other_year && !seen.carried)
            || figure.is_rough
        {
            self.context.last_claim = None;
            return takes_after;
        }
        if foreign {
            self.context.topic = None;
            self.context.last_claim = None;
            self.context.deed = ANY_DEED;
            self.context.other_things = true;
            return takes_after;
        }
        let value = figure.value;
        let each = seen.objects.len() > 1 && (seen.each || value.digits == 0);
        let objects = if each { std::mem::take(&mut seen.objects) } else { Vec::new() };
        let (start, end) = words.unwrap_or((token.start, token.end));
        let place = (start.min(token.start), end.max(token.end));
        self.context.last_claim = None;
        for at in 0..objects.len().max(1) {
            if let Some(object) = objects.get(at) {
                seen.objects = vec![*object];
            }
            let Some(mut meaning) = self.meaning(&seen, token.start) else { continue };
            let Some(value) = in_unit_of(&meaning, figure) else { continue };
            let is_usual = match meaning.table {
                TableId::Disclosure => {
                    matches!(figure.unit, Unit::Case | Unit::Paper) || meaning.kind != ClaimKind::Disclosure
                }
                _ => matches!(figure.unit, Unit::Case | Unit::Paper),
            };
            let is_money = matches!(figure.unit, Unit::Yuan | Unit::TenThousandYuan);
            meaning.doubtful |= !(is_usual || is_money) || figure.is_broken;
            let is_whole = matches!(meaning.rows.as_str(), "review" | "direct+after_review")
                || meaning.rows.contains("new");
            if value.digits == 0 && is_whole && meaning.columns == "total" {
                meaning.kind = ClaimKind::Nothing;
            }
            self.claim(&meaning, value, token.start, figure.digits_end, place);
        }
        takes_after
    }

    /// Makes a claim, unless its meaning is in doubt and the tables do not
    /// bear it out.
    pub(super) fn claim(
        &mut self,
        meaning: &Meaning,
        value: Number,
        start: usize,
        end: usize,
        place: (usize, usize),
    ) {
        if self.context.other_year || self.context.other_time {
            self.context.passed_other_year |= self.context.other_year;
            return;
        }
        let mut claim = Claim {
            kind: meaning.kind,
            subjects: subject::subjects(self.document, meaning.table, &meaning.rows, &meaning.columns),
            wholes: Vec::new(),
            value: value.quantity(),
            figure: self.passage.range(start, end),
            range: self.passage.range(place.0, place.1),
            agrees: None,
        };
        if claim.subjects.is_empty() {
            return;
        }
        claim.agrees = subject::agrees(self.document, &claim);
        if (meaning.doubtful || self.context.part) && claim.agrees != Some(true) {
            if self.context.part && claim.agrees.is_some() {
                self.parts.push(claim);
            }
            return;
        }
        if let [cell] = claim.subjects[0][..]
            && cell.table == TableId::Applications
            && value.digits > 0
        {
            self.context.says_handled |= cell.row.0 == "total";
            self.context.says_carried_out |= cell.row.0 == "carried_out";
        }
        self.context.last_claim = Some(self.claims.len());
        self.claims.push(claim);
    }
}

/// The figure in the unit of the cells it is about; none where its unit is
/// that of something else.
fn in_unit_of(meaning: &Meaning, figure: Counted) -> Option<Number> {
    let is_money = matches!(figure.unit, Unit::Yuan | Unit::TenThousandYuan);
    let is_fee = meaning.kind == ClaimKind::Fee && !meaning.columns.contains("notices");
    let is_charge = meaning.columns == "amount";
    match figure.unit {
        _ if is_money != (is_fee || is_charge) => None,
        Unit::Yuan if is_charge => Some(figure.value.in_ten_thousands()),
        Unit::TenThousandYuan if is_fee => figure.value.times_ten_thousand(),
        _ => Some(figure.value),
    }
}
