//! What could not be read, apart from what is wrong: a fault of ours, or of the
//! paste, must never look like a fault of the report.

use std::rc::Rc;

use gouji_json::{CellReading, Reading, Severity, Table};

use super::findings::finding_card;
use super::table_view::is_filled;
use super::{Dispatch, acting};
use crate::element::{Attr, Element, button, element, section};
use crate::report::{ReportView, table_spec};
use crate::source::SourceText;
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn unread(
    state: &State,
    view: &Rc<ReportView>,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Element> {
    let unread_cells =
        view.count_cells(|cell| cell.reading == CellReading::Unread && cell.corrected.is_none());
    let mut tables = element("ul.unread-tables");
    let mut notes = element("ul.finding-list");
    let mut nothing_to_say = unread_cells == 0;
    let mut only_notes = unread_cells == 0;
    for (id, table) in view.doubtful_tables() {
        let inferred = table.reading == Reading::Inferred;
        // What was filled in by hand needs no more reading.
        if !inferred && is_filled(table) {
            continue;
        }
        nothing_to_say = false;
        only_notes &= inferred;
        if let Some(spec) = table_spec(id, table.layout) {
            tables = tables.child(doubtful(spec.title, table, view, words, dispatch));
        }
    }
    for (index, finding) in view.reading_findings() {
        if state.counts(index) {
            nothing_to_say = false;
            only_notes &= finding.severity == Severity::Info;
            notes = notes.html(finding_card(index, state, view, dispatch));
        }
    }
    if nothing_to_say {
        return None;
    }
    if unread_cells > 0 {
        tables = tables.string_in("li", (words.unread_cells)(unread_cells));
    }
    let heading = if only_notes { words.reading_notes } else { words.unread };
    let section = section("section#unread.unread")
        .set(Attr::AriaLabelledBy, "unread-heading")
        .text_in("h3#unread-heading", heading)
        .text_in("p.unread-note", words.unread_note)
        .child(tables)
        .child(notes);
    Some(section)
}

/// A table that could not be read for sure, why, and the way to its place.
fn doubtful(title: &str, table: &Table, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Element {
    let line = 1 + SourceText::line_of_text(&view.text, table.range[0]);
    let show = button("button.place")
        .on_click(acting(dispatch, Action::PlaceChosen(table.range)))
        .text(words.show_in_source)
        .text("（")
        .string((words.line)(line))
        .text("）");
    element("li")
        .child(element("span").set(Attr::Lang, "zh-CN").text(title))
        .text("：")
        .text((words.table_reading)(table.reading))
        .text(" ")
        .child(show)
}
