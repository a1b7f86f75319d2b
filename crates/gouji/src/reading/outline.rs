//! The outline: headings, and where one report ends and the next begins.

use super::Section;
use super::cell::is_part_of_a_number;
use super::front::start_of_front;
use super::label::{Agreement, Matcher, chinese_digit, contains_in_order, without_enumeration};
use super::lines::{lines, trimmed};
use crate::form::{FORM_2021, LabelSpec, SectionKind, SectionSpec};
use crate::text::marks::{ends_with_mark, find_mark, is_one_of, without_marks_before, without_marks_behind};
use crate::text::{TextRange, fold, fold_char};

/// The longest line, in bytes, that can be a heading.
const MAX_HEADING_BYTES: usize = 160;
/// The longest heading of a section the form does not know, in characters.
const MAX_UNKNOWN_CHARACTERS: usize = 24;
/// As many headings in a row with nothing between them are a table of contents.
const HEADINGS_OF_CONTENTS: usize = 3;
/// A report that has as many kinds of sections is over when one comes again.
const KINDS_BEFORE_NEXT_REPORT: usize = 3;

/// A line that has the form of a heading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub(super) ordinal: Option<u16>,
    pub(super) kind: Option<SectionKind>,
    /// How well it agrees with the form's words.
    pub(super) agreement: Option<Agreement>,
    pub(super) range: TextRange,
    /// The index of its line among the lines that are not blank.
    line: usize,
}

/// The headings of the whole text, cut into reports; a text without headings
/// is one report.
pub(super) fn headings_by_report(text: &str) -> Vec<Vec<Heading>> {
    let matchers = SectionMatchers::new();
    let mut headings = Vec::new();
    let mut bare = Vec::new();
    let whole = TextRange::new(0, text.len());
    let mut at = 0;
    for line in lines(text, whole) {
        let line = trimmed(text, line);
        if line.is_empty() {
            continue;
        }
        if let Some(heading) = matchers.heading(text, line, at) {
            let alike = if heading.ordinal.is_some() { &mut headings } else { &mut bare };
            alike.push(heading);
        }
        at += 1;
    }
    let headings = without_page_heads(&without_contents(&headings));
    let mut reports = without_tableless(text, split_reports(text, &headings));
    for report in &mut reports {
        add_bare_headings(report, &bare);
        drop_list_items(report);
    }
    reports
}

/// Turns headings into sections that reach to the next heading.
pub(super) fn sections(text: &str, headings: &[Heading], end: u32) -> Vec<Section> {
    let mut sections = Vec::with_capacity(headings.len());
    for (at, heading) in headings.iter().enumerate() {
        let next = headings.get(at + 1).map_or(end, |next| next.range.start);
        sections.push(Section {
            ordinal: heading.ordinal,
            heading: heading.range.of(text).to_owned(),
            kind: heading.kind,
            heading_range: heading.range,
            range: TextRange { start: heading.range.start, end: next },
            in_the_forms_words: heading.agreement == Some(Agreement::Same),
        });
    }
    sections
}

/// The headings of the form, prepared for comparison.
struct SectionMatchers {
    sections: Vec<(&'static SectionSpec, Matcher)>,
    /// Rows of the tables that are enumerated like sections.
    rows: Vec<Matcher>,
    /// The characters the headings end with, for a quick look at other lines.
    last_characters: String,
}

impl SectionMatchers {
    fn new() -> Self {
        let mut matchers = Self { sections: Vec::new(), rows: Vec::new(), last_characters: String::new() };
        for spec in FORM_2021.sections.iter().chain(FORM_2021.extra_sections) {
            for wording in spec.heading.wordings() {
                matchers.last_characters.extend(wording.chars().next_back());
            }
            matchers.sections.push((spec, Matcher::new(&spec.heading)));
        }
        let mut known = Vec::new();
        for table in FORM_2021.tables {
            for (row, _) in table.rows() {
                matchers.add_row(&row.label, &mut known);
                for group in row.groups {
                    matchers.add_row(group, &mut known);
                }
            }
        }
        matchers
    }

    fn add_row(&mut self, label: &'static LabelSpec, known: &mut Vec<&str>) {
        let is_enumerated = label.text.chars().nth(1) == Some('、');
        if is_enumerated && !known.contains(&label.text) {
            known.push(label.text);
            self.rows.push(Matcher::new(label));
        }
    }

