//! What the text around a group of values says of the row it is.
//!
//! A label stands before its values, or is broken around them, or stands
//! behind them; between its pieces lie pieces of merged labels and of heads
//! that are printed again. So a label is looked for as a beginning at the end
//! of the text before the values, and the rest at the start of the text behind.

use super::tokens::Gap;
use crate::form::{LabelSpec, TableSpec};
use crate::reading::label::{contains_in_order, folded_label};
use crate::text::fold;
use crate::text::marks::{ends_with_mark, is_one_of};

/// So many characters before or behind values are looked at: twice the longest
/// label.
const REACH: usize = 80;

/// A label of up to so many characters must be there letter by letter, and in
/// one piece.
const SHORT_LABEL: usize = 3;

/// What numbers of items are written with.
const NUMERALS: &str = "0123456789一二三四五六七八九十";

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
    labels: &'a Labels,
    pub(super) gaps: Vec<GapText>,
    /// For each gap the rows whose label it ends with, word for word.
    same: Vec<Vec<usize>>,
    /// For each gap and row: the distances of the label's beginnings to the
    /// end of the gap, and of its rests to the start of the gap.
    beginnings: Vec<Option<Distances>>,
    rests: Vec<Option<Distances>>,
}

/// For each wording and each variant of a text, the distances by length.
type Distances = Vec<Vec<usize>>;

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
    /// With how many characters the number of an item begins it.
    number: usize,
    end: Vec<char>,
    /// The last of the labels at the end.
    last_label: String,
}

impl Labels {
    pub(super) fn new(spec: &TableSpec) -> Self {
        let mut labels = Self { rows: Vec::new(), others: Vec::new() };
        for (row, _) in spec.rows() {
            let mut wordings: Vec<Vec<char>> = Vec::new();
            for wording in row.label.wordings() {
                wordings.push(folded_label(wording).chars().collect());
            }
            labels.rows.push(RowLabel { wordings, cores: row.label.cores });
            labels.add_others(row.groups);
        }
        for block in spec.blocks {
            for column in block.columns {
                labels.add_others(&[&column.label]);
                labels.add_others(column.groups);
            }
            if let Some(heading) = &block.heading {
                labels.add_others(&[heading]);
            }
        }
        for label in spec.furniture {
            labels.add_others(&[label]);
        }
        labels
    }

    fn add_others(&mut self, labels: &[&LabelSpec]) {
        for label in labels {
            for wording in label.wordings() {
                let folded = fold(wording);
                if !self.others.contains(&folded) {
                    self.others.push(folded);
                }
            }
        }
    }

    fn prepare(&self, gap: &Gap) -> GapText {
        let (mut whole, mut telling) = (String::new(), String::new());
        for piece in &gap.pieces {
            whole.push_str(&piece.folded);
            if !self.is_other(&piece.folded) {
                telling.push_str(&piece.folded);
            }
        }
        GapText {
            tells: !telling.is_empty(),
            is_empty: whole.is_empty(),
            variants: [Side::new(&whole), Side::new(&telling)],
            whole,
        }
    }

    /// Whether a piece belongs to a merged label or to a head.
    fn is_other(&self, piece: &str) -> bool {
        self.others.iter().any(|other| other.contains(piece))
    }

