//! The few things that have to be done to the document by hand.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, Event, EventTarget, HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ShadowRoot,
};

use crate::source::SourceText;

/// Where in its scroller an element is to come to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placement {
    /// About a fifth from the top, so that what leads up to it is seen as well.
    UpperFifth,
    /// Wherever it is, if all of it can be seen; else by the shortest way.
    Nearest,
}

/// Where this instance is drawn, if not into a page of its own.
struct Shadow {
    root: ShadowRoot,
    place: Element,
    /// What would stand in the address of a page of its own.
    address: String,
}

thread_local! {
    static SHADOW: RefCell<Option<Shadow>> = const { RefCell::new(None) };
    /// What types HTML into the field that has the focus.
    static TYPIST: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// Set while a command of the page changes a field.
    static TYPING: Cell<bool> = const { Cell::new(false) };
}

/// The longest text that is typed, in bytes. A report is a tenth of it; a
/// hundred times as much would take Chromium seconds.
const MOST_TYPED: usize = 200_000;

/// How often, and how long apart in milliseconds, an element is looked for that
/// is about to be drawn.
const TRIES: u32 = 20;
const PAUSE_BETWEEN_TRIES: u32 = 10;

/// Room left between an element and the edge of its scroller.
const MARGIN: f64 = 8.0;

/// From now on this instance is drawn into `place`, within the shadow root of a
/// page that is not its own.
pub(crate) fn live_in(root: ShadowRoot, place: Element) {
    SHADOW.set(Some(Shadow { root, place, address: String::new() }));
}

/// From now on this types HTML into the field that has the focus, and says whether
/// it did. It is a function of the script, which alone can declare text as trusted.
pub(crate) fn type_with(typist: Function) {
    TYPIST.set(Some(typist));
}

/// Whether it is drawn into a page that is not its own.
pub(crate) fn is_embedded() -> bool {
    SHADOW.with_borrow(Option::is_some)
}

/// What hears everything that happens here: the window, or the widget's place.
pub(crate) fn ground() -> EventTarget {
    SHADOW.with_borrow(|shadow| match shadow {
        Some(shadow) => shadow.place.clone().into(),
        None => gloo_utils::window().into(),
    })
}

/// The element with this id.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    SHADOW.with_borrow(|shadow| match shadow {
        Some(shadow) => shadow.root.get_element_by_id(id),
        None => gloo_utils::document().get_element_by_id(id),
    })
}

/// The first element that fits the selector.
pub(crate) fn find(selector: &str) -> Option<Element> {
    SHADOW.with_borrow(|shadow| match shadow {
        Some(shadow) => shadow.root.query_selector(selector).ok().flatten(),
        None => gloo_utils::document().query_selector(selector).ok().flatten(),
    })
}

/// Scrolls `scroller`, and nothing else, so that `target` is seen in it.
pub(crate) fn scroll_within(scroller: &Element, target: &Element, placement: Placement) {
    let (outer, inner) = (scroller.get_bounding_client_rect(), target.get_bounding_client_rect());
    let (above, below) = (inner.top() - outer.top() - MARGIN, inner.bottom() - outer.bottom() + MARGIN);
    let down = match placement {
        Placement::UpperFifth => inner.top() - outer.top() - outer.height() / 5.0,
        Placement::Nearest if above < 0.0 => above,
        Placement::Nearest if below > 0.0 => below.min(above),
        Placement::Nearest => 0.0,
    };
    let (left, right) = (inner.left() - outer.left() - MARGIN, inner.right() - outer.right() + MARGIN);
    let across = if left < 0.0 {
        left
    } else if right > 0.0 {
        right.min(left)
    } else {
        0.0
    };
    if down.abs() >= 1.0 {
        scroller.set_scroll_top(scroller.scroll_top() + rounded(down));
    }
    if across.abs() >= 1.0 && scroller.scroll_width() > scroller.client_width() {
        scroller.set_scroll_left(scroller.scroll_left() + rounded(across));
    }
}