    /// Reads a line as a heading: an ordinal with the words of a section, or
    /// an ordinal with a few other words, or the very words alone.
    fn heading(&self, text: &str, line: TextRange, at: usize) -> Option<Heading> {
        let content = line.of(text);
        let is_ornament =
            |character: char| matches!(character, '#' | '*' | 'l' | 'I') || fold_char(character).is_none();
        let start = content.trim_start_matches(is_ornament);
        let (ordinal, rest) = split_ordinal(start);
        let begins_like_one = ordinal.is_some() || start.starts_with('、');
        if content.contains('\t') || (!begins_like_one && content.len() > MAX_HEADING_BYTES) {
            return None;
        }
        if !begins_like_one {
            // Only the very words of a section, alone on the line.
            if !ends_with_mark(content, &self.last_characters) {
                return None;
            }
            let folded = fold(content);
            let is_numeral = |character: char| chinese_digit(character).is_some();
            let labels = [without_enumeration(&folded), folded.trim_start_matches(is_numeral)];
            let same = |matcher: &Matcher| labels.iter().any(|label| matcher.agreement_is_same(label));
            let (spec, _) = self.sections.iter().find(|(_, matcher)| same(matcher))?;
            let range = line;
            return Some(Heading {
                ordinal,
                kind: Some(spec.kind),
                agreement: Some(Agreement::Same),
                range,
                line: at,
            });
        }
        let offset = line.start as usize + (content.len() - rest.len());
        let words_end = heading_words(rest);
        let range = trimmed(text, TextRange::new(line.start as usize, offset + words_end));
        let folded = fold(&rest[..words_end]);
        let label = without_marks_behind(without_marks_before(&folded, "、.,:"), ".…:-");
        let label = without_marks_behind(label, "0123456789….");
        if let Some(kind) = self.by_number(ordinal, label) {
            let agreement = Some(Agreement::Recognisable);
            return Some(Heading { ordinal, kind: Some(kind), agreement, range, line: at });
        }
        if self.rows.iter().any(|matcher| matcher.agreement_is_same(label)) || holds_values(content) {
            return None;
        }
        // The label of a row may be broken over lines.
        let can_be_broken = label.chars().nth(3).is_some();
        if can_be_broken && self.rows.iter().any(|matcher| matcher.begins_with(label)) {
            return None;
        }
        let same = self.sections.iter().find(|(_, matcher)| matcher.agreement_is_same(label));
        let short = content.len() <= MAX_HEADING_BYTES && !content.contains('。');
        let recognised = same.map(|(spec, _)| (spec.kind, Agreement::Same)).or_else(|| {
            let by_core = self
                .sections
                .iter()
                .find(|(spec, _)| spec.heading.cores.iter().any(|core| contains_in_order(label, core)));
            let alike = || self.sections.iter().find(|(_, matcher)| matcher.agreement(label).is_some());
            let (spec, _) = if short { by_core.or_else(alike)? } else { return None };
            Some((spec.kind, Agreement::Recognisable))
        });
        if recognised.is_none()
            && (!short || label.chars().count() > MAX_UNKNOWN_CHARACTERS || label.is_empty())
        {
            return None;
        }
        if recognised.is_none() && ordinal.is_none() {
            return None;
        }
        let (kind, agreement) = recognised.unzip();
        Some(Heading { ordinal, kind, agreement, range, line: at })
    }

