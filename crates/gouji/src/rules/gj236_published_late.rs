//! 查什么：公布日期（没有公布日期时看落款日期）晚于这类机关公布年度报告的期限。
//!
//! 为什么：条例第四十九条：县级以上人民政府部门 1 月 31 日前，县级以上地方人民政府 3 月 31 日前；格式通知第二部分（二）：县级政府 2 月 20 日前，设区的市级政府 3 月 10 日前。乡镇、街道按部门的期限。
//!
//! 例：县财政局 2023 年度的报告，落款为 2024 年 3 月 5 日。
//!
//! 不报：落款在期限以内的（公布日期仍可能更晚，但从文中看不出来）；转发通知、报送函的日期；从名称看不出是哪类机关的，按最晚的期限；公共企事业单位。
//!
//! What it finds: a date of publication, or else of signature, behind the deadline for this kind of organ.
//!
//! Why it matters: article 49 of the 条例: departments by 31 January, governments by 31 March; part two (二) of the notices:
//! counties by 20 February, cities by 10 March. Townships and sub-districts follow the departments.
//!
//! Example: a county bureau's report on 2023, signed on 5 March 2024.
//!
//! What it leaves out: a signature within the deadline; dates of covering letters; where the name leaves the kind open, the
//! latest deadline counts; public institutions.

use super::{Context, Rule};
use crate::reading::{Date, deadline};
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ236",
    name: "published_late",
    title: words("公布晚于期限", "Published after the deadline"),
    severity: Severity::Warning,
    basis: words(
        "条例第四十九条：部门 1 月 31 日前，政府 3 月 31 日前；格式通知第二部分（二）：县级政府 2 月 20 日前，设区的市级政府 3 月 10 日前，省级政府 3 月 31 日前。",
        "条例 article 49: departments by 31 January, governments by 31 March; part two (二) of the notices: counties by 20 February, cities by 10 March, provinces by 31 March.",
    ),
    check,
};

const PUBLISHED: &Words = &words(
    "公布日期是 {date}，晚于这类机关的期限 {deadline}。",
    "It was published on {date}, after the deadline of {deadline} for such an organ.",
);
const SIGNED: &Words = &words(
    "落款日期是 {date}，晚于这类机关公布的期限 {deadline}。",
    "It was signed on {date}, after the deadline of {deadline} for such an organ.",
);
const DATE: &Words = &words("{year} 年 {month} 月 {day} 日", "{year}-{month}-{day}");
const ADVICE: &Words = &words(
    "请核实日期。页面迁移、重新发布的，实际公布日期可能更早；确实晚于期限的，下一年度请按期公布。",
    "Check the date. A page that was moved may have been published before; else keep the deadline next year.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let dates = &document.content.dates;
    let Some(year) = document.report_year() else { return };
    let Some((month, day)) = deadline(&document.issuer_kinds, context.issuer("")) else { return };
    let deadline = Date { year: year + 1, month, day };
    let (date, message) = match (&dates.published, &dates.signed) {
        (Some(published), _) => (published, PUBLISHED),
        (None, Some(signed)) => (signed, SIGNED),
        (None, None) => return,
    };
    // A year later still it is the year that is wrong (GJ402).
    if date.value <= deadline || date.value.year > year + 1 {
        return;
    }
    let (said, due) = (in_words(context, date.value), in_words(context, deadline));
    let facts = [("date", (&said).into()), ("deadline", (&due).into())];
    findings.push(context.found(&RULE, date.range, message, ADVICE, &facts));
}

/// A date in the caller's language.
pub(super) fn in_words(context: &Context<'_>, date: Date) -> String {
    context.fill(DATE, &[("year", date.year.into()), ("month", date.month.into()), ("day", date.day.into())])
}
