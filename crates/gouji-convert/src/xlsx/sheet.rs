//! One sheet: its cells, and how they are laid out.

use std::borrow::Cow;

use super::numbers::shown;
use super::strings::{content, rich_text};
use crate::ConvertError;
use crate::compose::{Composer, Part};
use crate::office::{Element, Node, Xml};

/// The standard's last column.
const MAX_COLUMNS: usize = 16_384;

/// More merged cells than any report has; a sheet with more is read as if it
/// had none.
const MAX_MERGES: usize = 1_000;

/// A rectangle of cells, counted from 0, its ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Area {
    top: usize,
    left: usize,
    bottom: usize,
    right: usize,
}

impl Area {
    /// Reads `A1:D15`, or `A1`.
    fn parse(text: &str) -> Option<Self> {
        let (start, end) = text.split_once(':').unwrap_or((text, text));
        let ((left, top), (right, bottom)) = (place(start)?, place(end)?);
        (left <= right && top <= bottom).then_some(Self { top, left, bottom, right })
    }
}

/// A row that is shown and holds something.
#[derive(Debug, Default)]
struct Row<'a> {
    number: usize,
    /// Whether a row above it is blank, so that another table begins with it.
    follows_blank: bool,
    /// Texts with their columns, in order.
    cells: Vec<(usize, Cow<'a, str>)>,
}

/// What a sheet shows.
#[derive(Debug, Default)]
pub(super) struct Sheet<'a> {
    rows: Vec<Row<'a>>,
    merges: Vec<Area>,
    /// First and last column of each stretch that is hidden.
    hidden: Vec<(usize, usize)>,
}

/// Reads a sheet.
pub(super) fn read<'a>(text: &str, strings: &'a [String]) -> Result<Sheet<'a>, ConvertError> {
    let mut sheet = Sheet::default();
    let mut xml = Xml::new(text);
    let mut row = 0;
    let mut blank = false;
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else { continue };
        match element.name() {
            "col" if is_set(&element, "hidden") && sheet.hidden.len() < MAX_COLUMNS => {
                if let (Some(first), Some(last)) = (element.number("min"), element.number("max")) {
                    sheet.hidden.push((first.saturating_sub(1), last.saturating_sub(1)));
                }
            }
            "row" => {
                let next = element.number("r").map_or(row, |number| number.saturating_sub(1));
                blank |= next > row;
                row = next;
                let mut read = read_row(&mut xml, row, strings)?;
                // Rows and cells stand in order; spreadsheets call others damaged.
                if sheet.rows.last().is_some_and(|above| above.number >= row) {
                    return Err(ConvertError::Damaged);
                }
                let is_blank = read.cells.is_empty();
                if !is_set(&element, "hidden") {
                    if !is_blank {
                        read.follows_blank = blank;
                        sheet.rows.push(read);
                    }
                    blank = is_blank;
                }
                row += 1;
            }
            "mergeCell" => sheet.merges.extend(element.attribute("ref").and_then(|area| Area::parse(&area))),
            _ => {}
        }
    }
    sheet.merges.retain(|area| area.top < area.bottom || area.left < area.right);
    if sheet.merges.len() > MAX_MERGES {
        sheet.merges.clear();
    }
    Ok(sheet)
}

fn read_row<'a>(xml: &mut Xml<'_>, number: usize, strings: &'a [String]) -> Result<Row<'a>, ConvertError> {
    let mut row = Row { number, follows_blank: false, cells: Vec::new() };
    let mut column = 0;
    xml.each(|xml, element| {
        if element.name() == "c" {
            if let Some((there, _)) = element.attribute("r").and_then(|name| place(&name)) {
                column = there;
            }
            let text = read_cell(xml, &element.attribute("t").unwrap_or_default(), strings)?;
            if !text.trim().is_empty() && column < MAX_COLUMNS {
                if row.cells.last().is_some_and(|(before, _)| *before >= column) {
                    return Err(ConvertError::Damaged);
                }
                row.cells.push((column, text));
            }
            column += 1;
        }
        Ok(())
    })?;
    Ok(row)
}

