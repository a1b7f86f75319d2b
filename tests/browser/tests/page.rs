//! What a person can do on the page, in the order of a first visit.

use std::time::Duration;

use anyhow::Result;
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{Answer, BrowserTest, Page, in_each_browser};
use gouji_site_server::site_folder;
use serde_json::json;

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    the_first_visit_says_what_becomes_of_the_text,
    a_consistent_report_says_what_was_checked,
    a_pasted_report_is_checked_at_once,
    typing_is_checked_when_it_pauses,
    a_text_that_a_program_fills_in_is_checked,
    the_faults_of_the_example_are_all_named,
    a_finding_leads_to_its_place_and_its_cells,
    the_places_of_a_finding_lead_to_their_cells,
    keys_walk_through_the_findings,
    findings_are_filtered_by_weight,
    a_cell_shows_its_source_and_every_relation,
    an_addend_leads_to_its_cell,
    a_cell_is_corrected_and_the_original_stays,
    corrections_are_restored_alone_and_together,
    a_correction_that_is_no_number_gets_a_sentence,
    corrections_do_not_move_into_another_report,
    the_tables_have_their_official_shape,
    blank_and_missing_cells_are_not_zeros,
    what_could_not_be_read_is_said_apart,
    the_text_and_what_was_done_survive_a_reload,
    clearing_can_be_undone,
    an_example_does_not_lose_the_text,
    the_language_can_be_changed,
    the_elder_version_is_large,
    the_panes_stack_when_it_is_narrow,
    everything_can_be_reached_by_keyboard,
    the_cells_of_a_table_are_one_stop_of_the_tab_key,
    the_verdict_is_a_polite_live_region,
    both_layers_of_the_editor_wrap_alike,
    a_shopping_list_gets_a_sentence,
    blank_text_gets_a_sentence,
    half_a_report_is_checked_as_far_as_it_goes,
    a_table_alone_is_checked,
    two_reports_are_both_offered,
    a_long_text_goes_without_marks_and_says_so,
    a_text_beyond_the_limit_is_refused_and_kept,
    a_late_answer_does_not_overwrite_a_newer_one,
    a_crashed_worker_is_restarted_and_the_text_stays,
    a_worker_that_does_not_answer_is_replaced,
    without_a_worker_the_page_checks_by_itself,
    the_foot_shows_how_to_see_that_nothing_is_sent,
    nothing_is_sent_while_a_report_is_checked,
    axe_finds_nothing_on_the_first_visit,
    axe_finds_nothing_with_findings_and_a_cell,
    axe_finds_nothing_in_english_and_large,
    axe_finds_nothing_with_what_could_not_be_read,
];

pub(crate) const CONSISTENT: &str = include_str!("../../../web/examples/consistent.txt");
pub(crate) const FAULTY: &str = include_str!("../../../web/examples/faulty.txt");

/// The cell that is wrong in the faulty example, and what it should be.
pub(crate) const WRONG_CELL: &str = "applications.unable_not_held.business";

pub(crate) async fn open(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.wait_until("the page to start", "document.getElementById('verdict')").await
}

/// Waits until the worker has loaded what it needs, and the page what comes last.
pub(crate) async fn loaded(page: &Page) -> Result<()> {
    page.wait_for("the worker and the explanations of the rules to load", async || {
        let times = |path: &str| page.requests().iter().filter(|asked| asked.path == path).count();
        Ok(times("/gouji.js") > 1 && times("/rules.zh.json") > 0)
    })
    .await
}

/// Waits until the result on the screen belongs to the present text.
pub(crate) async fn checked(page: &Page) -> Result<()> {
    page.wait_until(
        "the text to be checked and its tables to be drawn",
        "document.querySelector('#results[data-checked=\"true\"][data-drawn=\"true\"]')",
    )
    .await
}

async fn with_example(page: &Page, example: &str) -> Result<()> {
    open(page).await?;
    page.click(example).await?;
    checked(page).await
}

pub(crate) async fn with_text(page: &Page, text: &str) -> Result<()> {
    open(page).await?;
    page.set_text("#source", text).await?;
    checked(page).await
}

async fn pressed_cell(page: &Page, cell: &str) -> Result<()> {
    page.click(&format!("[data-cell='{cell}'] button")).await
}

pub(crate) fn card(code: &str) -> String {
    format!("#findings [data-code='{code}']")
}

