//! What was read in a report, as a page a person can check against the text.

use std::fmt::Write as _;

use gouji::form::{CellId, FORMS, Form, FormId, TableId};
use gouji::reading::{Cell, CellReading, Completeness, Quantity, Table};
use gouji::text::TextRange;
use gouji::{Finding, RelationState, Report, Severity, Verdict};

/// Writes down the reading: title, sections, every row that is not all zeros,
/// what became of the relations, and the findings without their wording.
pub fn snapshot(text: &str, report: &Report) -> String {
    let mut out = String::new();
    header(&mut out, report);
    for table in &report.tables {
        table_lines(&mut out, text, table);
    }
    relations(&mut out, report);
    out.push_str("\n发现：");
    if report.findings.is_empty() {
        out.push('无');
    }
    out.push('\n');
    for finding in &report.findings {
        line(&mut out, format_args!("  {}", describe(text, finding)));
    }
    for other in &report.others {
        line(&mut out, format_args!("另有：{} {}", other.index, other.title.as_deref().unwrap_or("无")));
    }
    out
}

fn line(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{arguments}");
}

fn header(out: &mut String, report: &Report) {
    let value = |spot: Option<&String>| spot.map_or("无".to_owned(), Clone::clone);
    line(out, format_args!("标题：{}", value(report.title.as_ref().map(|spot| &spot.value))));
    line(out, format_args!("机关：{}", value(report.issuer.as_ref().map(|spot| &spot.value))));
    let year = report.year.as_ref().map(|spot| spot.value.to_string());
    line(out, format_args!("年度：{}", value(year.as_ref())));
    line(out, format_args!("格式：{}", report.form.map_or("无", FormId::as_str)));
    line(out, format_args!("范围：{}", completeness(report.completeness)));
    line(out, format_args!("结论：{}", verdict(report.verdict)));
    for section in &report.sections {
        let kind = section.kind.map_or("不明", gouji::form::SectionKind::as_str);
        let lost = if section.ordinal.is_none() { "（无序号）" } else { "" };
        line(out, format_args!("部分：{} = {kind}{lost}", section.heading));
    }
}

fn completeness(completeness: Completeness) -> &'static str {
    match completeness {
        Completeness::Whole => "whole",
        Completeness::Part => "part",
        Completeness::TablesOnly => "tables",
        Completeness::Nothing => "nothing",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "consistent",
        Verdict::Findings => "findings",
        Verdict::Unreadable => "unreadable",
        Verdict::NotAReport => "not_a_report",
    }
}

fn table_name(id: TableId) -> &'static str {
    match id {
        TableId::Disclosure => "主动公开",
        TableId::Applications => "申请",
        TableId::Review => "复议诉讼",
        TableId::Fees => "信息处理费",
    }
}

fn table_lines(out: &mut String, text: &str, table: &Table) {
    let (name, id) = (table_name(table.id), table.id.as_str());
    let (reading, layout) = (table.reading.as_str(), table.layout.as_str());
    line(out, format_args!("\n{name} {id}：{reading}，{layout}年格式"));
    let spec = table.layout.form().table(table.id).expect("every form has every table");
    for (row, _) in spec.rows() {
        match table.row(row.id) {
            None => line(out, format_args!("  {} 未列", row.id.0)),
            Some(read) if read.cells.iter().all(is_zero) => {}
            Some(read) => {
                let cells: Vec<String> = read.cells.iter().map(|cell| cell_text(text, cell)).collect();
                line(out, format_args!("  {} {}", row.id.0, cells.join(" ")));
            }
        }
    }
}

fn is_zero(cell: &Cell) -> bool {
    cell.reading == CellReading::Number(Quantity::Count(0))
}

/// A quantity as it is written in these pages.
pub fn quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Count(count) => count.to_string(),
        Quantity::Decimal(digits) => digits.clone(),
    }
}

fn cell_text(text: &str, cell: &Cell) -> String {
    let raw = cell.range.of(text);
    match &cell.reading {
        CellReading::Number(number) => quantity(number),
        CellReading::WithUnit(number)
        | CellReading::WithRemark(number)
        | CellReading::WithLetters(number) => {
            format!("{}（原文“{raw}”）", quantity(number))
        }
        CellReading::Blank => "□".to_owned(),
        CellReading::Mark => format!("“{raw}”"),
        CellReading::NotANumber => format!("不是数“{raw}”"),
        CellReading::Unread => "未读出".to_owned(),
    }
}

fn relations(out: &mut String, report: &Report) {
    let relations = &report.relations;
    line(out, format_args!("\n关系：核对{}，成立{}", relations.checked(), relations.holding()));
    for (relation, state) in &relations.all {
        match state {
            RelationState::Holds => {}
            RelationState::Fails { left, right } => {
                line(out, format_args!("  不成立 {}：{left} ≠ {right}", relation.id));
            }
            RelationState::Unchecked => line(out, format_args!("  未核对 {}", relation.id)),
        }
    }
}

/// What a level is called on the screen.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "必须修改",
        Severity::Warning => "请核实",
        Severity::Info => "提示",
    }
}

/// A finding without its wording: code, level, and what it is about — its
/// relations, else its cells, else the words at its place.
pub fn describe(text: &str, finding: &Finding) -> String {
    let about = match finding.relations.split_first() {
        Some((own, [])) => own.to_string(),
        Some((own, consequences)) => {
            let names: Vec<String> = consequences.iter().map(ToString::to_string).collect();
            format!("{own}；由此：{}", names.join("、"))
        }
        None if finding.cells.is_empty() => format!("「{}」", excerpt(text, finding.range)),
        None => cells(&finding.cells),
    };
    format!("{} {} {about}", finding.rule.code, severity(finding.severity))
}

/// The cells by name; a whole row as `review.direct.*`.
fn cells(cells: &[CellId]) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut left = cells;
    while let Some(first) = left.first() {
        let row = left.iter().take_while(|cell| (cell.table, cell.row) == (first.table, first.row)).count();
        let width = |form: &&Form| Some(form.table(first.table)?.row(first.row)?.1.len());
        if row > 1 && FORMS.iter().any(|form| width(form) == Some(row)) {
            names.push(format!("{}.{}.*", first.table.as_str(), first.row.0));
        } else {
            names.extend(left.iter().take(row).map(ToString::to_string));
        }
        left = left.get(row..).unwrap_or_default();
    }
    names.join("、")
}

/// The first line of a place, cut where it is long. A place between two
/// characters is shown as `‸` with what stands around it.
fn excerpt(text: &str, range: TextRange) -> String {
    let one_line = |piece: &str| piece.replace('\r', "").replace('\t', "│").replace('\n', "⏎");
    if range.is_empty() {
        let (before, after) = text.split_at_checked(range.start as usize).unwrap_or_default();
        let mut before: Vec<char> = before.chars().rev().filter(|it| *it != '\r').take(10).collect();
        before.reverse();
        let after = after.chars().filter(|it| *it != '\r').take(12);
        return one_line(&before.into_iter().chain(['‸']).chain(after).collect::<String>());
    }
    let place = range.of(text).trim();
    let first = one_line(place.lines().next().unwrap_or_default());
    let cut: String = first.chars().take(40).collect();
    if cut.chars().count() < place.chars().filter(|it| *it != '\r').count() {
        format!("{cut}…")
    } else {
        cut
    }
}
