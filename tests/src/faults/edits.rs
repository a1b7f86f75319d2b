//! Faults of figures, headings and dates.

use fastrand::Rng;
use gouji::form::{CellId, ColumnId, FormId, RelationKind, RowId, TableId};
use gouji::reading::Quantity;

use crate::prose::{Kind, Part, Topic, WrittenReport};

/// A change that makes a fault.
#[derive(Clone, Copy, Debug)]
pub struct Edit {
    /// The rule that must report it.
    pub code: &'static str,
    /// Rules that may report the same fault as well.
    pub companions: &'static [&'static str],
    pub(super) make: fn(WrittenReport, &mut Rng) -> Option<WrittenReport>,
}

/// Sums and claims of a cell that was changed.
const SUMS_AND_CLAIMS: &[&str] =
    &["GJ301", "GJ302", "GJ303", "GJ304", "GJ411", "GJ412", "GJ413", "GJ414", "GJ415", "GJ416", "GJ417"];

/// The faults that are no sentences.
pub static EDITED: &[Edit] = &[
    Edit { code: "GJ201", companions: &["GJ205", "GJ215", "GJ219", "GJ206"], make: section_missing },
    Edit { code: "GJ203", companions: &["GJ215"], make: section_renamed },
    Edit { code: "GJ205", companions: &["GJ204"], make: section_number },
    Edit { code: "GJ213", companions: &[], make: title_form },
    Edit { code: "GJ219", companions: &["GJ423"], make: aspect_missing },
    Edit { code: "GJ218", companions: &[], make: overview_too_long },
    Edit { code: "GJ221", companions: SUMS_AND_CLAIMS, make: blank_cell },
    Edit { code: "GJ222", companions: SUMS_AND_CLAIMS, make: not_a_number },
    Edit { code: "GJ224", companions: SUMS_AND_CLAIMS, make: negative_count },
    Edit { code: "GJ226", companions: &["GJ414"], make: regulation_without_power },
    Edit { code: "GJ227", companions: &["GJ414"], make: amount_in_yuan },
    Edit { code: "GJ231", companions: &["GJ219"], make: accountability_missing },
    Edit { code: "GJ236", companions: &["GJ402"], make: published_late },
    Edit { code: "GJ301", companions: SUMS_AND_CLAIMS, make: row_total },
    Edit { code: "GJ302", companions: SUMS_AND_CLAIMS, make: column_total },
    Edit { code: "GJ303", companions: SUMS_AND_CLAIMS, make: balance },
    Edit { code: "GJ304", companions: &["GJ413", "GJ415"], make: review_total },
    Edit { code: "GJ401", companions: &["GJ402", "GJ235", "GJ411"], make: title_year },
    Edit { code: "GJ402", companions: &["GJ236"], make: signed_too_early },
    Edit { code: "GJ419", companions: &["GJ221", "GJ414"], make: claims_disagree },
];

/// Applies a change to every piece of a topic within a part.
fn rewrite(
    mut report: WrittenReport,
    part: Part,
    topic: Topic,
    change: impl Fn(&str) -> String,
) -> Option<WrittenReport> {
    let mut changed = false;
    for piece in report.pieces.iter_mut().filter(|piece| piece.part == part && piece.topic == topic) {
        let text = change(&piece.text);
        changed |= text != piece.text;
        piece.text = text;
    }
    changed.then_some(report)
}

/// Prints the tables again.
fn reprint(mut report: WrittenReport) -> WrittenReport {
    for piece in report.pieces.iter_mut().filter(|piece| piece.topic == Topic::Table) {
        let table = match piece.part {
            Part::Disclosure => TableId::Disclosure,
            Part::Applications => TableId::Applications,
            _ => TableId::Review,
        };
        piece.text = report.sample.print_table(table);
    }
    report
}

fn print_in(mut report: WrittenReport, cell: CellId, printed: &str) -> WrittenReport {
    report.sample.printed.insert(cell, format!("⟦{printed}⟧"));
    reprint(report)
}

fn one_of<'a, T>(list: &'a [T], random: &mut Rng) -> &'a T {
    &list[random.usize(..list.len())]
}

fn section_missing(mut report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let part = *one_of(&[Part::Problems, Part::Other, Part::Review], random);
    report.pieces.retain(|piece| piece.part != part);
    Some(report)
}

fn section_renamed(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (part, name) = *one_of(
        &[
            (Part::Overview, "一、概述"),
            (Part::Problems, "五、存在问题及改进措施"),
            (Part::Problems, "五、存在的问题和下一步打算"),
            (Part::Other, "六、需要说明的其他事项"),
            (Part::Other, "六、其他报告事项"),
        ],
        random,
    );
    rewrite(report, part, Topic::Heading, |text| {
        if text.starts_with('\n') { format!("\n⟦{name}⟧\n\n") } else { text.to_owned() }
    })
}

