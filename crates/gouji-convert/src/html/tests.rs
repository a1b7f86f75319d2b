//! What is read of HTML, and what is left out.

use super::from_html;
use crate::{ConvertError, MAX_FILE_BYTES};

fn text(html: &str) -> String {
    match from_html(html) {
        Ok(converted) => converted.text,
        Err(wrong) => panic!("{wrong:?}: {html}"),
    }
}

#[test]
fn blocks_are_lines_and_white_space_is_one_space() {
    assert_eq!(
        text(
            "<h1>青山市\n2023 年报告</h1><p>　　一、&nbsp;总体<b>情况</b></p>\n\n<p></p><div>二<br>三</div>四"
        ),
        "青山市 2023 年报告\n一、 总体情况\n二\n三\n四\n"
    );
}

#[test]
fn a_line_break_of_the_source_is_nothing_between_chinese_characters() {
    assert_eq!(text("<p>行政规\n   范性<span>\n文件</span></p>"), "行政规范性文件\n");
    assert_eq!(
        text("<p>鲤湖区\n2023 年</p><p>结果 维持</p><p>12\n34</p>"),
        "鲤湖区 2023 年\n结果 维持\n12 34\n"
    );
}

#[test]
fn characters_without_width_are_left_out() {
    assert_eq!(text("<p>规\u{200b}章&shy;件\u{feff}&#8203;</p>"), "规章件\n");
}

#[test]
fn tables_are_rows_with_tabs_and_blank_lines_around() {
    let html = "<p>前</p><table><tr><td>规章</td><td> 1 </td></tr><tr><td>许可</td><td>&nbsp;</td></tr></table><p>后</p>";
    assert_eq!(text(html), "前\n\n规章\t1\n许可\t\n\n后\n");
}

#[test]
fn covered_cells_are_empty_fields() {
    let html = "<table><tr><td rowspan=2>（三）</td><td>1.</td><td>5</td></tr><tr><td>2.</td><td>6</td></tr>\
                <tr><td colspan=\"2\">总计</td><td>11</td></tr></table>";
    assert_eq!(text(html), "（三）\t1.\t5\n\t2.\t6\n总计\t\t11\n");
}

#[test]
fn spans_that_cannot_be_are_taken_for_what_they_mean() {
    let html = "<table><tr><td colspan=1000000>标题</td></tr><tr><td colspan=0>规章</td><td rowspan=99>7</td></tr>\
                <tr><td colspan=x>许可</td></tr></table>";
    assert_eq!(text(html), "标题\t\n规章\t7\n许可\t\n");
    let to_the_end =
        "<table><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>";
    assert_eq!(text(to_the_end), "甲\t1\n\t2\n\t3\n");
}

#[test]
fn a_column_cut_in_two_is_one_field() {
    // As LibreOffice writes the table of lawsuits: the upper cells end a hair
    // beside the lower ones.
    let html = "<table><tr><td colspan=2>复议</td><td colspan=3>诉讼</td></tr>\
                <tr><td>维持</td><td colspan=2>总计</td><td>维持</td><td>总计</td></tr>\
                <tr><td>2</td><td colspan=2>5</td><td>0</td><td>2</td></tr></table>";
    assert_eq!(text(html), "复议\t\t诉讼\t\n维持\t总计\t维持\t总计\n2\t5\t0\t2\n");
}

#[test]
fn heads_stand_above_and_feet_below() {
    let html = "<table><tfoot><tr><td>总计</td><td>3</td></tr></tfoot><tbody><tr><td>规章</td><td>3</td></tr></tbody>\
                <thead><tr><th>信息内容</th><th>件数</th></tr></thead><caption>表一</caption></table>";
    assert_eq!(text(html), "表一\n\n信息内容\t件数\n规章\t3\n总计\t3\n");
}

#[test]
fn lines_of_a_cell_are_joined_and_numbers_stay_apart() {
    let html = "<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td><td><p>1</p><p>2</p></td><td>22<br>（其中修订16件）</td></tr></table>";
    assert_eq!(text(html), "商业企业\t科研机构\t1 2\t22（其中修订16件）\n");
}

#[test]
fn a_raised_digit_is_no_digit_of_the_number() {
    assert_eq!(
        text("<table><tr><td>规章</td><td>22<sup>1</sup></td><td>CO<sub>2</sub></td></tr></table>"),
        "规章\t22 1\tCO2\n"
    );
}

