//! Files that are chosen or dropped.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use gouji_browser_tests::{Answer, Browser, BrowserTest, Page, in_each_browser};
use gouji_site_server::{target_folder, workspace};

use crate::page::{CONSISTENT, checked, loaded, open, with_text};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    a_text_file_is_read_in_any_encoding,
    a_web_page_is_read_by_its_cells,
    a_word_document_is_read_and_only_its_reader_loaded,
    a_workbook_and_a_pdf_are_read,
    a_file_can_be_dropped_anywhere,
    of_several_files_the_first_is_read,
    a_dropped_link_gets_a_sentence,
    dragged_text_is_left_to_the_browser,
    a_file_does_not_lose_the_text,
    what_cannot_be_read_gets_a_sentence_and_the_text_stays,
    a_file_that_is_too_large_is_not_read,
    a_reader_that_stops_gets_a_sentence,
    a_reader_that_cannot_be_loaded_gets_a_sentence,
    the_reading_can_be_cancelled,
    a_reader_that_takes_too_long_is_stopped,
    the_button_opens_the_dialog,
    axe_finds_nothing_while_and_after_a_file_is_read,
];

const CONVERTER: [&str; 2] = ["/convert.js", "/convert_bg.wasm"];

fn layout(name: &str) -> PathBuf {
    workspace().join("tests/layouts").join(name)
}

/// A file of this name and content on this machine.
pub(crate) fn file(page: &Page, name: &str, content: &[u8]) -> Result<PathBuf> {
    let folder = target_folder().join("browser-files").join(page.browser().to_string());
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fs::write(&path, content).with_context(|| format!("{} could not be written", path.display()))?;
    Ok(path)
}

async fn choose(page: &Page, path: &Path) -> Result<()> {
    page.choose_file("#file", path).await
}

async fn a_text_file_is_read_in_any_encoding(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    let before = page.requests().len();
    let little_endian = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect::<Vec<u8>>()
    };
    for (name, content, text) in [
        ("国标.txt", b"\xb9\xe6\xd5\xc2\t1\t0\t3\n".to_vec(), "规章\t1\t0\t3\n"),
        ("十六位.txt", little_endian("规章\t1\t0\t4\n"), "规章\t1\t0\t4\n"),
        ("八位.txt", "规章\t1\t0\t5\n".into(), "规章\t1\t0\t5\n"),
    ] {
        choose(&page, &file(&page, name, &content)?).await?;
        page.wait_for_text("#notice", &format!("已读取 {name}（纯文本）。")).await?;
        assert_eq!(page.value_of("#source").await?.trim(), text.trim());
    }
    choose(&page, &file(&page, "报告.txt", CONSISTENT.as_bytes())?).await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await?;
    assert_eq!(page.requests().len(), before, "text needs no reader");
    Ok(())
}

