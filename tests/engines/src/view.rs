//! A window of any engine.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use gouji_browser_tests::{Browser, Page, in_page};
use gouji_site_server::{target_folder, workspace};
use serde_json::Value;

use crate::{Devtools, Engine, Served, Window};

const PERSON: &str = include_str!("../pages/person.js");

/// A window of an engine, and the server it is to look at.
pub struct View {
    engine: Engine,
    served: Served,
    window: Steered,
}

enum Steered {
    Chromium(Window),
    Firefox(Page),
}

/// Does something in a fresh window of an engine of its own.
pub async fn in_view(engine: Engine, name: &str, work: impl AsyncFnOnce(&View) -> Result<()>) -> Result<()> {
    let served = Served::start(engine == Engine::Firefox).await?;
    if engine == Engine::Firefox {
        return in_page(Browser::Firefox, async |page| {
            let view = View { engine, served, window: Steered::Firefox(page.clone()) };
            work(&view).await
        })
        .await;
    }
    let (devtools, window) = Devtools::start(engine).await?;
    window.set_size(1280, 900).await?;
    let view = View { engine, served, window: Steered::Chromium(window) };
    let outcome = match work(&view).await {
        Ok(()) => Ok(()),
        Err(error) => Err(view.with_evidence(name, error).await),
    };
    drop(devtools);
    outcome
}

impl View {
    /// The engine it is of.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The server it is to look at.
    pub fn served(&self) -> &Served {
        &self.served
    }

    /// The window, where it is one of Chromium.
    pub fn window(&self) -> Option<&Window> {
        match &self.window {
            Steered::Chromium(window) => Some(window),
            Steered::Firefox(_) => None,
        }
    }

    /// Opens a path of the server, or a whole address.
    pub async fn open(&self, path: &str) -> Result<()> {
        let address = if path.starts_with('/') { self.served.address(path) } else { path.to_owned() };
        match &self.window {
            Steered::Chromium(window) => window.open(&address).await?,
            Steered::Firefox(page) => page.driver().goto(&address).await?,
        }
        self.evaluate::<Value>(&format!("{PERSON}; return null")).await?;
        Ok(())
    }

    /// What the body of an async function in the page returns.
    pub async fn evaluate<T: serde::de::DeserializeOwned>(&self, body: &str) -> Result<T> {
        match &self.window {
            Steered::Chromium(window) => {
                let value = window.evaluate(&format!("(async () => {{ {body} }})()")).await?;
                Ok(serde_json::from_value(value)?)
            }
            Steered::Firefox(page) => page.async_script(body, &[]).await,
        }
    }

    /// Where the site lies: under its own policy, or where the engine does not know
    /// a word of that under the one for old engines.
    pub fn site(&self) -> &'static str {
        match self.engine {
            Engine::OldChromium(number) if number < 97 => "/site-for-old/",
            _ => "/site/",
        }
    }

    /// Errors of the page that nobody caught.
    pub async fn problems(&self) -> Result<Vec<String>> {
        match &self.window {
            Steered::Chromium(window) => {
                let mut problems = window.problems();
                // Old engines remark on words of the policy that newer ones need.
                problems.retain(|problem| {
                    !problem.contains("'wasm-unsafe-eval''. It will be ignored")
                        && !problem.starts_with("Unrecognized Content-Security-Policy directive")
                });
                Ok(problems)
            }
            Steered::Firefox(page) => {
                page.script("return window.goujiHarness ? goujiHarness.problems : []", &[]).await
            }
        }
    }

    /// The addresses, other than those of the server or of the page itself, that
    /// were asked for.
    pub async fn asked_of_others(&self) -> Result<BTreeSet<String>> {
        let asked = match &self.window {
            Steered::Chromium(window) => window.asked(),
            Steered::Firefox(page) => {
                page.script("return performance.getEntriesByType('resource').map((entry) => entry.name)", &[])
                    .await?
            }
        };
        let own = [self.served.origin(), "blob:", "data:", "file:", "about:"];
        Ok(asked.into_iter().filter(|address| !own.iter().any(|own| address.starts_with(own))).collect())
    }

    /// Everything axe-core finds wrong, one line each; nothing in an engine in
    /// which axe-core itself does not run.
    pub async fn run_axe(&self) -> Result<Vec<String>> {
        let path = workspace().join("tests/browser/vendor/axe-core/axe.min.js");
        let axe =
            fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
        self.evaluate(&format!(
            "{axe};
             const found = await axe.run(document);
             return found.violations.map((one) => one.id + ': ' + one.help + ': '
               + one.nodes.map((node) => node.target.join(' ')).join(', '));"
        ))
        .await
    }

    /// Waits until `expression` is true.
    pub async fn wait_until(&self, what: &str, expression: &str) -> Result<()> {
        for _ in 0..600 {
            if self.evaluate::<bool>(&format!("return Boolean({expression})")).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("waited for {what}")
    }

    /// Adds to an error what the window looked like and complained of.
    async fn with_evidence(&self, name: &str, error: anyhow::Error) -> anyhow::Error {
        let problems = self.problems().await.unwrap_or_default().join("; ");
        let path = target_folder().join("browser-failures").join(format!("{name}-{}.png", self.engine));
        let picture = match self.window() {
            Some(window) => window.picture().await.and_then(|picture| {
                fs::create_dir_all(path.parent().unwrap_or(&path))?;
                Ok(fs::write(&path, picture)?)
            }),
            None => Ok(()),
        };
        let picture = match picture {
            Ok(()) => format!("the page at that moment: {}", path.display()),
            Err(error) => format!("no picture could be taken: {error:#}"),
        };
        error.context(format!("{picture}; errors in the page: {problems}"))
    }
}
