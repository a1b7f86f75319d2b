//! Invented offices: figures that add up, and the ways their report is printed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use gouji::form::{
    CellId, ColumnId, FormId, LabelSpec, NumberKind, Relation, RelationKind, RowId, SectionKind, TableId,
    TableSpec,
};
use gouji::reading::Quantity;
use gouji::text::TextRange;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// An office's report: the figures, and how it is printed.
#[derive(Clone)]
pub struct Sample {
    /// The form of the report year.
    pub form: FormId,
    /// The report year.
    pub year: u16,
    /// Every cell of the statutory tables.
    pub figures: BTreeMap<CellId, Quantity>,
    /// What is printed in the place of a figure, where that is not its digits.
    pub printed: BTreeMap<CellId, String>,
    /// Rows that are not printed.
    pub omitted: BTreeSet<RowId>,
    /// How it is printed.
    pub layout: Layout,
}

/// Ways to print the same figures that change nothing in them.
// Each is printed or not, whatever the others do.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Brackets of the half width.
    pub half_width: bool,
    /// A blank after the ordinal of a row, and within the words of the heads.
    pub spaced: bool,
    /// Empty cells up to the width of the table at the end of a line.
    pub trailing: bool,
    /// Rows of the applications whose label stands in the first column.
    pub shifted: BTreeSet<usize>,
    /// The label of 四、结转下年度继续办理: first, second or third column.
    pub last_label: usize,
    /// （七）总计 stands in the first column.
    pub total_left: bool,
    /// Rows of the applications before which a page ends.
    pub breaks: BTreeSet<usize>,
    /// What stands after such a page break.
    pub after_break: AfterBreak,
    /// A page ends within the table of disclosure.
    pub break_in_disclosure: bool,
    /// The headings of the explanatory part of the notice.
    pub long_headings: bool,
    /// A letter stands before the report, a signature after it.
    pub letter: bool,
    /// Lines end as on Windows.
    pub carriage_returns: bool,
}

/// What stands after a page break within the table of applications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AfterBreak {
    /// The next row.
    #[default]
    Nothing,
    /// The head of the table again.
    Head,
    /// The next row, with 三、本年度办理结果 again.
    Results,
}

/// A printed report.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    /// The report.
    pub text: String,
    /// Where each cell is printed.
    pub places: BTreeMap<CellId, TextRange>,
}

/// Any report that adds up, from an empty office to tens of thousands of
/// applications, in any layout.
pub fn sample() -> impl Strategy<Value = Sample> {
    let form = prop_oneof![
        (2019_u16..=2020).prop_map(|year| (FormId::Y2019, year)),
        (2021_u16..=2026).prop_map(|year| (FormId::Y2021, year)),
    ];
    let size = prop::sample::select(vec![0_u32, 4, 60, 1500]);
    (form, size).prop_flat_map(|((form, year), size)| {
        let raw = prop::collection::vec(prop_oneof![3 => Just(0), 2 => 0..=size], 220);
        (raw, layout()).prop_map(move |(raw, layout)| Sample {
            form,
            year,
            figures: figures(form, &raw),
            printed: BTreeMap::new(),
            omitted: BTreeSet::new(),
            layout,
        })
    })
}

/// The report of this number: always the same.
pub fn seeded(number: u64) -> Sample {
    let mut seed = [0; 32];
    for (byte, source) in seed.iter_mut().zip(number.to_le_bytes()) {
        *byte = source;
    }
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), random);
    sample().new_tree(&mut runner).expect("every draw is a sample").current()
}

fn layout() -> impl Strategy<Value = Layout> {
    // Rows by number: the labels of the numbered sub-rows begin with the fifth.
    let rows = |of: std::ops::Range<usize>, most| prop::collection::btree_set(of, 0..=most);
    let after = prop::sample::select(vec![AfterBreak::Nothing, AfterBreak::Head, AfterBreak::Results]);
    (
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        (any::<bool>(), any::<bool>(), any::<bool>()),
        (rows(4..20, 4), 0_usize..3, rows(3..22, 2), after),
    )
        .prop_map(|(one, two, (shifted, last_label, breaks, after_break))| Layout {
            half_width: one.0,
            spaced: one.1,
            trailing: one.2,
            total_left: one.3,
            break_in_disclosure: one.4,
            long_headings: two.0,
            letter: two.1,
            carriage_returns: two.2,
            shifted,
            last_label,
            breaks,
            after_break,
        })
}

