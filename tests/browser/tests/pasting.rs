//! What becomes of rich text that is pasted.

use anyhow::Result;
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{Browser, BrowserTest, Page, in_each_browser};
use serde_json::json;

use crate::page::{checked, loaded, open};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    a_pasted_web_page_is_read_by_its_cells,
    the_plain_text_can_be_had_instead_and_back,
    a_paste_is_taken_back_like_any_input,
    a_paste_goes_where_the_caret_is,
    a_very_long_paste_is_quick_and_not_beyond_recall,
    rich_text_without_a_table_is_pasted_plain,
    pasted_rich_text_never_enters_the_document,
    the_notice_goes_with_the_next_edit,
    pasting_asks_for_nothing,
    axe_finds_nothing_after_a_paste,
];

/// A web page as a browser shows it, with navigation around the report.
const WEB_PAGE: &str = include_str!("../../layouts/01.page.html");

const TABLE: &str = "<p>行政规范性文件</p><table><tr><td>规章</td><td>1</td><td></td><td>3</td></tr></table>";

async fn with_web_page(page: &Page) -> Result<()> {
    open(page).await?;
    page.paste_html("#source", WEB_PAGE).await?;
    page.wait_for_text("#notice", "识别为").await?;
    checked(page).await
}

async fn a_pasted_web_page_is_read_by_its_cells(page: Page) -> Result<()> {
    with_web_page(&page).await?;
    assert_eq!(page.text_of("#notice").await?, "识别为网页粘贴，按单元格读取。");
    assert!(page.text_of("#verdict").await?.contains("已核对 3 张表"));
    for table in ["disclosure", "applications", "review"] {
        let caption = page.text_of(&format!("#table-{table} caption")).await?;
        assert!(caption.contains("按单元格读取"), "{caption}");
    }
    let text = page.value_of("#source").await?;
    assert!(text.contains("\n一、总体情况\n") && text.contains('\t'), "{text}");
    assert_eq!(page.count("#unread").await?, 0);
    Ok(())
}

async fn the_plain_text_can_be_had_instead_and_back(page: Page) -> Result<()> {
    with_web_page(&page).await?;
    let cells = page.value_of("#source").await?;
    assert_eq!(page.text_of("#other-flavour").await?, "改用纯文本");
    page.click("#other-flavour").await?;
    page.wait_for_text("#notice", "已改用其中的纯文本").await?;
    let plain = page.value_of("#source").await?;
    assert_ne!(plain, cells);
    assert_eq!(page.text_of("#other-flavour").await?, "改按单元格读取");
    page.click("#other-flavour").await?;
    page.wait_for_text("#notice", "按单元格读取。").await?;
    assert_eq!(page.value_of("#source").await?, cells);
    checked(&page).await?;
    assert!(page.text_of("#verdict").await?.contains("已核对 3 张表"));
    // One step back leads before the paste, whichever flavour stood there.
    page.script::<()>("document.querySelector('#source').focus()", &[]).await?;
    page.press(Key::Control + "z").await?;
    page.wait_for("the editor to be empty", async || Ok(page.value_of("#source").await?.is_empty())).await
}

async fn a_paste_is_taken_back_like_any_input(page: Page) -> Result<()> {
    open(&page).await?;
    page.type_into("#source", "前").await?;
    page.paste_html("#source", TABLE).await?;
    page.wait_for_text("#notice", "识别为网页粘贴").await?;
    assert!(page.value_of("#source").await?.contains("规章\t1\t\t3"));
    page.press(Key::Control + "z").await?;
    page.wait_for("the paste to go", async || Ok(page.value_of("#source").await? == "前")).await?;
    page.wait_for_text("#verdict", "未找到").await
}

async fn a_paste_goes_where_the_caret_is(page: Page) -> Result<()> {
    open(&page).await?;
    // Fills the clipboard; WebDriver itself types at the end of a field only.
    page.paste_html("#source", &TABLE.replace('1', "1 &lt;b&gt; &amp;amp;")).await?;
    page.wait_for_text("#notice", "识别为网页粘贴").await?;
    page.set_text("#source", "甲乙<丙&丁").await?;
    page.wait_until("the notice to go", "document.querySelector('#notice').innerText.trim() === ''").await?;
    page.script::<()>("document.querySelector('#source').setSelectionRange(1, 2)", &[]).await?;
    let keys = page.driver().action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control);
    keys.perform().await?;
    page.wait_for_text("#notice", "识别为网页粘贴").await?;
    let text = page.value_of("#source").await?;
    assert!(text.starts_with('甲') && text.ends_with("<丙&丁"), "{text}");
    assert!(!text.contains('乙') && text.contains("规章\t1 <b> &amp;\t\t3"), "{text}");
    Ok(())
}

