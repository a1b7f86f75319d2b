//! Clean reports with one fault each, to see whether it is found.
//!
//! A fault is a sentence of `tests/prose/faults.txt` in the place of a right one, or a
//! change to the figures, headings and dates (`edits`). What is wrong is marked
//! with ⟦ and ⟧ until the text is finished.

mod edits;
mod judge;

use fastrand::Rng;
use gouji::text::TextRange;

use crate::prose::{Pen, Piece, Topic, Wordings, WrittenReport, written};

pub use edits::EDITED;
pub use judge::{Judgement, judge};

/// A report with one fault.
#[derive(Clone, Debug)]
pub struct Faulty {
    /// The rule that must report it.
    pub code: String,
    /// The clean report it was made of.
    pub clean: String,
    /// The report.
    pub text: String,
    /// What is wrong, any of these places; empty for anywhere.
    pub places: Vec<TextRange>,
    /// Rules that may report the same fault as well.
    pub companions: Vec<String>,
}

/// A way to make a fault of one rule.
#[derive(Clone, Debug)]
enum Way<'a> {
    /// A sentence of a group of wordings.
    Wording { group: &'a str, replaces: bool, topic: Topic },
    /// A change to the report.
    Edit(edits::Edit),
}

/// The rules faults are made for, in order.
pub fn codes() -> Vec<String> {
    let worded = Wordings::faulty().names().filter(|name| name.starts_with("GJ"));
    let mut codes: Vec<String> = worded
        .map(|name| name[..5].to_owned())
        .chain(EDITED.iter().map(|edit| edit.code.to_owned()))
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

/// The fault of this number for a rule; none where the report of that number has
/// no place for one.
pub fn inject(code: &str, number: u64) -> Option<Faulty> {
    let mut random = Rng::with_seed(number ^ 0x5eed);
    let report = written(number);
    let clean = report.text();
    let mut ways: Vec<(Way<'_>, Vec<String>)> = Vec::new();
    for name in Wordings::faulty().names().filter(|name| name.starts_with(code)) {
        let fits = Wordings::faulty().group(name).iter().any(|wording| wording.fits(&report.facts));
        let (way, companions) = read_group(name);
        if fits && report.pieces.iter().any(|piece| piece.topic == way.topic()) {
            ways.push((way, companions));
        }
    }
    for edit in EDITED.iter().filter(|edit| edit.code == code) {
        let companions = edit.companions.iter().map(|code| (*code).to_owned()).collect();
        ways.push((Way::Edit(*edit), companions));
    }
    if ways.is_empty() {
        return None;
    }
    let (way, companions) = ways.swap_remove(random.usize(..ways.len()));
    let marked = match way {
        Way::Wording { group, replaces, topic } => worded(report, group, replaces, topic, random),
        Way::Edit(edit) => (edit.make)(report, &mut random)?.text(),
    };
    let (text, places) = unmarked(&marked);
    Some(Faulty { code: code.to_owned(), clean, text, places, companions })
}

impl Way<'_> {
    fn topic(&self) -> Topic {
        match self {
            Self::Wording { topic, .. } => *topic,
            Self::Edit(_) => Topic::Space,
        }
    }
}

/// Reads `GJ411 replace Applications | GJ419`.
fn read_group(name: &str) -> (Way<'_>, Vec<String>) {
    let (head, companions) = name.split_once('|').unwrap_or((name, ""));
    let words: Vec<&str> = head.split_whitespace().collect();
    let [_, doing, topic] = words[..] else { panic!("not a group of faults: {name}") };
    let topic = match topic {
        "Applications" => Topic::Applications,
        "Contact" => Topic::Contact,
        "Disclosure" => Topic::Disclosure,
        "Documents" => Topic::Documents,
        "Fees" => Topic::Fees,
        "Management" => Topic::Management,
        "Opening" => Topic::Opening,
        "Parts" => Topic::Parts,
        "Period" => Topic::Period,
        "Platform" => Topic::Platform,
        "Problems" => Topic::Problems,
        "Review" => Topic::Review,
        _ => panic!("no such topic: {topic}"),
    };
    let companions = companions.split_whitespace().map(ToOwned::to_owned).collect();
    (Way::Wording { group: name, replaces: doing == "replace", topic }, companions)
}

/// The report with a faulty sentence, marked.
fn worded(mut report: WrittenReport, group: &str, replaces: bool, topic: Topic, random: Rng) -> String {
    let mut pen = Pen::new(random);
    let fitting = Wordings::faulty().fitting(group, &report.facts);
    let wording = *pen.one_of(&fitting);
    let sentence = pen.write(&wording.template, &report.facts);
    let mut placed = false;
    let mut pieces = Vec::new();
    for piece in report.pieces {
        if piece.topic != topic {
            pieces.push(piece);
            continue;
        }
        let part = piece.part;
        if !replaces {
            pieces.push(piece);
        }
        if !placed {
            pieces.push(Piece { part, topic, text: sentence.clone() });
            placed = true;
        }
    }
    report.pieces = pieces;
    report.text()
}

/// Takes the marks away; says where they were.
fn unmarked(marked: &str) -> (String, Vec<TextRange>) {
    let mut text = String::with_capacity(marked.len());
    let mut places = Vec::new();
    let mut start = 0;
    for character in marked.chars() {
        match character {
            '⟦' => start = text.len(),
            '⟧' => places.push(TextRange::new(start, text.len())),
            _ => text.push(character),
        }
    }
    (text, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_with_faults_gets_some() {
        for code in codes() {
            let made = (0..80).filter_map(|number| inject(&code, number)).count();
            assert!(made >= 5, "{code}: only {made} of 80 reports have a place for a fault");
        }
    }

    #[test]
    fn a_fault_is_a_change_and_its_place_is_in_the_text() {
        for code in codes() {
            for faulty in (0..40).filter_map(|number| inject(&code, number)) {
                assert_ne!(faulty.text, faulty.clean, "{code}");
                assert!(!faulty.text.contains(['⟦', '⟧', '{', '}']), "{code}: {}", faulty.text);
                for place in faulty.places {
                    assert!(faulty.text.get(std::ops::Range::from(place)).is_some(), "{code}");
                }
            }
        }
    }
}
