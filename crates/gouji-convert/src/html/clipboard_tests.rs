//! What programs put on the clipboard, imitated, with an invented office.

use super::from_html;
use crate::damage::damaged;
use crate::{ConvertError, Source};

/// What Word says at the beginning of all it copies.
const WORD: &str = "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\r\nxmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\n\
xmlns:w=\"urn:schemas-microsoft-com:office:word\"\r\nxmlns=\"http://www.w3.org/TR/REC-html40\">\r\n\r\n<head>\r\n\
<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n<meta name=ProgId content=Word.Document>\r\n\
<meta name=Generator content=\"Microsoft Word 15\">\r\n<!--[if gte mso 9]><xml>\r\n <o:OfficeDocumentSettings>\r\n  <o:AllowPNG/>\r\n\
 </o:OfficeDocumentSettings>\r\n</xml><![endif]-->\r\n<style>\r\n<!--\r\n /* Style Definitions */\r\n p.MsoNormal, li.MsoNormal\r\n\
\t{mso-style-unhide:no;\r\n\tfont-size:10.5pt;\r\n\tmso-font-kerning:1.0pt;}\r\n-->\r\n</style>\r\n<!--[if gte mso 10]>\r\n<style>\r\n\
 /* Style Definitions */\r\n table.MsoNormalTable\r\n\t{mso-style-name:普通表格;}\r\n</style>\r\n<![endif]-->\r\n</head>\r\n\r\n\
<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->\r\n\r\n";

/// What Excel says at the beginning of all it copies.
const EXCEL: &str = "<html xmlns:v=\"urn:schemas-microsoft-com:vml\"\r\nxmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\n\
xmlns:x=\"urn:schemas-microsoft-com:office:excel\"\r\nxmlns=\"http://www.w3.org/TR/REC-html40\">\r\n\r\n<head>\r\n\
<meta name=ProgId content=Excel.Sheet>\r\n<meta name=Generator content=\"Microsoft Excel 15\">\r\n<style>\r\n<!--table\r\n\
\t{mso-displayed-decimal-separator:\"\\.\";\r\n\tmso-displayed-thousand-separator:\"\\,\";}\r\ntd\r\n\t{mso-style-parent:style0;\r\n\
\tmso-number-format:General;}\r\n.xl65\r\n\t{mso-number-format:\"\\#\\,\\#\\#0\";}\r\nruby\r\n\t{ruby-align:left;}\r\n-->\r\n</style>\r\n\
</head>\r\n\r\n<body link=\"#0563C1\" vlink=\"#954F72\">\r\n\r\n";

#[test]
fn word_is_read_by_its_cells() {
    let cell = |attributes: &str, text: &str| {
        format!(
            "  <td {attributes} valign=top style='width:42.6pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;\r\n  \
             padding:0cm 5.4pt 0cm 5.4pt'>\r\n  <p class=MsoNormal align=center style='text-align:center;mso-line-height-rule:\r\n  exactly'>\
             <span lang=EN-US style='font-size:9.0pt;\r\n  font-family:宋体;mso-bidi-font-family:宋体'>{text}<o:p></o:p></span></p>\r\n  </td>\r\n"
        )
    };
    let html = [
        WORD,
        "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>\
         <span lang=EN-US style='mso-fareast-font-family:黑体'><span style='mso-list:Ignore'>三、<span\r\nstyle='font:7.0pt \"Times New Roman\"'>\
         &nbsp;&nbsp; </span></span></span><![endif]><span\r\nstyle='font-family:黑体'>收到和处理政府信息公开申请情况<span lang=EN-US><o:p></o:p></span></span></p>\r\n\r\n",
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse;mso-yfti-tbllook:1184'>\r\n\
         <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>\r\n",
        &cell("width=123 colspan=2", "一、本年新收政府信息公开申请数量"),
        &cell("width=57", "1<span style='mso-spacerun:yes'>&nbsp; </span>"),
        &cell("width=57", "&nbsp;"),
        " </tr>\r\n <tr style='mso-yfti-irow:1'>\r\n",
        &cell("width=57 rowspan=2", "三、本年度办理结果"),
        &cell("width=57", "（一）<span lang=EN-US><br>\r\n  </span>予以公开"),
        &cell("width=57", "12</span><s><span>9</span></s><span>"),
        &cell("width=57", "<del cite=\"mailto:x\">4</del><ins cite=\"mailto:x\">5</ins>"),
        " </tr>\r\n <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>\r\n",
        &cell("width=57", "（七）总计"),
        &cell("width=57", "12"),
        &cell("width=57", "5"),
        " </tr>\r\n</table>\r\n\r\n<p class=MsoNormal><span style='display:none;mso-hide:all'>隐藏</span>\
         <!--[if supportFields]><span style='mso-element:field-begin'></span> PAGE <span style='mso-element:field-separator'></span><![endif]-->\
         1<!--[if supportFields]><span style='mso-element:field-end'></span><![endif]--><o:p>&nbsp;</o:p></p>\r\n\r\n\
         <!--EndFragment-->\r\n</body>\r\n\r\n</html>\r\n",
    ]
    .concat();
    let converted = from_html(&html).expect("Word's clipboard can be read");
    assert_eq!(converted.source, Source::WordHtml);
    assert_eq!(
        converted.text,
        "三、 收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量\t\t1\t\n\
         三、本年度办理结果\t（一）予以公开\t12\t5\n\t（七）总计\t12\t5\n\n1\n"
    );
}

