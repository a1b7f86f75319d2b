//! Joins lines to paragraphs, and writes the text.

use std::collections::HashMap;

use super::figures::begins_with_number;
use super::lines::{Line, join};
use super::pages::{Block, PageBlocks};
use super::tables::Table;
use super::upright::to_whole;

/// A line is full when less than this is left of it, in units of its size. A
/// word or a mark that may not begin a line goes down with what is before it.
const FULL: f64 = 1.8;

/// A line is indented when it begins farther in than this, in units of its
/// size.
const INDENT: f64 = 0.6;

/// A line that lets a number go on has less than this left.
const FULL_TO_THE_DIGIT: f64 = 0.7;

/// Lines this much farther apart than the last two begin a new paragraph.
const SPACED: f64 = 1.3;

/// Shorter lines say nothing of the margins, in characters.
const TELLING: usize = 15;

/// The text of all pages.
pub(super) fn text(pages: Vec<PageBlocks>) -> String {
    let margins = Margins::new(&pages);
    let mut writer = Writer { margins, text: String::new(), last: None };
    for page in pages {
        writer.begin_page(page.width);
        for block in page.blocks {
            match block {
                Block::Line(line) => writer.line(line),
                Block::Table(table) => writer.table(table),
            }
        }
    }
    writer.finish()
}

/// Where lines begin and end, on pages of each width.
struct Margins {
    of_widths: HashMap<i64, (f64, f64)>,
    current: Option<(f64, f64)>,
}

impl Margins {
    fn new(pages: &[PageBlocks]) -> Self {
        let mut ends: HashMap<i64, (Vec<f64>, Vec<f64>)> = HashMap::new();
        for page in pages {
            for block in &page.blocks {
                if let Block::Line(line) = block
                    && line.text.chars().count() >= TELLING
                {
                    let (lefts, rights) = ends.entry(to_whole(page.width)).or_default();
                    lefts.push(line.place.left);
                    rights.push(line.place.right);
                }
            }
        }
        let of_widths = ends.into_iter().filter_map(|(width, (mut lefts, mut rights))| {
            lefts.sort_by(f64::total_cmp);
            rights.sort_by(f64::total_cmp);
            // One in twenty may stand out.
            let left = lefts.get(lefts.len() / 20)?;
            let right = rights.get(rights.len() - 1 - rights.len() / 20)?;
            Some((width, (*left, *right)))
        });
        Self { of_widths: of_widths.collect(), current: None }
    }
}

struct Writer {
    margins: Margins,
    text: String,
    last: Option<Last>,
}

/// What was met last, and may go on.
enum Last {
    Line {
        line: Line,
        /// How far its predecessor in the paragraph stands above it.
        pitch: Option<f64>,
        is_on_last_page: bool,
    },
    Table {
        table: Table,
        is_on_last_page: bool,
    },
}

impl Writer {
    fn begin_page(&mut self, width: f64) {
        self.margins.current = self.margins.of_widths.get(&to_whole(width)).copied();
        match &mut self.last {
            Some(Last::Line { is_on_last_page, .. } | Last::Table { is_on_last_page, .. }) => {
                *is_on_last_page = true;
            }
            None => {}
        }
    }

    fn table(&mut self, table: Table) {
        let mut table = table;
        if let Some(Last::Table { table: before, is_on_last_page: true }) = &mut self.last {
            match before.continue_with(table) {
                None => {
                    self.last_is_here();
                    return;
                }
                Some(other) => table = other,
            }
        }
        self.end_last();
        self.last = Some(Last::Table { table, is_on_last_page: false });
    }

    fn last_is_here(&mut self) {
        if let Some(Last::Table { is_on_last_page, .. }) = &mut self.last {
            *is_on_last_page = false;
        }
    }

    fn line(&mut self, line: Line) {
        let continuation = match &self.last {
            Some(Last::Line { line: before, pitch, is_on_last_page }) => {
                self.continuation(before, &line, *pitch, *is_on_last_page)
            }
            _ => Continuation::None,
        };
        let mut pitch = None;
        match continuation {
            Continuation::None => self.end_last(),
            Continuation::Word => self.text.push_str(&line.text),
            Continuation::Words => join(&mut self.text, &line.text),
        }
        if let (Some(Last::Line { line: before, is_on_last_page: false, .. }), true) =
            (&self.last, !matches!(continuation, Continuation::None))
        {
            pitch = Some(line.place.top - before.place.top);
        }
        if matches!(continuation, Continuation::None) {
            self.text.push_str(&line.text);
        }
        self.last = Some(Last::Line { line, pitch, is_on_last_page: false });
    }

    /// Whether a line goes on with the paragraph of the line before.
    fn continuation(
        &self,
        before: &Line,
        line: &Line,
        pitch: Option<f64>,
        is_on_last_page: bool,
    ) -> Continuation {
        let Some((left, right)) = self.margins.current else { return Continuation::None };
        let size = before.size;
        let missing = (right - before.place.right) / size.max(1.0);
        let is_of_one_size = (line.size - size).abs() <= 0.1 * size;
        let is_indented = line.place.left > left + INDENT * line.size;
        let has_columns = before.text.contains('\t') || line.text.contains('\t');
        if missing > FULL || !is_of_one_size || is_indented || has_columns {
            return Continuation::None;
        }
        let apart = line.place.top - before.place.top;
        let widest = pitch.map_or(2.6 * size, |pitch| SPACED * pitch);
        if !is_on_last_page && apart > widest {
            return Continuation::None;
        }
        let has_ended = before.text.ends_with(['。', '；', '：', '！', '？', ';', ':']);
        if begins_with_number(&line.text) && has_ended {
            return Continuation::None;
        }
        let is_digit =
            |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
        if is_digit(before.text.chars().next_back()) && is_digit(line.text.chars().next()) {
            // Either one number, cut at the margin, or two numbers.
            return if missing <= FULL_TO_THE_DIGIT { Continuation::Word } else { Continuation::None };
        }
        Continuation::Words
    }

    /// Writes what may not go on any more.
    fn end_last(&mut self) {
        match self.last.take() {
            Some(Last::Line { .. }) => self.text.push('\n'),
            Some(Last::Table { table, .. }) => self.text.push_str(&table.text()),
            None => {}
        }
    }

    fn finish(mut self) -> String {
        self.end_last();
        self.text
    }
}

#[derive(Clone, Copy)]
enum Continuation {
    /// A paragraph of its own.
    None,
    /// The same word.
    Word,
    /// The same paragraph.
    Words,
}
