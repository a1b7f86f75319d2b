//! What cannot be done is said in a sentence that says what to do instead.

use anyhow::{Result, ensure};
use gouji_engine_tests::View;
use serde_json::Value;

use crate::{EngineTest, all, chromium, tests};

/// The tests of this file.
pub(crate) const TESTS: &[EngineTest] = tests![
    all: [
        a_policy_against_webassembly_is_named_and_the_way_round_it,
        a_report_of_another_site_is_not_fetched,
        an_element_that_is_not_there_is_named,
    ],
    chromium: [
        an_engine_that_is_too_old_is_told,
        an_old_engine_under_the_site_s_own_policy_is_told,
    ],
];

const SAID: &str = "document.querySelector('gouji-check').shadowRoot.querySelector('.place').textContent";

async fn a_policy_against_webassembly_is_named_and_the_way_round_it(view: &View) -> Result<()> {
    view.open("/widget/demo/strict.html").await?;
    view.wait_until("the reason", &format!("{SAID}.includes('安全策略')")).await?;
    let link: String = view
        .evaluate("return document.querySelector('gouji-check').shadowRoot.querySelector('.place a').href")
        .await?;
    ensure!(link == view.served().address("/widget/embed.html"), "it points to {link}");
    // And there the checker runs.
    view.open("/widget/embed.html").await?;
    view.wait_until(
        "the checker on a page of its own",
        "document.querySelector('gouji-check').shadowRoot.getElementById('source')",
    )
    .await
}

async fn a_report_of_another_site_is_not_fetched(view: &View) -> Result<()> {
    view.open("/pages/host.html").await?;
    let reason: Value = view
        .evaluate(
            "const element = document.querySelector('gouji-check');
             const heard = new Promise((resolve) => element.addEventListener('gouji-error', (event) => resolve(event.detail)));
             element.setAttribute('src', 'https://example.org/report.html');
             return await heard;",
        )
        .await?;
    ensure!(reason["reason"] == "other_origin", "{reason}");
    let others = view.asked_of_others().await?;
    ensure!(others.is_empty(), "asked of other hosts: {others:?}");
    Ok(())
}

async fn an_element_that_is_not_there_is_named(view: &View) -> Result<()> {
    view.open("/pages/host.html").await?;
    let reason: Value = view
        .evaluate(
            "const element = document.querySelector('gouji-check');
             const heard = new Promise((resolve) => element.addEventListener('gouji-error', (event) => resolve(event.detail)));
             element.setAttribute('for', '#nothing');
             return await heard;",
        )
        .await?;
    ensure!(reason["reason"] == "nothing_to_check", "{reason}");
    ensure!(reason["message"].as_str().is_some_and(|message| message.contains("#nothing")), "{reason}");
    Ok(())
}

async fn an_engine_that_is_too_old_is_told(view: &View) -> Result<()> {
    let Some(window) = view.window() else { return Ok(()) };
    window.run_first("delete window.WebAssembly;").await?;
    view.open("/pages/host.html").await?;
    view.wait_until("the sentence", &format!("{SAID}.includes('浏览器版本过低')")).await?;
    view.open(view.site()).await?;
    view.wait_until("the sentence", "document.getElementById('app').textContent.includes('浏览器版本过低')")
        .await
}

/// Chromium before 97 runs no WebAssembly where only the newer word allows it.
async fn an_old_engine_under_the_site_s_own_policy_is_told(view: &View) -> Result<()> {
    view.open("/site/").await?;
    if view.site() == "/site/" {
        return view.wait_until("the page", "document.getElementById('source')").await;
    }
    view.wait_until("the sentence", "document.getElementById('app').textContent.includes('安全策略不允许')")
        .await
}