/// Fills the tables from raw numbers, one for each cell in the order of the
/// form, so that every relation holds.
pub fn figures(form: FormId, raw: &[u32]) -> BTreeMap<CellId, Quantity> {
    let mut raw = raw.iter().copied().map(i64::from);
    let mut next = || raw.next().unwrap_or_default();
    let mut figures = BTreeMap::new();
    for spec in statutory(form) {
        for (row, columns) in spec.rows() {
            for column in columns {
                let id = CellId { table: spec.id, row: row.id, column: column.id };
                let number = next();
                let quantity = match column.kind {
                    NumberKind::Change => Quantity::Count(number % 40 - 9),
                    NumberKind::Amount if number % 3 == 1 => {
                        Quantity::Decimal(format!("{number}.08040{number}"))
                    }
                    NumberKind::Count | NumberKind::Amount => Quantity::Count(number),
                };
                figures.insert(id, quantity);
            }
        }
        add_up(&spec.relations(), &mut figures);
    }
    figures
}

/// The cell and its count.
fn count(figures: &BTreeMap<CellId, Quantity>, cell: CellId) -> i64 {
    match figures.get(&cell) {
        Some(Quantity::Count(count)) => *count,
        _ => 0,
    }
}

fn add_up(relations: &[Relation], figures: &mut BTreeMap<CellId, Quantity>) {
    let sum = |figures: &BTreeMap<CellId, Quantity>, cells: &[CellId]| -> i64 {
        cells.iter().map(|cell| count(figures, *cell)).sum()
    };
    let of = |kind| relations.iter().filter(move |relation| relation.id.kind == kind);
    // Results first, then what came in, then the totals of all rows.
    for relation in of(RelationKind::ColumnTotal) {
        let total = sum(figures, &relation.left);
        figures.insert(relation.right[0], Quantity::Count(total));
    }
    for relation in of(RelationKind::Balance) {
        if let [new, carried_in] = relation.left[..] {
            let handled = sum(figures, &relation.right);
            let before = count(figures, carried_in).min(handled);
            figures.insert(carried_in, Quantity::Count(before));
            figures.insert(new, Quantity::Count(handled - before));
        }
    }
    for relation in of(RelationKind::Row).chain(of(RelationKind::ReviewTotal)) {
        let total = sum(figures, &relation.left);
        figures.insert(relation.right[0], Quantity::Count(total));
    }
}

/// The tables every report has.
pub fn statutory(form: FormId) -> impl Iterator<Item = &'static TableSpec> {
    TableId::STATUTORY.into_iter().filter_map(move |id| form.form().table(id))
}

/// The figures that are not 0, and the layout: enough to see what is special.
impl fmt::Debug for Sample {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{} by the form of {}, {:?}", self.year, self.form.as_str(), self.layout)?;
        let figures = self.figures.iter().filter(|(_, figure)| **figure != Quantity::Count(0));
        for (cell, figure) in figures {
            writeln!(formatter, "{cell} = {}", crate::snapshot::quantity(figure))?;
        }
        for (cell, printed) in &self.printed {
            writeln!(formatter, "{cell} printed as {printed:?}")?;
        }
        write!(formatter, "left out: {:?}", self.omitted)
    }
}

impl Sample {
    /// All relations of the form.
    pub fn relations(&self) -> Vec<Relation> {
        statutory(self.form).flat_map(TableSpec::relations).collect()
    }

    /// One of its tables, printed.
    pub fn print_table(&self, id: TableId) -> String {
        let mut printer = Printer { sample: self, out: Printed::default() };
        if let Some(table) = self.form.form().table(id) {
            printer.table(table);
        }
        printer.out.text
    }

    /// The report, printed.
    pub fn print(&self) -> Printed {
        let mut printer = Printer { sample: self, out: Printed::default() };
        printer.report();
        if self.layout.carriage_returns { printer.out.with_carriage_returns() } else { printer.out }
    }
}

