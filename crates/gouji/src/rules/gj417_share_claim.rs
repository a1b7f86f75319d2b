//! 查什么：正文写到的占比，与按表格计算的占比不一致。
//!
//! 为什么：惯例。占比由表格中的数算出，数改了而占比没有重算，前后就不一致；格式通知第三部分要求数据统得出、报得准、可核查。
//!
//! 例：正文写“予以公开70件，占45.4%”，表格中（七）总计为 169，70 ÷ 169 = 41.4%。
//!
//! 不报：占本年新收、占本年新收加上年结转、占（七）总计、占上一句所说的数，有一种相符的；最后一位数相差 1 的；同比增减、办结率、公开率。
//!
//! What it finds: shares in the text that are not those of the table's figures.
//!
//! Why it matters: customary. A share is computed from the table, and stays behind when a figure is
//! corrected; part three of the notices wants figures that are right and verifiable.
//!
//! Example: 予以公开70件，占45.4%, where 70 of 169 are 41.4 %.
//!
//! What it leaves out: shares that are right for what is new, for what is new and carried in, for all that
//! were handled, or for a figure named before; a last digit that is one off; growth, and rates of handling.

use super::{Context, Rule, claims};
use crate::reading::{Claim, ClaimKind, Quantity};
use crate::words::{Words, digits, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ417",
    name: "share_claim",
    title: words("正文的占比与表格不一致", "A share in the text and the table disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文写到的占比应与表格中的数相符。格式通知第三部分：数据要统得出、报得准、可核查。",
        "Customary: shares in the text are those of the table's figures. Part three of the notices: figures must be right and verifiable.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "正文写“{words}”，按表格计算不是这个比例：{readings}。",
    "The text says “{words}”, and the table gives another share: {readings}.",
);
const ADVICE: &Words = &words(
    "请按表格中的数重新计算；如占比的基数是别的数，请在正文中写明。",
    "Compute it again from the table; where it is a share of something else, let the text say of what.",
);
const SHARE: &Words =
    &words("占{whole}为 {part} ÷ {sum} = {share}%", "of {whole} it is {part} ÷ {sum} = {share} %");
const BETWEEN: &Words = &words("；", "; ");
/// As many readings are named.
const MOST_READINGS: usize = 3;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let message = |context: &Context<'_>, claim: &Claim, quoted: &str| {
        let readings = readings(context, claim);
        context.fill(MESSAGE, &[("words", quoted.into()), ("readings", (&readings).into())])
    };
    claims::report_as(context, findings, &RULE, &[ClaimKind::Share], ADVICE, message);
}

/// The first subject as a share of each whole.
fn readings(context: &Context<'_>, claim: &Claim) -> String {
    let places = match &claim.value {
        Quantity::Decimal(digits) => digits.split_once('.').map_or(0, |(_, fraction)| fraction.len()),
        Quantity::Count(_) => 0,
    };
    let mut said = String::new();
    let mut readings = 0;
    for (part, whole) in claim.subjects.iter().zip(&claim.wholes) {
        if Some(part) != claim.subjects.first() || readings == MOST_READINGS {
            continue;
        }
        readings += 1;
        let (part, sum) = (claims::total(context, part), claims::total(context, whole));
        let (share, names) = (hundredths(part, sum, places.clamp(1, 4)), claims::names(context, whole));
        let facts = [
            ("whole", (&names).into()),
            ("part", part.into()),
            ("sum", sum.into()),
            ("share", (&share).into()),
        ];
        context.list(&mut said, BETWEEN, &context.fill(SHARE, &facts));
    }
    said
}

/// A share in hundredths, rounded to so many digits behind the point.
fn hundredths(part: i64, whole: i64, places: usize) -> String {
    let (sign, part, whole) = (if part < 0 { "-" } else { "" }, part.abs(), whole.max(1));
    let hundredfold = part % whole * 100;
    let mut percent = part / whole * 100 + hundredfold / whole;
    // Digit by digit, as by hand, for larger products are beyond 64 bits.
    let (mut fraction, mut one, mut rest) = (0, 1, hundredfold % whole);
    for _ in 0..places {
        fraction = fraction * 10 + rest * 10 / whole;
        rest = rest * 10 % whole;
        one *= 10;
    }
    if rest * 2 >= whole {
        fraction += 1;
    }
    percent += fraction / one;
    // The 1 in front keeps the zeros behind it.
    [sign, &digits(percent), ".", &digits(one + fraction % one)[1..]].concat()
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn shares_are_rounded() {
        assert_eq!(hundredths(70, 169, 1), "41.4");
        assert_eq!(hundredths(2, 3, 2), "66.67");
        assert_eq!(hundredths(5, 5, 1), "100.0");
        assert_eq!(hundredths(1, 1000, 2), "0.10");
        assert_eq!(hundredths(99_999, 100_000, 2), "100.00");
        assert_eq!(hundredths(999_999_999_999_999, 1, 4), "99999999999999900.0000");
        assert_eq!(hundredths(-1, 3, 1), "-33.3");
    }
}
