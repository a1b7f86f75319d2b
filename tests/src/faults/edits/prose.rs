//! Faults of headings, dates and of what is left out.

use fastrand::Rng;
use gouji::form::FormId;

use crate::prose::{Kind, Part, Topic, WrittenReport};

use super::one_of;

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

pub(super) fn section_missing(mut report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let part = *one_of(&[Part::Problems, Part::Other, Part::Review], random);
    report.pieces.retain(|piece| piece.part != part);
    Some(report)
}

pub(super) fn section_renamed(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
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

pub(super) fn section_number(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (part, right) =
        *one_of(&[(Part::Review, "四、"), (Part::Problems, "五、"), (Part::Other, "六、")], random);
    let wrong = *one_of(&["三、", "七、", "八、"], random);
    rewrite(report, part, Topic::Heading, |text| {
        text.replacen(&format!("\n{right}"), &format!("\n⟦{wrong}⟧"), 1)
    })
}

pub(super) fn title_form(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let name =
        *one_of(&["政府信息公开工作报告", "政府信息公开工作总结", "政府信息公开年度工作情况报告"], random);
    rewrite(report, Part::Title, Topic::Heading, |text| text.replace("政府信息公开工作年度报告", name))
}

/// What speaks of the management of information, or of web sites and the like.
const OF_MANAGEMENT: &[&str] =
    &["信息管理", "清理", "梳理", "审", "校", "目录", "台账", "规范性文件", "保密", "属性", "制度", "公文"];

const OF_PLATFORMS: &[&str] =
    &["网", "平台", "新媒体", "公众号", "微博", "栏", "渠道", "查阅", "中心", "大厅", "FM", "12345"];

pub(super) fn aspect_missing(mut report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
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

pub(super) fn overview_too_long(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
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

pub(super) fn accountability_missing(mut report: WrittenReport, _: &mut Rng) -> Option<WrittenReport> {
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

pub(super) fn published_late(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    // The day is not set for what is no organ of the State.
    if report.issuer.kind == Kind::Institution || report.issuer.name.ends_with("中心") {
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

pub(super) fn signed_too_early(report: WrittenReport, random: &mut Rng) -> Option<WrittenReport> {
    let (year, day) = (report.year, random.u8(1..28));
    rewrite(report, Part::Signature, Topic::Date, |_| format!("⟦{year}年1月{day}日⟧\n"))
}

pub(super) fn title_year(report: WrittenReport, _: &mut Rng) -> Option<WrittenReport> {
    if report.year == 2021 || !report.pieces.iter().any(|piece| piece.topic == Topic::Period) {
        return None;
    }
    let (year, last) = (report.year.to_string(), (report.year - 1).to_string());
    rewrite(report, Part::Title, Topic::Heading, |text| text.replace(&year, &last))
}
