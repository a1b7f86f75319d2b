//! The parts of a reading.

use super::{Claim, Content, IssuerKind, Prose};
use crate::form::{CellId, ColumnId, FormId, RowId, SectionKind, TableId};
use crate::text::TextRange;

/// Something read, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub range: TextRange,
}

/// How much of a report the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// A whole report, as far as the outline tells.
    Whole,
    /// The text begins or ends within a report.
    Part,
    /// Tables without a report around them.
    TablesOnly,
    /// Nothing of a report.
    Nothing,
}

/// Another report in the same text, not checked this time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherReport {
    /// Its index, to be given as [`crate::Options::report`].
    pub index: usize,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// All of it.
    pub range: TextRange,
}

/// A section of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The ordinal as printed; none where it was lost.
    pub ordinal: Option<u16>,
    /// The heading as printed, with its ordinal.
    pub heading: String,
    /// What it is about; none for a heading the form does not know.
    pub kind: Option<SectionKind>,
    /// The heading's place.
    pub heading_range: TextRange,
    /// Heading and content, up to the next heading.
    pub range: TextRange,
    /// Whether the heading has the form's words, or others that the notices
    /// use for the same.
    pub in_the_forms_words: bool,
}

/// How a table was read, and so how sure its cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// The grid or the labels leave no other reading.
    Exact,
    /// The layout left several readings open, and the sums chose.
    Inferred,
    /// Some rows could not be read; the cells of the others are sure.
    Partial,
    /// It is there and could not be read.
    Unreadable,
}

impl Reading {
    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Inferred => "inferred",
            Self::Partial => "partial",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What a reading of a table rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confirmation {
    /// The text itself sets the cells off from each other.
    Grid,
    /// Labels and numbers stand in the order of the form, as many as it has.
    Order,
    /// The places of the numbers on the printed line tell their columns.
    Columns,
    /// Only the sums tell which number belongs where.
    Sums,
}

impl Confirmation {
    /// The name in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Order => "order",
            Self::Columns => "columns",
            Self::Sums => "sums",
        }
    }
}

/// A table that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Which table.
    pub id: TableId,
    /// The form whose layout is printed, which may be that of another year.
    pub layout: FormId,
    /// How it was read.
    pub reading: Reading,
    /// What the reading rests on, at its weakest place; none where nothing was
    /// read.
    pub confirmed_by: Option<Confirmation>,
    /// From its first to its last line.
    pub range: TextRange,
    /// Its rows in the order of the form; rows that are not printed are absent.
    /// A row that is there and could not be read has unread cells.
    pub rows: Vec<Row>,
    /// What is to be said of how it is printed and read.
    pub notes: Vec<TableNote>,
}

/// Something about how a table is printed or was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableNote {
    /// The labels are there, and no cell could be made out.
    NotRead,
    /// The table is there once more.
    Repeated {
        /// From its second beginning.
        range: TextRange,
    },
    /// A line with values that belongs to no row of the form.
    UnknownRow {
        /// The line.
        range: TextRange,
        /// Its label, where it has one.
        label: Option<TextRange>,
    },
    /// A row's label stands in the table, and no line could be read as the row.
    RowNotRead {
        /// The row.
        row: RowId,
        /// The table.
        range: TextRange,
    },
    /// A row's label says something else than the form's, but is recognisable.
    RowLabel {
        /// The row.
        row: RowId,
        /// The label.
        range: TextRange,
    },
    /// A row has no label; its position tells which it is.
    RowWithoutLabel {
        /// The row.
        row: RowId,
        /// The line.
        range: TextRange,
    },
    /// A column's label says something else than the form's.
    ColumnLabel {
        /// The column.
        column: ColumnId,
        /// The label.
        range: TextRange,
    },
    /// A column's label is not in the head.
    ColumnWithoutLabel {
        /// The column.
        column: ColumnId,
        /// The head.
        range: TextRange,
    },
    /// The columns stand in another order than the form's, and were read in
    /// the order that is printed.
    ColumnOrder {
        /// The line of the head.
        range: TextRange,
    },
    /// A row prints more or fewer values than it has columns.
    ValueCount {
        /// The row; none where all rows stand on the line.
        row: Option<RowId>,
        /// How many the form has.
        expected: usize,
        /// How many are printed.
        found: usize,
        /// The line.
        range: TextRange,
    },
    /// Blanks leave open which value of a row belongs to which column.
    Open {
        /// The row.
        row: RowId,
        /// The line.
        range: TextRange,
    },
    /// The layout left several readings open, and only one adds up.
    Inferred {
        /// The row; none where all rows stand on the line.
        row: Option<RowId>,
        /// The line.
        range: TextRange,
    },
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which row.
    pub id: RowId,
    /// Its label as printed; none where there is none.
    pub label: Option<TextRange>,
    /// Label and cells.
    pub range: TextRange,
    /// Its cells in the order of the form's columns, none left out.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which cell.
    pub id: CellId,
    /// What it was read as.
    pub reading: CellReading,
    /// What is printed, without the white space around it.
    pub range: TextRange,
    /// The value a person put in its place.
    pub corrected: Option<Quantity>,
}

/// What a cell was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellReading {
    /// A number and nothing else.
    Number(Quantity),
    /// A number with a unit, such as `0件` or `251000元`.
    WithUnit(Quantity),
    /// A number with a remark, such as `22（其中修订16件）`.
    WithRemark(Quantity),
    /// A number with letters for digits, such as `1O` for 10, as programs that
    /// read pictures make them.
    WithLetters(Quantity),
    /// Nothing.
    Blank,
    /// A sign or word that stands for nothing, such as `/`, `—` or `无`.
    Mark,
    /// Something else; what it means is for a person to say.
    NotANumber,
    /// It could not be made out which of the printed values belongs here.
    Unread,
}

