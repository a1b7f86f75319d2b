//! Values separated by commas.

use crate::compose::join_lines;

/// Puts tabs where the commas are that separate values. A value in quotation
/// marks may hold commas, line breaks and doubled quotation marks.
pub(super) fn with_tabs(text: &str) -> String {
    let separator = separator(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // What a first line `sep=,` says has been seen.
    if let Some((first, behind)) = rest.split_once('\n')
        && first.trim_end().len() == 5
        && first.starts_with("sep=")
    {
        rest = behind;
    }
    let mut quotes_end = true;
    while !rest.is_empty() {
        let quoted = rest.strip_prefix('"').filter(|_| quotes_end).and_then(|quoted| {
            let found = unquoted(quoted);
            quotes_end = found.is_some();
            found
        });
        if let Some((value, behind)) = quoted {
            join_lines(&value, &mut out);
            rest = behind;
        }
        let end = rest.find([separator, '\n']).unwrap_or(rest.len());
        out.push_str(rest[..end].trim_end_matches('\r'));
        let mark = rest[end..].chars().next();
        out.extend(mark.map(|mark| if mark == '\n' { '\n' } else { '\t' }));
        rest = &rest[end + mark.map_or(0, char::len_utf8)..];
    }
    out
}

/// The value in quotation marks that begins here, and what follows it; `None`
/// where no mark ends it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = text;
    loop {
        let (piece, behind) = rest.split_once('"')?;
        value.push_str(piece);
        match behind.strip_prefix('"') {
            Some(behind) => {
                value.push('"');
                rest = behind;
            }
            None => return Some((value, behind)),
        }
    }
}

/// What separates the values: whichever of the usual marks there is most of.
fn separator(text: &str) -> char {
    let count = |mark: char| text.matches(mark).count();
    let marks = [',', '\t', ';'];
    marks.into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::with_tabs;

    #[test]
    fn commas_between_values_become_tabs() {
        assert_eq!(with_tabs("规章,0,0,7\r\n行政许可,,,5\r\n"), "规章\t0\t0\t7\n行政许可\t\t\t5\n");
        assert_eq!(with_tabs("规章;0;7"), "规章\t0\t7");
        assert_eq!(with_tabs("sep=,\n规章,1"), "规章\t1");
    }

    #[test]
    fn values_in_quotation_marks_are_one() {
        assert_eq!(
            with_tabs("\"商业\n企业\",\"1,234\",\"危及\"\"三安全\"\"\""),
            "商业企业\t1,234\t危及\"三安全\""
        );
    }

    #[test]
    fn a_quotation_mark_without_end_is_a_character() {
        assert_eq!(with_tabs("\"规章,0\n许可,1\n"), "\"规章\t0\n许可\t1\n");
    }
}
