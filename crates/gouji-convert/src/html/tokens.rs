//! HTML cut into tags and text, as tolerantly as browsers do.

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text with its character references.
    Text(&'a str),
    Open(Tag<'a>),
    /// The name of an end tag.
    Close(&'a str),
    /// What stands between `<!--` and `-->`.
    Comment(&'a str),
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The attributes: names and values, empty where they have none, with
    /// their character references.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let (name, value, behind) = next_attribute(rest)?;
            rest = behind;
            Some((name, value))
        })
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The number at the beginning of an attribute.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let value = self.attribute(name)?.trim_start();
        let digits = value.bytes().take_while(u8::is_ascii_digit);
        let mut number = None;
        for digit in digits {
            let known: usize = number.unwrap_or(0);
            number = Some(known.saturating_mul(10).saturating_add(usize::from(digit - b'0')));
        }
        number
    }

    /// Whether it ends itself, as in XML.
    pub(super) fn is_empty_element(&self) -> bool {
        self.attributes.ends_with('/')
    }
}

/// The pieces of a text.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html }
    }

    /// Leaves out what stands before the end tag of an element whose content
    /// is no HTML; all of the rest where it has none.
    pub(super) fn skip_to_end_of(&mut self, name: &str) {
        let mut from = 0;
        while let Some(at) = self.rest[from..].find("</") {
            from += at + 2;
            let begins = self.rest.as_bytes().get(from..from + name.len());
            if begins.is_some_and(|bytes| bytes.eq_ignore_ascii_case(name.as_bytes())) {
                self.rest = &self.rest[from - 2..];
                return;
            }
        }
        self.rest = "";
    }

    fn cut(&mut self, at: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }

    /// Takes what stands before `mark`, and the mark.
    fn cut_behind(&mut self, mark: &str) -> &'a str {
        let end = self.rest.find(mark).unwrap_or(self.rest.len());
        let piece = self.cut(end);
        self.cut(mark.len());
        piece
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.rest.as_bytes();
        let second = bytes.get(1).copied().unwrap_or_default();
        match bytes.first()? {
            b'<' if self.rest.starts_with("<!--") => {
                self.cut(4);
                // `<!-->` is a whole comment.
                if self.rest.starts_with('>') {
                    self.cut(1);
                    return Some(Token::Comment(""));
                }
                Some(Token::Comment(self.cut_behind("-->")))
            }
            b'<' if second.is_ascii_alphabetic() => {
                self.cut(1);
                let name = self.cut(name_length(self.rest));
                let attributes = self.cut(attributes_length(self.rest));
                self.cut(1);
                Some(Token::Open(Tag { name, attributes: attributes.trim() }))
            }
            b'<' if second == b'/' && bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                self.cut(2);
                let name = self.cut(name_length(self.rest));
                self.cut_behind(">");
                Some(Token::Close(name))
            }
            b'<' if matches!(second, b'!' | b'?' | b'/') => {
                self.cut_behind(">");
                Some(Token::Comment(""))
            }
            _ => {
                let end = bytes[1..].iter().position(|byte| *byte == b'<');
                Some(Token::Text(self.cut(end.map_or(self.rest.len(), |end| end + 1))))
            }
        }
    }
}

fn name_length(text: &str) -> usize {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    text.as_bytes().iter().position(ends).unwrap_or(text.len())
}

/// How far the attributes of a tag reach: to the `>` that stands in no value.
fn attributes_length(text: &str) -> usize {
    let mut rest = text;
    while let Some((_, _, behind)) = next_attribute(rest) {
        rest = behind;
    }
    let left = rest.find('>').unwrap_or(rest.len());
    text.len() - rest.len() + left
}

/// Takes an attribute from the front of a tag: its name, its value, and what
/// stands behind. `None` where the tag ends first.
fn next_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    let blank = |at: &usize| bytes.get(*at).is_some_and(u8::is_ascii_whitespace);
    let find = |from: usize, ends: fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| ends(*byte)).map_or(bytes.len(), |at| from + at)
    };
    let start = find(0, |byte| !byte.is_ascii_whitespace() && byte != b'/');
    if bytes.get(start).is_none_or(|byte| *byte == b'>') {
        return None;
    }
    // A name may begin with `=`.
    let end = find(start + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
    let mut at = end;
    while blank(&at) {
        at += 1;
    }
    if bytes.get(at) != Some(&b'=') {
        return Some((&text[start..end], "", &text[end..]));
    }
    at += 1;
    while blank(&at) {
        at += 1;
    }
    let (from, to, behind) = match bytes.get(at) {
        Some(b'"') => (at + 1, find(at + 1, |byte| byte == b'"'), 1),
        Some(b'\'') => (at + 1, find(at + 1, |byte| byte == b'\''), 1),
        _ => (at, find(at, |byte| byte.is_ascii_whitespace() || byte == b'>'), 0),
    };
    Some((&text[start..end], &text[from..to], text.get(to + behind..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(html: &str) -> Tag<'_> {
        match Tokens::new(html).next() {
            Some(Token::Open(tag)) => tag,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_greater_sign_in_a_value_ends_no_tag() {
        let pieces: Vec<_> = Tokens::new("<a title='1 > 0' x=\"<b>\">text</a >").skip(1).collect();
        assert_eq!(pieces, [Token::Text("text"), Token::Close("a")]);
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        let cell = tag("<td class=xl65 x:num COLSPAN = '3' rowspan=2px style='a:\"b\"'/>");
        assert_eq!(cell.attribute("class"), Some("xl65"));
        assert_eq!(cell.attribute("x:num"), Some(""));
        assert_eq!(cell.number("colspan"), Some(3));
        assert_eq!(cell.number("rowspan"), Some(2));
        assert_eq!(cell.attribute("style"), Some("a:\"b\""));
        assert_eq!(cell.attribute("width"), None);
        assert!(cell.is_empty_element());
        assert_eq!(tag("<td colspan=99999999999999999999999>").number("colspan"), Some(usize::MAX));
    }

    #[test]
    fn comments_and_declarations_are_passed_over() {
        let html = "<!DOCTYPE html><![if !supportLists]>一<![endif]><!--[if mso]><b><![endif]-->二<!-->三";
        let text: Vec<_> = Tokens::new(html)
            .filter_map(|token| match token {
                Token::Text(text) => Some(text),
                _ => None,
            })
            .collect();
        assert_eq!(text, ["一", "二", "三"]);
    }

    #[test]
    fn what_is_no_tag_is_text() {
        let pieces: Vec<_> = Tokens::new("1 < 2<<p").collect();
        assert_eq!(pieces[..2], [Token::Text("1 "), Token::Text("< 2")]);
        assert_eq!(Tokens::new("</").collect::<Vec<_>>(), [Token::Comment("")]);
    }
}
