//! Workbooks as Excel, WPS and others write them, with an invented office.

use super::from_xlsx;
use crate::ConvertError;
use crate::damage::damaged;
use crate::office::writing::deflated;

const MAIN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with these sheets: their states and contents.
fn workbook(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let root = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{MAIN}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let list = |one: fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(at, (state, _))| one(at, state)).collect()
    };
    let names = list(|at, state| {
        format!("<sheet name=\"表{at}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"r{at}\"/>")
    });
    let relations = list(|at, _| {
        format!("<Relationship Id=\"r{at}\" Type=\"{MAIN}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")
    });
    let book = format!("<workbook xmlns:r=\"{MAIN}\"><sheets>{names}</sheets></workbook>");
    let relations = format!(
        "<Relationships>{relations}<Relationship Id=\"s\" Type=\"{MAIN}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let strings = format!("<sst>{strings}</sst>");
    let files: Vec<(String, String)> = sheets
        .iter()
        .enumerate()
        .map(|(at, (_, content))| {
            (format!("xl/worksheets/sheet{at}.xml"), format!("<worksheet>{content}</worksheet>"))
        })
        .collect();
    let mut parts = vec![
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", &strings),
    ];
    parts.extend(files.iter().map(|(name, content)| (name.as_str(), content.as_str())));
    deflated(&parts)
}

fn text(sheet: &str) -> String {
    from_xlsx(&workbook(&[("visible", sheet)], "")).expect("it is a workbook").text
}

fn inline(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn cells_of_every_kind_are_read() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\"><v>112.55034000000001</v></c>\
                 <c r=\"C1\" t=\"str\"><f>A2&amp;\"件\"</f><v>5件</v></c><c r=\"D1\"><f>1+1</f><v>2</v></c>\
                 <c r=\"E1\" t=\"inlineStr\"><is><r><t>商业\n</t></r><r><t>企业</t></r><rPh><t>x</t></rPh></is></c>\
                 <c r=\"F1\" t=\"e\"><v>#REF!</v></c></row></sheetData>";
    let bytes = workbook(&[("visible", sheet)], "<si><t>规章</t></si><si><t>行政许可</t></si>");
    assert_eq!(
        from_xlsx(&bytes).expect("it is a workbook").text,
        "行政许可\t112.55034\t5件\t2\t商业企业\t#REF!\n"
    );
}

#[test]
fn merged_cells_are_empty_fields() {
    let sheet = [
        "<sheetData><row r=\"1\">",
        &inline("A1", "（三）不予公开"),
        &inline("B1", "1.属于国家秘密"),
        "<c r=\"C1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"/>",
        &inline("B2", "2.其他"),
        "<c r=\"C2\"><v>0</v></c></row><row r=\"3\">",
        &inline("A3", "（七）总计"),
        "<c r=\"C3\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"A3:B3\"/></mergeCells>",
    ]
    .concat();
    assert_eq!(text(&sheet), "（三）不予公开\t1.属于国家秘密\t1\n\t2.其他\t0\n（七）总计\t\t1\n");
}

#[test]
fn columns_merged_all_the_way_down_are_one() {
    let row = |row: usize, label: &str, value: usize| {
        format!(
            "<row r=\"{row}\">{}<c r=\"C{row}\"><v>{value}</v></c><c r=\"E{row}\"><v>{value}</v></c></row>",
            inline(&format!("A{row}"), label)
        )
    };
    let sheet = [
        "<sheetData>",
        &row(1, "规章", 1),
        &row(2, "许可", 2),
        "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"A2:B2\"/><mergeCell ref=\"C2:D2\"/></mergeCells>",
    ]
    .concat();
    assert_eq!(text(&sheet), "规章\t1\t1\n许可\t2\t2\n");
}