async fn the_first_visit_says_what_becomes_of_the_text(page: Page) -> Result<()> {
    open(&page).await?;
    assert_eq!(
        page.text_of("#privacy").await?,
        "全部在本机浏览器内完成，断网可用；不上传、不统计；文字只暂存在本标签页，关闭即清除。"
    );
    let buttons = page.texts_of("#welcome button .example-name").await?;
    assert_eq!(buttons, ["一份无误的示例", "一份有误的示例", "空白表样"]);
    assert_eq!(page.text_of("#verdict").await?, "尚未粘贴报告。");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_consistent_report_says_what_was_checked(page: Page) -> Result<()> {
    with_example(&page, "#example-consistent").await?;
    assert_eq!(page.text_of("#verdict").await?, "已核对 3 张表、190 个数、42 条关系，未发现不一致。");
    assert_eq!(page.count("[data-finding]").await?, 0);
    assert_eq!(page.count("#source-plain, #unread, #other-report").await?, 0);
    assert!(page.text_of("#about-report").await?.contains("青禾市青禾区人民政府"));
    assert!(page.text_of("#about-report").await?.contains("2024 年度"));
    Ok(())
}

async fn a_pasted_report_is_checked_at_once(page: Page) -> Result<()> {
    open(&page).await?;
    page.paste_text("#source", FAULTY).await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    assert_eq!(page.value_of("#source").await?, FAULTY);
    Ok(())
}

async fn typing_is_checked_when_it_pauses(page: Page) -> Result<()> {
    with_text(&page, CONSISTENT).await?;
    page.type_into("#source", "特此报告").await?;
    checked(&page).await?;
    assert_eq!(page.value_of("#source").await?, format!("{CONSISTENT}特此报告"));
    // What was typed can be taken back by the browser's own undo.
    page.press("x").await?;
    page.press(Key::Control + "z").await?;
    checked(&page).await?;
    assert!(!page.value_of("#source").await?.contains('x'));
    Ok(())
}

async fn a_text_that_a_program_fills_in_is_checked(page: Page) -> Result<()> {
    open(&page).await?;
    // Such programs tell it with an event that does not say what was typed.
    page.script::<()>(
        "const field = document.querySelector('#source');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[FAULTY.into()],
    )
    .await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await
}

async fn the_faults_of_the_example_are_all_named(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    let codes: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('#findings [data-finding]')].map((card) => card.dataset.code)",
            &[],
        )
        .await?;
    assert_eq!(codes, ["GJ301", "GJ412", "GJ301", "GJ304", "GJ221", "GJ203"]);
    let verdict = page.text_of("#verdict").await?;
    assert!(verdict.starts_with("发现必须修改 3 处、请核实 2 处、提示 1 处；"), "{verdict}");
    let first = page.text_of(&card("GJ301")).await?;
    for part in ["必须修改", "GJ301", "第 44 行", "14 + 5 + 0 + 0 + 1 + 0 = 20", "依据", "建议", "相关位置"]
    {
        assert!(first.contains(part), "{part} is not in {first}");
    }
    Ok(())
}

async fn a_finding_leads_to_its_place_and_its_cells(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    page.click(&format!("{} .finding-head", card("GJ304"))).await?;
    page.wait_until("the place to be marked", "document.querySelector('.source-backdrop mark.selected')")
        .await?;
    assert_eq!(
        page.script::<String>("return document.querySelector('mark.selected').textContent", &[]).await?,
        "9"
    );
    // About a fifth from the top, unless the text ends before.
    let share: f64 = page
        .script(
            "const outer = document.querySelector('.source-scroller').getBoundingClientRect();
             const mark = document.querySelector('mark.selected').getBoundingClientRect();
             return (mark.top - outer.top) / outer.height",
            &[],
        )
        .await?;
    assert!((0.0..0.9).contains(&share), "the place stands at {share} of the editor");
    assert_eq!(page.count("[data-cell='review.review.total'].of-finding").await?, 1);
    assert_eq!(page.count("[data-finding].selected").await?, 1);
    let selection: String = page
        .script(
            "const field = document.querySelector('#source');
             return field.value.slice(field.selectionStart, field.selectionEnd)",
            &[],
        )
        .await?;
    assert_eq!(selection, "9");
    assert_eq!(page.value_of("#source").await?, FAULTY, "the source is untouched");
    Ok(())
}

async fn the_places_of_a_finding_lead_to_their_cells(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    page.click("[data-cell-link='applications.partial.natural']").await?;
    page.wait_for_text("#cell-heading", "（二）部分公开 · 自然人").await?;
    assert_eq!(page.count("[data-cell='applications.partial.natural'].selected").await?, 1);
    Ok(())
}