async fn a_web_page_is_read_by_its_cells(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    let before = page.requests().len();
    choose(&page, &layout("01.page.html")).await?;
    page.wait_for_text("#notice", "已读取 01.page.html（网页），表格按单元格转为文本。").await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await?;
    assert_eq!(page.requests().len(), before);
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_word_document_is_read_and_only_its_reader_loaded(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    let before = page.requests().len();
    choose(&page, &layout("01.python-docx.docx")).await?;
    page.wait_for_text("#notice", "已读取 01.python-docx.docx（Word 文档），表格按单元格转为文本。").await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await?;
    let asked: Vec<_> = page.requests().into_iter().skip(before).map(|asked| asked.path).collect();
    assert_eq!(asked, CONVERTER);
    assert!(page.value_of("#source").await?.contains('\t'));
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_workbook_and_a_pdf_are_read(page: Page) -> Result<()> {
    open(&page).await?;
    choose(&page, &layout("01.openpyxl.xlsx")).await?;
    page.wait_for_text("#notice", "已读取 01.openpyxl.xlsx（Excel 工作簿），表格按单元格转为文本。").await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await?;
    choose(&page, &layout("01.page.chromium.pdf")).await?;
    page.wait_for_text(
        "#notice",
        "已读取 01.page.chromium.pdf（PDF 文件），表格按版面转为文本，请对照原件。",
    )
    .await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await
}

async fn a_file_can_be_dropped_anywhere(page: Page) -> Result<()> {
    open(&page).await?;
    page.drag_files(".page-footer", &[("报告.txt", CONSISTENT)], false).await?;
    let shown = "const style = getComputedStyle(document.querySelector('.gouji'), '::after');
        return [style.content, style.position]";
    let over: (String, String) = page.script(shown, &[]).await?;
    assert_eq!(over.1, "fixed");
    let words = page.attribute_of(".gouji", "data-drop").await?;
    assert_eq!(words.as_deref(), Some("松开鼠标，读取这个文件"));
    page.drag_files(".page-footer", &[("报告.txt", CONSISTENT)], true).await?;
    page.wait_for_text("#notice", "已读取 报告.txt（纯文本）。").await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await?;
    let after: (String, String) = page.script(shown, &[]).await?;
    assert_eq!(after.0, "none");
    Ok(())
}

async fn of_several_files_the_first_is_read(page: Page) -> Result<()> {
    open(&page).await?;
    page.drag_files("#source", &[("甲.txt", "甲"), ("乙.txt", "乙")], true).await?;
    page.wait_for_text("#notice", "一次只读取一个文件，其余未读。已读取 甲.txt（纯文本）。").await?;
    assert_eq!(page.value_of("#source").await?, "甲");
    Ok(())
}

async fn a_dropped_link_gets_a_sentence(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    let drop = "const carried = new DataTransfer();
        carried.setData('text/uri-list', 'https://example.invalid/');
        carried.setData('text/plain', 'https://example.invalid/');
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried });
        document.querySelector('#source').dispatchEvent(event);
        return event.defaultPrevented";
    assert!(page.script::<bool>(drop, &[]).await?);
    page.wait_for_text("#file-failed", "拖入的是链接，不是文件").await?;
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    Ok(())
}

async fn dragged_text_is_left_to_the_browser(page: Page) -> Result<()> {
    open(&page).await?;
    let drop = "const carried = new DataTransfer();
        carried.setData('text/plain', '规章');
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried });
        document.querySelector('#source').dispatchEvent(event);
        return event.defaultPrevented";
    assert!(!page.script::<bool>(drop, &[]).await?);
    assert_eq!(page.text_of("#notice").await?, "");
    Ok(())
}

async fn a_file_does_not_lose_the_text(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    page.drag_files("#results", &[("甲.txt", "甲")], true).await?;
    page.wait_for_text("#notice", "已读取 甲.txt").await?;
    assert_eq!(page.value_of("#source").await?, "甲");
    page.click("#undo").await?;
    page.wait_for_text("#notice", "已恢复此前的文字").await?;
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    page.wait_for_text("#verdict", "已核对 3 张表").await
}

