//! Which line is which row: lines are prepared, compared with the labels of the
//! rows, and aligned with them.

use super::align::{Fit, align};
use super::head::is_head_line;
use super::values::{Values, find_values, first_and_last_filled};
use crate::form::{ColumnSpec, RowSpec, TableSpec};
use crate::reading::fields::{Field, TableLine};
use crate::reading::label::{Agreement, Matcher, agreements, without_enumeration};

/// A row has at most its own label and two merged ones.
const MOST_LABELS: usize = 3;
/// A label this long, in characters, stands for no column as well.
pub(super) const SHORTEST_SURE_LABEL: usize = 4;

/// As many rows with the same wrong number of values have one cause, which
/// rows that happen to fit share.
const ROWS_OF_ONE_MISCOUNT: usize = 3;

/// A line, prepared for comparison with the rows.
pub(super) struct Candidate<'line> {
    pub(super) line: &'line TableLine,
    /// The text fields before the first value, each with its label folded and
    /// freed of enumeration.
    pub(super) labels: Vec<(usize, &'line str)>,
    /// Where values can begin, where no field is the row's own label.
    pub(super) unlabelled_start: usize,
    /// Whether some field is a label, and not one of merged cells.
    pub(super) has_own_label: bool,
}

/// The rows of the form, and their labels in the same order.
pub(super) struct Targets {
    pub(super) rows: Vec<Target>,
    pub(super) matchers: Vec<Matcher>,
}

/// A row of the form.
pub(super) struct Target {
    pub(super) row: &'static RowSpec,
    pub(super) columns: &'static [ColumnSpec],
}

/// A line that was matched with a row.
pub(super) struct Match {
    pub(super) target: usize,
    pub(super) candidate: usize,
    /// The field that holds the label.
    pub(super) label: Option<usize>,
    pub(super) agreement: Option<Agreement>,
    pub(super) values: Values,
}

impl Targets {
    pub(super) fn new(spec: &TableSpec) -> Self {
        let mut targets = Self { rows: Vec::new(), matchers: Vec::new() };
        for (row, columns) in spec.rows() {
            targets.rows.push(Target { row, columns });
            targets.matchers.push(Matcher::new(&row.label));
        }
        targets
    }

    /// The first row that has this very label.
    pub(super) fn row_labelled(&self, label: &str) -> Option<usize> {
        self.matchers.iter().position(|matcher| matcher.agreement_is_same(label))
    }
}

/// Prepares a line that can be a row: it holds a value, or blanks enough.
pub(super) fn candidate<'line>(
    targets: &Targets,
    merged: &[String],
    line: &'line TableLine,
) -> Option<Candidate<'line>> {
    // A row in which nothing is a number looks like a head, but for its label.
    let is_row = |field: &Field| {
        field.label().chars().count() >= SHORTEST_SURE_LABEL && targets.row_labelled(field.label()).is_some()
    };
    if is_head_line(line) && !line.fields.iter().take(MOST_LABELS).any(is_row) {
        return None;
    }
    let mut candidate = Candidate { line, labels: Vec::new(), unlabelled_start: 0, has_own_label: false };
    for (at, field) in line.fields.iter().enumerate() {
        if field.is_value() {
            return Some(candidate);
        }
        if field.is_text() {
            candidate.add_label(at, field.label(), merged);
        }
    }
    (!candidate.labels.is_empty()).then_some(candidate)
}

/// What is left of a label when the merged ones before it are taken off; none
/// where there are none.
fn without_merged<'label>(merged: &[String], label: &'label str) -> Option<&'label str> {
    let mut own = None;
    let mut rest = label;
    while let Some(behind) = merged.iter().find_map(|merged| rest.strip_prefix(merged.as_str())) {
        rest = without_enumeration(behind);
        own = Some(rest);
    }
    own
}

impl<'line> Candidate<'line> {
    fn add_label(&mut self, at: usize, label: &'line str, merged: &[String]) {
        // A merged label may have run into the row's own.
        match without_merged(merged, label) {
            Some("") => self.unlabelled_start = at + 1,
            Some(own) => {
                self.has_own_label = true;
                self.labels.push((at, own));
            }
            // A lone numeral, such as 一、 in a cell of its own.
            None if label.is_empty() => self.unlabelled_start = at + 1,
            None => self.has_own_label = true,
        }
        self.labels.push((at, label));
    }

    /// For each row, the field that agrees best with it, and how well.
    fn best_labels(&self, targets: &Targets) -> Vec<Option<(Agreement, usize)>> {
        let mut best: Vec<Option<(Agreement, usize)>> = vec![None; targets.rows.len()];
        // Of several that agree alike, the rightmost is the row's own.
        for &(at, label) in self.labels.iter().rev() {
            for (row, agreement) in agreements(&targets.matchers, label) {
                if best[row].is_none_or(|(known, _)| agreement < known) {
                    best[row] = Some((agreement, at));
                }
            }
        }
        best
    }

    /// The values, given the field that holds the label.
    fn values(&self, label: Option<usize>, columns: usize, width: usize) -> Values {
        let fields = &self.line.fields;
        let start = label.map_or(self.unlabelled_start, |at| at + 1);
        let values = find_values(fields, start, columns, width);
        if !matches!(values, Values::Count { .. }) {
            return values;
        }
        // The label may go on in further fields.
        let mut end_of_label = start;
        while fields.get(end_of_label).is_some_and(|field| field.is_text() && !field.is_numeric) {
            end_of_label += 1;
        }
        match find_values(fields, end_of_label, columns, width) {
            Values::Count { .. } => values,
            behind_label => behind_label,
        }
    }