async fn keys_walk_through_the_findings(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    let selected = "const card = document.querySelector('[data-finding].selected');
        return card === null ? null : card.dataset.code";
    page.script::<()>("document.querySelector('#source').focus()", &[]).await?;
    let mut walked = Vec::new();
    for _ in 0..7 {
        page.press(Key::F8).await?;
        walked.push(page.script::<Option<String>>(selected, &[]).await?.unwrap_or_default());
    }
    assert_eq!(walked, ["GJ301", "GJ412", "GJ301", "GJ304", "GJ221", "GJ203", "GJ301"]);
    page.press(Key::Shift + Key::F8).await?;
    assert_eq!(page.script::<Option<String>>(selected, &[]).await?.as_deref(), Some("GJ203"));
    assert_eq!(page.text_of("#finding-position").await?, "第 6 条，共 6 条");
    assert_eq!(page.script::<String>("return document.activeElement.id", &[]).await?, "source");
    page.click("#previous-finding").await?;
    assert_eq!(page.script::<Option<String>>(selected, &[]).await?.as_deref(), Some("GJ221"));
    page.click("#next-finding").await?;
    assert_eq!(page.script::<Option<String>>(selected, &[]).await?.as_deref(), Some("GJ203"));
    Ok(())
}

async fn findings_are_filtered_by_weight(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    assert!(page.text_of("[data-severity-filter='error']").await?.contains('3'));
    page.click("[data-severity-filter='error']").await?;
    page.wait_until("the errors to go", "document.querySelectorAll('#findings [data-finding]').length === 3")
        .await?;
    let pressed = page.attribute_of("[data-severity-filter='error']", "aria-pressed").await?;
    assert_eq!(pressed.as_deref(), Some("false"));
    page.press(Key::F8).await?;
    assert_eq!(page.count(&format!("{}.selected", card("GJ412"))).await?, 1);
    page.click("[data-severity-filter='error']").await?;
    page.wait_until(
        "the errors to come back",
        "document.querySelectorAll('#findings [data-finding]').length === 6",
    )
    .await
}

async fn a_cell_shows_its_source_and_every_relation(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    pressed_cell(&page, WRONG_CELL).await?;
    page.wait_for_text("#cell-heading", "（四）无法提供 1.本机关不掌握相关政府信息 · 商业企业").await?;
    let equations = page.texts_of("#cell-detail .equation").await?;
    assert_eq!(equations.len(), 2, "its row and its column");
    assert_eq!(plain(&equations[0]), "37 + 9 + 1 + 0 + 2 + 0 = 49 ≠ 46");
    assert!(plain(&equations[1]).ends_with("= 25 ≠ 22"), "{}", equations[1]);
    assert_eq!(page.count("#cell-detail [data-standing='fails']").await?, 2);
    assert!(page.text_of("#cell-detail .cell-findings").await?.contains("37 + 9"));
    assert_eq!(
        page.script::<String>("return document.querySelector('mark.selected').textContent", &[]).await?,
        "9"
    );
    assert!(page.text_of("#cell-detail .printed").await?.contains("第 53 行"));
    // The balance is the third relation of the cells it is about.
    pressed_cell(&page, "applications.new.natural").await?;
    page.wait_for_text("#cell-detail", "本列：一与二之和等于三与四之和").await?;
    let equations = page.texts_of("#cell-detail .equation").await?;
    assert_eq!(plain(&equations[1]), "188 + 5 = 193 = 193 = 186 + 7");
    Ok(())
}

/// The words with single spaces between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn an_addend_leads_to_its_cell(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    pressed_cell(&page, WRONG_CELL).await?;
    page.click("[data-addend='applications.unable_not_held.total']").await?;
    page.wait_for_text("#cell-heading", "总计").await?;
    assert_eq!(page.count("[data-cell='applications.unable_not_held.total'].selected").await?, 1);
    Ok(())
}

pub(crate) async fn correct(page: &Page, cell: &str, value: &str) -> Result<()> {
    pressed_cell(page, cell).await?;
    page.wait_until("the panel", &format!("document.querySelector('#cell-detail[data-of=\"{cell}\"]')"))
        .await?;
    page.type_into("#correction", value).await?;
    page.press(Key::Enter).await?;
    checked(page).await
}

async fn a_cell_is_corrected_and_the_original_stays(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    correct(&page, WRONG_CELL, "６").await?;
    page.wait_for_text("#verdict", "其中 3 条不成立").await?;
    let cell = format!("[data-cell='{WRONG_CELL}']");
    assert_eq!(page.text_of(&format!("{cell} s")).await?, "9");
    assert_eq!(page.text_of(&format!("{cell} ins")).await?, "6");
    let label = page.attribute_of(&format!("{cell} button"), "aria-label").await?.unwrap_or_default();
    assert!(label.starts_with("9 6，原文为9，改为6"), "{label}");
    assert_eq!(page.value_of("#source").await?, FAULTY, "the source is untouched");
    assert!(page.text_of("#about-report").await?.contains("已按手工改正的 1 个数核对"));
    Ok(())
}