#[test]
fn what_is_hidden_is_left_out() {
    let sheet = [
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">",
        &inline("A1", "规章"),
        "<c r=\"B1\"><v>99</v></c><c r=\"C1\"><v>7</v></c></row><row r=\"2\" hidden=\"1\">",
        &inline("A2", "旧"),
        "</row></sheetData>",
    ]
    .concat();
    let bytes = workbook(&[("hidden", &sheet), ("visible", &sheet), ("veryHidden", &sheet)], "");
    assert_eq!(from_xlsx(&bytes).expect("it is a workbook").text, "规章\t7\n");
}

#[test]
fn blank_cells_within_a_row_stay() {
    let sheet =
        ["<sheetData><row r=\"1\">", &inline("A1", "规章"), "<c r=\"D1\"><v>7</v></c></row></sheetData>"]
            .concat();
    assert_eq!(text(&sheet), "规章\t\t\t7\n");
}

#[test]
fn tables_between_blank_rows_have_widths_of_their_own() {
    let row = |row: usize, cells: &str| {
        format!("<row r=\"{row}\">{}{cells}</row>", inline(&format!("A{row}"), "规章"))
    };
    let sheet = [
        "<sheetData>".to_owned(),
        row(1, "<c r=\"B1\"><v>1</v></c>"),
        "<row r=\"2\"><c r=\"A2\"/></row>".to_owned(),
        row(3, "<c r=\"C3\"><v>2</v></c>"),
        row(5, ""),
        row(6, "<c r=\"B6\"><v>3</v></c>"),
        "</sheetData>".to_owned(),
    ]
    .concat();
    assert_eq!(text(&sheet), "规章\t1\n\n规章\t\t2\n\n规章\t\n规章\t3\n");
}

#[test]
fn the_sheets_of_a_report_follow_one_another() {
    let heading =
        |text: &str| ["<sheetData><row r=\"1\">", &inline("A1", text), "</row></sheetData>"].concat();
    let bytes = workbook(&[("visible", &heading("一、总体情况")), ("visible", &heading("二、主动公开"))], "");
    assert_eq!(from_xlsx(&bytes).expect("it is a workbook").text, "一、总体情况\n二、主动公开\n");
}

#[test]
fn damaged_and_empty_workbooks_are_told_apart() {
    assert_eq!(from_xlsx(&workbook(&[("visible", "<sheetData/>")], "")), Err(ConvertError::Empty));
    assert_eq!(from_xlsx(&workbook(&[("visible", "<sheetData>")], "")), Err(ConvertError::Damaged));
}

#[test]
fn a_sheet_of_a_million_places_ends_quickly() {
    let sheet = "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>2</v></c></row></sheetData>\
                 <mergeCells><mergeCell ref=\"A2:XFD1048575\"/></mergeCells>";
    assert_eq!(text(sheet).split_ascii_whitespace().collect::<Vec<_>>(), ["1", "2"]);
}

#[test]
fn more_cells_than_any_report_has_are_refused() {
    let row = |row: usize| {
        format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"XFD{row}\"><v>1</v></c></row>")
    };
    let sheet = ["<sheetData>".to_owned(), (1..100).map(row).collect(), "</sheetData>".to_owned()].concat();
    assert_eq!(from_xlsx(&workbook(&[("visible", &sheet)], "")), Err(ConvertError::TooMuchInside));
}

#[test]
fn damaged_workbooks_break_nothing() {
    let sheet = [
        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\">",
        &inline("A1", "规章"),
        "<c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"D1\"><v>1.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"B1:D2\"/></mergeCells>",
    ]
    .concat();
    let whole = workbook(&[("visible", &sheet)], "<si><t>x_x000D_</t></si>");
    for copy in damaged(&whole, 3_000) {
        _ = from_xlsx(&copy);
    }
    for copy in damaged(sheet.as_bytes(), 1_000) {
        let copy = String::from_utf8_lossy(&copy).into_owned();
        _ = from_xlsx(&workbook(&[("visible", &copy)], &copy));
    }
}
