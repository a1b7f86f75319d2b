//! What the other tests rely on: that a paste is a real one.

use anyhow::Result;
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] =
    in_each_browser![a_paste_brings_text, a_paste_brings_html_and_its_text];

/// Keeps what a paste carries.
const LISTEN: &str = "window.pasted = [];
    addEventListener('paste', ({ clipboardData }) => {
      window.pasted = [clipboardData.getData('text/plain'), clipboardData.getData('text/html')];
    }, true);";

async fn a_paste_brings_text(page: Page) -> Result<()> {
    page.open("/harness/clipboard.html").await?;
    page.script::<()>(LISTEN, &[]).await?;
    page.paste_text("#text", "年度\t报告\n第二行").await?;
    let pasted: [String; 2] = page.script("return window.pasted", &[]).await?;
    assert_eq!(pasted, ["年度\t报告\n第二行", ""]);
    assert_eq!(page.value_of("#text").await?, "年度\t报告\n第二行");
    Ok(())
}

async fn a_paste_brings_html_and_its_text(page: Page) -> Result<()> {
    page.open("/harness/clipboard.html").await?;
    page.script::<()>(LISTEN, &[]).await?;
    page.paste_html("#text", "<table><tr><td>一</td><td>2</td></tr></table>").await?;
    let [text, html]: [String; 2] = page.script("return window.pasted", &[]).await?;
    assert_eq!(text.trim(), "一\t2");
    assert!(html.contains("<td>一</td>"), "{html}");
    Ok(())
}
