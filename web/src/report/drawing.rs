//! A table in its official shape: which heads and group labels are merged over
//! how many columns and rows. Derived from the form; nothing is drawn by hand.

use gouji::form::{BlockSpec, CellId, LabelSpec, TableId, TableSpec};

use super::names::is_side_by_side;

/// A head over columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadCell {
    /// The form's words; empty for a corner without any.
    pub(crate) text: &'static str,
    /// How many columns it covers.
    pub(crate) columns: usize,
    /// How many rows it covers.
    pub(crate) rows: usize,
    /// Whether it is the corner over the row labels.
    pub(crate) is_corner: bool,
}

/// A label beside rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowLabel {
    /// The form's words.
    pub(crate) text: &'static str,
    /// How many columns it covers.
    pub(crate) columns: usize,
    /// How many rows it covers.
    pub(crate) rows: usize,
    /// Whether it is the label of one row and not of a group.
    pub(crate) is_own: bool,
}

/// A row of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DrawnRow {
    /// The labels that begin in this row, left to right.
    pub(crate) labels: Vec<RowLabel>,
    /// The cells with the columns each covers.
    pub(crate) cells: Vec<(CellId, usize)>,
}

/// Rows with the heads over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DrawnBlock {
    /// The head over the whole block, such as 第二十条第（一）项.
    pub(crate) heading: Option<&'static str>,
    /// The rows of heads.
    pub(crate) heads: Vec<Vec<HeadCell>>,
    /// The rows of numbers.
    pub(crate) rows: Vec<DrawnRow>,
}

/// A table in its official shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DrawnTable {
    /// Which table.
    pub(crate) id: TableId,
    /// The blocks, top to bottom.
    pub(crate) blocks: Vec<DrawnBlock>,
    /// How many columns the whole table has.
    pub(crate) columns: usize,
    /// How many of them hold labels.
    pub(crate) label_columns: usize,
}

impl DrawnTable {
    /// The shape of `spec`.
    pub(crate) fn of(spec: &'static TableSpec) -> Self {
        if is_side_by_side(spec) { side_by_side(spec) } else { row_by_row(spec) }
    }
}

/// A leaf column: the heads over it, outermost first, and its own.
struct Leaf {
    groups: Vec<&'static str>,
    text: &'static str,
}

/// Joins the heads of neighbouring leaves and stretches the leaves down to the
/// lowest row.
fn heads(corner: Option<HeadCell>, leaves: &[Leaf], depth: usize, stretch: usize) -> Vec<Vec<HeadCell>> {
    let mut rows: Vec<Vec<HeadCell>> = (0..depth).map(|_| Vec::new()).collect();
    if let (Some(corner), Some(first)) = (corner, rows.first_mut()) {
        first.push(corner);
    }
    for (index, leaf) in leaves.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| leaves.get(before));
        for (level, &text) in leaf.groups.iter().enumerate() {
            let goes_on =
                before.is_some_and(|before| before.groups.get(..=level) == Some(&leaf.groups[..=level]));
            if !goes_on {
                let covers = |other: &&Leaf| other.groups.get(..=level) == Some(&leaf.groups[..=level]);
                let columns = leaves[index..].iter().take_while(covers).count();
                rows[level].push(HeadCell { text, columns, rows: 1, is_corner: false });
            }
        }
        let level = leaf.groups.len();
        // A block with fewer columns than the widest lets its last one take the rest.
        let columns = if index + 1 == leaves.len() { 1 + stretch } else { 1 };
        rows[level].push(HeadCell { text: leaf.text, columns, rows: depth - level, is_corner: false });
    }
    rows
}

fn row_by_row(spec: &'static TableSpec) -> DrawnTable {
    let widest = spec.blocks.iter().map(|block| block.columns.len()).max().unwrap_or(0);
    let label_columns = 1 + spec.rows().map(|(row, _)| row.groups.len()).max().unwrap_or(0);
    let draw = |block: &'static BlockSpec| {
        let stretch = widest - block.columns.len();
        let leaves: Vec<Leaf> = block
            .columns
            .iter()
            .map(|column| Leaf { groups: texts(column.groups), text: column.label.text })
            .collect();
        let depth = 1 + leaves.iter().map(|leaf| leaf.groups.len()).max().unwrap_or(0);
        let corner = HeadCell {
            text: spec.furniture.first().map_or("", |label| label.text),
            columns: label_columns,
            rows: depth,
            is_corner: true,
        };
        DrawnBlock {
            heading: block.heading.as_ref().map(|heading| heading.text),
            heads: heads(Some(corner), &leaves, depth, stretch),
            rows: body(spec.id, block, label_columns, stretch),
        }
    };
    DrawnTable {
        id: spec.id,
        blocks: spec.blocks.iter().map(draw).collect(),
        columns: label_columns + widest,
        label_columns,
    }
}

