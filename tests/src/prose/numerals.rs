//! Ways to write a number.

use fastrand::Rng;

/// How the numbers of a report are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `248`, and never anything else.
    Digits,
    /// `248`
    Plain,
    /// ` 248 `
    Spaced,
    /// `２４８`
    FullWidth,
    /// `66,241`
    Thousands,
}

impl Style {
    /// What most people use, and now and then something else.
    pub(super) fn any(random: &mut Rng) -> Self {
        match random.u8(..20) {
            0..=1 => Self::Spaced,
            2 => Self::FullWidth,
            3 => Self::Thousands,
            _ => Self::Plain,
        }
    }

    /// The number in this style.
    pub(super) fn write(self, number: i64) -> String {
        let digits = number.to_string();
        match self {
            Self::Digits | Self::Plain => digits,
            Self::Spaced => format!(" {digits} "),
            Self::FullWidth => digits.chars().map(full_width).collect(),
            Self::Thousands => thousands(&digits),
        }
    }
}

fn full_width(character: char) -> char {
    match character {
        '0'..='9' => char::from_u32(character as u32 + 0xfee0).unwrap_or(character),
        _ => character,
    }
}

fn thousands(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The number in Chinese, as 二百四十八; only below 10,000.
pub(super) fn chinese(number: i64) -> String {
    let mut out = String::new();
    let mut rest = usize::try_from(number).unwrap_or_default();
    if rest == 0 {
        return DIGITS[0].to_owned();
    }
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push_str(DIGITS[0]);
            gap = false;
        }
        // 十二, not 一十二, where it begins.
        if !(unit == 10 && digit == 1 && out.is_empty()) {
            out.push_str(DIGITS[digit]);
        }
        out.push_str(name);
    }
    out
}

/// A number of pieces in Chinese: 两件, not 二件.
pub(super) fn chinese_pieces(number: i64) -> String {
    if number == 2 { "两".to_owned() } else { chinese(number) }
}

/// The number in 万 with all its digits, as `6.6241万`; only above 10,000.
pub(super) fn ten_thousands(number: i64) -> String {
    let fraction = format!("{:04}", number % 10_000);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{}{point}{fraction}万", number / 10_000)
}

/// About this number, in words that are true of it; only above 10.
pub(super) fn about(number: i64, random: &mut Rng) -> String {
    let step = if number >= 1000 { 100 } else { 10 };
    let below = number / step * step;
    let above = below + step;
    match random.u8(..4) {
        _ if below == number => format!("{number}"),
        0 => format!("{below}余"),
        1 => format!("{below}多"),
        2 => format!("近{above}"),
        _ if number - below < above - number => format!("约{below}"),
        _ => format!("约{above}"),
    }
}

/// The share of `part` in `whole` in percent, rounded half up to so many decimals.
pub(super) fn share(part: i64, whole: i64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals);
    let rounded = (part * 100 * scale * 2 + whole) / (whole * 2);
    let whole_percent = rounded / scale;
    if decimals == 0 {
        return format!("{whole_percent}%");
    }
    format!("{whole_percent}.{:0width$}%", rounded % scale, width = decimals as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_chinese() {
        let written: Vec<String> =
            [0, 2, 10, 12, 20, 101, 110, 248, 1003, 1020, 9999].into_iter().map(chinese).collect();
        let expected = "零 二 十 十二 二十 一百零一 一百一十 二百四十八 一千零三 一千零二十 九千九百九十九";
        assert_eq!(written.join(" "), expected);
    }

    #[test]
    fn shares_are_rounded() {
        let shares = [share(1, 3, 2), share(2, 3, 1), share(1, 8, 2), share(7, 7, 2), share(1, 2, 0)];
        assert_eq!(shares, ["33.33%", "66.7%", "12.50%", "100.00%", "50%"]);
    }

    #[test]
    fn tens_of_thousands_keep_their_digits() {
        assert_eq!([66241, 60_000, 120_500].map(ten_thousands), ["6.6241万", "6万", "12.05万"]);
    }
}
