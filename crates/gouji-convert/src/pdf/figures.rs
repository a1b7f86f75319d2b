//! What a text in a cell looks like: a figure, a label, the rest of one.

/// Whether a cell holds a figure, or a sign for none.
pub(super) fn is_figure(text: &str) -> bool {
    let figures = |character: char| is_digit(character) || ".,，%/-—－ ".contains(character);
    !text.is_empty() && text.chars().all(figures)
}

/// Whether a cell holds a figure, perhaps with something behind it.
pub(super) fn is_value(text: &str) -> bool {
    is_figure(text) || text.starts_with(is_digit) && !begins_with_number(text)
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// Whether a text can be the rest of what stands in a cell. A label that
/// begins with its number is a new one.
pub(super) fn continues(before: &str, rest: &str) -> bool {
    !before.is_empty() && !is_value(rest) && !is_value(before) && !begins_with_number(rest)
}

/// Whether a text begins as an item of a list: `一、`, `（一）`, `1.`.
pub(super) fn begins_with_number(text: &str) -> bool {
    let numeral = |character: char| is_digit(character) || "一二三四五六七八九十".contains(character);
    let opened = text.strip_prefix(['（', '(']);
    let rest = opened.unwrap_or(text).trim_start_matches(numeral);
    let has_numeral = rest.len() < opened.unwrap_or(text).len();
    let closing: &[char] = if opened.is_some() { &['）', ')'] } else { &['、', '.', '．', '，'] };
    let after = rest.strip_prefix(closing);
    has_numeral && after.is_some_and(|after| !after.starts_with(is_digit))
}

/// Whether a number can have been cut between two texts.
pub(super) fn is_cut_number(before: &str, after: &str) -> bool {
    let is_inside = |character: char| is_digit(character) || matches!(character, '.' | ',');
    before.chars().next_back().is_some_and(is_inside) && after.chars().next().is_some_and(is_inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_lists_are_known_by_their_numbers() {
        for item in ["一、本年", "（三）不予公开", "(十二)其他", "1.属于", "3．危及"] {
            assert!(begins_with_number(item), "{item}");
        }
        for rest in ["理结果", "一情形，不计", "2023年", "112.5", "（不计其他情形）", ""] {
            assert!(!begins_with_number(rest), "{rest}");
        }
    }
}
