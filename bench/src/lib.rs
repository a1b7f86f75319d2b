//! What is measured, and the texts it is measured with.

#![expect(
    clippy::missing_errors_doc,
    reason = "an error here ends the measuring, and its message is all there is to it"
)]

pub mod documents;
pub mod figure;
pub mod texts;
