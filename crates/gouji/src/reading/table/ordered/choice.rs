//! Sums as witnesses: of several ways to read some rows, those with which the
//! columns of the table add up.

use super::super::slot::Slot;
use super::ways::Way;
use crate::form::{RelationSpec, TableSpec};

/// As many steps of the search are taken; beyond, the rows stay open.
const MOST_STEPS: usize = 5_000;

/// What is known of a row.
pub(super) enum RowReading {
    /// It is not printed.
    Absent,
    /// It could not be read at all.
    Unread,
    /// This is what it says.
    Known(Way),
    /// One of these.
    Open(Vec<Way>),
}

impl RowReading {
    fn ways(&self) -> &[Way] {
        match self {
            Self::Known(way) => std::slice::from_ref(way),
            Self::Open(ways) => ways,
            Self::Absent | Self::Unread => &[],
        }
    }
}

/// What the columns say of the open rows.
pub(super) enum Verdict {
    /// For each row whether each of its ways occurs where all columns add up.
    Confirmed(Vec<Vec<bool>>),
    /// No choice makes all columns add up.
    Refuted,
    /// The table has no columns that could tell, or too many ways.
    Silent,
}

/// One column of one relation: rows with their signs.
struct Equation {
    column: usize,
    rows: Vec<(usize, i64)>,
}

/// Tries all choices of ways for the open rows.
pub(super) fn choose(spec: &'static TableSpec, rows: &[RowReading]) -> Verdict {
    let equations = equations(spec, rows);
    let mut search = Search {
        rows,
        equations: &equations,
        spans: Vec::with_capacity(rows.len()),
        open: Vec::new(),
        chosen: vec![0; rows.len()],
        seen: Vec::with_capacity(rows.len()),
        steps: 0,
        any: false,
    };
    for (row, reading) in rows.iter().enumerate() {
        if matches!(reading, RowReading::Open(_)) {
            if !equations.iter().any(|equation| equation.rows.iter().any(|(of, _)| *of == row)) {
                return Verdict::Silent;
            }
            search.open.push(row);
        }
        search.spans.push(spans(reading));
        search.seen.push(vec![false; reading.ways().len()]);
    }
    search.next(0);
    if search.steps > MOST_STEPS {
        Verdict::Silent
    } else if search.any {
        Verdict::Confirmed(search.seen)
    } else {
        Verdict::Refuted
    }
}

/// The relations of the columns in which every row can be counted.
fn equations(spec: &TableSpec, rows: &[RowReading]) -> Vec<Equation> {
    let mut equations = Vec::new();
    for relation in spec.relations {
        let RelationSpec::InEveryColumn { left, right, .. } = relation else { continue };
        let mut signed: Vec<(usize, i64)> = Vec::new();
        for (at, (row, _)) in spec.rows().enumerate() {
            if !rows[at].ways().is_empty() {
                if left.contains(&row.id) {
                    signed.push((at, 1));
                }
                if right.contains(&row.id) {
                    signed.push((at, -1));
                }
            }
        }
        // In others a row is not there, or could not be read.
        if signed.len() < left.len() + right.len() {
            continue;
        }
        let columns = spec.blocks.first().map_or(0, |block| block.columns.len());
        for column in 0..columns {
            let counts = |way: &Way| way.get(column).and_then(Slot::count).is_some();
            if signed.iter().all(|(row, _)| rows[*row].ways().iter().all(counts)) {
                equations.push(Equation { column, rows: signed.clone() });
            }
        }
    }
    equations
}

/// For each column the least and the most that any way of a row has there.
fn spans(row: &RowReading) -> Vec<(i64, i64)> {
    let columns = row.ways().iter().map(Vec::len).max().unwrap_or_default();
    let mut spans = Vec::with_capacity(columns);
    for column in 0..columns {
        let mut span: Option<(i64, i64)> = None;
        for way in row.ways() {
            if let Some(count) = way.get(column).and_then(Slot::count) {
                let (least, most) = span.unwrap_or((count, count));
                span = Some((least.min(count), most.max(count)));
            }
        }
        spans.push(span.unwrap_or_default());
    }
    spans
}

struct Search<'a> {
    rows: &'a [RowReading],
    equations: &'a [Equation],
    spans: Vec<Vec<(i64, i64)>>,
    open: Vec<usize>,
    chosen: Vec<usize>,
    seen: Vec<Vec<bool>>,
    steps: usize,
    any: bool,
}

impl Search<'_> {
    /// Chooses for the open rows from the `at`th on.
    fn next(&mut self, at: usize) {
        self.steps += 1;
        if self.steps > MOST_STEPS || !self.is_possible(at) {
            return;
        }
        let Some(&row) = self.open.get(at) else {
            self.any = true;
            for &row in &self.open {
                self.seen[row][self.chosen[row]] = true;
            }
            return;
        };
        for way in 0..self.rows[row].ways().len() {
            self.chosen[row] = way;
            self.next(at + 1);
        }
    }

    /// Whether the equations can still hold, given the rows before the `at`th
    /// open one: those that hold no other are right, the others can be reached.
    fn is_possible(&self, at: usize) -> bool {
        let later = &self.open[at..];
        self.equations.iter().all(|equation| {
            let (mut least, mut most) = (0_i64, 0_i64);
            for &(row, sign) in &equation.rows {
                let chosen = || self.rows[row].ways()[self.chosen[row]].get(equation.column)?.count();
                let span = if later.contains(&row) {
                    self.spans[row].get(equation.column).copied()
                } else {
                    chosen().map(|count| (count, count))
                };
                let Some((low, high)) = span else { return false };
                least = least.saturating_add(if sign > 0 { low } else { -high });
                most = most.saturating_add(if sign > 0 { high } else { -low });
            }
            least <= 0 && 0 <= most
        })
    }
}
