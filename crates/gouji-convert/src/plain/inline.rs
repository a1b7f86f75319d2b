//! Tags within the lines of a text that is no HTML: converters to Markdown
//! leave those of fonts and blocks standing.

/// Tags that say nothing but how text looks.
const OF_LOOKS: &str = "span font b i u em strong big small mark center div p o:p";

/// Tags on whose two sides digits are not of one number.
const THAT_DIVIDE: &str = "br sup sub";

/// Leaves out the tags of a few elements, and makes a space of a break.
pub(super) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((name, length)) = tag(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        let is_one_of = |names: &str| names.split(' ').any(|known| known.eq_ignore_ascii_case(name));
        if is_one_of(THAT_DIVIDE) {
            out.push(' ');
        } else if !is_one_of(OF_LOOKS) {
            out.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The tag that begins here: its name, and its length in bytes. Tags of such
/// elements stand on one line and hold no others.
fn tag(text: &str) -> Option<(&str, usize)> {
    let inner = text.get(1..)?;
    let length = inner.find(['<', '>', '\n']).filter(|end| inner.as_bytes()[*end] == b'>')?;
    let inner = inner[..length].trim_start_matches('/');
    let end = inner.find(|character: char| character.is_ascii_whitespace() || character == '/');
    Some((&inner[..end.unwrap_or(inner.len())], length + 2))
}

#[cfg(test)]
mod tests {
    use super::without_tags;

    #[test]
    fn tags_of_looks_go_and_breaks_become_spaces() {
        let text = "| <span style=\"font-size: 14px;\">规章</span> | <b>7</b> | 12<br/>34 | 22<sup>1</sup> |";
        assert_eq!(without_tags(text), "| 规章 | 7 | 12 34 | 22 1  |");
    }

    #[test]
    fn what_is_no_such_tag_stays() {
        for text in
            ["1 < 2 > 0", "<http://www.example.gov.cn/>", "a <", "<>", "<table>", "<b", "<b\n>", "<spanner>"]
        {
            assert_eq!(without_tags(text), text);
        }
    }
}
