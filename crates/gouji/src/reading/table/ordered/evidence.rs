//! What the text around a group of values says of the row it is.
//!
//! A label stands before its values, or is broken around them, or stands
//! behind them; between its pieces lie pieces of merged labels and of heads
//! that are printed again. So a label is looked for as a beginning at the end
//! of the text before the values, and the rest at the start of the text behind.

use super::tokens::Gap;
use crate::form::{LabelSpec, TableSpec};
use crate::reading::label::{contains_in_order, without_enumeration};
use crate::sorted::sorted_each_once;
use crate::text::fold;

/// So many characters before or behind values are looked at: twice the longest
/// label.
const REACH: usize = 80;

/// A label of up to so many characters must be there letter by letter, and in
/// one piece.
const SHORT_LABEL: usize = 3;

/// How a label was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    /// Before the values, or around them, word for word.
    Same,
    /// Behind the values, word for word.
    Behind,
    /// What makes it recognisable stands before the values.
    Recognisable,
    /// With slips.
    Alike,
}

/// The labels of a table's rows, prepared to be looked for.
pub(super) struct Labels {
    rows: Vec<RowLabel>,
    /// Everything in the table that is no row's own label: merged labels, and
    /// what stands in heads.
    others: Vec<String>,
}

/// Looks for labels in the gaps of a stream, each gap at most once.
pub(super) struct Finder<'a> {
    pub(super) labels: &'a Labels,
    pub(super) gaps: Vec<GapText>,
    /// For each gap the rows whose label it ends with, word for word.
    same: Vec<Vec<usize>>,
    /// For each gap and row: the distances of the label's beginnings to the
    /// end of the gap, and of its rests to the start of the gap.
    beginnings: Vec<Option<Vec<Vec<usize>>>>,
    rests: Vec<Option<Vec<Vec<usize>>>>,
}

struct RowLabel {
    /// The form's words and the accepted ones, without enumeration.
    wordings: Vec<Vec<char>>,
    cores: &'static [&'static [&'static str]],
}

/// The text of a gap, prepared to be looked into.
pub(super) struct GapText {
    whole: String,
    /// All of it, and without merged labels and heads.
    variants: [Side; 2],
    /// Whether something is left without merged labels and heads.
    pub(super) tells: bool,
    pub(super) is_empty: bool,
}

/// The two ends of a gap's text.
struct Side {
    start: Vec<char>,
    end: Vec<char>,
    end_text: String,
}

impl Labels {
    pub(super) fn new(spec: &'static TableSpec) -> Self {
        let wording = |text: &str| without_enumeration(&fold(text)).chars().collect::<Vec<char>>();
        let rows = spec.rows().map(|(row, _)| RowLabel {
            wordings: std::iter::once(row.label.text)
                .chain(row.label.accepted.iter().copied())
                .map(wording)
                .collect(),
            cores: row.label.cores,
        });
        let blocks = || spec.blocks.iter();
        let columns = || blocks().flat_map(|block| block.columns);
        let others = spec
            .rows()
            .flat_map(|(row, _)| row.groups.iter().copied())
            .chain(
                columns()
                    .flat_map(|column| std::iter::once(&column.label).chain(column.groups.iter().copied())),
            )
            .chain(spec.furniture)
            .chain(blocks().filter_map(|block| block.heading.as_ref()));
        let folded = |label: &LabelSpec| {
            std::iter::once(label.text).chain(label.accepted.iter().copied()).map(fold).collect::<Vec<_>>()
        };
        Self { rows: rows.collect(), others: sorted_each_once(others.flat_map(folded)) }
    }

    pub(super) fn prepare(&self, gap: &Gap) -> GapText {
        let telling = gap.pieces.iter().filter(|piece| !self.is_other(&piece.folded));
        let telling: String = telling.map(|piece| piece.folded.as_str()).collect();
        let whole = gap.whole();
        GapText {
            whole: whole.clone(),
            tells: !telling.is_empty(),
            is_empty: whole.is_empty(),
            variants: [Side::new(whole), Side::new(telling)],
        }
    }

