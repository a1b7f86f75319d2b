//! Byte offsets to lines and to UTF-16 offsets.

use super::TextRange;

/// How far apart, in bytes, the marks lie from which UTF-16 offsets are counted.
const STRIDE: usize = 256;

/// Turns byte offsets into UTF-16 offsets and line numbers.
///
/// Built once per text in one pass; a lookup is a binary search or counts at
/// most one stride of the text, so its cost does not grow with the text.
#[derive(Clone, Debug)]
pub struct LineIndex<'text> {
    text: &'text str,
    /// Byte offset of the start of each line.
    line_starts: Vec<u32>,
    /// UTF-16 offset at each multiple of [`STRIDE`] bytes, moved down to a
    /// character boundary.
    marks: Vec<u32>,
}

impl<'text> LineIndex<'text> {
    /// Indexes `text`. Lines end with `\n`, as everywhere in gouji.
    pub fn new(text: &'text str) -> Self {
        let mut line_starts = vec![0];
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut utf16 = 0_u32;
        for (offset, character) in text.char_indices() {
            while marks.len() * STRIDE <= offset {
                marks.push(utf16);
            }
            utf16 += u32::try_from(character.len_utf16()).unwrap_or(1);
            if character == '\n' {
                line_starts.push(TextRange::new(offset + 1, offset + 1).start);
            }
        }
        Self { text, line_starts, marks }
    }

    /// The UTF-16 offset of a byte offset. An offset inside a character, or
    /// behind the text, counts as the boundary before it.
    pub fn utf16(&self, offset: u32) -> u32 {
        let offset = floor_boundary(self.text, offset as usize);
        // There is a mark for every multiple of the stride before the last
        // character; the end of the text counts from the last one.
        let mark = (offset / STRIDE).min(self.marks.len().saturating_sub(1));
        let known = self.marks.get(mark).copied().unwrap_or_default();
        // The mark was taken at the first character at or behind its multiple.
        let from = ceil_boundary(self.text, mark * STRIDE);
        let rest = self.text.get(from..offset).unwrap_or_default();
        let counted = rest.chars().map(char::len_utf16).sum::<usize>();
        known + u32::try_from(counted).unwrap_or_default()
    }

    /// The zero-based line that holds a byte offset.
    pub fn line(&self, offset: u32) -> usize {
        self.line_starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn ceil_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "政府信息公开😀abc\n".repeat(100);
        let index = LineIndex::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let expected = text[..offset].encode_utf16().count();
            let byte = u32::try_from(offset).expect("a short text");
            assert_eq!(index.utf16(byte) as usize, expected, "at byte {offset}");
        }
    }

    #[test]
    fn stays_inside_the_text() {
        let index = LineIndex::new("表");
        assert_eq!(index.utf16(2), 0, "inside a character");
        assert_eq!(index.utf16(99), 1, "behind the text");
        assert_eq!(LineIndex::new("").utf16(0), 0);
    }

    #[test]
    fn finds_lines() {
        let index = LineIndex::new("一\n二\n");
        assert_eq!([0, 3, 4, 7, 8].map(|offset| index.line(offset)), [0, 0, 1, 1, 2]);
    }
}