#[test]
fn end_tags_may_be_missing() {
    let html = "<TABLE><TR><TD>规章<TD>1<TR><TD>许可<TD>2</TABLE><P>后<P>文";
    assert_eq!(text(html), "规章\t1\n许可\t2\n\n后\n文\n");
    assert_eq!(
        text("<tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr>"),
        "规章\t1\n许可\t2\n"
    );
}

#[test]
fn a_table_around_tables_is_the_layout_of_the_page() {
    let html = "<table><tr><td>首页</td><td><p>一、总体情况</p><p>正文</p><table><tr><td>规章</td><td>1</td></tr></table><p>五、问题</p></td></tr></table>";
    assert_eq!(text(html), "首页\n一、总体情况\n正文\n\n规章\t1\n\n五、问题\n");
}

#[test]
fn a_table_of_one_column_is_no_table() {
    assert_eq!(
        text("<table><tr><td><p>一、总体情况</p><p>正文</p></td></tr><tr><td>二</td></tr></table>"),
        "一、总体情况\n正文\n二\n"
    );
    let inner = "<table><tr><td>规章</td><td><table><tr><td>7</td></tr></table></td></tr></table>";
    assert_eq!(text(inner), "规章\t7\n");
}

#[test]
fn a_cell_that_holds_a_page_makes_no_row() {
    let html = format!("<table><tr><td>目录</td><td>{}</td></tr></table>", "<p>一段正文。</p>".repeat(300));
    assert!(text(&html).starts_with("目录\n一段正文。\n一段正文。\n"));
}

#[test]
fn a_paragraph_across_the_table_is_a_line() {
    let note = "说明文字".repeat(30);
    let html = format!(
        "<table><tr><td>规章</td><td>1</td></tr><tr><td colspan=2><p>{note}</p><p>{note}</p></td></tr></table>"
    );
    assert_eq!(text(&html), format!("规章\t1\n{note}\n{note}\n"));
}

#[test]
fn what_is_not_shown_is_left_out() {
    for html in [
        "<script>if (1 < 2) { '</td>' }</script>可见<style>p{}</style>",
        "<head><title>标题</title></head>可见",
        "<p style='display:none'>隐藏<p>可见",
        "<div STYLE=\"color:red; Display : NONE !important\">隐<div>藏</div>了</div>可见",
        "<span style='mso-hide:all'>隐藏</span>可见",
        "<span style='visibility:hidden'>隐藏</span>可见",
        "<div hidden><table><tr><td>1</td><td>2</td></tr></table></div>可见",
        "可<del>删</del><s>划</s><span style='text-decoration: line-through red'>掉</span><ins>见</ins>",
        "<select><option>2023</option></select>可见<button>打印</button><svg><text>图</text></svg>",
        "<xml><w:View>Normal</w:View></xml>可见<o:p></o:p>",
        "<!--[if gte mso 9]><p>旧</p><![endif]--><![if !mso]>可见<![endif]><!-- 注 -->",
        "可见<span class=MsoCommentReference>[甲1]</span><div style='mso-element:comment-list'>批注</div>",
        "<span style='mso-element:field-begin'></span> PAGE <span style='mso-element:field-separator'></span>可见<span style='mso-element:field-end'></span>",
        "<img alt='图'><input value='1'>可见<textarea>写</textarea><noscript>请启用</noscript>",
        "Version:0.9\r\nStartHTML:00000097<html><body>前<!--StartFragment-->可见<!--EndFragment-->后</body></html>",
    ] {
        assert_eq!(text(html), "可见\n", "{html}");
    }
}

#[test]
fn hidden_cells_rows_and_columns_are_left_out() {
    let html = "<table><tr><td>规章</td><td style='display:none'>9</td><td>1</td></tr>\
                <tr style='display:none'><td>旧</td><td>8</td></tr>\
                <tr><td>许可<td style='visibility:hidden'>9<tr><td>处罚<td>3</table>";
    assert_eq!(text(html), "规章\t1\n许可\t\n处罚\t3\n");
    let columns =
        "<table><col><col style='display:none'><col><tr><td>规章</td><td>9</td><td>1</td></tr></table>";
    assert_eq!(text(columns), "规章\t1\n");
}