/// A number as printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// A whole number of at most fifteen digits.
    Count(i64),
    /// A number with a fraction, its digits as printed.
    Decimal(String),
}

impl Quantity {
    /// The largest count: fifteen digits, which every reader of the JSON can
    /// hold exactly.
    pub const MAX_COUNT: i64 = 999_999_999_999_999;

    /// A count, where it has at most fifteen digits.
    pub fn count(count: i64) -> Option<Self> {
        (count.abs() <= Self::MAX_COUNT).then_some(Self::Count(count))
    }

    /// Reads ASCII digits with an optional sign and an optional fraction.
    /// A fraction stays as it is printed; a whole number becomes a count.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        match digits.split_once('.') {
            None if all_digits(digits) => text.parse().ok().and_then(Self::count),
            Some((whole, fraction)) if all_digits(whole) && all_digits(fraction) && digits.len() <= 30 => {
                Some(Self::Decimal(text.strip_prefix('+').unwrap_or(text).to_owned()))
            }
            _ => None,
        }
    }
}

impl CellReading {
    /// The number, where one was read.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Number(quantity)
            | Self::WithUnit(quantity)
            | Self::WithRemark(quantity)
            | Self::WithLetters(quantity) => Some(quantity),
            Self::Blank | Self::Mark | Self::NotANumber | Self::Unread => None,
        }
    }
}

impl Cell {
    /// The number that counts: a person's correction, else what is printed.
    pub fn quantity(&self) -> Option<&Quantity> {
        self.corrected.as_ref().or_else(|| self.reading.quantity())
    }

    /// Whether nothing is printed, or a sign or word for nothing, and nobody put
    /// a value in its place.
    pub fn is_empty(&self) -> bool {
        self.corrected.is_none() && matches!(self.reading, CellReading::Blank | CellReading::Mark)
    }

    /// The whole number that counts; none for blanks and fractions.
    pub fn count(&self) -> Option<i64> {
        match self.quantity()? {
            Quantity::Count(count) => Some(*count),
            Quantity::Decimal(_) => None,
        }
    }
}

impl Row {
    /// Whether a cell could not be read and nobody put a value in its place.
    pub fn has_unread_cells(&self) -> bool {
        self.cells.iter().any(|cell| cell.reading == CellReading::Unread && cell.corrected.is_none())
    }
}

impl Table {
    /// Whether a cell could not be read and nobody put a value in its place.
    pub fn has_unread_cells(&self) -> bool {
        self.rows.iter().any(Row::has_unread_cells)
    }

    /// The row with this name.
    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The cell with this name.
    pub fn cell(&self, id: CellId) -> Option<&Cell> {
        let row = if id.table == self.id { self.row(id.row)? } else { return None };
        row.cells.iter().find(|cell| cell.id.column == id.column)
    }
}

/// A year that is said to be the report's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearMention {
    /// Where it is said.
    pub source: YearSource,
    /// The year.
    pub year: Spot<u16>,
}

/// Where a year is said to be the report's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearSource {
    /// In the title.
    Title,
    /// As the first day of the statistics period.
    PeriodStart,
    /// As the last day of the statistics period.
    PeriodEnd,
    /// In the introduction, which names the report.
    Introduction,
}

/// Everything that was read of one report.
#[derive(Clone, Debug)]
pub struct Document {
    /// All of the report within the text.
    pub range: TextRange,
    /// The title, white space removed.
    pub title: Option<Spot<String>>,
    /// The reporting organ.
    pub issuer: Option<Spot<String>>,
    /// The kinds the organ may be of: the one given, else those its name allows.
    pub issuer_kinds: Vec<IssuerKind>,
    /// The year reported on as printed: the title's, else the first of `years`.
    pub year: Option<Spot<u16>>,
    /// The year reported on as the caller gives it.
    pub given_year: Option<u16>,
    /// Every year that is said to be the report's.
    pub years: Vec<YearMention>,
    /// The form of the year; without a year, that of the tables.
    pub form: Option<FormId>,
    /// How much of a report it is.
    pub completeness: Completeness,
    /// The sections in the order they stand in the text.
    pub sections: Vec<Section>,
    /// The tables that are there, in the order of the form.
    pub tables: Vec<Table>,
    /// Figures that the prose states about the tables.
    pub claims: Vec<Claim>,
    /// What the prose says of the report itself: parts, basis, dates.
    pub content: Content,
    /// How the prose is written.
    pub prose: Prose,
    /// The other reports in the same text.
    pub others: Vec<OtherReport>,
}

impl Document {
    /// A text that was not read at all.
    pub(crate) fn unread(text: &str) -> Self {
        Self {
            range: TextRange::new(0, text.len()),
            title: None,
            issuer: None,
            issuer_kinds: Vec::new(),
            year: None,
            given_year: None,
            years: Vec::new(),
            form: None,
            completeness: Completeness::Nothing,
            sections: Vec::new(),
            tables: Vec::new(),
            claims: Vec::new(),
            content: Content::default(),
            prose: Prose::default(),
            others: Vec::new(),
        }
    }

    /// The year reported on: the one given, else the one printed.
    pub fn report_year(&self) -> Option<u16> {
        self.given_year.or(self.year.as_ref().map(|year| year.value))
    }

    /// The table with this name.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The section of this kind; the first of several.
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|section| section.kind == Some(kind))
    }

    /// The cell with this name.
    pub fn cell(&self, id: CellId) -> Option<&Cell> {
        self.table(id.table)?.cell(id)
    }
}
