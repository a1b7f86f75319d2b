//! Documents as Word, WPS and others write them, with an invented office.

use super::from_docx;
use crate::ConvertError;
use crate::damage::damaged;
use crate::office::writing::{archive, deflated};

const MAIN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document with this body, and these parts for styles and numbers.
fn document(body: &str, styles: &str, numbering: &str) -> Vec<u8> {
    let root = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{MAIN}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"s\" Type=\"{MAIN}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"n\" Type=\"{MAIN}/numbering\" Target=\"/word/numbering.xml\"/></Relationships>"
    );
    let body = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    );
    let styles = format!("<w:styles xmlns:w=\"w\">{styles}</w:styles>");
    let numbering = format!("<w:numbering xmlns:w=\"w\">{numbering}</w:numbering>");
    deflated(&[
        ("_rels/.rels", &root),
        ("word/_rels/document.xml.rels", &relations),
        ("word/document.xml", &body),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
    ])
}

fn text(body: &str) -> String {
    from_docx(&document(body, "", "")).expect("it is a document").text
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_are_lines_and_runs_are_joined() {
    let body = "<w:p><w:r><w:t>青山市</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>2</w:t></w:r>\
                <w:r><w:t xml:space=\"preserve\">023 年 &amp; &#x5176;他</w:t></w:r></w:p><w:p/>\
                <w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r></w:p>";
    assert_eq!(text(body), "青山市2023 年 & 其他\n上\n下 右\n");
}

#[test]
fn merged_cells_are_empty_fields() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
    };
    let body = [
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>",
        &cell("<w:gridSpan w:val=\"2\"/>", "一、本年新收"),
        &cell("", "90"),
        "</w:tr><w:tr>",
        &cell("<w:vMerge w:val=\"restart\"/>", "（三）不予公开"),
        &cell("", "1.属于国家秘密"),
        &cell("", "1"),
        "</w:tr><w:tr>",
        &cell("<w:vMerge/>", "what a covered cell holds is not shown"),
        "<w:tc><w:p><w:r><w:t>2.其他法律</w:t></w:r></w:p><w:p><w:r><w:t>禁止公开</w:t></w:r></w:p></w:tc>",
        &cell("", ""),
        "</w:tr></w:tbl>",
    ]
    .concat();
    assert_eq!(
        text(&body),
        "一、本年新收\t\t90\n（三）不予公开\t1.属于国家秘密\t1\n\t2.其他法律禁止公开\t\n"
    );
}

#[test]
fn columns_before_the_first_cell_are_empty_fields() {
    let row = |before: usize, texts: &[&str]| {
        let cells =
            texts.iter().fold(String::new(), |cells, text| cells + "<w:tc>" + &paragraph(text) + "</w:tc>");
        format!("<w:tr><w:trPr><w:gridBefore w:val=\"{before}\"/></w:trPr>{cells}</w:tr>")
    };
    let body = format!("<w:tbl>{}{}</w:tbl>", row(0, &["规章", "1", "2"]), row(1, &["3", "4"]));
    assert_eq!(text(&body), "规章\t1\t2\n\t3\t4\n");
}

#[test]
fn two_paragraphs_with_numbers_in_a_cell_stay_two_numbers() {
    let body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>\
                <w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(text(body), "规章\t1 2\n");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>新收</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>90</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>\
                <w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc></w:tr>\
                <w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(text(body), "新收90件\n甲乙\n\n规章\t7\n");
}

#[test]
fn what_is_not_shown_is_left_out() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>可见</w:t></w:r>\
                <w:r><w:rPr><w:strike/></w:rPr><w:t>划去</w:t></w:r></w:p>\
                <w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText><w:t>码</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>网站</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
                <w:r><w:footnoteReference w:id=\"1\"/><w:t>后</w:t></w:r></w:p>";
    assert_eq!(text(body), "可见\n网站后\n");
}

#[test]
fn a_field_that_never_ends_hides_no_more_than_its_paragraph() {
    let body = ["<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", &paragraph("规章")].concat();
    assert_eq!(text(&body), "规章\n");
}

