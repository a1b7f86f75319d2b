//! What the prose says beside figures: parts announced, what the sections are
//! about, legal basis, dates and years.

mod amounts;
mod announced;
mod basis;
mod dates;
mod overview;
mod period;
mod problem_words;
mod problems;
mod years;

use super::compact::Compact;
use super::search::{clipped, has_any};
use super::{Document, Section};
use crate::form::SectionKind;
use crate::text::TextRange;

pub use announced::Announced;
pub use basis::{Basis, LegalText};
pub use dates::{Date, Dates};
pub use overview::{Aspect, Duty, Overview};
pub use period::Period;
pub use problems::Problems;

use super::Spot;

/// How much of a section, in bytes, is looked at. The longest section of a real
/// report is a third of it.
const MOST_OF_A_SECTION: usize = 60_000;

/// What the prose says beside figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The parts that the introduction announces.
    pub announced: Option<Announced>,
    /// The statistics period that the introduction gives.
    pub period: Option<Spot<Period>>,
    /// The legal texts that the introduction names.
    pub bases: Vec<Basis>,
    /// What section one is about; none where the section is not there.
    pub overview: Option<Overview>,
    /// What section five is about; none where the section is not there.
    pub problems: Option<Problems>,
    /// Whether anything is said of processing fees; unknown where section six
    /// is not there.
    pub speaks_of_fees: Option<bool>,
    /// When the report was signed and published.
    pub dates: Dates,
    /// Years that stand where the report year is due.
    pub stale_years: Vec<Spot<u16>>,
    /// The charges (行政事业性收费) that the text gives in 元, where the table gives
    /// the same number in 万元.
    pub charges_in_yuan: Option<TextRange>,
}

/// Reads what the prose of a report says whose sections and tables were read.
pub(super) fn read(text: &str, document: &Document, introduction: &Compact<'_>) -> Content {
    let problems = compact_section(text, document, SectionKind::Problems);
    let other = compact_section(text, document, SectionKind::Other);
    Content {
        announced: announced::read(text, introduction),
        period: period::read(introduction),
        bases: basis::read(introduction),
        overview: overview::read(text, document, &[&problems, &other]),
        problems: problems::read(text, document, &problems),
        speaks_of_fees: speaks_of_fees(text, document, &other),
        dates: dates::read(text, document),
        stale_years: years::read(text, document),
        charges_in_yuan: amounts::read(text, document),
    }
}

/// Section six says something of fees, or another section of processing fees.
fn speaks_of_fees(text: &str, document: &Document, other: &str) -> Option<bool> {
    document.section(SectionKind::Other)?;
    if document.section(SectionKind::Fees).is_some() || has_any(other, "处理费 收费 费用 收取 缴费 减免")
    {
        return Some(true);
    }
    for section in &document.sections {
        if has_any(&compact(body_range(text, section).of(text)), "处理费") {
            return Some(true);
        }
    }
    Some(false)
}

/// What stands under the heading of the section of this kind, in one line;
/// empty where there is none.
fn compact_section(text: &str, document: &Document, kind: SectionKind) -> String {
    document.section(kind).map_or(String::new(), |section| compact(body_range(text, section).of(text)))
}

/// Where what stands under the heading of a section stands.
fn body_range(text: &str, section: &Section) -> TextRange {
    let start = section.heading_range.end as usize;
    let body = TextRange { start: section.heading_range.end, ..section.range }.of(text);
    TextRange::new(start, start + clipped(body, MOST_OF_A_SECTION).len())
}

