//! Sums in prose: a whole and its parts, `共 15 件，其中主办 4 件、协办 11 件`.

use super::super::Spot;
use super::{Figure, Paragraph};

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
const PAIRS: &[(&str, &str)] = &[
    ("主办", "协办"),
    ("主办", "会办"),
    ("主办", "分办"),
    ("主）办", "协办"),
    ("主）办", "会办"),
    ("分）办", "会办"),
    ("自然人", "法人"),
    ("自然人", "组织"),
    ("自然人", "企业"),
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

const SENTENCE_ENDS: [char; 3] = ['。', '！', '？'];

/// A part as printed.
struct Part<'a> {
    name: &'a str,
    figure: &'a Figure,
    /// Whether it is enumerated with the one before it: by 、 or 和.
    is_enumerated: bool,
}

/// Reads the sums of a paragraph.
pub(super) fn read_sums(paragraph: &Paragraph, figures: &[Figure], found: &mut Vec<FailingSum>) {
    let text = paragraph.text.as_str();
    for word in OPENING_WORDS {
        for (at, _) in text.match_indices(word).take(MOST_OPENINGS) {
            let failing = parts_behind(text, figures, at, word.len());
            note(paragraph, failing, found);
        }
    }
    // `共108件：图文解读49件、视频解读59件`.
    for figure in figures.iter().filter(|figure| text[figure.end..].starts_with('：')).take(MOST_OPENINGS) {
        let failing = parts_behind(text, figures, figure.end, '：'.len_utf8());
        note(paragraph, failing, found);
    }
    for (index, total) in figures.iter().enumerate() {
        let before = &text[..total.start];
        let word = ["共计", "合计", "总计", "总共", "共"].iter().find_map(|word| before.strip_suffix(word));
        if let Some(before) = word.and_then(|before| before.strip_suffix(['，', '、', ','])) {
            let failing = parts_before(before, &figures[..index], total);
            note(paragraph, failing, found);
        }
    }
}

/// What speaks against a whole: the whole, parts of it, and why.
type Failing<'a> = (&'a Figure, Vec<&'a Figure>, SumFault);

fn note(paragraph: &Paragraph, failing: Option<Failing<'_>>, found: &mut Vec<FailingSum>) {
    let Some((whole, parts, fault)) = failing else { return };
    let spot = |figure: &Figure| Spot {
        value: figure.count().unwrap_or_default(),
        range: paragraph.place(figure.start, figure.end),
    };
    if found.len() < super::MOST_NOTES {
        let parts = parts.into_iter().map(spot).collect();
        found.push(FailingSum { whole: spot(whole), parts, unit: whole.unit, fault });
    }
}

/// The parts behind 其中, which stands at `at` and has `opening` bytes, held
/// against the whole before it.
fn parts_behind<'a>(text: &'a str, figures: &'a [Figure], at: usize, opening: usize) -> Option<Failing<'a>> {
    let behind = at + opening;
    let list_end = end_of_list(text, at, behind);
    let first = figures.partition_point(|figure| figure.start < behind);
    let parts = read_parts(text, &figures[first..], behind, list_end);
    let unit = parts.first()?.figure.unit;
    let wholes = wholes_before(text, &figures[..first], at, unit);
    let whole = *wholes.last()?;
    let mut values = Vec::new();
    for whole in &wholes {
        values.push(whole.count()?);
    }
    // Two figures may make the whole together: new applications, and those carried in.
    for pair in wholes.windows(2) {
        values.push(pair[0].count()? + pair[1].count()?);
    }
    let most = values.iter().copied().max()?;
    let mut sum = 0_i64;
    let mut enumerated = 0;
    let mut enumerated_sum = 0;
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
        if values.contains(&sum) || exceeds {
            return None;
        }
        let is_whole_list = index == 1 && is_pair(&parts[..2]) || index > 0 && is_rest(part.name);
        if is_whole_list {
            let parts = parts[..=index].iter().map(|part| part.figure).collect();
            return Some((whole, parts, SumFault::PartsDiffer));
        }
    }
    let parts = &parts[..enumerated];
    let overlaps = |part: &Part<'_>| OVERLAPPING.split(' ').any(|word| part.name.contains(word));
    let may_overlap = unit != "个" && parts.iter().any(overlaps);
    (parts.len() > 1 && enumerated_sum > most && !may_overlap)
        .then(|| (whole, parts.iter().map(|part| part.figure).collect(), SumFault::PartsAreGreater))
}