    fn rows_at_the_end(&self, gap: &GapText) -> Vec<usize> {
        let mut rows = Vec::new();
        if !gap.is_empty {
            for (row, label) in self.rows.iter().enumerate() {
                if label.wordings.iter().any(|wording| gap.ends_with(wording)) {
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// Whether no other row is recognisable in the same text.
    fn only_row_with_core(&self, row: usize, before: &GapText) -> bool {
        let is_it = |(other, label): (usize, &RowLabel)| other == row || !before.holds_core(label);
        self.rows.iter().enumerate().all(is_it)
    }
}

impl<'a> Finder<'a> {
    pub(super) fn new(labels: &'a Labels, gaps: &[Gap]) -> Self {
        let places = gaps.len() * labels.rows.len();
        let mut finder = Self {
            labels,
            gaps: Vec::with_capacity(gaps.len()),
            same: Vec::with_capacity(gaps.len()),
            beginnings: vec![None; places],
            rests: vec![None; places],
        };
        for gap in gaps {
            let gap = labels.prepare(gap);
            finder.same.push(labels.rows_at_the_end(&gap));
            finder.gaps.push(gap);
        }
        finder
    }

    /// Whether the label of another row stands directly before the values.
    pub(super) fn is_anothers(&self, row: usize, before_gap: usize) -> bool {
        let same = &self.same[before_gap];
        !same.is_empty() && !same.contains(&row)
    }

    /// Whether the whole label of a row stands in a gap.
    pub(super) fn is_whole_label_in(&self, row: usize, gap: usize) -> bool {
        self.labels.rows[row].wordings.iter().any(|wording| {
            wording.len() > SHORT_LABEL && self.gaps[gap].whole.contains(&String::from_iter(wording))
        })
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
            behind.variants.iter().any(|side| side.start[side.number..].starts_with(wording))
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
        let beginnings =
            self.beginnings[at(before_gap)].get_or_insert_with(|| distances_of(label, before, false));
        let rests = self.rests[at(behind_gap)].get_or_insert_with(|| distances_of(label, behind, true));
        let mut fewest: Option<usize> = None;
        for (beginnings, rests) in beginnings.iter().zip(rests) {
            let longest = beginnings.len() - 1;
            for length in 1..=longest {
                let slips = beginnings[length] + rests[longest - length];
                if slips <= longest / 4 && fewest.is_none_or(|fewest| slips < fewest) {
                    fewest = Some(slips);
                }
            }
        }
        fewest
    }
}

/// The distances of each wording long enough to be broken to the end of a gap
/// or, read backwards, to its start.
fn distances_of(label: &RowLabel, gap: &GapText, backwards: bool) -> Distances {
    let mut distances = Vec::new();
    for wording in label.wordings.iter().filter(|wording| wording.len() > SHORT_LABEL) {
        for side in &gap.variants {
            let distances_of_one = if backwards {
                let (mut wording, mut start) = (wording.clone(), side.start.clone());
                wording.reverse();
                start.reverse();
                edit_distances(&wording, &start).0
            } else {
                edit_distances(wording, &side.end).0
            };
            distances.push(distances_of_one);
        }
    }
    distances
}

impl GapText {
    fn ends_with(&self, wording: &[char]) -> bool {
        self.variants.iter().any(|side| side.end.ends_with(wording))
    }

    /// Whether what makes a label recognisable stands in the last of its labels.
    fn holds_core(&self, label: &RowLabel) -> bool {
        let core = |side: &Side| label.cores.iter().any(|core| contains_in_order(&side.last_label, core));
        self.variants.iter().any(core)
    }
}

/// What stands behind the last number of an item: `1.`, `（一）`.
fn last_label(text: &str) -> &str {
    let mut rest = text;
    while let Some((last, mark)) = rest.char_indices().next_back() {
        let before = &rest[..last];
        if is_one_of(mark, ".、)") && ends_with_mark(before, NUMERALS) {
            return &text[rest.len()..];
        }
        rest = before;
    }
    text
}

impl Side {
    fn new(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let end = characters[characters.len().saturating_sub(REACH)..].to_vec();
        let start = characters[..characters.len().min(REACH)].to_vec();
        let last_label = last_label(&end.iter().collect::<String>()).to_owned();
        Self { number: length_of_number(&start), start, end, last_label }
    }
}

/// How many characters `1.`, `（一）` or `一、` at the start take.
fn length_of_number(characters: &[char]) -> usize {
    let is_of_number = |character: char| is_one_of(character, NUMERALS) || is_one_of(character, "()、.");
    characters.iter().take(4).take_while(|character| is_of_number(**character)).count()
}

/// Whether a stretch of the text is like the label, with a third of it wrong at
/// most.
pub(super) fn is_alike_somewhere(label: &str, text: &str) -> bool {
    let (label, text): (Vec<char>, Vec<char>) = (label.chars().collect(), text.chars().collect());
    edit_distances(&label, &text).1.iter().any(|distance| distance * 3 <= label.len())
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
