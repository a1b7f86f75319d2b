//! The smallest repairs of a report, for people to read.

use gouji::Report;
use gouji::repair::{CellChange, Repair};

use crate::words::Words;

/// How many sets are printed.
const SETS_PRINTED: usize = 5;

/// The sets, the best first, and why nothing smaller works; nothing where no
/// relation fails.
pub(crate) fn block(words: &Words, report: &Report) -> String {
    let repairs = &report.repairs;
    if repairs.size == Some(0) {
        return String::new();
    }
    let mut lines = vec![format!("{}: {}", words.repairs, repairs.advice)];
    for (at, set) in repairs.sets.iter().take(SETS_PRINTED).enumerate() {
        lines.push(format!("  {}. {}", at + 1, changes(words, set)));
        for (claims, said) in [(&set.agreeing, words.agreeing), (&set.contradicted, words.contradicted)] {
            if !claims.is_empty() {
                lines.push(format!("     {}", said(claims.len())));
            }
        }
    }
    if repairs.sets.len() > SETS_PRINTED {
        lines.push(format!("  {}", (words.more_repairs)(repairs.found - SETS_PRINTED)));
    }
    for proof in &repairs.proofs {
        lines.push(format!("  {}: {}", words.proof, proof.words));
    }
    lines.join("\n") + "\n\n"
}

fn changes(words: &Words, set: &Repair) -> String {
    let each: Vec<String> = set.changes.iter().map(|change| one(words, change)).collect();
    each.join(words.then)
}

/// `（二）部分公开·商业企业 3 → 0`, with what the slip may have been.
fn one(words: &Words, change: &CellChange) -> String {
    let from = change.from.map_or_else(|| words.blank.to_owned(), |from| from.to_string());
    let to = match change.forced() {
        Some(value) => value.to_string(),
        None => (words.range)(change.least, change.most, change.value),
    };
    let slip = change.slip.as_ref().map(|(_, slip)| (words.in_brackets)(slip)).unwrap_or_default();
    format!("{} {from} → {to}{slip}", change.name)
}
