//! What was read, held against what is true.

use std::collections::BTreeMap;

use gouji::Report;
use gouji::form::{CellId, TableId};
use gouji::reading::{Cell, CellReading, Reading};

use super::Truth;

/// What became of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Said to be exact, and every cell is right.
    Exact,
    /// Said to be inferred, and every cell is right.
    Inferred,
    /// Some cells are said to be unread; all others are right.
    Partial,
    /// It is said to be unreadable, or was not found.
    Refused,
    /// A cell is wrong, and the table is said to be exact.
    WrongExact,
    /// A cell is wrong, and the table is said to be inferred.
    WrongInferred,
    /// A cell is wrong, and the table is said to be partly read.
    WrongPartial,
}

/// A table, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgedTable {
    /// Which table.
    pub id: TableId,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether a cell of it is blank: many layouts do not say where.
    pub has_blank: bool,
}

/// What was read of a report, held against what is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// What became of each table.
    pub tables: Vec<JudgedTable>,
    /// The cells that are right.
    pub right: usize,
    /// The cells of which it is said that they could not be read, or that were
    /// not found.
    pub unread: usize,
    /// What is wrong, cell by cell, in words.
    pub wrong: Vec<String>,
    /// Sums that are said to fail although they hold.
    pub false_sums: Vec<String>,
    /// Rows and tables that are said to be missing, and cells that are said to
    /// be blank, although they are printed.
    pub false_gaps: Vec<String>,
}

impl Judgement {
    /// Whether a table ended like this.
    pub fn has(&self, outcome: Outcome) -> bool {
        self.tables.iter().any(|table| table.outcome == outcome)
    }
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Exact,
        Self::Inferred,
        Self::Partial,
        Self::Refused,
        Self::WrongExact,
        Self::WrongInferred,
        Self::WrongPartial,
    ];

    /// Whether every cell was read, and read right.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Exact | Self::Inferred)
    }
}

/// Compares a report with the true cells. `slip` is the cell whose sums do not
/// hold; where a number is printed otherwise than it was (`numbers_changed`),
/// no sum is false.
pub fn judge(
    report: &Report,
    cells: &BTreeMap<CellId, Truth>,
    slip: Option<CellId>,
    numbers_changed: bool,
) -> Judgement {
    let mut judgement = Judgement::default();
    for id in TableId::STATUTORY {
        let outcome = judge_table(report, id, cells, numbers_changed, &mut judgement);
        let has_blank = cells.iter().any(|(cell, truth)| cell.table == id && *truth == Truth::Blank);
        judgement.tables.push(JudgedTable { id, outcome, has_blank });
    }
    for finding in &report.findings {
        let code = finding.rule.code;
        let without_slip = |relation: &&gouji::form::RelationId| {
            let relation = report.relations.all.iter().find(|(it, _)| it.id == **relation);
            relation.is_none_or(|(relation, _)| !relation.cells().any(|cell| Some(cell) == slip))
        };
        if code.starts_with("GJ3") && !numbers_changed {
            let wrong: Vec<_> = finding.relations.iter().filter(without_slip).collect();
            if let Some(relation) = wrong.first() {
                judgement.false_sums.push(format!("{code} {relation}"));
            }
        }
        let printed = |cell: &CellId| matches!(cells.get(cell), Some(Truth::Number(_)));
        match code {
            "GJ206" | "GJ208" => judgement.false_gaps.push(format!("{code} {}", finding.message)),
            "GJ221" => {
                let cells = finding.cells.iter().filter(|cell| printed(cell));
                judgement.false_gaps.extend(cells.map(|cell| format!("{code} {cell}")));
            }
            _ => {}
        }
    }
    judgement
}

fn judge_table(
    report: &Report,
    id: TableId,
    cells: &BTreeMap<CellId, Truth>,
    numbers_changed: bool,
    judgement: &mut Judgement,
) -> Outcome {
    let truths = cells.iter().filter(|(cell, _)| cell.table == id);
    let table = report.tables.iter().find(|table| table.id == id);
    let Some(table) = table.filter(|table| table.reading != Reading::Unreadable) else {
        judgement.unread += truths.count();
        return Outcome::Refused;
    };
    let wrong_before = judgement.wrong.len();
    let mut unread = 0;
    for (id, truth) in truths {
        match table.cell(*id) {
            // A row that is left out of an exact reading is said not to be printed.
            None if table.reading == Reading::Exact => {
                judgement.wrong.push(format!("{id} is {truth:?}, not found"));
            }
            None => unread += 1,
            Some(cell) => match verdict(cell, truth, numbers_changed) {
                Verdict::Right => judgement.right += 1,
                Verdict::Unread => unread += 1,
                Verdict::Wrong => {
                    judgement.wrong.push(format!("{id} is {truth:?}, read as {:?}", cell.reading));
                }
            },
        }
    }
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if !cells.contains_key(&cell.id) && cell.reading != CellReading::Unread {
            judgement.wrong.push(format!("{} is not printed, read as {:?}", cell.id, cell.reading));
        }
    }
    judgement.unread += unread;
    match (table.reading, judgement.wrong.len() > wrong_before) {
        (Reading::Exact, true) => Outcome::WrongExact,
        (Reading::Inferred, true) => Outcome::WrongInferred,
        (_, true) => Outcome::WrongPartial,
        (Reading::Exact, false) if unread == 0 => Outcome::Exact,
        (Reading::Inferred, false) if unread == 0 => Outcome::Inferred,
        (_, false) => Outcome::Partial,
    }
}

