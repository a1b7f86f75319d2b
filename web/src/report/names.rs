//! What tables, rows and cells are called on the page: the form's own words.

use gouji::form::{CellId, FORMS, FormId, LabelSpec, NumberKind, TableId, TableShape, TableSpec};
use gouji_json::{FormName, Quantity};

/// The form's description of a table in the layout it is printed in.
pub(crate) fn table_spec(id: TableId, layout: FormName) -> Option<&'static TableSpec> {
    let form = match layout {
        FormName::Y2019 => FormId::Y2019,
        FormName::Y2021 => FormId::Y2021,
    };
    form.form().table(id)
}

/// The table of any form that has this cell, the newest form first.
fn table_with(cell: CellId) -> Option<&'static TableSpec> {
    let has_cell = |spec: &&TableSpec| {
        spec.row(cell.row).is_some_and(|(_, columns)| columns.iter().any(|column| column.id == cell.column))
    };
    FORMS.iter().rev().filter_map(|form| form.table(cell.table)).find(has_cell)
}

/// A label without the remarks in brackets that the form adds to it.
fn short(label: &LabelSpec) -> &'static str {
    label.text.find("（区分").map_or(label.text, |cut| &label.text[..cut])
}

/// The row's label, with its group's where it does not tell enough alone:
/// "（三）不予公开 1.属于国家秘密".
pub(crate) fn row_name(cell: CellId) -> String {
    let Some((row, _)) = table_with(cell).and_then(|spec| spec.row(cell.row)) else {
        return cell.row.0.to_owned();
    };
    match row.groups {
        // 三、本年度办理结果 holds all results and distinguishes none of them.
        [_, .., group] => format!("{} {}", short(group), short(&row.label)),
        _ => short(&row.label).to_owned(),
    }
}

/// The column's label.
pub(crate) fn column_name(cell: CellId) -> &'static str {
    let column = table_with(cell)
        .and_then(|spec| spec.row(cell.row))
        .and_then(|(_, columns)| columns.iter().find(|column| column.id == cell.column));
    column.map_or(cell.column.0, |column| column.label.text)
}

/// Row and column: "（二）部分公开 · 总计".
pub(crate) fn cell_name(cell: CellId) -> String {
    format!("{} · {}", row_name(cell), column_name(cell))
}

/// What kind of number belongs into a cell.
pub(crate) fn number_kind(cell: CellId) -> NumberKind {
    table_with(cell)
        .and_then(|spec| spec.row(cell.row))
        .and_then(|(_, columns)| columns.iter().find(|column| column.id == cell.column))
        .map_or(NumberKind::Count, |column| column.kind)
}

/// A number with its digits as they were given.
pub(crate) fn printed_number(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Count(count) => count.to_string(),
        Quantity::Decimal(digits) => digits.clone(),
    }
}

/// Whether the rows of a table stand side by side.
pub(crate) fn is_side_by_side(spec: &TableSpec) -> bool {
    spec.shape == TableShape::SideBySide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_by_the_form_s_words() {
        let name = |cell| cell_name(CellId::parse(cell).expect("a cell"));
        assert_eq!(name("applications.partial.total"), "（二）部分公开 · 总计");
        assert_eq!(name("applications.other_other.natural"), "（六）其他处理 3.其他 · 自然人");
        assert_eq!(name("review.after_review.pending"), "复议后起诉 · 尚未审结");
        assert_eq!(name("disclosure.license.items_change"), "行政许可 · 本年增/减");
    }
}
