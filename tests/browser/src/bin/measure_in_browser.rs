//! Measures in Chromium what `cargo xtask bench` reports, and writes it to the
//! file named as the only argument.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use gouji_bench::documents;
use gouji_bench::figure::{Figure, InBrowser, Unit, median};
use gouji_bench::texts::{self, Shape};
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::thirtyfour::common::print::PrintParameters;
use gouji_browser_tests::{Answer, Browser, Page, in_page};
use serde_json::json;

/// How many pages are opened for one figure.
const PAGES: usize = 11;

/// Where a report is pasted.
const EDITOR: &str = "#source";

/// What is on the page once a report has been checked, and first.
const RESULT: &str = "#findings";

/// What comes last: the cells of the tables.
const CELLS: &str = "td[data-cell]";

fn main() -> ExitCode {
    let outcome = tokio::runtime::Runtime::new().map_err(anyhow::Error::from).and_then(|runtime| {
        let measured = runtime.block_on(in_page(Browser::Chromium, measure))?;
        write(&measured)
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("measure_in_browser: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn write(measured: &InBrowser) -> Result<()> {
    let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) else {
        bail!("the file to write to must be named; `cargo xtask bench` does");
    };
    let folder = path.parent().context("a file lies in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    fs::write(&path, serde_json::to_string_pretty(measured)?)
        .with_context(|| format!("{} could not be written", path.display()))
}

async fn measure(page: &Page) -> Result<InBrowser> {
    let mut figures = check_in_wasm(page).await?;
    figures.extend(long_texts_in_wasm(page).await?);
    figures.extend(documents_in_wasm(page).await?);
    figures.extend(vitals(page).await?);
    let asked_before = page.requests().len();
    figures.extend(paste_to_painted(page).await?);
    let mut loaded: Vec<String> =
        page.requests().into_iter().skip(asked_before).map(|asked| asked.path).collect();
    loaded.sort();
    loaded.dedup();
    let version: String =
        page.script("return navigator.userAgent.match(/Chrome\\/([0-9]+)/)[1]", &[]).await?;
    Ok(InBrowser { browser: format!("Chromium {version}"), figures, loaded })
}

async fn open_package(page: &Page) -> Result<()> {
    page.open("/harness/package.html").await?;
    page.wait_until("the package to load", "window.gouji").await
}

async fn check_in_wasm(page: &Page) -> Result<Vec<Figure>> {
    let text = texts::usual_report()?;
    let what = format!("check of a report of {} kB, wasm in Chromium", text.len() / 1000);
    let mut start = Vec::new();
    let mut cold = Vec::new();
    let mut warm = Vec::new();
    for _ in 0..PAGES {
        open_package(page).await?;
        start.push(page.script("return window.goujiStartedIn", &[]).await?);
        cold.push(timed(page, &text, 1).await?);
        // The engine compiles better what has run for a while.
        timed(page, &text, 200).await?;
        warm.push(timed(page, &text, 100).await?);
    }
    Ok(vec![
        Figure::new(format!("{what}, warm"), median(warm), Unit::Milliseconds).at_most(2.0),
        Figure::new(format!("{what}, cold"), median(cold), Unit::Milliseconds).at_most(10.0),
        Figure::new("loading and starting the package in Chromium", median(start), Unit::Milliseconds),
    ])
}

/// Milliseconds for one check: the clock of a browser is too coarse for a
/// single one that is warm.
async fn timed(page: &Page, text: &str, times: u32) -> Result<f64> {
    let script = "const [text, times] = arguments;
        const began = performance.now();
        for (let time = 0; time < times; time += 1) window.gouji.check(text, {});
        return (performance.now() - began) / times";
    page.script(script, &[json!(text), json!(times)]).await
}

async fn long_texts_in_wasm(page: &Page) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for shape in Shape::ALL {
        let text = shape.text(shape.longest())?;
        let mut best = f64::INFINITY;
        for _ in 0..3 {
            open_package(page).await?;
            best = best.min(timed(page, &text, 1).await?);
        }
        #[expect(clippy::cast_precision_loss, reason = "megabytes are few")]
        let megabytes = text.len() as f64 / 1e6;
        let what = format!("{}: {megabytes:.1} MB, wasm in Chromium, cold", shape.name());
        figures.push(Figure::new(what, best, Unit::Milliseconds).at_most(300.0));
    }
    Ok(figures)
}

/// What the readers of documents take, each file being the first of its module.
async fn documents_in_wasm(page: &Page) -> Result<Vec<Figure>> {
    let report = texts::invented_report()?;
    let document = documents::word_document(&report, 60)?;
    let pdf = printed(page, &documents::web_page(&report, 10)).await?;
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    let mut figures = Vec::new();
    for (what, name, content, bar) in [
        ("a Word document of 60 pages".to_owned(), "long.docx", document, 150.0),
        (format!("a PDF of {pages} pages"), "long.pdf", pdf, 800.0),
    ] {
        let what = format!("{what} ({} kB) to text, in Chromium, cold", content.len() / 1000);
        page.replace_file(
            name,
            Answer { content_type: "application/octet-stream", body: content, ..Answer::failure(200) },
        );
        let mut took = Vec::new();
        for _ in 0..PAGES {
            open_package(page).await?;
            took.push(page.async_script(CONVERT, &[json!(name)]).await?);
        }
        figures.push(Figure::new(what, median(took), Unit::Milliseconds).at_most(bar));
    }
    Ok(figures)
}

/// In a worker, as the page has it read: from when the reader is ready until its
/// text is there.
const CONVERT: &str = "const [name] = arguments;
    const bytes = await (await fetch('/' + name)).arrayBuffer();
    const module = await WebAssembly.compileStreaming(fetch('/convert_bg.wasm'));
    const policy = trustedTypes.createPolicy('gouji', { createScriptURL: (address) => address });
    const worker = new Worker(policy.createScriptURL('/convert.js'));
    const [took, text] = await new Promise((resolve, reject) => {
      let began = 0;
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => {
        if (data.ready) began = performance.now();
        else resolve([performance.now() - began, data.text || data.error]);
      };
      worker.postMessage({ module, name, bytes }, [bytes]);
    });
    worker.terminate();
    if (!text.includes('\\t')) throw new Error('no table in ' + name + ': ' + text);
    return took";

/// What Chromium prints of a page.
async fn printed(page: &Page, html: &str) -> Result<Vec<u8>> {
    page.replace_file(
        "/long.html",
        Answer { content_type: "text/html", body: html.into(), ..Answer::failure(200) },
    );
    page.open("/long.html").await?;
    Ok(page.driver().print_page(PrintParameters::default()).await?)
}

/// From the paste to the end of the frame that shows the verdict and the
/// findings.
async fn paste_to_painted(page: &Page) -> Result<[Figure; 3]> {
    let text = texts::usual_report()?;
    let watch = "const [result, cells] = arguments;
        window.pastedAt = null;
        window.insertedAt = null;
        window.paintedAt = null;
        window.completeAt = null;
        addEventListener('paste', (event) => { window.pastedAt = event.timeStamp; }, true);
        new MutationObserver((_, observer) => {
          if (document.querySelector(cells) !== null) {
            window.completeAt = performance.now();
            observer.disconnect();
          }
          if (window.insertedAt !== null || document.querySelector(result) === null) return;
          window.insertedAt = performance.now();
          // A message sent within a frame arrives when the frame has been painted.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => { window.paintedAt = performance.now(); };
            channel.port2.postMessage(null);
          });
        }).observe(document.body, { subtree: true, childList: true });";
    let mut inserted = Vec::new();
    let mut painted = Vec::new();
    let mut complete = Vec::new();
    for _ in 0..PAGES {
        page.open("/").await?;
        page.find(EDITOR).await?;
        if page.count(RESULT).await? > 0 {
            bail!("a result is shown before anything is pasted");
        }
        // A person has not copied anything yet when the page has started.
        tokio::time::sleep(Duration::from_millis(500)).await;
        page.script::<()>(watch, &[json!(RESULT), json!(CELLS)]).await?;
        page.paste_text(EDITOR, &text).await?;
        page.wait_until(
            "the result to be painted",
            "window.paintedAt !== null && window.completeAt !== null",
        )
        .await?;
        inserted.push(page.script("return window.insertedAt - window.pastedAt", &[]).await?);
        painted.push(page.script("return window.paintedAt - window.pastedAt", &[]).await?);
        complete.push(page.script("return window.completeAt - window.pastedAt", &[]).await?);
        // The page keeps the text in its tab; the next run begins without.
        page.open("/harness/clipboard.html").await?;
        page.script::<()>("sessionStorage.clear()", &[]).await?;
    }
    Ok([
        Figure::new("paste to result in the document, in Chromium", median(inserted), Unit::Milliseconds),
        Figure::new("paste to painted verdict and findings in Chromium", median(painted), Unit::Milliseconds)
            .at_most(60.0),
        Figure::new("paste to the last table in the document", median(complete), Unit::Milliseconds),
    ])
}

