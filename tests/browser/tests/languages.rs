//! The page in Chinese, which loads nothing of the English, and the way to English.

use anyhow::Result;
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{Answer, BrowserTest, Page, in_each_browser};

use crate::page::{FAULTY, WRONG_CELL, checked, correct, loaded, open, with_text};
use crate::setting_aside::set_aside;

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    the_chinese_page_loads_nothing_of_the_english,
    the_other_language_keeps_all_that_was_done,
    what_was_said_of_the_editor_stays_in_the_other_language,
    a_way_back_to_chinese_needs_no_network,
    a_page_that_was_left_in_english_starts_in_english,
    english_that_cannot_be_loaded_gets_a_sentence,
    a_page_left_in_english_starts_in_chinese_where_it_must,
];

/// What only those who read English load.
const ENGLISH: [&str; 3] = ["/gouji_en.js", "/gouji_en_bg.wasm", "/rules.en.json"];

fn english_files(page: &Page) -> Vec<String> {
    page.requests().into_iter().map(|asked| asked.path).filter(|path| path.contains("en")).collect()
}

async fn in_english(page: &Page) -> Result<()> {
    page.wait_until("the page to be in English", "document.documentElement.lang === 'en'").await
}

async fn the_chinese_page_loads_nothing_of_the_english(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    loaded(&page).await?;
    assert_eq!(english_files(&page), Vec::<String>::new());
    page.click("#language").await?;
    in_english(&page).await?;
    page.wait_for("what explains the rules in English", async || {
        Ok(ENGLISH.iter().all(|file| english_files(&page).iter().any(|asked| asked == file)))
    })
    .await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn the_other_language_keeps_all_that_was_done(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    correct(&page, WRONG_CELL, "6").await?;
    set_aside(&page, "GJ203", "按上级通知命名").await?;
    page.click("#elder").await?;
    page.click("#language").await?;
    in_english(&page).await?;
    checked(&page).await?;
    page.wait_until("the focus on the button", "document.activeElement.id === 'language'").await?;
    page.wait_for_text("#verdict", "1 set aside").await?;
    assert_eq!(page.value_of("#source").await?, FAULTY);
    assert_eq!(page.text_of(&format!("[data-cell='{WRONG_CELL}'] ins")).await?, "6");
    assert_eq!(page.count(".gouji.elder").await?, 1);
    // The steps are still there to be taken back.
    page.press(Key::Control + "z").await?;
    page.wait_until(
        "the finding to count again",
        "!document.querySelector('#verdict').innerText.includes('set aside')",
    )
    .await?;
    assert_eq!(page.text_of(&format!("[data-cell='{WRONG_CELL}'] ins")).await?, "6");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn what_was_said_of_the_editor_stays_in_the_other_language(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#clear").await?;
    page.wait_for_text("#notice", "已清空").await?;
    page.click("#language").await?;
    page.wait_for_text("#notice", "Cleared.").await?;
    page.click("#undo").await?;
    checked(&page).await?;
    assert_eq!(page.value_of("#source").await?, FAULTY);
    Ok(())
}

async fn a_way_back_to_chinese_needs_no_network(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#language").await?;
    page.wait_for_text("#verdict", "to correct").await?;
    page.wait_for("everything to be loaded", async || {
        Ok(page.requests().iter().filter(|asked| asked.path == "/rules.en.json").count() > 0)
    })
    .await?;
    checked(&page).await?;
    let before = page.requests().len();
    page.click("#language").await?;
    page.wait_for_text("#verdict", "发现必须修改").await?;
    page.click("#language").await?;
    page.wait_for_text("#verdict", "to correct").await?;
    assert_eq!(page.requests().len(), before, "everything was there");
    Ok(())
}

async fn a_page_that_was_left_in_english_starts_in_english(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#language").await?;
    page.wait_for_text("#verdict", "to correct").await?;
    let before = page.requests().len();
    page.reload().await?;
    page.wait_for_text("#verdict", "to correct").await?;
    let asked: Vec<String> = page.requests().into_iter().skip(before).map(|asked| asked.path).collect();
    assert!(!asked.iter().any(|path| path == "/gouji_bg.wasm"), "the other module is not needed: {asked:?}");
    Ok(())
}

async fn english_that_cannot_be_loaded_gets_a_sentence(page: Page) -> Result<()> {
    for file in ["/gouji_en.js", "/gouji_en_bg.wasm"] {
        with_text(&page, FAULTY).await?;
        page.replace_file(file, Answer::failure(503));
        page.click("#language").await?;
        page.wait_for_text("#notice", "英文界面未能载入").await?;
        page.wait_for_text("#verdict", "发现必须修改").await?;
        assert_eq!(page.value_of("#source").await?, FAULTY);
        // Another press is another chance.
        page.restore_file(file);
        page.click("#language").await?;
        page.wait_for_text("#verdict", "to correct").await?;
        page.click("#language").await?;
        page.wait_for_text("#verdict", "发现必须修改").await?;
    }
    Ok(())
}

async fn a_page_left_in_english_starts_in_chinese_where_it_must(page: Page) -> Result<()> {
    open(&page).await?;
    page.script::<()>("sessionStorage.setItem('gouji.settings.1', '{\"lang\":\"en\"}')", &[]).await?;
    page.replace_file("/gouji_en.js", Answer::failure(503));
    page.reload().await?;
    page.wait_for_text("#notice", "英文界面未能载入").await?;
    page.click("#example-faulty").await?;
    page.wait_for_text("#verdict", "发现必须修改").await
}
