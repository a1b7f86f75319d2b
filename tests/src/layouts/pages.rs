//! How a report is printed: widths, page breaks, and what stands at them.

use std::collections::BTreeSet;

use fastrand::Rng;

use super::Pen;

/// How a report is printed.
// Each is printed or not, whatever the others do.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug)]
pub struct Print {
    /// Columns of a line of prose.
    pub line_width: usize,
    /// Columns of the rows' labels.
    pub label_width: usize,
    /// Columns of the merged labels to their left.
    pub group_width: usize,
    /// Columns of a head.
    pub head_width: usize,
    /// Brackets of the half width.
    pub half_width: bool,
    /// A blank after the ordinal of a row.
    pub spaced: bool,
    /// Forced breaks within the heads.
    pub broken_heads: bool,
    /// Rows of the table of applications before which a page ends.
    pub breaks: BTreeSet<usize>,
    /// Whether a page has its number at the foot, and how it is written.
    pub page_number: Option<&'static str>,
    /// What stands at the head of every page.
    pub running_head: Option<&'static str>,
    /// The table's head is printed again on a new page.
    pub repeated_head: bool,
    /// A form feed ends a page.
    pub form_feed: bool,
    /// Numbers stand between the lines of a label that has two, not beside the first.
    pub between: bool,
    /// Blank lines between the rows, where columns have a fixed width.
    pub airy: bool,
    /// Rows of which the last number stands on the next line.
    pub fallen: BTreeSet<usize>,
    /// Columns of fixed width are not quite in line from row to row.
    pub drifting: bool,
    /// Spaces between columns of fixed width.
    pub gap: usize,
    /// Every line of a sheet is as wide as its widest table.
    pub whole_sheet: bool,
    /// Columns too narrow for their numbers: as many characters of a value
    /// stand on a line. The table of disclosure has wide columns.
    pub narrow: Option<usize>,
}

/// Page numbers as printed; `#` is the number.
const PAGE_NUMBERS: [&str; 6] = ["- # -", "-#-", "— # —", "第 # 页 共 12 页", "第#页", "#"];
const RUNNING_HEADS: [&str; 2] = ["政府信息公开工作年度报告", "槐渡县信息公开专栏 www.example.invalid"];

impl Print {
    /// A random one.
    pub fn new(random: &mut Rng) -> Self {
        let rows = |random: &mut Rng, most| (0..random.usize(..=most)).map(|_| random.usize(3..29)).collect();
        Self {
            line_width: random.usize(24..40) * 2,
            label_width: [12, 16, 20, 24, 30, 36, 80][random.usize(..7)],
            group_width: [2, 4, 6, 10, 24][random.usize(..5)],
            head_width: [2, 4, 6, 16][random.usize(..4)],
            half_width: random.bool(),
            spaced: random.bool(),
            broken_heads: random.bool(),
            breaks: rows(random, 2),
            page_number: (random.u8(..5) > 0).then(|| PAGE_NUMBERS[random.usize(..PAGE_NUMBERS.len())]),
            running_head: (random.u8(..5) == 0).then(|| RUNNING_HEADS[random.usize(..RUNNING_HEADS.len())]),
            repeated_head: random.bool(),
            form_feed: random.bool(),
            between: random.bool(),
            airy: random.bool(),
            fallen: if random.u8(..4) == 0 { rows(random, 4) } else { BTreeSet::new() },
            drifting: random.bool(),
            gap: random.usize(1..=4),
            whole_sheet: false,
            narrow: None,
        }
    }

    /// The lines of a value.
    pub fn value_lines(&self, value: &str) -> Vec<String> {
        let characters: Vec<char> = value.chars().collect();
        match self.narrow {
            Some(narrow) if characters.len() > narrow => {
                characters.chunks(narrow).map(|line| line.iter().collect()).collect()
            }
            _ => vec![value.to_owned()],
        }
    }

    /// What stands at the end of the page of this number and at the beginning
    /// of the next, without a repeated head.
    pub fn page_break(&self, pen: &mut Pen, page: usize) {
        pen.finish_line();
        if let Some(number) = self.page_number {
            pen.line(&number.replace('#', &page.to_string()));
        }
        if self.form_feed {
            pen.put("\u{c}");
        }
        if let Some(head) = self.running_head {
            pen.line(head);
        }
    }
}
