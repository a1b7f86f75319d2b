//! Names of tables, rows, columns and sums in words.

use super::Context;
use crate::form::{CellId, ColumnId, FormId, Relation, RelationId, RelationKind, RowId, TableId, TableSpec};
use crate::words::{Words, digits, push_number, words};
use crate::{Language, RelationState};

/// Stands between the items of a list.
pub(crate) const AND: &Words = &words("、", ", ");
/// Stands between longer items of a list.
pub(super) const THEN: &Words = &words("；", "; ");

const CELLS: &Words = &words("{row}（{columns}）", "{row} ({columns})");
const ROW: &Words =
    &words("“{subject}”行：{left}，总计栏为 {right}", "Row “{subject}”: {left}, its 总计 is {right}");
const COLUMN_TOTAL: &Words = &words(
    "“{subject}”列各项办理结果：{left}，（七）总计行为 {right}",
    "Column “{subject}”, results: {left}, row （七）总计 is {right}",
);
const BALANCE: &Words = &words(
    "“{subject}”列：第一项加第二项 {left}，第三项加第四项 {right}，相差 {difference}",
    "Column “{subject}”: 一 + 二 is {left}, 三 + 四 is {right}",
);
const REVIEW_TOTAL: &Words =
    &words("“{subject}”：{left}，总计栏为 {right}", "“{subject}”: {left}, its 总计 is {right}");

/// Sums of more addends than this leave out those that are 0.
const MAX_ADDENDS_WITH_ZEROS: usize = 8;
/// Labels longer than this, in characters, are cut where a clause ends.
const LONG_LABEL: usize = 20;

/// The form's words for a row or column, without remarks in brackets and
/// without a second clause.
pub(super) fn short_label(label: &str) -> &str {
    let without_remark = match label.rfind('（') {
        Some(at) if at > 0 => &label[..at],
        _ => label,
    };
    if without_remark.chars().count() <= LONG_LABEL {
        return without_remark;
    }
    match without_remark.rfind('、') {
        Some(at) if at > LONG_LABEL => &without_remark[..at],
        _ => without_remark,
    }
}

/// An ordinal as the form writes it.
pub(super) fn ordinal(number: usize) -> String {
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match number.checked_sub(1).and_then(|at| NUMERALS.get(at)) {
        Some(&numeral) => numeral.to_owned(),
        None => digits(i64::try_from(number).unwrap_or(i64::MAX)),
    }
}

impl Context<'_> {
    /// The table as it is printed, or as the form of the year has it.
    pub(super) fn spec(&self, table: TableId) -> Option<&'static TableSpec> {
        let printed = self.document.table(table).map(|table| table.layout);
        printed.or(self.document.form).unwrap_or(FormId::Y2021).form().table(table)
    }

    /// What the table is called.
    pub(super) fn table_name(&self, table: TableId) -> &'static str {
        let spec = self.spec(table);
        match self.language {
            Language::Chinese => spec.map_or("", |spec| spec.title),
            Language::English => spec.map_or("", |spec| spec.title_en),
        }
    }

    /// The form's words for a row.
    pub(crate) fn row_name(&self, table: TableId, row: RowId) -> &'static str {
        let spec = self.spec(table).and_then(|spec| spec.row(row));
        spec.map_or(row.0, |(row, _)| short_label(row.label.text))
    }

    /// The form's words for a column; columns of the same name in different
    /// rows share their words.
    pub(crate) fn column_name(&self, table: TableId, column: ColumnId) -> &'static str {
        short_label(self.column_label(table, column))
    }

    /// The form's own label of a column.
    pub(super) fn column_label(&self, table: TableId, column: ColumnId) -> &'static str {
        for block in self.spec(table).map_or(&[][..], |spec| spec.blocks) {
            for spec in block.columns {
                if spec.id == column {
                    return spec.label.text;
                }
            }
        }
        column.0
    }

    /// A cell by its row and column: （一）予以公开·自然人.
    pub(crate) fn cell_name(&self, cell: CellId) -> String {
        let mut name = self.row_name(cell.table, cell.row).to_owned();
        name.push('·');
        name.push_str(self.column_name(cell.table, cell.column));
        name
    }

    /// Several cells, the columns gathered by row:
    /// 行政复议（结果维持、结果纠正）；未经复议直接起诉（总计）.
    pub(super) fn cell_names(&self, cells: &[CellId]) -> String {
        let mut rows: Vec<(TableId, RowId, String)> = Vec::new();
        for cell in cells {
            let column = self.column_name(cell.table, cell.column);
            match rows.iter_mut().find(|(table, row, _)| (*table, *row) == (cell.table, cell.row)) {
                Some((_, _, columns)) => self.list(columns, AND, column),
                None => rows.push((cell.table, cell.row, column.to_owned())),
            }
        }
        let mut names = String::new();
        for (table, row, columns) in &rows {
            let facts = [("row", self.row_name(*table, *row).into()), ("columns", columns.into())];
            self.list(&mut names, THEN, &self.fill(CELLS, &facts));
        }
        names
    }

    /// Puts one more item at the end of a list.
    pub(crate) fn list(&self, list: &mut String, between: &Words, item: &str) {
        if !list.is_empty() {
            list.push_str(between.in_language(self.language));
        }
        list.push_str(item);
    }

    /// A sum written out: `18 + 3 + 0 = 21`. Of many addends, those that are 0
    /// are left out.
    pub(super) fn sum(&self, cells: &[CellId]) -> String {
        let (mut written, mut addends, mut sum) = (String::new(), 0, 0);
        for &cell in cells {
            let count = self.count(cell).unwrap_or_default();
            if count == 0 && cells.len() > MAX_ADDENDS_WITH_ZEROS {
                continue;
            }
            if addends > 0 {
                written.push_str(" + ");
            }
            if count < 0 {
                written.push('(');
                push_number(&mut written, count);
                written.push(')');
            } else {
                push_number(&mut written, count);
            }
            addends += 1;
            sum += count;
        }
        if addends < 2 {
            return digits(sum);
        }
        written.push_str(" = ");
        push_number(&mut written, sum);
        written
    }

    /// What a failing relation says, with the numbers written out.
    pub(super) fn relation_in_words(&self, relation: &Relation, state: RelationState) -> String {
        let RelationState::Fails { left, right } = state else { return String::new() };
        let RelationId { table, kind, subject } = relation.id;
        let (words, subject) = match kind {
            RelationKind::Row => (ROW, self.row_name(table, RowId(subject))),
            RelationKind::ColumnTotal => (COLUMN_TOTAL, self.column_name(table, ColumnId(subject))),
            RelationKind::Balance => (BALANCE, self.column_name(table, ColumnId(subject))),
            RelationKind::ReviewTotal => (REVIEW_TOTAL, self.row_name(table, RowId(subject))),
        };
        let (left_sum, right_sum) = (self.sum(&relation.left), self.sum(&relation.right));
        let facts = [
            ("subject", subject.into()),
            ("left", (&left_sum).into()),
            ("right", (&right_sum).into()),
            ("difference", (left - right).abs().into()),
        ];
        self.fill(words, &facts)
    }
}

#[cfg(test)]
mod tests {
    use super::short_label;

    #[test]
    fn shortens_labels_without_losing_what_they_say() {
        assert_eq!(short_label("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), "（二）部分公开");
        assert_eq!(short_label("（七）总计"), "（七）总计");
        assert_eq!(
            short_label("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
            "1.申请人无正当理由逾期不补正"
        );
        assert_eq!(
            short_label("5.要求行政机关确认或重新出具已获取信息"),
            "5.要求行政机关确认或重新出具已获取信息"
        );
    }
}
