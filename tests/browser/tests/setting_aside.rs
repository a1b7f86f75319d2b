//! Findings that a person finds to be no problem, and findings with one cause.

use anyhow::Result;
use gouji_browser_tests::thirtyfour::Key;
use gouji_browser_tests::{BrowserTest, Page, in_each_browser};

use crate::page::{CONSISTENT, FAULTY, card, checked, with_text};

/// The tests of this file.
pub(crate) const TESTS: &[BrowserTest] = in_each_browser![
    a_finding_is_set_aside_with_a_reason,
    a_usual_reason_takes_one_press,
    what_is_set_aside_stays_so_when_the_text_changes_elsewhere,
    what_is_set_aside_is_restored_alone_and_together,
    a_key_takes_it_back_step_by_step,
    a_key_in_a_field_is_the_field_s_own,
    escape_sets_nothing_aside,
    what_is_set_aside_survives_a_reload_and_not_another_report,
    a_sum_that_is_set_aside_is_not_said_to_hold,
    what_is_set_aside_is_printed,
    findings_of_one_cause_are_folded_under_it,
    axe_finds_nothing_while_findings_are_set_aside,
];

/// The heading that is not the form's, in the faulty example.
const RENAMED: &str = "GJ203";

async fn ask(page: &Page, code: &str) -> Result<()> {
    page.click(&format!("{} .no-problem", card(code))).await?;
    page.wait_until("the field for the reason", "document.activeElement.id === 'aside-reason'").await
}

pub(crate) async fn set_aside(page: &Page, code: &str, reason: &str) -> Result<()> {
    ask(page, code).await?;
    page.type_into("#aside-reason", reason).await?;
    page.press(Key::Enter).await?;
    page.wait_for_text("#set-aside", reason).await?;
    checked(page).await
}