enum Verdict {
    Right,
    Unread,
    Wrong,
}

fn verdict(cell: &Cell, truth: &Truth, numbers_changed: bool) -> Verdict {
    match (&cell.reading, truth) {
        (CellReading::Unread, _) => Verdict::Unread,
        (CellReading::Blank, Truth::Blank) | (CellReading::Mark, Truth::Mark) => Verdict::Right,
        (reading, Truth::Number(number)) if reading.quantity() == Some(number) => Verdict::Right,
        // That a damaged number is none is the truth.
        (CellReading::NotANumber, _) if numbers_changed => Verdict::Unread,
        _ => Verdict::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use gouji::{Options, check};

    use super::super::{Generated, Layout, generated};
    use super::*;

    /// A text in a layout that keeps the grid, undamaged, in which everything adds up.
    fn sure() -> Generated {
        let is_sure = |text: &Generated| {
            let cells = text.invention.cells.values();
            let numbers =
                cells.filter(|truth| matches!(truth, Truth::Number(number) if number != &ZERO)).count();
            text.damages.is_empty() && text.invention.slip.is_none() && numbers > 100
        };
        let mut texts = (0..1000).map(|number| generated(Layout::Spreadsheet, number));
        texts.find(is_sure).expect("one of a thousand")
    }

    const ZERO: gouji::reading::Quantity = gouji::reading::Quantity::Count(0);

    fn judged(text: &str, cells: &BTreeMap<CellId, Truth>) -> Judgement {
        judge(&check(text, &Options::default()), cells, None, false)
    }

    fn cell(name: &str) -> CellId {
        CellId::parse(name).expect("a cell of the form")
    }

    #[test]
    fn what_is_read_right_is_right() {
        let text = sure();
        let judgement = judged(&text.text, &text.invention.cells);
        assert_eq!(
            judgement.tables.iter().map(|table| table.outcome).collect::<Vec<_>>(),
            [Outcome::Exact; 3]
        );
        assert_eq!((judgement.right, judgement.unread), (text.invention.cells.len(), 0));
        assert_eq!(judgement.wrong, Vec::<String>::new());
    }

    #[test]
    fn another_number_a_blank_and_a_mark_are_wrong() {
        let text = sure();
        for truth in [Truth::Number(gouji::reading::Quantity::Count(987_654)), Truth::Blank, Truth::Mark] {
            let mut cells = text.invention.cells.clone();
            cells.insert(cell("applications.granted.natural"), truth);
            let judgement = judged(&text.text, &cells);
            assert!(judgement.has(Outcome::WrongExact), "{:?}", judgement.tables);
            assert_eq!(judgement.wrong.len(), 1, "{:?}", judgement.wrong);
            assert!(judgement.wrong[0].starts_with("applications.granted.natural"), "{:?}", judgement.wrong);
        }
    }

    #[test]
    fn a_row_that_an_exact_table_leaves_out_is_wrong() {
        let text = sure();
        let printed: Vec<&str> = text.text.lines().filter(|line| !line.contains("予以公开\t")).collect();
        let judgement = judged(&printed.join("\n"), &text.invention.cells);
        assert!(judgement.wrong.iter().any(|wrong| wrong.ends_with("not found")), "{:?}", judgement.wrong);
        assert!(
            judgement.false_gaps.iter().any(|gap| gap.starts_with("GJ208")),
            "{:?}",
            judgement.false_gaps
        );
    }

    #[test]
    fn a_sum_that_fails_is_false_unless_a_slip_explains_it() {
        let text = sure();
        let slip = cell("review.review.total");
        let number = text.invention.printed.get(&slip).expect("it is printed");
        let values =
            text.text.lines().rfind(|line| line.matches('\t').count() == 14).expect("the last table");
        let changed: Vec<&str> = values.split('\t').collect();
        assert_eq!(changed[4], number);
        let changed = [&changed[..4], &["777777"], &changed[5..]].concat().join("\t");
        let report = check(&text.text.replace(values, &changed), &Options::default());
        let cells = &text.invention.cells;
        assert_eq!(judge(&report, cells, None, false).false_sums, ["GJ304 review.total.review"]);
        assert_eq!(judge(&report, cells, Some(slip), false).false_sums, Vec::<String>::new());
        assert_eq!(judge(&report, cells, None, true).false_sums, Vec::<String>::new());
    }

    #[test]
    fn what_is_not_read_is_not_wrong() {
        let text = sure();
        let judgement = judged("今天买白菜两斤。", &text.invention.cells);
        assert_eq!(
            judgement.tables.iter().map(|table| table.outcome).collect::<Vec<_>>(),
            [Outcome::Refused; 3]
        );
        assert_eq!((judgement.right, judgement.unread), (0, text.invention.cells.len()));
    }
}
