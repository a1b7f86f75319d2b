//! An invented report: its figures, what is printed for them, and what a
//! reader must therefore find.

use std::collections::BTreeMap;

use fastrand::Rng;
use gouji::form::{CellId, ColumnId, FormId, NumberKind, TableId, TableSpec};
use gouji::reading::Quantity;

use crate::office;

/// What is true of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// This number is printed.
    Number(Quantity),
    /// Nothing is printed.
    Blank,
    /// A sign or word for nothing is printed.
    Mark,
}

/// An invented report.
#[derive(Clone, Debug)]
pub struct Invention {
    /// The form of its year.
    pub form: FormId,
    /// Its year.
    pub year: u16,
    /// Its place and office.
    pub issuer: String,
    /// What is true of every cell.
    pub cells: BTreeMap<CellId, Truth>,
    /// What is printed in every cell.
    pub printed: BTreeMap<CellId, String>,
    /// The cell that was changed so that its sums no longer hold; none where
    /// everything adds up.
    pub slip: Option<CellId>,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    Plain,
    Units,
    Thousands,
    FullWidth,
}

const PLACES: [&str; 6] = ["槐渡县", "青垣市", "岚岫区", "澄溪镇", "雁坪州", "鹿泽省"];
const OFFICES: [&str; 5] = ["人民政府", "统计和调查局", "水务局", "人力资源和社会保障局", "教育局"];
const MARKS: [&str; 4] = ["/", "—", "无", "-"];

impl Invention {
    /// A random one: from an empty office to a province, in either form.
    pub fn new(random: &mut Rng) -> Self {
        let year = random.u16(2019..=2026);
        let form = if year < 2021 { FormId::Y2019 } else { FormId::Y2021 };
        let issuer =
            format!("{}{}", PLACES[random.usize(..PLACES.len())], OFFICES[random.usize(..OFFICES.len())]);
        let figures = office::figures(form, &raw_numbers(form, random));
        let mut invention =
            Self { form, year, issuer, cells: BTreeMap::new(), printed: BTreeMap::new(), slip: None };
        let cells = figures.into_iter().map(|(cell, figure)| (cell, Truth::Number(figure)));
        invention.cells = cells.collect();
        if random.u8(..8) == 0 {
            invention.slip(random);
        }
        invention.empty_some(random);
        invention.print(random);
        invention
    }

    /// Changes one cell that takes part in a sum.
    fn slip(&mut self, random: &mut Rng) {
        let relations: Vec<_> = office::statutory(self.form).flat_map(TableSpec::relations).collect();
        let relation = &relations[random.usize(..relations.len())];
        let cells: Vec<CellId> = relation.cells().collect();
        let cell = cells[random.usize(..cells.len())];
        if let Some(Truth::Number(Quantity::Count(count))) = self.cells.get_mut(&cell) {
            // The usual slips: a neighbour's digit, a forgotten one, a digit too many.
            *count = match random.u8(..3) {
                0 => *count + 1,
                1 if *count >= 10 => *count / 10,
                _ => *count * 10 + 1,
            };
            self.slip = Some(cell);
        }
    }

    /// Leaves some zeros blank, or puts a mark in their place.
    fn empty_some(&mut self, random: &mut Rng) {
        let empty = match random.u8(..10) {
            0 | 1 => Truth::Blank,
            2 => Truth::Mark,
            _ => return,
        };
        let zero = Truth::Number(Quantity::Count(0));
        let zeros: Vec<CellId> = self
            .cells
            .iter()
            .filter(|(cell, truth)| **truth == zero && self.slip != Some(**cell))
            .map(|(cell, _)| *cell)
            .collect();
        if zeros.is_empty() {
            return;
        }
        let chosen = zeros[random.usize(..zeros.len())];
        // One cell, the cells of its row, or all zeros of its table.
        let extent = random.u8(..3);
        for cell in zeros {
            let too = match extent {
                0 => cell == chosen,
                1 => (cell.table, cell.row) == (chosen.table, chosen.row),
                _ => cell.table == chosen.table,
            };
            if too {
                self.cells.insert(cell, empty.clone());
            }
        }
    }

    fn print(&mut self, random: &mut Rng) {
        let writing = match random.u8(..12) {
            0 => Writing::Units,
            1 => Writing::Thousands,
            2 => Writing::FullWidth,
            _ => Writing::Plain,
        };
        let mark = MARKS[random.usize(..MARKS.len())];
        let cells = self.cells.iter();
        self.printed = cells
            .map(|(cell, truth)| match truth {
                Truth::Number(quantity) => (*cell, written(*cell, quantity, writing)),
                Truth::Blank => (*cell, String::new()),
                Truth::Mark => (*cell, mark.to_owned()),
            })
            .collect();
        if random.u8(..12) == 0 {
            self.remark(random);
        }
    }

    /// Puts a remark behind one number that is not 0.
    fn remark(&mut self, random: &mut Rng) {
        let filled = self.cells.iter().filter_map(|(cell, truth)| match truth {
            Truth::Number(Quantity::Count(count)) if *count > 1 => Some((*cell, *count)),
            _ => None,
        });
        let filled: Vec<(CellId, i64)> = filled.collect();
        if filled.is_empty() {
            return;
        }
        let (cell, count) = filled[random.usize(..filled.len())];
        let part = random.i64(1..count);
        if let Some(printed) = self.printed.get_mut(&cell) {
            *printed = format!("{printed}（其中修订{part}件）");
        }
    }
}

fn written(cell: CellId, quantity: &Quantity, writing: Writing) -> String {
    let plain = crate::snapshot::quantity(quantity);
    let is_amount = cell.column == ColumnId("amount");
    match writing {
        Writing::Plain => plain,
        Writing::Units if is_amount => format!("{plain}万元"),
        Writing::Units => format!("{plain}件"),
        Writing::Thousands => thousands(&plain),
        Writing::FullWidth => plain.chars().map(full_width).collect(),
    }
}

fn thousands(plain: &str) -> String {
    let (whole, fraction) =
        plain.split_once('.').map_or((plain, ""), |(whole, _)| (whole, &plain[whole.len()..]));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut out = sign.to_owned();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

fn full_width(character: char) -> char {
    match character {
        '0'..='9' => char::from_u32(character as u32 + 0xfee0).unwrap_or(character),
        '.' => '．',
        '-' => '－',
        _ => character,
    }
}

/// The numbers that are not sums, in the order of the form's cells.
fn raw_numbers(form: FormId, random: &mut Rng) -> Vec<u32> {
    // The largest number of applications of one kind by people, and how many
    // of a hundred cells are not 0.
    let (most, filled) = [(0, 0), (3, 10), (40, 35), (900, 60), (30_000, 85)][random.usize(..5)];
    let tables = office::statutory(form);
    let cells = tables.flat_map(|table| {
        table
            .rows()
            .flat_map(move |(row, columns)| columns.iter().map(move |column| (table.id, row.id, column)))
    });
    cells
        .map(|(table, _, column)| {
            if random.u32(..100) >= filled {
                // What becomes no change.
                return if column.kind == NumberKind::Change { 9 } else { 0 };
            }
            let largest = match (table, column.id.0, column.kind) {
                (TableId::Disclosure, _, NumberKind::Amount) => most * 300,
                (TableId::Disclosure, _, _) => most * 20,
                (_, "natural", _) => most,
                _ => most / 12 + 1,
            };
            // Small numbers are as frequent as large ones.
            let digits = random.u32(1..=6);
            random.u32(0..=largest.min(10_u32.pow(digits)))
        })
        .collect()
}
