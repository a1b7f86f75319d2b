//! 查什么：正文里的总数与所列各项对不上：一项大于总数；各项相加大于总数；各项已经列全（有“其他”“其余”，或者主办与协办这样两项合为全部，或者列完以后写“共”），相加不等于总数。
//!
//! 为什么：同一句话里的数应当一致。这是惯例。
//!
//! 例：“承办建议15件，其中主办4件、协办10件”。
//!
//! 不报：只举出一部分的“其中”，单位不同的数，“余”“约”“近”等约数，同一信息可以重复计入的发布渠道和解读形式，分项里的分项。
//!
//! What it finds: a whole stated in the prose that its parts contradict: one
//! part is greater; the parts are more; or they are all there are (其他, 其余, two
//! parts such as 主办 and 协办, a total with 共 behind them), and their sum is
//! another.
//!
//! Why it matters: figures of one sentence should agree. It is customary.
//!
//! Example: 承办建议15件，其中主办4件、协办10件.
//!
//! What it leaves out: 其中 that names some of the parts, other units, figures
//! that are not exact, channels and forms that count the same thing several
//! times, and parts of parts.

use super::{Context, Rule};
use crate::reading::SumFault;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ421",
    name: "parts_of_a_sum",
    title: words("总数与各项对不上", "A whole and its parts disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：正文里总数与所列各项应当一致。",
        "Customary: a whole in the text agrees with its parts.",
    ),
    check,
};

const PART_IS_GREATER: &Words =
    &words("总数写的是{whole}，其中一项却有{parts}。", "The whole is {whole}, and a part of it is {parts}.");
const PARTS_ARE_GREATER: &Words = &words(
    "所列各项相加为{sum}{unit}（{parts}），多于总数{whole}。",
    "The parts add up to {sum} ({parts}), more than the whole, {whole}.",
);
const PARTS_DIFFER: &Words = &words(
    "所列各项相加为{sum}{unit}（{parts}），总数写的是{whole}。",
    "The parts add up to {sum} ({parts}), and the whole is {whole}.",
);
const PLUS: &Words = &words("＋", " + ");
const ADVICE: &Words = &words(
    "请核实总数和各项；如果各项有交叉，或者没有列全，请在文中写明。",
    "Check the whole and its parts; where parts overlap or some are not named, say so in the text.",
);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for failing in &context.document.prose.sums {
        let mut parts = String::new();
        let mut sum = 0_i64;
        for part in &failing.parts {
            context.list(&mut parts, PLUS, &context.printed(part.range));
            sum = sum.saturating_add(part.value);
        }
        let message = match failing.fault {
            SumFault::PartIsGreater => PART_IS_GREATER,
            SumFault::PartsAreGreater => PARTS_ARE_GREATER,
            SumFault::PartsDiffer => PARTS_DIFFER,
        };
        let whole = context.printed(failing.whole.range);
        let facts = [
            ("whole", (&whole).into()),
            ("parts", (&parts).into()),
            ("sum", sum.into()),
            ("unit", failing.unit.into()),
        ];
        let mut finding = context.found(&RULE, failing.whole.range, message, ADVICE, &facts);
        for part in &failing.parts {
            finding.labels.push(context.label(part.range));
        }
        findings.push(finding);
    }
}
