//! Places laid onto lines.

use std::rc::Rc;

use gouji_json::{Severity, Utf16Range};

use super::SourceText;

/// How strongly a place is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// A finding's place.
    Plain,
    /// A further place of the selected finding.
    Related,
    /// The selected place.
    Selected,
}

/// A place to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MarkedPlace {
    /// Where.
    pub(crate) range: Utf16Range,
    /// The weight of the finding; none for a cell without one.
    pub(crate) severity: Option<Severity>,
    /// How strongly.
    pub(crate) strength: Strength,
}

/// How a piece of a line is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PieceKind {
    /// The greatest weight of the findings there.
    pub(crate) severity: Option<Severity>,
    /// The greatest strength of the marks there.
    pub(crate) strength: Strength,
}

/// A marked piece of a line, in bytes of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte behind its last; equal to `start` where a cell is empty.
    pub(crate) end: usize,
    /// How it is marked.
    pub(crate) kind: PieceKind,
}

/// What is marked in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LineMarks {
    /// The marked pieces, left to right, not overlapping.
    pub(crate) pieces: Vec<Piece>,
    /// The greatest weight in this line, for the margin.
    pub(crate) margin: Option<Severity>,
    /// Whether the line belongs to a selected place that is longer than a line.
    pub(crate) selected: bool,
}

/// A place that covers more lines than this is shown in the margin alone: a
/// whole table underlined from end to end would hide what is marked inside it.
const LINES_MARKED_IN_FULL: usize = 2;

/// What is marked in which line, by line; lines without a mark are left out.
pub(crate) type MarksByLine = Vec<(usize, Rc<LineMarks>)>;

/// Lays `places` onto the lines of `source`.
pub(crate) fn mark_lines(source: &SourceText, places: &[MarkedPlace]) -> MarksByLine {
    let mut lines: Vec<LineMarks> = vec![LineMarks::default(); source.line_count()];
    for place in places {
        let [start, end] = place.range;
        let (first, last) = (source.line_of(start), source.line_of(end.max(start + 1) - 1));
        let in_full = last - first < LINES_MARKED_IN_FULL;
        for (index, marks) in lines.iter_mut().enumerate().take(last + 1).skip(first) {
            if place.strength != Strength::Related {
                marks.margin = gravest(marks.margin, place.severity);
            }
            marks.selected |= !in_full && place.strength == Strength::Selected;
            if in_full {
                let line = source.line(index);
                let offset = |place: u32| {
                    SourceText::byte_in_line(line, place.saturating_sub(source.line_start(index)))
                };
                let kind = PieceKind { severity: place.severity, strength: place.strength };
                marks.pieces.push(Piece { start: offset(start), end: offset(end), kind });
            }
        }
    }
    let marked = lines.into_iter().enumerate().filter(|(_, marks)| *marks != LineMarks::default());
    marked
        .map(|(index, marks)| {
            let pieces = without_overlaps(&marks.pieces);
            (index, Rc::new(LineMarks { pieces, ..marks }))
        })
        .collect()
}

/// `Severity` orders from the gravest to the lightest.
fn gravest(left: Option<Severity>, right: Option<Severity>) -> Option<Severity> {
    match (left, right) {
        (Some(left), Some(right)) => Some(left.min(right)),
        (one, other) => one.or(other),
    }
}

/// Cuts overlapping pieces where one begins or ends; each part takes the
/// gravest weight and the greatest strength of those that cover it.
fn without_overlaps(pieces: &[Piece]) -> Vec<Piece> {
    // Put in order as they come: a line has a handful, and a sort for them alone
    // would be more program than all of this.
    let mut cuts: Vec<usize> = Vec::new();
    for cut in pieces.iter().flat_map(|piece| [piece.start, piece.end]) {
        let place = cuts.partition_point(|&other| other < cut);
        if cuts.get(place) != Some(&cut) {
            cuts.insert(place, cut);
        }
    }
    let joined = |start: usize, end: usize| {
        pieces
            .iter()
            .filter(|piece| {
                piece.start <= start && end <= piece.end && (start < end || piece.start == piece.end)
            })
            .map(|piece| piece.kind)
            .reduce(|left, right| PieceKind {
                severity: gravest(left.severity, right.severity),
                strength: left.strength.max(right.strength),
            })
            .map(|kind| Piece { start, end, kind })
    };
    let mut result: Vec<Piece> = Vec::new();
    for (index, &cut) in cuts.iter().enumerate() {
        result.extend(joined(cut, cut));
        if let Some(&next) = cuts.get(index + 1) {
            result.extend(joined(cut, next));
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(range: Utf16Range, severity: Severity, strength: Strength) -> MarkedPlace {
        MarkedPlace { range, severity: Some(severity), strength }
    }

    fn cut(marks: &LineMarks) -> Vec<(usize, usize, Option<Severity>, Strength)> {
        marks
            .pieces
            .iter()
            .map(|piece| (piece.start, piece.end, piece.kind.severity, piece.kind.strength))
            .collect()
    }

    #[test]
    fn overlaps_are_cut_and_the_gravest_wins() {
        let source = SourceText::new("ab cd ef".into());
        let lines = mark_lines(
            &source,
            &[
                place([0, 5], Severity::Info, Strength::Plain),
                place([3, 8], Severity::Error, Strength::Selected),
            ],
        );
        assert_eq!(
            cut(&lines[0].1),
            [
                (0, 3, Some(Severity::Info), Strength::Plain),
                (3, 5, Some(Severity::Error), Strength::Selected),
                (5, 8, Some(Severity::Error), Strength::Selected),
            ]
        );
        assert_eq!(lines[0].1.margin, Some(Severity::Error));
    }

    #[test]
    fn an_empty_cell_keeps_its_place() {
        let source = SourceText::new("规章\t\t0".into());
        let lines = mark_lines(&source, &[place([3, 3], Severity::Warning, Strength::Plain)]);
        assert_eq!(cut(&lines[0].1), [(7, 7, Some(Severity::Warning), Strength::Plain)]);
    }

    #[test]
    fn a_whole_table_is_marked_in_the_margin() {
        let source = SourceText::new("一\n二\n三\n四".into());
        let lines = mark_lines(&source, &[place([0, 7], Severity::Warning, Strength::Selected)]);
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|(_, marks)| marks.pieces.is_empty() && marks.selected));
    }
}
