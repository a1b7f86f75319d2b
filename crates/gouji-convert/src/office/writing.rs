//! Archives for tests.

use miniz_oxide::deflate::compress_to_vec;
use rawzip::crc32;

/// An archive of parts that are stored as they are.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    write(parts, 0, <[u8]>::to_vec)
}

/// An archive of parts that are compressed.
pub(crate) fn deflated(parts: &[(&str, &str)]) -> Vec<u8> {
    write(parts, 8, |text| compress_to_vec(text, 6))
}

fn write(parts: &[(&str, &str)], method: u16, pack: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    let long = |size: usize| u32::try_from(size).expect("tests are small").to_le_bytes();
    let short = |size: usize| u16::try_from(size).expect("tests are small").to_le_bytes();
    for (name, text) in parts {
        let packed = pack(text.as_bytes());
        // Version, flags, method, time, date, checksum, sizes, lengths.
        let common = [
            &20_u16.to_le_bytes()[..],
            &[0; 2],
            &method.to_le_bytes(),
            &[0, 0, 0x21, 0x58],
            &crc32(text.as_bytes()).to_le_bytes(),
            &long(packed.len()),
            &long(text.len()),
            &short(name.len()),
            &[0; 2],
        ]
        .concat();
        directory.extend(
            [&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &long(bytes.len()), name.as_bytes()].concat(),
        );
        bytes.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), &packed].concat());
    }
    let count = short(parts.len());
    let end =
        [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &long(directory.len()), &long(bytes.len()), &[0; 2]]
            .concat();
    [bytes, directory, end].concat()
}