async fn corrections_are_restored_alone_and_together(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    correct(&page, WRONG_CELL, "6").await?;
    correct(&page, "review.review.total", "8").await?;
    page.wait_for_text("#verdict", "其中 2 条不成立").await?;
    page.click("#restore").await?;
    checked(&page).await?;
    page.wait_for_text("#verdict", "其中 3 条不成立").await?;
    assert_eq!(page.count("#corrections [data-correction]").await?, 1);
    correct(&page, "review.review.total", "8").await?;
    page.wait_for_text("#verdict", "其中 2 条不成立").await?;
    page.click("#restore-all").await?;
    checked(&page).await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    assert_eq!(page.count("#corrections, td ins").await?, 0);
    Ok(())
}

async fn a_correction_that_is_no_number_gets_a_sentence(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    pressed_cell(&page, WRONG_CELL).await?;
    page.type_into("#correction", "六件").await?;
    page.press(Key::Enter).await?;
    page.wait_for_text("#correction-fault", "此处应为不带小数、不为负的整数，例如 18。").await?;
    assert_eq!(page.attribute_of("#correction", "aria-invalid").await?.as_deref(), Some("true"));
    assert_eq!(page.value_of("#correction").await?, "六件", "what was typed stays");
    assert_eq!(page.count("#corrections").await?, 0);
    Ok(())
}

async fn corrections_do_not_move_into_another_report(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    correct(&page, "review.review.total", "8").await?;
    page.script::<()>("document.querySelector('#source').select()", &[]).await?;
    page.paste_text("#source", "一份购物清单：白菜两斤，豆腐一块。").await?;
    page.wait_for_text("#verdict", "未找到").await?;
    assert_eq!(page.count("#corrections").await?, 0);
    Ok(())
}

async fn the_tables_have_their_official_shape(page: Page) -> Result<()> {
    with_example(&page, "#example-consistent").await?;
    for (table, cells) in [("disclosure", 10), ("applications", 175), ("review", 15)] {
        assert_eq!(page.count(&format!("#table-{table} td[data-cell]")).await?, cells, "{table}");
        assert_eq!(page.count(&format!("#table-{table} > caption")).await?, 1);
    }
    let span = "const head = [...document.querySelectorAll('#table-' + arguments[0] + ' th')]
          .find((head) => head.textContent === arguments[1]);
        return head ? [head.scope, head.colSpan, head.rowSpan] : null";
    let head = async |table: &str, text: &str| {
        page.script::<Option<(String, u32, u32)>>(span, &[json!(table), json!(text)]).await
    };
    let is = |scope: &str, columns, rows| Some((scope.to_owned(), columns, rows));
    assert_eq!(head("disclosure", "第二十条第（一）项").await?, is("colgroup", 4, 1));
    assert_eq!(head("disclosure", "本年处理决定数量").await?, is("colgroup", 3, 1));
    assert_eq!(head("applications", "申请人情况").await?, is("colgroup", 7, 1));
    assert_eq!(head("applications", "法人或其他组织").await?, is("colgroup", 5, 1));
    assert_eq!(head("applications", "自然人").await?, is("col", 1, 2));
    assert_eq!(head("applications", "三、本年度办理结果").await?, is("rowgroup", 1, 22));
    assert_eq!(head("applications", "（三）不予公开").await?, is("rowgroup", 1, 8));
    assert_eq!(head("applications", "（七）总计").await?, is("row", 2, 1));
    assert_eq!(head("review", "行政诉讼").await?, is("colgroup", 10, 1));
    assert_eq!(head("review", "复议后起诉").await?, is("colgroup", 5, 1));
    assert_eq!(page.text_of("[data-cell='disclosure.fee.amount']").await?, "352.6074");
    assert_eq!(page.text_of("[data-cell='applications.total.total']").await?, "220");
    Ok(())
}

async fn blank_and_missing_cells_are_not_zeros(page: Page) -> Result<()> {
    let without_a_row: String =
        FAULTY.lines().filter(|line| !line.starts_with("规章\t")).collect::<Vec<_>>().join("\n");
    with_text(&page, &without_a_row).await?;
    assert!(page.text_of("[data-cell='applications.deny_query.charity']").await?.starts_with('空'));
    assert_eq!(page.count("[data-cell='applications.deny_query.charity'].blank").await?, 1);
    assert!(page.text_of("[data-cell='disclosure.regulation.issued']").await?.starts_with('缺'));
    assert!(page.text_of("#table-disclosure").await?.contains("原文缺此行"));
    // A framed cell says in words what its frame says.
    let label = page.attribute_of("[data-cell='review.review.total'] button", "aria-label").await?;
    assert_eq!(label.as_deref(), Some("9，行政复议 · 总计，必须修改"));
    let letter = page.attribute_of("[data-cell='review.review.total'] .flag", "data-letter").await?;
    assert_eq!(letter.as_deref(), Some("改"));
    Ok(())
}

