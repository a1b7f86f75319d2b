//! A report as a page has it: prose, and tables with merged cells.

use gouji::form::{CellId, ColumnSpec, LabelSpec, RowSpec, TableId, TableShape, TableSpec};

use super::{Invention, Print};

/// A piece of a report.
#[derive(Clone, Debug)]
pub enum Block {
    /// The title.
    Title(String),
    /// The heading of a section.
    Heading(String),
    /// A paragraph.
    Prose(String),
    /// A table.
    Table(Grid),
}

/// A table with merged cells.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Which table.
    pub table: TableId,
    /// How many columns it has.
    pub columns: usize,
    /// How many rows it has.
    pub rows: usize,
    /// How many of its first rows are the head.
    pub head_rows: usize,
    /// Its cells, row by row, left to right.
    pub cells: Vec<GridCell>,
}

/// A cell of a grid.
#[derive(Clone, Debug)]
pub struct GridCell {
    /// Its first row, counted from 0.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
    /// What is printed in it; a forced break is a line feed.
    pub text: String,
    /// The cell of the form whose value it holds; none for a label.
    pub value: Option<CellId>,
}

/// What stands at a place of a grid.
#[derive(Clone, Copy, Debug)]
pub enum At<'a> {
    /// The first place of a cell.
    Cell(&'a GridCell),
    /// A place covered by a cell that began to the left.
    CoveredFromLeft,
    /// A place covered by a cell that began above, in its first column.
    CoveredFromAbove,
    /// No cell: the row is shorter.
    Nothing,
}

impl Grid {
    /// What stands at this place.
    pub fn at(&self, row: usize, column: usize) -> At<'_> {
        let covers = |cell: &&GridCell| {
            (cell.row..cell.row + cell.row_span).contains(&row)
                && (cell.column..cell.column + cell.column_span).contains(&column)
        };
        match self.cells.iter().find(covers) {
            None => At::Nothing,
            Some(cell) if (cell.row, cell.column) == (row, column) => At::Cell(cell),
            Some(cell) if cell.column == column => At::CoveredFromAbove,
            Some(_) => At::CoveredFromLeft,
        }
    }

    /// The cells that begin in this row, left to right.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &GridCell> {
        self.cells.iter().filter(move |cell| cell.row == row)
    }
}

/// The words of a report: title, sections with prose, the three tables.
pub fn sheet(invention: &Invention, print: &Print) -> Vec<Block> {
    let year = invention.year;
    let form = invention.form.form();
    let mut blocks = vec![
        Block::Title(format!("{}{year}年政府信息公开工作年度报告", invention.issuer)),
        Block::Prose(
            "本报告根据《中华人民共和国政府信息公开条例》编制，由总体情况等六个部分组成。".to_owned(),
        ),
        Block::Prose(format!("所列数据的统计期限自{year}年1月1日起，至{year}年12月31日止。")),
    ];
    for (section, ordinal) in form.sections.iter().zip(["一", "二", "三", "四", "五", "六"]) {
        blocks.push(Block::Heading(format!("{ordinal}、{}", section.heading.text)));
        match form.tables.iter().find(|table| table.section == section.kind) {
            Some(table) => blocks.push(Block::Table(grid(table, invention, print))),
            None => blocks.extend(prose(ordinal, year).map(Block::Prose)),
        }
    }
    blocks
}

/// Paragraphs with numbers and with words of the tables' labels in them.
fn prose(ordinal: &str, year: u16) -> impl Iterator<Item = String> {
    let paragraphs: &[&str] = match ordinal {
        "一" => &[
            "（一）主动公开。全年在门户网站发布各类信息1263条，其中规章0件、行政规范性文件4件。",
            "（二）依申请公开。答复申请按期完成，予以公开和部分公开的占七成，没有因此收取费用。",
            "3.平台建设。改版栏目12个，政务新媒体发布消息2 318条，阅读38.6万次。",
        ],
        "五" => &[
            "一是个别单位公开不够及时；二是答复文书的说理还不够充分。",
            "1.加强培训，全年安排3次。2.完善台账，每季度核对1次。",
        ],
        _ => &["本年度没有收取信息处理费，没有其他需要报告的事项。"],
    };
    paragraphs.iter().map(move |paragraph| paragraph.replace("全年", &format!("{year}年")))
}

fn grid(table: &'static TableSpec, invention: &Invention, print: &Print) -> Grid {
    let mut builder = Builder {
        invention,
        print,
        grid: Grid { table: table.id, columns: 0, rows: 0, head_rows: 0, cells: Vec::new() },
    };
    match (table.id, table.shape) {
        (_, TableShape::SideBySide) => builder.side_by_side(table),
        (TableId::Applications, _) => builder.applications(table),
        _ => builder.blocks(table),
    }
    let mut grid = builder.grid;
    grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    grid
}

struct Builder<'a> {
    invention: &'a Invention,
    print: &'a Print,
    grid: Grid,
}

