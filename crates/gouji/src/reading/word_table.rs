//! Many words that are looked for at once.

use super::search::next_word;

/// Words in groups, to be looked up by their first characters.
pub(super) struct WordTable {
    words: Vec<Word>,
    /// The last word whose first character falls into each bucket, counted
    /// from 1; each word names the one before it.
    buckets: [u16; 256],
}

struct Word {
    text: &'static str,
    group: u8,
    /// The word before it in the same bucket, counted from 1.
    before: u16,
}

impl WordTable {
    /// A table of these groups, whose words have blanks between them.
    pub(super) fn new(groups: &[&'static str]) -> Self {
        let mut table = Self { words: Vec::with_capacity(300), buckets: [0; 256] };
        for (group, words) in (0..).zip(groups) {
            table.add(group, words);
        }
        table
    }

    /// Adds the words of a group.
    pub(super) fn add(&mut self, group: u8, words: &'static str) {
        let mut rest = words;
        loop {
            let text = next_word(&mut rest);
            if text.is_empty() {
                return;
            }
            let bucket = &mut self.buckets[bucket(text.as_bytes())];
            self.words.push(Word { text, group, before: *bucket });
            *bucket = u16::try_from(self.words.len()).unwrap_or_default();
        }
    }

    /// The longest word that the text begins with, and its group; an empty word
    /// where there is none.
    pub(super) fn longest_at(&self, text: &str) -> (u8, &'static str) {
        let mut longest = (0, "");
        let mut next = self.buckets[bucket(text.as_bytes())];
        while next > 0 {
            let word = &self.words[next as usize - 1];
            next = word.before;
            if word.text.len() > longest.1.len() && text.starts_with(word.text) {
                longest = (word.group, word.text);
            }
        }
        longest
    }

    /// The groups of the words that occur in a text, a bit for each.
    pub(super) fn groups_in(&self, text: &str) -> u32 {
        let bytes = text.as_bytes();
        let mut groups = 0;
        for at in 0..bytes.len() {
            let rest = &bytes[at..];
            // Words begin where characters do.
            if rest[0] & 0xc0 == 0x80 {
                continue;
            }
            let mut next = self.buckets[bucket(rest)];
            while next > 0 {
                let word = &self.words[next as usize - 1];
                next = word.before;
                if rest.starts_with(word.text.as_bytes()) {
                    groups |= 1 << word.group;
                }
            }
        }
        groups
    }
}

/// The last bytes of a character tell most of it.
fn bucket(text: &[u8]) -> usize {
    match text {
        [ascii @ 0..0x80, ..] => usize::from(*ascii),
        [_, middle, last, ..] => (*middle as usize) << 6 & 0xc0 | *last as usize & 0x3f,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts_and_every_group_is_seen() {
        let table = WordTable::new(&["复议 行政", "行政复议"]);
        assert_eq!(table.longest_at("行政复议5件"), (1, "行政复议"));
        assert_eq!(table.longest_at("行政诉讼"), (0, "行政"));
        assert_eq!(table.longest_at("公"), (0, ""));
        assert_eq!(table.groups_in("申请行政复议"), 0b11);
        assert_eq!(table.groups_in("申请复议"), 0b01);
        assert_eq!(table.groups_in("申请"), 0);
    }
}
