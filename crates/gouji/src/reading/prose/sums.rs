//! Sums in prose: a whole and its parts, `共 15 件，其中主办 4 件、协办 11 件`.

use super::Paragraph;
use crate::reading::Spot;
use crate::reading::figures::Figure;
use crate::reading::search::{
    begins_in, begins_with, clipped, clipped_ahead, ends_in, ends_with, find, find_last, first_of, has_any,
    is_in, last_of, skip, skip_back, until,
};

/// A whole and parts of it that cannot belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailingSum {
    /// The whole.
    pub whole: Spot<i64>,
    /// The parts that speak against it; of one that is greater than the whole,
    /// that one alone.
    pub parts: Vec<Spot<i64>>,
    /// What is counted: `件`.
    pub unit: &'static str,
    /// What is wrong.
    pub fault: SumFault,
}

/// What is wrong with a whole and its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumFault {
    /// One part is greater than the whole.
    PartIsGreater,
    /// The parts are more than the whole, unless they overlap.
    PartsAreGreater,
    /// The parts are all there are, and their sum is another.
    PartsDiffer,
}

/// Two parts that make up a whole between them: a word in each one's name.
const PAIRS: [(&str, &str); 9] = [
    ("主办 主）办", "协办 会办"),
    ("主办", "分办"),
    ("分）办", "会办"),
    ("自然人", "法人 组织 企业"),
    ("线上", "线下"),
    ("新收", "结转"),
    ("行政复议", "行政诉讼"),
    ("建议", "提案"),
    ("原创", "转载"),
];

/// Words in the names of parts that one and the same thing may fall under: an
/// item goes out on several channels. Channels themselves, 个, do not overlap.
const OVERLAPPING: &str = "网站 网络 网上 微信 微博 公众号 平台 媒体 抖音 客户端 电视 报纸 广播 公报 公示栏 公开栏 渠道 \
    方式 形式";

/// What may become of an application. Behind a part that is none of them, one
/// of them is a whole of its own.
const OUTCOMES: &str = "予以公开 部分公开 不予公开 无法提供 不予处理 其他处理 结转 行政复议 行政诉讼";

/// As many openings of a paragraph are looked at.
const MOST_OPENINGS: usize = 100;

/// What stands between a whole and its parts.
const OPENING_WORDS: [&str; 2] = ["其中", "包括"];

/// Words that begin a clause which is no part of the list before it.
const NO_PART: &str = "均 已 全部 共 累计 合计 总计 同比 较 比 占 全年 全市 全区 全县 全省 今年 本年 上年 去年 目前 \
    截至 另 此外 同时 平均 办结 办理结果";

const SENTENCE_ENDS: &str = "。！？";

/// A part as printed.
struct Part<'a> {
    name: &'a str,
    figure: &'a Figure,
    /// Whether it is enumerated with the one before it: by 、 or 和.
    is_enumerated: bool,
}

/// What speaks against a whole: the whole, parts of it, and why.
type Failing<'a> = (&'a Figure, Vec<&'a Figure>, SumFault);

/// Reads the sums of a paragraph.
pub(super) fn read_sums(paragraph: &Paragraph, found: &mut Vec<FailingSum>) {
    let text = paragraph.text.as_str();
    let figures = paragraph.figures.as_slice();
    for word in OPENING_WORDS {
        let mut behind = 0;
        for _ in 0..MOST_OPENINGS {
            let Some(at) = find(&text[behind..], word) else { break };
            behind += at + word.len();
            note(paragraph, parts_behind(text, figures, behind - word.len(), behind), found);
        }
    }
    for (index, figure) in figures.iter().enumerate() {
        // `共108件：图文解读49件、视频解读59件`.
        if text[figure.end..].starts_with('：') {
            let failing = parts_behind(text, figures, figure.end, figure.end + '：'.len_utf8());
            note(paragraph, failing, found);
        }
        let before = &text[..figure.start];
        let total = ends_with(before, "共计 合计 总计 总共 共");
        let before = &before[..before.len() - total];
        if total > 0 && ends_in(before, "，、,") {
            let before = &before[..before.len() - last_of(before).len_utf8()];
            note(paragraph, parts_before(before, &figures[..index], figure), found);
        }
    }
}

