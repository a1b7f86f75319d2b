//! The cells of a table, with its heads and labels.

use gouji::form::CellId;
use gouji_json::{Cell, CellReading, Severity};

use super::cell_detail::shown_as_printed;
use super::list;
use super::severity_badge::severity_class;
use super::table_view::{TableViewProps, printed};
use crate::element::{Attr, Element, element};
use crate::report::{DrawnBlock, DrawnRow, HeadCell, cell_name, flag_of, printed_number};
use crate::words::Words;

/// Draws the parts of one table.
pub(super) struct Cells<'a> {
    pub(super) props: &'a TableViewProps,
    /// The cell at which the Tab key stops.
    pub(super) tab_stop: Option<CellId>,
    /// The cell into which a number is typed.
    pub(super) editing: Option<CellId>,
    pub(super) words: &'static Words,
}

impl Cells<'_> {
    /// Rows with the heads over them.
    pub(super) fn block(&self, block: &DrawnBlock, columns: usize) -> Element {
        let mut rows = Vec::with_capacity(block.heads.len() + block.rows.len());
        for heads in &block.heads {
            let mut row = element("tr");
            for cell in heads {
                row = row.child(head(cell));
            }
            rows.push(row.into());
        }
        for row in &block.rows {
            rows.push(self.row(row).into());
        }
        let heading = block.heading.map(|heading| {
            let heading = element("th.block-heading").set(Attr::Scope, "colgroup").text(heading);
            element("tr").child(heading.set_number(Attr::Colspan, columns))
        });
        element("tbody").maybe(heading).html(list(rows))
    }

    fn row(&self, row: &DrawnRow) -> Element {
        let is_missing = row.cells.first().is_some_and(|(cell, _)| self.is_missing(*cell));
        let mut drawn = element("tr").class_when(is_missing, "missing-row");
        for label in &row.labels {
            let note = (label.is_own && is_missing).then(|| {
                element("span.missing-note")
                    .set(Attr::Lang, self.words.html_lang)
                    .text(self.words.missing_row)
            });
            let cell = element(if label.is_own { "th.row-label" } else { "th.group-label" })
                .set(Attr::Scope, if label.rows > 1 { "rowgroup" } else { "row" });
            let cell = with_ordinal_apart(spanning(cell, label.columns, label.rows), label.text);
            drawn = drawn.child(cell.maybe(note));
        }
        for &(cell, columns) in &row.cells {
            drawn = drawn.child(self.cell(cell, columns));
        }
        drawn
    }

    fn is_missing(&self, cell: CellId) -> bool {
        !self.props.table.rows.iter().any(|row| row.id == cell.row.0)
    }

    fn cell(&self, id: CellId, columns: usize) -> Element {
        let printed = printed(&self.props.table, id);
        let preview = self.preview_of(id);
        // After the repair there is nothing to be flagged.
        let flagged = flag_of(&self.props.marks, id).filter(|_| preview.is_none());
        let selected = self.props.selected == Some(id);
        let mut holder = element("td.number");
        if let Some(after) = preview {
            holder = holder.class(if after.is_some() { "previewed" } else { "mended" });
        }
        if let Some(flag) = flagged {
            holder = holder.class(if flag.only_addend { "addend" } else { severity_class(flag.severity) });
        }
        let holder = holder
            .class_when(selected, "selected")
            .class_when(self.props.of_finding.contains(&id), "of-finding")
            .class(printed.map_or("missing", reading_class))
            .class_when(printed.is_some_and(|cell| cell.corrected.is_some()), "corrected")
            .set_string(Attr::DataCell, id.to_string());
        let holder = spanning(holder, columns, 1);
        if self.editing == Some(id) {
            let field = element("input")
                .set(Attr::Type, "text")
                .set(Attr::InputMode, "decimal")
                .set(Attr::Autocomplete, "off")
                .set(Attr::Spellcheck, "false")
                .set_string(Attr::AriaLabel, cell_name(id));
            return holder.child(field);
        }
        let button = element("button")
            .set(Attr::TabIndex, if self.tab_stop == Some(id) { "0" } else { "-1" })
            .set_when(selected, Attr::AriaCurrent, "true")
            .set_string(Attr::AriaLabel, self.in_words(id, printed));
        let button = match preview {
            Some(Some(after)) => {
                let before = self.with_value(element("s"), printed);
                button.child(before).text(" ").text_in("ins", after)
            }
            _ => self.with_value(button, printed),
        };
        let flagged = flagged.filter(|flag| !flag.only_addend);
        let letter = flagged.map(|flagged| flag(flagged.severity, self.words).set(Attr::AriaHidden, "true"));
        holder.child(button.maybe(letter))
    }

    /// What a cell holds after the repair that is looked at, where that bears on it.
    fn preview_of(&self, id: CellId) -> Option<&Option<String>> {
        self.props.preview.iter().find(|(cell, _)| *cell == id).map(|(_, after)| after)
    }

    /// What stands in a cell: the number, or in words why there is none.
    fn with_value(&self, holder: Element, printed: Option<&Cell>) -> Element {
        let words = self.words;
        let (text, is_remark) = match printed {
            None => (words.missing, true),
            Some(cell) => match cell.reading {
                CellReading::Blank => (words.blank, true),
                CellReading::Unread => (words.unread_cell, true),
                _ => (cell.raw.as_str(), false),
            },
        };
        let with_shown = |holder: Element| {
            if is_remark {
                holder.child(element("span.no-number").set(Attr::Lang, words.html_lang).text(text))
            } else {
                holder.text(text)
            }
        };
        let Some((cell, value)) = printed.and_then(|cell| Some((cell, cell.corrected.as_ref()?))) else {
            return with_shown(holder);
        };
        let corrected = element("ins").string(printed_number(value));
        if cell.reading == CellReading::Unread {
            return holder.child(corrected);
        }
        holder.child(with_shown(element("s"))).text(" ").child(corrected)
    }

    /// The same for those who hear it: value, place, and what is the matter.
    fn in_words(&self, id: CellId, printed: Option<&Cell>) -> String {
        let words = self.words;
        let raw = match printed {
            None => words.missing,
            Some(cell) => shown_as_printed(cell, words),
        };
        let value = match printed.and_then(|cell| cell.corrected.as_ref()) {
            // What is seen comes first, for those who speak to the page.
            Some(value) => {
                let value = printed_number(value);
                [raw, " ", &value, "，", &(words.cell_corrected)(raw, &value)].concat()
            }
            None => raw.to_owned(),
        };
        let name = cell_name(id);
        if let Some(Some(after)) = self.preview_of(id) {
            return [&value, " ", after, "，", &name, "，", words.review.preview_value, after].concat();
        }
        match flag_of(&self.props.marks, id) {
            Some(flag) => {
                [&value, "，", &name, "，", &(words.cell_flag)(flag.severity, flag.only_addend)].concat()
            }
            None => [&value, "，", &name].concat(),
        }
    }
}