/// Brings `element` into the window where no part of it, or hardly any, is in it.
pub(crate) fn bring_into_window(element: &Element) {
    let Some(height) = gloo_utils::window().inner_height().ok().and_then(|height| height.as_f64()) else {
        return;
    };
    let place = element.get_bounding_client_rect();
    if place.bottom() < height / 4.0 || place.top() > height * 3.0 / 4.0 {
        element.scroll_into_view();
    }
}

/// Puts `text` in the place of what is selected in `field`, as if it were typed,
/// so that the browser can take it back like any other input.
///
/// Chromium types text line by line and takes a second for a report; what it is
/// given as HTML it puts in at once, and with every `&` and `<` written out that
/// HTML is text and nothing else. Other browsers have no HTML for a field, and
/// are quick at typing.
pub(crate) fn type_text(field: &HtmlTextAreaElement, text: &str) {
    let before = field.value();
    let place = |offset: Result<Option<u32>, _>| {
        SourceText::byte_in_line(&before, offset.ok().flatten().unwrap_or(u32::MAX))
    };
    let (start, end) = (place(field.selection_start()), place(field.selection_end()));
    let wanted = [&before[..start], text, &before[end..]].concat();
    if text.len() <= MOST_TYPED {
        let written_out = text.replace('&', "&amp;").replace('<', "&lt;");
        let _typed = typed_at_once(field, &written_out) || command(field, "insertText", text);
    }
    // Whatever a browser makes of these commands, nothing pasted is lost.
    if field.value() != wanted {
        field.set_value(&wanted);
    }
}

/// Takes back what was typed last.
pub(crate) fn undo_typing(field: &HtmlTextAreaElement) {
    let _undone = command(field, "undo", "");
}

fn typed_at_once(field: &HtmlTextAreaElement, written_out: &str) -> bool {
    let _focused = field.focus();
    TYPING.set(true);
    let done = TYPIST.with_borrow(|typist| typist.as_ref()?.call1(&JsValue::NULL, &written_out.into()).ok());
    TYPING.set(false);
    done.is_some_and(|done| done.is_truthy())
}

fn command(field: &HtmlTextAreaElement, command: &str, value: &str) -> bool {
    let _focused = field.focus();
    let document: HtmlDocument = gloo_utils::document().unchecked_into();
    TYPING.set(true);
    let done = document.exec_command_with_show_ui_and_value(command, false, value);
    TYPING.set(false);
    done.unwrap_or(false)
}

/// Whether the page itself is typing into a field at this moment.
pub(crate) fn is_typing() -> bool {
    TYPING.get()
}

/// The editor's field.
pub(crate) fn source_field() -> Option<HtmlTextAreaElement> {
    by_id("source")?.dyn_into().ok()
}

/// Presses the element with this id.
pub(crate) fn click(id: &str) {
    let found = by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Shows that what is dragged can be dropped, or no longer.
pub(crate) fn show_drop(shown: bool) {
    if let Some(app) = find(".gouji") {
        let _set = app.class_list().toggle_with_force("dropping", shown);
    }
}

/// Moves the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    focus_first(&format!("#{id}"));
}

/// Moves the focus to the first element that fits, once the page is redrawn: the
/// button that was pressed goes away, and the focus must not go with it.
pub(crate) fn focus_after_redraw(selectors: &'static [&'static str]) {
    Timeout::new(0, move || {
        let there = |selector: &&&str| find(selector).is_some();
        if let Some(selector) = selectors.iter().find(there) {
            focus_first(selector);
        }
    })
    .forget();
}

/// Moves the focus into the field of a cell that is about to be drawn, which
/// begins with `key`: before the next key comes, and not a moment later.
pub(crate) fn begin_typing(key: String) {
    spawn_local(async move {
        let found = find("td input");
        if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&key);
            let _focused = field.focus();
        }
    });
}

/// Moves the focus, once the page is redrawn, to the first element that fits
/// `selector` within the `holder` around `element`.
pub(crate) fn focus_within(element: &Element, holder: &str, selector: &'static str) {
    if let Ok(Some(holder)) = element.closest(holder) {
        focus_later_within(holder, selector, TRIES);
    }
}

