//! The checker's answer, made ready to be shown.

mod arithmetic;
mod claims;
mod correction;
mod drawing;
mod names;
mod repairs;
mod view;

pub(crate) use arithmetic::{Addend, RelationShown, RelationStanding, relations_of_cell};
pub(crate) use claims::{Subject, cells_of_claim, subjects_of};
pub(crate) use correction::{CorrectionFault, parse_correction};
pub(crate) use drawing::{DrawnBlock, DrawnRow, DrawnTable, HeadCell};
pub(crate) use names::{cell_name, number_kind, printed_number, table_spec};
pub(crate) use repairs::{Preview, corrections_of, failing_relations, preview_of};
pub(crate) use view::{CellMarks, ReportView, flag_of};