impl Printed {
    fn with_carriage_returns(self) -> Self {
        let mut moved = Vec::with_capacity(self.text.len() + 1);
        let mut added = 0;
        for byte in self.text.bytes() {
            moved.push(added);
            added += usize::from(byte == b'\n');
        }
        moved.push(added);
        let shift = |offset: u32| offset as usize + moved[offset as usize];
        let places = self.places.iter();
        Self {
            places: places.map(|(id, at)| (*id, TextRange::new(shift(at.start), shift(at.end)))).collect(),
            text: self.text.replace('\n', "\r\n"),
        }
    }
}

struct Printer<'a> {
    sample: &'a Sample,
    out: Printed,
}

/// What stands in a section without a table.
fn prose(section: SectionKind) -> &'static str {
    match section {
        SectionKind::Overview => {
            "局里按要求做好主动公开和依申请公开，完善信息管理和网站平台，年内接受了社会监督。"
        }
        SectionKind::Problems => {
            "有的栏目更新不够及时，公开的内容还不够全面。下一步对照目录逐项补充，每季度检查一次。"
        }
        _ => "局里没有收取信息处理费。",
    }
}

impl Printer<'_> {
    fn line(&mut self, line: &str) {
        self.out.text.push_str(line);
        self.out.text.push('\n');
    }

    fn lines(&mut self, lines: &[&str]) {
        for line in lines {
            self.line(line);
        }
    }

    /// A label in the spelling of this layout.
    fn label(&self, label: &LabelSpec) -> String {
        let mut text = label.text.to_owned();
        if self.sample.layout.half_width {
            text = text.replace('（', "(").replace('）', ")").replace(['“', '”'], "\"");
        }
        if self.sample.layout.spaced {
            text = text.replace('.', ". ").replace(')', ") ").replace("商业企业", "商业 企业");
        }
        text.trim_end().to_owned()
    }

    /// The cells of a row, from here on, with tabs between.
    fn cells(&mut self, table: TableId, row: RowId, columns: impl Iterator<Item = ColumnId>) {
        for (index, column) in columns.enumerate() {
            if index > 0 {
                self.out.text.push('\t');
            }
            let id = CellId { table, row, column };
            let start = self.out.text.len();
            let figure = || self.sample.figures.get(&id).map(crate::snapshot::quantity).unwrap_or_default();
            let printed = self.sample.printed.get(&id).cloned().unwrap_or_else(figure);
            self.out.text.push_str(&printed);
            self.out.places.insert(id, TextRange::new(start, self.out.text.len()));
        }
    }

    fn report(&mut self) {
        let (year, next) = (self.sample.year, self.sample.year + 1);
        if self.sample.layout.letter {
            self.lines(&["", "国家槐湖调查总局", "", &format!("槐调〔{next}〕5号"), ""]);
            self.line(&format!("国家槐湖调查总局关于报送{year}年政府信息公开工作年度报告的函"));
            self.lines(&[
                "",
                "国务院办公厅政务公开办公室：",
                "",
                "现将我局的年度报告报上，请审阅。",
                "",
                "附件",
                "",
            ]);
        }
        self.line(&format!("国家槐湖调查总局{year}年政府信息公开工作年度报告"));
        self.lines(&["", "本报告按照《中华人民共和国政府信息公开条例》编制，共分六个部分。"]);
        self.line(&format!("数据统计期限为{year}年1月1日至{year}年12月31日。"));
        let form = self.sample.form.form();
        for (section, ordinal) in form.sections.iter().zip(["一", "二", "三", "四", "五", "六"]) {
            let heading = match section.heading.accepted {
                [long, ..] if self.sample.layout.long_headings => long,
                _ => section.heading.text,
            };
            self.lines(&["", &format!("{ordinal}、{heading}"), ""]);
            match form.tables.iter().find(|table| table.section == section.kind) {
                Some(table) => self.table(table),
                None => self.line(prose(section.kind)),
            }
        }
        if self.sample.layout.letter {
            self.lines(&["", "国家槐湖调查总局", &format!("{next}年1月15日"), "（联系人：局办公室）"]);
        }
    }

    fn table(&mut self, table: &'static TableSpec) {
        match table.id {
            TableId::Disclosure => self.disclosure(table),
            TableId::Applications => self.applications(table),
            TableId::Review => self.review(table),
            TableId::Fees => {}
        }
    }

    fn disclosure(&mut self, table: &'static TableSpec) {
        let widest = table.blocks.iter().map(|block| block.columns.len()).max().unwrap_or_default();
        for (index, block) in table.blocks.iter().enumerate() {
            let width = if self.sample.layout.trailing { widest } else { block.columns.len() };
            let padding = "\t".repeat(width - block.columns.len());
            let heading = block.heading.as_ref().map(|heading| self.label(heading)).unwrap_or_default();
            self.line(&format!("{heading}{}", "\t".repeat(width)));
            if index == 2 && self.sample.layout.break_in_disclosure {
                self.line("");
            }
            let labels: Vec<String> = block.columns.iter().map(|column| self.label(&column.label)).collect();
            self.line(&format!("信息内容\t{}{padding}", labels.join("\t")));
            for row in block.rows.iter().filter(|row| !self.sample.omitted.contains(&row.id)) {
                let label = self.label(&row.label);
                self.out.text.push_str(&label);
                self.out.text.push('\t');
                self.cells(table.id, row.id, block.columns.iter().map(|column| column.id));
                self.line(&padding);
            }
        }
    }

    fn applications_head(&mut self, table: &TableSpec) {
        let note = table.furniture.first().map(|note| self.label(note)).unwrap_or_default();
        self.line(&format!("{note}\t\t申请人情况\t\t\t\t\t\t总计\t"));
        self.line("\t\t自然人\t法人或其他组织\t\t\t\t\t\t");
        let business = self.label(&LabelSpec::only("商业企业"));
        self.line(&format!("\t\t\t{business}\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t"));
    }

    fn applications(&mut self, table: &'static TableSpec) {
        self.applications_head(table);
        let layout = &self.sample.layout;
        let count = table.rows().count();
        let mut groups: &[&LabelSpec] = &[];
        for (index, (row, columns)) in table.rows().enumerate() {
            if self.sample.omitted.contains(&row.id) {
                continue;
            }
            let mut repeated = false;
            if layout.breaks.contains(&index) {
                self.line("");
                match layout.after_break {
                    AfterBreak::Nothing => {}
                    AfterBreak::Head => self.applications_head(table),
                    AfterBreak::Results => repeated = !row.groups.is_empty(),
                }
            }
            let label = self.label(&row.label);
            let new = |level: usize| -> Option<&LabelSpec> {
                let group = row.groups.get(level).copied()?;
                let same = groups.get(level).is_some_and(|before| before.text == group.text);
                (!same || (level == 0 && repeated)).then_some(group)
            };
            let group = |level| new(level).map(|group| self.label(group)).unwrap_or_default();
            let (before, after) = match row.groups.len() {
                0 if index + 1 == count => match layout.last_label {
                    0 => (format!("{label}\t\t"), "\t"),
                    1 => (format!("\t{label}\t\t"), ""),
                    _ => (format!("{label}\t\t\t"), ""),
                },
                0 => (format!("{label}\t\t"), "\t"),
                1 if layout.total_left && index + 2 == count => (format!("{label}\t"), "\t\t"),
                1 => (format!("{}\t{label}\t", group(0)), "\t"),
                _ if layout.shifted.contains(&index) && new(1).is_none() && !repeated => {
                    (format!("{label}\t\t"), "\t")
                }
                _ => (format!("{}\t{}\t{label}\t", group(0), group(1)), ""),
            };
            groups = row.groups;
            self.out.text.push_str(&before);
            self.cells(table.id, row.id, columns.iter().map(|column| column.id));
            self.line(if layout.trailing { after } else { "" });
        }
    }

    fn review(&mut self, table: &'static TableSpec) {
        let block = &table.blocks[0];
        let outcomes: Vec<String> = block.columns.iter().map(|column| self.label(&column.label)).collect();
        let outcomes = outcomes.join("\t");
        self.line(&format!("行政复议{}行政诉讼{}", "\t".repeat(5), "\t".repeat(9)));
        self.line(&format!("{outcomes}\t未经复议直接起诉{}复议后起诉{}", "\t".repeat(5), "\t".repeat(4)));
        self.line(&format!("{}{outcomes}\t{outcomes}", "\t".repeat(5)));
        for (index, row) in block.rows.iter().enumerate() {
            if index > 0 {
                self.out.text.push('\t');
            }
            self.cells(table.id, row.id, block.columns.iter().map(|column| column.id));
        }
        self.line("");
    }
}