async fn a_very_long_paste_is_quick_and_not_beyond_recall(page: Page) -> Result<()> {
    // Typed line by line this would take Chromium half a minute.
    open(&page).await?;
    page.set_text("#source", "前").await?;
    let rows =
        "<tr><td>行政规范性文件（区分处理的，只计这一情形）</td><td>12</td><td>3</td></tr>".repeat(5_000);
    page.paste_html("#source", &format!("<table>{rows}</table>")).await?;
    page.wait_for_text("#notice", "识别为网页粘贴").await?;
    let length: u32 = page.script("return document.querySelector('#source').value.length", &[]).await?;
    assert!(length > 100_000, "{length}");
    page.click("#undo").await?;
    page.wait_for("the text before", async || Ok(page.value_of("#source").await? == "前")).await
}

async fn rich_text_without_a_table_is_pasted_plain(page: Page) -> Result<()> {
    open(&page).await?;
    page.paste_html("#source", "<p>一、<b>总体</b>情况</p><p>本机关</p>").await?;
    page.wait_for("the text", async || Ok(page.value_of("#source").await?.contains("一、总体情况"))).await?;
    assert_eq!(page.text_of("#notice").await?, "");
    Ok(())
}

async fn pasted_rich_text_never_enters_the_document(page: Page) -> Result<()> {
    // Firefox gives a script no way to paste what the clipboard would not hold.
    if page.browser() == Browser::Firefox {
        return Ok(());
    }
    open(&page).await?;
    loaded(&page).await?;
    let before = page.requests().len();
    let hostile = "<table id=hostile><tr><td><img src=/stolen.png onerror='window.stolen=1'>规章</td><td>1</td></tr></table>
        <script>window.stolen=1</script><link rel=stylesheet href=/stolen.css>&lt;img src=/stolen.svg onerror='window.stolen=1'&gt;";
    let paste = "const clipboard = new DataTransfer();
        clipboard.setData('text/html', arguments[0]);
        clipboard.setData('text/plain', '规章 1');
        const field = document.querySelector('#source');
        field.focus();
        const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
        field.dispatchEvent(event);
        return event.defaultPrevented";
    assert!(page.script::<bool>(paste, &[json!(hostile)]).await?);
    page.wait_for_text("#notice", "识别为网页粘贴").await?;
    let text = page.value_of("#source").await?;
    assert!(text.contains("规章\t1") && text.contains("<img src=/stolen.svg"), "{text}");
    assert_eq!(page.count("#hostile, img, .source-pane link").await?, 0);
    assert!(page.script::<bool>("return window.stolen === undefined", &[]).await?);
    assert_eq!(page.requests().len(), before);
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn the_notice_goes_with_the_next_edit(page: Page) -> Result<()> {
    with_web_page(&page).await?;
    page.type_into("#source", "x").await?;
    page.wait_until("the notice to go", "document.querySelector('#notice').innerText.trim() === ''").await?;
    assert_eq!(page.count("#other-flavour").await?, 0);
    Ok(())
}

async fn pasting_asks_for_nothing(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    // The page the harness copies from has no icon.
    let paths = || {
        let asked = page.requests().into_iter().map(|asked| asked.path);
        asked.filter(|path| path != "/favicon.ico").collect::<Vec<_>>()
    };
    let before = paths();
    assert!(before.iter().all(|path| !path.contains("convert")), "{before:?}");
    page.paste_html("#source", WEB_PAGE).await?;
    page.wait_for_text("#notice", "识别为").await?;
    checked(&page).await?;
    assert_eq!(paths(), before);
    Ok(())
}

async fn axe_finds_nothing_after_a_paste(page: Page) -> Result<()> {
    with_web_page(&page).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.click("#elder").await?;
    page.click("#language").await?;
    page.wait_for_text("#notice", "Recognised as pasted from a web page; read by its cells.").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}
