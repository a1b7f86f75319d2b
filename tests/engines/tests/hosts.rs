//! The widget and the page around it: neither disturbs the other, nothing is loaded
//! before it is needed, and both can talk.

use anyhow::{Context as _, Result, ensure};
use gouji_engine_tests::{Engine, View};
use serde_json::{Value, json};

use crate::forms::{checks, expected, is_clean};
use crate::{EngineTest, all, chromium, tests};

/// The tests of this file.
pub(crate) const TESTS: &[EngineTest] = tests![
    all: [
        nothing_is_loaded_before_it_is_seen,
        only_addresses_that_are_declared_are_loaded,
        attributes_and_properties_say_what_is_shown,
        events_tell_counts_and_no_text,
        a_place_in_the_page_around_is_marked,
        the_element_can_be_moved_and_taken_away,
    ],
    chromium: [
        the_page_around_looks_the_same,
        the_site_opens_without_a_network,
    ],
];

const FAULTY: &str = include_str!("../../../web/examples/faulty.txt");

/// Covers the widget, so that only the page around it is seen.
const COVER: &str = "const place = document.querySelector('gouji-check').getBoundingClientRect();
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;background:#000;z-index:2147483647;left:' + place.left + 'px;top:'
      + place.top + 'px;width:' + place.width + 'px;height:' + place.height + 'px';
    cover.id = 'cover';
    document.body.appendChild(cover);";

async fn the_page_around_looks_the_same(view: &View) -> Result<()> {
    let window = view.window().context("only Chromium gives pictures")?;
    // Before: the same page, to which the element is unknown.
    window.run_first("if (location.hash === '#without') customElements.define = () => {};").await?;
    view.open("/pages/host.html#without").await?;
    view.evaluate::<()>(COVER).await?;
    let before = window.picture().await?;
    view.open("about:blank").await?;
    view.open("/pages/host.html").await?;
    checks(view, "'gouji-check'").await?;
    view.evaluate::<()>("window.scrollTo(0, 0); document.activeElement.blur()").await?;
    view.evaluate::<()>(COVER).await?;
    let after = window.picture().await?;
    ensure!(before == after, "the page around looks otherwise than without the widget");
    // That the pictures can differ.
    view.evaluate::<()>("document.querySelector('h1').style.letterSpacing = '1px'").await?;
    ensure!(window.picture().await? != after, "the picture does not show the page");
    view.evaluate::<()>("document.getElementById('cover').remove()").await?;
    is_clean(view).await
}

async fn nothing_is_loaded_before_it_is_seen(view: &View) -> Result<()> {
    let asked = "performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)
        .filter((path) => path.startsWith('/widget/'))";
    view.open("/pages/far.html").await?;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    let before: Vec<String> = view.evaluate(&format!("return {asked}")).await?;
    ensure!(before == ["/widget/gouji-check.js"], "loaded before it is seen: {before:?}");
    view.evaluate::<()>("document.querySelector('gouji-check').scrollIntoView()").await?;
    checks(view, "'gouji-check'").await?;
    is_clean(view).await
}

async fn only_addresses_that_are_declared_are_loaded(view: &View) -> Result<()> {
    view.open("/pages/trusted.html").await?;
    checks(view, "'gouji-check'").await?;
    is_clean(view).await
}

async fn attributes_and_properties_say_what_is_shown(view: &View) -> Result<()> {
    view.open("/pages/host.html").await?;
    checks(view, "'gouji-check'").await?;
    let value: String = view.evaluate("return document.querySelector('gouji-check').value").await?;
    ensure!(value == FAULTY, "its value is {value:?}");
    view.evaluate::<()>("document.querySelector('gouji-check').setAttribute('year', '2023')").await?;
    view.wait_until(
        "a finding on the year",
        "document.querySelector('gouji-check').report.findings.some((one) => one.code === 'GJ401' || one.code === 'GJ402')
         || document.querySelector('gouji-check').report.year === 2023",
    )
    .await?;
    view.evaluate::<()>("document.querySelector('gouji-check').removeAttribute('year')").await?;
    view.evaluate::<()>("document.querySelector('gouji-check').setAttribute('hide', 'header footer')")
        .await?;
    let root = "document.querySelector('gouji-check').shadowRoot";
    view.wait_until(
        "the head and the foot to go",
        &format!("!{root}.querySelector('.page-header') && !{root}.querySelector('.page-footer')"),
    )
    .await?;
    view.evaluate::<()>("document.querySelector('gouji-check').setAttribute('readonly', '')").await?;
    view.wait_until("the text to be read only", &format!("{root}.getElementById('source').readOnly")).await?;
    view.evaluate::<()>("document.querySelector('gouji-check').setAttribute('lang', 'en')").await?;
    view.wait_until(
        "English words",
        &format!("/findings|checked/i.test({root}.getElementById('verdict').textContent)"),
    )
    .await?;
    view.evaluate::<()>("document.querySelector('gouji-check').clear()").await?;
    view.wait_until("the field to be empty", "document.querySelector('gouji-check').value === ''").await?;
    is_clean(view).await
}

