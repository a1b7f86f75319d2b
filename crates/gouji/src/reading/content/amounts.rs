//! Charges that the text gives in 元.

use super::{body_range, compact};
use crate::form::{ColumnId, RowId, SectionKind, TableId};
use crate::reading::{Document, Quantity};
use crate::text::{TextRange, fold};

/// How far behind 行政事业性收费, in bytes, its amount is looked for.
const REACH: usize = 150;

/// The words on charges (行政事业性收费) whose amount in 元 is the number that the
/// table has in 万元.
pub(super) fn read(text: &str, document: &Document) -> Option<TextRange> {
    const SUBJECT: &str = "行政事业性收费";
    let row = document.table(TableId::Disclosure)?.row(RowId("fee"))?;
    let cell = row.cells.iter().find(|cell| cell.id.column == ColumnId("amount"))?;
    let printed = match cell.quantity()? {
        Quantity::Count(count) => count.to_string(),
        Quantity::Decimal(digits) => digits.clone(),
    };
    let in_the_table = shifted(&printed, 0)?;
    for kind in [SectionKind::Overview, SectionKind::Problems, SectionKind::Other] {
        let Some(section) = document.section(kind) else { continue };
        let range = body_range(text, section);
        let prose = range.of(text);
        for (at, _) in prose.match_indices(SUBJECT) {
            let start = at + SUBJECT.len();
            let mut end = (start + REACH).min(prose.len());
            while !prose.is_char_boundary(end) {
                end -= 1;
            }
            if amount(&fold(&compact(&prose[start..end]))).as_ref() == Some(&in_the_table) {
                let base = range.start as usize;
                return Some(TextRange::new(base + at, base + start));
            }
        }
    }
    None
}

/// The first amount in a folded clause, in 元.
fn amount(folded: &str) -> Option<String> {
    let clause = folded.split(['。', ';']).next().unwrap_or_default();
    let is_part = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let start = clause.find(|character: char| character.is_ascii_digit())?;
    let length = clause[start..].find(|character| !is_part(character))?;
    let (number, rest) = clause[start..].split_at(length);
    let places = if rest.starts_with('元') {
        0
    } else if rest.starts_with("万元") {
        4
    } else {
        return None;
    };
    shifted(&number.replace(',', ""), places)
}

/// The digits of a number times ten to the power of `places`, written one way;
/// none for 0.
fn shifted(number: &str, places: usize) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = whole.trim_start_matches('0').to_owned();
    let mut rest = fraction.chars();
    for _ in 0..places {
        digits.push(rest.next().unwrap_or('0'));
    }
    let fraction = rest.as_str().trim_end_matches('0');
    let whole = digits.trim_start_matches('0');
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_compared_as_digits() {
        assert_eq!(amount("共计251000元"), Some("251000".to_owned()));
        assert_eq!(amount("25.1万元"), Some("251000".to_owned()));
        assert_eq!(amount("12,345.60元"), Some("12345.6".to_owned()));
        assert_eq!(amount("3项,收取0元"), None);
        assert_eq!(shifted("0.00", 0), None);
        assert_eq!(shifted("0.5", 4), Some("5000".to_owned()));
    }
}