/// The letter of a weight, which a style sheet draws.
pub(super) fn flag(severity: Severity, words: &Words) -> Element {
    element("span.flag").set(Attr::DataLetter, (words.severity_letter)(severity))
}

/// How a printed cell was read, for colour and letter.
fn reading_class(cell: &Cell) -> &'static str {
    match cell.reading {
        CellReading::Number | CellReading::WithUnit | CellReading::WithRemark | CellReading::WithLetters => {
            "filled"
        }
        CellReading::Blank => "blank",
        CellReading::Mark | CellReading::NotANumber => "not-a-number",
        CellReading::Unread if cell.corrected.is_some() => "filled",
        CellReading::Unread => "unread-cell",
    }
}

fn head(head: &HeadCell) -> Element {
    if head.text.is_empty() {
        let cell = element(if head.is_corner { "td.corner" } else { "td.column-label" });
        return spanning(cell, head.columns, head.rows);
    }
    let cell = element(if head.is_corner { "th.corner" } else { "th.column-label" })
        .set(Attr::Scope, if head.columns > 1 { "colgroup" } else { "col" });
    // As in the form: 商业 over 企业, and not 商业企 over 业.
    let length = head.text.chars().count();
    let in_pairs = head.columns == 1 && length >= 4 && length.is_multiple_of(2);
    let text = element("span").class_when(in_pairs, "pairs").text(head.text);
    spanning(cell, head.columns, head.rows).child(text)
}

/// Lets a group's label break behind its ordinal: （三） over 不予公开.
fn with_ordinal_apart(cell: Element, label: &'static str) -> Element {
    match label.split_once('）') {
        Some((ordinal, words)) if ordinal.starts_with('（') && !words.is_empty() => {
            cell.text(ordinal).text("）").text_in("span.words", words)
        }
        _ => cell.text(label),
    }
}

fn spanning(mut cell: Element, columns: usize, rows: usize) -> Element {
    for (attribute, covered) in [(Attr::Colspan, columns), (Attr::Rowspan, rows)] {
        if covered > 1 {
            cell = cell.set_number(attribute, covered);
        }
    }
    cell
}