fn section_number(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (part, right) =
        *one_of(&[(Part::Review, "四、"), (Part::Problems, "五、"), (Part::Other, "六、")], random);
    let wrong = *one_of(&["三、", "七、", "八、"], random);
    rewrite(report, part, Topic::Heading, |text| {
        text.replacen(&format!("\n{right}"), &format!("\n⟦{wrong}⟧"), 1)
    })
}

fn title_form(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let name =
        *one_of(&["政府信息公开工作报告", "政府信息公开工作总结", "政府信息公开年度工作情况报告"], random);
    rewrite(report, Part::Title, Topic::Heading, |text| text.replace("政府信息公开工作年度报告", name))
}

/// What speaks of the management of information, or of web sites and the like.
const OF_MANAGEMENT: &[&str] =
    &["信息管理", "清理", "梳理", "审", "校", "目录", "台账", "规范性文件", "保密", "属性", "制度", "公文"];
const OF_PLATFORMS: &[&str] = &[
    "网",
    "平台",
    "新媒体",
    "公众号",
    "微博",
    "专栏",
    "栏目",
    "渠道",
    "查阅",
    "中心",
    "大厅",
    "FM",
    "12345",
];

fn aspect_missing(mut report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    if report.sample.form == FormId::Y2019 {
        return None;
    }
    let words = *one_of(&[OF_MANAGEMENT, OF_PLATFORMS], random);
    // What is said elsewhere might be of the same aspect.
    report.pieces.retain(|piece| {
        piece.part != Part::Overview
            || piece.text.starts_with('\n')
            || !words.iter().any(|word| piece.text.contains(word))
    });
    Some(report)
}

fn overview_too_long(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    if report.sample.form == FormId::Y2019 {
        return None;
    }
    let count = random.usize(60..90);
    let sentence = "对照年度要点逐项细化任务、逐项落实责任。";
    let mut once = false;
    let mut report = report;
    for piece in report.pieces.iter_mut().filter(|piece| piece.topic == Topic::Management) {
        if !once {
            piece.text.push_str(&sentence.repeat(count));
            once = true;
        }
    }
    once.then_some(report)
}

fn cell(table: TableId, row: &'static str, column: &'static str) -> CellId {
    CellId { table, row: RowId(row), column: ColumnId(column) }
}

/// Some cell of the tables that takes part in a sum.
fn summed(report: &WrittenReport, kind: RelationKind, random: &mut Rng) -> CellId {
    let relations: Vec<_> =
        report.sample.relations().into_iter().filter(|relation| relation.id.kind == kind).collect();
    one_of(&relations, random).right[0]
}

fn count(report: &WrittenReport, cell: CellId) -> i64 {
    match report.sample.figures.get(&cell) {
        Some(Quantity::Count(count)) => *count,
        _ => 0,
    }
}

fn blank_cell(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = if random.bool() {
        let row = *one_of(&["license", "penalty", "coercion"], random);
        if report.sample.form == FormId::Y2019 {
            return None;
        }
        cell(TableId::Disclosure, row, "decisions")
    } else {
        // One of the parts, which the sum does not tell.
        let mut cell = summed(&report, RelationKind::ReviewTotal, random);
        cell.column = ColumnId("other");
        cell
    };
    Some(print_in(report, cell, ""))
}

fn not_a_number(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = summed(&report, RelationKind::Row, random);
    let printed = *one_of(&["若干", "见附件", "三", "约十件"], random);
    Some(print_in(report, cell, printed))
}

fn negative_count(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = summed(&report, RelationKind::ReviewTotal, random);
    let number = random.u8(1..9);
    Some(print_in(report, cell, &format!("-{number}")))
}

fn regulation_without_power(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let kind = report.issuer.kind;
    // The office of a city's government may report what the government issued.
    let unclear = kind == Kind::Office && !report.issuer.place.ends_with(['县', '区', '旗']);
    if kind.issues_regulations() || unclear || report.sample.form == FormId::Y2019 {
        return None;
    }
    let column = *one_of(&["issued", "in_force"], random);
    let number = random.u8(1..9).to_string();
    Some(print_in(report, cell(TableId::Disclosure, "regulation", column), &number))
}

fn amount_in_yuan(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    if report.sample.form == FormId::Y2019 || matches!(report.issuer.kind, Kind::Province | Kind::Ministry) {
        return None;
    }
    let amount = random.u32(60_000_000..900_000_000);
    let printed = match random.u8(..3) {
        0 => format!("{amount}"),
        1 => format!("{amount}.{:02}", random.u8(..100)),
        _ => format!("{}0000", amount / 10_000),
    };
    Some(print_in(report, cell(TableId::Disclosure, "fee", "amount"), &printed))
}