async fn what_cannot_be_read_gets_a_sentence_and_the_text_stays(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    let document = fs::read(layout("01.python-docx.docx"))?;
    let pdf = fs::read(layout("01.page.chromium.pdf"))?;
    let old = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 3000]].concat();
    for (name, content, sentence) in [
        ("旧.doc", old.as_slice(), "旧.doc：这是旧格式的文档（.doc 或 .wps），无法读取"),
        ("截断.docx", &document[..document.len() / 2], "截断.docx：文件不完整或已损坏"),
        ("截断.pdf", &pdf[..900], "截断.pdf：文件不完整或已损坏"),
        ("图.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), "图.png：这是图片，没有可读取的文字"),
        ("空.txt", b"".as_slice(), "空.txt：文件里没有文字"),
        ("乱.txt", b"\xff\xff\xff\xff\xff\x80\x80".as_slice(), "乱.txt：无法"),
    ] {
        choose(&page, &file(&page, name, content)?).await?;
        page.wait_for_text("#file-failed", sentence).await?;
        assert_eq!(page.value_of("#source").await?, CONSISTENT);
    }
    assert!(page.text_of("#verdict").await?.contains("已核对 3 张表"));
    page.click("#dismiss").await?;
    page.wait_until("the sentence to go", "document.querySelector('#file-failed') === null").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_file_that_is_too_large_is_not_read(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    let before = page.requests().len();
    let path = file(&page, "很大.docx", b"PK\x03\x04")?;
    File::options().write(true).open(&path)?.set_len(51_000_000)?;
    choose(&page, &path).await?;
    page.wait_for_text("#file-failed", "很大.docx：文件超过 50 MB").await?;
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    assert_eq!(page.requests().len(), before);
    Ok(())
}

/// A reader of documents that does `trick` with every one.
fn reader_with(trick: &str) -> Answer {
    Answer::script(format!("self.onmessage = () => {{ self.postMessage({{ ready: true }}); {trick} }};"))
}

async fn a_reader_that_stops_gets_a_sentence(page: Page) -> Result<()> {
    // What a panic looks like from outside.
    page.replace_file("/convert.js", reader_with("throw new WebAssembly.RuntimeError('unreachable');"));
    with_text(&page, CONSISTENT).await?;
    choose(&page, &layout("01.python-docx.docx")).await?;
    page.wait_for_text("#file-failed", "读取这个文件时程序意外停止").await?;
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    // The next file has a reader of its own.
    page.restore_file("/convert.js");
    choose(&page, &layout("01.openpyxl.xlsx")).await?;
    page.wait_for_text("#notice", "已读取 01.openpyxl.xlsx").await
}

async fn a_reader_that_cannot_be_loaded_gets_a_sentence(page: Page) -> Result<()> {
    page.replace_file("/convert.js", Answer::failure(503));
    with_text(&page, CONSISTENT).await?;
    choose(&page, &layout("01.python-docx.docx")).await?;
    page.wait_for_text("#file-failed", "读取这类文件的程序未能载入").await?;
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    Ok(())
}

async fn the_reading_can_be_cancelled(page: Page) -> Result<()> {
    page.replace_file("/convert.js", reader_with("for (;;) {}"));
    with_text(&page, CONSISTENT).await?;
    choose(&page, &layout("01.python-docx.docx")).await?;
    page.wait_for_text("#reading-file", "正在读取 01.python-docx.docx ……").await?;
    page.click("#stop-reading").await?;
    page.wait_until("the line to go", "document.querySelector('#reading-file') === null").await?;
    assert_eq!(page.text_of("#notice").await?, "");
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    Ok(())
}

async fn a_reader_that_takes_too_long_is_stopped(page: Page) -> Result<()> {
    // Twenty seconds are long; once is enough.
    if page.browser() == Browser::Firefox {
        return Ok(());
    }
    page.replace_file("/convert.js", reader_with("for (;;) {}"));
    with_text(&page, CONSISTENT).await?;
    choose(&page, &layout("01.python-docx.docx")).await?;
    page.wait_for_text("#reading-file", "正在读取").await?;
    tokio::time::sleep(Duration::from_secs(18)).await;
    page.wait_for_text("#file-failed", "读取这个文件超过 20 秒，已停止").await?;
    assert_eq!(page.value_of("#source").await?, CONSISTENT);
    Ok(())
}

async fn the_button_opens_the_dialog(page: Page) -> Result<()> {
    open(&page).await?;
    assert_eq!(page.text_of("#choose-file").await?, "选择文件");
    let watch = "window.opened = 0;
        document.querySelector('#file').addEventListener('click', (event) => {
          event.preventDefault();
          window.opened += 1;
        });
        document.querySelector('#choose-file').focus()";
    page.script::<()>(watch, &[]).await?;
    page.press(gouji_browser_tests::thirtyfour::Key::Enter).await?;
    page.wait_until("the dialog", "window.opened === 1").await?;
    page.click("#elder").await?;
    let height: f64 = page
        .script("return document.querySelector('#choose-file').getBoundingClientRect().height", &[])
        .await?;
    assert!(height >= 60.0, "{height}");
    Ok(())
}

async fn axe_finds_nothing_while_and_after_a_file_is_read(page: Page) -> Result<()> {
    page.replace_file("/convert.js", reader_with("for (;;) {}"));
    open(&page).await?;
    choose(&page, &layout("01.python-docx.docx")).await?;
    page.wait_for_text("#reading-file", "正在读取").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.click("#stop-reading").await?;
    choose(&page, &file(&page, "空.txt", b"")?).await?;
    page.wait_for_text("#file-failed", "文件里没有文字").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.drag_files("#source", &[("报告.txt", CONSISTENT)], false).await?;
    page.drag_files("#source", &[("报告.txt", CONSISTENT)], true).await?;
    checked(&page).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}
