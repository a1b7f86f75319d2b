//! What a test can do with a page and ask of it.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use gouji_site_server::workspace;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, Key, WebDriver, WebElement, WindowHandle};

use crate::browser::Browser;
use crate::server::{Answer, Asked, Server};

/// How long a test waits for anything.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it looks.
const PAUSE: Duration = Duration::from_millis(15);

/// A window of a real browser, for one test alone, with a server of its own.
///
/// Selectors are CSS selectors. Everything that waits gives up after ten
/// seconds and says what it waited for.
#[derive(Clone)]
pub struct Page {
    browser: Browser,
    driver: WebDriver,
    window: WindowHandle,
    server: Arc<Server>,
}

impl Page {
    pub(crate) async fn new(browser: Browser, driver: WebDriver) -> Result<Self> {
        let server = Arc::new(Server::start().await?);
        let window = driver.new_window().await?;
        driver.switch_to_window(window.clone()).await?;
        let page = Self { browser, driver, window, server };
        page.set_size(1280, 900).await?;
        Ok(page)
    }

    /// The browser it is.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// The driver, for what has no method here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Opens a path of the site, `/` for the page itself, and waits until it
    /// and its scripts are loaded.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.driver.goto(self.server.url(path)).await.with_context(|| format!("{path} could not be opened"))
    }

    /// Loads the same page again, as a person does with F5.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.driver.refresh().await?)
    }

    /// Makes the window this large, in pixels.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.driver.set_window_rect(0, 0, width, height).await?)
    }

    /// The first element, once it is there.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.wait_for(&format!("an element `{selector}`"), async || Ok(self.count(selector).await? > 0))
            .await?;
        Ok(self.driver.find(By::Css(selector)).await?)
    }

    /// How many elements there are at this moment.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.script("return document.querySelectorAll(arguments[0]).length", &[json!(selector)]).await
    }

    /// The text of the first element as it is seen, once it is there.
    pub async fn text_of(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// The texts of all elements there are at this moment.
    pub async fn texts_of(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return Array.from(document.querySelectorAll(arguments[0]), (found) => found.innerText)";
        self.script(script, &[json!(selector)]).await
    }

    /// An attribute of the first element, once that is there.
    pub async fn attribute_of(&self, selector: &str, name: &str) -> Result<Option<String>> {
        Ok(self.find(selector).await?.attr(name).await?)
    }

    /// The value of a field.
    pub async fn value_of(&self, selector: &str) -> Result<String> {
        self.find(selector).await?;
        self.script("return document.querySelector(arguments[0]).value", &[json!(selector)]).await
    }

    /// Clicks the first element, once it is there.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element.click().await.with_context(|| format!("`{selector}` could not be clicked"))
    }

    /// Types into the first element, key by key.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element.send_keys(text).await.with_context(|| format!("nothing could be typed into `{selector}`"))
    }

    /// Presses keys wherever the focus is: `page.press(Key::F8)`,
    /// `page.press(Key::Shift + Key::F8)`.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// Replaces the content of a field at once, as an input method does, and
    /// lets the page know by an `input` event.
    pub async fn set_text(&self, selector: &str, text: &str) -> Result<()> {
        self.find(selector).await?;
        let script = "const field = document.querySelector(arguments[0]);
            field.focus();
            field.value = arguments[1];
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.script(script, &[json!(selector), json!(text)]).await
    }

    /// Pastes plain text into an element: from the clipboard, by the keys a
    /// person presses.
    pub async fn paste_text(&self, selector: &str, text: &str) -> Result<()> {
        let fill = "document.getElementById('text').value = arguments[0]";
        self.copy(fill, "#text", text).await?;
        self.paste_into(selector).await
    }

    /// Pastes HTML into an element, as it comes from a word processor or
    /// another page.
    pub async fn paste_html(&self, selector: &str, html: &str) -> Result<()> {
        let fill = "const { body } = new DOMParser().parseFromString(arguments[0], 'text/html');
            document.getElementById('html').replaceChildren(...body.childNodes);";
        self.copy(fill, "#html", html).await?;
        self.paste_into(selector).await
    }

    /// Chooses a file of this machine, as in the dialog of the browser.
    pub async fn choose_file(&self, selector: &str, file: &Path) -> Result<()> {
        let path = file.to_str().with_context(|| format!("{} is no text", file.display()))?;
        self.find(selector).await?;
        // A button opens the dialog for the field, which is itself not seen.
        let field = self.driver.find(By::Css(selector)).await?;
        field.send_keys(path).await.with_context(|| format!("{path} could not be chosen"))
    }

    /// Drags files over an element, each a name and its content as text. With
    /// `drop` they are dropped there; without, they stay in the air.
    pub async fn drag_files(&self, selector: &str, files: &[(&str, &str)], drop: bool) -> Result<()> {
        self.find(selector).await?;
        let script = "const [selector, files, drop] = arguments;
            const carried = new DataTransfer();
            for (const [name, text] of files) carried.items.add(new File([text], name));
            const target = document.querySelector(selector);
            for (const kind of drop ? ['dragenter', 'dragover', 'drop'] : ['dragenter', 'dragover'])
              target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));";
        self.script(script, &[json!(selector), json!(files), json!(drop)]).await
    }

    /// Fills the harness's own page in a window beside, and copies from there.
    async fn copy(&self, fill: &str, field: &str, content: &str) -> Result<()> {
        let beside = self.driver.new_window().await?;
        self.driver.switch_to_window(beside).await?;
        self.open("/harness/clipboard.html").await?;
        self.script::<()>(fill, &[json!(content)]).await?;
        let field = self.driver.find(By::Css(field)).await?;
        for key in ["a", "c"] {
            field.send_keys(Key::Control + key).await?;
        }
        self.driver.close_window().await?;
        Ok(self.driver.switch_to_window(self.window.clone()).await?)
    }

    async fn paste_into(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element
            .send_keys(Key::Control + "v")
            .await
            .with_context(|| format!("nothing could be pasted into `{selector}`"))
    }

    /// Runs a script in the page, gives it `arguments`, and returns what it returns.
    pub async fn script<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let returned =
            self.driver.execute(script, arguments.to_vec()).await.context("a script failed in the page")?;
        Ok(returned.convert()?)
    }

    /// Runs the body of an async function in the page, gives it `arguments`,
    /// and returns what it returns in the end.
    pub async fn async_script<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> Result<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            const run = async (...arguments) => {{ {body} }};
            run(...arguments).then(
              (value) => done({{ value: value === undefined ? null : value }}),
              (error) => done({{ error: String((error && error.stack) || error) }}));"
        );
        let returned = self.driver.execute_async(script, arguments.to_vec()).await?;
        let mut returned: Value = returned.convert()?;
        match returned.get("error").and_then(Value::as_str) {
            Some(error) => bail!("a script failed in the page: {error}"),
            None => Ok(serde_json::from_value(returned["value"].take())?),
        }
    }

    /// Waits until `condition` holds; `what` says in words what is waited for.
    pub async fn wait_for(&self, what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !condition().await.with_context(|| format!("while waiting for {what}"))? {
            if Instant::now() > deadline {
                bail!("waited {} seconds for {what}", PATIENCE.as_secs());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_until(&self, what: &str, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        self.wait_for(what, async || self.script(&script, &[]).await).await
    }

    /// Waits until the first element has `part` in its text.
    pub async fn wait_for_text(&self, selector: &str, part: &str) -> Result<()> {
        let script = "const found = document.querySelector(arguments[0]);
            return found === null ? null : found.innerText";
        let read = async || self.script::<Option<String>>(script, &[json!(selector)]).await;
        let what = format!("{part:?} in `{selector}`");
        let waited =
            self.wait_for(&what, async || Ok(read().await?.is_some_and(|text| text.contains(part)))).await;
        match waited {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(format!("its text is {:?}", read().await?))),
        }
    }

    /// Everything axe-core finds wrong for people who use the page by
    /// assistive technology, one line each.
    pub async fn run_axe(&self) -> Result<Vec<String>> {
        let axe = workspace().join("tests/browser/vendor/axe-core/axe.min.js");
        let axe = fs::read_to_string(&axe).with_context(|| format!("{} could not be read", axe.display()))?;
        // axe-core tries out styles that the policy of the page blocks; that is
        // none of the page's problems.
        let body = format!(
            "const before = goujiHarness.problems.length;
            {axe};
            const {{ violations }} = await axe.run(document);
            goujiHarness.problems.length = before;
            return violations.map(({{ id, impact, help, nodes }}) =>
              ({{ id, impact, help, places: nodes.map((node) => node.target.join(' ')) }}));"
        );
        let violations: Vec<Violation> = self.async_script(&body, &[]).await?;
        Ok(violations
            .into_iter()
            .map(|Violation { id, impact, help, places }| {
                format!("{id} ({}): {help}: {}", impact.unwrap_or_default(), places.join(", "))
            })
            .collect())
    }

    /// What went wrong in the page since it was loaded: `console.error`,
    /// uncaught errors, files that did not load, and what the content security
    /// policy blocked. A worker's own errors are not among them.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.script("return goujiHarness.problems", &[]).await
    }

    /// The requests this test's server was asked for and has answered, in order.
    pub fn requests(&self) -> Vec<Asked> {
        self.server.asked()
    }

    /// From now on the server gives this in place of the file at `path`.
    pub fn replace_file(&self, path: &str, answer: Answer) {
        self.server.replace(path, answer);
    }

    /// From now on the server gives the real file at `path` again.
    pub fn restore_file(&self, path: &str) {
        self.server.restore(path);
    }

    /// The address of a path of this test's server.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// Saves what the window shows as a PNG.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
        }
        Ok(self.driver.screenshot(path).await?)
    }

    /// Closes the window, and with it all that the page kept in it.
    pub(crate) async fn close(self) -> Result<()> {
        self.driver.close_window().await?;
        for window in self.driver.windows().await? {
            self.driver.switch_to_window(window).await?;
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    impact: Option<String>,
    help: String,
    places: Vec<String>,
}