#[test]
fn wps_is_read_although_it_calls_itself_word() {
    let cell = |text: &str| {
        format!(
            "<td width=57 valign=center style=\"width:43.0000pt;padding:0.0000pt 5.4000pt 0.0000pt 5.4000pt ;border-left:1.0000pt solid windowtext;\
             mso-border-left-alt:0.5000pt solid windowtext;\"><p class=MsoNormal align=center style=\"text-align:center;\">\
             <span style=\"mso-spacerun:'yes';font-family:仿宋_GB2312;mso-hansi-font-family:宋体;font-size:10.5000pt;\"><font face=\"仿宋_GB2312\">{text}</font></span>\
             <span style=\"mso-spacerun:'yes';font-family:宋体;\"><o:p></o:p></span></p></td>"
        )
    };
    let html = [
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\" \
         xmlns=\"http://www.w3.org/TR/REC-html40\"><head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><meta name=ProgId content=Word.Document>\
         <meta name=Generator content=\"Microsoft Word 14\"><meta name=Originator content=\"Microsoft Word 14\"><title></title><!--[if gte mso 9]><xml>\
         <o:DocumentProperties><o:Author>x</o:Author></o:DocumentProperties><o:CustomDocumentProperties><o:KSOProductBuildVer dt:dt=\"string\">2052-12.1.0.1</o:KSOProductBuildVer>\
         </o:CustomDocumentProperties></xml><![endif]--><style>p.MsoNormal{mso-style-name:正文;text-align:justify;}</style></head>\
         <body style=\"tab-interval:21pt;text-justify-trim:punctuation;\" ><!--StartFragment--><div class=\"Section0\" style=\"layout-grid:15.6000pt;\" >\
         <p class=MsoNormal style=\"text-indent:32.0000pt;\"><span style=\"mso-spacerun:'yes';font-family:黑体;\"><font face=\"黑体\">二、主动公开政府信息情况</font></span></p>\
         <table class=MsoTableGrid border=1 cellspacing=0 style=\"border-collapse:collapse;\"><tr>",
        &cell("规章"),
        &cell("0</font></span><span style=\"mso-spacerun:'yes';\"><font face=\"宋体\">"),
        &cell("　"),
        "</tr><tr>",
        &cell("行政规范性</font></span></p><p class=MsoNormal><span style=\"mso-spacerun:'yes';\"><font face=\"宋体\">文件"),
        &cell("2</font></span><span style=\"mso-spacerun:'yes';\"><font face=\"宋体\">1"),
        &cell("7"),
        "</tr></table></div><!--EndFragment--></body></html>",
    ]
    .concat();
    let converted = from_html(&html).expect("the clipboard of WPS can be read");
    assert_eq!(converted.source, Source::WpsHtml);
    assert_eq!(converted.text, "二、主动公开政府信息情况\n\n规章\t0\t\n行政规范性文件\t21\t7\n");
}