async fn a_finding_is_set_aside_with_a_reason(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    let before = page.count("#findings [data-finding]").await?;
    set_aside(&page, RENAMED, "按上级通知命名").await?;
    assert_eq!(page.count(&card(RENAMED)).await?, 0);
    assert_eq!(page.count("#findings [data-finding]").await?, before - 1);
    let aside = page.text_of("#set-aside").await?;
    for part in ["已搁置 1 条", "提示", "部分名称与模板不同", "理由：按上级通知命名"]
    {
        assert!(aside.contains(part), "{part} is not in {aside}");
    }
    assert!(page.text_of("#verdict").await?.ends_with("；已搁置 1 条。"));
    let focus: String = page.script("return document.activeElement.tagName", &[]).await?;
    assert_ne!(focus, "BODY", "whoever goes by the keyboard goes on from there");
    assert_eq!(page.value_of("#source").await?, FAULTY, "the source is untouched");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_usual_reason_takes_one_press(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    ask(&page, RENAMED).await?;
    page.click("#aside-form [data-reason]").await?;
    page.wait_for_text("#set-aside", "理由：已核对，原文无误").await?;
    ask(&page, "GJ221").await?;
    page.click("#set-aside-now").await?;
    page.wait_for_text("#set-aside", "未填理由").await?;
    page.wait_for_text("#set-aside", "已搁置 2 条").await
}

async fn what_is_set_aside_stays_so_when_the_text_changes_elsewhere(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    set_aside(&page, RENAMED, "按上级通知命名").await?;
    page.set_text("#source", &format!("\n\n{FAULTY}特此报告。\n")).await?;
    checked(&page).await?;
    page.wait_for_text("#set-aside", "理由：按上级通知命名").await?;
    // The heading itself is another one: then it is another finding.
    page.set_text("#source", &FAULTY.replace("五、存在的问题及下一步打算", "五、存在问题和今后打算")).await?;
    checked(&page).await?;
    page.find(&card(RENAMED)).await?;
    assert_eq!(page.count("#set-aside").await?, 0);
    Ok(())
}

async fn what_is_set_aside_is_restored_alone_and_together(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    for code in [RENAMED, "GJ221", "GJ304"] {
        set_aside(&page, code, code).await?;
    }
    page.click("#set-aside li:first-of-type button.quiet").await?;
    page.wait_for_text("#set-aside", "已搁置 2 条").await?;
    page.click("#count-all-again").await?;
    page.wait_until("all to count again", "!document.querySelector('#set-aside')").await?;
    checked(&page).await?;
    for code in [RENAMED, "GJ221", "GJ304"] {
        page.find(&card(code)).await?;
    }
    Ok(())
}

async fn a_key_takes_it_back_step_by_step(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    set_aside(&page, RENAMED, "甲").await?;
    set_aside(&page, "GJ221", "乙").await?;
    page.script::<()>("document.querySelector('#results').focus()", &[]).await?;
    page.press(Key::Control + "z").await?;
    page.wait_for_text("#set-aside", "已搁置 1 条").await?;
    page.find(&card("GJ221")).await?;
    page.press(Key::Control + "z").await?;
    page.find(&card(RENAMED)).await?;
    assert_eq!(page.count("#set-aside").await?, 0);
    Ok(())
}

async fn a_key_in_a_field_is_the_field_s_own(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    set_aside(&page, RENAMED, "甲").await?;
    page.type_into("#source", "x").await?;
    page.press(Key::Control + "z").await?;
    checked(&page).await?;
    assert!(!page.value_of("#source").await?.contains('x'));
    page.wait_for_text("#set-aside", "已搁置 1 条").await
}

async fn escape_sets_nothing_aside(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    ask(&page, RENAMED).await?;
    page.type_into("#aside-reason", "甲").await?;
    page.press(Key::Escape).await?;
    page.wait_until("the button to have the focus", "document.activeElement.matches('.no-problem')").await?;
    page.find(&card(RENAMED)).await?;
    assert_eq!(page.count("#set-aside, #aside-form").await?, 0);
    Ok(())
}

async fn what_is_set_aside_survives_a_reload_and_not_another_report(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    set_aside(&page, RENAMED, "按上级通知命名").await?;
    page.wait_until(
        "the text to be kept",
        "(sessionStorage.getItem('gouji.text.1') || '').includes('按上级通知命名')",
    )
    .await?;
    page.reload().await?;
    page.wait_for_text("#set-aside", "理由：按上级通知命名").await?;
    page.click("#example-faulty").await?;
    checked(&page).await?;
    page.find(&card(RENAMED)).await?;
    assert_eq!(page.count("#set-aside").await?, 0, "another text is looked at afresh");
    page.click("#undo").await?;
    page.wait_for_text("#set-aside", "理由：按上级通知命名").await
}

async fn a_sum_that_is_set_aside_is_not_said_to_hold(page: Page) -> Result<()> {
    let text = CONSISTENT.replace("\t223", "\t224");
    assert_ne!(text, CONSISTENT);
    with_text(&page, &text).await?;
    while page.count("#findings .error .no-problem").await? > 0 {
        let left = page.count("#findings .error .no-problem").await?;
        page.click("#findings .error .no-problem").await?;
        page.click("#set-aside-now").await?;
        page.wait_for("the finding to go", async || {
            Ok(page.count("#findings .error .no-problem").await? < left)
        })
        .await?;
        checked(&page).await?;
    }
    let verdict = page.text_of("#verdict").await?;
    assert!(verdict.contains("条不成立") && !verdict.contains("未发现不一致"), "{verdict}");
    assert!(verdict.contains("已搁置"), "{verdict}");
    assert_eq!(page.count(".verdict.consistent").await?, 0, "no tick for sums that fail");
    Ok(())
}

async fn what_is_set_aside_is_printed(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    set_aside(&page, RENAMED, "按上级通知命名").await?;
    page.script::<()>("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    assert_eq!(page.count("#results details:not([open])").await?, 0, "nothing is printed folded");
    let hidden: Vec<String> = page
        .script(
            "const hidden = [];
             for (const sheet of document.styleSheets)
               for (const rule of sheet.cssRules)
                 if (rule.media && rule.media.mediaText === 'print')
                   for (const inner of rule.cssRules)
                     if (inner.style.display === 'none') hidden.push(inner.selectorText);
             return hidden",
            &[],
        )
        .await?;
    assert!(!hidden.is_empty());
    assert!(hidden.iter().all(|selector| !selector.contains(".set-aside")), "{hidden:?}");
    Ok(())
}

async fn findings_of_one_cause_are_folded_under_it(page: Page) -> Result<()> {
    // By the year in the title, the tables are those of another form.
    let text = CONSISTENT.replacen("2024年", "2020年", 1);
    with_text(&page, &text).await?;
    page.find("#findings > [data-code='GJ401'] + .same-cause").await?;
    let folded = page.count(".same-cause [data-finding]").await?;
    assert!(folded > 0);
    assert_eq!(page.text_of(".same-cause summary").await?, format!("由同一原因引起的另 {folded} 条"));
    assert_eq!(page.count(".same-cause details[open]").await?, 0);
    // The keys walk into what is folded, and it opens.
    page.press(Key::F8).await?;
    for _ in 0..page.count("[data-finding]").await? {
        if page.count(".same-cause .selected").await? > 0 {
            break;
        }
        page.press(Key::F8).await?;
    }
    page.find(".same-cause details[open] .selected").await?;
    // Where the cause is set aside, the others stand by themselves.
    page.click("#findings > [data-code='GJ401'] .no-problem").await?;
    page.click("#set-aside-now").await?;
    page.wait_for_text("#set-aside", "已搁置 1 条").await?;
    checked(&page).await?;
    assert_eq!(
        page.count("#findings > [data-finding]").await? + page.count(".same-cause [data-finding]").await?,
        folded
    );
    Ok(())
}

async fn axe_finds_nothing_while_findings_are_set_aside(page: Page) -> Result<()> {
    with_text(&page, FAULTY).await?;
    set_aside(&page, RENAMED, "甲").await?;
    ask(&page, "GJ221").await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    page.set_size(500, 800).await?;
    assert_eq!(page.run_axe().await?, Vec::<String>::new());
    let wide: bool = page
        .script("return document.documentElement.scrollWidth > document.documentElement.clientWidth", &[])
        .await?;
    assert!(!wide, "nothing lies beside the window");
    Ok(())
}