fn body(table: TableId, block: &'static BlockSpec, label_columns: usize, stretch: usize) -> Vec<DrawnRow> {
    let last_column = block.columns.len().saturating_sub(1);
    let labels = |index: usize| {
        let row = &block.rows[index];
        let groups = texts(row.groups);
        let mut labels = Vec::new();
        for (level, &text) in groups.iter().enumerate() {
            let shares =
                |other: usize| texts(block.rows[other].groups).get(..=level) == Some(&groups[..=level]);
            if index == 0 || !shares(index - 1) {
                let rows = (index..block.rows.len()).take_while(|&other| shares(other)).count();
                labels.push(RowLabel { text, columns: 1, rows, is_own: false });
            }
        }
        let columns = label_columns - groups.len();
        labels.push(RowLabel { text: row.label.text, columns, rows: 1, is_own: true });
        labels
    };
    block
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| DrawnRow {
            labels: labels(index),
            cells: block
                .columns
                .iter()
                .enumerate()
                .map(|(place, column)| {
                    let cell = CellId { table, row: row.id, column: column.id };
                    (cell, if place == last_column { 1 + stretch } else { 1 })
                })
                .collect(),
        })
        .collect()
}

fn side_by_side(spec: &'static TableSpec) -> DrawnTable {
    let mut leaves = Vec::new();
    let mut cells = Vec::new();
    for (row, columns) in spec.rows() {
        let mut groups = texts(row.groups);
        // 行政复议 is its own group: printed once, not twice.
        if groups.last() != Some(&row.label.text) {
            groups.push(row.label.text);
        }
        for column in columns {
            leaves.push(Leaf { groups: groups.clone(), text: column.label.text });
            cells.push((CellId { table: spec.id, row: row.id, column: column.id }, 1));
        }
    }
    let depth = 1 + leaves.iter().map(|leaf| leaf.groups.len()).max().unwrap_or(0);
    let columns = leaves.len();
    let block = DrawnBlock {
        heading: None,
        heads: heads(None, &leaves, depth, 0),
        rows: vec![DrawnRow { labels: Vec::new(), cells }],
    };
    DrawnTable { id: spec.id, blocks: vec![block], columns, label_columns: 0 }
}

fn texts(labels: &[&'static LabelSpec]) -> Vec<&'static str> {
    labels.iter().map(|label| label.text).collect()
}

#[cfg(test)]
mod tests {
    use gouji::form::{FORM_2019, FORM_2021};

    use super::*;

    fn drawn(spec: Option<&'static TableSpec>) -> DrawnTable {
        DrawnTable::of(spec.expect("the form has it"))
    }

    /// Lays the merged cells on a grid: none may overlap, none may be missing.
    fn fills_its_grid(rows: &[Vec<(usize, usize)>], width: usize) {
        let mut taken = vec![vec![false; width]; rows.len()];
        for (y, row) in rows.iter().enumerate() {
            for &(columns, height) in row {
                let x = taken[y].iter().position(|taken| !taken).expect("room in the row");
                for line in &mut taken[y..y + height] {
                    for place in &mut line[x..x + columns] {
                        assert!(!*place, "two cells on one place");
                        *place = true;
                    }
                }
            }
        }
        assert!(taken.iter().flatten().all(|&taken| taken), "a hole in the table");
    }

    #[test]
    fn every_table_fills_its_grid() {
        for form in [&FORM_2019, &FORM_2021] {
            for spec in form.tables {
                let table = DrawnTable::of(spec);
                for block in &table.blocks {
                    let heads: Vec<Vec<_>> = block
                        .heads
                        .iter()
                        .map(|row| row.iter().map(|head| (head.columns, head.rows)).collect())
                        .collect();
                    fills_its_grid(&heads, table.columns);
                    let rows: Vec<Vec<_>> = block
                        .rows
                        .iter()
                        .map(|row| {
                            let labels = row.labels.iter().map(|label| (label.columns, label.rows));
                            labels.chain(row.cells.iter().map(|&(_, columns)| (columns, 1))).collect()
                        })
                        .collect();
                    fills_its_grid(&rows, table.columns);
                }
            }
        }
    }

    #[test]
    fn the_head_of_the_applications_is_the_form_s() {
        let table = drawn(FORM_2021.table(TableId::Applications));
        let texts = |row: &Vec<HeadCell>| {
            row.iter().map(|head| (head.text, head.columns, head.rows)).collect::<Vec<_>>()
        };
        let block = &table.blocks[0];
        assert_eq!(texts(&block.heads[1]), [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)]);
        let first = &block.rows[2];
        assert_eq!(
            first.labels.iter().map(|label| (label.text, label.columns, label.rows)).collect::<Vec<_>>(),
            [("三、本年度办理结果", 1, 22), ("（一）予以公开", 2, 1)]
        );
    }

    #[test]
    fn the_head_of_the_reviews_is_the_form_s() {
        let table = drawn(FORM_2021.table(TableId::Review));
        let texts = |row: &Vec<HeadCell>| {
            row.iter().map(|head| (head.text, head.columns, head.rows)).collect::<Vec<_>>()
        };
        let heads = &table.blocks[0].heads;
        assert_eq!(texts(&heads[0]), [("行政复议", 5, 1), ("行政诉讼", 10, 1)]);
        assert_eq!(texts(&heads[1])[0], ("结果维持", 1, 2));
        assert_eq!(texts(&heads[1])[5..], [("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)]);
        assert_eq!(heads[2].len(), 10);
    }
}
