//! Chinese numerals, for lists that a program numbers by itself.

/// The digits.
const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Writes a number as headings do: 一, 十二, 二十. From a hundred on digit by
/// digit, which no heading reaches.
pub(crate) fn chinese(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1..=9 => {
            let tens = if tens == 1 { "" } else { DIGITS[tens] };
            let ones = if ones == 0 { "" } else { DIGITS[ones] };
            [tens, "十", ones].concat()
        }
        _ => decimal(number).bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect(),
    }
}

/// Writes a number in decimal digits.
pub(crate) fn decimal(number: usize) -> String {
    number.to_string()
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn numbers_are_written_as_in_headings() {
        let written: Vec<String> = [1, 9, 10, 12, 20, 21, 99, 105].into_iter().map(chinese).collect();
        assert_eq!(written, ["一", "九", "十", "十二", "二十", "二十一", "九十九", "一〇五"]);
    }
}
