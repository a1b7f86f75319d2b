//! What a form consists of.

use super::{CellId, ColumnId, FORMS, Relation, RelationSpec, RowId, TableId};

/// An edition of the statutory form, named by the first year it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormId {
    /// 国办公开办函〔2019〕60号, for the reports on 2019 and 2020.
    Y2019,
    /// 国办公开办函〔2021〕30号, for the reports on 2021 and later.
    Y2021,
}

impl FormId {
    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Y2019 => "2019",
            Self::Y2021 => "2021",
        }
    }

    /// The form of this edition.
    pub fn form(self) -> &'static Form {
        match self {
            Self::Y2019 => &super::FORM_2019,
            Self::Y2021 => &super::FORM_2021,
        }
    }
}

/// A statutory form.
#[derive(Debug)]
pub struct Form {
    /// Which edition.
    pub id: FormId,
    /// The number of the notice that issued it.
    pub document: &'static str,
    /// The first and the last report year it is made for; no last year while
    /// it is in force.
    pub years: (u16, Option<u16>),
    /// The sections, in order.
    pub sections: &'static [SectionSpec],
    /// Sections that are not the form's but are known in practice.
    pub extra_sections: &'static [SectionSpec],
    /// The tables, in order; the fee table is not the form's.
    pub tables: &'static [TableSpec],
}

impl Form {
    /// The form for reports on `year`; none for years before 2019.
    pub fn for_year(year: u16) -> Option<&'static Self> {
        FORMS.into_iter().find(|form| form.years.0 <= year && form.years.1.is_none_or(|last| year <= last))
    }

    /// The table with this name.
    pub fn table(&self, id: TableId) -> Option<&'static TableSpec> {
        self.tables.iter().find(|table| table.id == id)
    }
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// 总体情况。
    Overview,
    /// 主动公开政府信息情况。
    Disclosure,
    /// 收到和处理政府信息公开申请情况。
    Applications,
    /// 政府信息公开行政复议、行政诉讼情况。
    Review,
    /// 存在的主要问题及改进情况。
    Problems,
    /// 其他需要报告的事项。
    Other,
    /// 信息处理费收取情况, an extra section some places print.
    Fees,
}

impl SectionKind {
    /// Whether the form has this section.
    pub fn is_statutory(self) -> bool {
        self != Self::Fees
    }

    /// The form's number of this section; none for one it does not have.
    pub fn ordinal(self) -> Option<u16> {
        let at = super::FORM_2021.sections.iter().position(|section| section.kind == self)?;
        u16::try_from(at + 1).ok()
    }

    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Disclosure => "disclosure",
            Self::Applications => "applications",
            Self::Review => "review",
            Self::Problems => "problems",
            Self::Other => "other",
            Self::Fees => "fees",
        }
    }
}

/// A section of the form.
#[derive(Debug)]
pub struct SectionSpec {
    /// What it is about.
    pub kind: SectionKind,
    /// Its heading without the ordinal.
    pub heading: LabelSpec,
    /// Words that are enough behind the section's own number or the one after it,
    /// and say nothing elsewhere. Written folded.
    pub with_its_number: &'static [&'static str],
}

/// A label as the form prints it, and how it is recognised.
#[derive(Debug)]
pub struct LabelSpec {
    /// The form's own words.
    pub text: &'static str,
    /// Other wordings that say the same and give no cause for a remark.
    /// Spelling (brackets, spaces, quotation marks, `1.` for `1、`) is folded
    /// away before and needs no entry.
    pub accepted: &'static [&'static str],
    /// What is enough to recognise it: each core is a list of fragments that
    /// must all occur, in this order. Written folded.
    pub cores: &'static [&'static [&'static str]],
}

impl LabelSpec {
    /// A label with other wordings and cores.
    pub const fn new(
        text: &'static str,
        accepted: &'static [&'static str],
        cores: &'static [&'static [&'static str]],
    ) -> Self {
        Self { text, accepted, cores }
    }

    /// A label that has no other wordings and is recognised only whole.
    pub const fn only(text: &'static str) -> Self {
        Self { text, accepted: &[], cores: &[] }
    }

    /// The form's own words, and behind them the others that say the same.
    pub fn wordings(&self) -> impl Iterator<Item = &'static str> {
        let wording = |at: usize| if at == 0 { self.text } else { self.accepted[at - 1] };
        (0..=self.accepted.len()).map(wording)
    }
}

/// What kind of number a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// A count: whole, not negative.
    Count,
    /// 本年增/减: whole, negative for a decrease.
    Change,
    /// An amount of money: a decimal, not negative.
    Amount,
}

