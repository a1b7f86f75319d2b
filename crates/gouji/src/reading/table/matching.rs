//! Which line is which row: lines are prepared, compared with the labels of the
//! rows, and aligned with them.

use super::align::{Fit, align};
use super::head::is_head_line;
use super::values::{Values, find_values};
use crate::form::{ColumnSpec, RowSpec};
use crate::reading::label::{Agreement, Matcher, agreements, without_enumeration};
use crate::reading::lines::{Field, TableLine};

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
    pub(super) labels: Vec<(usize, String)>,
    /// Where values can begin, where no field is the row's own label.
    pub(super) unlabelled_start: usize,
    /// Whether some field is a label, and not one of merged cells.
    pub(super) has_own_label: bool,
}

/// What is known of each row of the form.
pub(super) struct Target {
    pub(super) row: &'static RowSpec,
    pub(super) columns: &'static [ColumnSpec],
    pub(super) matcher: Matcher,
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

/// Prepares a line that can be a row: it holds a value, or blanks enough.
pub(super) fn candidate<'line>(
    targets: &[Target],
    merged: &[String],
    line: &'line TableLine,
) -> Option<Candidate<'line>> {
    // A row in which nothing is a number looks like a head, but for its label.
    let is_row = |field: &Field| {
        field.label().chars().count() >= SHORTEST_SURE_LABEL
            && targets.iter().any(|target| target.matcher.agreement_is_same(field.label()))
    };
    if is_head_line(line) && !line.fields.iter().take(MOST_LABELS).any(is_row) {
        return None;
    }
    let before_values = line.fields.iter().position(Field::is_value).unwrap_or(line.fields.len());
    let mut labels = Vec::new();
    let mut unlabelled_start = 0;
    let mut has_own_label = false;
    for (at, field) in line.fields[..before_values].iter().enumerate() {
        if !field.is_text() {
            continue;
        }
        let label = field.label().to_owned();
        // A merged label may have run into the row's own.
        let own = without_merged(merged, &label);
        match own {
            Some("") => unlabelled_start = at + 1,
            Some(own) => {
                has_own_label = true;
                labels.push((at, own.to_owned()));
            }
            // A lone numeral, such as 一、 in a cell of its own.
            None if label.is_empty() => unlabelled_start = at + 1,
            None => has_own_label = true,
        }
        labels.push((at, label));
    }
    let holds_value = before_values < line.fields.len();
    (holds_value || !labels.is_empty()).then_some(Candidate { line, labels, unlabelled_start, has_own_label })
}

/// What is left of a label when the merged ones before it are taken off; none
/// where there are none.
fn without_merged<'label>(merged: &[String], label: &'label str) -> Option<&'label str> {
    let one_off = |label: &'label str| {
        merged.iter().find_map(|merged| label.strip_prefix(merged.as_str())).map(without_enumeration)
    };
    let mut own = one_off(label)?;
    while let Some(rest) = one_off(own) {
        own = rest;
    }
    Some(own)
}

