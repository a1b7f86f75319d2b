//! Tests of the built page and of the JavaScript package in real browsers.
//!
//! `cargo xtask test` builds the site, installs the browsers where it may and
//! runs these tests. With a site that is already built (`cargo xtask build`),
//! `cargo test -p gouji-browser-tests` runs them alone; a name after `--` picks
//! some of them, for example `-- page::clearing` or `-- firefox`.
//!
//! # Writing a test
//!
//! A test is an async function that takes a [`Page`] and is named in a list;
//! it then runs once in Chromium and once in Firefox. Tests of a subject share
//! a file under `tests/`, whose list is named in `tests/main.rs`:
//!
//! ```
//! use anyhow::Result;
//! use gouji_browser_tests::{BrowserTest, Page, in_each_browser};
//!
//! /// The tests of this file.
//! pub const TESTS: &[BrowserTest] = in_each_browser![an_empty_text_gets_a_sentence];
//!
//! async fn an_empty_text_gets_a_sentence(page: Page) -> Result<()> {
//!     page.open("/").await?;
//!     page.paste_text("textarea", "").await?;
//!     page.wait_for_text("[role=status]", "粘贴").await?;
//!     assert!(page.console_errors().await?.is_empty());
//!     Ok(())
//! }
//! ```
//!
//! A test fails by an error or by a panic (`assert!`). Either way the message
//! says what was waited for, what errors the page met, and where under
//! `target/browser-failures/` a picture of the page was saved.
//!
//! # What a page gives
//!
//! * Going about: [`Page::open`], [`Page::reload`], [`Page::set_size`].
//! * Looking: [`Page::text_of`], [`Page::texts_of`], [`Page::value_of`],
//!   [`Page::attribute_of`], [`Page::count`], [`Page::find`].
//! * Doing: [`Page::click`], [`Page::type_into`], [`Page::press`],
//!   [`Page::set_text`], and real pastes from the clipboard by
//!   [`Page::paste_text`] and [`Page::paste_html`]; files by
//!   [`Page::choose_file`] and [`Page::drag_files`].
//! * Waiting: [`Page::wait_for`], [`Page::wait_until`], [`Page::wait_for_text`];
//!   what looks at or does something with an element waits until it is there.
//! * Asking the page: [`Page::script`], [`Page::async_script`].
//! * Judging: [`Page::run_axe`], [`Page::console_errors`], [`Page::requests`].
//! * Playing tricks: [`Page::replace_file`] with an [`Answer`] that is another
//!   script, a failure, or late; [`Page::restore_file`].
//! * All else: [`Page::driver`], which is thirtyfour's `WebDriver`.
//!
//! Every test has a window and a server on a port of its own: nothing stored
//! by one test is seen by another. The server is that of `cargo xtask serve`,
//! with the same headers; it also gives the JavaScript package under `/pkg/`
//! and the harness's own pages under `/harness/`. No host but this machine can
//! be reached.

#![expect(
    clippy::missing_errors_doc,
    reason = "every error fails the test, and its message is all there is to it"
)]

mod browser;
mod page;
mod run;
mod server;

pub use browser::Browser;
pub use page::Page;
pub use run::{BrowserTest, Running, in_page, run};
pub use server::{Answer, Asked, with_recorder};
pub use thirtyfour;

/// Lists tests, each an `async fn(Page) -> anyhow::Result<()>`, to be run in
/// each browser.
#[macro_export]
macro_rules! in_each_browser {
    ($($test:ident),* $(,)?) => {
        &[$($crate::BrowserTest {
            name: concat!(module_path!(), "::", stringify!($test)),
            run: |page| Box::pin($test(page)),
        }),*]
    };
}