    /// Whether a piece belongs to a merged label or to a head.
    fn is_other(&self, piece: &str) -> bool {
        self.others.iter().any(|other| other.contains(piece))
    }

    fn rows_at_the_end(&self, gap: &GapText) -> Vec<usize> {
        let there = |label: &RowLabel| label.wordings.iter().any(|wording| gap.ends_with(wording));
        if gap.is_empty {
            return Vec::new();
        }
        (0..self.rows.len()).filter(|&row| there(&self.rows[row])).collect()
    }

    /// Whether no other row is recognisable in the same text.
    fn only_row_with_core(&self, row: usize, before: &GapText) -> bool {
        self.rows
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != row)
            .all(|(_, label)| !before.holds_core(label))
    }
}

impl<'a> Finder<'a> {
    pub(super) fn new(labels: &'a Labels, gaps: &[Gap]) -> Self {
        let gaps: Vec<GapText> = gaps.iter().map(|gap| labels.prepare(gap)).collect();
        let same = gaps.iter().map(|gap| labels.rows_at_the_end(gap)).collect();
        let places = gaps.len() * labels.rows.len();
        Self { labels, gaps, same, beginnings: vec![None; places], rests: vec![None; places] }
    }

    /// Whether the label of another row stands directly before the values.
    pub(super) fn is_anothers(&self, row: usize, before_gap: usize) -> bool {
        let same = &self.same[before_gap];
        !same.is_empty() && !same.contains(&row)
    }

    /// The rows other than this one whose whole label stands in a gap.
    pub(super) fn other_rows_in(&self, row: usize, gap: usize) -> Vec<usize> {
        let rows = 0..self.labels.rows.len();
        rows.filter(|&other| other != row && self.gaps[gap].contains(&self.labels.rows[other])).collect()
    }

    /// How the label of a row is found around values with these gaps before
    /// and behind them.
    pub(super) fn find(&mut self, row: usize, before_gap: usize, behind_gap: usize) -> Option<Found> {
        let (before, behind) = (&self.gaps[before_gap], &self.gaps[behind_gap]);
        let label = &self.labels.rows[row];
        if before.is_empty && behind.is_empty {
            return None;
        }
        if !self.same[before_gap].is_empty() {
            return self.same[before_gap].contains(&row).then_some(Found::Same);
        }
        let starts = |wording: &Vec<char>| {
            behind.variants.iter().any(|side| without_number(&side.start).starts_with(wording))
        };
        if before.is_empty {
            return label.wordings.iter().any(starts).then_some(Found::Behind);
        }
        match self.slips(row, before_gap, behind_gap) {
            Some(0) => Some(Found::Same),
            Some(_) => Some(Found::Alike),
            None => {
                let before = &self.gaps[before_gap];
                (before.holds_core(label) && self.labels.only_row_with_core(row, before))
                    .then_some(Found::Recognisable)
            }
        }
    }

    /// The fewest slips with which a label is broken around the values; none
    /// where they are too many.
    fn slips(&mut self, row: usize, before_gap: usize, behind_gap: usize) -> Option<usize> {
        let label = &self.labels.rows[row];
        let at = |gap: usize| gap * self.labels.rows.len() + row;
        let (before, behind) = (&self.gaps[before_gap], &self.gaps[behind_gap]);
        let beginnings = self.beginnings[at(before_gap)].get_or_insert_with(|| {
            distances_of(label, before.variants.iter().map(|side| side.end.clone()), false)
        });
        let rests = self.rests[at(behind_gap)].get_or_insert_with(|| {
            let starts = behind.variants.iter().map(|side| side.start.iter().rev().copied().collect());
            distances_of(label, starts, true)
        });
        let of_both = beginnings.iter().zip(&*rests).filter_map(|(beginnings, rests)| {
            let longest = beginnings.len() - 1;
            let slips = (1..=longest).map(|length| beginnings[length] + rests[longest - length]).min()?;
            (slips <= longest / 4).then_some(slips)
        });
        of_both.min()
    }
}

