//! The same text gives the same bytes of JSON natively and in WebAssembly.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};
use gouji_json::{CheckOptions, Lang};
use gouji_site_server::workspace;
use serde_json::json;

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![native_equals_wasm];

/// Folders of reports, from the top of the workspace. The last is not part of
/// the repository.
const FOLDERS: [&str; 3] = ["tests/reports", "web/examples", "../shared/reports"];

async fn native_equals_wasm(page: Page) -> Result<()> {
    page.open("/harness/package.html").await?;
    page.wait_until("the package to load", "window.gouji").await?;
    let mut compared = 0;
    for (name, text) in inputs()? {
        for lang in [Lang::Zh, Lang::En] {
            let options = CheckOptions { lang, name: Some(name.clone()), ..CheckOptions::default() };
            let native = serde_json::to_string(&gouji_json::check(&text, &options)?)?;
            let in_wasm: String = page
                .script(
                    "return JSON.stringify(window.gouji.check(arguments[0], arguments[1]))",
                    &[json!(text), json!({ "lang": lang, "name": name })],
                )
                .await
                .with_context(|| format!("{name} ({lang:?})"))?;
            ensure!(in_wasm == native, "{name} ({lang:?}) differs {}", first_difference(&native, &in_wasm));
            compared += 1;
        }
    }
    println!("{compared} results compared in {}", page.browser());
    Ok(())
}

fn first_difference(native: &str, in_wasm: &str) -> String {
    let same = native.bytes().zip(in_wasm.bytes()).take_while(|(left, right)| left == right).count();
    let around = |text: &str| {
        String::from_utf8_lossy(&text.as_bytes()[same.saturating_sub(60)..text.len().min(same + 60)])
            .into_owned()
    };
    format!("at byte {same}:\nnative {}\nwasm   {}", around(native), around(in_wasm))
}

/// All reports there are, and texts that are none.
fn inputs() -> Result<Vec<(String, String)>> {
    let workspace = workspace();
    let mut inputs = Vec::new();
    for folder in FOLDERS {
        let path = workspace.join(folder);
        if !path.is_dir() {
            println!("{folder} is not there and is left out");
            continue;
        }
        for file in text_files(&path)? {
            let name = file.strip_prefix(&workspace).unwrap_or(&file).display().to_string();
            let bytes = fs::read(&file).with_context(|| format!("{name} could not be read"))?;
            inputs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    let report = inputs.first().map(|(_, text)| text.clone()).unwrap_or_default();
    inputs.extend(ugly_texts(&report).into_iter().map(|(name, text)| (name.to_owned(), text)));
    Ok(inputs)
}

fn text_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(text_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn ugly_texts(report: &str) -> Vec<(&'static str, String)> {
    let every_byte: Vec<u8> = (0..=u8::MAX).cycle().take(4096).collect();
    let half = report.char_indices().nth(report.chars().count() / 2).map_or(0, |(place, _)| place);
    vec![
        ("empty", String::new()),
        ("spaces", " \t\u{3000}\u{a0}\r\n\n\r".to_owned()),
        ("a shopping list", "白菜 2 斤\n豆腐 1 块\n酱油 1 瓶\n".to_owned()),
        ("noise", String::from_utf8_lossy(&every_byte).into_owned()),
        (
            "outside the basic plane",
            "𠀀𝟙𝟚😀\t😀 二〇二三年政府信息公开工作年度报告 😀\n👨‍👩‍👧\t1\t2\n".repeat(20),
        ),
        ("a byte order mark", format!("\u{feff}{report}")),
        ("Windows line ends", report.replace('\n', "\r\n")),
        ("old Mac line ends", report.replace('\n', "\r")),
        ("combining marks", "e\u{301}\u{200b}\u{200d}一\u{fe0f}、总体情况\u{2028}\u{2029}\u{85}".to_owned()),
        ("only tabs", "\t".repeat(5000)),
        ("numbers", "0 -1 +1 1.5 1e9 ０１２ 999999999999999999999 １２３．４５ 一百二十五\t二\n".repeat(50)),
        ("the first half", report[..half].to_owned()),
        ("the second half", report[half..].to_owned()),
        ("two reports", format!("{report}\n{report}")),
        ("every line twice", report.lines().flat_map(|line| [line, "\n", line, "\n"]).collect()),
        ("no line ends", report.replace('\n', "")),
        ("no tabs", report.replace('\t', " ")),
        ("digits made fractions", report.replace('1', "1.5")),
        ("digits made negative", report.replace('2', "-2")),
        ("one long line", "政府信息公开".repeat(20_000)),
        ("more than is checked", "政府信息公开".repeat(350_000)),
    ]
}