    /// The section whose number makes these words enough: `六、其他`, and `七、其他`
    /// where a place has a section more.
    fn by_number(&self, ordinal: Option<u16>, label: &str) -> Option<SectionKind> {
        let ordinal = ordinal?;
        let is_it = |spec: &SectionSpec| {
            spec.with_its_number.contains(&label)
                && spec.kind.ordinal().is_some_and(|number| number == ordinal || number + 1 == ordinal)
        };
        self.sections.iter().find(|(spec, _)| is_it(spec)).map(|(spec, _)| spec.kind)
    }
}

/// Whether a line holds the values of a row: several numbers that stand apart.
fn holds_values(content: &str) -> bool {
    const VALUES_OF_A_ROW: usize = 3;
    if content.ends_with(",,") {
        return true;
    }
    let mut numbers = 0;
    for chunk in content.rsplit(|character| is_one_of(character, " ,|\u{3000}")) {
        if !chunk.is_empty() {
            numbers += 1;
            if !is_part_of_a_number(chunk) {
                return false;
            }
            if numbers == VALUES_OF_A_ROW {
                return true;
            }
        }
    }
    false
}

/// The ordinal before a heading: `三、`, `十一、`, `第三部分`. What stands before
/// `、` must be nothing but numerals.
fn split_ordinal(content: &str) -> (Option<u16>, &str) {
    let content = content.strip_prefix('第').unwrap_or(content);
    let mut value = 0;
    let mut rest = content;
    let mut digits = 0;
    for character in content.chars() {
        // Nobody sees a character that folds to nothing.
        if fold_char(character).is_none() {
            rest = &rest[character.len_utf8()..];
            continue;
        }
        let Some(digit) = chinese_digit(fold_numeral(character)) else { break };
        value = match (digits, digit) {
            (0, digit) => digit,
            (_, 10) => value * 10,
            (_, digit) => value + digit,
        };
        digits += 1;
        rest = &rest[character.len_utf8()..];
    }
    let marked = ["、", "．", ".", "，", ",", "部分", "章"].iter().find_map(|mark| rest.strip_prefix(mark));
    match marked {
        Some(rest) if (1..=2).contains(&digits) && value > 0 => (Some(value), rest),
        _ => (None, content),
    }
}

fn fold_numeral(character: char) -> char {
    fold_char(character).unwrap_or(character)
}

/// Where the words of a heading end: at the first mark or gap behind which
/// the section's own text goes on in the same line.
fn heading_words(rest: &str) -> usize {
    let words = without_marks_before(rest, "、 \u{3000}：:");
    let end = find_mark(words, "。：:；\u{3000}").unwrap_or(words.len());
    rest.len() - words.len() + end
}

/// Leaves out runs of headings with nothing between them, where the same
/// sections come again with content.
fn without_contents(headings: &[Heading]) -> Vec<Heading> {
    let mut last_places: Vec<(SectionKind, usize)> = Vec::new();
    let mut comes_again = vec![false; headings.len()];
    for (at, heading) in headings.iter().enumerate().rev() {
        let Some(kind) = heading.kind else { continue };
        if last_places.iter().any(|(known, _)| *known == kind) {
            comes_again[at] = true;
        } else {
            last_places.push((kind, at));
        }
    }
    let mut kept = Vec::with_capacity(headings.len());
    let mut at = 0;
    while at < headings.len() {
        let mut end = at + 1;
        while end < headings.len() && headings[end].line == headings[end - 1].line + 1 {
            end += 1;
        }
        // The last of the run may be the first real heading, so that what comes
        // again is looked for within the run as well.
        let of_contents = comes_again[at..end].iter().filter(|again| **again).count();
        let is_contents = of_contents >= HEADINGS_OF_CONTENTS;
        for index in at..end {
            if !is_contents || !comes_again[index] {
                kept.push(headings[index]);
            }
        }
        at = end;
    }
    kept
}

/// Leaves out a heading that is repeated on a new page, within its own section.
fn without_page_heads(headings: &[Heading]) -> Vec<Heading> {
    let mut kept: Vec<Heading> = Vec::with_capacity(headings.len());
    for heading in headings {
        let is_repeated = |known: &Heading| known.kind == heading.kind && known.ordinal == heading.ordinal;
        if heading.kind.is_none() || !kept.last().is_some_and(is_repeated) {
            kept.push(*heading);
        }
    }
    kept
}

/// A run of sections none of which can hold a table is no report where another
/// is: before it, a covering letter with headings of its own; behind it, the
/// rest of the report with a list in between that looked like a beginning.
fn without_tableless(text: &str, reports: Vec<Vec<Heading>>) -> Vec<Vec<Heading>> {
    if reports.len() < 2 {
        return reports;
    }
    // Whether tabs stand in each, and whether its headings are those of tables.
    let (mut holds_tabs, mut names_tables) = (Vec::new(), Vec::new());
    let start_of = |at: usize| {
        let first = reports.get(at).and_then(|report| report.first());
        first.map_or(text.len(), |first| first.range.start as usize)
    };
    for (at, report) in reports.iter().enumerate() {
        holds_tabs.push(TextRange::new(start_of(at), start_of(at + 1)).of(text).contains('\t'));
        names_tables.push(report.iter().any(|heading| {
            use SectionKind::{Applications, Disclosure, Review};
            matches!(heading.kind, Some(Disclosure | Applications | Review))
        }));
    }
    // A text without any tab may still hold reports whose tables lost them.
    let any_tabs = holds_tabs.contains(&true);
    let has_tables = |at: usize| names_tables[at] && (holds_tabs[at] || !any_tabs);
    if !(0..reports.len()).any(has_tables) {
        return reports;
    }
    let mut kept: Vec<Vec<Heading>> = Vec::new();
    for (at, report) in reports.into_iter().enumerate() {
        if has_tables(at) {
            kept.push(report);
        } else if let Some(before) = kept.last_mut() {
            for heading in report {
                let is_new = before.iter().all(|known| known.kind != heading.kind);
                if heading.kind.is_some() && is_new {
                    before.push(heading);
                }
            }
        }
    }
    kept
}

/// Cuts the headings where a report has had several kinds of sections and its
/// first kind comes again, and where a title stands before a first section.
fn split_reports(text: &str, headings: &[Heading]) -> Vec<Vec<Heading>> {
    let mut reports: Vec<Vec<Heading>> = vec![Vec::new()];
    let mut kinds: Vec<SectionKind> = Vec::new();
    for &heading in headings {
        if let Some(kind) = heading.kind {
            let begins_again = kinds.contains(&kind)
                && kinds.len() >= KINDS_BEFORE_NEXT_REPORT
                && (kind == SectionKind::Overview || kinds.first() == Some(&kind));
            let previous = reports.last().and_then(|report| report.last());
            let behind_a_title = || {
                previous.is_some_and(|previous| {
                    let between = TextRange { start: previous.range.end, end: heading.range.start };
                    start_of_front(text, between, between.end) != between.end
                })
            };
            if begins_again || (kind == SectionKind::Overview && behind_a_title()) {
                reports.push(Vec::new());
                kinds.clear();
            }
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        if let Some(report) = reports.last_mut() {
            report.push(heading);
        }
    }
    reports
}

/// Adds headings that lost their ordinal, for sections that are not there
/// otherwise and at the place where the form has them.
fn add_bare_headings(report: &mut Vec<Heading>, bare: &[Heading]) {
    let (Some(first), Some(last)) = (report.first(), report.last()) else {
        let is_behind = |pair: &[Heading]| pair[0].kind < pair[1].kind;
        if bare.len() >= KINDS_BEFORE_NEXT_REPORT && bare.windows(2).all(is_behind) {
            report.extend_from_slice(bare);
        }
        return;
    };
    let reach = (first.range.start.saturating_sub(20_000), last.range.end.saturating_add(200_000));
    for section in FORM_2021.sections {
        let kind = section.kind;
        if report.iter().any(|heading| heading.kind == Some(kind)) {
            continue;
        }
        let (mut behind, mut ahead) = (0, u32::MAX);
        for heading in &*report {
            match heading.kind {
                Some(other) if other < kind => behind = behind.max(heading.range.end),
                Some(other) if other > kind => ahead = ahead.min(heading.range.start),
                _ => {}
            }
        }
        let behind = if behind == 0 { reach.0 } else { behind };
        let ahead = if ahead == u32::MAX { reach.1 } else { ahead };
        let found = bare.iter().find(|heading| {
            heading.kind == Some(kind) && behind <= heading.range.start && heading.range.end <= ahead
        });
        if let Some(found) = found {
            let place = report.partition_point(|heading| heading.range.start < found.range.start);
            report.insert(place, *found);
        }
    }
}

/// Drops unknown headings that are items of a list within a section: their
/// ordinal does not go on from the section before to the section after.
fn drop_list_items(report: &mut Vec<Heading>) {
    // For each heading, the ordinal of the next known one behind it.
    let mut next_known: Vec<Option<Option<u16>>> = vec![None; report.len()];
    let mut next = None;
    for (at, heading) in report.iter().enumerate().rev() {
        next_known[at] = next;
        if heading.kind.is_some() {
            next = Some(heading.ordinal);
        }
    }
    let mut kept: Vec<Heading> = Vec::with_capacity(report.len());
    for (heading, next) in report.iter().zip(next_known) {
        let follows = || {
            let previous = kept.last().and_then(|previous| previous.ordinal);
            previous.is_some_and(|previous| heading.ordinal == Some(previous + 1))
        };
        let precedes = || next.is_none_or(|next| next > heading.ordinal);
        if heading.kind.is_some() || (follows() && precedes()) {
            kept.push(*heading);
        }
    }
    *report = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Vec<(Option<u16>, Option<&'static str>)>> {
        headings_by_report(text)
            .iter()
            .map(|report| {
                report
                    .iter()
                    .map(|heading| (heading.ordinal, heading.kind.map(SectionKind::as_str)))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn knows_sections_by_their_words_whatever_their_number() {
        let text = "一、概述\n文\n二、主动公开政府政府情况\n文\n四、收到和处理政府信息公开申请情况\n文\n、政府信息公开行政复议、行政诉讼情况\n文\n六、需要说明的其他事项：无";
        assert_eq!(
            kinds(text),
            [[
                (Some(1), Some("overview")),
                (Some(2), Some("disclosure")),
                (Some(4), Some("applications")),
                (None, Some("review")),
                (Some(6), Some("other")),
            ]
            .to_vec()]
        );
    }

    #[test]
    fn its_number_tells_a_section_whose_words_are_few() {
        let before = "一、总体情况\n文\n二、主动公开政府信息情况\n文\n五、存在的主要问题及改进情况\n文\n";
        for (heading, is_known) in
            [("六、其他", true), ("七、其它", true), ("三、其他", false), ("其他", false)]
        {
            let found = kinds(&format!("{before}{heading}\n无"));
            let is_there = found.iter().flatten().any(|(_, kind)| *kind == Some("other"));
            assert_eq!(is_there, is_known, "{heading}");
        }
    }

    #[test]
    fn a_covering_letter_with_headings_is_no_report() {
        let letter = "一、总体情况\n文\n二、存在的问题\n文\n三、其他事项\n文\n";
        let body = "一、总体情况\n文\n二、主动公开政府信息情况\n文\n三、收到和处理政府信息公开申请情况\n文\n";
        assert_eq!(kinds(&format!("{letter}{body}")), kinds(body));
    }

    #[test]
    fn a_notice_with_the_reports_own_headings_is_no_report() {
        let notice = "关于做好年度报告的通知\n一、总体要求\n文\n二、主动公开政府信息情况\n文\n";
        let body = "青禾市财政局2024年政府信息公开工作年度报告\n一、总体情况\n文\n二、主动公开政府信息情况\n规章\t0\t0\t0\n三、收到和处理政府信息公开申请情况\n文\n";
        assert_eq!(kinds(&format!("{notice}{body}")), kinds(body));
    }

    #[test]
    fn headings_of_every_numbering_are_known() {
        for [first, second, third] in [
            ["第一部分：", "第二部分：", "第三部分："],
            ["一\u{3000}", "二\u{3000}", "三\u{3000}"],
            ["1.", "2.", "3."],
            ["", "", ""],
        ] {
            let text = format!(
                "{first}总体情况\n文\n{second}主动公开政府信息情况\n文\n{third}收到和处理政府信息公开申请情况\n文\n"
            );
            let found: Vec<_> = kinds(&text)[0].iter().map(|(_, kind)| *kind).collect();
            assert_eq!(found, [Some("overview"), Some("disclosure"), Some("applications")], "{text}");
        }
    }

    #[test]
    fn items_of_a_list_are_no_sections() {
        let text = "一、总体情况\n文\n五、存在的主要问题及改进情况\n一、加强领导\n文\n二、加强培训\n文\n六、其他需要报告的事项\n无";
        let found = kinds(text);
        assert_eq!(found[0].len(), 3, "{found:?}");
    }

    #[test]
    fn a_table_of_contents_is_not_the_report() {
        let contents =
            "一、总体情况……1\n二、主动公开政府信息情况……3\n三、收到和处理政府信息公开申请情况……4\n";
        let body = "一、总体情况\n文\n二、主动公开政府信息情况\n文\n三、收到和处理政府信息公开申请情况\n文\n";
        assert_eq!(kinds(&format!("{contents}\n{body}")), kinds(body));
    }
}
