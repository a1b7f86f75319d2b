//! Charges that the text gives in 元.

use super::{body_range, compact};
use crate::form::{ColumnId, RowId, SectionKind, TableId};
use crate::reading::Document;
use crate::reading::number::Number;
use crate::reading::search::{clipped, find, skip, until};
use crate::text::{TextRange, fold};

/// How far behind 行政事业性收费, in bytes, its amount is looked for.
const REACH: usize = 150;

/// The words on charges (行政事业性收费) whose amount in 元 is the number that the
/// table has in 万元.
pub(super) fn read(text: &str, document: &Document) -> Option<TextRange> {
    const SUBJECT: &str = "行政事业性收费";
    let row = document.table(TableId::Disclosure)?.row(RowId("fee"))?;
    let cell = row.cells.iter().find(|cell| cell.id.column == ColumnId("amount"))?;
    let in_the_table = Number::of(cell.quantity()?)?.normalized();
    for kind in [SectionKind::Overview, SectionKind::Problems, SectionKind::Other] {
        let Some(section) = document.section(kind) else { continue };
        let range = body_range(text, section);
        let prose = range.of(text);
        let mut rest = prose;
        while let Some(at) = find(rest, SUBJECT) {
            rest = &rest[at + SUBJECT.len()..];
            if amount(&fold(&compact(clipped(rest, REACH)))) == Some(in_the_table) {
                let end = range.end as usize - rest.len();
                return Some(TextRange::new(end - SUBJECT.len(), end));
            }
        }
    }
    None
}

/// The first amount in a folded clause, in 元; none for 0.
fn amount(folded: &str) -> Option<Number> {
    let clause = until(folded, "。;");
    let amount = &clause[until(clause, "0123456789").len()..];
    let unit = skip(amount, "0123456789.,");
    let number = Number::parse(&amount[..amount.len() - unit.len()]).filter(|number| number.digits > 0)?;
    if unit.starts_with('元') {
        Some(number.normalized())
    } else if unit.starts_with("万元") {
        number.times_ten_thousand().map(Number::normalized)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_compared_in_one_unit() {
        assert_eq!(amount("共计251000元"), Some(Number::whole(251_000)));
        assert_eq!(amount("25.1万元"), Some(Number::whole(251_000)));
        assert_eq!(amount("12,345.60元"), Number::parse("12345.6"));
        assert_eq!(amount("3项,收取0元"), None);
        assert_eq!(amount("0.50万元"), Some(Number::whole(5000)));
    }
}
