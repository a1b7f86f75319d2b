//! A text that is being written, with the places damage can be done at.

use std::ops::Range;

/// A text that is being written.
#[derive(Clone, Debug, Default)]
pub struct Pen {
    /// The text.
    pub text: String,
    /// Where values stand that are not blank.
    pub values: Vec<Range<usize>>,
    /// Where tables stand.
    pub tables: Vec<Range<usize>>,
}

impl Pen {
    /// Writes this.
    pub fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes this and ends the line.
    pub fn line(&mut self, text: &str) {
        self.put(text);
        self.put("\n");
    }

    /// Writes the words of a label, or a value.
    pub fn cell(&mut self, text: &str, is_value: bool) {
        if is_value && !text.is_empty() {
            self.values.push(self.text.len()..self.text.len() + text.len());
        }
        self.put(text);
    }

    /// Begins a table.
    pub fn begin_table(&mut self) {
        self.tables.push(self.text.len()..self.text.len());
    }

    /// Ends the table that was begun.
    pub fn end_table(&mut self) {
        let end = self.text.len();
        if let Some(table) = self.tables.last_mut() {
            table.end = end;
        }
    }

    /// Whether the line being written has nothing on it yet.
    pub fn at_line_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with(['\n', '\u{c}'])
    }

    /// Ends the line, if anything is on it.
    pub fn finish_line(&mut self) {
        if !self.at_line_start() {
            self.put("\n");
        }
    }

    /// A space, unless the line begins here.
    pub fn space(&mut self) {
        if !self.at_line_start() {
            self.put(" ");
        }
    }

    /// Writes something else in the place of what stands there.
    pub fn replace(&mut self, at: Range<usize>, with: &str) {
        self.text.replace_range(at.clone(), with);
        for range in self.values.iter_mut().chain(&mut self.tables) {
            if range.start >= at.end {
                range.start = range.start + with.len() - at.len();
            }
            if range.end >= at.end {
                range.end = range.end + with.len() - at.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_with_what_is_written_before_them() {
        let mut pen = Pen::default();
        pen.line("甲");
        pen.begin_table();
        pen.cell("乙", false);
        pen.cell("12", true);
        pen.line("");
        pen.end_table();
        pen.replace(0..3, "丙丁");
        assert_eq!(pen.text, "丙丁\n乙12\n");
        assert_eq!(pen.values.iter().map(|value| &pen.text[value.clone()]).collect::<Vec<_>>(), ["12"]);
        assert_eq!(&pen.text[pen.tables[0].clone()], "乙12\n");
    }
}
