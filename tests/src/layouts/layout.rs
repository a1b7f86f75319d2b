//! The layouts, and what writes each.

use gouji::form::TableId;

use super::{Block, Grid, Pen, Print};
use super::{boxes, columns, glued, marked, one_per_line, spaces, tabs, torn, wrap};

/// How the text of a report came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// A spreadsheet's copy: covered cells are empty fields, rows are filled up.
    Spreadsheet,
    /// A web page copied as text: covered cells are missing, forced breaks in
    /// labels break the line.
    WebPage,
    /// Markdown with pipes, merged cells written out as empty ones.
    MarkdownGrid,
    /// Markdown as converters write it: covered cells are left out and the row
    /// is filled up on the right.
    MarkdownSpans,
    /// Markdown whose tables are broken into several, each with a head of its own.
    MarkdownSeveral,
    /// Values separated by commas, quoted where needed.
    Commas,
    /// A word processor's copy as text: one cell per line, blank lines for
    /// covered and blank cells.
    LineEach,
    /// A web page with paragraphs in its cells, copied as text: a blank line
    /// after every cell, a space in the line of a blank one.
    LineEachParagraph,
    /// One cell per line, blank and covered cells without a line.
    LineEachDense,
    /// `pdftotext -raw`: single spaces, wrapped labels before their numbers.
    SpacesRaw,
    /// A PDF viewer's copy: the numbers follow the last line of a label, and
    /// the last number of a row may stand on the next line.
    SpacesViewer,
    /// As the viewer's, with vertical heads cut into rows.
    SpacesVerticalHeads,
    /// `lynx -dump`: one row per line, labels not wrapped, blank cells gone.
    Lynx,
    /// `pdftotext -layout`: numbers at the height of the middle of their label.
    ColumnsMiddle,
    /// Columns of fixed width, numbers at the height of the label's first line.
    ColumnsTop,
    /// `w3m -dump`: columns with box-drawing borders.
    BoxDrawing,
    /// pandoc's grid tables: `+---+`, merged cells written out as empty ones.
    PandocGrid,
    /// Every table in a layout of its own, as a text has that was put together
    /// from several.
    Mixed,
    /// Labels and numbers without anything between them.
    Glued,
    /// All labels of a table, then its numbers column by column.
    TornColumns,
    /// All labels of a table, then its numbers row by row.
    TornRows,
    /// `pdftotext`: runs of labels, then the columns of their numbers; merged
    /// labels at the end.
    TornRuns,
}

/// What a layout keeps of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keeps {
    /// Which cell stands in which row and column.
    Grid,
    /// The order of rows and of the cells in them.
    Order,
    /// Less than that.
    Little,
}

/// The columns of the widest table.
const WIDEST: usize = 15;

