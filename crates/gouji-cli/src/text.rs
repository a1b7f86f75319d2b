//! A report for people to read: the verdict, then each finding with the lines
//! it is about.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet, normalize_untrusted_str};
use gouji::text::{LineIndex, TextRange};
use gouji::{Finding, Label, Report, Severity};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr};

use crate::repairs;
use crate::words::{Counts, Words};

/// The width where none is known, in columns.
const USUAL_WIDTH: usize = 120;

/// How many other reports of the same text are named one by one.
const OTHERS_NAMED: usize = 5;

/// Writes reports for people.
pub(crate) struct TextOutput<'words> {
    words: &'words Words,
    /// The width of the window, in columns.
    width: usize,
    renderer: Renderer,
}

impl<'words> TextOutput<'words> {
    pub(crate) fn new(words: &'words Words) -> Self {
        let width =
            terminal_size::terminal_size().map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0).max(40));
        Self::of_width(words, width)
    }

    /// The frames are of plain ASCII: line-drawing characters are two columns
    /// wide in many Chinese terminals and would not line up. Colours are
    /// written always; the stream they go to takes them out again.
    fn of_width(words: &'words Words, width: usize) -> Self {
        Self { words, width, renderer: Renderer::styled().term_width(width) }
    }

    /// All that is to be said of a report.
    /// `settings` is the line on what the caller asked for.
    pub(crate) fn report(&self, name: &str, text: &str, report: &Report, settings: Option<&str>) -> String {
        // Names come from elsewhere; they must not move the cursor.
        let name = &normalize_untrusted_str(name);
        let issuer = report.issuer.as_ref().map(|issuer| issuer.value.as_str());
        let year = report.year.as_ref().map(|year| year.value.to_string());
        let about = [issuer, year.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let about = if about.is_empty() { about } else { format!(" [{}]", normalize_untrusted_str(&about)) };
        let verdict = (self.words.verdict)(&Counts::of(report));
        let mut output = format!("{name}{about}: {verdict}\n");
        if let Some(settings) = settings {
            output.push_str(settings);
            output.push('\n');
        }
        for other in report.others.iter().take(OTHERS_NAMED) {
            let other = (self.words.other)(other.index, other.title.as_deref());
            output.push_str(&normalize_untrusted_str(&other));
            output.push('\n');
        }
        if report.others.len() > OTHERS_NAMED {
            output.push_str(&(self.words.others)(report.others.len()));
            output.push('\n');
        }
        let lines = LineIndex::new(text);
        for finding in &report.findings {
            output.push('\n');
            output.push_str(&self.finding(name, text, &lines, finding));
            output.push('\n');
        }
        for set_aside in &report.set_aside {
            output.push_str(&normalize_untrusted_str(&(self.words.set_aside)(set_aside)));
            output.push('\n');
        }
        if !report.findings.is_empty() {
            output.push('\n');
        }
        output.push_str(&normalize_untrusted_str(&repairs::block(self.words, report)));
        output
    }

    fn finding(&self, name: &str, text: &str, lines: &LineIndex<'_>, finding: &Finding) -> String {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let title = level
            .with_name((self.words.severity)(finding.severity))
            .primary_title(&finding.message)
            .id(finding.rule.code);
        let frames = frames(text, marks(text, finding, self.width), self.width);
        let mut group = title.elements(frames.iter().map(|marks| snippet(name, text, lines, marks)));
        for (heading, words) in [(self.words.basis, &finding.basis), (self.words.advice, &finding.advice)] {
            if !words.is_empty() {
                let words = normalize_untrusted_str(words);
                group = group.element(Level::NOTE.with_name(heading).message(words));
            }
        }
        self.renderer.render(&[group])
    }
}

/// A place to be marked, with its words and its rank.
struct Mark {
    range: TextRange,
    label: Option<String>,
    kind: AnnotationKind,
}

/// The place of a finding first, then its labels in the order of the text. A
/// label at the place of the finding gives it its words.
fn marks(text: &str, finding: &Finding, width: usize) -> Vec<Mark> {
    let own = finding.labels.iter().find(|label| label.range == finding.range);
    let others = finding.labels.iter().filter(|label| label.range != finding.range);
    let context = |label: &Label| Mark {
        range: within_window(text, label.range, width),
        label: Some(normalize_untrusted_str(&label.text)),
        kind: AnnotationKind::Context,
    };
    let mut marks: Vec<Mark> = others.map(context).collect();
    marks.sort_by_key(|mark| mark.range);
    let label = own.map(|label| normalize_untrusted_str(&label.text));
    let range = within_window(text, finding.range, width);
    marks.insert(0, Mark { range, label, kind: AnnotationKind::Primary });
    marks
}

