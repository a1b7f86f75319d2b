//! What section one is about, and what a government must say of its own work.

use super::{body_range, compact};
use crate::form::SectionKind;
use crate::reading::Document;
use crate::reading::search::{begins_in, find, first_characters, has_any, skip, until};
use crate::reading::word_table::WordTable;

/// What section one is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Whether anything stands under the heading.
    pub is_empty: bool,
    /// The aspects that nothing is said of.
    pub missing: Vec<Aspect>,
    /// For a government, the results that nothing is said of in the whole text.
    pub missing_duties: Vec<Duty>,
}

/// What section one must say something of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// 主动公开。
    Disclosure,
    /// 依申请公开。
    Applications,
    /// 政府信息管理。
    Management,
    /// 政府信息公开平台建设。
    Platforms,
    /// 监督保障。
    Supervision,
}

/// What a government must report of its own work (条例第五十条第一款第四项).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// 工作考核。
    Assessment,
    /// 社会评议。
    Evaluation,
    /// 责任追究。
    Accountability,
}

impl Aspect {
    /// All of them, in the order of the notices.
    pub const ALL: [Self; 5] =
        [Self::Disclosure, Self::Applications, Self::Management, Self::Platforms, Self::Supervision];
}

impl Duty {
    /// All of them, in the order of the law.
    pub const ALL: [Self; 3] = [Self::Assessment, Self::Evaluation, Self::Accountability];
}

/// Words of a sub-heading for each aspect.
const HEADING_WORDS: [&str; 5] =
    ["主动公开", "申请", "管理", "平台 网站 渠道 载体 阵地", "监督 保障 考核 组织 领导 队伍 机制"];

/// The words of the text, in groups: words that speak of each aspect; names of
/// each; words of each duty.
const WORDS: [&str; 13] = [
    "主动公开 政务公开 政策解读 公开信息 发布信息 公布 公开各类 发布各类 公示",
    "依申请 申请公开 公开申请 申请人 申请件 件申请 申请办理",
    "信息管理 审查 审核 规范性文件 公开属性 台账 归档 公开目录 目录 清理 保密 发布管理 三审 公文 动态调整 规章",
    "平台 网站 专栏 公众号 新媒体 专区 查阅点 栏目 公报 微博 公示栏 公开栏 查阅",
    "监督保障 考核 评议 培训 社会监督 监督员 监督检查 接受监督 责任追究 追责 问责 领导小组 组织领导 督查 督导 督促 评估 \
     监管 队伍建设 保障机制 组织保障 抽查 通报 投诉 监督机制 监督渠道 监督电话",
    "主动公开",
    "申请",
    "信息管理 规范性文件",
    "平台建设 公开平台",
    "监督保障 考核 评议",
    "考核 考评 绩效 测评 考绩",
    "评议 社会监督 监督员 满意度 第三方 社会评价 公众评价 群众评价 问卷",
    "责任追究 追责 问责 追究 失职 责任倒查 约谈 通报批评 处分",
];
/// The first groups of names and of duties.
const NAMES: u32 = 5;
const DUTIES: u32 = 10;

/// As many aspects with sub-headings show that all of them should have one.
const FEWEST_HEADED: u32 = 3;
/// The longest sub-heading, in characters.
const LONGEST_HEADING: usize = 24;

/// Reads section one; `others` are the sections that hold no table either.
pub(super) fn read(text: &str, document: &Document, others: &[&str]) -> Option<Overview> {
    let section = document.section(SectionKind::Overview)?;
    let mut range = body_range(text, section);
    // Its sub-headings may look like sections of their own.
    if let Some(next) = document.section(SectionKind::Disclosure)
        && next.range.start > range.end
        && (next.range.start - range.end) as usize <= super::MOST_OF_A_SECTION
    {
        range.end = next.range.start;
    }
    let prose = range.of(text);
    let words = WordTable::new(&WORDS);
    let said = words.groups_in(&compact(prose));
    let headed = headed(prose);
    // Among headings for the others, a word in passing is none for this one.
    let has_headings = headed.count_ones() >= FEWEST_HEADED;
    let seen = headed | if has_headings { said >> NAMES } else { said };
    let mut missing = Vec::new();
    for aspect in Aspect::ALL {
        if seen & 1 << aspect as u32 == 0 {
            missing.push(aspect);
        }
    }
    // Only a government must say something of its own work.
    let mut missing_duties = Vec::new();
    let kinds = &document.issuer_kinds;
    if !kinds.is_empty() && kinds.iter().all(|kind| kind.is_government()) {
        let seen = others.iter().fold(said, |seen, other| seen | words.groups_in(other)) >> DUTIES;
        for duty in Duty::ALL {
            if seen & 1 << duty as u32 == 0 {
                missing_duties.push(duty);
            }
        }
    }
    Some(Overview { is_empty: !prose.contains(char::is_alphanumeric), missing, missing_duties })
}

/// Which aspects have a sub-heading, a bit for each: `（三）政府信息管理`.
fn headed(prose: &str) -> u32 {
    let mut headed = 0;
    let mut rest = prose;
    while !rest.is_empty() {
        let line = &rest[..find(rest, "\n").unwrap_or(rest.len())];
        rest = rest.get(line.len() + 1..).unwrap_or_default();
        let line = skip(line, "* ");
        if !begins_in(line, "（(") {
            continue;
        }
        let heading = compact(until(first_characters(line, LONGEST_HEADING), "。：:，"));
        for (aspect, words) in HEADING_WORDS.iter().enumerate() {
            headed |= u32::from(has_any(&heading, words)) << aspect;
        }
    }
    headed
}