/// What search engines and Lighthouse call the vitals of a page: how soon the
/// largest part is painted (LCP), how long the slowest answer to a person takes
/// to be painted (INP), and how much moves by itself (CLS).
async fn vitals(page: &Page) -> Result<[Figure; 3]> {
    let text = texts::usual_report()?;
    let watch = "window.vitals = { painted: 0, moved: 0, answered: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) vitals.painted = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) vitals.moved += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (entry.interactionId) vitals.answered = Math.max(vitals.answered, entry.duration);
          }
        }).observe({ type: 'event', buffered: true, durationThreshold: 16 });";
    let (mut painted, mut answered, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PAGES {
        page.open("/").await?;
        page.find(EDITOR).await?;
        page.script::<()>(watch, &[]).await?;
        page.wait_until("the largest part to be painted", "vitals.painted > 0").await?;
        painted.push(page.script("return vitals.painted", &[]).await?);
        page.paste_text(EDITOR, &text).await?;
        page.find(CELLS).await?;
        // What a person does next: walks through what was found, looks at a cell,
        // and corrects the text.
        page.press(Key::F8).await?;
        page.press(Key::F8).await?;
        page.click(CELLS).await?;
        page.type_into(EDITOR, "更正").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        answered.push(page.script("return vitals.answered", &[]).await?);
        moved.push(page.script("return vitals.moved", &[]).await?);
        page.open("/harness/clipboard.html").await?;
        page.script::<()>("sessionStorage.clear()", &[]).await?;
    }
    Ok([
        Figure::new(
            "largest part of the page painted (LCP), in Chromium",
            median(painted),
            Unit::Milliseconds,
        )
        .at_most(1000.0),
        Figure::new("slowest answer painted (INP), in Chromium", median(answered), Unit::Milliseconds)
            .at_most(50.0),
        Figure::new("moved by itself (CLS), in Chromium", median(moved), Unit::Count).at_most(0.0),
    ])
}
