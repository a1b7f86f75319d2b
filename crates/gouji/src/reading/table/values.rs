//! Which fields of a line are its values.
//!
//! A line has its label, then perhaps fields that merged cells left empty,
//! then its values, then perhaps more empty fields. Where a value is itself
//! blank, several windows of fields are possible.

use std::ops::Range;

use crate::reading::fields::Field;

/// Where the values of a line stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Values {
    /// In these fields, and no others are possible.
    Window(Range<usize>),
    /// In one of the windows that begin at these fields; which, the line itself
    /// does not tell.
    Open(Range<usize>),
    /// In these fields, with empty ones in between that no column accounts for.
    Scattered(Vec<usize>),
    /// There are too few of them, and whether one is blank or one was lost the
    /// line does not tell.
    Short,
    /// There are fewer or more of them than the row has columns.
    Count {
        /// How many are printed, from the first to the last that is not blank.
        found: usize,
        /// The fields that hold them.
        fields: Range<usize>,
    },
}

/// Finds the `columns` values among the fields from `start` on. A line shorter
/// than `width` fields, as long as others of its table are, may have lost
/// blanks at its end, or a value.
pub(super) fn find_values(fields: &[Field], start: usize, columns: usize, width: usize) -> Values {
    let Some((first, last)) = first_and_last_filled(fields, start..fields.len()) else {
        // Nothing but blanks: whichever window is taken, all cells are blank,
        // and those that are not there were cut off with the end of the line.
        return Values::Window(start..start + columns);
    };
    let span = last + 1 - first;
    let miscount = Values::Count { found: span, fields: first..last + 1 };
    if span > columns {
        let filled: Vec<usize> = (first..=last).filter(|&at| !fields[at].is_blank()).collect();
        return if filled.len() == columns { Values::Scattered(filled) } else { miscount };
    }
    if fields.len() - start < columns {
        return miscount;
    }
    if span < columns && fields.len() < width {
        return Values::Short;
    }
    let earliest = (last + 1).saturating_sub(columns).max(start);
    let latest = first.min(fields.len() - columns);
    if earliest == latest {
        Values::Window(earliest..earliest + columns)
    } else {
        Values::Open(earliest..latest + 1)
    }
}

/// The first and the last of some fields that are not blank.
pub(super) fn first_and_last_filled(fields: &[Field], mut places: Range<usize>) -> Option<(usize, usize)> {
    let is_filled = |at: &usize| fields.get(*at).is_some_and(|field| !field.is_blank());
    let first = places.clone().find(is_filled)?;
    Some((first, places.rfind(is_filled).unwrap_or(first)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::fields::table_lines;
    use crate::text::TextRange;

    fn values(line: &str, columns: usize) -> Values {
        let lines = table_lines(line, TextRange::new(0, line.len()));
        find_values(&lines[0].fields, 1, columns, 0)
    }

    #[test]
    fn takes_the_only_window_there_is() {
        assert_eq!(values("甲\t1\t2\t3", 3), Values::Window(1..4));
        assert_eq!(values("甲\t\t1\t2\t3\t\t", 3), Values::Window(2..5));
        assert_eq!(values("甲\t1\t\t3", 3), Values::Window(1..4));
        assert_eq!(values("甲\t\t\t", 3), Values::Window(1..4));
        assert_eq!(values("甲\t\t\t7", 3), Values::Window(1..4));
    }

    #[test]
    fn says_when_blanks_leave_it_open() {
        assert_eq!(values("甲\t\t1\t2\t", 3), Values::Open(1..3));
    }

    #[test]
    fn a_line_that_may_have_lost_its_end_is_short() {
        let line = "甲\t\t1\t2";
        let lines = table_lines(line, TextRange::new(0, line.len()));
        assert_eq!(find_values(&lines[0].fields, 1, 3, 4), Values::Window(1..4));
        assert_eq!(find_values(&lines[0].fields, 1, 3, 5), Values::Short);
    }

    #[test]
    fn empty_fields_among_all_the_values_are_none_of_them() {
        assert_eq!(values("甲\t1\t\t2\t\t3", 3), Values::Scattered(vec![1, 3, 5]));
    }

    #[test]
    fn says_when_there_are_too_few_or_too_many() {
        assert_eq!(values("甲\t1\t2\t3\t4", 3), Values::Count { found: 4, fields: 1..5 });
        assert_eq!(values("甲\t1\t2", 3), Values::Count { found: 2, fields: 1..3 });
    }
}
