//! Tables whose reading is in doubt, and filling in by hand what could not be read.

use anyhow::Result;
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};

use crate::page::{CONSISTENT, checked, with_text, without_numbers_in_the_review};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    a_table_says_how_it_was_read,
    an_inferred_table_says_why,
    a_table_is_filled_in_like_a_sheet,
    a_cell_that_takes_no_number_says_so_and_keeps_it,
    escape_leaves_a_cell_as_it_was,
    the_panel_goes_on_to_the_next_unread_cell,
    a_printed_number_is_changed_by_typing,
    what_was_seen_can_be_looked_up,
    axe_finds_nothing_while_a_cell_is_filled_in,
];

/// The field appears a turn of the page after the first key.
const TYPED_INTO: &str = "document.activeElement.tagName === 'INPUT'";

async fn focus_cell(page: &Page, cell: &str) -> Result<()> {
    page.find(&format!("[data-cell='{cell}'] button")).await?;
    page.script::<()>(&format!("document.querySelector(\"[data-cell='{cell}'] button\").focus()"), &[]).await
}

async fn here(page: &Page) -> Result<String> {
    let script = "const cell = document.activeElement.closest('td');
        return (cell ? cell.dataset.cell : document.activeElement.id)";
    page.script(script, &[]).await
}

async fn type_and_go(page: &Page, number: &str, key: Key) -> Result<()> {
    // WebDriver can send two keys within one turn of the page, which no hand can.
    for digit in number.chars() {
        page.press(digit.to_string()).await?;
        page.wait_until("the cell is typed into", TYPED_INTO).await?;
    }
    page.press(key).await
}

async fn a_table_says_how_it_was_read(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    for table in ["disclosure", "applications", "review"] {
        let caption = page.text_of(&format!("#table-{table} caption")).await?;
        assert!(caption.ends_with("按单元格读取"), "{caption}");
    }
    // One number on a line: only their order tells the cells.
    let in_lines: String = CONSISTENT.lines().map(|line| line.replace('\t', "\n") + "\n").collect();
    with_text(&page, &in_lines).await?;
    let caption = page.text_of("#table-applications caption").await?;
    assert!(caption.ends_with("按行目与数字顺序读取"), "{caption}");
    Ok(())
}

async fn an_inferred_table_says_why(page: Page) -> Result<()> {
    let glued: String = CONSISTENT
        .lines()
        .map(|line| {
            let is_review =
                line.split('\t').count() == 15 && line.starts_with(|first: char| first.is_ascii_digit());
            if is_review { line.replace('\t', "") + "\n" } else { format!("{line}\n") }
        })
        .collect();
    with_text(&page, &glued).await?;
    let caption = page.text_of("#table-review caption").await?;
    if caption.contains("推定") {
        assert!(caption.contains("只有这一种与合计相符，请对照原文核对"), "{caption}");
        page.wait_for_text("#unread", "按合计关系推定").await?;
    } else {
        // Several ways of cutting it add up: then none is taken.
        assert!(caption.contains("未能读取"), "{caption}");
    }
    Ok(())
}

