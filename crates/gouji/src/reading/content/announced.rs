//! The parts that the introduction says the report has.

use crate::form::{FORM_2021, SectionKind};
use crate::reading::compact::Compact;
use crate::reading::label::{contains_in_order, digit};
use crate::reading::search::{
    begins_with, clipped_ahead, ends_with, find, find_last, first_characters, first_of, has_any, skip_back,
    until,
};
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

/// Characters of numbers.
const NUMERALS: &str = "0123456789〇○零Ｏ一二三四五六七八九十";

pub(super) fn read(text: &str, introduction: &Compact<'_>) -> Option<Announced> {
    let words = introduction.text.as_str();
    let mut end = 0;
    loop {
        let at = end + find(&words[end..], "部分")?;
        end = at + "部分".len();
        let before = &words[..at];
        let before = &before[..before.len() - ends_with(before, "个 大")];
        let numerals = skip_back(before, NUMERALS);
        let start = numerals.len();
        let Some(count) = parse_count(&before[start..]) else { continue };
        let sentence = find_last(numerals, "。").map_or(0, |at| at + "。".len());
        let lead = &numerals[sentence..];
        if lead.ends_with('第') || !has_any(lead, "报告 年报 全文 内容") {
            continue;
        }
        // 总体情况等六个部分 does not list them all.
        let is_open = has_any(clipped_ahead(lead, 9), "等");
        let mut listed = Vec::new();
        if let Some(list) = list_before(lead).filter(|_| !is_open) {
            listed = kinds(text, introduction.place(sentence + list, start));
        }
        if listed.len() < FEWEST_PARTS {
            let rest = until(&words[end..], "。");
            let list = list_behind(rest).filter(|_| !is_open && !rest.ends_with('等'));
            listed =
                list.map_or(Vec::new(), |list| kinds(text, introduction.place(end + list, end + rest.len())));
        }
        return Some(Announced { count, listed, range: introduction.place(start, end) });
    }
}

/// `6`, `六`, `十一`; none for other numbers than a report can have parts.
fn parse_count(digits: &str) -> Option<usize> {
    let mut count = 0;
    for character in first_characters(digits, 3).chars() {
        count = match digit(character)? {
            digit if character.is_ascii_digit() => count * 10 + digit,
            10 => count.max(1) * 10,
            digit => count + digit,
        };
    }
    (FEWEST_PARTS..=MOST_PARTS).contains(&usize::from(count)).then_some(usize::from(count))
}

/// Where, in what stands before the number, a list begins.
fn list_before(lead: &str) -> Option<usize> {
    const OPENINGS: &str = "由 包括 包含 分为 涵盖 内容为";
    let at = find_last(lead, OPENINGS)?;
    let list = at + begins_with(&lead[at..], OPENINGS);
    (list < lead.len()).then_some(list)
}

/// Where, in what stands behind the number, a list begins.
fn list_behind(rest: &str) -> Option<usize> {
    const OPENINGS: &str = "分别是 分别为 包括 即 : --";
    let at = find(rest, OPENINGS)?;
    Some(at + begins_with(&rest[at..], OPENINGS))
}

/// The sections that a list names.
fn kinds(text: &str, list: TextRange) -> Vec<Option<SectionKind>> {
    const MARKS: &str = "、，,；;“”\"：:";
    // The last two are joined by a word.
    const JOINING: &str = "以及 、 和其他 及其他";
    let mut names: Vec<String> = Vec::new();
    let mut rest = list.of(text);
    while !rest.is_empty() {
        let piece = until(rest, MARKS);
        rest = &rest[piece.len()..];
        rest = &rest[first_of(rest).len_utf8().min(rest.len())..];
        let folded = fold(piece);
        let mut folded = folded.as_str();
        while let Some(at) = find(folded, JOINING) {
            add_name(&mut names, &folded[..at]);
            let joining = if folded[at..].starts_with("以及") { "以及" } else { "、" };
            folded = &folded[at + joining.len()..];
        }
        add_name(&mut names, folded);
    }
    let mut kinds = Vec::with_capacity(names.len());
    let mut is_any_known = false;
    for name in &names {
        let mut specs = FORM_2021.sections.iter().chain(FORM_2021.extra_sections);
        let is_named = |core: &&[&str]| contains_in_order(name, core);
        let spec = specs.find(|spec| spec.heading.cores.iter().any(is_named));
        is_any_known |= spec.is_some();
        kinds.push(spec.map(|spec| spec.kind));
    }
    if is_any_known { kinds } else { Vec::new() }
}

/// Adds a name to a list. A name may hold a comma: the one of section four
/// always does.
fn add_name(names: &mut Vec<String>, name: &str) {
    const SHORTEST: usize = 4;
    match names.last_mut() {
        Some(before) if has_any(name, "诉讼") && has_any(before, "复议") && !has_any(before, "诉讼") => {
            before.push_str(name);
        }
        _ if first_characters(name, SHORTEST - 1).len() < name.len() => names.push(name.to_owned()),
        _ => {}
    }
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
