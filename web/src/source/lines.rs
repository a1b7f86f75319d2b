//! The text cut into lines, with both ways of counting.

use std::rc::Rc;

/// Where a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LineStart {
    byte: usize,
    utf16: u32,
}

/// A text with an index of its lines.
///
/// The browser and the checker's answer count UTF-16 units; Rust counts bytes.
#[derive(Clone, Debug)]
pub(crate) struct SourceText {
    text: Rc<str>,
    starts: Vec<LineStart>,
}

impl PartialEq for SourceText {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl SourceText {
    /// Cuts `text` at its line feeds; a textarea knows no other line end.
    pub(crate) fn new(text: Rc<str>) -> Self {
        let mut starts = vec![LineStart { byte: 0, utf16: 0 }];
        let (mut byte, mut utf16) = (0, 0);
        for line in text.split_inclusive('\n') {
            byte += line.len();
            utf16 += utf16_length(line);
            if line.ends_with('\n') {
                starts.push(LineStart { byte, utf16 });
            }
        }
        Self { text, starts }
    }

    /// All of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How many lines there are; an empty text has one.
    pub(crate) fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// A line without its line end, counted from 0.
    pub(crate) fn line(&self, index: usize) -> &str {
        let Some(start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| next.byte - 1);
        self.text.get(start.byte..end).unwrap_or_default()
    }

    /// The UTF-16 offset at which a line begins.
    pub(crate) fn line_start(&self, index: usize) -> u32 {
        self.starts.get(index).map_or(0, |start| start.utf16)
    }

    /// The line that holds the UTF-16 offset `offset`, counted from 0.
    pub(crate) fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| start.utf16 <= offset).saturating_sub(1)
    }

    /// The same, for a text that has no index.
    pub(crate) fn line_of_text(text: &str, offset: u32) -> usize {
        let (mut passed, mut line) = (0, 0);
        for character in text.chars() {
            if passed >= offset {
                break;
            }
            passed += if character.len_utf16() == 2 { 2 } else { 1 };
            line += usize::from(character == '\n');
        }
        line
    }

    /// The byte of `line` that lies `offset` UTF-16 units into it, at most its length.
    pub(crate) fn byte_in_line(line: &str, offset: u32) -> usize {
        let mut passed = 0;
        for (byte, character) in line.char_indices() {
            if passed >= offset {
                return byte;
            }
            passed += if character.len_utf16() == 2 { 2 } else { 1 };
        }
        line.len()
    }
}

/// The length of `text` in UTF-16 units.
pub(crate) fn utf16_length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_offsets() {
        let source = SourceText::new("规章\t0\n𠮷x\n".into());
        assert_eq!(source.line_count(), 3);
        assert_eq!([0, 1, 2].map(|index| source.line(index)), ["规章\t0", "𠮷x", ""]);
        assert_eq!([0, 1, 2].map(|index| source.line_start(index)), [0, 5, 9]);
        assert_eq!([0, 4, 5, 8, 9, 99].map(|offset| source.line_of(offset)), [0, 0, 1, 1, 2, 2]);
        assert_eq!(SourceText::byte_in_line("𠮷x", 2), 4);
        assert_eq!(SourceText::byte_in_line("𠮷x", 9), 5);
        assert_eq!(SourceText::new("".into()).line_count(), 1);
    }
}