fn note(paragraph: &Paragraph, failing: Option<Failing<'_>>, found: &mut Vec<FailingSum>) {
    let Some((whole, parts, fault)) = failing else { return };
    if found.len() < super::MOST_NOTES {
        let mut spots = Vec::with_capacity(parts.len());
        for part in parts {
            spots.push(spot(paragraph, part));
        }
        found.push(FailingSum { whole: spot(paragraph, whole), parts: spots, unit: whole.unit, fault });
    }
}

fn spot(paragraph: &Paragraph, figure: &Figure) -> Spot<i64> {
    let range = paragraph.place(figure.start, figure.end);
    Spot { value: figure.count().unwrap_or_default(), range }
}

/// The parts behind 其中, which stands from `at` to `behind`, held against the
/// whole before it.
fn parts_behind<'a>(text: &'a str, figures: &'a [Figure], at: usize, behind: usize) -> Option<Failing<'a>> {
    let first = figures.partition_point(|figure| figure.start < behind);
    let parts = read_parts(text, &figures[first..], behind, end_of_list(text, at, behind));
    let unit = parts.first()?.figure.unit;
    let wholes = wholes_before(text, &figures[..first], at, unit);
    let whole = *wholes.last()?;
    // Two figures may make the whole together: new applications, and those carried in.
    let mut values = Vec::new();
    let mut before = None;
    for whole in &wholes {
        let value = whole.count()?;
        values.push(value);
        if let Some(before) = before {
            values.push(value + before);
        }
        before = Some(value);
    }
    let most = values.iter().copied().fold(0, i64::max);
    let (mut sum, mut enumerated, mut enumerated_sum) = (0_i64, 0, 0);
    let mut exceeds = false;
    for (index, part) in parts.iter().enumerate() {
        let value = part.figure.count()?;
        sum = sum.checked_add(value)?;
        if enumerated == index && (index == 0 || part.is_enumerated) {
            if value > most {
                return Some((whole, vec![part.figure], SumFault::PartIsGreater));
            }
            enumerated = index + 1;
            enumerated_sum = sum;
        }
        exceeds |= value > most;
        // What goes on by 、 is still the same list.
        if parts.get(index + 1).is_some_and(|next| next.is_enumerated) {
            continue;
        }
        if exceeds || values.contains(&sum) {
            return None;
        }
        if index == 1 && is_pair(parts[0].name, part.name) || index > 0 && is_rest(part.name) {
            return Some((whole, figures_of(&parts[..=index]), SumFault::PartsDiffer));
        }
    }
    let parts = &parts[..enumerated];
    if unit != "个" && parts.iter().any(|part| has_any(part.name, OVERLAPPING)) {
        return None;
    }
    (parts.len() > 1 && enumerated_sum > most).then(|| (whole, figures_of(parts), SumFault::PartsAreGreater))
}

fn figures_of<'a>(parts: &[Part<'a>]) -> Vec<&'a Figure> {
    parts.iter().map(|part| part.figure).collect()
}

fn is_pair(one: &str, other: &str) -> bool {
    PAIRS.iter().any(|pair| {
        has_any(one, pair.0) && has_any(other, pair.1) || has_any(other, pair.0) && has_any(one, pair.1)
    })
}

/// Whether a part is what is left. 其他处理 and the like are names of rows.
fn is_rest(name: &str) -> bool {
    let name = skip(name, "及和与以");
    let rest = begins_with(name, "其余 其他 其它");
    rest > 0 && begins_with(&name[rest..], "处理 结果 法律 组织 原因") == 0
}

/// Where the parts behind 其中 end at the latest.
fn end_of_list(text: &str, at: usize, behind: usize) -> usize {
    const LONGEST: usize = 3_000;
    let rest = until(clipped(&text[behind..], LONGEST), SENTENCE_ENDS);
    let rest = &rest[..find(rest, "其中 包括").unwrap_or(rest.len())];
    let before = window_before(text, at);
    if find_last(before, "（") > find_last(before, "）") {
        let mut depth = 0;
        for (at, character) in rest.char_indices() {
            match character {
                '（' => depth += 1,
                '）' if depth == 0 => return behind + at,
                '）' => depth -= 1,
                _ => {}
            }
        }
    }
    behind + rest.len()
}