fn accountability_missing(mut report: WrittenReport, _: &mut Rng) -> Option<WrittenReport> {
    if !report.issuer.kind.is_government() {
        return None;
    }
    for piece in report.pieces.iter_mut().filter(|piece| piece.topic == Topic::Supervision) {
        "组织业务培训，配齐工作人员。".clone_into(&mut piece.text);
    }
    report.pieces.retain(|piece| {
        piece.part != Part::Overview || !["考核", "评议", "责任"].iter().any(|word| piece.text.contains(word))
    });
    if report.pieces.iter().any(|piece| ["考核", "评议"].iter().any(|word| piece.text.contains(word))) {
        return None;
    }
    Some(report)
}

fn published_late(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    // The day is not set for what is no organ of the State.
    if report.issuer.kind == Kind::Institution {
        return None;
    }
    // A notice or a web page may say another day.
    let mut report = report;
    report.pieces.retain(|piece| piece.part != Part::Notice);
    let next = report.year + 1;
    let month = random.u8(4..9);
    let day = random.u8(1..28);
    rewrite(report, Part::Signature, Topic::Date, |_| format!("⟦{next}年{month}月{day}日⟧\n"))
}

fn signed_too_early(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (year, day) = (report.year, random.u8(1..28));
    rewrite(report, Part::Signature, Topic::Date, |_| format!("⟦{year}年1月{day}日⟧\n"))
}

/// Two figures for one thing, whose cell is blank.
fn claims_disagree(mut report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (row, thing) = *one_of(&[("license", "行政许可"), ("penalty", "行政处罚")], random);
    let first = random.u16(20..900);
    let second = first + random.u16(1..90);
    let mut told = false;
    for piece in report.pieces.iter_mut().filter(|piece| piece.part == Part::Overview) {
        match piece.topic {
            Topic::Documents if !told => {
                piece.text = format!("全年作出{thing}决定⟦{first}⟧件。");
                told = true;
            }
            Topic::Documents => piece.text.clear(),
            _ => {}
        }
    }
    let again = report.pieces.iter_mut().find(|piece| piece.topic == Topic::Supervision)?;
    again.text.push_str(&format!("共作出{thing}决定⟦{second}⟧件，均按规定公开。"));
    report.pieces.retain(|piece| piece.topic != Topic::Documents || piece.part == Part::Overview);
    told.then(|| print_in(report, cell(TableId::Disclosure, row, "decisions"), ""))
}

fn title_year(report: WrittenReport, _: &mut Rng) -> Option<WrittenReport> {
    if report.year == 2021 || !report.pieces.iter().any(|piece| piece.topic == Topic::Period) {
        return None;
    }
    let (year, last) = (report.year.to_string(), (report.year - 1).to_string());
    rewrite(report, Part::Title, Topic::Heading, |text| text.replace(&year, &last))
}

fn slip(report: WrittenReport, cell: CellId, random: &mut Rng) -> WrittenReport {
    let right = count(&report, cell);
    let wrong = if right > 9 && random.bool() { right / 10 } else { right + random.i64(1..30) };
    print_in(report, cell, &wrong.to_string())
}

fn row_total(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let results = ["granted", "partial", "deny_law", "unable_not_held", "reject_repeat", "reject_petition"];
    let cell = cell(TableId::Applications, *one_of(&results, random), "total");
    Some(slip(report, cell, random))
}

fn column_total(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    // Both the sum and what must balance with it, so that one relation fails.
    let results = ["granted", "partial", "deny_law", "unable_not_held", "reject_repeat"];
    let row = *one_of(&results, random);
    let mut report = report;
    let amount = random.i64(1..9);
    for column in ["natural", "total"] {
        let cell = cell(TableId::Applications, row, column);
        let wrong = count(&report, cell) + amount;
        report.sample.printed.insert(cell, format!("⟦{wrong}⟧"));
    }
    Some(reprint(report))
}

fn balance(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let mut report = report;
    let row = *one_of(&["new", "carried_in", "carried_out"], random);
    let amount = random.i64(1..9);
    for column in ["natural", "total"] {
        let cell = cell(TableId::Applications, row, column);
        let wrong = count(&report, cell) + amount;
        report.sample.printed.insert(cell, format!("⟦{wrong}⟧"));
    }
    Some(reprint(report))
}

fn review_total(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let cell = summed(&report, RelationKind::ReviewTotal, random);
    Some(slip(report, cell, random))
}
