//! The number a person types in the place of a printed one.

use gouji::form::NumberKind;
use gouji_json::Quantity;

/// Why what was typed is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CorrectionFault {
    /// Nothing was typed.
    Empty,
    /// The cell takes a whole number that is not negative.
    NotACount,
    /// The cell takes a whole number.
    NotAChange,
    /// The cell takes an amount.
    NotAnAmount,
    /// More than fifteen digits.
    TooLong,
}

/// The largest count the checker takes.
const MOST_DIGITS: usize = 15;

/// Reads what was typed. Full-width digits are what a Chinese keyboard gives.
pub(crate) fn parse_correction(typed: &str, kind: NumberKind) -> Result<Quantity, CorrectionFault> {
    let folded: String = typed
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            '０'..='９' | '．' | '－' | '＋' => {
                char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
            }
            '−' => '-',
            '。' => '.',
            other => other,
        })
        .collect();
    if folded.is_empty() {
        return Err(CorrectionFault::Empty);
    }
    let fault = match kind {
        NumberKind::Count => CorrectionFault::NotACount,
        NumberKind::Change => CorrectionFault::NotAChange,
        NumberKind::Amount => CorrectionFault::NotAnAmount,
    };
    let (sign, digits) = match folded.strip_prefix('-') {
        Some(digits) if kind == NumberKind::Change => ("-", digits),
        Some(_) => return Err(fault),
        None => ("", folded.strip_prefix('+').unwrap_or(&folded)),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) if kind == NumberKind::Amount => (whole, Some(fraction)),
        Some(_) => return Err(fault),
        None => (digits, None),
    };
    if !all_digits(whole) || fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return Err(fault);
    }
    if whole.len() > MOST_DIGITS || fraction.is_some_and(|fraction| fraction.len() > MOST_DIGITS) {
        return Err(CorrectionFault::TooLong);
    }
    match fraction {
        Some(fraction) => Ok(Quantity::Decimal(format!("{sign}{whole}.{fraction}"))),
        None => format!("{sign}{whole}").parse().map(Quantity::Count).map_err(|_| fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_type_them() {
        assert_eq!(parse_correction(" １８ ", NumberKind::Count), Ok(Quantity::Count(18)));
        assert_eq!(parse_correction("-8", NumberKind::Change), Ok(Quantity::Count(-8)));
        assert_eq!(parse_correction("12.50", NumberKind::Amount), Ok(Quantity::Decimal("12.50".into())));
        assert_eq!(parse_correction("0", NumberKind::Amount), Ok(Quantity::Count(0)));
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        assert_eq!(parse_correction("  ", NumberKind::Count), Err(CorrectionFault::Empty));
        assert_eq!(parse_correction("-1", NumberKind::Count), Err(CorrectionFault::NotACount));
        assert_eq!(parse_correction("1.5", NumberKind::Count), Err(CorrectionFault::NotACount));
        assert_eq!(parse_correction("3件", NumberKind::Count), Err(CorrectionFault::NotACount));
        assert_eq!(parse_correction("1.5", NumberKind::Change), Err(CorrectionFault::NotAChange));
        assert_eq!(parse_correction("1.", NumberKind::Amount), Err(CorrectionFault::NotAnAmount));
        assert_eq!(parse_correction("1234567890123456", NumberKind::Count), Err(CorrectionFault::TooLong));
    }
}