/// The parts of a list: clauses each of which holds one figure of the unit
/// the first one has.
fn read_parts<'a>(text: &'a str, figures: &'a [Figure], start: usize, end: usize) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let (mut name_start, mut depth, mut is_enumerated, mut next) = (start, 0, false, 0);
    let mut clause: Option<&Figure> = None;
    let mut behind = start;
    while behind <= end {
        let at = behind;
        let character = if at < end { first_of(&text[at..]) } else { '；' };
        behind += character.len_utf8();
        // A figure that begins here.
        if let Some(figure) = figures.get(next)
            && figure.start == at
            && at < end
        {
            next += 1;
            if depth == 0 && figure.unit != "%" {
                if clause.is_some() {
                    return parts;
                }
                clause = Some(figure);
            }
        }
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        let joins = clause.is_some_and(|figure| figure.end == at) && is_in(character, "和及与以");
        // Separators of thousands belong to the figure.
        let is_within = clause.is_some_and(|figure| at < figure.end);
        if depth > 0 || is_within || !(joins || is_in(character, "、，；,;")) {
            continue;
        }
        let name = skip(&text[name_start..at], "，：:,、； ");
        let Some(figure) = clause.take() else {
            // `法人、其他组织3件` is one part; `占三成` says more of the last one.
            if character == '、' {
                continue;
            }
            if !(parts.is_empty() || name.is_empty() || text[name_start..at].contains('%')) {
                return parts;
            }
            name_start = at;
            continue;
        };
        let begin = at - name.len();
        let name = &text[begin..figure.start.max(begin)];
        let first = parts.first();
        let unit = first.map_or(figure.unit, |first| first.figure.unit);
        let other_matter = first.is_some() && begins_with(name, NO_PART) > 0;
        let is_outcome = |name: &str| begins_with(name, OUTCOMES) > 0;
        let other_whole = first.is_some_and(|first| !is_outcome(first.name)) && is_outcome(name);
        let of_a_part = has_any(name, "中有 中的 当中 之中");
        let same_unit = is_same(figure.unit, unit) || (figure.unit.is_empty() && is_enumerated);
        if other_matter || other_whole || of_a_part || !same_unit || unit.is_empty() {
            return parts;
        }
        parts.push(Part { name, figure, is_enumerated });
        name_start = at;
        is_enumerated = joins || character == '、';
    }
    parts
}

/// The figures of a unit that the parts can be of: those of the sentence, or
/// where 其中 begins one, of the sentence before.
fn wholes_before<'a>(text: &str, figures: &'a [Figure], at: usize, unit: &str) -> Vec<&'a Figure> {
    let before = window_before(text, at);
    let body = skip_back(skip_back(before, "，：（(；—*"), SENTENCE_ENDS);
    let end = find_last(body, "。 ！ ？").map_or(0, |end| end + '。'.len_utf8());
    let sentence = at - before.len() + end;
    let mut wholes = Vec::new();
    for figure in figures {
        if figure.start >= sentence && is_same(figure.unit, unit) {
            wholes.push(figure);
        }
    }
    wholes
}

/// Whether two units count the same: 场 and 场次.
fn is_same(unit: &str, other: &str) -> bool {
    without_times(unit) == without_times(other)
}

fn without_times(unit: &str) -> &str {
    let bare = skip_back(unit, "（）次");
    if bare.is_empty() { unit } else { bare }
}

/// What is looked at before a place.
fn window_before(text: &str, at: usize) -> &str {
    clipped_ahead(&text[..at], 600)
}

/// The parts before a total, `甲64份、乙70份，共134份`, held against it.
fn parts_before<'a>(before: &str, figures: &'a [Figure], total: &'a Figure) -> Option<Failing<'a>> {
    const MOST_PARTS: usize = 16;
    let whole = total.count()?;
    let mut next_start = before.len();
    let mut sum = 0_i64;
    let mut parts: Vec<&Figure> = Vec::new();
    let mut in_list = true;
    for (steps, figure) in figures.iter().rev().enumerate() {
        let between = before.get(figure.end..next_start)?;
        if steps == MOST_PARTS || until(between, SENTENCE_ENDS) != between {
            break;
        }
        next_start = figure.start;
        if !is_same(figure.unit, total.unit) {
            in_list = false;
            continue;
        }
        sum = sum.checked_add(figure.count()?)?;
        // Whatever stands further ahead may be a part as well.
        if sum == whole {
            return None;
        }
        in_list &= if steps == 0 {
            between.is_empty()
        } else {
            begins_in(between, "、和及；") && until(between, "，：（") == between
        };
        if in_list {
            parts.push(figure);
        }
    }
    parts.reverse();
    (parts.len() > 1 && !total.unit.is_empty()).then_some((total, parts, SumFault::PartsDiffer))
}