async fn a_table_is_filled_in_like_a_sheet(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    page.wait_for_text("#unread", "15 个单元格未能读取").await?;
    focus_cell(&page, "review.review.upheld").await?;
    page.press("1").await?;
    page.wait_until("the cell is typed into", TYPED_INTO).await?;
    type_and_go(&page, "2", Key::Tab).await?;
    assert_eq!(here(&page).await?, "review.review.corrected");
    type_and_go(&page, "3", Key::Right).await?;
    assert_eq!(here(&page).await?, "review.review.other");
    type_and_go(&page, "0", Key::Enter).await?;
    assert_eq!(here(&page).await?, "review.review.pending");
    page.wait_for_text("#verdict", "另有 3 条关系未能核对").await?;
    assert_eq!(page.count("#findings [data-finding]").await?, 0, "unread cells say nothing about sums");
    type_and_go(&page, "0", Key::Tab).await?;
    type_and_go(&page, "16", Key::Tab).await?;
    for _ in 0..10 {
        type_and_go(&page, "0", Key::Tab).await?;
    }
    checked(&page).await?;
    page.wait_for_text("#verdict", "其中 1 条不成立").await?;
    focus_cell(&page, "review.review.total").await?;
    type_and_go(&page, "15", Key::Enter).await?;
    checked(&page).await?;
    page.wait_for_text("#verdict", "已核对 3 张表、190 个数、42 条关系，未发现不一致").await?;
    assert_eq!(page.text_of("[data-cell='review.review.upheld']").await?, "12");
    assert!(page.text_of("#table-review caption").await?.contains("未能读取的数已由手工填写"));
    assert_eq!(page.count("#unread").await?, 0);
    assert_eq!(page.value_of("#source").await?, without_numbers_in_the_review(), "the source is untouched");
    Ok(())
}

async fn a_cell_that_takes_no_number_says_so_and_keeps_it(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    focus_cell(&page, "review.review.upheld").await?;
    type_and_go(&page, "1x", Key::Tab).await?;
    assert_eq!(here(&page).await?, "review.review.upheld");
    let said: (String, String) = page
        .script("return [document.activeElement.value, document.activeElement.validationMessage]", &[])
        .await?;
    assert_eq!(said, ("1x".to_owned(), "此处应为不带小数、不为负的整数，例如 18。".to_owned()));
    page.press(Key::Backspace).await?;
    page.press(Key::Tab).await?;
    assert_eq!(here(&page).await?, "review.review.corrected");
    checked(&page).await?;
    page.wait_for_text("[data-cell='review.review.upheld']", "1").await
}

async fn escape_leaves_a_cell_as_it_was(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    let before = page.text_of("[data-cell='review.review.total']").await?;
    focus_cell(&page, "review.review.total").await?;
    type_and_go(&page, "99", Key::Escape).await?;
    page.wait_until("the field to go", "document.querySelector('td input') === null").await?;
    assert_eq!(page.text_of("[data-cell='review.review.total']").await?, before);
    page.wait_for("the focus", async || Ok(here(&page).await? == "review.review.total")).await?;
    assert_eq!(page.count("#corrections").await?, 0);
    Ok(())
}

async fn the_panel_goes_on_to_the_next_unread_cell(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    page.click("[data-cell='review.review.upheld'] button").await?;
    page.wait_for_text("#cell-heading", "结果维持").await?;
    page.type_into("#correction", "4").await?;
    page.press(Key::Enter).await?;
    page.wait_for_text("#cell-heading", "结果纠正").await?;
    page.wait_until("the field", "document.activeElement.id === 'correction'").await?;
    type_and_go(&page, "5", Key::Enter).await?;
    page.wait_for_text("#cell-heading", "其他结果").await?;
    checked(&page).await?;
    assert_eq!(page.text_of("[data-cell='review.review.corrected']").await?, "5");
    Ok(())
}

async fn a_printed_number_is_changed_by_typing(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    focus_cell(&page, "review.review.total").await?;
    type_and_go(&page, "99", Key::Enter).await?;
    checked(&page).await?;
    page.wait_for_text("#verdict", "1 条不成立").await?;
    assert_eq!(page.text_of("[data-cell='review.review.total'] ins").await?, "99");
    Ok(())
}

async fn what_was_seen_can_be_looked_up(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    page.click("#unread .unread-tables .place").await?;
    let selected: String = page
        .script(
            "const field = document.querySelector('#source');
             return field.value.slice(field.selectionStart, field.selectionEnd)",
            &[],
        )
        .await?;
    assert!(selected.starts_with("行政复议"), "{selected}");
    Ok(())
}

async fn axe_finds_nothing_while_a_cell_is_filled_in(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    focus_cell(&page, "review.review.upheld").await?;
    page.press("1").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.press(Key::Tab).await?;
    checked(&page).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}
