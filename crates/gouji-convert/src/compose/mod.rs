//! The canonical text in the making: every reader tells its paragraphs and
//! tables to a [`Composer`].
//!
//! All text is written into one buffer, and a cell is a stretch of it. A table
//! is put into its canonical form when it ends. One that holds another table
//! only lays out a page: it stays what it is, the lines of its cells one below
//! the other. So every byte is moved once at most, however deep tables are
//! nested.

mod gap;
mod grid;

use crate::{ConvertError, MAX_FILE_BYTES};
pub(crate) use gap::join_lines;
use gap::{Gap, gap_of, is_wide};
use grid::{Cell, OpenTable, Row};

/// A report has some five hundred cells.
const MAX_CELLS: usize = 1_000_000;

/// Tables in tables that are told apart; what is deeper belongs to the last.
const MAX_DEPTH: usize = 20_000;

/// In which part of a table a row stands; the parts are printed in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Head,
    #[default]
    Body,
    Foot,
}

/// Where something may be taken back to: see [`Composer::take_back`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    length: usize,
    tables: usize,
    finished: usize,
}

/// Writes the canonical text.
#[derive(Debug, Default)]
pub(crate) struct Composer {
    text: String,
    /// What separates the last character from the next.
    gap: Gap,
    tables: Vec<OpenTable>,
    /// Tables begun below [`MAX_DEPTH`], which are not told apart.
    too_deep: usize,
    cells: usize,
    /// How many tables have come out as rows of cells.
    finished: usize,
    overflow: bool,
}

impl Composer {
    /// Writes text with its white space as it flows: any of it is one space,
    /// and a line break of the source between two Chinese characters nothing.
    pub(crate) fn flow(&mut self, text: &str) {
        if self.overflow {
            return;
        }
        for character in text.chars() {
            match gap_of(character) {
                Some(gap) => self.gap = self.gap.max(gap),
                None => self.character(character),
            }
        }
    }

    /// Writes text whose lines, tabs and spaces are meant as they are. In a
    /// table it flows.
    pub(crate) fn verbatim(&mut self, text: &str) {
        if !self.tables.is_empty() {
            for line in text.split('\n') {
                self.flow(line);
                self.end_line();
            }
            return;
        }
        for character in text.chars() {
            match character {
                '\n' | '\t' => {
                    self.write_gap(character);
                    self.gap = Gap::None;
                    self.text.push(character);
                }
                '\u{a0}' => self.character(' '),
                _ => self.character(character),
            }
        }
    }

    /// Sets the next character off by a space.
    pub(crate) fn space(&mut self) {
        self.gap = self.gap.max(Gap::Space);
    }

    /// Ends the line, if anything stands in it.
    pub(crate) fn end_line(&mut self) {
        self.gap = self.gap.max(Gap::Line);
    }

    /// Whether the last character is a digit with nothing behind it.
    pub(crate) fn ends_with_digit(&self) -> bool {
        self.gap == Gap::None && self.text.ends_with(|last: char| last.is_ascii_digit())
    }

    /// Where the text has come to.
    pub(crate) fn place(&self) -> Place {
        Place { length: self.text.len(), tables: self.tables.len(), finished: self.finished }
    }

    /// Takes back what was written since `place`, unless a table was.
    pub(crate) fn take_back(&mut self, place: Place) {
        if self.tables.len() == place.tables && self.finished == place.finished {
            self.text.truncate(place.length);
            self.end_line();
        }
    }

    /// Whether there is more than can be taken: what is written is for nothing.
    #[cfg(feature = "office")]
    pub(crate) fn is_full(&self) -> bool {
        self.overflow
    }

    /// How many tables are open.
    pub(crate) fn depth(&self) -> usize {
        self.tables.len()
    }

    /// Whether text would stand in a cell.
    pub(crate) fn in_cell(&self) -> bool {
        self.tables.last().is_some_and(|table| table.in_cell)
    }

    /// Begins a table.
    pub(crate) fn open_table(&mut self) {
        if self.tables.len() == MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        self.end_line();
        self.tables.push(OpenTable::new(self.text.len()));
    }

    /// Begins a row; the one before is at its end.
    pub(crate) fn open_row(&mut self, part: Part) {
        self.close_cell();
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Row { first: table.cells.len(), part });
        }
    }

    /// Begins a cell; the one before is at its end. A span of 0 rows reaches
    /// to the end of the table's part.
    pub(crate) fn open_cell(&mut self, columns: usize, rows: usize) {
        self.close_cell();
        self.cells += 1;
        if self.cells > MAX_CELLS {
            self.overflow = true;
            return;
        }
        let start = self.text.len();
        if let Some(table) = self.tables.last_mut() {
            if table.rows.is_empty() {
                table.rows.push(Row { first: 0, part: Part::Body });
            }
            table.cells.push(Cell::new(start, columns, rows));
            table.in_cell = true;
        }
        self.end_line();
    }

    /// Ends a cell. What follows it, until the next begins, stands in no cell
    /// and goes before the table.
    pub(crate) fn close_cell(&mut self) {
        let end = self.text.len();
        if let Some(table) = self.tables.last_mut()
            && table.in_cell
        {
            table.in_cell = false;
            if let Some(cell) = table.cells.last_mut() {
                cell.end = end;
            }
            self.end_line();
        }
    }

    /// Notes that the next columns of the table are hidden, or shown.
    pub(crate) fn declare_columns(&mut self, count: usize, hidden: bool) {
        if let Some(table) = self.tables.last_mut() {
            table.declare_columns(count, hidden);
        }
    }

    /// Ends the table.
    pub(crate) fn close_table(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        self.close_cell();
        let Some(table) = self.tables.pop() else { return };
        let is_grid = table.is_grid(&self.text);
        if is_grid {
            let written = self.text.split_off(table.start);
            // A space that was due before the table is none after a line.
            self.gap = Gap::None;
            self.overflow |= !table.write(&written, &mut self.text, MAX_FILE_BYTES);
            self.finished += 1;
            self.gap = Gap::Blank;
        } else {
            self.end_line();
        }
        if let Some(outer) = self.tables.last_mut() {
            outer.holds_table |= is_grid || table.holds_table;
        }
    }

    /// The whole text.
    pub(crate) fn finish(mut self) -> Result<String, ConvertError> {
        while !self.tables.is_empty() {
            self.too_deep = 0;
            self.close_table();
        }
        if self.overflow {
            return Err(ConvertError::TooMuchInside);
        }
        if self.text.trim().is_empty() {
            return Err(ConvertError::Empty);
        }
        self.text.push('\n');
        Ok(self.text)
    }

    fn character(&mut self, character: char) {
        if is_invisible(character) {
            return;
        }
        self.write_gap(character);
        self.gap = Gap::None;
        self.text.push(character);
        if self.text.len() > MAX_FILE_BYTES {
            self.overflow = true;
            self.text.clear();
            self.tables.clear();
        }
    }

    fn write_gap(&mut self, next: char) {
        match self.gap {
            Gap::None => {}
            _ if self.text.is_empty() => {}
            Gap::SourceBreak if is_wide(next) && self.text.ends_with(is_wide) => {}
            Gap::SourceBreak | Gap::Space | Gap::HardSpace => self.text.push(' '),
            Gap::Line => self.text.push('\n'),
            Gap::Blank => self.text.push_str("\n\n"),
        }
    }
}

/// Characters that take no room: control characters, the soft hyphen, the
/// zero-width ones, the byte-order mark, and what stands for an object.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fffc}'
    )
}
