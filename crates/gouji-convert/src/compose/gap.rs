//! What separates two characters.

/// What separates two characters; of several, the greatest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Space,
    /// A line break of the source that means no more than a space, and nothing
    /// between Chinese characters, where programs break lines anywhere.
    SourceBreak,
    /// A space that was asked for.
    HardSpace,
    Line,
    /// A blank line: around tables.
    Blank,
}

/// What gap a character stands for; `None` for what is no white space.
pub(super) fn gap_of(character: char) -> Option<Gap> {
    Some(match character {
        ' ' | '\t' | '\u{c}' => Gap::Space,
        '\n' | '\r' => Gap::SourceBreak,
        '\u{a0}' | '\u{3000}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => {
            Gap::HardSpace
        }
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Gap::Line,
        _ => return None,
    })
}

/// Whether a character is written without spaces to its neighbours. A
/// full-width digit or letter is not: two of them may be two numbers.
pub(super) fn is_wide(character: char) -> bool {
    matches!(character, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '\u{2e80}'..) && !stands_apart(character)
}

/// Whether two such characters on two lines of a cell stay apart: digits,
/// letters, and what stands in numbers.
fn stands_apart(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(
            character,
            '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}'
                | '.' | ',' | '-' | '+' | '/' | '%' | '．' | '，' | '－' | '＋' | '／' | '％' | '—' | '–' | '−'
        )
}

/// Adds the lines of a cell to `out` as one. Labels are broken anywhere and
/// joined again; two numbers stay two.
pub(crate) fn join_lines(lines: &str, out: &mut String) {
    let start = out.len();
    for line in lines.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        if out.len() > start && out.ends_with(stands_apart) && line.starts_with(stands_apart) {
            out.push(' ');
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                out.push(' ');
            }
            out.push_str(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &str) -> String {
        let mut out = "12\t".to_owned();
        join_lines(lines, &mut out);
        out.split_off(3)
    }

    #[test]
    fn labels_are_joined_and_numbers_are_not() {
        assert_eq!(joined("商业\n企业"), "商业企业");
        assert_eq!(joined("5\n.要求行政机关确认"), "5 .要求行政机关确认");
        assert_eq!(joined("12\n34"), "12 34");
        assert_eq!(joined("112.\n55034"), "112. 55034");
        assert_eq!(joined("１\n２"), "１ ２");
        assert_eq!(joined("12\n（其中修订3件）"), "12（其中修订3件）");
        assert_eq!(joined("\n 7 \n\n"), "7");
    }
}
