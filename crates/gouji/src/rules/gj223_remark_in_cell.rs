//! 查什么：单元格里除了数，还有单位或者说明。
//!
//! 为什么：汇总这类表格的程序会跳过这一格，或者出错。这里按文字之前的数读取。
//!
//! 例：“0件”；“22（其中修订16件）”。
//!
//! 不报：全角数字，千分位逗号，金额的小数。
//!
//! What it finds: a number with a unit or a remark in its cell.
//!
//! Why it matters: programs that add up such tables skip the cell or fail. It
//! was read as the number before the words.
//!
//! Example: `0件`, or `22（其中修订16件）`.
//!
//! What it leaves out: digits of full width, thousands separators, decimals of
//! amounts.

use super::faulty_cells::CellRule;
use super::{Context, Rule};
use crate::reading::{Cell, CellReading};
use crate::words::words;
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ223",
    name: "remark_in_cell",
    title: words("数字单元格里有文字", "Words in a number's cell"),
    severity: Severity::Info,
    basis: words("惯例。格式通知没有写明，各地普遍这样做。", "Customary; the notices do not say so."),
    check,
};

const CELL_RULE: CellRule = CellRule {
    rule: &RULE,
    fault: &words("除数字外还有文字", "which has words besides the number"),
    advice: &words(
        "单元格内建议只填数字，说明写在正文里。",
        "Better keep the cell to the number and explain in the text.",
    ),
    is_faulty,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    CELL_RULE.check(context, findings);
}

fn is_faulty(_: &Context<'_>, cell: &Cell) -> bool {
    matches!(cell.reading, CellReading::WithUnit(_) | CellReading::WithRemark(_))
}
