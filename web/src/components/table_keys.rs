//! Keys in a table: walking over its cells, and typing numbers into them as into
//! a sheet.

use gouji::form::CellId;
use gouji_json::{Quantity, Table};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::TargetCast as _;

use super::Dispatch;
use super::table_view::printed;
use crate::dom;
use crate::report::{CorrectionFault, number_kind, parse_correction};
use crate::state::Action;
use crate::words::Words;

/// Where the focus is in a table.
#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) struct Focus {
    /// The cell.
    pub(crate) on: Option<CellId>,
    /// Whether a number is being typed there.
    pub(crate) editing: bool,
}

/// The cell a button or a part of it stands for.
pub(super) fn cell_of(element: &Element) -> Option<CellId> {
    let holder = element.closest("[data-cell]").ok().flatten()?;
    CellId::parse(&holder.get_attribute("data-cell")?)
}

/// As in a sheet, a digit typed on a cell is the first of its new value.
pub(super) fn begins_editing(event: &KeyboardEvent, table: &Table) -> Option<CellId> {
    let key = event.key();
    let mut characters = key.chars();
    let first = characters.next()?;
    let begins = matches!(first, '0'..='9' | '０'..='９' | '-' | '－') && characters.next().is_none();
    if !begins || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let cell = event.target_dyn_into::<Element>().and_then(|button| cell_of(&button))?;
    printed(table, cell).map(|_| cell)
}

/// What was typed into a cell; none where nothing was. What is no number is
/// said at the field and stays in it.
pub(super) fn typed(field: &HtmlInputElement, cell: CellId, words: &Words) -> Result<Option<Quantity>, ()> {
    let read = parse_correction(&field.value(), number_kind(cell));
    let fault = match read {
        Ok(value) => return Ok(Some(value)),
        Err(CorrectionFault::Empty) => return Ok(None),
        Err(fault) => fault,
    };
    field.set_custom_validity((words.correction_fault)(fault));
    let _said = field.report_validity();
    Err(())
}

/// Enter, Tab and the arrow keys take what was typed and go on to another cell;
/// Escape leaves the cell as it was.
pub(super) fn key_in_field(event: &KeyboardEvent, field: &HtmlInputElement, words: &Words) {
    if event.is_composing() {
        return;
    }
    field.set_custom_validity("");
    let Some(cell) = cell_of(field) else { return };
    let back = event.shift_key();
    let target = match event.key().as_str() {
        "Escape" => {
            field.set_value("");
            None
        }
        "Tab" => beside(field, back),
        "Enter" => {
            neighbour(field, (0.0, if back { -1.0 } else { 1.0 }), false).or_else(|| beside(field, back))
        }
        "ArrowLeft" => neighbour(field, (-1.0, 0.0), false),
        "ArrowRight" => neighbour(field, (1.0, 0.0), false),
        "ArrowUp" => neighbour(field, (0.0, -1.0), false),
        "ArrowDown" => neighbour(field, (0.0, 1.0), false),
        _ => return,
    };
    event.prevent_default();
    if typed(field, cell, words).is_err() {
        return;
    }
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _focused = target.focus();
    } else {
        let _left = field.blur();
        dom::focus_first_later(format!("[data-cell='{cell}'] button"));
    }
}

/// Arrow keys, Home and End walk over the cells as they are seen; F2 corrects.
pub(super) fn move_focus(event: &KeyboardEvent, dispatch: &Dispatch) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(button) = event.target_dyn_into::<Element>() else { return };
    let Some(cell) = cell_of(&button) else { return };
    let key = event.key();
    if key == "F2" {
        event.prevent_default();
        dispatch.dispatch(Action::CellChosen(cell));
        dom::focus_after_redraw(&["#correction"]);
        return;
    }
    let step = match key.as_str() {
        "ArrowLeft" | "Home" => (-1.0, 0.0),
        "ArrowRight" | "End" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        _ => return,
    };
    event.prevent_default();
    let far = matches!(key.as_str(), "Home" | "End");
    let target = neighbour(&button, step, far);
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _focused = target.focus();
    }
}

/// The next or the previous cell as they are read, across the ends of rows.
fn beside(field: &Element, back: bool) -> Option<Element> {
    let table = field.closest("table").ok().flatten()?;
    let cells = table.query_selector_all("td[data-cell] > :first-child").ok()?;
    let here = (0..cells.length())
        .find(|&index| cells.item(index).is_some_and(|cell| cell.is_same_node(Some(field))))?;
    let there = if back { here.checked_sub(1)? } else { here + 1 };
    cells.item(there)?.dyn_into().ok()
}

/// The nearest cell in a direction, by where the cells are on the screen: merged
/// heads between blocks and the one long row of reviews need no special case.
fn neighbour(button: &Element, (across, down): (f64, f64), far: bool) -> Option<Element> {
    let table = button.closest("table").ok().flatten()?;
    let here = button.get_bounding_client_rect();
    let (x, y) = (here.left() + here.width() / 2.0, here.top() + here.height() / 2.0);
    let buttons = table.query_selector_all("td[data-cell] button").ok()?;
    let mut best: Option<(f64, Element)> = None;
    for index in 0..buttons.length() {
        let Some(other) = buttons.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let place = other.get_bounding_client_rect();
        let dx = place.left() + place.width() / 2.0 - x;
        let dy = place.top() + place.height() / 2.0 - y;
        let ahead = dx * across + dy * down;
        let aside = (dx * down).abs() + (dy * across).abs();
        // Along a row only its own cells count; along a column the nearest row.
        let in_line = across == 0.0 || aside < here.height() / 2.0;
        if ahead < 1.0 || !in_line {
            continue;
        }
        let distance = if far { -ahead } else { ahead + aside / 100.0 };
        if best.as_ref().is_none_or(|(least, _)| distance < *least) {
            best = Some((distance, other));
        }
    }
    best.map(|(_, element)| element)
}
