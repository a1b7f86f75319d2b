//! The answer with the ways through it: from cells to findings and back.

use std::rc::Rc;

use gouji::form::{CellId, Relation, TableId};
use gouji_json::{Cell, CheckedReport, Finding, Quantity, Reading, Severity, Table};

use super::names::table_spec;

/// How a cell is framed in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CellFlag {
    /// The gravest weight of the findings about it.
    pub(crate) severity: Severity,
    /// Whether it is only an addend of a sum that fails elsewhere. Framing all
    /// seven cells of a row alike would hide which one does not agree.
    pub(crate) only_addend: bool,
}

/// The flags of the cells of one table.
pub(crate) type CellMarks = Vec<(CellId, CellFlag)>;

/// The flag of a cell; a table has a few dozen at most.
pub(crate) fn flag_of(marks: &CellMarks, cell: CellId) -> Option<CellFlag> {
    marks.iter().find(|(other, _)| *other == cell).map(|&(_, flag)| flag)
}

/// A checked report with its text.
#[derive(Debug)]
pub(crate) struct ReportView {
    /// The text that was checked; all ranges point into it.
    pub(crate) text: Rc<str>,
    /// The answer; its tables are among `tables`.
    pub(crate) report: CheckedReport,
    /// Every relation of the tables that are there.
    pub(crate) relations: Vec<Relation>,
    /// The tables that are there, in the order of the form.
    pub(crate) tables: Vec<(TableId, Rc<Table>, Rc<CellMarks>)>,
    /// The cells each finding is about.
    cells_of_finding: Vec<Vec<CellId>>,
}

/// Two are equal when they are the same answer: to compare everything would
/// cost more than to draw it again.
impl PartialEq for ReportView {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl ReportView {
    /// Makes `report`, the answer about `text`, ready.
    pub(crate) fn new(text: Rc<str>, mut report: CheckedReport) -> Self {
        let found = &mut report.tables;
        let found = [
            (TableId::Disclosure, found.disclosure.take()),
            (TableId::Applications, found.applications.take()),
            (TableId::Review, found.review.take()),
            (TableId::Fees, found.fees.take()),
        ];
        let mut relations = Vec::new();
        for (id, table) in &found {
            if let Some(spec) = table.as_ref().and_then(|table| table_spec(*id, table.layout)) {
                relations.append(&mut spec.relations());
            }
        }
        let mut cells_of_finding = Vec::with_capacity(report.findings.len());
        for finding in &report.findings {
            let mut cells = Vec::with_capacity(finding.cells.len());
            for cell in &finding.cells {
                cells.extend(CellId::parse(cell));
            }
            cells_of_finding.push(cells);
        }
        let flags = flags(&report.findings, &cells_of_finding, &relations);
        let mut tables = Vec::with_capacity(found.len());
        for (id, table) in found {
            if let Some(table) = table {
                let mut marks = flags.clone();
                marks.retain(|(cell, _)| cell.table == id);
                tables.push((id, Rc::new(table), Rc::new(marks)));
            }
        }
        Self { text, report, relations, tables, cells_of_finding }
    }

    /// A cell of the report; none where its row is not printed.
    pub(crate) fn cell(&self, id: CellId) -> Option<&Cell> {
        let (_, table, _) = self.tables.iter().find(|(table, _, _)| *table == id.table)?;
        let row = table.rows.iter().find(|row| row.id == id.row.0)?;
        row.cells.iter().find(|cell| cell.column == id.column.0)
    }

    /// The whole number that counts in a cell; none where it has none.
    pub(crate) fn whole_number(&self, id: CellId) -> Option<i64> {
        let cell = self.cell(id)?;
        match cell.corrected.as_ref().or(cell.value.as_ref())? {
            Quantity::Count(count) => Some(*count),
            Quantity::Decimal(_) => None,
        }
    }

    /// The cells a finding is about.
    pub(crate) fn cells_of_finding(&self, index: usize) -> &[CellId] {
        self.cells_of_finding.get(index).map_or(&[], Vec::as_slice)
    }

    /// Whether a cell is only an addend of sums that fail elsewhere.
    pub(crate) fn is_only_addend(&self, cell: CellId) -> bool {
        let flags = self.tables.iter().find(|(table, _, _)| *table == cell.table);
        flags.and_then(|(_, _, marks)| flag_of(marks, cell)).is_some_and(|flag| flag.only_addend)
    }

    /// The findings about a cell, by index.
    pub(crate) fn findings_of_cell(&self, cell: CellId) -> Vec<usize> {
        let about = |index: &usize| self.cells_of_finding[*index].contains(&cell);
        (0..self.cells_of_finding.len()).filter(about).collect()
    }

    /// The findings about the report, with their index. Those about the paste
    /// and its reading are told apart.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (usize, &Finding)> {
        self.report.findings.iter().enumerate().filter(|(_, finding)| !is_about_reading(finding))
    }

    /// The findings about the paste and its reading.
    pub(crate) fn reading_findings(&self) -> impl Iterator<Item = (usize, &Finding)> {
        self.report.findings.iter().enumerate().filter(|(_, finding)| is_about_reading(finding))
    }

    /// The finding whose cause is also this one's.
    pub(crate) fn leader_of(&self, index: usize) -> Option<usize> {
        let follows = self.report.findings.get(index)?.follows.as_ref()?;
        self.findings().find(|(_, finding)| finding.id == *follows).map(|(leader, _)| leader)
    }

    /// How many findings about the report have this weight.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings().filter(|(_, finding)| finding.severity == severity).count()
    }

    /// How many cells of all tables are as `wanted`.
    pub(crate) fn count_cells(&self, wanted: fn(&Cell) -> bool) -> usize {
        let mut count = 0;
        for (_, table, _) in &self.tables {
            for row in &table.rows {
                count += row.cells.iter().filter(|cell| wanted(cell)).count();
            }
        }
        count
    }

    /// The tables that were not read without any doubt.
    pub(crate) fn doubtful_tables(&self) -> impl Iterator<Item = (TableId, &Table)> {
        let tables = self.tables.iter().map(|(id, table, _)| (*id, &**table));
        tables.filter(|(_, table)| table.reading != Reading::Exact)
    }
}

/// Codes GJ1xx speak about the paste and its reading, not about the report.
fn is_about_reading(finding: &Finding) -> bool {
    finding.code.starts_with("GJ1")
}

fn flags(findings: &[Finding], cells_of_finding: &[Vec<CellId>], relations: &[Relation]) -> CellMarks {
    let mut flags = CellMarks::new();
    for (finding, cells) in findings.iter().zip(cells_of_finding) {
        let mut totals: Vec<CellId> = Vec::new();
        let mut has_relations = false;
        for relation in relations {
            if finding.relations.contains(&relation.id.to_string()) {
                has_relations = true;
                totals.extend_from_slice(&relation.right);
            }
        }
        for &cell in cells {
            let only_addend = has_relations && !totals.contains(&cell);
            if let Some((_, flag)) = flags.iter_mut().find(|(other, _)| *other == cell) {
                flag.severity = flag.severity.min(finding.severity);
                flag.only_addend &= only_addend;
            } else {
                flags.push((cell, CellFlag { severity: finding.severity, only_addend }));
            }
        }
    }
    flags
}
