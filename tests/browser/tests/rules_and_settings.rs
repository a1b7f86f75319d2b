//! The catalogue of rules, and what a person sets for the check.

use anyhow::{Context as _, Result};
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{Answer, BrowserTest, Page, in_each_browser};
use serde_json::{Value, json};

use crate::files::file;
use crate::page::{CONSISTENT, FAULTY, card, checked, loaded, open, with_text};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    a_finding_leads_to_its_rule_and_back,
    every_rule_has_an_address,
    rules_are_found_by_code_and_by_word,
    the_catalogue_needs_no_network,
    without_its_explanations_the_catalogue_says_so,
    a_rule_is_switched_off_and_the_result_says_so,
    a_rule_is_given_another_weight,
    year_and_kind_of_organ_are_given_by_hand,
    a_year_that_is_none_gets_a_sentence,
    settings_are_saved_and_loaded_as_a_file,
    a_file_that_holds_no_settings_is_refused,
    settings_survive_a_reload_of_the_tab,
    the_catalogue_is_used_by_keyboard_alone,
    axe_finds_nothing_in_the_catalogue,
];

/// Opens the catalogue at a rule, by its address.
async fn open_rule(page: &Page, code: &str) -> Result<()> {
    page.script::<()>("location.hash = arguments[0]", &[json!(code)]).await?;
    page.find(&format!("#{code}.open")).await.map(drop)
}

async fn close(page: &Page) -> Result<()> {
    page.click("#close-catalogue").await?;
    page.wait_until("the catalogue to close", "!document.querySelector('#catalogue')").await
}

async fn give_level(page: &Page, code: &str, level: &str) -> Result<()> {
    open_rule(page, code).await?;
    choose(page, &format!("#level-{code}"), level).await?;
    checked(page).await
}

/// Chooses from a list, as a person does, by its value or its words.
async fn choose(page: &Page, selector: &str, choice: &str) -> Result<()> {
    page.find(selector).await?;
    let script = "const select = document.querySelector(arguments[0]);
        const option = [...select.options].find((option) => option.value === arguments[1]);
        select.value = option.value;
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, &[json!(selector), json!(choice)]).await
}

async fn give_year(page: &Page, year: &str) -> Result<()> {
    page.find("#given-year").await?.clear().await?;
    page.type_into("#given-year", year).await?;
    page.press(Key::Tab).await
}