/// The prose without white space and marks of emphasis: words may be broken
/// over lines.
fn compact(prose: &str) -> String {
    let mut compact = String::with_capacity(prose.len());
    for character in prose.chars() {
        if !character.is_whitespace() && character != '*' {
            compact.push(character);
        }
    }
    compact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    /// What is read of a report on 2023 with these sections and what stands
    /// below them.
    fn content(issuer: &str, overview: &str, problems: &str, other: &str) -> Content {
        let text = format!(
            "{issuer}2023年政府信息公开工作年度报告\n一、总体情况\n{overview}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n{problems}\n六、其他需要报告的事项\n{other}\n"
        );
        crate::reading::read(&text, &Options::default()).content
    }

    fn missing(overview: &str) -> Vec<Aspect> {
        content("青禾市财政局", overview, "", "")
            .overview
            .map(|overview| overview.missing)
            .unwrap_or_default()
    }

    #[test]
    fn aspects_are_seen_with_and_without_headings() {
        assert_eq!(missing(""), Aspect::ALL);
        assert_eq!(missing("全年公布文件，对申请人逐件答复，落实保密审查，更新网站栏目，接受社会监督。"), []);
        let headed = "（一）主动公开情况。更新网站栏目。\n（二）依申请公开情况。答复前逐件审核。\n（三）平台建设情况。网站改版。\n（四）监督保障情况。培训两次。";
        assert_eq!(missing(headed), [Aspect::Management]);
        assert_eq!(missing(&headed.replace("审核", "审核，规范性文件集中公开")), []);
        // A word may be broken over lines.
        assert_eq!(missing(&headed.replace("（三）平", "（三）政府信息管理。\n（四）平\n")), []);
    }

    #[test]
    fn only_governments_report_on_their_own_work() {
        let duties = |issuer: &str, overview: &str| {
            content(issuer, overview, "", "").overview.map(|overview| overview.missing_duties)
        };
        assert_eq!(duties("青禾市财政局", ""), Some(vec![]));
        assert_eq!(duties("临湖县人民政府办公室", ""), Some(vec![]));
        assert_eq!(duties("临湖县人民政府", ""), Some(Duty::ALL.to_vec()));
        assert_eq!(duties("临湖县", "纳入绩效，开展满意度调查，未发生问责。"), Some(vec![]));
        assert_eq!(duties("青禾市", "纳入考核，接受评议。"), Some(vec![Duty::Accountability]));
    }

    #[test]
    fn problems_and_measures_are_told_apart() {
        let sides = |problems: &str| {
            let found = content("青禾市财政局", "", problems, "").problems.unwrap_or_else(|| unreachable!());
            (found.names_problems, found.names_measures, found.is_clear)
        };
        assert_eq!(sides("栏目更新不及时。下一步每月检查一次。"), (true, true, true));
        assert_eq!(sides("一是公开意识有待加强，二是解读质量需要提高。"), (true, false, true));
        assert_eq!(sides("加强学习，完善制度，提升水平。"), (false, true, true));
        assert_eq!(sides("没有发现明显问题，今后继续做好工作。"), (false, true, true));
        assert_eq!(sides("着力解决栏目更新不够及时的问题。"), (true, true, true));
        assert_eq!(sides("公开意识淡薄。栏目里都是动态消息。"), (true, false, false));
    }

    #[test]
    fn fees_may_be_spoken_of_in_many_words() {
        for other in ["未收取信息处理费。", "全年无信息公开收费。", "没有发生费用。", "没有收\n取任何费用"]
        {
            assert_eq!(content("青禾市财政局", "", "", other).speaks_of_fees, Some(true), "{other}");
        }
        for other in ["无。", "", "没有其他需要报告的事项。"] {
            assert_eq!(content("青禾市财政局", "", "", other).speaks_of_fees, Some(false), "{other}");
        }
        assert_eq!(content("青禾市财政局", "未收取信息处理费。", "", "无。").speaks_of_fees, Some(true));
    }

    #[test]
    fn the_date_below_the_report_is_its_own() {
        let signed = |other: &str| {
            let signed = content("青禾市财政局", "", "", other).dates.signed;
            signed.map(|date| (date.value.year, date.value.month, date.value.day))
        };
        assert_eq!(signed("无。\n青禾市财政局\n2024年1月12日"), Some((2024, 1, 12)));
        assert_eq!(signed("无。\n青禾市财政局 二〇二四年一月十二日"), Some((2024, 1, 12)));
        assert_eq!(signed("无。\n（2024年1月12日）"), Some((2024, 1, 12)));
        assert_eq!(signed("2024年1月12日召开会议。\n青禾市财政局办公室2024年1月12日印发"), None);
        let published =
            |other: &str| content("青禾市财政局", "", "", other).dates.published.map(|date| date.value.day);
        assert_eq!(published("无。\n【发布日期】2024-01-12 10:20"), Some(12));
        assert_eq!(published("无。\n时间：2024-01-12 来源：财政局"), Some(12));
        assert_eq!(published("无。\n会议时间：2024-01-12"), None);
    }
}
