//! Repairs, from the core's types to the contract's.

use gouji::form::CellId;
use gouji::repair::{self, CellChange};

use super::{names, number};
use crate::{Change, Proof, RepairSet, Repairs, Slip, SlipKind, Target};

pub(super) fn repairs(repairs: &repair::Repairs) -> Repairs {
    Repairs {
        exhaustive: repairs.exhaustive,
        size: repairs.size.map(number),
        at_least: number(repairs.at_least),
        found: number(repairs.found),
        sets: repairs.sets.iter().map(set).collect(),
        proofs: repairs.proofs.iter().map(proof).collect(),
        advice: repairs.advice.clone(),
    }
}

fn set(set: &repair::Repair) -> RepairSet {
    let numbers = |claims: &[usize]| claims.iter().map(|&claim| number(claim)).collect();
    let mut cells = Vec::new();
    for change in &set.changes {
        cells.push(change.cell);
    }
    RepairSet {
        id: names(&cells).join("+"),
        changes: set.changes.iter().map(change).collect(),
        agreeing: numbers(&set.agreeing),
        contradicted: numbers(&set.contradicted),
    }
}

fn change(change: &CellChange) -> Change {
    let to = match change.forced() {
        Some(value) => Target::Forced(value),
        None => Target::Between { min: change.least, max: change.most },
    };
    Change {
        cell: change.cell.to_string(),
        from: change.from,
        to,
        example: change.forced().is_none().then_some(change.value),
        slip: change.slip.as_ref().map(|(slip, words)| of_slip(*slip, words)),
    }
}

fn of_slip(slip: repair::Slip<CellId>, words: &str) -> Slip {
    let (kind, cell) = match slip {
        repair::Slip::Exchanged(cell) => (SlipKind::Exchanged, Some(cell)),
        repair::Slip::BelongsTo(cell) => (SlipKind::BelongsTo, Some(cell)),
        repair::Slip::StandsAt(cell) => (SlipKind::StandsAt, Some(cell)),
        repair::Slip::DigitMissing => (SlipKind::DigitMissing, None),
        repair::Slip::DigitExtra => (SlipKind::DigitExtra, None),
        repair::Slip::DigitsSwapped => (SlipKind::DigitsSwapped, None),
        repair::Slip::DigitConfused => (SlipKind::DigitConfused, None),
        repair::Slip::Omits(cell) => (SlipKind::Omits, Some(cell)),
        repair::Slip::CountsTwice(cell) => (SlipKind::CountsTwice, Some(cell)),
        repair::Slip::Copied(cell) => (SlipKind::Copied, Some(cell)),
        repair::Slip::StaleTotal => (SlipKind::StaleTotal, None),
    };
    Slip { kind, cell: cell.map(|cell| cell.to_string()), words: words.to_owned() }
}

fn proof(proof: &repair::Proof) -> Proof {
    Proof {
        failing: names(&proof.failing),
        size: proof.size.map(number),
        at_least: number(proof.at_least),
        disjoint: names(&proof.disjoint),
        words: proof.words.clone(),
    }
}