/// The applications with the numbers of their rows taken away.
pub(crate) fn without_numbers_in_the_review() -> String {
    CONSISTENT
        .lines()
        .map(|line| {
            let only_numbers = !line.is_empty() && line.split('\t').all(|cell| cell.parse::<u32>().is_ok());
            if only_numbers { "（此处为图片）" } else { line }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

async fn what_could_not_be_read_is_said_apart(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    page.wait_for_text("#unread", "行政复议、行政诉讼情况表").await?;
    assert!(page.text_of("#unread").await?.contains("不作为报告的差错"));
    assert_eq!(page.count("#findings [data-code^='GJ1']").await?, 0, "not among the findings");
    assert!(page.text_of("#verdict").await?.contains("不能据此认定无误"));
    assert!(page.text_of("#table-review caption").await?.contains("未能读取"));
    assert_eq!(page.text_of("[data-cell='review.review.total']").await?, "未读");
    Ok(())
}

async fn the_text_and_what_was_done_survive_a_reload(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    correct(&page, WRONG_CELL, "6").await?;
    page.click("#language").await?;
    page.click("#elder").await?;
    page.reload().await?;
    checked(&page).await?;
    assert_eq!(page.value_of("#source").await?, FAULTY);
    page.wait_for_text("#verdict", "3 of which fail").await?;
    assert_eq!(page.text_of(&format!("[data-cell='{WRONG_CELL}'] ins")).await?, "6");
    assert_eq!(page.count(".gouji.elder").await?, 1);
    // Only in this tab, and nothing that outlives it.
    let elsewhere: u32 = page.script("return localStorage.length + document.cookie.length", &[]).await?;
    assert_eq!(elsewhere, 0);
    Ok(())
}

async fn clearing_can_be_undone(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    page.click("#clear").await?;
    page.wait_for_text("#notice", "已清空").await?;
    assert_eq!(page.value_of("#source").await?, "");
    assert_eq!(page.text_of("#verdict").await?, "尚未粘贴报告。");
    assert_eq!(page.count("#findings").await?, 0);
    page.wait_until("the focus in the editor", "document.activeElement.id === 'source'").await?;
    page.click("#undo").await?;
    checked(&page).await?;
    assert_eq!(page.value_of("#source").await?, FAULTY);
    page.click("#clear").await?;
    page.reload().await?;
    page.wait_for_text("#verdict", "尚未粘贴报告").await?;
    assert_eq!(page.value_of("#source").await?, "", "what was cleared does not come back");
    Ok(())
}

async fn an_example_does_not_lose_the_text(page: Page) -> Result<()> {
    with_text(&page, "我的报告草稿").await?;
    page.click("#example-blank").await?;
    page.wait_for_text("#notice", "可以找回").await?;
    checked(&page).await?;
    assert!(page.value_of("#source").await?.contains("本年新收政府信息公开申请数量"));
    page.click("#undo").await?;
    page.wait_until("the draft", "document.querySelector('#source').value === '我的报告草稿'").await
}

async fn the_language_can_be_changed(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    page.click("#language").await?;
    checked(&page).await?;
    page.wait_for_text("#verdict", "3 to correct").await?;
    assert_eq!(page.script::<String>("return document.documentElement.lang", &[]).await?, "en");
    assert!(page.text_of(&card("GJ301")).await?.contains("Basis"));
    assert_eq!(page.attribute_of("#table-applications", "lang").await?.as_deref(), Some("zh-CN"));
    page.click("#language").await?;
    page.wait_for_text("#verdict", "发现必须修改").await
}

async fn the_elder_version_is_large(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    page.click("#elder").await?;
    let small: Vec<String> = page
        .script(
            "return [...document.querySelectorAll('.gouji button, .gouji input, .gouji summary')]
               .filter((target) => target.offsetParent !== null)
               .filter((target) => {
                 const place = target.getBoundingClientRect();
                 return place.width < 59.5 || place.height < 59.5;
               }).map((target) => target.outerHTML.slice(0, 80))",
            &[],
        )
        .await?;
    assert_eq!(small, Vec::<String>::new(), "targets under 60 pixels");
    let size: String =
        page.script("return getComputedStyle(document.querySelector('.gouji')).fontSize", &[]).await?;
    assert_eq!(size, "22px");
    Ok(())
}

async fn the_panes_stack_when_it_is_narrow(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    let below = "document.querySelector('.result-pane').getBoundingClientRect().top >=
        document.querySelector('.source-pane').getBoundingClientRect().bottom";
    assert!(!page.script::<bool>(&format!("return {below}"), &[]).await?, "side by side while it is wide");
    // No window of a desktop browser is as narrow as a telephone; 700 is narrow enough.
    page.set_size(700, 800).await?;
    page.wait_until("the panes to stack", below).await?;
    page.wait_until("nothing to stick out", "document.documentElement.scrollWidth <= innerWidth").await
}

async fn everything_can_be_reached_by_keyboard(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    // After a reload the keyboard begins at the top.
    page.reload().await?;
    checked(&page).await?;
    let mut reached: Vec<String> = Vec::new();
    for _ in 0..200 {
        page.press(Key::Tab).await?;
        let (here, seen): (String, bool) = page
            .script(
                "const here = document.activeElement;
                 const cell = here.closest('td[data-cell]');
                 const name = here.id || (cell && cell.dataset.cell) || here.className || here.tagName;
                 const style = getComputedStyle(here.closest('.source-scroller') || here);
                 return [name, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1]",
                &[],
            )
            .await?;
        if here == "BODY" || here == "HTML" {
            break;
        }
        assert!(seen, "the focus cannot be seen on {here}");
        reached.push(here);
    }
    let wanted = [
        "elder",
        "language",
        "clear",
        "source",
        "example-consistent",
        "chip",
        "previous-finding",
        "next-finding",
        "finding-head",
        "place",
        "disclosure.regulation.issued",
        "applications.new.natural",
        "review.review.upheld",
    ];
    for wanted in wanted {
        assert!(reached.iter().any(|here| here == wanted), "{wanted} was not reached: {reached:?}");
    }
    Ok(())
}

async fn the_cells_of_a_table_are_one_stop_of_the_tab_key(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    assert_eq!(page.count("#table-applications td button[tabindex='0']").await?, 1);
    let here = "return document.activeElement.closest('td').dataset.cell";
    page.script::<()>("document.querySelector('#table-applications td button[tabindex=\"0\"]').focus()", &[])
        .await?;
    for (key, cell) in [
        (Key::Right, "applications.new.business"),
        (Key::Down, "applications.carried_in.business"),
        (Key::Down, "applications.granted.business"),
        (Key::End, "applications.granted.total"),
        (Key::Home, "applications.granted.natural"),
        (Key::Up, "applications.carried_in.natural"),
    ] {
        page.press(key).await?;
        assert_eq!(page.script::<String>(here, &[]).await?, cell);
    }
    page.press(Key::F2).await?;
    page.wait_until("the field", "document.activeElement.id === 'correction'").await?;
    page.press(Key::Escape).await?;
    page.wait_until("the panel to close", "document.querySelector('#cell-detail') === null").await?;
    assert_eq!(page.script::<String>(here, &[]).await?, "applications.carried_in.natural");
    Ok(())
}

async fn the_verdict_is_a_polite_live_region(page: Page) -> Result<()> {
    open(&page).await?;
    assert_eq!(page.attribute_of("#verdict", "role").await?.as_deref(), Some("status"));
    assert_eq!(page.attribute_of("#verdict", "aria-live").await?.as_deref(), Some("polite"));
    page.script::<()>("window.region = document.querySelector('#verdict')", &[]).await?;
    page.click("#example-faulty").await?;
    checked(&page).await?;
    let same: bool = page.script("return window.region === document.querySelector('#verdict')", &[]).await?;
    assert!(same, "the same element takes every verdict, or it is not read out");
    Ok(())
}

async fn both_layers_of_the_editor_wrap_alike(page: Page) -> Result<()> {
    let rows =
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t14\t5\t0\t0\t1\t0\t18\n".repeat(30);
    let mixed = "“引号”，标点！Latin words and 1,234.5 全角１２３、\u{3000}空格  两个\t制表。".repeat(40);
    for text in [CONSISTENT.to_owned(), rows, mixed, "长".repeat(3_000), "x".repeat(5_000)] {
        with_text(&page, &text).await?;
        let heights: (f64, f64) = page
            .script(
                "const field = document.querySelector('#source');
                 const backdrop = document.querySelector('.source-backdrop');
                 field.style.height = '0px';
                 backdrop.style.minHeight = '0px';
                 const both = [field.scrollHeight, backdrop.getBoundingClientRect().height];
                 field.style.height = '';
                 backdrop.style.minHeight = '';
                 return both",
                &[],
            )
            .await?;
        assert!(
            (heights.0 - heights.1).abs() <= 2.0,
            "{heights:?} for {:?}",
            text.chars().take(12).collect::<String>()
        );
    }
    Ok(())
}

async fn a_shopping_list_gets_a_sentence(page: Page) -> Result<()> {
    with_text(&page, "白菜两斤\n豆腐一块\n酱油一瓶").await?;
    page.wait_for_text("#verdict", "未找到政府信息公开工作年度报告或其表格，未作核对").await?;
    assert_eq!(page.value_of("#source").await?, "白菜两斤\n豆腐一块\n酱油一瓶");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn blank_text_gets_a_sentence(page: Page) -> Result<()> {
    with_text(&page, " \n\t\n").await?;
    page.wait_for_text("#verdict", "未找到").await
}

async fn half_a_report_is_checked_as_far_as_it_goes(page: Page) -> Result<()> {
    let half = &CONSISTENT[..CONSISTENT.find("四、政府信息公开行政复议").unwrap_or(CONSISTENT.len())];
    with_text(&page, half).await?;
    let verdict = page.text_of("#verdict").await?;
    assert!(verdict.contains("39 条关系"), "{verdict}");
    assert_eq!(page.count("#table-applications").await?, 1);
    assert_eq!(page.value_of("#source").await?, half);
    Ok(())
}

async fn a_table_alone_is_checked(page: Page) -> Result<()> {
    let begin = CONSISTENT.find("（本列数据的勾稽关系").unwrap_or(0);
    let table = &CONSISTENT[begin..];
    let table = &table[..table.find("\n\n").unwrap_or(table.len())];
    with_text(&page, table).await?;
    let verdict = page.text_of("#verdict").await?;
    assert!(verdict.contains("1 张表、175 个数、39 条关系"), "{verdict}");
    assert!(page.text_of("#about-report").await?.contains("只有表格"));
    Ok(())
}

async fn two_reports_are_both_offered(page: Page) -> Result<()> {
    let other = FAULTY.replace("青禾市青禾区", "白河市东川区");
    with_text(&page, &format!("{CONSISTENT}\n\n{other}")).await?;
    assert!(page.text_of("#about-report").await?.contains("青禾市青禾区人民政府"));
    page.wait_for_text("#other-report", "文中还有另一份报告：白河市东川区").await?;
    page.click("#other-report button").await?;
    checked(&page).await?;
    page.wait_for_text("#about-report", "白河市东川区人民政府").await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    page.wait_for_text("#other-report", "青禾市青禾区").await
}

async fn a_long_text_goes_without_marks_and_says_so(page: Page) -> Result<()> {
    let long = format!("{}\n{FAULTY}", "这一行与年度报告无关。\n".repeat(8_000));
    with_text(&page, &long).await?;
    page.wait_for_text("#source-plain", "不显示行号和标记").await?;
    assert_eq!(page.count(".source-backdrop").await?, 0);
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    page.click(&format!("{} .finding-head", card("GJ301"))).await?;
    let selection: String = page
        .script(
            "const field = document.querySelector('#source');
             return field.value.slice(field.selectionStart, field.selectionEnd)",
            &[],
        )
        .await?;
    assert_eq!(selection, "18");
    let scrolled: f64 = page.script("return document.querySelector('#source').scrollTop", &[]).await?;
    assert!(scrolled > 1_000.0, "the editor is at the place");
    Ok(())
}

async fn a_text_beyond_the_limit_is_refused_and_kept(page: Page) -> Result<()> {
    open(&page).await?;
    let fill = "const field = document.querySelector('#source');
        field.value = '长'.repeat(1_700_000);
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    page.script::<()>(fill, &[]).await?;
    checked(&page).await?;
    page.wait_for_text("#unread", "5").await?;
    assert_eq!(
        page.script::<u32>("return document.querySelector('#source').value.length", &[]).await?,
        1_700_000
    );
    Ok(())
}

/// The program, with `before` and `after` it what is run in its worker only.
fn in_the_worker(before: &str, after: &str) -> Result<Answer> {
    let program = std::fs::read_to_string(site_folder().join("gouji.js"))?;
    let only = "typeof document === 'undefined'";
    Ok(Answer::script(format!("if ({only}) {{ {before} }}\n{program}\nif ({only}) {{ {after} }}")))
}

/// A worker that does `trick` with questions whose text holds 戏法 and leaves
/// the others to the real program.
fn worker_with(trick: &str) -> Result<Answer> {
    in_the_worker(
        "",
        &format!(
            "const answer = self.onmessage;
            self.onmessage = (event) => {{
              if (!event.data.module && event.data.text.includes('戏法')) {{
                {trick}
              }} else {{
                answer(event);
              }}
            }};"
        ),
    )
}

async fn a_late_answer_does_not_overwrite_a_newer_one(page: Page) -> Result<()> {
    // The old answer comes a second late, and once more when nobody asks for it.
    page.replace_file(
        "/gouji.js",
        worker_with(
            "setTimeout(() => { answer(event); }, 1000);
             setTimeout(() => { answer(event); }, 1600);",
        )?,
    );
    open(&page).await?;
    page.set_text("#source", "戏法").await?;
    page.wait_until("the question to be asked", "true").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    page.set_text("#source", CONSISTENT).await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await?;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert!(page.text_of("#verdict").await?.contains("已核对 3 张表"));
    checked(&page).await
}

async fn a_crashed_worker_is_restarted_and_the_text_stays(page: Page) -> Result<()> {
    page.replace_file("/gouji.js", worker_with("throw new Error('a trick');")?);
    with_text(&page, CONSISTENT).await?;
    let trick = format!("{CONSISTENT}戏法");
    page.set_text("#source", &trick).await?;
    page.wait_for_text("#notice", "核对程序意外停止，已重新启动").await?;
    assert_eq!(page.value_of("#source").await?, trick);
    // The same text is not tried over and over again.
    let workers = page.requests().iter().filter(|asked| asked.path == "/gouji.js").count();
    tokio::time::sleep(Duration::from_millis(800)).await;
    let later = page.requests().iter().filter(|asked| asked.path == "/gouji.js").count();
    assert_eq!(workers, later);
    page.set_text("#source", FAULTY).await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    page.wait_until("the message to go", "document.querySelector('#notice').innerText.trim() === ''").await
}

async fn a_worker_that_does_not_answer_is_replaced(page: Page) -> Result<()> {
    page.replace_file("/gouji.js", worker_with("for (;;) {}")?);
    open(&page).await?;
    page.set_text("#source", "戏法").await?;
    page.wait_for_text("#notice", "这次核对用时过长").await?;
    assert_eq!(page.value_of("#source").await?, "戏法");
    page.set_text("#source", CONSISTENT).await?;
    page.wait_for_text("#verdict", "已核对 3 张表").await
}

async fn without_a_worker_the_page_checks_by_itself(page: Page) -> Result<()> {
    page.replace_file("/gouji.js", in_the_worker("throw new Error('a trick');", "")?);
    with_text(&page, FAULTY).await?;
    page.wait_for_text("#notice", "改在页面内进行").await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await
}

async fn the_foot_shows_how_to_see_that_nothing_is_sent(page: Page) -> Result<()> {
    open(&page).await?;
    let foot = page.text_of(".page-footer").await?;
    for part in ["版本 ", "规则 ", "国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"]
    {
        assert!(foot.contains(part), "{part} is not in {foot}");
    }
    page.click("#proof summary").await?;
    page.wait_for_text("#proof", "断开网络").await?;
    assert!(page.text_of("#proof code").await?.contains("connect-src 'self'"));
    Ok(())
}

async fn nothing_is_sent_while_a_report_is_checked(page: Page) -> Result<()> {
    open(&page).await?;
    loaded(&page).await?;
    page.click("#example-consistent").await?;
    checked(&page).await?;
    let before = page.requests().len();
    page.set_text("#source", FAULTY).await?;
    page.wait_for_text("#verdict", "其中 5 条不成立").await?;
    correct(&page, WRONG_CELL, "6").await?;
    assert_eq!(page.requests().len(), before);
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn axe_finds_nothing_on_the_first_visit(page: Page) -> Result<()> {
    open(&page).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.click("#proof summary").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}

async fn axe_finds_nothing_with_findings_and_a_cell(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.click(&format!("{} .finding-head", card("GJ301"))).await?;
    correct(&page, WRONG_CELL, "6").await?;
    correct(&page, "review.review.total", "x").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.set_size(700, 800).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}

async fn axe_finds_nothing_in_english_and_large(page: Page) -> Result<()> {
    with_example(&page, "#example-faulty").await?;
    page.click("#elder").await?;
    page.click("#language").await?;
    checked(&page).await?;
    pressed_cell(&page, WRONG_CELL).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}

async fn axe_finds_nothing_with_what_could_not_be_read(page: Page) -> Result<()> {
    with_text(&page, &without_numbers_in_the_review()).await?;
    page.wait_for_text("#unread", "未能读取").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.click("#clear").await?;
    page.wait_for_text("#notice", "已清空").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    Ok(())
}