#[test]
fn menus_and_feet_of_pages_are_left_out_and_titles_are_not() {
    let html = "<header><ul><li>登录</li></ul></header><nav><a>首页</a></nav><div class='crumb'><div>首页</div> &gt; 年报</div>\
                <article><header><h1>青山市年报</h1></header><p>一、总体情况</p></article><footer>备案号</footer>";
    assert_eq!(text(html), "青山市年报\n一、总体情况\n");
    let titled = "<header><div>网站</div><h1>青山市年报</h1></header><div id=footer><table><tr><td>规章</td><td>1</td></tr></table></div>";
    assert_eq!(text(titled), "网站\n青山市年报\n\n规章\t1\n");
}

#[test]
fn lists_have_their_numbers_where_they_are_known() {
    assert_eq!(text("<ol type=1 start=2><li>甲</li><li>乙</li></ol>"), "2.甲\n3.乙\n");
    assert_eq!(
        text(
            "<ol style='list-style-type: cjk-ideographic'><li>总体情况<ol><li>细</li></ol><li>主动公开</ol>"
        ),
        "一、总体情况\n细\n二、主动公开\n"
    );
    assert_eq!(text("<ol><li>甲</li></ol><ul><li>乙</li></ul>"), "甲\n乙\n");
}

#[test]
fn preformatted_text_keeps_its_lines_and_tabs() {
    assert_eq!(text("<pre>规章\t1\n\n许可   2&lt;</pre>后"), "规章\t1\n\n许可   2<\n后\n");
}

#[test]
fn nothing_is_said_to_be_nothing() {
    for html in ["", "<p>&nbsp;</p>", "<table><tr><td></td><td></td></tr></table>", "<!--", "<script>"] {
        assert_eq!(from_html(html), Err(ConvertError::Empty), "{html}");
    }
}

/// Texts that would take minutes if reading took more than their length allows.
fn hostile() -> Vec<String> {
    let repeated = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let few = 400_000;
    vec![
        repeated("<", few),
        repeated("</", few),
        repeated("<!--", few),
        repeated("<!", few),
        repeated("<a \"", few),
        repeated("<a b='", few),
        repeated("<a b", few),
        repeated("&", few),
        repeated("&amp", few),
        repeated("<table>", few),
        repeated("<table><tr><td>", few),
        repeated("<table><tr><td>1<td>", few),
        repeated("<td colspan=1000000 rowspan=1000000>", few),
        repeated("<table><tr><td colspan=255 rowspan=9>1<td>2</table>", few),
        ["<table>", &repeated("<tr><td>1<td>2", few)].concat(),
        ["<table><tr>", &repeated("<td>1", few / 2), &repeated("<tr><td>1", few / 2)].concat(),
        ["<table><tr>", &repeated("<td>", 250), &repeated("<tr><td rowspan=9999>1", few)].concat(),
        repeated("<div style='display:none'>", few),
        repeated("<p hidden>", few),
        repeated("<li hidden><ul>", few),
        repeated("<nav>x", few),
        repeated("<div class=nav>x</div>", few),
        repeated("<ol type=1><li>", few),
        repeated("<title>x</titl", few),
        repeated("<script>x</scrip", few),
        repeated("<span style='mso-element:field-begin'>x", few),
        repeated("<pre>\t", few),
        repeated("<b><p></b></p>", few),
        ["<a ", &repeated("b=c ", few), ">x"].concat(),
        ["<p style='", &repeated("a:b;", few), "'>x"].concat(),
    ]
}

#[test]
fn hostile_html_ends_with_a_text_or_an_error() {
    for html in hostile() {
        let result = from_html(&html);
        let start: String = html.chars().take(40).collect();
        assert!(
            matches!(result, Ok(_) | Err(ConvertError::Empty | ConvertError::TooMuchInside)),
            "{start}: {:?}",
            result.err()
        );
    }
    assert_eq!(from_html(&"x".repeat(MAX_FILE_BYTES + 1)), Err(ConvertError::TooLarge));
}

#[test]
fn ten_thousand_nested_tables_give_their_text() {
    let html =
        ["<table><tr><td>".repeat(10_000), "规章</td><td>1".to_owned(), "</td></tr></table>".repeat(10_000)]
            .concat();
    assert_eq!(text(&html), "规章\t1\n");
}
