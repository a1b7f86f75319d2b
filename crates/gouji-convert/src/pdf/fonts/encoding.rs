//! What codes mean where the file has no table for it.
//!
//! Only what is certain: a code of a font that is part of the file may stand
//! for any of its glyphs, and the shape of a digit cannot be seen here.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object};

/// What a font's codes mean, by its own declaration.
pub(super) enum Encoding {
    /// One byte for each character: the Latin characters, but for those that
    /// are listed.
    Simple { base: Base, listed: HashMap<u32, Option<Rc<str>>> },
    /// The codes are UTF-16 or UTF-32.
    Unicode,
    /// Chinese, Japanese or Korean of before Unicode; of it only ASCII.
    BeforeUnicode,
    /// Nothing is known.
    Unknown,
}

/// What a simple font's codes mean unless they are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    WinAnsi,
    /// Another one; it agrees with ASCII.
    Ascii,
    /// The font's own, which is not known.
    OfTheFont,
}

impl Encoding {
    pub(super) fn of_simple_font(dictionary: &Dict<'_>) -> Self {
        let own = if brings_its_glyphs(dictionary) { Base::OfTheFont } else { Base::Ascii };
        let base_of = |name: Option<Name<'_>>| match name.as_deref() {
            Some(b"WinAnsiEncoding") => Base::WinAnsi,
            Some(b"MacRomanEncoding" | b"StandardEncoding") => Base::Ascii,
            _ => own,
        };
        if let Some(encoding) = dictionary.get::<Dict<'_>>(keys::ENCODING) {
            let base = base_of(encoding.get::<Name<'_>>(keys::BASE_ENCODING));
            let listed = encoding.get::<Array<'_>>(keys::DIFFERENCES);
            let listed = listed.map(|listed| differences(&listed)).unwrap_or_default();
            return Self::Simple { base, listed };
        }
        Self::Simple { base: base_of(dictionary.get::<Name<'_>>(keys::ENCODING)), listed: HashMap::new() }
    }

    pub(super) fn of_predefined(name: &str) -> Self {
        if ["UCS2", "UTF16", "UTF32"].iter().any(|form| name.contains(form)) {
            Self::Unicode
        } else if name.is_empty() || name.starts_with("Identity") {
            Self::Unknown
        } else {
            Self::BeforeUnicode
        }
    }

    /// What a code says.
    pub(super) fn text(&self, code: u32) -> Option<Rc<str>> {
        let character = match self {
            Self::Simple { base, listed } => match (listed.get(&code), base) {
                (Some(text), _) => return text.clone(),
                (None, Base::WinAnsi) => windows_1252(code)?,
                (None, Base::Ascii) => ascii(code)?,
                (None, Base::OfTheFont) => return None,
            },
            Self::Unicode => char::from_u32(code)?,
            Self::BeforeUnicode => ascii(code)?,
            Self::Unknown => return None,
        };
        Some(text_of(character))
    }
}

fn text_of(character: char) -> Rc<str> {
    Rc::from(character.encode_utf8(&mut [0; 4]) as &str)
}

/// Whether a simple font is part of the file, so that its codes may mean
/// anything.
fn brings_its_glyphs(dictionary: &Dict<'_>) -> bool {
    if dictionary.contains_key(keys::CHAR_PROCS) {
        return true;
    }
    let descriptor = dictionary.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
    [keys::FONT_FILE, keys::FONT_FILE2, keys::FONT_FILE3].iter().any(|key| descriptor.contains_key(key))
}

/// The codes that are listed, with what the names of their glyphs say.
fn differences(list: &Array<'_>) -> HashMap<u32, Option<Rc<str>>> {
    let mut listed = HashMap::new();
    let mut code = 0;
    for entry in list.iter::<Object<'_>>().take(1000) {
        match entry {
            Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                listed.insert(code, character_of_name(name.as_str()).map(text_of));
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    listed
}

/// The character that a glyph's name stands for.
fn character_of_name(name: &str) -> Option<char> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return only.is_ascii_alphabetic().then_some(only);
    }
    if let Some((_, character)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let is_hexadecimal = (4..=6).contains(&digits.len())
        && digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'));
    is_hexadecimal.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)).flatten()
}

fn ascii(code: u32) -> Option<char> {
    char::from_u32(code).filter(|character| matches!(character, ' '..='~'))
}

/// What Windows has at 80 to 9F; `U+FFFD` where it has nothing.
const WINDOWS: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";

fn windows_1252(code: u32) -> Option<char> {
    match code {
        0x80..=0x9f => {
            let place = usize::try_from(code - 0x80).ok()?;
            WINDOWS.chars().nth(place).filter(|&character| character != '\u{fffd}')
        }
        0xa0..=0xff => char::from_u32(code),
        _ => ascii(code),
    }
}

/// Adobe's names of the characters of ASCII and of some others that are
/// usual, but for the letters, whose names are themselves.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("periodcentered", '·'),
    ("section", '§'),
    ("degree", '°'),
    ("multiply", '×'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_glyphs_tell_characters_only_where_they_are_known() {
        assert_eq!(character_of_name("seven"), Some('7'));
        assert_eq!(character_of_name("seven.tnum"), Some('7'));
        assert_eq!(character_of_name("uni4E00"), Some('一'));
        assert_eq!(character_of_name("u1F600"), Some('😀'));
        assert_eq!(character_of_name("a"), Some('a'));
        for unknown in ["g17", "G31", "cid0012", "1", "c32", "unit", ".notdef", ""] {
            assert_eq!(character_of_name(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_table_of_windows_is_complete() {
        assert_eq!(WINDOWS.chars().count(), 32);
        assert_eq!(windows_1252(0x93), Some('“'));
        assert_eq!(windows_1252(0xb7), Some('·'));
        assert_eq!(windows_1252(0x81), None);
        assert_eq!(windows_1252(0x31), Some('1'));
        assert_eq!(windows_1252(0x03), None);
    }

    #[test]
    fn only_the_encodings_of_unicode_are_understood() {
        assert!(matches!(Encoding::of_predefined("UniGB-UCS2-H"), Encoding::Unicode));
        assert!(matches!(Encoding::of_predefined("UniGB-UTF16-H"), Encoding::Unicode));
        assert!(matches!(Encoding::of_predefined("GBK-EUC-H"), Encoding::BeforeUnicode));
        assert!(matches!(Encoding::of_predefined("Identity-H"), Encoding::Unknown));
        assert_eq!(Encoding::BeforeUnicode.text(0xd2bb), None);
        assert_eq!(Encoding::Unicode.text(0x4e00).as_deref(), Some("一"));
    }
}
