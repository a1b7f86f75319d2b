//! The statutory forms as data: sections, tables, rows, columns, labels and
//! the relations that must hold.
//!
//! A form is a constant; nothing in [`crate::reading`] knows a label or a row
//! by itself. To add the form of a future year, write a file like
//! `form_2021.rs` and list it in [`FORMS`].

mod application_rows;
mod cell_id;
mod form_2019;
mod form_2021;
mod relation;
mod shared;
mod spec;

pub use cell_id::{CellId, ColumnId, RowId, TableId};
pub use form_2019::FORM_2019;
pub use form_2021::FORM_2021;
pub use relation::{Relation, RelationId, RelationKind, RelationSpec};
pub use spec::{
    BlockSpec, ColumnSpec, Form, FormId, LabelSpec, NumberKind, RowSpec, SectionKind, SectionSpec,
    TableShape, TableSpec,
};

/// Every form, the oldest first.
pub static FORMS: [&Form; 2] = [&FORM_2019, &FORM_2021];

#[cfg(test)]
mod tests {
    use super::*;

    fn table(form: &Form, id: TableId) -> &TableSpec {
        form.table(id).expect("every form has the three tables")
    }

    #[test]
    fn the_forms_have_the_figures_of_the_notices() {
        let counts = |form: &Form, id| {
            let table = table(form, id);
            (table.cells().count(), table.relations().len())
        };
        assert_eq!(counts(&FORM_2021, TableId::Applications), (175, 39));
        assert_eq!(counts(&FORM_2019, TableId::Applications), (161, 37));
        assert_eq!(counts(&FORM_2021, TableId::Review), (15, 3));
        assert_eq!(counts(&FORM_2021, TableId::Disclosure), (10, 0));
        assert_eq!(counts(&FORM_2019, TableId::Disclosure), (22, 0));
    }

    #[test]
    fn every_cell_id_is_unique_and_parses_back() {
        for form in FORMS {
            let mut seen = Vec::new();
            for cell in form.tables.iter().flat_map(TableSpec::cells) {
                assert!(!seen.contains(&cell), "{cell} twice in the form of {:?}", form.id);
                assert_eq!(CellId::parse(&cell.to_string()), Some(cell));
                seen.push(cell);
            }
        }
        assert_eq!(CellId::parse("applications.granted.decisions"), None);
        assert_eq!(CellId::parse("applications.granted"), None);
    }

    #[test]
    fn the_balance_reads_as_the_form_states_it() {
        let relations = table(&FORM_2021, TableId::Applications).relations();
        let balance = relations
            .iter()
            .find(|relation| relation.id.to_string() == "applications.balance.natural")
            .expect("the form states it");
        let names = |cells: &[CellId]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(&balance.left), ["applications.new.natural", "applications.carried_in.natural"]);
        assert_eq!(names(&balance.right), ["applications.total.natural", "applications.carried_out.natural"]);
    }

    #[test]
    fn a_year_has_one_form() {
        let form = |year| Form::for_year(year).map(|form| form.id);
        assert_eq!(
            [2018, 2019, 2020, 2021, 2025].map(form),
            [None, Some(FormId::Y2019), Some(FormId::Y2019), Some(FormId::Y2021), Some(FormId::Y2021)]
        );
    }
}
