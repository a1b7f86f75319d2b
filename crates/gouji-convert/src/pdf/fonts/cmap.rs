//! Tables from codes to characters (CMap).

use std::rc::Rc;

/// How a string is cut into codes, and which character of the font each is.
pub(super) enum Codes {
    OneByte,
    /// Two bytes, and the code is the character.
    TwoBytes,
    /// UTF-16.
    Utf16,
    /// UTF-32.
    Utf32,
    /// One byte below 0x81, otherwise two, or four where the second is a digit.
    BeforeUnicode,
    /// As the file's own table has it.
    Listed(CMap),
}

/// A table from codes to text, or to characters of a font.
#[derive(Default)]
pub(super) struct CMap {
    /// The ranges of codes of each length in bytes.
    spaces: Vec<Space>,
    /// In the order of their first codes.
    texts: Vec<TextRange>,
    /// In the order of their first codes.
    characters: Vec<CharacterRange>,
}

struct Space {
    length: usize,
    first: u32,
    last: u32,
}

/// Codes one after the other, with the text of the first; the last character
/// of the others counts on.
struct TextRange {
    first: u32,
    last: u32,
    text: Rc<str>,
}

struct CharacterRange {
    first: u32,
    last: u32,
    character: u32,
}

/// A table has at most as many entries as there are codes of two bytes.
const MAX_ENTRIES: usize = 70_000;

/// Ranges may overlap; this many before the place are looked at.
const OVERLAPS: usize = 4;

impl Codes {
    pub(super) fn of_predefined(name: &str) -> Self {
        if name.contains("UTF16") || name.contains("UCS2") {
            Self::Utf16
        } else if name.contains("UTF32") {
            Self::Utf32
        } else if name.is_empty() || name.starts_with("Identity") {
            Self::TwoBytes
        } else {
            Self::BeforeUnicode
        }
    }

    /// The first code of a string, with its length in bytes.
    pub(super) fn next(&self, string: &[u8]) -> Option<(u32, usize)> {
        let first = *string.first()?;
        let length = match self {
            Self::OneByte => 1,
            Self::Utf16 if (0xd8..=0xdb).contains(&first) => {
                let (code, length) = big_endian(string, 4);
                let (high, low) = (code >> 16, code & 0xffff);
                let is_pair = (0xdc00..=0xdfff).contains(&low);
                let character = 0x1_0000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
                return Some((if is_pair { character } else { 0xfffd }, length));
            }
            Self::Utf32 => 4,
            Self::BeforeUnicode if first < 0x81 => 1,
            Self::BeforeUnicode if string.get(1).is_some_and(u8::is_ascii_digit) => 4,
            Self::TwoBytes | Self::Utf16 | Self::BeforeUnicode => 2,
            Self::Listed(cmap) => cmap.code_length(string),
        };
        Some(big_endian(string, length))
    }

    /// Which character of the font a code is.
    pub(super) fn character_of(&self, code: u32) -> u32 {
        match self {
            Self::OneByte | Self::TwoBytes => code,
            // Adobe's collections begin with the proportional ASCII.
            Self::Utf16 | Self::Utf32 | Self::BeforeUnicode => match code {
                0x20..=0x7e => code - 0x1f,
                _ => u32::MAX,
            },
            Self::Listed(cmap) => cmap.character(code).unwrap_or(code),
        }
    }
}

impl CMap {
    /// Reads a table. What is no part of one is passed over.
    pub(super) fn parse(source: &[u8]) -> Self {
        let mut cmap = Self::default();
        let tokens = Tokens { rest: source };
        let mut operands: Vec<Token<'_>> = Vec::new();
        for token in tokens {
            if cmap.texts.len() + cmap.characters.len() > MAX_ENTRIES || operands.len() > MAX_ENTRIES {
                break;
            }
            let Token::Word(word) = token else {
                operands.push(token);
                continue;
            };
            match word {
                b"endcodespacerange" => cmap.add_spaces(&operands),
                b"endbfchar" => cmap.add_text_characters(&operands),
                b"endbfrange" => cmap.add_text_ranges(&operands),
                b"endcidchar" => cmap.add_characters(&operands),
                b"endcidrange" => cmap.add_character_ranges(&operands),
                _ => {}
            }
            operands.clear();
        }
        cmap.texts.sort_by_key(|range| range.first);
        cmap.characters.sort_by_key(|range| range.first);
        cmap
    }

