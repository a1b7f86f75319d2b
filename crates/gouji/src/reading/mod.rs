//! What the text says, read against the form: title, outline, tables.
//!
//! Reading never fails. What could not be read says so, and where.

mod model;

pub use model::{Cell, CellReading, Completeness, OtherReport, Quantity, Reading, Row, Section, Spot, Table};
