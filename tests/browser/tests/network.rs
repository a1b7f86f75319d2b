//! The page asks nothing of any host but its own.

use anyhow::Result;
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![the_site_asks_no_other_host];

async fn the_site_asks_no_other_host(page: Page) -> Result<()> {
    page.open("/").await?;
    page.wait_until("the page to start", "document.body.innerText.trim() !== ''").await?;
    let elsewhere: Vec<String> = page
        .script(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)
               .filter((name) => new URL(name).origin !== location.origin)",
            &[],
        )
        .await?;
    assert_eq!(elsewhere, Vec::<String>::new());
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    let failed: Vec<_> = page.requests().into_iter().filter(|asked| asked.status >= 400).collect();
    assert_eq!(failed, []);
    Ok(())
}
