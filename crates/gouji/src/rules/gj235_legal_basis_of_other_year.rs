//! 查什么：引言所引的格式通知不是报告年度的那一份，或者通知的名称和文号不是同一份。
//!
//! 为什么：2019、2020 年度的报告适用国办公开办函〔2019〕60号，2021 年度起适用〔2021〕30号；〔2016〕201号和国务院令第492号随旧条例失效。
//!
//! 例：2023 年度的报告写“按照国办公开办函〔2019〕60号编制”。
//!
//! 不报：两份通知都引的；只引条例或者地方文件的；年度不明的。
//!
//! What it finds: an introduction that names the notice for other years, or the title of one notice with the number of the other.
//!
//! Why it matters: 国办公开办函〔2019〕60号 is for the reports on 2019 and 2020, 〔2021〕30号 for those on 2021 and later; 〔2016〕201号 and
//! 国务院令第492号 lapsed with the old regulations.
//!
//! Example: a report on 2023 made 按照国办公开办函〔2019〕60号.
//!
//! What it leaves out: both notices named; none named; an unknown year.

use super::{Context, Rule};
use crate::form::{Form, FormId};
use crate::reading::LegalText;
use crate::words::{Words, words};
use crate::{Finding, Severity};

pub(super) static RULE: Rule = Rule {
    code: "GJ235",
    name: "legal_basis_of_other_year",
    title: words("引用的依据不是本年度的", "The legal basis of another year"),
    severity: Severity::Warning,
    basis: words(
        "国办公开办函〔2019〕60号适用于 2019、2020 年度的报告，〔2021〕30号适用于 2021 年度及以后的报告，以报告年度为准；现行条例为国务院令第711号。",
        "国办公开办函〔2019〕60号 is for reports on 2019 and 2020, 〔2021〕30号 for 2021 and later; the 条例 in force is 国务院令第711号.",
    ),
    check,
};

const OTHER_YEAR: &Words = &words(
    "报告年度为 {year} 年，引言所引的{printed}不适用于这一年度。",
    "The report is on {year}; {printed}, which the introduction names, is not for that year.",
);
const LAPSED: &Words =
    &words("引言所引的{printed}已经失效。", "{printed}, which the introduction names, has lapsed.");
const OTHER_TITLE: &Words =
    &words("{printed}前面写的是{other}的名称。", "The title before {printed} is that of {other}.");
const ADVICE: &Words = &words("请核对依据文件的名称和文号。", "Check the title and number of the document.");

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let document = context.document;
    let year = document.report_year();
    let form = year.and_then(Form::for_year).map(|form| form.id);
    let right = form.map(notice_of);
    let names_the_right = document.content.bases.iter().any(|basis| Some(basis.named) == right);
    for basis in &document.content.bases {
        let printed = context.printed(basis.range);
        let is_notice = matches!(basis.named, LegalText::Notice2019 | LegalText::Notice2021);
        let lapsed = !is_notice && form.is_some() && !names_the_right;
        let other = match basis.titled {
            Some(LegalText::Notice2019) => FormId::Y2019.form().document,
            Some(_) => FormId::Y2021.form().document,
            None => "",
        };
        let message = if is_notice && right.is_some() && !names_the_right {
            OTHER_YEAR
        } else if lapsed {
            LAPSED
        } else if !other.is_empty() {
            OTHER_TITLE
        } else {
            continue;
        };
        let facts = [
            ("year", year.unwrap_or_default().into()),
            ("printed", (&printed).into()),
            ("other", other.into()),
        ];
        let mut finding = context.found(&RULE, basis.range, message, ADVICE, &facts);
        if message == OTHER_TITLE || message == LAPSED {
            finding.severity = Severity::Info;
        }
        findings.push(finding);
    }
}

fn notice_of(form: FormId) -> LegalText {
    match form {
        FormId::Y2019 => LegalText::Notice2019,
        FormId::Y2021 => LegalText::Notice2021,
    }
}
