//! The figures of the text, beside what the tables say.

use anyhow::Result;
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};

use crate::page::{CONSISTENT, FAULTY, checked, with_text};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    figures_that_agree_are_folded_and_counted,
    a_figure_that_disagrees_is_seen_at_once,
    a_figure_leads_to_its_sentence_and_its_cells,
    a_figure_follows_a_correction,
    a_figure_that_a_repair_would_bring_to_agree_is_named_with_it,
    axe_finds_nothing_with_figures_of_the_text,
];

/// The claim of the faulty example that disagrees with its table.
const DIFFERS: &str = ".claim.differs";

async fn figures_that_agree_are_folded_and_counted(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    let claims = page.count("[data-claim]").await?;
    assert!(claims > 5, "the example states figures in its text");
    let agreeing = page.count("[data-standing='agrees'].claim").await?;
    let summary = page.text_of("#claims-summary").await?;
    assert!(summary.starts_with(&format!("共 {claims} 处：")), "{summary}");
    assert!(summary.contains(&format!("一致 {agreeing} 处")) && !summary.contains("不一致"), "{summary}");
    assert_eq!(page.count("#claims details[open]").await?, 0);
    page.script::<()>("document.querySelector('#claims summary').focus()", &[]).await?;
    page.press(Key::Enter).await?;
    page.find("#claims details[open]").await?;
    let first = page.text_of("[data-claim='0']").await?;
    assert!(first.contains("一致") && first.contains("第 "), "{first}");
    Ok(())
}

async fn a_figure_that_disagrees_is_seen_at_once(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.find("#claims details[open]").await?;
    let claim = page.text_of(DIFFERS).await?;
    for part in ["不一致", "部分公开20件", "第 11 行", "（二）部分公开 · 总计 18"] {
        assert!(claim.contains(part), "{part} is not in {claim}");
    }
    assert_eq!(page.text_of(&format!("{DIFFERS} .claim-quote b")).await?, "20");
    // A figure of fees, of which there is no table, is not set against a blank.
    let unknown = page.text_of(".claim.unknown").await?;
    for part in ["无法比对", "收取信息处理费0元", "报告中没有可以比对的表格"] {
        assert!(unknown.contains(part), "{part} is not in {unknown}");
    }
    let first: bool = page
        .script("return document.querySelector('.claim-list').firstElementChild.matches('.differs')", &[])
        .await?;
    assert!(first, "what disagrees comes first");
    Ok(())
}

async fn a_figure_leads_to_its_sentence_and_its_cells(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click(&format!("{DIFFERS} .claim-quote")).await?;
    page.find("mark.selected").await?;
    let selected: String = page
        .script(
            "const field = document.querySelector('#source');
             return field.value.slice(field.selectionStart, field.selectionEnd)",
            &[],
        )
        .await?;
    assert!(selected.contains("部分公开20件"), "{selected}");
    assert_eq!(page.count("[data-cell='applications.partial.total'].of-finding").await?, 1);
    page.click(&format!("{DIFFERS} [data-cell-link]")).await?;
    page.wait_for_text("#cell-heading", "（二）部分公开 · 总计").await
}

async fn a_figure_follows_a_correction(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click(&format!("{DIFFERS} [data-cell-link]")).await?;
    page.type_into("#correction", "20").await?;
    page.press(Key::Enter).await?;
    page.wait_until("the figure to agree", "!document.querySelector('.claim.differs')").await?;
    checked(&page).await
}

async fn a_figure_that_a_repair_would_bring_to_agree_is_named_with_it(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    let repair = page.text_of("[data-set='0']").await?;
    assert!(
        repair.contains("这样改后，正文中的这些数与表格一致：") && repair.contains("部分公开20件"),
        "{repair}"
    );
    page.click("[data-set='0'] .repair-claims .place").await?;
    page.find("mark.selected").await.map(drop)
}

async fn axe_finds_nothing_with_figures_of_the_text(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click(&format!("{DIFFERS} .claim-quote")).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.set_size(500, 800).await?;
    page.click("#elder").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    let wide: bool = page
        .script("return document.documentElement.scrollWidth > document.documentElement.clientWidth", &[])
        .await?;
    assert!(!wide, "nothing lies beside the window");
    Ok(())
}