impl Candidate<'_> {
    /// For each row, the field that agrees best with it, and how well.
    fn best_labels(&self, targets: &[Target]) -> Vec<Option<(Agreement, usize)>> {
        let matchers: Vec<&Matcher> = targets.iter().map(|target| &target.matcher).collect();
        let mut best: Vec<Option<(Agreement, usize)>> = vec![None; targets.len()];
        // Of several that agree alike, the rightmost is the row's own.
        for (at, label) in self.labels.iter().rev() {
            for (row, agreement) in agreements(&matchers, label) {
                if best[row].is_none_or(|(known, _)| agreement < known) {
                    best[row] = Some((agreement, *at));
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
        let goes_on = |at: &usize| fields[*at].is_text() && !fields[*at].is_numeric;
        let end_of_label = (start..fields.len()).find(|at| !goes_on(at)).unwrap_or(fields.len());
        match find_values(fields, end_of_label, columns, width) {
            Values::Count { .. } => values,
            behind_label => behind_label,
        }
    }
}

/// Matches the lines with the rows; lines with the very label of a row that
/// found no line are taken even where the order is broken.
pub(super) fn match_lines(
    targets: &[Target],
    candidates: &[Candidate<'_>],
    lines: &[TableLine],
) -> (usize, Vec<Match>) {
    let best_labels: Vec<Vec<Option<(Agreement, usize)>>> =
        candidates.iter().map(|candidate| candidate.best_labels(targets)).collect();
    let fit_of = |line: usize, row: usize| match best_labels[line][row] {
        Some((agreement, _)) => Fit::Label(agreement),
        None => fit_by_position(&candidates[line], &targets[row]),
    };
    let (cost, mut rows_of_lines) = align(candidates.len(), targets.len(), fit_of);
    for line in 0..candidates.len() {
        if rows_of_lines[line].is_some() {
            continue;
        }
        let free = |row: &usize| !rows_of_lines.contains(&Some(*row));
        // A head has labels as well, but no values.
        let has_values = candidates[line].line.fields.iter().any(Field::is_value);
        let same = |row: &usize| has_values && fit_of(line, *row) == Fit::Label(Agreement::Same);
        rows_of_lines[line] = (0..targets.len()).filter(same).find(free);
    }
    drop_uncertain_positions(&mut rows_of_lines, targets.len(), &fit_of);
    let widths = widths(targets, candidates, &rows_of_lines, lines);
    let matches = (0..targets.len()).filter_map(|target| {
        let line = rows_of_lines.iter().position(|row| *row == Some(target))?;
        let best = best_labels[line][target];
        let label = best.map(|(_, at)| at);
        Some(Match {
            target,
            candidate: line,
            label,
            agreement: best.map(|(agreement, _)| agreement),
            values: candidates[line].values(label, targets[target].columns.len(), widths[target]),
        })
    });
    let mut matches: Vec<Match> = matches.collect();
    share_miscounts(targets, candidates, &mut matches);
    (cost, matches)
}

/// For each row, how many fields the lines have that are printed like its own:
/// those of rows with as many columns, and heads that label as many.
fn widths(
    targets: &[Target],
    candidates: &[Candidate<'_>],
    rows_of_lines: &[Option<usize>],
    lines: &[TableLine],
) -> Vec<usize> {
    let of_columns = |columns: usize| {
        let rows = rows_of_lines.iter().zip(candidates).filter_map(|(row, candidate)| {
            ((*row).is_some_and(|row| targets[row].columns.len() == columns)).then_some(candidate.line)
        });
        let labels_as_many = |line: &&TableLine| {
            is_head_line(line) && line.fields.iter().filter(|field| field.is_text()).count() == columns + 1
        };
        let heads = lines.iter().filter(labels_as_many);
        rows.chain(heads).map(|line| line.fields.len()).max().unwrap_or_default()
    };
    targets.iter().map(|target| of_columns(target.columns.len())).collect()
}

/// Where several rows have the same wrong number of values, rows that have as
/// many and a blank at their end have lost the same one.
fn share_miscounts(targets: &[Target], candidates: &[Candidate<'_>], matches: &mut [Match]) {
    let count = |values: &Values| match values {
        Values::Count { found, .. } if *found > 0 => Some(*found),
        _ => None,
    };
    let counts: Vec<usize> = matches.iter().filter_map(|found| count(&found.values)).collect();
    for found in matches.iter_mut() {
        let columns = targets[found.target].columns.len();
        let fields = &candidates[found.candidate].line.fields;
        let window = match &found.values {
            Values::Window(window) => window.clone(),
            Values::Open(windows) => windows[0].start..windows[windows.len() - 1].end,
            _ => continue,
        };
        let filled = |at: &usize| fields.get(*at).is_some_and(|field| !field.is_blank());
        let (Some(first), Some(last)) = (window.clone().find(filled), window.rev().find(filled)) else {
            continue;
        };
        let span = last + 1 - first;
        if span < columns && counts.iter().filter(|count| **count == span).count() >= ROWS_OF_ONE_MISCOUNT {
            found.values = Values::Count { found: span, fields: first..last + 1 };
        }
    }
}

fn fit_by_position(candidate: &Candidate<'_>, target: &Target) -> Fit {
    // Few columns are too little to know a row without a label by.
    let by_position = !candidate.has_own_label
        && candidate.line.fields.iter().any(Field::is_value)
        && target.columns.len() > 3
        && matches!(candidate.values(None, target.columns.len(), 0), Values::Window(_));
    if by_position { Fit::Position } else { Fit::None }
}

/// A line without a label belongs to a row only where the lines without labels
/// between two known rows are as many as the rows between them.
fn drop_uncertain_positions(
    rows_of_lines: &mut [Option<usize>],
    rows: usize,
    fit_of: &impl Fn(usize, usize) -> Fit,
) {
    let by_label = |line: usize, row: Option<usize>| row.filter(|&row| fit_of(line, row) != Fit::Position);
    let anchors: Vec<(usize, usize)> = rows_of_lines
        .iter()
        .enumerate()
        .filter_map(|(line, row)| by_label(line, *row).map(|row| (line, row)))
        .collect();
    for (line, row_of_line) in rows_of_lines.iter_mut().enumerate() {
        if row_of_line.is_none() || by_label(line, *row_of_line).is_some() {
            continue;
        }
        let before = anchors.iter().rev().find(|(anchor, _)| *anchor < line);
        let after = anchors.iter().find(|(anchor, _)| *anchor > line);
        let certain = match (before, after) {
            (Some(&(line_before, row_before)), Some(&(line_after, row_after))) => {
                row_after > row_before
                    && row_after <= rows
                    && line_after - line_before == row_after - row_before
            }
            _ => false,
        };
        if !certain {
            *row_of_line = None;
        }
    }
}
