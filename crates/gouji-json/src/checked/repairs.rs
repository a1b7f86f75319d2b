//! Repairs, from the core's types to the contract's JSON.

use gouji::repair::{CellChange, Proof, Repair, Repairs, Slip};

use super::{Writer, number, push_joined};
use crate::SlipKind;

impl Writer<'_> {
    pub(super) fn repairs(&mut self, repairs: &Repairs) {
        self.json.open_field("repairs", '{');
        self.json.truth("exhaustive", repairs.exhaustive);
        self.count_or_null("size", repairs.size);
        self.count("at_least", repairs.at_least);
        self.count("found", repairs.found);
        self.json.open_field("sets", '[');
        for set in &repairs.sets {
            self.set(set);
        }
        self.json.close(']');
        self.json.open_field("proofs", '[');
        for proof in &repairs.proofs {
            self.proof(proof);
        }
        self.json.close(']');
        self.json.words("advice", &repairs.advice);
        self.json.close('}');
    }

    fn set(&mut self, set: &Repair) {
        let mut cells = Vec::new();
        for change in &set.changes {
            cells.push(change.cell);
        }
        let mut id = String::new();
        push_joined(&mut id, &cells);
        self.json.open('{');
        self.json.words("id", &id);
        self.json.open_field("changes", '[');
        for change in &set.changes {
            self.change(change);
        }
        self.json.close(']');
        self.counts("agreeing", &set.agreeing);
        self.counts("contradicted", &set.contradicted);
        self.json.close('}');
    }

    fn change(&mut self, change: &CellChange) {
        self.json.open('{');
        self.json.words("cell", &change.cell.name());
        self.json.number_or_null("from", change.from);
        if let Some(value) = change.forced() {
            self.json.number("to", value);
        } else {
            self.json.open_field("to", '{');
            self.json.number_or_null("min", change.least);
            self.json.number_or_null("max", change.most);
            self.json.close('}');
            self.json.number("example", change.value);
        }
        if let Some((slip, words)) = &change.slip {
            let (kind, cell) = match *slip {
                Slip::Exchanged(cell) => (SlipKind::Exchanged, Some(cell)),
                Slip::BelongsTo(cell) => (SlipKind::BelongsTo, Some(cell)),
                Slip::StandsAt(cell) => (SlipKind::StandsAt, Some(cell)),
                Slip::DigitMissing => (SlipKind::DigitMissing, None),
                Slip::DigitExtra => (SlipKind::DigitExtra, None),
                Slip::DigitsSwapped => (SlipKind::DigitsSwapped, None),
                Slip::DigitConfused => (SlipKind::DigitConfused, None),
                Slip::Omits(cell) => (SlipKind::Omits, Some(cell)),
                Slip::CountsTwice(cell) => (SlipKind::CountsTwice, Some(cell)),
                Slip::Copied(cell) => (SlipKind::Copied, Some(cell)),
                Slip::StaleTotal => (SlipKind::StaleTotal, None),
            };
            self.json.open_field("slip", '{');
            self.json.words("kind", kind.word());
            self.json.words_or_null("cell", cell.map(gouji::form::CellId::name).as_deref());
            self.json.words("words", words);
            self.json.close('}');
        }
        self.json.close('}');
    }

    fn proof(&mut self, proof: &Proof) {
        self.json.open('{');
        self.relation_names("failing", &proof.failing);
        self.count_or_null("size", proof.size);
        self.count("at_least", proof.at_least);
        self.relation_names("disjoint", &proof.disjoint);
        self.json.words("words", &proof.words);
        self.json.close('}');
    }

    fn counts(&mut self, name: &str, counts: &[usize]) {
        self.json.open_field(name, '[');
        for &count in counts {
            self.json.number_item(i64::from(number(count)));
        }
        self.json.close(']');
    }

    fn count_or_null(&mut self, name: &str, count: Option<usize>) {
        match count {
            Some(count) => self.count(name, count),
            None => self.json.field(name, "null"),
        }
    }
}