/// The same, within what stands beside the holder: that is about to go away.
pub(crate) fn focus_beside(element: &Element, holder: &str, selector: &'static str) {
    let Ok(Some(holder)) = element.closest(holder) else { return };
    match holder.next_element_sibling().or_else(|| holder.previous_element_sibling()) {
        Some(beside) => focus_later_within(beside, selector, TRIES),
        None => focus_after_redraw(&["#results"]),
    }
}

/// The page may be redrawn a moment later than a timer fires: what is not there
/// yet is looked for again.
fn focus_later_within(holder: Element, selector: &'static str, tries: u32) {
    Timeout::new(PAUSE_BETWEEN_TRIES, move || {
        let found = holder.query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _focused = element.focus();
        } else if tries > 1 {
            focus_later_within(holder, selector, tries - 1);
        }
    })
    .forget();
}

/// Moves the focus to the element with this id where nothing has it: what had
/// it is gone.
pub(crate) fn focus_if_lost(id: &'static str) {
    Timeout::new(0, move || {
        let document = gloo_utils::document();
        let on = document.active_element();
        if on.is_none_or(|on| document.body().is_some_and(|body| on.is_same_node(Some(&body)))) {
            focus(id);
        }
    })
    .forget();
}

/// Brings the section with this id to the top of its scroller, and the focus
/// with it.
pub(crate) fn bring_to_front(id: &str) {
    if let Some(section) = by_id(id) {
        section.scroll_into_view();
    }
    focus(id);
}

/// Shows a cell in its scroller, once the page is redrawn.
pub(crate) fn show_cell_later(cell: &str) {
    let selector = ["td[data-cell='", cell, "']"].concat();
    Timeout::new(0, move || {
        let Some(cell) = gloo_utils::document().query_selector(&selector).ok().flatten() else { return };
        if let Some(wrapper) = cell.closest(".table-wrapper").ok().flatten() {
            scroll_within(&wrapper, &cell, Placement::Nearest);
        }
        if let Some(scroller) = cell.closest(".result-scroller").ok().flatten() {
            scroll_within(&scroller, &cell, Placement::UpperFifth);
        }
        bring_into_window(&cell);
    })
    .forget();
}

/// The place that the address names behind its `#`; none where it names none.
pub(crate) fn address() -> Option<String> {
    if is_embedded() {
        return SHADOW.with_borrow(|shadow| shadow.as_ref().map(|shadow| shadow.address.clone()));
    }
    let hash = gloo_utils::window().location().hash().ok()?;
    hash.strip_prefix('#').map(str::to_owned)
}

/// Has the address name a place of the page; no name takes it out again. A page
/// that is not its own keeps its address: it is only noted, and told.
pub(crate) fn set_address(place: &str) {
    if !is_embedded() {
        let location = gloo_utils::window().location();
        let _set = location.set_hash(place);
        return;
    }
    SHADOW.with_borrow_mut(|shadow| {
        if let Some(shadow) = shadow {
            place.clone_into(&mut shadow.address);
        }
    });
    if let Ok(event) = Event::new("hashchange") {
        let _told = ground().dispatch_event(&event);
    }
}

/// Whether something happened in a field that is typed into.
pub(crate) fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// What stands in the field with this id.
pub(crate) fn value_of(id: &str) -> String {
    let found = by_id(id);
    found
        .and_then(|found| found.dyn_into::<HtmlInputElement>().ok())
        .map(|field| field.value())
        .unwrap_or_default()
}

/// The same, for an element that has to be named first.
pub(crate) fn focus_first_later(selector: String) {
    Timeout::new(0, move || focus_first(&selector)).forget();
}

/// Moves the focus to the first element that fits the selector.
pub(crate) fn focus_first(selector: &str) {
    let found = find(selector);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _focused = element.focus();
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a distance on the screen, in pixels")]
fn rounded(distance: f64) -> i32 {
    distance.round() as i32
}
