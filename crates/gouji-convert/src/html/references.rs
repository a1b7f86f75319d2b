//! Character references: `&nbsp;`, `&#12288;`.

/// The names that word processors, browsers and content systems write.
const NAMES: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("minus", '−'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("deg", '°'),
    ("permil", '‰'),
    ("yen", '¥'),
    ("copy", '©'),
    ("reg", '®'),
    ("sect", '§'),
    ("loz", '◊'),
    ("rarr", '→'),
];

/// The longest reference, in bytes, that is looked at.
const MAX_LENGTH: usize = 12;

/// What Windows' character set has where Unicode has control characters; in
/// old pages `&#151;` is a dash.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Gives `sink` the text piece by piece, its references replaced. What is none
/// stays as it is written.
pub(super) fn resolve(text: &str, sink: &mut dyn FnMut(&str)) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        sink(&rest[..at]);
        rest = &rest[at..];
        if let Some((character, length)) = reference(&rest[1..]) {
            sink(character.encode_utf8(&mut [0; 4]));
            rest = &rest[1 + length..];
        } else {
            sink("&");
            rest = &rest[1..];
        }
    }
    sink(rest);
}

/// Reads a reference behind its `&`: the character, and how long it is.
fn reference(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'#';
    let length = bytes.iter().take(MAX_LENGTH).take_while(is_part).count();
    let body = &text[..length];
    let whole = length + usize::from(bytes.get(length) == Some(&b';'));
    if let Some(number) = body.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        let character = match code.ok()? {
            code @ 0x80..=0x9f => WINDOWS.chars().nth(code as usize - 0x80)?,
            code => char::from_u32(code)?,
        };
        return Some((character, whole));
    }
    // Without its semicolon a name is only believed where nothing follows it.
    let is_whole = whole > length || !bytes.get(length).is_some_and(u8::is_ascii_alphanumeric);
    let known = NAMES.iter().find(|(name, _)| *name == body).filter(|_| is_whole)?;
    Some((known.1, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(text: &str) -> String {
        let mut out = String::new();
        resolve(text, &mut |piece| out.push_str(piece));
        out
    }

    #[test]
    fn references_become_characters() {
        assert_eq!(resolved("&nbsp;0&#160;&#xA0;&emsp;"), "\u{a0}0\u{a0}\u{a0}\u{2003}");
        assert_eq!(resolved("&ldquo;三安全&rdquo;&mdash;&#8212;&#151;"), "“三安全”———");
        assert_eq!(resolved("&lt;b&gt; &amp;amp; &#12288;"), "<b> &amp; \u{3000}");
        assert_eq!(resolved("&nbsp 5"), "\u{a0} 5");
    }

    #[test]
    fn what_is_none_stays() {
        for text in ["&", "a & b", "&;", "&#;", "&#xD800;", "&#99999999999;", "&unknown;", "&nbspx;", "&中"]
        {
            assert_eq!(resolved(text), text);
        }
    }
}
