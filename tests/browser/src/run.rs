//! Running every test in every browser.

use std::any::Any;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use gouji_site_server::target_folder;
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::sync::Mutex;
use tokio::task::LocalSet;

use crate::browser::{Browser, Session};
use crate::page::Page;

/// How long one test may take in one browser.
const TEST_DEADLINE: Duration = Duration::from_mins(2);

/// A test: what it does with a fresh page.
pub struct BrowserTest {
    /// Its name with its modules.
    pub name: &'static str,
    /// What it does.
    pub run: fn(Page) -> Running,
}

/// A test under way.
pub type Running = Pin<Box<dyn Future<Output = Result<()>>>>;

/// A browser that is started when the first test needs it, and used by one
/// test at a time.
struct Shared {
    browser: Browser,
    session: Mutex<Option<Session>>,
}

/// Runs the tests as `cargo test` runs its own, with its arguments; each test
/// is listed once for each browser.
pub fn run(tests: &[&'static [BrowserTest]]) -> ExitCode {
    let arguments = Arguments::from_args();
    let runtime = match Runtime::new() {
        Ok(runtime) => Arc::new(runtime),
        Err(error) => {
            eprintln!("the tests could not be started: {error}");
            return ExitCode::FAILURE;
        }
    };
    let browsers = Browser::ALL.map(|browser| Arc::new(Shared { browser, session: Mutex::new(None) }));
    let trials = tests.iter().flat_map(|tests| tests.iter()).flat_map(|test| {
        browsers.each_ref().map(|shared| {
            let (runtime, shared) = (Arc::clone(&runtime), Arc::clone(shared));
            Trial::test(trial_name(test, shared.browser), move || {
                runtime.block_on(run_one(test, &shared)).map_err(|error| Failed::from(format!("{error:#}")))
            })
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    runtime.block_on(async {
        for shared in browsers {
            if let Some(session) = shared.session.lock().await.take() {
                session.stop().await;
            }
        }
    });
    conclusion.exit_code()
}

/// Does something with a page of one browser that is started for it alone.
pub async fn in_page<T>(browser: Browser, work: impl AsyncFnOnce(&Page) -> Result<T>) -> Result<T> {
    let session = Session::start(browser).await?;
    let outcome = match Page::new(browser, session.driver.clone()).await {
        Ok(page) => match work(&page).await {
            Ok(done) => Ok(done),
            Err(error) => Err(with_evidence(&page, &browser.to_string(), error).await),
        },
        Err(error) => Err(error),
    };
    session.stop().await;
    outcome
}

fn trial_name(test: &BrowserTest, browser: Browser) -> String {
    // The first module is the test binary itself.
    let name = test.name.split_once("::").map_or(test.name, |(_, name)| name);
    format!("{name}::{browser}")
}

async fn run_one(test: &'static BrowserTest, shared: &Shared) -> Result<()> {
    let mut session = shared.session.lock().await;
    let running = match session.take() {
        Some(running) => running,
        None => Session::start(shared.browser).await?,
    };
    let outcome = in_fresh_page(test, shared.browser, &running).await;
    match outcome {
        Ok(()) => *session = Some(running),
        // What a failed test leaves behind must not fail the next one.
        Err(_) => running.stop().await,
    }
    outcome
}

async fn in_fresh_page(test: &'static BrowserTest, browser: Browser, session: &Session) -> Result<()> {
    let page = Page::new(browser, session.driver.clone()).await?;
    // A task of its own, so that a panic is this test's alone; on this thread,
    // because what a test waits with need not be able to move.
    let on_this_thread = LocalSet::new();
    let under_way = on_this_thread.spawn_local((test.run)(page.clone()));
    let outcome = match tokio::time::timeout(TEST_DEADLINE, on_this_thread.run_until(under_way)).await {
        Err(_) => Err(anyhow!("the test took more than {} seconds", TEST_DEADLINE.as_secs())),
        Ok(Err(panicked)) => Err(anyhow!("{}", panic_message(panicked.into_panic().as_ref()))),
        Ok(Ok(outcome)) => outcome,
    };
    match outcome {
        Ok(()) => page.close().await,
        Err(error) => Err(with_evidence(&page, &trial_name(test, browser), error).await),
    }
}

fn panic_message(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("the test panicked")
}

/// Adds to an error what the page looked like and complained of.
async fn with_evidence(page: &Page, name: &str, error: anyhow::Error) -> anyhow::Error {
    let path = failure_folder().join(name.replace("::", "-")).with_extension("png");
    let picture = match page.screenshot(&path).await {
        Ok(()) => format!("the page at that moment: {}", path.display()),
        Err(error) => format!("no picture of the page could be taken: {error:#}"),
    };
    let complaints = match page.console_errors().await {
        Ok(complaints) if complaints.is_empty() => "no errors in the page".to_owned(),
        Ok(complaints) => format!("errors in the page: {}", complaints.join("; ")),
        Err(error) => format!("the page's errors could not be read: {error:#}"),
    };
    anyhow!("{error:#}\n{picture}\n{complaints}")
}

fn failure_folder() -> PathBuf {
    target_folder().join("browser-failures")
}
