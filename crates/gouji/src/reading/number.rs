//! Numbers with their digits as printed.

use super::Quantity;

/// `digits` divided by ten as often as there are `places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) digits: i64,
    pub(super) places: u32,
}

impl Number {
    pub(super) fn whole(digits: i64) -> Self {
        Self { digits, places: 0 }
    }

    /// Reads ASCII digits with an optional fraction; separators of thousands
    /// and blanks are passed over.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut number = Self::whole(0);
        let mut has_digits = false;
        let mut has_point = false;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' if number.digits <= Quantity::MAX_COUNT / 10 => {
                    number.digits = number.digits * 10 + i64::from(byte - b'0');
                    number.places += u32::from(has_point);
                    has_digits = true;
                }
                b'.' if has_digits && !has_point => has_point = true,
                b',' | b' ' => {}
                _ => return None,
            }
        }
        has_digits.then_some(number)
    }

    pub(super) fn of(quantity: &Quantity) -> Option<Self> {
        match quantity {
            Quantity::Count(count) => Some(Self::whole(*count)),
            Quantity::Decimal(digits) => Self::parse(digits),
        }
    }

    /// The number in a unit 10,000 times as large.
    pub(super) fn in_ten_thousands(self) -> Self {
        Self { places: self.places + 4, ..self }.normalized()
    }

    /// The number without zeros at the end of its fraction.
    pub(super) fn normalized(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }

    /// The number in a unit 10,000 times as small; none where it has a
    /// fraction then.
    pub(super) fn times_ten_thousand(self) -> Option<Self> {
        let digits = self.digits.checked_mul(10_i64.pow(4_u32.saturating_sub(self.places)))?;
        Some(Self { digits, places: self.places.saturating_sub(4) })
    }

    /// A count where it is whole, else a decimal.
    pub(super) fn quantity(self) -> Quantity {
        if self.places == 0 { Quantity::Count(self.digits) } else { self.decimal() }
    }

    /// A decimal, even where it is whole.
    pub(super) fn decimal(self) -> Quantity {
        let digits = self.digits.to_string();
        let places = self.places as usize;
        if places == 0 {
            return Quantity::Decimal(digits);
        }
        let padded = "0".repeat((places + 1).saturating_sub(digits.len())) + &digits;
        let (whole, fraction) = padded.split_at(padded.len() - places);
        Quantity::Decimal([whole, ".", fraction].concat())
    }

    /// Whether `exact` is this number, or this number cut or rounded to the
    /// digits that it is printed with.
    pub(super) fn is_short_for(self, exact: Self) -> bool {
        let scale = |places: u32| 10_i128.checked_pow(places);
        let (Some(own), Some(other)) = (scale(self.places), scale(exact.places)) else { return false };
        let (short, long) = (i128::from(self.digits) * other, i128::from(exact.digits) * own);
        if self.places >= exact.places {
            return short == long;
        }
        // What is left over, where a half is rounded up.
        let cut = long - short;
        0 <= cut && cut < other || cut < 0 && -cut * 2 <= other
    }

    /// Whether this many hundredths are the share of `part` in `whole`, cut or
    /// rounded as printed; the last digit may be one off, so that shares add up
    /// to a hundred.
    pub(super) fn is_share(self, part: i64, whole: i64) -> bool {
        let Some(scale) = 10_i128.checked_pow(self.places) else { return false };
        let whole = i128::from(whole);
        (i128::from(self.digits) * whole - i128::from(part) * 100 * scale).abs() < whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).expect("a number")
    }

    #[test]
    fn a_short_number_stands_for_a_long_one() {
        for (short, exact, agrees) in [
            ("318.64", "318.6402", true),
            ("318.6", "318.6402", true),
            ("319", "318.6402", true),
            ("318", "318.6402", true),
            ("317", "318.6402", false),
            ("318.65", "318.6402", false),
            ("318.6402", "318.6402", true),
            ("5.0", "5", true),
            ("5", "6", false),
        ] {
            assert_eq!(number(short).is_short_for(number(exact)), agrees, "{short} for {exact}");
        }
    }

    #[test]
    fn a_share_may_be_cut_or_rounded() {
        for (share, part, whole, agrees) in [
            ("41.4", 70, 169, true),
            ("41.42", 70, 169, true),
            ("41.40", 70, 169, false),
            ("41", 70, 169, true),
            ("41.6", 70, 169, false),
            ("100", 5, 5, true),
            ("0", 0, 5, true),
            ("50", 0, 0, false),
        ] {
            assert_eq!(number(share).is_share(part, whole), agrees, "{share} % of {part}/{whole}");
        }
    }

    #[test]
    fn amounts_change_their_unit() {
        assert_eq!(number("3186402").in_ten_thousands(), number("318.6402"));
        assert_eq!(number("120000").in_ten_thousands(), number("12"));
        assert_eq!(number("0.12").times_ten_thousand(), Some(number("1200")));
        assert_eq!(number("0.05").decimal(), Quantity::Decimal("0.05".to_owned()));
    }
}
