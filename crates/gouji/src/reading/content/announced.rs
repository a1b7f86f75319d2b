//! The parts that the introduction says the report has.

use crate::form::{FORM_2021, SectionKind};
use crate::reading::compact::Compact;
use crate::reading::label::{chinese_digit, contains_in_order};
use crate::text::{TextRange, fold};

/// The parts that the introduction says the report has: 由…、…六个部分组成.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// How many.
    pub count: usize,
    /// Which, where they are listed, with the sections they are; a part may be
    /// none of the form's, or the rest of the name before it.
    pub listed: Vec<Option<SectionKind>>,
    /// The words that give the number.
    pub range: TextRange,
}

impl Announced {
    /// The fewest and the most parts that are listed; names may hold commas.
    pub fn listed_count(&self) -> (usize, usize) {
        let known = self.listed.iter().filter(|kind| kind.is_some()).count();
        (known, self.listed.len())
    }
}

const FEWEST_PARTS: usize = 2;
const MOST_PARTS: usize = 15;

pub(super) fn read(text: &str, introduction: &Compact<'_>) -> Option<Announced> {
    let words = introduction.text.as_str();
    for (at, part) in words.match_indices("部分") {
        let before = words[..at].strip_suffix(['个', '大']).unwrap_or(&words[..at]);
        let is_digit = |character: char| character.is_ascii_digit() || chinese_digit(character).is_some();
        let start = before.trim_end_matches(is_digit).len();
        let Some(count) = parse_count(&before[start..]) else { continue };
        let sentence = before[..start].rfind('。').map_or(0, |at| at + "。".len());
        let lead = &before[sentence..start];
        let is_of_the_report = ["报告", "年报", "全文", "内容"].iter().any(|word| lead.contains(word));
        if lead.ends_with('第') || !is_of_the_report {
            continue;
        }
        let end = at + part.len();
        // 总体情况等六个部分 does not list them all.
        let is_open = lead.chars().rev().take(3).any(|character| character == '等');
        let listed = match list_before(lead) {
            _ if is_open => Vec::new(),
            Some(list) => kinds(text, introduction.place(sentence + list, start)),
            None => Vec::new(),
        };
        let listed = if listed.len() < FEWEST_PARTS {
            let rest = &words[end..];
            let until = rest.find('。').unwrap_or(rest.len());
            let list = list_behind(&rest[..until]).filter(|_| !is_open && !rest[..until].ends_with('等'));
            list.map_or(Vec::new(), |list| kinds(text, introduction.place(end + list, end + until)))
        } else {
            listed
        };
        return Some(Announced { count, listed, range: introduction.place(start, end) });
    }
    None
}

/// `6`, `六`, `十一`; none for other numbers than a report can have parts.
fn parse_count(digits: &str) -> Option<usize> {
    let mut count = 0_usize;
    for character in digits.chars().take(3) {
        let digit = character.to_digit(10).map(|digit| digit as usize);
        count = match (digit, chinese_digit(character).map(usize::from)) {
            (Some(digit), _) => count * 10 + digit,
            (None, Some(10)) => count.max(1) * 10,
            (None, digit) => count + digit?,
        };
    }
    (FEWEST_PARTS..=MOST_PARTS).contains(&count).then_some(count)
}

/// Where, in what stands before the number, a list begins.
fn list_before(lead: &str) -> Option<usize> {
    const OPENINGS: [&str; 6] = ["由", "包括", "包含", "分为", "涵盖", "内容为"];
    let last = OPENINGS.iter().filter_map(|opening| Some(lead.rfind(opening)? + opening.len())).max()?;
    (last < lead.len()).then_some(last)
}

/// Where, in what stands behind the number, a list begins.
fn list_behind(rest: &str) -> Option<usize> {
    const OPENINGS: [&str; 6] = ["分别是", "分别为", "包括", "即", ":", "--"];
    OPENINGS.iter().filter_map(|opening| Some(rest.find(opening)? + opening.len())).min()
}

/// The sections that a list names. A name may hold a comma: the one of section
/// four always does.
fn kinds(text: &str, list: TextRange) -> Vec<Option<SectionKind>> {
    const SHORTEST: usize = 4;
    let marks = ['、', '，', ',', '；', ';', '“', '”', '"', '：', ':'];
    let mut names: Vec<String> = Vec::new();
    for piece in list.of(text).split(marks) {
        // The last two are joined by a word.
        let folded =
            fold(piece).replace("以及", "、").replace("和其他", "、其他").replace("及其他", "、其他");
        for name in folded.split('、') {
            match names.last_mut() {
                Some(before)
                    if name.contains("诉讼") && before.contains("复议") && !before.contains("诉讼") =>
                {
                    before.push_str(name);
                }
                _ if name.chars().count() >= SHORTEST => names.push(name.to_owned()),
                _ => {}
            }
        }
    }
    let specs = || FORM_2021.sections.iter().chain(FORM_2021.extra_sections);
    let kind = |name: &String| {
        let is = |core: &&[&str]| contains_in_order(name, core);
        specs().find(|spec| spec.heading.cores.iter().any(is)).map(|spec| spec.kind)
    };
    let kinds: Vec<_> = names.iter().map(kind).collect();
    if kinds.iter().all(Option::is_none) { Vec::new() } else { kinds }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SectionKind::{Applications, Disclosure, Fees, Other, Overview, Problems, Review};

    fn announced(text: &str) -> Option<(usize, Vec<Option<SectionKind>>, &str)> {
        let whole = TextRange::new(0, text.len());
        read(text, &Compact::new(text, whole)).map(|found| (found.count, found.listed, found.range.of(text)))
    }

    #[test]
    fn the_parts_are_counted_and_known() {
        assert_eq!(
            announced(
                "本报告由总体情况、主动公开政府信息情况、依申请公开政府信息情况，行政复议、行政诉讼情况，信息处理费收取情况，存在问题及改进措施、其他事项七部分组成。"
            ),
            Some((
                7,
                [Overview, Disclosure, Applications, Review, Fees, Problems, Other].map(Some).to_vec(),
                "七部分"
            ))
        );
        assert_eq!(
            announced("报告全文包含“总体情况”“政府信息公开行政复议、行政诉讼情况” 6 个部分。"),
            Some((6, [Overview, Review].map(Some).to_vec(), "6 个部分"))
        );
        assert_eq!(
            announced("年度报告共分五个部分，分别是：总体情况、主动公开情况、其他需要说明的事项。"),
            Some((5, [Overview, Disclosure, Other].map(Some).to_vec(), "五个部分"))
        );
        assert_eq!(announced("报告包括总体情况、主动公开情况等六个部分。"), Some((6, vec![], "六个部分")));
        assert_eq!(
            announced("报告包含总体情况、主动公开情况、存在问题及改进情况和其他需要报告的事项6个部分。"),
            Some((6, [Overview, Disclosure, Problems, Other].map(Some).to_vec(), "6个部分"))
        );
        assert_eq!(announced("报告共分六个部分，各项数据从1月1日起统计。"), Some((6, vec![], "六个部分")));
    }

    #[test]
    fn other_parts_are_not_the_reports() {
        for text in [
            "报告第六部分说明收费情况。",
            "公开指南分为三个部分。",
            "报告中的大部分数据来自台账。",
            "报告由一部分人编写。",
        ] {
            assert_eq!(announced(text), None, "{text}");
        }
    }
}
