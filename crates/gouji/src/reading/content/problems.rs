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

/// Words of a clause that names a problem, in order.
const PROBLEMS: &[&str] = &[
    "不一",
    "不严",
    "不丰富",
    "不主动",
    "不佳",
    "不便",
    "不健全",
    "不充分",
    "不全",
    "不准",
    "不到位",
    "不勤",
    "不及时",
    "不均",
    "不多",
    "不够",
    "不大",
    "不完善",
    "不实",
    "不尽",
    "不平衡",
    "不广",
    "不强",
    "不新",
    "不明显",
    "不明确",
    "不深",
    "不清",
    "不熟",
    "不理想",
    "不畅",
    "不积极",
    "不稳",
    "不紧",
    "不细",
    "不统一",
    "不规范",
    "不足",
    "不适应",
    "不重视",
    "不高",
    "亟待",
    "亟需",
    "人员少",
    "人手",
    "仍需",
    "任务重",
    "偏",
    "兼任",
    "兼职",
    "力量少",
    "单一",
    "参差不齐",
    "同质化",
    "困难",
    "存在",
    "尚未",
    "局限",
    "差异",
    "差距",
    "差错",
    "应付",
    "弱",
    "慢",
    "拖延",
    "数量少",
    "断档",
    "晦涩",
    "有待",
    "有所欠",
    "有限",
    "未及时",
    "未能",
    "枯燥",
    "模糊",
    "欠佳",
    "欠缺",
    "流于形式",
    "流动性大",
    "淡薄",
    "滞后",
    "瓶颈",
    "生硬",
    "疏漏",
    "短板",
    "碎片化",
    "空白",
    "空缺",
    "笼统",
    "简单",
    "紧缺",
    "缺乏",
    "缺位",
    "缺失",
    "缺少",
    "老化",
    "老旧",
    "脱节",
    "落后",
    "被动",
    "跟不上",
    "较低",
    "较大压力",
    "较少",
    "过于",
    "还需",
    "迟缓",
    "遗漏",
    "错漏",
    "问题",
    "陈旧",
    "难以",
    "难度",
    "需不断",
    "需丰",
    "需优",
    "需加",
    "需增",
    "需完",
    "需强",
    "需拓",
    "需持续",
    "需推",
    "需提",
    "需改",
    "需深",
    "需要",
    "需规范",
    "需进一步",
    "频繁",
];

/// Words of a clause that names a measure and no problem, in order.
const MEASURES: &[&str] = &[
    "严格",
    "丰富",
    "举办",
    "优化",
    "修订",
    "健全",
    "充实",
    "创新",
    "制定",
    "制订",
    "力争",
    "加大",
    "加强",
    "加快",
    "努力",
    "印发",
    "及时",
    "召开",
    "围绕",
    "坚持",
    "培训",
    "增加",
    "增设",
    "学习",
    "安排",
    "完善",
    "定期",
    "实施",
    "实行",
    "对照",
    "将",
    "已",
    "建立",
    "开展",
    "强化",
    "打造",
    "扩大",
    "抓",
    "抽查",
    "拓宽",
    "拓展",
    "持续",
    "指导",
    "推动",
    "推进",
    "措施",
    "提升",
    "提高",
    "改善",
    "改版",
    "改进",
    "整改",
    "新增",
    "明确",
    "核对",
    "梳理",
    "检查",
    "每周",
    "每季",
    "每月",
    "深化",
    "清理",
    "畅通",
    "着力",
    "督促",
    "督导",
    "确保",
    "积极",
    "纳入",
    "组织",
    "细化",
    "结合",
    "统一",
    "继续",
    "编制",
    "编印",
    "缩小",
    "聚焦",
    "落实",
    "补充",
    "规范",
    "调整",
    "负责",
    "进一步",
    "通报",
    "通过",
    "邀请",
    "配备",
    "采取",
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
        let names_a_problem = any_of_many(clause, PROBLEMS);
        let names_a_measure = (!names_a_problem && any_of_many(clause, MEASURES))
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

/// Whether one of many words occurs; the words are in order.
fn any_of_many(clause: &str, words: &[&str]) -> bool {
    clause.char_indices().any(|(at, character)| {
        let rest = &clause[at..];
        let first = &rest[..character.len_utf8()];
        let from = words.partition_point(|word| *word < first);
        words[from..].iter().take_while(|word| word.starts_with(first)).any(|word| rest.starts_with(word))
    })
}

/// 没有发现明显问题.
fn is_denied(clause: &str) -> bool {
    let Some(at) = clause.find("问题") else { return false };
    let before = &clause[..at];
    DENIALS.iter().any(|denial| {
        before.rfind(denial).is_some_and(|start| before[start + denial.len()..].chars().count() <= 6)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(PROBLEMS.is_sorted());
        assert!(MEASURES.is_sorted());
    }
}