    fn fit_by_position(&self, target: &Target) -> Fit {
        // Few columns are too little to know a row without a label by.
        let by_position = !self.has_own_label
            && target.columns.len() > 3
            && self.line.holds_values()
            && matches!(self.values(None, target.columns.len(), 0), Values::Window(_));
        if by_position { Fit::Position } else { Fit::None }
    }
}

/// Matches the lines with the rows; lines with the very label of a row that
/// found no line are taken even where the order is broken.
pub(super) fn match_lines(
    targets: &Targets,
    candidates: &[Candidate<'_>],
    lines: &[TableLine],
) -> (usize, Vec<Match>) {
    let rows = targets.rows.len();
    let mut best_labels = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        best_labels.push(candidate.best_labels(targets));
    }
    let fit_of = |line: usize, row: usize| match best_labels[line][row] {
        Some((agreement, _)) => Fit::Label(agreement),
        None => candidates[line].fit_by_position(&targets.rows[row]),
    };
    let (cost, mut rows_of_lines) = align(candidates.len(), rows, &fit_of);
    for line in 0..candidates.len() {
        // A head has labels as well, but no values.
        if rows_of_lines[line].is_some() || !candidates[line].line.holds_values() {
            continue;
        }
        let is_same = |row: usize| matches!(best_labels[line][row], Some((Agreement::Same, _)));
        rows_of_lines[line] = (0..rows).find(|&row| is_same(row) && !rows_of_lines.contains(&Some(row)));
    }
    drop_uncertain_positions(&mut rows_of_lines, &fit_of);
    let widths = widths(targets, candidates, &rows_of_lines, lines);
    let mut matches = Vec::new();
    for (target, width) in widths.into_iter().enumerate() {
        let Some(candidate) = rows_of_lines.iter().position(|row| *row == Some(target)) else { continue };
        let (agreement, label) = best_labels[candidate][target].unzip();
        let values = candidates[candidate].values(label, targets.rows[target].columns.len(), width);
        matches.push(Match { target, candidate, label, agreement, values });
    }
    share_miscounts(targets, candidates, &mut matches);
    (cost, matches)
}

/// For each row, how many fields the lines have that are printed like its own:
/// those of rows with as many columns, and heads that label as many.
fn widths(
    targets: &Targets,
    candidates: &[Candidate<'_>],
    rows_of_lines: &[Option<usize>],
    lines: &[TableLine],
) -> Vec<usize> {
    let mut widths = vec![0; targets.rows.len()];
    let mut widen = |columns: usize, line: &TableLine| {
        for (width, target) in widths.iter_mut().zip(&targets.rows) {
            if target.columns.len() == columns {
                *width = line.fields.len().max(*width);
            }
        }
    };
    for (row, candidate) in rows_of_lines.iter().zip(candidates) {
        if let Some(row) = *row {
            widen(targets.rows[row].columns.len(), candidate.line);
        }
    }
    for line in lines.iter().filter(|line| is_head_line(line)) {
        let labels = line.fields.iter().filter(|field| field.is_text()).count();
        widen(labels.wrapping_sub(1), line);
    }
    widths
}

/// Where several rows have the same wrong number of values, rows that have as
/// many and a blank at their end have lost the same one.
fn share_miscounts(targets: &Targets, candidates: &[Candidate<'_>], matches: &mut [Match]) {
    let mut counts = Vec::new();
    for found in &*matches {
        if let Values::Count { found, .. } = found.values {
            counts.push(found);
        }
    }
    for found in matches {
        let columns = targets.rows[found.target].columns.len();
        let window = match &found.values {
            Values::Window(window) => window.clone(),
            Values::Open(starts) => starts.start..starts.end - 1 + columns,
            _ => continue,
        };
        let fields = &candidates[found.candidate].line.fields;
        let Some((first, last)) = first_and_last_filled(fields, window) else { continue };
        let span = last + 1 - first;
        if span < columns && counts.iter().filter(|count| **count == span).count() >= ROWS_OF_ONE_MISCOUNT {
            found.values = Values::Count { found: span, fields: first..last + 1 };
        }
    }
}

/// A line without a label belongs to a row only where the lines without labels
/// between two known rows are as many as the rows between them.
fn drop_uncertain_positions(rows_of_lines: &mut [Option<usize>], fit_of: &dyn Fn(usize, usize) -> Fit) {
    // The row of each line that is known by its label.
    let mut anchors = rows_of_lines.to_vec();
    for (line, anchor) in anchors.iter_mut().enumerate() {
        *anchor = anchor.filter(|&row| fit_of(line, row) != Fit::Position);
    }
    for line in 0..anchors.len() {
        if anchors[line].is_some() {
            continue;
        }
        let before = anchors[..line].iter().rposition(Option::is_some);
        let after = anchors[line..].iter().position(Option::is_some).map(|behind| line + behind);
        let is_certain = before.zip(after).is_some_and(|(before, after)| {
            anchors[before].map(|row| row + (after - before)) == anchors[after]
        });
        if !is_certain {
            rows_of_lines[line] = None;
        }
    }
}
