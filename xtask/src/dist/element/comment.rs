//! Comments of two stars, as JSDoc has them: some sentences, then tags.

/// A comment, taken apart.
#[derive(Default)]
pub(super) struct Comment {
    /// The sentences before the first tag.
    pub(super) words: String,
    /// What the tags say, in their order.
    pub(super) entries: Vec<Entry>,
}

/// What one tag says: `@attr {'auto' | 'dark'} theme=auto - Light or dark.`
#[derive(Default)]
pub(super) struct Entry {
    /// The tag without its `@`.
    pub(super) tag: String,
    /// What stands in braces.
    pub(super) of_type: String,
    /// The name; where the tag has none, nothing.
    pub(super) name: String,
    /// Whether the name stands in brackets.
    pub(super) optional: bool,
    /// What stands behind the name's `=`.
    pub(super) default: Option<String>,
    /// The words.
    pub(super) words: String,
}

/// Tags that have no name, only a type and words.
const NAMELESS: [&str; 2] = ["returns", "type"];

impl Comment {
    /// Takes apart what stands between `/**` and `*/`.
    pub(super) fn read(content: &str) -> Self {
        let mut comment = Self::default();
        let mut tagged = String::new();
        for line in content.lines() {
            let line = line.trim().trim_start_matches('*').trim();
            if line.starts_with('@') {
                comment.add(&tagged);
                line.clone_into(&mut tagged);
            } else if tagged.is_empty() {
                join(&mut comment.words, line);
            } else {
                join(&mut tagged, line);
            }
        }
        comment.add(&tagged);
        comment
    }

    /// What the tags of this name say.
    pub(super) fn tagged<'it>(&'it self, tag: &'it str) -> impl Iterator<Item = &'it Entry> {
        self.entries.iter().filter(move |entry| entry.tag == tag)
    }

    /// The type behind the first tag of this name.
    pub(super) fn type_of(&self, tag: &str) -> &str {
        self.entries.iter().find(|entry| entry.tag == tag).map_or("void", |entry| &entry.of_type)
    }

    fn add(&mut self, tagged: &str) {
        if let Some(tagged) = tagged.strip_prefix('@') {
            self.entries.push(Entry::read(tagged));
        }
    }
}

impl Entry {
    fn read(tagged: &str) -> Self {
        let (tag, rest) = tagged.split_once(' ').unwrap_or((tagged, ""));
        let mut entry = Self { tag: tag.to_owned(), ..Self::default() };
        let mut rest = rest.trim();
        if let Some(end) = end_of_braces(rest) {
            rest[1..end].clone_into(&mut entry.of_type);
            rest = rest[end + 1..].trim();
        }
        if NAMELESS.contains(&tag) {
            rest.trim_start_matches("- ").clone_into(&mut entry.words);
            return entry;
        }
        let (name, words) = rest.split_once(" - ").unwrap_or((rest, ""));
        words.trim().clone_into(&mut entry.words);
        let within = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        entry.optional = within.is_some();
        let (name, default) = match within.unwrap_or(name).split_once('=') {
            Some((name, default)) => (name, Some(default.to_owned())),
            None => (within.unwrap_or(name), None),
        };
        (entry.name, entry.default) = (name.to_owned(), default);
        entry
    }
}

/// Where the braces end that a text begins with.
fn end_of_braces(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    if !text.starts_with('{') {
        return None;
    }
    text.char_indices().find_map(|(at, letter)| {
        match letter {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        (open == 0).then_some(at)
    })
}

fn join(text: &mut String, line: &str) {
    if !text.is_empty() && !line.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_sentences_and_tags() {
        let comment = Comment::read(
            "*\n * One\n * sentence.\n *\n * @attr {'a' | 'b'} theme=a - Light\n *   or dark.\n * @param {{ x: number }} [place] - Where.\n * @returns {string} The text.\n ",
        );
        assert_eq!(comment.words, "One sentence.");
        let attribute = comment.tagged("attr").next().expect("one");
        assert_eq!((attribute.of_type.as_str(), attribute.name.as_str()), ("'a' | 'b'", "theme"));
        assert_eq!((attribute.default.as_deref(), attribute.words.as_str()), (Some("a"), "Light or dark."));
        let parameter = comment.tagged("param").next().expect("one");
        assert_eq!((parameter.of_type.as_str(), parameter.optional), ("{ x: number }", true));
        assert_eq!(comment.type_of("returns"), "string");
    }
}
