//! Shares in prose that are greater than the whole.

use super::Paragraph;
use crate::reading::Spot;
use crate::reading::figures::Figure;
use crate::reading::number::Number;
use crate::reading::search::{begins_with, clipped_ahead, find_last, first_of, has_any};

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
pub(super) fn read_shares(paragraph: &Paragraph, found: &mut Vec<ShareAboveHundred>) {
    let text = paragraph.text.as_str();
    for figure in &paragraph.figures {
        if figure.unit != "%" || !is_above_hundred(figure) || found.len() >= super::MOST_NOTES {
            continue;
        }
        let before = clipped_ahead(&text[..figure.start], 90);
        let mark = find_last(before, "。 ； ， ！ ？ ： ,");
        let clause = mark.map_or(before, |at| &before[at + first_of(&before[at..]).len_utf8()..]);
        let Some(name) = name(before, clause).filter(|_| !has_any(clause, GROWTH)) else { continue };
        let printed = text[figure.start..figure.end].to_owned();
        let share = Spot { value: printed, range: paragraph.place(figure.start, figure.end) };
        found.push(ShareAboveHundred {
            may_be_meant: name.starts_with("解读"),
            share,
            name: name.to_owned(),
        });
    }
}

/// What a share is said to be of: the rate in its clause, which ends what
/// stands before it.
fn name<'text>(before: &str, clause: &'text str) -> Option<&'text str> {
    let rate = find_last(clause, "率").or_else(|| Some(find_last(clause, "满意度")? + "满意".len()));
    let Some(rate) = rate else {
        return (has_any(clause, "占") && !has_any(clause, "相当于")).then_some("占比");
    };
    let (rate, behind) = clause.split_at(rate + '率'.len_utf8());
    let name = &rate[find_last(rate, RATES)?..];
    // Between the rate and its figure stands no other matter.
    if behind.len() > 24 || name.len() > begins_with(name, RATES) + 9 {
        return None;
    }
    let is_of_a_plan = name.starts_with("完成") && has_any(before, "任务 计划 目标 超额");
    (!is_of_a_plan).then_some(name)
}

fn is_above_hundred(figure: &Figure) -> bool {
    // A hundred in the digits of the figure: 100.5 is above.
    let value = figure.value();
    value.is_some_and(|value| {
        value.digits / 10_i64.pow(value.places.min(15)) >= 100 && value != Number::whole(100)
    })
}