/// The distances of each wording long enough to be broken, read backwards or
/// not, to the end of each of `texts`.
fn distances_of(
    label: &RowLabel,
    texts: impl Iterator<Item = Vec<char>>,
    backwards: bool,
) -> Vec<Vec<usize>> {
    let texts: Vec<Vec<char>> = texts.collect();
    let mut distances = Vec::new();
    for wording in label.wordings.iter().filter(|wording| wording.len() > SHORT_LABEL) {
        let mut wording = wording.clone();
        if backwards {
            wording.reverse();
        }
        distances.extend(texts.iter().map(|text| distances_to_the_end(&wording, text)));
    }
    distances
}

impl GapText {
    fn ends_with(&self, wording: &[char]) -> bool {
        self.variants.iter().any(|side| side.end.ends_with(wording))
    }

    /// Whether what makes a label recognisable stands in the last of its labels.
    fn holds_core(&self, label: &RowLabel) -> bool {
        let core =
            |side: &Side| label.cores.iter().any(|core| contains_in_order(last_label(&side.end_text), core));
        self.variants.iter().any(core)
    }

    /// Whether a whole label stands anywhere in it.
    fn contains(&self, label: &RowLabel) -> bool {
        let there = |wording: &Vec<char>| {
            let wording: String = wording.iter().collect();
            wording.chars().count() > SHORT_LABEL && self.whole.contains(&wording)
        };
        label.wordings.iter().any(there)
    }
}

/// What stands behind the last number of an item: `1.`, `（一）`.
fn last_label(text: &str) -> &str {
    let number = |(at, mark): (usize, &str)| {
        let before = text[..at].chars().next_back().unwrap_or_default();
        let is_number = before.is_ascii_digit() || "一二三四五六七八九十".contains(before);
        is_number.then_some(at + mark.len())
    };
    let marks = || text.rmatch_indices(['.', '、', ')']);
    &text[marks().find_map(number).unwrap_or(0)..]
}

impl Side {
    fn new(text: String) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let from = characters.len().saturating_sub(REACH);
        let end = characters[from..].to_vec();
        Self {
            start: characters[..characters.len().min(REACH)].to_vec(),
            end_text: if from == 0 { text } else { end.iter().collect() },
            end,
        }
    }
}

/// Without `1.`, `（一）`, `一、` at the start.
fn without_number(characters: &[char]) -> &[char] {
    let is_number =
        |character: &char| character.is_ascii_digit() || "一二三四五六七八九十()、.".contains(*character);
    let rest = characters.iter().take(4).take_while(|character| is_number(character)).count();
    &characters[rest..]
}

/// Whether a stretch of the text is like the label, with a third of it wrong at
/// most.
pub(super) fn is_alike_somewhere(label: &str, text: &str) -> bool {
    let (label, text): (Vec<char>, Vec<char>) = (label.chars().collect(), text.chars().collect());
    edit_distances(&label, &text).1.iter().any(|distance| distance * 3 <= label.len())
}

/// For each beginning of `label`, by its length, the least edit distance to
/// any stretch that ends where `text` ends.
fn distances_to_the_end(label: &[char], text: &[char]) -> Vec<usize> {
    edit_distances(label, text).0
}

/// The least edit distances to stretches of `text` (Sellers 1980): of each
/// beginning of `label` to those that end where the text ends, and of the whole
/// label to those that end at each place.
fn edit_distances(label: &[char], text: &[char]) -> (Vec<usize>, Vec<usize>) {
    let mut row = vec![0; text.len() + 1];
    let mut to_the_end = vec![0];
    for (at, from) in label.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, to) in text.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
        to_the_end.push(row[text.len()]);
    }
    (to_the_end, row)
}
