//! The encodings that can be told from the bytes alone.

/// Decodes UTF-8 and UTF-16, with their byte-order mark or without. `None`
/// where the bytes are neither: then they are in an older encoding, most
/// likely GB18030, which is for the caller to decode.
pub fn decode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes)
            .or_else(|| without_mark(bytes, 1, u16::from_le_bytes))
            .or_else(|| without_mark(bytes, 0, u16::from_be_bytes)),
    }
}

/// Zero bytes are no part of any text, and of UTF-16 every other one is. Some
/// programs end what they copy with one.
fn utf8(bytes: &[u8]) -> Option<String> {
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let bytes = &bytes[..end];
    if bytes.contains(&0) { None } else { str::from_utf8(bytes).ok().map(str::to_owned) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = units.iter().copied().map(unit).collect();
    if !rest.is_empty() || units.contains(&0) { None } else { String::from_utf16(&units).ok() }
}

/// Reads bytes as UTF-16 where their line breaks, digits and tabs say so: one
/// byte in twenty is a zero, and all of them stand in the same half of a unit.
fn without_mark(bytes: &[u8], zeros_at: usize, unit: fn([u8; 2]) -> u16) -> Option<String> {
    let zeros = |at: usize| bytes.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (there, elsewhere) = (zeros(zeros_at), zeros(1 - zeros_at));
    (there > 0 && elsewhere == 0 && there * 20 >= bytes.len()).then(|| utf16(bytes, unit)).flatten()
}

#[cfg(test)]
mod tests {
    use super::decode;

    const TEXT: &str = "规章\t0\t7\n许可\t12\n";

    fn utf16(mark: &[u8], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.iter().copied().chain(TEXT.encode_utf16().flat_map(unit)).collect()
    }

    #[test]
    fn utf_8_and_utf_16_are_told_by_their_bytes() {
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(),
            [TEXT.as_bytes(), b"\0"].concat(),
            utf16(b"\xff\xfe", u16::to_le_bytes),
            utf16(b"\xfe\xff", u16::to_be_bytes),
            utf16(b"", u16::to_le_bytes),
            utf16(b"", u16::to_be_bytes),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(TEXT), "{bytes:?}");
        }
    }

    #[test]
    fn other_encodings_are_left_to_the_caller() {
        // 规章 in GB18030, half a character, a lone surrogate, a zero byte.
        for bytes in [&b"\xb9\xe6\xd5\xc2"[..], b"\xff\xfe\x00", b"\xff\xfe\x00\xd8", b"a\0b", b"\xe8\xa7"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
        assert_eq!(decode(b"").as_deref(), Some(""));
    }
}
