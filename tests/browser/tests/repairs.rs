//! The smallest changes that make every sum hold.

use anyhow::{Context as _, Result};
use gouji_browser_tests::thirtyfour::{By, Key};
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};

use crate::page::{CONSISTENT, FAULTY, checked, with_text};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    a_consistent_report_needs_no_repair,
    the_findings_lead_to_the_smallest_change,
    equal_sets_are_all_named_and_none_is_preferred,
    a_set_under_the_pointer_is_shown_in_the_tables,
    a_set_that_is_kept_stays_in_the_tables_until_it_is_ended,
    a_set_is_tried_out_and_taken_back,
    a_set_is_looked_at_and_tried_out_by_keyboard,
    axe_finds_nothing_with_repairs,
];

/// One slip with one smallest change: a total of the reviews.
fn with_one_slip() -> Result<String> {
    let is_it = |line: &&str| {
        line.split('\t').count() == 15 && line.starts_with(|first: char| first.is_ascii_digit())
    };
    let line = CONSISTENT.lines().find(is_it).context("the example has reviews")?;
    let mut values: Vec<&str> = line.split('\t').collect();
    let wrong = (values[4].parse::<u32>()? + 1).to_string();
    values[4] = &wrong;
    Ok(CONSISTENT.replace(line, &values.join("\t")))
}

async fn a_consistent_report_needs_no_repair(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    assert_eq!(page.count("#repairs, #to-repairs").await?, 0);
    Ok(())
}

async fn the_findings_lead_to_the_smallest_change(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.wait_for_text(".to-repairs", "最少改动 3 个数，不成立的关系即可全部成立。").await?;
    page.click("#to-repairs").await?;
    page.wait_until("the card to have the focus", "document.activeElement.id === 'repairs'").await?;
    let card = page.text_of("#repairs").await?;
    for part in ["最小修改", "请核对原始台账", "为什么不能改得更少", "不代表哪一种属实"]
    {
        assert!(card.contains(part), "{part} is not in {card}");
    }
    let failing = page.texts_of("#mended .fails").await?;
    assert_eq!(failing.len(), 5);
    assert_eq!(failing[4], "✕ “行政复议”四种结果与总计 8 ≠ 9");
    page.click(".repair-proof summary").await?;
    page.wait_for_text(".repair-proof", "互不共用单元格").await
}

async fn equal_sets_are_all_named_and_none_is_preferred(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.wait_for_text("#repairs", "同样少的改法有 5 种，仅凭表中数字无法判断哪一种属实").await?;
    assert_eq!(page.count("[data-set]").await?, 5);
    assert_eq!(page.text_of(".more-repairs summary").await?, "其余 2 种改法");
    page.click(".more-repairs summary").await?;
    let names = page.texts_of(".repair-name").await?;
    assert_eq!(names, ["第 1 种改法", "第 2 种改法", "第 3 种改法", "第 4 种改法", "第 5 种改法"]);
    Ok(())
}

async fn a_set_under_the_pointer_is_shown_in_the_tables(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#to-repairs").await?;
    let set = page.driver().find(By::Css("[data-set='0'] .changes")).await?;
    let place = "return JSON.stringify(document.querySelector(\"[data-set='0'] .keep-repair\").getBoundingClientRect())";
    let before: String = page.script(place, &[]).await?;
    page.driver().action_chain().move_to_element_center(&set).perform().await?;
    page.find("#mended[data-standing='holds']").await?;
    assert_eq!(page.count("#mended .fails").await?, 0, "every relation turns green");
    assert_eq!(page.texts_of("#mended .holds").await?[4], "✓ “行政复议”四种结果与总计 8 = 8");
    assert_eq!(page.text_of("[data-cell='review.review.total']").await?.replace('\n', ""), "9 8");
    assert_eq!(page.count(".official .number.error, .official .number.addend").await?, 0);
    assert_eq!(page.script::<String>(place, &[]).await?, before, "nothing moves under the pointer");
    let heading = page.driver().find(By::Css("#repairs-heading")).await?;
    page.driver().action_chain().move_to_element_center(&heading).perform().await?;
    page.find("#mended[data-standing='fails']").await?;
    assert_eq!(page.count(".previewed, td.mended").await?, 0);
    assert_eq!(page.text_of("[data-cell='review.review.total']").await?.replace('\n', ""), "9");
    Ok(())
}

async fn a_set_that_is_kept_stays_in_the_tables_until_it_is_ended(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#to-repairs").await?;
    page.click("[data-set='0'] .keep-repair").await?;
    page.wait_for_text("#preview-notice", "正在预览第 1 种改法：绿色单元格为改后的情形，并非报告原文。")
        .await?;
    let seen: bool = page
        .script(
            "const cell = document.querySelector('td.previewed').getBoundingClientRect();
             const pane = document.querySelector('.result-scroller').getBoundingClientRect();
             return cell.top >= pane.top && cell.bottom <= pane.bottom",
            &[],
        )
        .await?;
    assert!(seen, "the first cell of the set is seen");
    assert_eq!(page.count("#corrections").await?, 0, "nothing was changed");
    assert!(page.text_of("#verdict").await?.contains("其中 5 条不成立"));
    page.click("#end-preview").await?;
    page.wait_until("the preview to end", "!document.querySelector('.previewed')").await
}

async fn a_set_is_tried_out_and_taken_back(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#to-repairs").await?;
    page.click("[data-set='0'] .try-repair").await?;
    page.wait_for_text("#corrections", "手工改正 3 处").await?;
    checked(&page).await?;
    assert!(!page.text_of("#verdict").await?.contains("不成立"));
    assert_eq!(page.count("#repairs").await?, 0);
    assert_eq!(page.value_of("#source").await?, FAULTY, "the source is untouched");
    page.wait_until("the way back to have the focus", "document.activeElement.id === 'restore-all'").await?;
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    assert_eq!(page.count("#corrections").await?, 0);
    page.find("#repairs").await?;
    Ok(())
}

async fn a_set_is_looked_at_and_tried_out_by_keyboard(page: Page) -> Result<()> {
    with_text(&page, &with_one_slip()?).await?;
    page.script::<()>("document.querySelector('#to-repairs').focus()", &[]).await?;
    page.press(Key::Enter).await?;
    page.wait_until("the card to have the focus", "document.activeElement.id === 'repairs'").await?;
    page.press(Key::Tab).await?;
    page.find("#mended[data-standing='holds']").await?;
    page.script::<()>("document.querySelector(\"[data-set='0'] .keep-repair\").focus()", &[]).await?;
    page.press(Key::Space).await?;
    page.find("#preview-notice").await?;
    page.press(Key::Space).await?;
    page.wait_until("the preview to end", "!document.querySelector('#preview-notice')").await?;
    page.press(Key::Tab).await?;
    page.press(Key::Enter).await?;
    page.wait_for_text("#corrections", "手工改正 1 处").await?;
    page.wait_for_text("#verdict", "未发现不一致").await
}

async fn axe_finds_nothing_with_repairs(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#to-repairs").await?;
    page.click("[data-set='0'] .keep-repair").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.set_size(500, 800).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}
