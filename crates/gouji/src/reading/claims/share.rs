//! Percentages, and what they are a share of.

use super::seen::Seen;
use super::sentence::Reader;
use super::tokens::{Counted, Token};
use super::vocabulary::Object;
use super::{Claim, ClaimKind, subject};
use crate::form::{CellId, TableId};

/// As many readings of a share are looked at.
const MOST_SHARES: usize = 6;

impl Reader<'_> {
    /// Reads a percentage: 占…%, of the words before it or of the figure before.
    pub(super) fn share(&mut self, seen: &Seen, token: &Token, figure: Counted) {
        if seen.all_rate && figure.value.digits == 100 * 10_i64.pow(figure.value.places.min(6)) {
            if self.context.topic == Some(Object::Applications) && !self.context.part && !seen.doubt {
                let range = self.passage.range(token.start, token.end);
                self.wait_for_end(range);
            }
            return;
        }
        if !seen.share || seen.rate || seen.compared || figure.is_rough || figure.is_broken {
            return;
        }
        let tells = !seen.results.is_empty() || !seen.applicants.is_empty() || seen.outcome.is_some();
        let (parts, doubtful, numerator) = if tells {
            let Some(meaning) = self.meaning(seen, token.start) else { return };
            let parts = subject::subjects(self.document, meaning.table, &meaning.rows, &meaning.columns);
            (parts, meaning.doubtful, None)
        } else {
            let Some(last) = self.context.last_claim else { return };
            (self.claims[last].subjects.clone(), seen.doubt, Some(last))
        };
        let mut claim = Claim {
            kind: ClaimKind::Share,
            subjects: Vec::new(),
            wholes: Vec::new(),
            value: subject::share(figure.value),
            figure: self.passage.range(token.start, figure.digits_end),
            range: self.passage.range(seen.words.map_or(token.start, |(start, _)| start), token.end),
            agrees: None,
        };
        let earlier = &self.claims[self.context.first_claim..];
        for part in &parts {
            let mut wholes = self.wholes(part);
            // 不予公开17件，其中过程性信息5件，占29.4%.
            let around = |claim: &&Claim| {
                let cells = claim.subjects.first();
                cells.is_some_and(|cells| part.iter().all(|cell| cells.contains(cell)))
            };
            wholes.extend(earlier.iter().filter(around).map(|claim| claim.subjects[0].clone()));
            for whole in wholes {
                let is_known = claim.subjects.iter().zip(&claim.wholes).any(|pair| pair == (part, &whole));
                if *part != whole && !is_known && claim.subjects.len() < MOST_SHARES {
                    claim.subjects.push(part.clone());
                    claim.wholes.push(whole);
                }
            }
        }
        claim.agrees = subject::agrees(self.document, &claim);
        // A share of a figure that is wrong itself says nothing more.
        if claim.agrees == Some(false) && numerator.is_some_and(|at| self.claims[at].agrees != Some(true)) {
            claim.agrees = None;
        }
        let context = &self.context;
        let is_elsewhere = context.other_year || context.other_time;
        if !is_elsewhere && !((doubtful || context.part) && claim.agrees != Some(true)) {
            self.claims.push(claim);
        }
    }
    /// What these cells are usually a share of: the totals of their rows, or
    /// for totals what was handled, what is new, and that with what was carried in.
    fn wholes(&self, part: &[CellId]) -> Vec<Vec<CellId>> {
        let Some(table) = part.first().map(|cell| cell.table) else { return Vec::new() };
        let is_total = part.iter().all(|cell| cell.column.0 == "total");
        let rows = match table {
            TableId::Applications if is_total => "total|new|new+carried_in",
            TableId::Review if is_total => "review+direct+after_review",
            TableId::Applications | TableId::Review => {
                let mut rows: Vec<&str> = part.iter().map(|cell| cell.row.0).collect();
                rows.dedup();
                return subject::subjects(self.document, table, &rows.join("+"), "total");
            }
            _ => return Vec::new(),
        };
        subject::subjects(self.document, table, rows, "total")
    }
}