async fn events_tell_counts_and_no_text(view: &View) -> Result<()> {
    view.open("/pages/host.html").await?;
    let heard: Value = view
        .evaluate(&format!(
            "const heard = {{}};
             for (const name of ['gouji-ready', 'gouji-checked']) {{
               document.addEventListener(name, (event) => {{ heard[name] = event.detail; }});
             }}
             document.querySelector('gouji-check').remove();
             const element = document.createElement('gouji-check');
             document.querySelector('main').prepend(element);
             const report = await element.check({});
             await person.until('both events', () => heard['gouji-ready'] && heard['gouji-checked']);
             element.focusFinding(report.findings[0].id);
             await person.until('the first finding to be chosen', () =>
               element.shadowRoot.querySelector('.finding.selected .finding-code').textContent === report.findings[0].code);
             return heard;",
            json!(FAULTY)
        ))
        .await?;
    let mut codes: Vec<String> = serde_json::from_value(heard["gouji-checked"]["codes"].clone())?;
    codes.sort();
    ensure!(codes == expected(FAULTY)?, "the event names {codes:?}");
    ensure!(heard["gouji-checked"]["errors"].as_u64() > Some(0), "no errors are counted: {heard}");
    let told = heard.to_string();
    for words in FAULTY.lines().filter(|line| line.chars().count() > 8) {
        ensure!(!told.contains(words), "an event carries pasted text: {words}");
    }
    is_clean(view).await
}

async fn a_place_in_the_page_around_is_marked(view: &View) -> Result<()> {
    view.open("/widget/demo/published.html").await?;
    let markup: String = view.evaluate("return document.getElementById('report').outerHTML").await?;
    view.evaluate::<()>("document.querySelector('gouji-check').scrollIntoView()").await?;
    view.evaluate::<Value>("return await person.see('gouji-check')").await?;
    // The text says 20, the cell of the table 18.
    let marked: Vec<String> = view
        .evaluate(
            "const element = document.querySelector('gouji-check');
             const finding = element.report.findings.find((one) => one.code === 'GJ412');
             element.focusFinding(finding.id);
             const marks = await person.until('marks', () => {
               const marks = element.marks.filter((mark) => mark.id === finding.id && mark.isChosen);
               return marks.length && marks;
             });
             return marks.map((mark) => mark.range.toString());",
        )
        .await?;
    ensure!(marked == ["部分公开20件", "18"], "marked is {marked:?}");
    view.wait_until(
        "the marked place to be in sight",
        "(() => {
            const element = document.querySelector('gouji-check');
            const marked = element.marks.find((mark) => mark.isChosen).range.getBoundingClientRect();
            return marked.top >= 0 && marked.bottom <= innerHeight;
         })()",
    )
    .await?;
    let after: String = view.evaluate("return document.getElementById('report').outerHTML").await?;
    ensure!(markup == after, "marking changed the page's own elements");
    is_clean(view).await
}

async fn the_element_can_be_moved_and_taken_away(view: &View) -> Result<()> {
    view.open("/pages/host.html").await?;
    checks(view, "'gouji-check'").await?;
    let kept: String = view
        .evaluate(
            "const element = document.querySelector('gouji-check');
             document.querySelector('main').prepend(element);
             await new Promise((resolve) => setTimeout(resolve, 100));
             return element.value;",
        )
        .await?;
    ensure!(kept == FAULTY, "the text is lost when the element is moved");
    view.evaluate::<()>(
        "const element = document.querySelector('gouji-check');
         element.remove();
         await new Promise((resolve) => setTimeout(resolve, 100));
         document.querySelector('main').append(element);",
    )
    .await?;
    checks(view, "'gouji-check'").await?;
    is_clean(view).await
}

async fn the_site_opens_without_a_network(view: &View) -> Result<()> {
    let window = view.window().context("only Chromium can be taken off the network")?;
    view.open(view.site()).await?;
    view.evaluate::<()>("await navigator.serviceWorker.ready").await?;
    if view.engine() == Engine::Chromium {
        // Of old the network of a service worker cannot be taken away apart.
        window.set_offline(true).await?;
    }
    view.open(view.site()).await?;
    view.wait_until("the page to be served from what was kept", "navigator.serviceWorker.controller").await?;
    checks(view, "null").await
}
