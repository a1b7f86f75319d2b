//! The words around a figure.

use super::sentence::Reader;
use super::tokens::{Token, What};
use super::vocabulary::{Object, Sense};
use crate::reading::search::last_of;

/// Characters between words that say nothing.
const SMALL_WORDS: &str =
    "的了在对和及与或并由为是有共已计数到于也还另又将被日从向经其所我本以件此该之来给同";
/// Characters that end the name of an organ.
const ORGANS: &str = "局委厅镇乡办院所站处科室队校";

/// The words around a figure.
// Each is seen or not, whatever the others are.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) objects: Vec<Object>,
    pub(super) deeds: Vec<&'static str>,
    pub(super) results: Vec<&'static str>,
    pub(super) applicants: Vec<&'static str>,
    pub(super) outcome: Option<&'static str>,
    pub(super) document: Option<&'static str>,
    pub(super) other: bool,
    pub(super) carried: bool,
    pub(super) next: bool,
    pub(super) previous: bool,
    pub(super) share: bool,
    pub(super) each: bool,
    pub(super) all_rate: bool,
    pub(super) compared: bool,
    pub(super) rate: bool,
    pub(super) doubt: bool,
    pub(super) way: bool,
    /// The name of another organ stands before the words.
    pub(super) organ: bool,
    pub(super) foreign: bool,
    pub(super) foreign_first: bool,
    pub(super) information_last: bool,
    pub(super) nothing: bool,
    /// The year before the figure is not the report's.
    pub(super) other_year: bool,
    pub(super) government: bool,
    pub(super) published: bool,
    /// Characters in no word before the first word that tells something.
    pub(super) strange_ahead: usize,
    /// Characters in no word behind it.
    pub(super) strange_within: usize,
    /// The first and the last character of the words that tell something.
    pub(super) words: Option<(usize, usize)>,
    pub(super) is_last: bool,
}

impl Seen {
    pub(super) fn tells_something(&self) -> bool {
        self.words.is_some()
    }
}

impl Reader<'_> {
    /// Looks at the words between two places.
    pub(super) fn look(&self, tokens: &[Token], start: usize, end: usize) -> Seen {
        let mut seen = Seen::default();
        let mut at = start;
        let mut all_ways = false;
        for (index, token) in tokens.iter().enumerate() {
            self.count_strange(&mut seen, at, token.start);
            at = token.end;
            if let What::Year(year) = token.what {
                let is = |other: Option<u16>| other == Some(year);
                seen.previous |= is(self.year.and_then(|year| year.checked_sub(1)));
                seen.next |= is(self.year.and_then(|year| year.checked_add(1)));
                seen.other_year = self.year.is_some() && !is(self.year);
            }
            let What::Word(sense) = token.what else { continue };
            let mut tells = true;
            seen.information_last = sense == Sense::Information;
            match sense {
                Sense::Object(object) => {
                    // Said again, it begins anew: “行政规范性文件”栏目发布规范性文件.
                    if seen.objects.contains(&object) {
                        seen.strange_within = 0;
                        let before = index.checked_sub(1).map(|before| tokens[before]);
                        let touching = before.filter(|before| before.end == token.start);
                        seen.words = Some((touching.unwrap_or(*token).start, token.end));
                    } else {
                        seen.objects.push(object);
                    }
                }
                Sense::Deed(rows) => seen.deeds.push(rows),
                Sense::Result(rows) => {
                    seen.doubt |= rows.starts_with('?');
                    seen.results.push(rows.trim_start_matches('?'));
                }
                Sense::Applicant(columns) => seen.applicants.push(columns),
                Sense::Outcome(column) => seen.outcome = Some(column),
                Sense::Document(column) => {
                    // 发布现行有效 is about what is in force.
                    if seen.document.is_none_or(|before| before == "issued") {
                        seen.document = Some(column);
                    }
                }
                Sense::Other => seen.other = true,
                Sense::Carried => seen.carried = true,
                Sense::Next => seen.next = true,
                Sense::Previous => seen.previous = true,
                _ => {
                    tells = false;
                    match sense {
                        Sense::Share => seen.share = true,
                        Sense::Each => seen.each = true,
                        Sense::AllRate => seen.all_rate = true,
                        Sense::Compared => seen.compared = true,
                        Sense::Rate => seen.rate = true,
                        Sense::Doubt | Sense::Respectively => seen.doubt = true,
                        Sense::Way => seen.way = true,
                        Sense::AllWays => all_ways = true,
                        Sense::Foreign => {
                            seen.foreign = true;
                            // 收到5件建议, but not 11份并同步解读.
                            seen.foreign_first |= index == 0 && self.passage.are_near(start, token.start, 2);
                        }
                        Sense::Nothing => seen.nothing = true,
                        Sense::Government => seen.government = true,
                        Sense::Published => seen.published = true,
                        _ => {}
                    }
                }
            }
            if tells {
                seen.words = Some((seen.words.map_or(token.start, |(first, _)| first), token.end));
            }
        }
        self.count_strange(&mut seen, at, end);
        // 通过网络、信函等渠道: every way to apply is meant.
        seen.way &= !all_ways;
        seen
    }

    /// Counts characters that are in no word and not small words either. The
    /// name of another organ makes the figure another's.
    fn count_strange(&self, seen: &mut Seen, start: usize, end: usize) {
        let text = self.passage.text();
        let mut before = last_of(&text[..start]);
        for character in text[start..end.max(start)].chars() {
            let previous = std::mem::replace(&mut before, character);
            if SMALL_WORDS.contains(character) {
                continue;
            }
            if seen.words.is_some() {
                seen.strange_within += 1;
            } else {
                seen.strange_ahead += 1;
                // 管委会 is short for 管理委员会.
                let is_own = || self.issuer.contains(previous) && self.issuer.contains(character);
                seen.organ |= ORGANS.contains(character) && !is_own();
            }
        }
    }
}
