//! What section one is about, and what a government must say of its own work.

use super::{any, body, body_range, compact, says};
use crate::form::SectionKind;
use crate::reading::Document;
use crate::text::TextRange;

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

    /// Words of a sub-heading for it.
    fn heading_words(self) -> &'static [&'static str] {
        match self {
            Self::Disclosure => &["主动公开"],
            Self::Applications => &["申请"],
            Self::Management => &["管理"],
            Self::Platforms => &["平台", "网站", "渠道", "载体", "阵地"],
            Self::Supervision => &["监督", "保障", "考核", "组织", "领导", "队伍", "机制"],
        }
    }

    /// Its own name.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Disclosure => &["主动公开"],
            Self::Applications => &["申请"],
            Self::Management => &["信息管理", "规范性文件"],
            Self::Platforms => &["平台建设", "公开平台"],
            Self::Supervision => &["监督保障", "考核", "评议"],
        }
    }

    /// Words that speak of it; the usual ones first.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Disclosure => &[
                "主动公开",
                "政务公开",
                "政策解读",
                "公开信息",
                "发布信息",
                "公布",
                "公开各类",
                "发布各类",
                "公示",
            ],
            Self::Applications => {
                &["依申请", "申请公开", "公开申请", "申请人", "申请件", "件申请", "申请办理"]
            }
            Self::Management => &[
                "信息管理",
                "审查",
                "审核",
                "规范性文件",
                "公开属性",
                "台账",
                "归档",
                "公开目录",
                "目录",
                "清理",
                "保密",
                "发布管理",
                "三审",
                "公文",
                "动态调整",
                "规章",
            ],
            Self::Platforms => &[
                "平台",
                "网站",
                "专栏",
                "公众号",
                "新媒体",
                "专区",
                "查阅点",
                "栏目",
                "公报",
                "微博",
                "公示栏",
                "公开栏",
                "查阅",
            ],
            Self::Supervision => &[
                "监督保障",
                "考核",
                "评议",
                "培训",
                "社会监督",
                "监督员",
                "监督检查",
                "接受监督",
                "责任追究",
                "追责",
                "问责",
                "领导小组",
                "组织领导",
                "督查",
                "督导",
                "督促",
                "评估",
                "监管",
                "队伍建设",
                "保障机制",
                "组织保障",
                "抽查",
                "通报",
                "投诉",
                "监督机制",
                "监督渠道",
                "监督电话",
            ],
        }
    }
}

impl Duty {
    /// All of them, in the order of the law.
    pub const ALL: [Self; 3] = [Self::Assessment, Self::Evaluation, Self::Accountability];

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Assessment => &["考核", "考评", "绩效", "测评", "考绩"],
            Self::Evaluation => &[
                "评议",
                "社会监督",
                "监督员",
                "满意度",
                "第三方",
                "社会评价",
                "公众评价",
                "群众评价",
                "问卷",
            ],
            Self::Accountability => {
                &["责任追究", "追责", "问责", "追究", "失职", "责任倒查", "约谈", "通报批评", "处分"]
            }
        }
    }
}

pub(super) fn read(text: &str, document: &Document) -> Option<Overview> {
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
    let headed = headed(prose);
    let has_headings = headed.iter().filter(|headed| **headed).count() >= FEWEST_HEADED;
    let is_missing = |(at, aspect): &(usize, Aspect)| {
        // Among headings for the others, a word in passing is none for this one.
        let words = if has_headings { aspect.names() } else { aspect.words() };
        !headed[*at] && !says(prose, words)
    };
    let all = Aspect::ALL.into_iter().enumerate();
    let missing = all.filter(is_missing).map(|(_, aspect)| aspect).collect();
    Some(Overview {
        is_empty: !prose.contains(char::is_alphanumeric),
        missing,
        missing_duties: missing_duties(text, document, range),
    })
}

/// As many aspects with sub-headings show that all of them should have one.
const FEWEST_HEADED: usize = 3;
/// The longest sub-heading, in characters.
const LONGEST_HEADING: usize = 24;

/// Which aspects have a sub-heading: `（三）政府信息管理`.
fn headed(prose: &str) -> [bool; 5] {
    let mut headed = [false; 5];
    for line in prose.lines() {
        let line = line.trim_start_matches(|character: char| character.is_whitespace() || character == '*');
        if !line.starts_with(['（', '(']) {
            continue;
        }
        let line: String = line.chars().take(LONGEST_HEADING).collect();
        let heading = compact(line.split(['。', '：', ':', '，']).next().unwrap_or_default());
        for (headed, aspect) in headed.iter_mut().zip(Aspect::ALL) {
            *headed |= any(&heading, aspect.heading_words());
        }
    }
    headed
}

/// The results of its own work that a government says nothing of, in section
/// one and in those that hold no table.
fn missing_duties(text: &str, document: &Document, overview: TextRange) -> Vec<Duty> {
    let kinds = &document.issuer_kinds;
    if kinds.is_empty() || !kinds.iter().all(|kind| kind.is_government()) {
        return Vec::new();
    }
    let of = |kind| document.section(kind).map_or("", |section| body(text, section));
    let prose = [overview.of(text), of(SectionKind::Problems), of(SectionKind::Other)];
    let is_missing = |duty: &Duty| !prose.iter().any(|prose| says(prose, duty.words()));
    Duty::ALL.into_iter().filter(is_missing).collect()
}
