//! All tests in browsers: one binary, so that each browser is started once.

mod harness;
mod native_equals_wasm;
mod network;
mod package_refuses;
mod page;

use std::process::ExitCode;

fn main() -> ExitCode {
    gouji_browser_tests::run(&[
        harness::TESTS,
        native_equals_wasm::TESTS,
        network::TESTS,
        package_refuses::TESTS,
        page::TESTS,
    ])
}
