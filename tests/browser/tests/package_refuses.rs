//! The JavaScript package refuses what is wrong with an `Error` that has a code.

use std::fs;

use anyhow::{Result, ensure};
use gouji_browser_tests::{Answer, BrowserTest, Page, in_each_browser};
use gouji_site_server::package_folder;
use serde_json::json;

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    the_package_refuses_what_is_wrong,
    the_package_takes_what_may_be_left_out,
    a_module_that_stops_is_an_error_with_a_code
];

/// Calls of `check`, as JavaScript, and the code of what each throws.
const REFUSED: [(&str, &str); 13] = [
    ("gouji.check()", "text_not_a_string"),
    ("gouji.check(5)", "text_not_a_string"),
    ("gouji.check(null)", "text_not_a_string"),
    ("gouji.check('', 'en')", "invalid_options"),
    ("gouji.check('', [])", "invalid_options"),
    ("gouji.check('', { lang: 'fr' })", "invalid_options"),
    ("gouji.check('', { language: 'en' })", "invalid_options"),
    ("gouji.check('', { report: -1 })", "invalid_options"),
    ("gouji.check('', { report: 1n })", "invalid_options"),
    ("gouji.check('', { name: 5 })", "invalid_options"),
    (
        "gouji.check('', { corrections: [{ cell: 'review.review.total', printed: '7', value: 0.5 }] })",
        "invalid_options",
    ),
    ("gouji.check('', { corrections: [{ cell: 'review.total', printed: '7', value: 6 }] })", "unknown_cell"),
    (
        "gouji.check('', { corrections: [{ cell: 'review.review.total', printed: '7', value: 'x' }] })",
        "not_a_number",
    ),
];

async fn the_package_refuses_what_is_wrong(page: Page) -> Result<()> {
    page.open("/harness/package.html").await?;
    page.wait_until("the package to load", "window.gouji").await?;
    for (call, code) in REFUSED {
        // Firefox runs scripts with globals of their own; the package has the page's.
        let script = format!(
            "try {{ {call}; return 'nothing' }}
             catch (wrong) {{ return wrong instanceof window.Error && wrong.message ? wrong.code : String(wrong) }}"
        );
        let thrown: String = page.script(&script, &[]).await?;
        ensure!(thrown == code, "{call} throws {thrown}, not {code}");
    }
    Ok(())
}

async fn the_package_takes_what_may_be_left_out(page: Page) -> Result<()> {
    page.open("/harness/package.html").await?;
    page.wait_until("the package to load", "window.gouji").await?;
    for options in ["undefined", "null", "{}", "{ lang: undefined, name: null }"] {
        let name: serde_json::Value =
            page.script(&format!("return gouji.check('', {options}).input.name"), &[]).await?;
        ensure!(name == json!(null), "{options}");
    }
    // A surrogate that stands alone takes one unit, as U+FFFD does, so that
    // ranges still fit the text.
    let bytes: u32 = page.script("return gouji.check('\\ud800').input.bytes", &[]).await?;
    ensure!(bytes == 3, "a lone surrogate became {bytes} bytes");
    Ok(())
}

async fn a_module_that_stops_is_an_error_with_a_code(page: Page) -> Result<()> {
    // What a panic looks like: the trap comes while `check` is at work.
    let glue = fs::read_to_string(package_folder().join("gouji_wasm.js"))?;
    let trap = "(() => { throw new WebAssembly.RuntimeError('unreachable') })()";
    let stopping = glue.replace("typeof(obj) === 'string'", trap);
    ensure!(stopping != glue, "the glue asks for strings in another way");
    page.replace_file("/pkg/gouji_wasm.js", Answer::script(stopping));
    page.open("/harness/package.html").await?;
    page.wait_until("the package to load", "window.gouji").await?;
    let script = "try { gouji.check('') } catch (wrong) { return wrong.code }";
    let thrown: String = page.script(script, &[]).await?;
    ensure!(thrown == "internal", "{thrown}");
    Ok(())
}