impl Builder<'_> {
    fn blocks(&mut self, table: &'static TableSpec) {
        let widest = table.blocks.iter().map(|block| block.columns.len()).max().unwrap_or_default();
        self.grid.columns = widest + 1;
        for block in table.blocks {
            if let Some(heading) = &block.heading {
                self.label((self.grid.rows, 0), (1, widest + 1), heading);
                self.grid.rows += 1;
            }
            let place = (self.grid.rows, 0);
            self.label(place, (1, 1), &LabelSpec::only("信息内容"));
            for (column, at, span) in spread(block.columns, widest) {
                self.label((place.0, at), (1, span), &column.label);
            }
            self.grid.rows += 1;
            for row in block.rows {
                self.label((self.grid.rows, 0), (1, 1), &row.label);
                for (column, at, span) in spread(block.columns, widest) {
                    let id = CellId { table: table.id, row: row.id, column: column.id };
                    self.value((self.grid.rows, at), span, id);
                }
                self.grid.rows += 1;
            }
        }
    }

    fn applications(&mut self, table: &'static TableSpec) {
        self.grid.columns = 10;
        self.grid.head_rows = 3;
        if let Some(note) = table.furniture.first() {
            self.label((0, 0), (3, 3), note);
        }
        self.text((0, 3), (1, 7), "申请人情况");
        self.text((1, 3), (2, 1), "自然人");
        self.text((1, 4), (1, 5), "法人或其他组织");
        self.text((1, 9), (2, 1), "总计");
        let heads = ["商业\n企业", "科研\n机构", "社会公\n益组织", "法律服\n务机构", "其他"];
        for (head, column) in heads.into_iter().zip(4..) {
            self.text((2, column), (1, 1), &self.broken(head));
        }
        let rows: Vec<(&RowSpec, _)> = table.rows().collect();
        for (index, (row, columns)) in rows.iter().enumerate() {
            let at = index + 3;
            for (level, group) in row.groups.iter().enumerate() {
                let same = |other: &&(&RowSpec, &[ColumnSpec])| {
                    other.0.groups.get(level).is_some_and(|it| it.text == group.text)
                };
                if index == 0 || !same(&&rows[index - 1]) {
                    let span = rows.iter().skip(index).take_while(same).count();
                    self.label((at, level), (span, 1), group);
                }
            }
            self.label((at, row.groups.len()), (1, 3 - row.groups.len()), &row.label);
            for (column, number) in columns.iter().zip(3..) {
                let id = CellId { table: table.id, row: row.id, column: column.id };
                self.value((at, number), 1, id);
            }
        }
        self.grid.rows = rows.len() + 3;
    }

    fn side_by_side(&mut self, table: &'static TableSpec) {
        self.grid.columns = 15;
        self.grid.rows = 4;
        self.grid.head_rows = 3;
        self.text((0, 0), (1, 5), "行政复议");
        self.text((0, 5), (1, 10), "行政诉讼");
        self.text((1, 5), (1, 5), "未经复议直接起诉");
        self.text((1, 10), (1, 5), "复议后起诉");
        let outcomes = ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"];
        for (index, (row, columns)) in table.rows().enumerate() {
            let (head, rows) = if index == 0 { (1, 2) } else { (2, 1) };
            for ((column, outcome), at) in columns.iter().zip(outcomes).zip(index * 5..) {
                self.text((head, at), (rows, 1), &self.broken(outcome));
                self.value((3, at), 1, CellId { table: table.id, row: row.id, column: column.id });
            }
        }
    }

    fn broken(&self, head: &str) -> String {
        if self.print.broken_heads { head.to_owned() } else { head.replace('\n', "") }
    }

    fn label(&mut self, place: (usize, usize), span: (usize, usize), label: &LabelSpec) {
        let mut text = label.text.to_owned();
        if self.print.half_width {
            text = text.replace('（', "(").replace('）', ")");
        }
        if self.print.spaced {
            text = text.replace('.', ". ").replace(')', ") ");
        }
        self.text(place, span, text.trim_end());
    }

    fn text(&mut self, (row, column): (usize, usize), (row_span, column_span): (usize, usize), text: &str) {
        let text = text.to_owned();
        self.grid.cells.push(GridCell { row, column, row_span, column_span, text, value: None });
    }

    fn value(&mut self, (row, column): (usize, usize), column_span: usize, id: CellId) {
        let text = self.invention.printed.get(&id).cloned().unwrap_or_default();
        self.grid.cells.push(GridCell { row, column, row_span: 1, column_span, text, value: Some(id) });
    }
}

/// The columns over the places 1 to `widest`, with their place and span; the
/// last takes what is left.
fn spread(
    columns: &'static [ColumnSpec],
    widest: usize,
) -> impl Iterator<Item = (&'static ColumnSpec, usize, usize)> {
    let last = columns.len();
    columns
        .iter()
        .zip(1..)
        .map(move |(column, at)| (column, at, if at == last { widest + 1 - at } else { 1 }))
}