#[test]
fn a_text_box_is_read_once_and_before_its_paragraph() {
    let body = "<w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice Requires=\"wps\"><w:drawing><a:t xmlns:a=\"a\">图</a:t>\
                <wps:txbx xmlns:wps=\"p\"><w:txbxContent><w:p><w:r><w:t>青山市政府信息公开年报</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
                </w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>青山市政府信息公开年报</w:t></w:r></w:p>\
                </w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>";
    assert_eq!(text(body), "青山市政府信息公开年报\n正文\n");
}

#[test]
fn raised_digits_are_no_digits_of_the_number() {
    let body = "<w:p><w:r><w:t>22</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r></w:p>";
    assert_eq!(text(body), "22 1\n");
}

#[test]
fn symbols_are_not_nothing() {
    let body = "<w:p><w:r><w:t>勾</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"SimSun\" w:char=\"2014\"/></w:r></w:p>";
    assert_eq!(text(body), "勾□—\n");
}

#[test]
fn headings_have_the_numbers_that_word_gives_them() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>\
        <w:lvl w:ilvl=\"2\"><w:pStyle w:val=\"third\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl></w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"·\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"first\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"heading\"><w:basedOn w:val=\"first\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"third\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let of_style = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let of_list = |list: usize, level: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        of_style("heading", "总体情况"),
        of_list(1, 1, "主动公开"),
        of_list(1, 1, "依申请公开"),
        of_style("third", "5件"),
        of_style("heading", "主动公开政府信息情况"),
        of_list(1, 1, "规章"),
        of_list(2, 0, "一点"),
        of_list(0, 0, "没有编号"),
        of_list(3, 0, "重新开始"),
    ]
    .concat();
    let converted = from_docx(&document(&body, styles, numbering)).expect("it is a document");
    assert_eq!(
        converted.text,
        "一、总体情况\n（一）主动公开\n（二）依申请公开\n1. 5件\n二、主动公开政府信息情况\n（一）规章\n一点\n没有编号\n一、重新开始\n"
    );
}

#[test]
fn the_strict_edition_and_other_prefixes_are_read_alike() {
    let root = "<Relationships xmlns=\"http://purl.oclc.org/ooxml\"><Relationship Id=\"r\" \
                Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document.xml\"/></Relationships>";
    let body = "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>规章</t></r></p></body></document>";
    let bytes = archive(&[("_rels/.rels", root), ("word/document.xml", body)]);
    assert_eq!(from_docx(&bytes).expect("it is a document").text, "规章\n");
}

#[test]
fn damaged_and_empty_documents_are_told_apart() {
    assert_eq!(from_docx(&document("", "", "")), Err(ConvertError::Empty));
    let whole = document(&paragraph("规章"), "", "");
    assert_eq!(from_docx(&whole[..whole.len() - 30]), Err(ConvertError::Damaged));
    let broken = document("<w:p><w:r><w:t>规章</w:r></w:p>", "", "");
    assert_eq!(from_docx(&broken), Err(ConvertError::Damaged));
    assert_eq!(from_docx(&archive(&[("a", "b")])), Err(ConvertError::Damaged));
}

#[test]
fn deep_nesting_ends_with_a_text() {
    let body =
        ["<w:tbl><w:tr><w:tc>".repeat(20_000), paragraph("规章"), "</w:tc></w:tr></w:tbl>".repeat(20_000)]
            .concat();
    assert_eq!(text(&body), "规章\n");
}

#[test]
fn damaged_documents_break_nothing() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>规章&amp;</w:t></w:r></w:p>\
                <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let whole = document(body, "<w:style w:styleId=\"a\"/>", numbering);
    let expected = from_docx(&whole).expect("it is whole").text;
    for copy in damaged(&whole, 3_000) {
        // A checksum stands over every part: a figure that is read is right.
        if let Ok(converted) = from_docx(&copy) {
            assert_eq!(converted.text.lines().last(), expected.lines().last());
        }
    }
    // Damage that came before the archive was made.
    for copy in damaged(body.as_bytes(), 1_000) {
        let copy = String::from_utf8_lossy(&copy).into_owned();
        _ = from_docx(&document(&copy, &copy, &copy));
        _ = from_docx(&document(body, "<w:style w:styleId=\"a\"/>", &copy));
    }
}