/// The marks in frames: those on short lines in one, in which the lines
/// between are folded away, and each long line in a frame of its own, because
/// all lines of a frame are cut at the same columns.
fn frames(text: &str, marks: Vec<Mark>, width: usize) -> Vec<Vec<Mark>> {
    // For each frame its lines and whether they are long.
    let mut frames: Vec<(Range<usize>, bool, Vec<Mark>)> = Vec::new();
    for mark in marks {
        let lines = whole_lines(text, mark.range);
        let long = text.get(lines.clone()).unwrap_or_default().lines().any(|line| line.width() > width);
        match frames.iter_mut().find(|(frame, of_long, _)| *frame == lines || !(*of_long || long)) {
            Some((_, _, marks)) => marks.push(mark),
            None => frames.push((lines, long, vec![mark])),
        }
    }
    frames.into_iter().map(|(_, _, marks)| marks).collect()
}

/// The lines of the marks, and only those: a text may be long, and all of it
/// would be searched for every finding.
fn snippet<'a>(
    name: &'a str,
    text: &'a str,
    lines: &LineIndex<'_>,
    marks: &'a [Mark],
) -> Snippet<'a, Annotation<'a>> {
    let all = marks.iter().map(|mark| mark.range).reduce(TextRange::cover).unwrap_or_default();
    let shown = whole_lines(text, all);
    let annotation = |mark: &'a Mark| {
        let Range { start, end } = Range::from(mark.range);
        mark.kind.span(start - shown.start..end - shown.start).label(mark.label.as_deref())
    };
    Snippet::source(text.get(shown.clone()).unwrap_or_default())
        .path(name)
        .line_start(lines.line(all.start) + 1)
        .annotations(marks.iter().map(annotation))
}

/// The beginning of a range that would not fit the window, for what is marked
/// is shown in full, and a table or a paragraph may stand on one line.
fn within_window(text: &str, range: TextRange, width: usize) -> TextRange {
    let room = width * 2 / 3;
    let Range { start, end } = Range::from(range);
    let lines = whole_lines(text, range);
    let first_line_end = text.get(start..end).and_then(|part| part.find('\n')).map_or(end, |at| start + at);
    // A range of several lines is drawn at their beginnings, if they are near.
    let far = text.get(lines.start..start).unwrap_or_default().width() > room;
    let last_line_start = text.get(..end).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    if first_line_end == end || far {
        TextRange::new(start, start + fitting(text.get(start..first_line_end).unwrap_or_default(), room))
    } else {
        let last_line = text.get(last_line_start..end).unwrap_or_default();
        TextRange::new(start, last_line_start + fitting(last_line, room))
    }
}

/// The length in bytes of the longest beginning of `line` that is at most
/// `room` columns wide.
fn fitting(line: &str, room: usize) -> usize {
    let mut width = 0;
    let overflow = line.char_indices().find(|(_, character)| {
        width += character.width().unwrap_or_default();
        width > room
    });
    overflow.map_or(line.len(), |(at, _)| at)
}

/// The range widened to whole lines, without the last line's end.
fn whole_lines(text: &str, range: TextRange) -> Range<usize> {
    let before = text.get(..range.start as usize).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |line_end| line_end + 1);
    let after = text.get(range.end as usize..).unwrap_or_default();
    let end = after.find('\n').map_or(text.len(), |line_end| range.end as usize + line_end);
    start..end
}

#[cfg(test)]
mod tests {
    use gouji::check;

    use super::*;
    use crate::arguments::Language;
    use crate::words;

    /// The last line of the table of reviews, in which 3 + 1 + 0 + 2 is not 7.
    const ROW: &str = "3\t1\t0\t2\t7\t4\t0\t1\t0\t5\t0\t0\t0\t0\t0";

