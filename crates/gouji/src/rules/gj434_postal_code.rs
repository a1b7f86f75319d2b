//! 查什么：联系方式里的邮政编码属于另一个城市，与电话区号不一致。
//!
//! 为什么：两者之一写错了，公众的信件会寄错地方。这是惯例。
//!
//! 例：“邮政编码：350000，联系电话：0595-22570000”。
//!
//! 不报：没有区号的电话，不在一处的邮编和电话，本程序不掌握其邮编的区号，交界处两地都用的邮编。
//!
//! What it finds: a postal code of another city than the area code of the
//! telephone beside it.
//!
//! Why it matters: one of the two is wrong, and letters go astray. It is
//! customary.
//!
//! Example: 邮政编码：350000，联系电话：0595-22570000.
//!
//! What it leaves out: telephone numbers without area code, codes that do not
//! stand together, area codes whose postal codes are not known here, and
//! postal codes used on both sides of a border.

use super::{Context, Rule};
use crate::words::{Words, words};
use crate::{Finding, Label, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ434",
    name: "postal_code",
    title: words("邮政编码与电话区号不一致", "Postal code and area code disagree"),
    severity: Severity::Warning,
    basis: words(
        "惯例：邮政编码与电话区号属于同一个地方。",
        "Customary: postal code and area code are of the same place.",
    ),
    check,
};

const MESSAGE: &Words = &words(
    "邮政编码 {code} 属于区号 {other} 的地方，电话的区号却是 {area}。",
    "The postal code {code} belongs to the area of {other}, and the telephone's area code is {area}.",
);
const ADVICE: &Words =
    &words("请核实邮政编码和电话号码。", "Check the postal code and the telephone number.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for elsewhere in &context.document.prose.postal_codes {
        let (code, area) = (&elsewhere.code, &elsewhere.area);
        let facts = [
            ("code", (&code.value).into()),
            ("area", (&area.value).into()),
            ("other", elsewhere.area_of_code.into()),
        ];
        let mut finding = context.found(&RULE, code.range, MESSAGE, ADVICE, &facts);
        finding.labels.push(Label { range: area.range, text: area.value.clone() });
        findings.push(finding);
    }
}
