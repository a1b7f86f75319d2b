//! Numbers of lists that a program numbers by itself.

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

/// What numbers are written in, in Word's words.
#[cfg(feature = "office")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numerals {
    /// None, or a bullet.
    None,
    Decimal,
    /// With a zero before a single digit.
    DecimalZero,
    /// １２
    FullWidth,
    /// ①
    Circled,
    /// ⑴
    Parenthesised,
    /// 十二
    Chinese,
    /// 壹贰
    Financial,
    /// 甲乙
    Stems,
    Letters {
        upper: bool,
    },
    Roman {
        upper: bool,
    },
}

#[cfg(feature = "office")]
impl Numerals {
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "none" | "bullet" => Self::None,
            "decimalZero" => Self::DecimalZero,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "decimalEnclosedParen" => Self::Parenthesised,
            "chineseCounting"
            | "chineseCountingThousand"
            | "ideographDigital"
            | "japaneseCounting"
            | "japaneseDigitalTenThousand"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "taiwaneseDigital" => Self::Chinese,
            "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Self::Financial,
            "ideographTraditional" => Self::Stems,
            "lowerLetter" => Self::Letters { upper: false },
            "upperLetter" => Self::Letters { upper: true },
            "lowerRoman" => Self::Roman { upper: false },
            "upperRoman" => Self::Roman { upper: true },
            _ => Self::Decimal,
        }
    }

    pub(crate) fn write(self, number: usize) -> String {
        let one_of = |first: char, count: u32| {
            let offset = u32::try_from(number).ok()?.checked_sub(1).filter(|offset| *offset < count)?;
            char::from_u32(first as u32 + offset).map(String::from)
        };
        let written = match self {
            Self::None => Some(String::new()),
            Self::Decimal => None,
            Self::DecimalZero => (number < 10).then(|| ["0", &decimal(number)].concat()),
            Self::FullWidth => decimal(number)
                .bytes()
                .map(|digit| char::from_u32(0xff10 + u32::from(digit - b'0')))
                .collect(),
            Self::Circled => one_of('①', 20),
            Self::Parenthesised => one_of('⑴', 20),
            Self::Chinese => Some(chinese(number)),
            Self::Financial => "壹贰叁肆伍陆柒捌玖拾".chars().nth(number.wrapping_sub(1)).map(String::from),
            Self::Stems => "甲乙丙丁戊己庚辛壬癸".chars().nth(number.wrapping_sub(1)).map(String::from),
            Self::Letters { upper } => one_of(if upper { 'A' } else { 'a' }, 26),
            Self::Roman { upper } => roman(number, upper),
        };
        written.unwrap_or_else(|| decimal(number))
    }
}

#[cfg(feature = "office")]
fn roman(number: usize, upper: bool) -> Option<String> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let written = [*TENS.get(number / 10)?, ONES[number % 10]].concat();
    Some(if upper { written.to_ascii_uppercase() } else { written })
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn numbers_are_written_as_in_headings() {
        let written: Vec<String> = [1, 9, 10, 12, 20, 21, 99, 105].into_iter().map(chinese).collect();
        assert_eq!(written, ["一", "九", "十", "十二", "二十", "二十一", "九十九", "一〇五"]);
    }

    #[cfg(feature = "office")]
    #[test]
    fn word_names_its_numerals() {
        for (name, number, written) in [
            ("chineseCounting", 12, "十二"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalFullWidth", 10, "１０"),
            ("chineseLegalSimplified", 2, "贰"),
            ("ideographTraditional", 1, "甲"),
            ("upperLetter", 2, "B"),
            ("lowerRoman", 14, "xiv"),
            ("decimalZero", 7, "07"),
            ("bullet", 1, ""),
            ("anything", 5, "5"),
        ] {
            assert_eq!(super::Numerals::named(name).write(number), written, "{name}");
        }
    }
}
