//! Numbers as cells show them.

/// The digits a spreadsheet shows of a number; it stores two more.
const DIGITS: usize = 15;

/// Numbers are written out with as many zeros at most.
const MOST_ZEROS: i64 = 20;

/// Writes a stored number with the digits a spreadsheet shows: 112.55034 is
/// stored as 112.55034000000001. What is no number stays as it is.
pub(super) fn shown(stored: &str) -> String {
    let stored = stored.trim();
    written_out(stored).unwrap_or_else(|| stored.to_owned())
}

/// Everything is done on the decimal digits as they are stored: no binary
/// number comes between.
fn written_out(stored: &str) -> Option<String> {
    let (mantissa, exponent) = stored.split_once(['e', 'E']).unwrap_or((stored, "0"));
    let exponent: i64 = exponent.parse().ok().filter(|exponent: &i64| exponent.abs() < 1_000)?;
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("-", mantissa));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    // The place of the point, counted from the first digit.
    let mut point = i64::try_from(whole.len()).ok()? + exponent;
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..leading);
    point -= i64::try_from(leading).ok()?;
    point += round(&mut digits);
    let trailing = digits.iter().rev().take_while(|digit| **digit == b'0').count();
    digits.truncate(digits.len() - trailing);
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let digits = String::from_utf8(digits).ok()?;
    let length = i64::try_from(digits.len()).ok()?;
    let zeros = |count: i64| (count <= MOST_ZEROS).then(|| "0".repeat(usize::try_from(count).unwrap_or(0)));
    Some(if point <= 0 {
        [sign, "0.", &zeros(-point)?, &digits].concat()
    } else if point >= length {
        [sign, &digits, &zeros(point - length)?].concat()
    } else {
        let (whole, fraction) = digits.split_at(usize::try_from(point).ok()?);
        [sign, whole, ".", fraction].concat()
    })
}

/// Rounds to the digits that are shown. Gives 1 where that made one more digit
/// before the point.
fn round(digits: &mut Vec<u8>) -> i64 {
    let Some(next) = digits.get(DIGITS).copied() else { return 0 };
    digits.truncate(DIGITS);
    if next < b'5' {
        return 0;
    }
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return 0;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
    1
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn numbers_have_the_digits_a_cell_shows() {
        for (stored, cell) in [
            ("217", "217"),
            ("112.55034000000001", "112.55034"),
            ("0.30000000000000004", "0.3"),
            ("0.29999999999999999", "0.3"),
            ("9.9999999999999995", "10"),
            ("217.0", "217"),
            ("007", "7"),
            ("2.17E2", "217"),
            ("2.17E+02", "217"),
            ("2.17E5", "217000"),
            ("1.5E-3", "0.0015"),
            ("-4", "-4"),
            ("-0.0", "0"),
            ("999999999999999", "999999999999999"),
            ("1E300", "1E300"),
            ("1E9999999999", "1E9999999999"),
            ("12a", "12a"),
            (".", "."),
            ("", ""),
        ] {
            assert_eq!(shown(stored), cell, "{stored}");
        }
    }
}
