//! What is said of repairs. It blames nobody, and says of no repair that it is
//! the truth: that is in the office's records.

use super::{Proof, Repairs, Slip};
use crate::Language;
use crate::form::{CellId, ColumnId, RelationId, RelationKind, RowId, TableId};
use crate::rules::{AND, Context};
use crate::words::{Words, words};

const ONE_SET: &Words = &words(
    "改动这 {size} 个数，全部可核对的关系即告成立；改动更少做不到，同样少的改法只此一种。仅供查找线索，请核对原始台账。",
    "Changing these cells ({size}) makes every relation hold; no smaller change does, and no other of this size. It says where to look: check against the original records.",
);
const SEVERAL_SETS: &Words = &words(
    "最少改动 {size} 个数可使全部可核对的关系成立，同样少的改法有 {found} 种，仅凭表中数字无法判断哪一种属实。请核对原始台账。",
    "Changing {size} cells makes every relation hold; {found} sets of this size do, and the figures alone do not tell which is right. Check against the original records.",
);
const SOME_SETS: &Words = &words(
    "最少改动 {size} 个数可使全部可核对的关系成立；同样少的改法很多，未能全部列出，已找到 {found} 种。请核对原始台账。",
    "Changing {size} cells makes every relation hold; there are many sets of this size, of which {found} were found. Check against the original records.",
);
const NO_SET: &Words = &words(
    "不符之处较多，未能在限定步数内找到最小修改；至少要改动 {size} 个数。请先逐行、逐列核对原始台账。",
    "Too much disagrees for the smallest change to be found within the steps allowed; at least {size} cells must change. Go through the original records row by row and column by column first.",
);

const DISJOINT: &Words = &words(
    "{relations}互不共用单元格，每一条都至少要改动一个数，因此少于 {size} 个数不够。",
    "{relations} share no cell, and each needs a change of its own, so that fewer than {size} do not do.",
);
const ONE_FAILS: &Words = &words(
    "{relations}不成立，至少要改动一个数。",
    "{relations} does not hold, so that at least one cell must change.",
);
const SEARCHED: &Words = &words(
    "已逐一排除少于 {size} 个数的全部改法。",
    "All changes of fewer than {size} cells were tried, and none does.",
);

const ROW: &Words = &words("“{subject}”的合计", "the total of “{subject}”");
const COLUMN: &Words = &words("“{subject}”列的总计", "the results of column “{subject}”");
const BALANCE: &Words = &words("“{subject}”列第一至四项的勾稽", "the balance of column “{subject}”");

const EXCHANGED: &Words =
    &words("与“{other}”的数可能互换了位置", "may have changed places with the number in “{other}”");
const BELONGS_ABOVE: &Words =
    &words("{from} 可能属于上一行（“{other}”）", "{from} may belong in the row above (“{other}”)");
const BELONGS_BELOW: &Words =
    &words("{from} 可能属于下一行（“{other}”）", "{from} may belong in the row below (“{other}”)");
const BELONGS_BESIDE: &Words =
    &words("{from} 可能属于相邻的列（“{other}”）", "{from} may belong in the column beside it (“{other}”)");
const STANDS_AT: &Words =
    &words("此处的数可能误填在“{other}”", "the number of this cell may stand in “{other}”");
const DIGIT_MISSING: &Words = &words("可能漏填一位数字", "a digit may have been left out");
const DIGIT_EXTRA: &Words = &words("可能多填一位数字", "there may be a digit too many");
const DIGITS_SWAPPED: &Words = &words("可能有两位数字颠倒", "two digits may have changed places");
const DIGIT_CONFUSED: &Words = &words(
    "可能有一位数字认错或填错（如 1 与 7、3 与 8、0 与 6）",
    "a digit may have been taken for one that looks like it",
);
const OMITS: &Words = &words("合计可能漏加“{other}”", "the total may leave out “{other}”");
const COUNTS_TWICE: &Words = &words("合计可能重复计入“{other}”", "the total may count “{other}” twice");
const COPIED: &Words = &words(
    "与上一行“{other}”相同，可能是照抄了上一行",
    "is the same as “{other}” in the row above, and may have been copied from there",
);
const STALE_TOTAL: &Words = &words(
    "合计与各分项之和不符，可能未随分项更新",
    "the total may not have been brought up to date with its parts",
);

/// What the sets are, and what to do with them.
pub(super) fn advice(language: Language, repairs: &Repairs) -> String {
    let words = match (repairs.size, repairs.found, repairs.exhaustive) {
        (None, ..) => NO_SET,
        (_, 1, true) => ONE_SET,
        (.., true) => SEVERAL_SETS,
        _ => SOME_SETS,
    };
    let size = repairs.size.unwrap_or(repairs.at_least);
    words.filled(language, &[("size", size.into()), ("found", repairs.found.into())])
}

/// Why nothing smaller works.
pub(super) fn proof(context: &Context<'_>, proof: &Proof) -> String {
    let mut relations = String::new();
    for &id in &proof.disjoint {
        context.list(&mut relations, AND, &relation(context, id));
    }
    let words = match proof.disjoint.len() {
        0 => SEARCHED,
        1 => ONE_FAILS,
        _ => DISJOINT,
    };
    let facts = [("relations", (&relations).into()), ("size", proof.at_least.into())];
    words.filled(context.language, &facts)
}

/// A relation by what it is about.
fn relation(context: &Context<'_>, id: RelationId) -> String {
    let (words, subject) = match id.kind {
        RelationKind::Row | RelationKind::ReviewTotal => (ROW, context.row_name(id.table, RowId(id.subject))),
        RelationKind::ColumnTotal => (COLUMN, context.column_name(id.table, ColumnId(id.subject))),
        RelationKind::Balance => (BALANCE, context.column_name(id.table, ColumnId(id.subject))),
    };
    words.filled(context.language, &[("subject", subject.into())])
}

/// What the slip may have been, to be read after the cell and its values.
pub(super) fn slip(context: &Context<'_>, cell: CellId, from: Option<i64>, slip: Slip<CellId>) -> String {
    let (words, other) = match slip {
        Slip::Exchanged(other) => (EXCHANGED, Some(other)),
        Slip::BelongsTo(other) => (belongs(context, cell, other), Some(other)),
        Slip::StandsAt(other) => (STANDS_AT, Some(other)),
        Slip::DigitMissing => (DIGIT_MISSING, None),
        Slip::DigitExtra => (DIGIT_EXTRA, None),
        Slip::DigitsSwapped => (DIGITS_SWAPPED, None),
        Slip::DigitConfused => (DIGIT_CONFUSED, None),
        Slip::Omits(other) => (OMITS, Some(other)),
        Slip::CountsTwice(other) => (COUNTS_TWICE, Some(other)),
        Slip::Copied(other) => (COPIED, Some(other)),
        Slip::StaleTotal => (STALE_TOTAL, None),
    };
    let name = other.map(|other| context.cell_name(other)).unwrap_or_default();
    words.filled(context.language, &[("other", (&name).into()), ("from", from.unwrap_or(0).into())])
}

/// Where a number may belong, as seen from where it stands.
fn belongs(context: &Context<'_>, cell: CellId, other: CellId) -> &'static Words {
    // The rows of the reviews stand side by side.
    if other.row == cell.row || cell.table == TableId::Review {
        return BELONGS_BESIDE;
    }
    let rows = context.document.table(cell.table).map(|table| &table.rows);
    let first = rows.and_then(|rows| rows.iter().find(|row| row.id == cell.row || row.id == other.row));
    if first.is_some_and(|row| row.id == other.row) { BELONGS_ABOVE } else { BELONGS_BELOW }
}