    /// What a code says; none where the table does not tell.
    pub(super) fn text(&self, code: u32) -> Option<Rc<str>> {
        let after = self.texts.partition_point(|range| range.first <= code);
        let near = self.texts.get(after.saturating_sub(OVERLAPS)..after)?;
        let range = near.iter().rev().find(|range| code <= range.last)?;
        if code == range.first {
            return Some(range.text.clone());
        }
        let last = range.text.chars().next_back()?;
        let counted = char::from_u32(u32::from(last) + (code - range.first))?;
        let before = range.text.get(..range.text.len() - last.len_utf8())?;
        Some(Rc::from(format!("{before}{counted}")))
    }

    fn character(&self, code: u32) -> Option<u32> {
        let after = self.characters.partition_point(|range| range.first <= code);
        let near = self.characters.get(after.saturating_sub(OVERLAPS)..after)?;
        let range = near.iter().rev().find(|range| code <= range.last)?;
        Some(range.character.saturating_add(code - range.first))
    }

    fn code_length(&self, string: &[u8]) -> usize {
        let fits = |space: &&Space| {
            let (code, length) = big_endian(string, space.length);
            length == space.length && (space.first..=space.last).contains(&code)
        };
        let shortest = self.spaces.first().map_or(2, |space| space.length);
        self.spaces.iter().find(fits).map_or(shortest, |space| space.length)
    }

