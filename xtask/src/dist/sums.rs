//! Sums over what is delivered: SHA-256, which every machine can compute, and
//! SM3, which Chinese offices ask for (GB/T 32905-2016).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};
use sm3::Sm3;

/// SHA-256 in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// SM3 in hexadecimal digits.
pub(crate) fn sm3(bytes: &[u8]) -> String {
    hexadecimal(&Sm3::digest(bytes))
}

/// What the attribute `integrity` wants.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Enough of a sum to tell one edition of a file from another by its name.
pub(crate) fn short(bytes: &[u8]) -> String {
    sha256(bytes)[..12].to_owned()
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sums_are_those_of_the_standards() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sm3(b"abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }
}
