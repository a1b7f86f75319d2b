//! Shares in prose that are greater than the whole.

use super::super::Spot;
use super::super::number::Number;
use super::{Figure, Paragraph};

/// A share above one hundred per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareAboveHundred {
    /// The share as printed.
    pub share: Spot<String>,
    /// What it is said of: `办结率`.
    pub name: String,
    /// Whether it may be meant so: 解读率 where a document has several
    /// interpretations.
    pub may_be_meant: bool,
}

/// What rates are of that cannot be above the whole.
const RATES: &str = "办结 办复 办理 答复 按时 按期 可办 网办 及时 回复 反馈 满意 覆盖 公开 发布 知晓 达标 合格 通过 \
    准确 回应 处理 处置 签收 见面 沟通 落实 开通 规范 响应 受理 参训 整改 入库 上线 更新 审查 备案 \
    好评 完成 解读";

/// Words that say that the figure is a growth, or held against a plan.
const GROWTH: &str = "增 同比 环比 上升 提高 提升 超额 倍 上年 去年 同期 任务 目标 计划 指标 下降 减少 降低";

/// Reads the shares of a paragraph.
pub(super) fn read_shares(paragraph: &Paragraph, figures: &[Figure], found: &mut Vec<ShareAboveHundred>) {
    const FURTHEST: usize = 90;
    let text = paragraph.text.as_str();
    for figure in figures {
        if figure.unit != "%" || !is_above_hundred(figure) || found.len() >= super::MOST_NOTES {
            continue;
        }
        let mut start = figure.start.saturating_sub(FURTHEST);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let before = &text[start..figure.start];
        let clause = before.rsplit(['。', '；', '，', '！', '？', '：', ',']).next().unwrap_or_default();
        if GROWTH.split(' ').any(|word| clause.contains(word)) {
            continue;
        }
        let rate = clause.rfind('率').or_else(|| clause.rfind("满意度").map(|at| at + "满意".len()));
        let name = if let Some(end) = rate {
            let end = end + '率'.len_utf8();
            // Between the rate and its figure stands no other matter.
            if clause.len() - end > 24 {
                continue;
            }
            let behind = RATES.split(' ').filter_map(|word| Some((clause[..end].rfind(word)?, word))).max();
            let Some((at, _)) = behind.filter(|(at, word)| end - at <= word.len() + 9) else { continue };
            let plan = ["任务", "计划", "目标", "超额"];
            if clause[at..end].starts_with("完成") && plan.iter().any(|word| before.contains(word)) {
                continue;
            }
            clause[at..end].to_owned()
        } else if clause.contains("占") && !clause.contains("相当于") {
            "占比".to_owned()
        } else {
            continue;
        };
        let printed = text[figure.start..figure.end].to_owned();
        let share = Spot { value: printed, range: paragraph.place(figure.start, figure.end) };
        found.push(ShareAboveHundred { may_be_meant: name.starts_with("解读"), share, name });
    }
}

fn is_above_hundred(figure: &Figure) -> bool {
    // A hundred in the digits of the figure: 100.5 is above.
    let value = figure.value();
    value.is_some_and(|value| {
        value.digits / 10_i64.pow(value.places.min(15)) >= 100 && value != Number::whole(100)
    })
}
