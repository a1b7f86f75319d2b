//! What could not be read, apart from what is wrong: a fault of ours, or of the
//! paste, must never look like a fault of the report.

use std::rc::Rc;

use gouji_json::{CellReading, Reading, Severity};
use yew::prelude::*;

use super::Dispatch;
use super::findings::finding_card;
use super::table_view::is_filled;
use crate::report::{ReportView, table_spec};
use crate::source::SourceText;
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn unread(state: &State, view: &Rc<ReportView>, words: &Words, dispatch: &Dispatch) -> Html {
    let unread_cells = view
        .tables
        .iter()
        .flat_map(|(_, table, _)| &table.rows)
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.reading == CellReading::Unread && cell.corrected.is_none())
        .count();
    // What was filled in by hand needs no more reading.
    let doubtful: Vec<_> = view
        .doubtful_tables()
        .filter(|(_, table)| table.reading == Reading::Inferred || !is_filled(table))
        .collect();
    let notes: Vec<_> = view.reading_findings().filter(|(index, _)| state.counts(*index)).collect();
    let nothing_to_say = doubtful.is_empty() && notes.is_empty() && unread_cells == 0;
    if nothing_to_say {
        return html! {};
    }
    let only_notes = unread_cells == 0
        && doubtful.iter().all(|(_, table)| table.reading == Reading::Inferred)
        && notes.iter().all(|(_, finding)| finding.severity == Severity::Info);
    let heading = if only_notes { words.reading_notes } else { words.unread };
    html! {
        <section class="unread" id="unread" aria-labelledby="unread-heading">
            <h3 id="unread-heading">{ heading }</h3>
            <p class="unread-note">{ words.unread_note }</p>
            <ul class="unread-tables">
                { for doubtful.into_iter().filter_map(|(id, table)| {
                    let title = table_spec(id, table.layout)?.title;
                    let reason = (words.table_reading)(table.reading);
                    let (dispatch, range) = (dispatch.clone(), table.range);
                    let show = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::PlaceChosen(range)));
                    let line = 1 + SourceText::line_of_text(&view.text, range[0]);
                    Some(html! {
                        <li>
                            <span lang="zh-CN">{ title }</span>{ "：" }{ reason }{ " " }
                            <button type="button" class="place" onclick={show}>
                                { words.show_in_source }{ "（" }{ (words.line)(line) }{ "）" }
                            </button>
                        </li>
                    })
                }) }
                if unread_cells > 0 {
                    <li>{ (words.unread_cells)(unread_cells) }</li>
                }
            </ul>
            <ul class="finding-list">
                { for notes.iter().map(|(index, _)| finding_card(*index, state, view, dispatch)) }
            </ul>
        </section>
    }
}