#[test]
fn excel_is_read_by_its_cells() {
    let html = [
        EXCEL,
        "<table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:\r\n collapse;width:216pt'>\r\n<!--StartFragment-->\r\n\
         <col width=72 span=4 style='width:54pt'>\r\n <tr height=19 style='height:14.25pt'>\r\n\
         <td height=19 colspan=4 class=xl70 width=288 style='mso-ignore:colspan;height:14.25pt'>二、主动公开政府信息情况</td>\r\n </tr>\r\n\
         <tr height=38>\r\n  <td height=38 class=xl66>行政规范性<br>\r\n    文件</td>\r\n  <td class=xl65 align=right x:num=\"1234\">1,234</td>\r\n\
         <td class=xl65 align=right x:num>20</td>\r\n  <td class=xl65><span style='mso-spacerun:yes'>&nbsp; </span>95<span style='mso-spacerun:yes'>&nbsp;</span></td>\r\n </tr>\r\n\
         <tr>\r\n  <td class=xl66>行政许可</td>\r\n  <td colspan=3 class=xl67 style='border-left:none'>　</td>\r\n </tr>\r\n\
         <!--EndFragment-->\r\n <![if supportMisalignedColumns]>\r\n <tr height=0 style='display:none'>\r\n  <td width=72 style='width:54pt'></td>\r\n </tr>\r\n\
         <![endif]>\r\n</table>\r\n\r\n</body>\r\n\r\n</html>\r\n",
    ]
    .concat();
    let converted = from_html(&html).expect("Excel's clipboard can be read");
    assert_eq!(converted.source, Source::ExcelHtml);
    assert_eq!(
        converted.text,
        "二、主动公开政府信息情况\t\t\t\n行政规范性文件\t1,234\t20\t95\n行政许可\t\t\t\n"
    );
}

#[test]
fn wps_sheets_are_read_by_their_cells() {
    let html = [
        EXCEL.replace("Microsoft Excel 15", "Microsoft Excel").as_str(),
        "<table width=\"144\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" style='width:108.00pt;border-collapse:collapse;'>\
         <!--StartFragment--><col width=\"72\" span=\"2\" style='width:54.00pt;'/><tr height=\"19\">\
         <td class=\"et2\" height=\"19\" x:str>规章</td><td class=\"et3\" x:num>7</td></tr><!--EndFragment--></table></body></html>",
    ]
    .concat();
    let converted = from_html(&html).expect("the clipboard of WPS can be read");
    assert_eq!((converted.text.as_str(), converted.source), ("规章\t7\n", Source::WpsSheetHtml));
}

#[test]
fn google_and_libreoffice_sheets_are_read_by_their_cells() {
    let google = "<meta charset='utf-8'><google-sheets-html-origin><style type=\"text/css\"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style>\
         <table xmlns=\"http://www.w3.org/1999/xhtml\" cellspacing=\"0\" cellpadding=\"0\" dir=\"ltr\" border=\"1\" data-sheets-root=\"1\"><colgroup><col width=\"100\"/><col width=\"100\"/></colgroup>\
         <tbody><tr style=\"height:21px;\"><td data-sheets-value='{\"1\":2,\"2\":\"规章\"}'>规章</td><td data-sheets-value='{\"1\":3,\"3\":7}'>7</td></tr></tbody></table>";
    let converted = from_html(google).expect("Google's clipboard can be read");
    assert_eq!((converted.text.as_str(), converted.source), ("规章\t7\n", Source::GoogleHtml));
    let calc = "<!DOCTYPE html><html><head><meta name=\"generator\" content=\"LibreOffice 7.4.7.2 (Linux)\"/>\
         <style type=\"text/css\">body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:\"Liberation Sans\"; }</style></head>\
         <body><table cellspacing=\"0\" border=\"0\"><colgroup span=\"2\" width=\"85\"></colgroup><tr><td height=\"17\" align=\"left\">规章</td>\
         <td align=\"right\" sdval=\"7\" sdnum=\"1033;\">7</td></tr></table></body></html>";
    let converted = from_html(calc).expect("Calc's clipboard can be read");
    assert_eq!((converted.text.as_str(), converted.source), ("规章\t7\n", Source::CalcHtml));
}

#[test]
fn damaged_html_breaks_nothing() {
    let html = [
        WORD,
        "<p class=MsoNormal style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体&nbsp;情况<o:p></o:p></p>",
        "<table><thead><tr><th colspan=2 rowspan=2>项</th></tr></thead><tr><td style='display:none'>1</td><td>2<sup>3</sup></td></tr></table>",
        "<ol type=1 start=3><li>甲<li>乙</ol><nav>首页</nav><pre>1\t2</pre><!-- 注 --><!--EndFragment--></body></html>",
    ]
    .concat();
    for copy in damaged(html.as_bytes(), 3_000) {
        let read = from_html(&String::from_utf8_lossy(&copy));
        assert!(matches!(read, Ok(_) | Err(ConvertError::Empty)), "{read:?}");
    }
}
