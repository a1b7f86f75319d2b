//! Names of tables, rows, columns and sums in words.

use super::Context;
use crate::form::{CellId, ColumnId, FormId, Relation, RelationKind, RowId, TableId, TableSpec};
use crate::{Language, RelationState};

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
    let numeral = number.checked_sub(1).and_then(|at| NUMERALS.get(at));
    numeral.map_or_else(|| number.to_string(), ToString::to_string)
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
    pub(super) fn row_name(&self, table: TableId, row: RowId) -> &'static str {
        let spec = self.spec(table).and_then(|spec| spec.row(row));
        spec.map_or(row.0, |(row, _)| short_label(row.label.text))
    }

    /// The form's words for a column; columns of the same name in different
    /// rows share their words.
    pub(super) fn column_name(&self, table: TableId, column: ColumnId) -> &'static str {
        let spec = self.spec(table);
        let mut columns = spec.into_iter().flat_map(|spec| spec.blocks).flat_map(|block| block.columns);
        columns.find(|spec| spec.id == column).map_or(column.0, |column| short_label(column.label.text))
    }

    /// A cell by its row and column: （一）予以公开·自然人.
    pub(super) fn cell_name(&self, cell: CellId) -> String {
        format!("{}·{}", self.row_name(cell.table, cell.row), self.column_name(cell.table, cell.column))
    }

    /// Several cells, the columns gathered by row:
    /// 行政复议（结果维持、结果纠正）；未经复议直接起诉（总计）.
    pub(super) fn cell_names(&self, cells: &[CellId]) -> String {
        let mut rows: Vec<(TableId, RowId, Vec<&'static str>)> = Vec::new();
        for cell in cells {
            let column = self.column_name(cell.table, cell.column);
            match rows.iter_mut().find(|(table, row, _)| (*table, *row) == (cell.table, cell.row)) {
                Some((_, _, columns)) => columns.push(column),
                None => rows.push((cell.table, cell.row, vec![column])),
            }
        }
        let name = |(table, row, columns): &(TableId, RowId, Vec<&'static str>)| {
            let row = self.row_name(*table, *row);
            match self.language {
                Language::Chinese => format!("{row}（{}）", columns.join("、")),
                Language::English => format!("{row} ({})", columns.join(", ")),
            }
        };
        let names: Vec<String> = rows.iter().map(name).collect();
        names.join(&self.say("；", "; "))
    }

    /// A sum written out: `18 + 3 + 0 = 21`. Of many addends, those that are 0
    /// are left out.
    pub(super) fn sum(&self, cells: &[CellId]) -> String {
        let counts: Vec<i64> = cells.iter().map(|&cell| self.count(cell)).collect();
        let leave_zeros_out = counts.len() > MAX_ADDENDS_WITH_ZEROS;
        let shown = counts.iter().filter(|count| !leave_zeros_out || **count != 0);
        let addends: Vec<String> =
            shown.map(|count| if *count < 0 { format!("({count})") } else { count.to_string() }).collect();
        let sum: i64 = counts.iter().sum();
        if addends.len() < 2 { sum.to_string() } else { format!("{} = {sum}", addends.join(" + ")) }
    }

    fn count(&self, cell: CellId) -> i64 {
        self.document.cell(cell).and_then(crate::reading::Cell::count).unwrap_or_default()
    }

    /// What a failing relation says, with the numbers written out.
    pub(super) fn relation_in_words(&self, relation: &Relation, state: RelationState) -> String {
        let RelationState::Fails { left, right } = state else { return String::new() };
        let table = relation.id.table;
        let left_sum = self.sum(&relation.left);
        match relation.id.kind {
            RelationKind::Row => {
                let row = self.row_name(table, RowId(relation.id.subject));
                self.say(
                    format!("“{row}”行：{left_sum}，总计栏为 {right}"),
                    format!("Row “{row}”: {left_sum}, its 总计 is {right}"),
                )
            }
            RelationKind::ColumnTotal => {
                let column = self.column_name(table, ColumnId(relation.id.subject));
                self.say(
                    format!("“{column}”列各项办理结果：{left_sum}，（七）总计行为 {right}"),
                    format!("Column “{column}”, results: {left_sum}, row （七）总计 is {right}"),
                )
            }
            RelationKind::Balance => {
                let column = self.column_name(table, ColumnId(relation.id.subject));
                let right_sum = self.sum(&relation.right);
                self.say(
                    format!(
                        "“{column}”列：第一项加第二项 {left_sum}，第三项加第四项 {right_sum}，相差 {}",
                        (left - right).abs()
                    ),
                    format!("Column “{column}”: 一 + 二 is {left_sum}, 三 + 四 is {right_sum}"),
                )
            }
            RelationKind::ReviewTotal => {
                let group = self.row_name(table, RowId(relation.id.subject));
                self.say(
                    format!("“{group}”：{left_sum}，总计栏为 {right}"),
                    format!("“{group}”: {left_sum}, its 总计 is {right}"),
                )
            }
        }
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