async fn a_finding_leads_to_its_rule_and_back(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click(&format!("{} a.link", card("GJ304"))).await?;
    page.find("#GJ304.open").await?;
    let told = page.text_of("#GJ304").await?;
    for part in ["复议诉讼合计不符", "必须修改", "查什么", "为什么", "依据", "例", "不报", "格式模板表四"]
    {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    page.press(Key::Escape).await?;
    page.wait_until("the catalogue to close", "!document.querySelector('#catalogue')").await?;
    page.wait_until("the focus to come back", "document.activeElement.getAttribute('href') === '#GJ304'")
        .await?;
    // The way back of the browser closes it, too.
    page.click(&format!("{} a.link", card("GJ304"))).await?;
    page.find("#GJ304.open").await?;
    page.driver().back().await?;
    page.wait_until("the catalogue to close", "!document.querySelector('#catalogue')").await?;
    assert_eq!(page.value_of("#source").await?, FAULTY);
    Ok(())
}

async fn every_rule_has_an_address(page: Page) -> Result<()> {
    page.open("/#GJ221").await?;
    page.find("#GJ221.open").await?;
    let seen: bool = page
        .script(
            "const entry = document.querySelector('#GJ221').getBoundingClientRect();
             const body = document.querySelector('.catalogue').getBoundingClientRect();
             return entry.top >= body.top && entry.top < body.bottom",
            &[],
        )
        .await?;
    assert!(seen, "the rule is scrolled to");
    page.open("/#nothing-of-ours").await?;
    page.reload().await?;
    page.find("#verdict").await?;
    assert_eq!(page.count("#catalogue").await?, 0);
    Ok(())
}

async fn rules_are_found_by_code_and_by_word(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    page.click("#to-rules").await?;
    let all = page.count(".rule").await?;
    assert!(all >= 34);
    page.type_into("#search", "gj30").await?;
    page.wait_until("the list to be short", "document.querySelectorAll('.rule').length === 4").await?;
    for _ in 0..4 {
        page.press(Key::Backspace).await?;
    }
    page.type_into("#search", "复议 总计").await?;
    page.wait_until("the rule of reviews", "document.querySelector('#GJ304')").await?;
    assert!(page.count(".rule").await? < all / 2);
    page.type_into("#search", "白菜").await?;
    page.wait_for_text(".catalogue .nothing", "没有符合条件的规则").await
}

async fn the_catalogue_needs_no_network(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    let before = page.requests().len();
    open_rule(&page, "GJ301").await?;
    page.wait_for_text("#GJ301", "查什么").await?;
    close(&page).await?;
    assert_eq!(page.requests().len(), before, "everything was there");
    page.click("#language").await?;
    open_rule(&page, "GJ301").await?;
    page.wait_for_text("#GJ301", "What it finds").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn without_its_explanations_the_catalogue_says_so(page: Page) -> Result<()> {
    for language in ["zh", "en"] {
        page.replace_file(&format!("/rules.{language}.json"), Answer::failure(404));
    }
    open(&page).await?;
    open_rule(&page, "GJ301").await?;
    page.wait_for_text("#GJ301", "规则说明未能载入").await?;
    page.wait_for_text("#GJ301", "格式模板表三").await?;
    close(&page).await?;
    page.click("#example-faulty").await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await
}

async fn a_rule_is_switched_off_and_the_result_says_so(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    give_level(&page, "GJ203", "off").await?;
    give_level(&page, "GJ221", "off").await?;
    assert_eq!(page.text_of("#GJ221 .rule-off").await?, "关闭");
    close(&page).await?;
    assert_eq!(page.count(&card("GJ203")).await?, 0);
    assert_eq!(page.text_of("#profile a").await?, "按您的设置：关闭 2 条规则");
    page.click("#reset-profile").await?;
    page.find(&card("GJ203")).await?;
    assert_eq!(page.count("#profile").await?, 0);
    // That, too, can be taken back.
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#profile", "关闭 2 条规则").await?;
    checked(&page).await?;
    assert_eq!(page.count(&card("GJ203")).await?, 0);
    Ok(())
}

async fn a_rule_is_given_another_weight(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    give_level(&page, "GJ203", "error").await?;
    close(&page).await?;
    assert!(
        page.text_of(&card("GJ203")).await?.starts_with("改\n必须修改"),
        "{}",
        page.text_of(&card("GJ203")).await?
    );
    page.wait_for_text("#profile", "改变 1 条规则的类别").await?;
    give_level(&page, "GJ203", "own").await?;
    close(&page).await?;
    assert_eq!(page.count("#profile").await?, 0);
    Ok(())
}

async fn year_and_kind_of_organ_are_given_by_hand(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    page.click("#to-rules").await?;
    give_year(&page, "２０２０年").await?;
    choose(&page, "#issuer-kind", "乡镇人民政府").await?;
    close(&page).await?;
    checked(&page).await?;
    assert_eq!(page.text_of("#profile a").await?, "按您的设置：报告年度按 2020 年；机关类型按乡镇人民政府");
    assert!(page.text_of("#about-report").await?.contains("〔2019〕60号"), "the form is that of the year");
    page.click("#to-rules").await?;
    assert_eq!(page.value_of("#given-year").await?, "2020");
    page.click("#reset-settings").await?;
    close(&page).await?;
    page.wait_for_text("#about-report", "2024 年度").await?;
    assert_eq!(page.count("#profile").await?, 0);
    Ok(())
}

async fn a_year_that_is_none_gets_a_sentence(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    page.click("#to-rules").await?;
    give_year(&page, "去年").await?;
    page.wait_for_text("#settings-fault", "报告年度请填四位数字").await?;
    assert_eq!(page.value_of("#given-year").await?, "去年", "what was typed stays");
    give_year(&page, "2023").await?;
    page.wait_for_text("#profile", "报告年度按 2023 年").await?;
    assert_eq!(page.text_of("#settings-fault").await?, "");
    Ok(())
}

async fn settings_are_saved_and_loaded_as_a_file(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    give_level(&page, "GJ203", "off").await?;
    give_year(&page, "2023").await?;
    page.wait_for_text("#profile", "报告年度按 2023 年").await?;
    let saved = page.attribute_of("#save-settings", "href").await?.context("a link")?;
    assert_eq!(page.attribute_of("#save-settings", "download").await?.as_deref(), Some("勾稽设置.json"));
    let json: Value = page
        .script(
            "return JSON.parse(decodeURIComponent(arguments[0].slice('data:application/json,'.length)))",
            &[json!(saved)],
        )
        .await?;
    // The file that the command line takes with --profile.
    let expected =
        json!({ "levels": [{ "code": "GJ203", "level": "off" }], "year": 2023, "issuer_kind": null });
    assert_eq!(json, expected);
    page.click("#reset-settings").await?;
    page.wait_until("the settings to be the usual ones", "!document.querySelector('#profile')").await?;
    let saved = file(&page, "勾稽设置.json", json.to_string().as_bytes())?;
    page.choose_file("#settings-file", &saved).await?;
    page.wait_for_text("#profile", "关闭 1 条规则；报告年度按 2023 年").await
}

async fn a_file_that_holds_no_settings_is_refused(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#to-rules").await?;
    let files = [
        ("report.txt", FAULTY.to_owned(), "这不是核对设置的文件，设置未改动"),
        (
            "newer.json",
            json!({ "levels": [{ "code": "GJ999", "level": "off" }], "year": null, "issuer_kind": null })
                .to_string(),
            "文件中的规则 GJ999 在本版本中没有，设置未改动",
        ),
    ];
    for (name, content, sentence) in files {
        page.choose_file("#settings-file", &file(&page, name, content.as_bytes())?).await?;
        page.wait_for_text("#settings-fault", sentence).await?;
        assert_eq!(page.count("#profile").await?, 0);
    }
    Ok(())
}

async fn settings_survive_a_reload_of_the_tab(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    give_level(&page, "GJ203", "off").await?;
    close(&page).await?;
    page.reload().await?;
    page.wait_for_text("#profile", "关闭 1 条规则").await?;
    // Nothing is left behind in the browser.
    let kept: u32 = page.script("return localStorage.length", &[]).await?;
    assert_eq!(kept, 0);
    Ok(())
}

async fn the_catalogue_is_used_by_keyboard_alone(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    page.script::<()>("document.querySelector('#to-rules').focus()", &[]).await?;
    page.press(Key::Enter).await?;
    page.find("#catalogue[open]").await?;
    let on = "const on = document.activeElement; return on.id || on.getAttribute('href') || on.tagName";
    let mut passed: Vec<String> = Vec::new();
    for _ in 0..8 {
        passed.push(page.script(on, &[]).await?);
        page.press(Key::Tab).await?;
    }
    assert!(passed.contains(&"search".to_owned()), "{passed:?}");
    page.script::<()>("document.querySelector('#search').focus()", &[]).await?;
    page.press(Key::Tab).await?;
    assert_eq!(page.script::<String>(on, &[]).await?, "#GJ101");
    page.press(Key::Enter).await?;
    page.find("#GJ101.open").await?;
    page.wait_until("the rule to have the focus", "document.activeElement.closest('#GJ101')").await?;
    page.press(Key::Escape).await?;
    page.wait_until("the catalogue to close", "!document.querySelector('#catalogue')").await
}

async fn axe_finds_nothing_in_the_catalogue(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    give_level(&page, "GJ203", "off").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.set_size(500, 800).await?;
    give_year(&page, "去年").await?;
    page.wait_for_text("#settings-fault", "四位数字").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    close(&page).await?;
    page.click("#elder").await?;
    page.click("#to-rules").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}
