//! gouji (勾稽, "making figures agree") checks the statutory annual report on
//! government information disclosure (政府信息公开工作年度报告).
//!
//! [`check`] is the whole of it: a pure function from a text to a [`Report`].
//! The text is read against the statutory form of its year ([`form`],
//! [`reading`]), the reading is tested by [`rules`], and everything found
//! points back into the text.
//!
//! ```
//! use gouji::{Options, Verdict, check};
//!
//! let report = check("今天买白菜两斤。", &Options::default());
//! assert_eq!(report.verdict, Verdict::NotAReport);
//! ```

pub mod form;
pub mod reading;
pub mod repair;
pub mod rules;
pub mod text;

mod check;
mod profile;
mod report;
mod sorted;
mod words;

pub use check::{Correction, Language, MAX_BYTES, Options, check};
pub use profile::{FindingSetAside, Level, Profile, SetAside};
pub use report::{Finding, Label, RelationState, Relations, Report, Severity, Verdict};
pub use words::{Fact, Words, push_number, words};
