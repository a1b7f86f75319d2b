//! Each form takes the faulty example and shows what is wrong with it: the same
//! findings everywhere, without a request to any other host and without an error.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use gouji_engine_tests::{Engine, View};
use gouji_json::{CheckOptions, Lang};
use gouji_site_server::{dist_folder, workspace};
use serde::Deserialize;
use serde_json::json;

use crate::{EngineTest, all, tests};

/// The tests of this file.
pub(crate) const TESTS: &[EngineTest] = tests![
    all: [
        the_site,
        the_site_in_english,
        the_single_file_from_a_disk,
        the_widget_among_hostile_styles_and_scripts,
        three_widgets_on_one_page,
        the_widget_checks_what_its_page_publishes,
        the_frame_where_a_policy_forbids_the_widget,
        the_package_without_a_build_step,
    ],
];

/// The example that people try first.
const FAULTY: &str = include_str!("../../../web/examples/faulty.txt");

/// What a person sees, as `pages/person.js` says it.
#[derive(Deserialize)]
struct Seen {
    codes: Vec<String>,
    tables: usize,
}

/// The codes that the same text gives natively, by code.
pub(crate) fn expected(text: &str) -> Result<Vec<String>> {
    let report = gouji_json::check(text, &CheckOptions { lang: Lang::Zh, ..CheckOptions::default() })?;
    let mut codes: Vec<String> = report.findings.into_iter().map(|finding| finding.code).collect();
    codes.sort();
    Ok(codes)
}

/// Pastes the example into the checker at `place` and holds it to what is found
/// natively.
pub(crate) async fn checks(view: &View, place: &str) -> Result<()> {
    let body = format!("return await person.check({}, {place});", json!(FAULTY));
    shows(view.evaluate(&body).await?, FAULTY)
}

fn shows(mut seen: Seen, text: &str) -> Result<()> {
    seen.codes.sort();
    let expected = expected(text)?;
    ensure!(!expected.is_empty(), "the example has no faults");
    ensure!(seen.codes == expected, "{:?} is shown, and {expected:?} is wrong", seen.codes);
    ensure!(seen.tables == 3, "{} tables are shown", seen.tables);
    Ok(())
}

/// Nothing was asked of another host, nothing went wrong, and the page can be used
/// with assistive technology.
pub(crate) async fn is_clean(view: &View) -> Result<()> {
    let others = view.asked_of_others().await?;
    ensure!(others.is_empty(), "asked of other hosts: {others:?}");
    let problems = view.problems().await?;
    ensure!(problems.is_empty(), "errors in the page: {problems:?}");
    let found = view.run_axe().await?;
    ensure!(found.is_empty(), "axe-core finds {found:?}");
    Ok(())
}

async fn the_site(view: &View) -> Result<()> {
    view.open(view.site()).await?;
    checks(view, "null").await?;
    is_clean(view).await
}

async fn the_site_in_english(view: &View) -> Result<()> {
    view.open(view.site()).await?;
    checks(view, "null").await?;
    view.evaluate::<()>("document.querySelector('#language').click()").await?;
    view.wait_until("the page to be in English", "document.documentElement.lang === 'en'").await?;
    let seen: Seen = view.evaluate("return await person.see()").await?;
    shows(seen, FAULTY)?;
    is_clean(view).await
}

async fn the_single_file_from_a_disk(view: &View) -> Result<()> {
    view.open(&format!("file://{}", dist_folder().join("gouji.html").display())).await?;
    checks(view, "null").await?;
    is_clean(view).await
}

async fn the_widget_among_hostile_styles_and_scripts(view: &View) -> Result<()> {
    view.open("/widget/demo/hostile.html").await?;
    checks(view, "'gouji-check'").await?;
    let looks: (String, String, String) = view
        .evaluate(
            "const line = getComputedStyle(document.querySelector('gouji-check').shadowRoot.getElementById('verdict'));
             return [line.textTransform, line.letterSpacing, line.cssFloat];",
        )
        .await?;
    ensure!(
        looks == ("none".into(), "normal".into(), "none".into()),
        "the host's styles reach in: {looks:?}"
    );
    let taken: (String, String) =
        view.evaluate("return [window.wasm_bindgen, typeof window.makeGlue]").await?;
    ensure!(taken == ("taken".into(), "undefined".into()), "the host's globals changed: {taken:?}");
    is_clean(view).await
}

async fn three_widgets_on_one_page(view: &View) -> Result<()> {
    view.open("/widget/demo/three.html").await?;
    for id in ["first", "second", "third"] {
        view.evaluate::<()>(&format!("document.getElementById('{id}').scrollIntoView()")).await?;
        checks(view, &format!("'#{id}'")).await.with_context(|| format!("the {id} of three"))?;
    }
    // What one was given is not in the others.
    view.evaluate::<()>("document.getElementById('second').clear()").await?;
    let first: String = view.evaluate("return document.getElementById('first').value").await?;
    ensure!(first == FAULTY, "the first holds another text: {first}");
    is_clean(view).await
}

async fn the_widget_checks_what_its_page_publishes(view: &View) -> Result<()> {
    view.open("/widget/demo/published.html").await?;
    view.evaluate::<()>("document.querySelector('gouji-check').scrollIntoView()").await?;
    let seen: Seen = view.evaluate("return await person.see('gouji-check')").await?;
    let page = fs::read_to_string(workspace().join("web/demo/published.html"))?;
    let start = page.find("<article").context("the page has no article")?;
    let end = page.find("</article>").context("the article does not end")?;
    let text = gouji_convert::from_html(&page[start..end]).map_err(|_| anyhow::anyhow!("not read"))?.text;
    shows(seen, &text)?;
    is_clean(view).await
}

async fn the_frame_where_a_policy_forbids_the_widget(view: &View) -> Result<()> {
    view.open("/widget/demo/strict.html").await?;
    view.evaluate::<()>("document.querySelector('iframe').scrollIntoView()").await?;
    checks(view, "'gouji-check', 'iframe'").await?;
    view.wait_until("the frame to be as high as what is in it", "(() => {
        const frame = document.querySelector('iframe');
        return Math.abs(frame.offsetHeight - frame.contentDocument.documentElement.getBoundingClientRect().height) < 2;
    })()").await?;
    let others = view.asked_of_others().await?;
    ensure!(others.is_empty(), "asked of other hosts: {others:?}");
    let found = view.run_axe().await?;
    ensure!(found.is_empty(), "axe-core finds {found:?}");
    Ok(())
}

async fn the_package_without_a_build_step(view: &View) -> Result<()> {
    view.open("/pages/package.html").await?;
    view.wait_until("the package to load", "window.gouji").await?;
    let mut codes: Vec<String> = view
        .evaluate(&format!(
            "const report = await gouji.check({}); return report.findings.map((finding) => finding.code);",
            json!(FAULTY)
        ))
        .await?;
    codes.sort();
    ensure!(codes == expected(FAULTY)?, "the package finds {codes:?}");
    let text: String =
        view.evaluate("return await gouji.convert('<table><tr><td>1</td><td>2</td></tr></table>')").await?;
    ensure!(text.contains("1\t2"), "the package makes {text:?} of a table");
    if view.engine() != Engine::OldChromium(78) {
        let in_a_worker: usize = view
            .evaluate(&format!(
                "const checker = gouji.createChecker(); const report = await checker.check({}); checker.terminate(); return report.findings.length;",
                json!(FAULTY)
            ))
            .await?;
        ensure!(in_a_worker == codes.len(), "{in_a_worker} findings in a worker");
    }
    is_clean(view).await
}
