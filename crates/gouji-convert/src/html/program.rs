//! Which program wrote a piece of HTML.

use crate::Source;

/// Programs name themselves at the beginning; so much of it is looked at, in
/// bytes.
const LOOKED_AT: usize = 60_000;

/// Marks, each with the program that leaves it. Those of WPS come first,
/// because it also leaves all of Word's and Excel's.
const MARKS: &[(&str, Source)] = &[
    ("google-sheets-html-origin", Source::GoogleHtml),
    ("docs-internal-guid", Source::GoogleHtml),
    ("docs.qq.com", Source::TencentHtml),
    ("tencent-doc", Source::TencentHtml),
];

/// Marks of WPS, whose text editor and sheets share them.
const MARKS_OF_WPS: [&str; 4] = ["KSOProductBuildVer", "ksoWord", "WPS Office", "mso-spacerun:'yes'"];

/// Marks of a sheet in the formats of Office.
const MARKS_OF_SHEETS: [&str; 3] = ["Excel.Sheet", "office:excel", "Microsoft Excel"];

/// Marks of a document in the formats of Office.
const MARKS_OF_DOCUMENTS: [&str; 4] = ["Word.Document", "office:word", "Microsoft Word", "MsoNormal"];

/// Tells the program from the marks it leaves.
pub(super) fn program(html: &str) -> Source {
    let start = html.char_indices().map(|(at, _)| at).find(|at| *at >= LOOKED_AT);
    let html = &html[..start.unwrap_or(html.len())];
    let has = |mark: &str| html.contains(mark);
    let any = |marks: &[&str]| marks.iter().any(|mark| has(mark));
    if let Some((_, source)) = MARKS.iter().find(|(mark, _)| has(mark)) {
        return *source;
    }
    if has("LibreOffice") || has("OpenOffice") {
        // Writer gives every paragraph its face; Calc gives it to all tables.
        let is_sheet = has("sdnum=") || has("sdval=") || has("tbody,tfoot,tr,th,td,p");
        return if is_sheet { Source::CalcHtml } else { Source::WriterHtml };
    }
    let is_sheet = any(&MARKS_OF_SHEETS);
    if any(&MARKS_OF_WPS) || (is_sheet && (has("class=et") || has("class=\"et"))) {
        return if is_sheet { Source::WpsSheetHtml } else { Source::WpsHtml };
    }
    match (is_sheet, any(&MARKS_OF_DOCUMENTS)) {
        (true, _) => Source::ExcelHtml,
        (_, true) => Source::WordHtml,
        _ => Source::WebPage,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_known_by_their_marks() {
        let word =
            "<meta name=ProgId content=Word.Document><meta name=Generator content=\"Microsoft Word 14\">";
        let wps =
            [word, "<o:KSOProductBuildVer dt:dt=\"string\">2052-12.1.0</o:KSOProductBuildVer>"].concat();
        let excel = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";
        let sheet = [excel, "<td class=\"et3\" x:num>5</td>"].concat();
        let calc =
            "<meta name=\"generator\" content=\"LibreOffice 7.4\"/><td sdval=\"5\" sdnum=\"1033;\">5</td>";
        for (html, source) in [
            (word, Source::WordHtml),
            (&wps, Source::WpsHtml),
            (excel, Source::ExcelHtml),
            (&sheet, Source::WpsSheetHtml),
            (calc, Source::CalcHtml),
            ("<meta name=\"generator\" content=\"LibreOffice 7.4\"/><p>", Source::WriterHtml),
            ("<b id=\"docs-internal-guid-1\">", Source::GoogleHtml),
            ("<p>", Source::WebPage),
        ] {
            assert_eq!(program(html), source, "{html}");
        }
    }
}
