//! All tests in browsers: one binary, so that each browser is started once.

mod claims;
mod files;
mod filling_in;
mod harness;
mod languages;
mod native_equals_wasm;
mod network;
mod package_refuses;
mod page;
mod pasting;
mod repairs;
mod rules_and_settings;
mod setting_aside;

use std::process::ExitCode;

fn main() -> ExitCode {
    gouji_browser_tests::run(&[
        claims::TESTS,
        files::TESTS,
        filling_in::TESTS,
        harness::TESTS,
        languages::TESTS,
        native_equals_wasm::TESTS,
        network::TESTS,
        package_refuses::TESTS,
        page::TESTS,
        pasting::TESTS,
        repairs::TESTS,
        rules_and_settings::TESTS,
        setting_aside::TESTS,
    ])
}