fn is_pair(parts: &[Part<'_>]) -> bool {
    let [one, other] = parts else { return false };
    let named = |one: &str, other: &str, pair: &(&str, &str)| one.contains(pair.0) && other.contains(pair.1);
    PAIRS.iter().any(|pair| named(one.name, other.name, pair) || named(other.name, one.name, pair))
}

/// Whether a part is what is left. 其他处理 and the like are names of rows.
fn is_rest(name: &str) -> bool {
    let name = name.trim_start_matches(['及', '和', '与', '以']);
    let rest = ["其余", "其他", "其它"].iter().find_map(|word| name.strip_prefix(word));
    rest.is_some_and(|rest| !["处理", "结果", "法律", "组织", "原因"].iter().any(|row| rest.starts_with(row)))
}

/// Where the parts behind 其中 end at the latest.
fn end_of_list(text: &str, at: usize, behind: usize) -> usize {
    const LONGEST: usize = 3_000;
    let before = &text[window_before(text, at)..at];
    let in_brackets = before.rfind('（') > before.rfind('）');
    let mut limit = text.len().min(behind + LONGEST);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let rest = &text[behind..limit];
    let mut end = rest.find(SENTENCE_ENDS).unwrap_or(rest.len());
    for word in OPENING_WORDS {
        end = rest[..end].find(word).unwrap_or(end);
    }
    if in_brackets {
        let mut depth = 0;
        for (at, character) in rest[..end].char_indices() {
            match character {
                '（' => depth += 1,
                '）' if depth == 0 => return behind + at,
                '）' => depth -= 1,
                _ => {}
            }
        }
    }
    behind + end
}

/// The parts of a list: clauses each of which holds one figure of the unit
/// the first one has.
fn read_parts<'a>(text: &'a str, figures: &'a [Figure], start: usize, end: usize) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let (mut name_start, mut depth, mut is_enumerated, mut next) = (start, 0, false, 0);
    let mut clause: Option<&Figure> = None;
    for (offset, character) in text[start..end].char_indices().chain([(end - start, '；')]) {
        let at = start + offset;
        // A figure that begins here.
        if let Some(figure) = figures.get(next)
            && figure.start == at
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
        let joins =
            clause.is_some_and(|figure| figure.end == at) && matches!(character, '和' | '及' | '与' | '以');
        let is_mark = matches!(character, '、' | '，' | '；' | ',' | ';');
        if depth > 0 || !(is_mark || joins) {
            continue;
        }
        // Separators of thousands belong to the figure.
        if clause.is_some_and(|figure| at < figure.end) {
            continue;
        }
        let name = text[name_start..at].trim_start_matches(['，', '：', ':', ',', '、', '；', ' ']);
        match clause.take() {
            Some(figure) => {
                let name = &text[at - name.len()..figure.start.max(at - name.len())];
                let unit = parts.first().map_or(figure.unit, |first| first.figure.unit);
                let other_matter = !parts.is_empty() && NO_PART.split(' ').any(|word| name.starts_with(word));
                let of_a_part = ["中有", "中的", "当中", "之中"].iter().any(|word| name.contains(word));
                let same_unit = is_same(figure.unit, unit) || (figure.unit.is_empty() && is_enumerated);
                let is_outcome = |name: &str| OUTCOMES.split(' ').any(|word| name.starts_with(word));
                let other_whole =
                    parts.first().is_some_and(|first| !is_outcome(first.name)) && is_outcome(name);
                if other_matter || other_whole || of_a_part || !same_unit || unit.is_empty() {
                    return parts;
                }
                parts.push(Part { name, figure, is_enumerated });
                name_start = at;
                is_enumerated = joins || character == '、';
            }
            // `法人、其他组织3件` is one part; `占三成` says more of the last one.
            None if character == '、' => {}
            None if parts.is_empty() => name_start = at,
            None if name.is_empty() || text[name_start..at].contains('%') => name_start = at,
            None => return parts,
        }
    }
    parts
}

/// The figures of a unit that the parts can be of: those of the sentence, or
/// where 其中 begins one, of the sentence before.
fn wholes_before<'a>(text: &str, figures: &'a [Figure], at: usize, unit: &str) -> Vec<&'a Figure> {
    let start = window_before(text, at);
    let before = &text[start..at];
    let trimmed = before.trim_end_matches(['，', '：', '（', '(', '；', '—', '*']);
    let body = trimmed.trim_end_matches(SENTENCE_ENDS);
    let sentence = start + body.rfind(SENTENCE_ENDS).map_or(0, |end| end + '。'.len_utf8());
    let first = figures.partition_point(|figure| figure.start < sentence);
    figures[first..].iter().filter(|figure| is_same(figure.unit, unit)).collect()
}

/// Whether two units count the same: 场 and 场次.
fn is_same(unit: &str, other: &str) -> bool {
    without_times(unit) == without_times(other)
}

fn without_times(unit: &str) -> &str {
    let bare = unit.trim_end_matches(['（', '）', '次']);
    if bare.is_empty() { unit } else { bare }
}

/// Where what is looked at before a place begins, in bytes.
fn window_before(text: &str, at: usize) -> usize {
    const FURTHEST: usize = 600;
    let mut start = at.saturating_sub(FURTHEST);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
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
        if between.contains(SENTENCE_ENDS) || steps == MOST_PARTS {
            break;
        }
        if !is_same(figure.unit, total.unit) {
            in_list = false;
            next_start = figure.start;
            continue;
        }
        sum = sum.checked_add(figure.count()?)?;
        // Whatever stands further ahead may be a part as well.
        if sum == whole {
            return None;
        }
        let is_joined = steps == 0 && between.is_empty()
            || steps > 0
                && between.starts_with(['、', '和', '及', '；'])
                && !between.contains(['，', '：', '（']);
        in_list &= is_joined;
        if in_list {
            parts.push(figure);
        }
        next_start = figure.start;
    }
    parts.reverse();
    (parts.len() > 1 && !total.unit.is_empty()).then_some((total, parts, SumFault::PartsDiffer))
}