    fn output() -> TextOutput<'static> {
        TextOutput::of_width(words::of(Language::Zh), 60)
    }

    fn rendered(text: &str, finding: &Finding) -> String {
        let rendered = output().finding("报告.txt", text, &LineIndex::new(text), finding);
        anstream::adapter::strip_str(&rendered).to_string()
    }

    fn place(text: &str, part: &str) -> TextRange {
        let start = text.find(part).expect("the text has this part");
        TextRange::new(start, start + part.len())
    }

    fn finding(range: TextRange, labels: &[(TextRange, &str)]) -> Finding {
        let label = |(range, text): &(TextRange, &str)| Label { range: *range, text: (*text).to_owned() };
        Finding {
            id: String::new(),
            rule: gouji::rules::REGISTRY.first().expect("there are rules"),
            severity: Severity::Error,
            message: "合计不符".to_owned(),
            basis: "惯例".to_owned(),
            advice: "请核对原始台账。".to_owned(),
            cells: Vec::new(),
            relations: Vec::new(),
            range,
            labels: labels.iter().map(label).collect(),
            subject: String::new(),
            follows: None,
        }
    }

    /// The columns that the first stretch of `sign` covers, and the line above it.
    fn marked<'a>(rendered: &'a str, sign: &str) -> (usize, &'a str) {
        let lines: Vec<&str> = rendered.lines().collect();
        let below = lines.iter().position(|line| line.contains(sign)).expect("something is marked");
        let column = lines[below].split(sign).next().expect("a split has a first part").width();
        (column, lines[below - 1])
    }

    #[test]
    fn marks_stand_below_wide_characters_and_tabs() {
        let text = format!("行政复议\t总计\n（一）予以公开\t表\t{ROW}\n");
        let rendered = rendered(&text, &finding(place(&text, "7"), &[]));
        let (column, line) = marked(&rendered, "^");
        assert_eq!(line.split('7').next().expect("a split has a first part").width(), column, "{rendered}");
    }

    #[test]
    fn a_label_at_the_place_itself_gives_it_its_words() {
        let text = format!("总计\n{ROW}\n");
        let seven = place(&text, "7");
        let rendered = rendered(&text, &finding(seven, &[(place(&text, "3"), "加数"), (seven, "应为 6")]));
        assert!(rendered.contains("^ 应为 6"), "{rendered}");
        assert_eq!(rendered.matches("加数").count(), 1, "{rendered}");
    }

    #[test]
    fn long_lines_are_cut_around_their_own_place() {
        let text = format!("{}共受理248件。{}\n总计\t247\n", "很长的一段".repeat(40), "还没有完".repeat(40));
        let rendered =
            rendered(&text, &finding(place(&text, "248件"), &[(place(&text, "247"), "表中为 247")]));
        let widest = rendered.lines().map(UnicodeWidthStr::width).max();
        assert!(widest < Some(80), "{widest:?}\n{rendered}");
        assert!(rendered.contains("248件") && rendered.contains("--- 表中为 247"), "{rendered}");
    }

    #[test]
    fn places_wider_than_the_window_are_cut() {
        let long = "很长的一段".repeat(400);
        let text = format!("一、总体情况\n{long}\n总计\t247\n{long}");
        let paragraph = place(&text, &long);
        let heading_to_end = TextRange::new(0, text.len());
        let middle_to_total = TextRange::new(paragraph.start as usize + 3000, text.len() - long.len());
        for range in [paragraph, heading_to_end, middle_to_total] {
            let rendered = rendered(&text, &finding(range, &[]));
            let widest = rendered.lines().map(UnicodeWidthStr::width).max();
            assert!(widest < Some(80) && rendered.contains('^'), "{widest:?}\n{rendered}");
        }
    }

    #[test]
    fn a_place_at_the_end_of_the_text_is_shown() {
        let text = "一、总体情况";
        let end = TextRange::new(text.len(), text.len());
        assert!(rendered(text, &finding(end, &[])).contains("一、总体情况"));
    }

    #[test]
    fn nothing_that_was_read_moves_the_cursor() {
        const CLEAR: &str = "\u{1b}[2J";
        let text = format!("没有报告{CLEAR}\n{ROW}\n");
        let report = check(&text, &gouji::Options::default());
        let shown = output().report(CLEAR, &text, &report, None);
        assert!(!shown.contains(CLEAR), "{shown:?}");
        let (seven, three) = (place(&text, "7"), place(&text, "3"));
        let finding = Finding {
            message: CLEAR.to_owned(),
            basis: CLEAR.to_owned(),
            advice: CLEAR.to_owned(),
            ..finding(seven, &[(seven, CLEAR), (three, CLEAR)])
        };
        let shown = output().finding("a.txt", &text, &LineIndex::new(&text), &finding);
        assert!(!shown.contains(CLEAR), "{shown:?}");
    }

    #[test]
    fn a_finding_says_what_why_and_what_to_do() {
        let text = format!("总计\n{ROW}\n");
        let rendered = rendered(&text, &finding(place(&text, "7"), &[]));
        for words in ["必须修改[", "合计不符", "报告.txt:2:9", "依据: 惯例", "建议: 请核对原始台账。"]
        {
            assert!(rendered.contains(words), "{words} is missing in\n{rendered}");
        }
    }
}