/// Reads the text of a cell. The formula is left out: what counts is shown.
fn read_cell<'a>(xml: &mut Xml<'_>, kind: &str, strings: &'a [String]) -> Result<Cow<'a, str>, ConvertError> {
    let (mut value, mut inline) = (String::new(), String::new());
    xml.each(|xml, element| {
        match element.name() {
            "v" => value = content(xml)?,
            "is" => inline = rich_text(xml)?,
            "f" | "extLst" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(match kind {
        "s" => {
            let shared = value.trim().parse().ok().and_then(|at: usize| strings.get(at));
            shared.map(|text| Cow::Borrowed(text.as_str())).unwrap_or_default()
        }
        "inlineStr" => Cow::Owned(inline),
        "b" => Cow::Borrowed(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
        "str" | "e" | "d" => Cow::Owned(value),
        _ => Cow::Owned(shown(&value)),
    })
}

/// A merged cell as it is shown: by its first row and column that are not
/// hidden, and how many of them there are.
#[derive(Clone, Copy, Debug)]
struct Merge {
    area: Area,
    first_row: usize,
    first_column: usize,
    height: usize,
    width: usize,
}

impl Sheet<'_> {
    /// Writes the sheet: a table up to each blank row that no cell reaches over.
    pub(super) fn write(&self, composer: &mut Composer) {
        let mut start = 0;
        for end in 1..=self.rows.len() {
            let begins = self.rows.get(end).is_none_or(|row| {
                let above = self.rows[end - 1].number;
                let reaches = |area: &Area| area.top <= above && area.bottom >= row.number;
                row.follows_blank && !self.merges.iter().any(reaches)
            });
            if begins && !composer.is_full() {
                self.write_table(&self.rows[start..end], composer);
                start = end;
            }
        }
    }

    fn write_table(&self, rows: &[Row<'_>], composer: &mut Composer) {
        let last = rows.iter().filter_map(|row| Some(row.cells.last()?.0)).max();
        let (Some(last), Some(first_row), Some(last_row)) = (last, rows.first(), rows.last()) else { return };
        let within = |area: &&Area| area.top >= first_row.number && area.top <= last_row.number;
        let of_filled = self.merges.iter().filter(within).filter(|area| self.is_filled(area.top, area.left));
        let last = of_filled.map(|area| area.right.min(MAX_COLUMNS - 1)).fold(last, usize::max);
        let columns: Vec<usize> = (0..=last).filter(|column| !self.is_hidden(*column)).collect();
        let mut merges: Vec<Merge> = Vec::new();
        for merge in self.merges.iter().filter_map(|area| self.merge(*area, &columns)) {
            let at = merges.partition_point(|before| before.first_column <= merge.first_column);
            merges.insert(at, merge);
        }
        composer.open_table();
        for row in rows {
            if composer.is_full() {
                break;
            }
            write_row(row, &columns, &merges, composer);
        }
        composer.close_table();
    }

    fn is_filled(&self, row: usize, column: usize) -> bool {
        let row = self.rows.binary_search_by_key(&row, |row| row.number).ok().map(|at| &self.rows[at]);
        row.is_some_and(|row| row.cells.binary_search_by_key(&column, |(column, _)| *column).is_ok())
    }

    fn is_hidden(&self, column: usize) -> bool {
        self.hidden.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// What of a merged cell is shown; `None` where all of it is hidden.
    fn merge(&self, area: Area, columns: &[usize]) -> Option<Merge> {
        let rows = self.rows.partition_point(|row| row.number < area.top)
            ..self.rows.partition_point(|row| row.number <= area.bottom);
        let covered = columns.partition_point(|column| *column < area.left)
            ..columns.partition_point(|column| *column <= area.right);
        Some(Merge {
            area,
            first_row: self.rows.get(rows.start)?.number,
            first_column: *columns.get(covered.start)?,
            height: rows.len(),
            width: covered.len(),
        })
        .filter(|merge| merge.height > 0 && merge.width > 0)
    }
}

/// Writes a row; the merged cells are ordered by their columns.
fn write_row(row: &Row<'_>, columns: &[usize], merges: &[Merge], composer: &mut Composer) {
    let covers_row = |merge: &&Merge| (merge.area.top..=merge.area.bottom).contains(&row.number);
    let mut merges = merges.iter().filter(covers_row).peekable();
    let mut texts = row.cells.iter().peekable();
    composer.open_row(Part::Body);
    for &column in columns {
        while merges.next_if(|merge| merge.area.right < column).is_some() {}
        while texts.next_if(|(there, _)| *there < column).is_some() {}
        let text = texts.next_if(|(there, _)| *there == column).map_or("", |(_, text)| text.as_ref());
        match merges.peek().filter(|merge| merge.area.left <= column) {
            None => composer.open_cell(1, 1),
            Some(merge) if merge.first_row == row.number && merge.first_column == column => {
                composer.open_cell(merge.width, merge.height);
            }
            Some(_) => continue,
        }
        composer.flow(text);
    }
}

fn is_set(element: &Element<'_>, name: &str) -> bool {
    matches!(element.attribute(name).as_deref(), Some("1" | "true"))
}

/// The column and row of a cell from its name, counted from 0.
fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.trim().replace('$', "");
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: usize = digits.parse().ok()?;
    Some((column.checked_sub(1)?, row.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_by_letters_and_digits() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("$AA$10"), Some((26, 9)));
        assert_eq!(place("XFD1048576"), Some((16_383, 1_048_575)));
        for name in ["", "A", "1", "A0", "A1B", "规1"] {
            assert_eq!(place(name), None, "{name}");
        }
        assert_eq!(Area::parse("B10:D10"), Some(Area { top: 9, left: 1, bottom: 9, right: 3 }));
        assert_eq!(Area::parse("D1:B1"), None);
    }
}
