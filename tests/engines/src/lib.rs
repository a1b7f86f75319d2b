//! Every form of gouji in every engine it promises to run in: Chromium 78, 86,
//! 90, 92 and today's, and Firefox ESR.
//!
//! The engines of old have no driver any more that could be had, so that all of
//! Chromium is steered by its own protocol ([`Devtools`]), and Firefox by the
//! harness of `tests/browser`. What a person does with a form is done by a script
//! in the page (`pages/person.js`), the same in all of them.
//!
//! `cargo xtask test` builds `dist/`, fetches the engines and runs these tests;
//! with both there, `cargo test -p gouji-engine-tests` runs them alone, and a name
//! after `--` picks some, for example `-- widget` or `-- chromium_78`.

#![expect(
    clippy::missing_errors_doc,
    reason = "every error fails the test, and its message is all there is to it"
)]

mod devtools;
mod engine;
mod served;
mod view;

pub use devtools::{Devtools, Window};
pub use engine::Engine;
pub use served::Served;
pub use view::{View, in_view};
