//! Sums as witnesses: of several ways to read some rows, those with which the
//! columns of the table add up.

use super::ways::{Slot, Way};
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
    /// For each row its ways that occur where all columns add up.
    Confirmed(Vec<Vec<usize>>),
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
    let open: Vec<usize> = (0..rows.len()).filter(|&row| matches!(rows[row], RowReading::Open(_))).collect();
    let equations = equations(spec, rows);
    let is_covered =
        |row: &usize| equations.iter().any(|equation| equation.rows.iter().any(|(of, _)| of == row));
    if !open.iter().all(is_covered) {
        return Verdict::Silent;
    }
    let mut search = Search {
        rows,
        equations: &equations,
        spans: rows.iter().map(spans).collect(),
        open: &open,
        chosen: vec![0; rows.len()],
        seen: rows.iter().map(|row| vec![false; row.ways().len()]).collect(),
        steps: 0,
        any: false,
    };
    search.next(0);
    if search.steps > MOST_STEPS {
        return Verdict::Silent;
    }
    if !search.any {
        return Verdict::Refuted;
    }
    let seen = search.seen.iter().map(|seen| (0..seen.len()).filter(|&way| seen[way]).collect());
    Verdict::Confirmed(seen.collect())
}

/// The relations of the columns in which every row can be counted.
fn equations(spec: &'static TableSpec, rows: &[RowReading]) -> Vec<Equation> {
    let place = |id| spec.rows().position(|(row, _)| row.id == id);
    let usable = |row: usize| !rows[row].ways().is_empty();
    let mut equations = Vec::new();
    for relation in spec.relations {
        let RelationSpec::InEveryColumn { left, right, .. } = relation else { continue };
        let signed = left.iter().map(|id| (place(*id), 1)).chain(right.iter().map(|id| (place(*id), -1)));
        let signed: Option<Vec<(usize, i64)>> = signed.map(|(row, sign)| Some((row?, sign))).collect();
        let Some(signed) = signed.filter(|signed| signed.iter().all(|(row, _)| usable(*row))) else {
            continue;
        };
        let columns = spec.blocks.first().map_or(0, |block| block.columns.len());
        let countable = |column: &usize| {
            let counts = |way: &Way| way.get(*column).and_then(Slot::count).is_some();
            signed.iter().all(|(row, _)| rows[*row].ways().iter().all(counts))
        };
        equations
            .extend((0..columns).filter(countable).map(|column| Equation { column, rows: signed.clone() }));
    }
    equations
}

/// For each column the least and the most that any way of a row has there.
fn spans(row: &RowReading) -> Vec<(i64, i64)> {
    let columns = row.ways().iter().map(Vec::len).max().unwrap_or_default();
    let span = |column: usize| {
        let counts = || row.ways().iter().filter_map(|way| way.get(column)?.count());
        (counts().min().unwrap_or_default(), counts().max().unwrap_or_default())
    };
    (0..columns).map(span).collect()
}

struct Search<'a> {
    rows: &'a [RowReading],
    equations: &'a [Equation],
    spans: Vec<Vec<(i64, i64)>>,
    open: &'a [usize],
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
            for &row in self.open {
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