    fn add_spaces(&mut self, operands: &[Token<'_>]) {
        for pair in operands.as_chunks::<2>().0 {
            if let [Token::Bytes(first), Token::Bytes(last)] = pair
                && (1..=4).contains(&first.len())
            {
                let length = first.len();
                let (first, _) = big_endian(first, length);
                let (last, _) = big_endian(last, length);
                self.spaces.push(Space { length, first, last });
            }
        }
        self.spaces.sort_by_key(|space| space.length);
    }

    fn add_text_characters(&mut self, operands: &[Token<'_>]) {
        for pair in operands.as_chunks::<2>().0 {
            if let [Token::Bytes(code), text] = pair
                && let Some(text) = text.text()
            {
                let (code, _) = big_endian(code, 4);
                self.texts.push(TextRange { first: code, last: code, text });
            }
        }
    }

    fn add_text_ranges(&mut self, operands: &[Token<'_>]) {
        let mut operands = operands.iter();
        while let (Some(first), Some(last), Some(target)) =
            (operands.next(), operands.next(), operands.next())
        {
            let (Token::Bytes(first), Token::Bytes(last)) = (first, last) else { return };
            let ((first, _), (last, _)) = (big_endian(first, 4), big_endian(last, 4));
            if let Some(text) = target.text() {
                self.texts.push(TextRange { first, last, text });
                continue;
            }
            // A list of texts, one for each code.
            for code in first..=last.min(first.saturating_add(0xffff)) {
                match operands.next() {
                    Some(Token::Close) | None => break,
                    Some(one) => {
                        let Some(text) = one.text() else { continue };
                        self.texts.push(TextRange { first: code, last: code, text });
                    }
                }
            }
            let mut ahead = operands.clone();
            if matches!(ahead.next(), Some(Token::Close)) {
                operands = ahead;
            }
        }
    }

    fn add_characters(&mut self, operands: &[Token<'_>]) {
        for pair in operands.as_chunks::<2>().0 {
            if let [Token::Bytes(code), Token::Number(character)] = pair {
                let (code, _) = big_endian(code, 4);
                self.characters.push(CharacterRange { first: code, last: code, character: *character });
            }
        }
    }

    fn add_character_ranges(&mut self, operands: &[Token<'_>]) {
        for three in operands.as_chunks::<3>().0 {
            if let [Token::Bytes(first), Token::Bytes(last), Token::Number(character)] = three {
                let ((first, _), (last, _)) = (big_endian(first, 4), big_endian(last, 4));
                self.characters.push(CharacterRange { first, last, character: *character });
            }
        }
    }
}

/// The number in the first bytes of a string, at most `length` of them, with
/// how many there were.
fn big_endian(string: &[u8], length: usize) -> (u32, usize) {
    let bytes = string.get(..length.min(4)).unwrap_or(string);
    (bytes.iter().fold(0, |number, &byte| number << 8 | u32::from(byte)), bytes.len())
}

enum Token<'a> {
    Bytes(Vec<u8>),
    Number(u32),
    Open,
    Close,
    Name,
    Word(&'a [u8]),
}

impl Token<'_> {
    /// The text that its bytes are in UTF-16.
    fn text(&self) -> Option<Rc<str>> {
        let Self::Bytes(bytes) = self else { return None };
        let units: Vec<u16> = match bytes.as_slice() {
            [one] => vec![u16::from(*one)],
            bytes => bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect(),
        };
        let text = String::from_utf16(&units).ok()?;
        // Some programs write these for what they cannot name.
        let is_nothing = text.is_empty() || text.contains(['\0', '\u{fffd}', '\u{ffff}']);
        (!is_nothing).then(|| Rc::from(text))
    }
}

/// The words of a table's source.
struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    fn take_while(&mut self, keep: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().position(|&byte| !keep(byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let digits = self.take_while(|byte| byte != b'>');
        self.skip(1);
        let digits: Vec<u8> = digits
            .iter()
            .filter_map(|&digit| char::from(digit).to_digit(16))
            .filter_map(|digit| u8::try_from(digit).ok())
            .collect();
        let (pairs, odd) = digits.as_chunks::<2>();
        pairs.iter().map(|[high, low]| high << 4 | low).chain(odd.iter().map(|digit| digit << 4)).collect()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            self.take_while(|byte| byte.is_ascii_whitespace() || byte == 0);
            let (&first, after) = self.rest.split_first()?;
            match first {
                b'%' => {
                    self.take_while(|byte| byte != b'\n' && byte != b'\r');
                }
                b'<' if after.first() == Some(&b'<') => self.skip(2),
                b'<' => {
                    self.skip(1);
                    return Some(Token::Bytes(self.hexadecimal()));
                }
                b'(' => {
                    self.take_while(|byte| byte != b')');
                    self.skip(1);
                    return Some(Token::Name);
                }
                b'[' => {
                    self.skip(1);
                    return Some(Token::Open);
                }
                b']' => {
                    self.skip(1);
                    return Some(Token::Close);
                }
                b'/' => {
                    self.skip(1);
                    self.take_while(is_regular);
                    return Some(Token::Name);
                }
                b'>' | b')' | b'{' | b'}' => self.skip(1),
                _ => {
                    let word = self.take_while(is_regular);
                    let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
                    return Some(number.map_or(Token::Word(word), Token::Number));
                }
            }
        }
    }
}

fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_characters_and_ranges() {
        let cmap = CMap::parse(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
              1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0003> <4E00> <0004><00660069> endbfchar\n\
              2 beginbfrange <0010> <0012> <0031> <0020> <0022> [<0041> <0042> <D83DDE00>]\n\
              <0030> <0031> <0061> endbfrange endcmap",
        );
        let texts: Vec<_> = [3, 4, 0x10, 0x12, 0x20, 0x22, 0x31].map(|code| cmap.text(code)).into();
        let texts: Vec<_> = texts.iter().map(|text| text.as_deref().unwrap_or("?")).collect();
        assert_eq!(texts, ["一", "fi", "1", "3", "A", "😀", "b"]);
        assert_eq!(cmap.text(0x13), None);
        assert_eq!(cmap.text(5), None);
    }

    #[test]
    fn what_is_named_nothing_is_not_known() {
        let cmap = CMap::parse(b"3 beginbfchar <01> <0000> <02> <FFFD> <03> <> endbfchar");
        for code in 1..=3 {
            assert_eq!(cmap.text(code), None);
        }
    }

    #[test]
    fn codes_of_several_lengths_are_told_apart() {
        let cmap = CMap::parse(
            b"2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange\n\
              1 begincidrange <20> <7e> 1 endcidrange 1 begincidchar <8140> 500 endcidchar",
        );
        let codes = Codes::Listed(cmap);
        assert_eq!(codes.next(b"A\x81\x40"), Some((0x41, 1)));
        assert_eq!(codes.next(b"\x81\x40A"), Some((0x8140, 2)));
        assert_eq!(codes.character_of(0x41), 0x22);
        assert_eq!(codes.character_of(0x8140), 500);
    }

    #[test]
    fn surrogates_are_one_code() {
        assert_eq!(Codes::Utf16.next(&[0xd8, 0x3d, 0xde, 0x00, 0x4e]), Some((0x1f600, 4)));
        assert_eq!(Codes::Utf16.next(&[0x4e, 0x00]), Some((0x4e00, 2)));
        assert_eq!(Codes::Utf16.next(&[]), None);
    }

    #[test]
    fn rubbish_is_passed_over() {
        for source in
            [&b"<<<<>>>)("[..], b"endbfrange [ ] <", b"1 beginbfrange <01> [ endbfrange", b"\xff\xfe"]
        {
            let cmap = CMap::parse(source);
            assert_eq!(cmap.text(1), None);
        }
    }
}