impl Layout {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Spreadsheet,
        Self::WebPage,
        Self::MarkdownGrid,
        Self::MarkdownSpans,
        Self::MarkdownSeveral,
        Self::Commas,
        Self::LineEach,
        Self::LineEachParagraph,
        Self::LineEachDense,
        Self::SpacesRaw,
        Self::SpacesViewer,
        Self::SpacesVerticalHeads,
        Self::Lynx,
        Self::ColumnsMiddle,
        Self::ColumnsTop,
        Self::BoxDrawing,
        Self::PandocGrid,
        Self::Mixed,
        Self::Glued,
        Self::TornColumns,
        Self::TornRows,
        Self::TornRuns,
    ];

    /// The name in tables and commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spreadsheet => "spreadsheet",
            Self::WebPage => "web-page",
            Self::MarkdownGrid => "markdown-grid",
            Self::MarkdownSpans => "markdown-spans",
            Self::MarkdownSeveral => "markdown-several",
            Self::Commas => "commas",
            Self::LineEach => "line-each",
            Self::LineEachParagraph => "line-each-paragraph",
            Self::LineEachDense => "line-each-dense",
            Self::SpacesRaw => "spaces-raw",
            Self::SpacesViewer => "spaces-viewer",
            Self::SpacesVerticalHeads => "spaces-vertical",
            Self::Lynx => "lynx",
            Self::ColumnsMiddle => "columns-middle",
            Self::ColumnsTop => "columns-top",
            Self::BoxDrawing => "box-drawing",
            Self::PandocGrid => "pandoc-grid",
            Self::Mixed => "mixed",
            Self::Glued => "glued",
            Self::TornColumns => "torn-columns",
            Self::TornRows => "torn-rows",
            Self::TornRuns => "torn-runs",
        }
    }

    /// The layout with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.name() == name)
    }

    /// What it keeps of a table.
    pub fn keeps(self) -> Keeps {
        match self {
            Self::Spreadsheet
            | Self::WebPage
            | Self::MarkdownGrid
            | Self::MarkdownSpans
            | Self::MarkdownSeveral
            | Self::Commas => Keeps::Grid,
            Self::LineEach
            | Self::LineEachParagraph
            | Self::LineEachDense
            | Self::SpacesRaw
            | Self::SpacesViewer
            | Self::SpacesVerticalHeads
            | Self::Lynx
            | Self::ColumnsMiddle
            | Self::ColumnsTop
            | Self::BoxDrawing
            | Self::PandocGrid
            | Self::Mixed => Keeps::Order,
            Self::Glued | Self::TornColumns | Self::TornRows | Self::TornRuns => Keeps::Little,
        }
    }

    /// Writes the report.
    pub fn write(self, sheet: &[Block], print: &Print) -> Pen {
        let mut pen = Pen::default();
        for block in sheet {
            match block {
                Block::Table(grid) => {
                    pen.begin_table();
                    self.table(&mut pen, grid, print);
                    pen.end_table();
                }
                Block::Heading(text) if self.is_markdown() => pen.line(&format!("\n## {text}\n")),
                Block::Title(text) if self.is_markdown() => pen.line(&format!("# {text}\n")),
                Block::Title(text) | Block::Heading(text) => {
                    pen.line(&format!("{text}{}", self.rest_of_line(1, print)));
                }
                Block::Prose(text) => self.prose(&mut pen, text, print),
            }
        }
        pen
    }

    /// Whether a column may be too narrow for its numbers.
    pub(super) fn wraps_values(self) -> bool {
        matches!(self, Self::SpacesRaw | Self::SpacesViewer | Self::ColumnsMiddle | Self::ColumnsTop)
    }

    fn is_markdown(self) -> bool {
        matches!(self, Self::MarkdownGrid | Self::MarkdownSpans | Self::MarkdownSeveral)
    }

    fn prose(self, pen: &mut Pen, text: &str, print: &Print) {
        match self {
            Self::MarkdownGrid | Self::MarkdownSpans | Self::MarkdownSeveral | Self::PandocGrid => {
                pen.line(text);
                pen.line("");
            }
            Self::Commas | Self::Spreadsheet => {
                let quote = if self == Self::Commas && text.contains(',') { "\"" } else { "" };
                pen.line(&format!("{quote}{text}{quote}{}", self.rest_of_line(1, print)));
            }
            Self::SpacesRaw
            | Self::SpacesViewer
            | Self::SpacesVerticalHeads
            | Self::ColumnsMiddle
            | Self::TornColumns
            | Self::TornRows
            | Self::TornRuns => {
                for line in wrap::lines(text, print.line_width) {
                    pen.line(&line);
                }
            }
            _ => pen.line(text),
        }
    }

    /// The empty fields of a sheet behind the first ones, where all its lines are
    /// as wide as its widest table.
    fn rest_of_line(self, fields: usize, print: &Print) -> String {
        let missing = WIDEST.saturating_sub(fields);
        match self {
            Self::Spreadsheet if print.whole_sheet => "\t".repeat(missing),
            Self::Commas if print.whole_sheet => ",".repeat(missing),
            _ => String::new(),
        }
    }

    /// A layout for this table, another for each, that keeps at least the order.
    fn one_of_many(grid: &Grid, print: &Print) -> Self {
        let many: Vec<Self> = Self::ALL
            .into_iter()
            .filter(|layout| layout.keeps() != Keeps::Little && *layout != Self::Mixed)
            .collect();
        many[(print.line_width + print.label_width * 5 + grid.columns * 7) % many.len()]
    }

    fn table(self, pen: &mut Pen, grid: &Grid, print: &Print) {
        let wide = Print { narrow: None, ..print.clone() };
        let print = if grid.table == TableId::Disclosure { &wide } else { print };
        match self {
            Self::Spreadsheet => tabs::spreadsheet(pen, grid, &self.rest_of_line(grid.columns, print)),
            Self::WebPage => tabs::web_page(pen, grid),
            Self::Commas => tabs::commas(pen, grid, &self.rest_of_line(grid.columns, print)),
            Self::MarkdownGrid => marked::grid(pen, grid),
            Self::MarkdownSpans => marked::spans(pen, grid),
            Self::MarkdownSeveral => marked::several(pen, grid),
            Self::LineEach => one_per_line::with_blank_lines(pen, grid),
            Self::LineEachParagraph => one_per_line::with_paragraphs(pen, grid),
            Self::LineEachDense => one_per_line::dense(pen, grid),
            Self::SpacesRaw => spaces::raw(pen, grid, print),
            Self::SpacesViewer => spaces::viewer(pen, grid, print),
            Self::SpacesVerticalHeads => spaces::vertical_heads(pen, grid, print),
            Self::Lynx => spaces::lynx(pen, grid),
            Self::ColumnsMiddle => columns::middle(pen, grid, print),
            Self::ColumnsTop => columns::top(pen, grid, print),
            Self::BoxDrawing => boxes::drawing(pen, grid, print),
            Self::PandocGrid => boxes::pandoc(pen, grid, print),
            Self::Mixed => Self::one_of_many(grid, print).table(pen, grid, print),
            Self::Glued => glued::rows(pen, grid),
            Self::TornColumns => torn::columns(pen, grid, print),
            Self::TornRows => torn::rows(pen, grid, print),
            Self::TornRuns => torn::runs(pen, grid, print),
        }
    }
}
