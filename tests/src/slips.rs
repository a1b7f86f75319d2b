//! Slips of the pen: figures that add up, and then do not.

use std::collections::BTreeMap;

use fastrand::Rng;
use gouji::form::{CellId, FormId, Relation, TableId, TableShape, TableSpec};
use gouji::reading::Quantity;
use gouji::repair::{Figure, Place, Sum, System};

use crate::office::{figures, statutory};

/// How large an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Nothing was applied for.
    Empty,
    /// A few applications.
    Township,
    /// Some hundred.
    County,
    /// Some thousand.
    City,
    /// 50,000.
    Province,
}

impl Size {
    /// All sizes, the smallest first.
    pub const ALL: [Self; 5] = [Self::Empty, Self::Township, Self::County, Self::City, Self::Province];

    /// The greatest figure of a cell, and of ten cells how many are not 0.
    fn cells(self) -> (u32, u32) {
        match self {
            Self::Empty => (0, 0),
            Self::Township => (3, 1),
            Self::County => (25, 3),
            Self::City => (200, 5),
            Self::Province => (950, 8),
        }
    }
}

/// A table of applications and one of reviews, with slips.
#[derive(Clone, Debug)]
pub struct Corrupted {
    /// The form.
    pub form: FormId,
    /// What is printed; nothing for a blank.
    pub printed: BTreeMap<CellId, Option<i64>>,
    /// What is right, where it is not what is printed.
    pub right: BTreeMap<CellId, i64>,
}

/// Figures of an office of this size that all add up.
pub fn office(random: &mut Rng, size: Size) -> (FormId, BTreeMap<CellId, i64>) {
    let form = if random.u8(0..3) == 0 { FormId::Y2019 } else { FormId::Y2021 };
    let (most, filled) = size.cells();
    // Natural persons apply most often; so rows and columns differ in weight.
    let raw: Vec<u32> = (0..220)
        .map(|_| {
            let most = if random.u8(0..3) == 0 { most } else { most / 4 + most.min(2) };
            if random.u32(0..10) < filled { random.u32(0..=most) } else { 0 }
        })
        .collect();
    let mut counts = BTreeMap::new();
    for (cell, quantity) in figures(form, &raw) {
        if let (Quantity::Count(count), true) = (quantity, takes_part(form, cell.table)) {
            counts.insert(cell, count);
        }
    }
    (form, counts)
}

/// An office of this size whose figures have so many slips. Of some offices
/// the zeros are left blank.
pub fn corrupted(random: &mut Rng, size: Size, slips: usize) -> Corrupted {
    let (form, counts) = office(random, size);
    let cells: Vec<CellId> = counts.keys().copied().collect();
    let mut printed: BTreeMap<CellId, i64> = counts.clone();
    let mut left = slips;
    while left > 0 {
        let cell = cells[random.usize(..cells.len())];
        let untouched = |cell: &CellId| printed.get(cell) == counts.get(cell);
        if !untouched(&cell) {
            continue;
        }
        let next = neighbour(random, form, cell).filter(|next| left > 1 && untouched(next));
        let (value, other) = (counts[&cell], next.map(|next| counts[&next]));
        match (random.u8(0..4), next, other) {
            (0, Some(next), Some(other)) if other != value => {
                printed.insert(cell, other);
                printed.insert(next, value);
                left -= 2;
            }
            _ => {
                let wrong = slip_of_one(random, value);
                if wrong != value {
                    printed.insert(cell, wrong);
                    left -= 1;
                }
            }
        }
    }
    let right = counts.iter().filter(|(cell, count)| printed.get(cell) != Some(count));
    let right = right.map(|(cell, count)| (*cell, *count)).collect();
    let blank_zeros = size != Size::Empty && random.u8(0..6) == 0;
    let printed =
        printed.into_iter().map(|(cell, count)| (cell, (count != 0 || !blank_zeros).then_some(count)));
    Corrupted { form, printed: printed.collect(), right }
}

/// A cell directly beside, above or below.
fn neighbour(random: &mut Rng, form: FormId, cell: CellId) -> Option<CellId> {
    let spec = form.form().table(cell.table)?;
    let rows: Vec<_> = spec.rows().collect();
    let row = rows.iter().position(|(row, _)| row.id == cell.row)?;
    let columns = rows[row].1;
    let column = columns.iter().position(|column| column.id == cell.column)?;
    let (row, column) = match random.u8(0..4) {
        0 => (row + 1, column),
        1 => (row.checked_sub(1)?, column),
        2 => (row, column + 1),
        _ => (row, column.checked_sub(1)?),
    };
    let (row, columns) = rows.get(row)?;
    Some(CellId { row: row.id, column: columns.get(column)?.id, ..cell })
}

/// A slip in one number; sometimes it comes to nothing.
fn slip_of_one(random: &mut Rng, value: i64) -> i64 {
    let mut digits: Vec<u8> = value.to_string().into_bytes();
    let at = random.usize(..digits.len());
    match random.u8(0..7) {
        0 if digits.len() > 1 => drop(digits.remove(at)),
        1 => digits.insert(at, digits[at]),
        2 if at > 0 => digits.swap(at, at - 1),
        3 => {
            let alike = [b"17", b"71", b"38", b"83", b"06", b"60"];
            if let Some(pair) = alike.iter().find(|pair| pair[0] == digits[at]) {
                digits[at] = pair[1];
            }
        }
        4 => return value + random.i64(1..=9),
        5 => return (value - random.i64(1..=9)).max(0),
        _ => digits[at] = random.u8(b'0'..=b'9'),
    }
    String::from_utf8_lossy(&digits).parse().unwrap_or(value)
}

/// The printed figures as a system, with the cells its figures stand for.
/// Blanks count as 0 or are unknown.
pub fn system(corrupted: &Corrupted, blank: Option<i64>) -> (System, Vec<CellId>) {
    let mut cells = Vec::new();
    let mut system = System::default();
    let specs: Vec<&TableSpec> =
        statutory(corrupted.form).filter(|spec| !spec.relations.is_empty()).collect();
    for (table, spec) in specs.iter().enumerate() {
        for (row_at, (row, columns)) in spec.rows().enumerate() {
            for (column_at, column) in columns.iter().enumerate() {
                let side_by_side = spec.shape == TableShape::SideBySide;
                let (row_at, column_at) =
                    if side_by_side { (0, row_at * columns.len() + column_at) } else { (row_at, column_at) };
                let number = |count| u8::try_from(count).unwrap_or(u8::MAX);
                let cell = CellId { table: spec.id, row: row.id, column: column.id };
                cells.push(cell);
                system.figures.push(Figure {
                    value: corrupted.printed.get(&cell).copied().flatten().or(blank),
                    may_be_negative: false,
                    by_hand: false,
                    place: Place { table: number(table), row: number(row_at), column: number(column_at) },
                });
            }
        }
    }
    let index = |cell: &CellId| cells.iter().position(|other| other == cell).unwrap_or(usize::MAX);
    let side = |ids: &[CellId]| ids.iter().map(index).collect();
    let sum = |relation: &Relation| Sum { left: side(&relation.left), right: side(&relation.right) };
    system.sums = specs.iter().flat_map(|spec| spec.relations()).map(|relation| sum(&relation)).collect();
    (system, cells)
}

fn takes_part(form: FormId, table: TableId) -> bool {
    form.form().table(table).is_some_and(|spec| !spec.relations.is_empty())
}