/// A column of a block.
#[derive(Debug)]
pub struct ColumnSpec {
    /// Its name.
    pub id: ColumnId,
    /// Its label.
    pub label: LabelSpec,
    /// The heads above it, outermost first.
    pub groups: &'static [&'static LabelSpec],
    /// What kind of number it holds.
    pub kind: NumberKind,
}

impl ColumnSpec {
    /// A column of counts.
    pub const fn count(id: &'static str, label: LabelSpec) -> Self {
        Self { id: ColumnId(id), label, groups: &[], kind: NumberKind::Count }
    }

    /// A column of increases and decreases.
    pub const fn change(id: &'static str, label: LabelSpec) -> Self {
        Self { id: ColumnId(id), label, groups: &[], kind: NumberKind::Change }
    }

    /// A column of amounts of money.
    pub const fn amount(id: &'static str, label: LabelSpec) -> Self {
        Self { id: ColumnId(id), label, groups: &[], kind: NumberKind::Amount }
    }

    /// The same column under these heads.
    #[must_use]
    pub const fn under(mut self, groups: &'static [&'static LabelSpec]) -> Self {
        self.groups = groups;
        self
    }
}

/// A row of a block.
#[derive(Debug)]
pub struct RowSpec {
    /// Its name.
    pub id: RowId,
    /// Its label.
    pub label: LabelSpec,
    /// The merged labels to its left, outermost first.
    pub groups: &'static [&'static LabelSpec],
}

impl RowSpec {
    /// A row with the merged labels to its left, outermost first.
    pub const fn new(id: &'static str, label: LabelSpec, groups: &'static [&'static LabelSpec]) -> Self {
        Self { id: RowId(id), label, groups }
    }
}

/// Rows that share their columns.
#[derive(Debug)]
pub struct BlockSpec {
    /// The head over the block, such as 第二十条第（一）项; none where a table
    /// is one block.
    pub heading: Option<LabelSpec>,
    /// The columns, left to right.
    pub columns: &'static [ColumnSpec],
    /// The rows, top to bottom.
    pub rows: &'static [RowSpec],
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableShape {
    /// Each row has its label and its cells on a line.
    Rows,
    /// All rows stand side by side on one line, their labels in the head.
    SideBySide,
}

/// A table of the form.
#[derive(Debug)]
pub struct TableSpec {
    /// Its name.
    pub id: TableId,
    /// What it is called in messages.
    pub title: &'static str,
    /// The same in English.
    pub title_en: &'static str,
    /// The section it stands in.
    pub section: SectionKind,
    /// How it is printed.
    pub shape: TableShape,
    /// Its blocks, top to bottom.
    pub blocks: &'static [BlockSpec],
    /// Labels in its head that belong to no row and no column.
    pub furniture: &'static [LabelSpec],
    /// The relations that must hold in it.
    pub relations: &'static [RelationSpec],
}

impl TableSpec {
    /// All rows with the columns they have.
    pub fn rows(&self) -> impl Iterator<Item = (&'static RowSpec, &'static [ColumnSpec])> + use<> {
        Rows { blocks: self.blocks, next_row: 0 }
    }

    /// How many rows it has.
    pub fn row_count(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.len()).sum()
    }

    /// How many cells it has.
    pub fn cell_count(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.len() * block.columns.len()).sum()
    }

    /// The row with this name, with its columns.
    pub fn row(&self, id: RowId) -> Option<(&'static RowSpec, &'static [ColumnSpec])> {
        self.rows().find(|(row, _)| row.id == id)
    }

    /// All cells, in the order they are printed.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + use<> {
        let table = self.id;
        self.rows().flat_map(move |(row, columns)| {
            columns.iter().map(move |column| CellId { table, row: row.id, column: column.id })
        })
    }

    /// The labels of all rows, and behind them those of the columns of all blocks.
    pub fn labels(&self) -> Vec<&'static LabelSpec> {
        let mut labels: Vec<&LabelSpec> = Vec::new();
        for (row, _) in self.rows() {
            labels.push(&row.label);
        }
        for block in self.blocks {
            for column in block.columns {
                labels.push(&column.label);
            }
        }
        labels
    }

    /// All relations, written out.
    pub fn relations(&self) -> Vec<Relation> {
        let mut relations = Vec::new();
        for spec in self.relations {
            spec.write_out(self, &mut relations);
        }
        relations
    }
}

/// The rows of all blocks, one after the other.
struct Rows {
    blocks: &'static [BlockSpec],
    next_row: usize,
}

impl Iterator for Rows {
    type Item = (&'static RowSpec, &'static [ColumnSpec]);

    // It is called from many places, and small where it is not a part of them.
    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        while let [block, others @ ..] = self.blocks {
            if let Some(row) = block.rows.get(self.next_row) {
                self.next_row += 1;
                return Some((row, block.columns));
            }
            self.blocks = others;
            self.next_row = 0;
        }
        None
    }
}
