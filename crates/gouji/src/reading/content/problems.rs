//! What section five says: problems, and what is done about them.

use super::{any, body_range, compact};
use crate::form::SectionKind;
use crate::reading::Document;
use crate::reading::lines::{lines, trimmed};
use crate::text::TextRange;

/// What section five says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problems {
    /// Its first line; the heading where there is none.
    pub first_line: TextRange,
    /// How many letters and digits stand under its heading.
    pub characters: usize,
    /// Whether it names a problem.
    pub names_problems: bool,
    /// Whether it names a measure.
    pub names_measures: bool,
    /// Whether every clause was understood as one of these, or as leading to
    /// one.
    pub is_clear: bool,
}

/// Words of a clause that names a problem.
const PROBLEMS: &[&str] = &[
    "问题",
    "不足",
    "不够",
    "不强",
    "不高",
    "不全",
    "不深",
    "不多",
    "不大",
    "不到位",
    "不及时",
    "不规范",
    "不完善",
    "不平衡",
    "不均",
    "不健全",
    "不丰富",
    "不充分",
    "不熟",
    "不一",
    "不细",
    "不严",
    "不广",
    "不佳",
    "不畅",
    "不清",
    "不准",
    "不勤",
    "不紧",
    "不理想",
    "不明显",
    "不明确",
    "有待",
    "差距",
    "薄弱",
    "欠缺",
    "欠佳",
    "滞后",
    "单一",
    "缺乏",
    "缺少",
    "短板",
    "弱项",
    "较少",
    "偏少",
    "偏低",
    "较低",
    "偏弱",
    "较弱",
    "偏重",
    "较慢",
    "偏慢",
    "有限",
    "困难",
    "需要",
    "仍需",
    "还需",
    "需进一步",
    "亟待",
    "亟需",
    "尚未",
    "未能",
    "遗漏",
    "疏漏",
    "参差不齐",
    "流于形式",
    "紧缺",
    "兼职",
    "简单",
    "生硬",
    "拖延",
    "迟缓",
    "未及时",
    "不便",
    "难以",
    "难度",
    "偏大",
    "老化",
    "人员少",
    "力量少",
    "数量少",
    "流动性大",
    "频繁",
    "不紧密",
    "淡薄",
    "慢",
    "偏",
    "弱",
    "陈旧",
    "老旧",
    "缺失",
    "空白",
    "空缺",
    "差错",
    "错漏",
    "被动",
    "应付",
    "断档",
    "脱节",
    "瓶颈",
    "任务重",
    "人手",
    "落后",
    "晦涩",
    "枯燥",
    "模糊",
    "笼统",
    "过于",
    "局限",
    "兼任",
    "不适应",
    "跟不上",
    "不主动",
    "不积极",
    "不重视",
    "不统一",
    "不稳",
    "较大压力",
    "差异",
    "碎片化",
    "同质化",
];

/// Words of a clause that names a measure and no problem.
const MEASURES: &[&str] = &[
    "加强",
    "加大",
    "加快",
    "强化",
    "提升",
    "提高",
    "完善",
    "健全",
    "优化",
    "规范",
    "推进",
    "推动",
    "深化",
    "拓宽",
    "拓展",
    "丰富",
    "扩大",
    "改进",
    "改善",
    "改版",
    "整改",
    "措施",
    "组织",
    "开展",
    "培训",
    "学习",
    "督促",
    "督导",
    "检查",
    "抽查",
    "建立",
    "制定",
    "修订",
    "制订",
    "编印",
    "编制",
    "印发",
    "安排",
    "落实",
    "明确",
    "增加",
    "增设",
    "新增",
    "补充",
    "充实",
    "配备",
    "统一",
    "细化",
    "梳理",
    "指导",
    "纳入",
    "坚持",
    "着力",
    "努力",
    "力争",
    "确保",
    "积极",
    "持续",
    "继续",
    "进一步",
    "定期",
    "每月",
    "每季",
    "每周",
    "将",
    "通过",
    "严格",
    "及时",
    "采取",
    "结合",
    "聚焦",
    "围绕",
    "创新",
    "负责",
    "核对",
    "对照",
    "通报",
    "调整",
    "实行",
    "实施",
    "打造",
    "畅通",
    "邀请",
    "举办",
    "召开",
    "抓",
    "已经",
    "已",
    "缩小",
    "清理",
];

/// Words of a measure whatever else its clause says.
const SURE_MEASURES: &[&str] = &[
    "下一步",
    "下步",
    "今后",
    "接下来",
    "将进一步",
    "将加",
    "将继续",
    "将从",
    "将把",
    "将在",
    "将以",
    "将着力",
    "改进措施",
    "改进情况",
];

/// Words of a measure where its clause does not miss it.
const MENDING: &[&str] = &["整改", "解决", "补齐", "克服", "改进"];
const MISSING: &[&str] = &["有待", "需", "亟待", "尚", "没有", "未", "不到位", "不够彻底", "不彻底"];

/// Words of a clause that leads to problems or measures.
const LEADS: &[&str] = &[
    "取得",
    "成绩",
    "成效",
    "进展",
    "但",
    "相比",
    "主要",
    "以下",
    "如下",
    "虽然",
    "尽管",
    "仍",
    "存在",
    "体现在",
    "表现",
    "方面",
    "工作",
];

/// Words before 问题 that deny it.
const DENIALS: &[&str] =
    &["不存在", "没有发现", "未发现", "没有", "无明显", "无突出", "暂无", "未出现", "无"];

pub(super) fn read(text: &str, document: &Document) -> Option<Problems> {
    let section = document.section(SectionKind::Problems)?;
    let range = body_range(text, section);
    let filled = |line: &TextRange| !line.is_empty();
    let first_line = lines(text, range).map(|line| trimmed(text, line)).find(filled);
    let prose = compact(range.of(text));
    let mut found = Problems {
        first_line: first_line.unwrap_or(section.heading_range),
        characters: prose.chars().filter(|character| character.is_alphanumeric()).count(),
        names_problems: false,
        names_measures: false,
        is_clear: true,
    };
    for clause in prose.split(['。', '；', '，', ';', ',', '！', '：', ':']) {
        if found.names_problems && found.names_measures {
            break;
        }
        if is_denied(clause) {
            continue;
        }
        let names_a_problem = any(clause, PROBLEMS);
        let names_a_measure = (!names_a_problem && any(clause, MEASURES))
            || any(clause, SURE_MEASURES)
            || (any(clause, MENDING) && !any(clause, MISSING));
        found.names_problems |= names_a_problem;
        found.names_measures |= names_a_measure;
        if !names_a_problem && !names_a_measure && clause.chars().count() > 4 && !any(clause, LEADS) {
            found.is_clear = false;
        }
    }
    Some(found)
}

/// 没有发现明显问题.
fn is_denied(clause: &str) -> bool {
    let Some(at) = clause.find("问题") else { return false };
    let before = &clause[..at];
    DENIALS.iter().any(|denial| {
        before.rfind(denial).is_some_and(|start| before[start + denial.len()..].chars().count() <= 6)
    })
}
