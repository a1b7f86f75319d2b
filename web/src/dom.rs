//! The few things that have to be done to the document by hand.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Where in its scroller an element is to come to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placement {
    /// About a fifth from the top, so that what leads up to it is seen as well.
    UpperFifth,
    /// Wherever it is, if all of it can be seen; else by the shortest way.
    Nearest,
}

/// Room left between an element and the edge of its scroller.
const MARGIN: f64 = 8.0;

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

/// Moves the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    focus_first(&format!("#{id}"));
}

/// Moves the focus to the first element that fits, once the page is redrawn: the
/// button that was pressed goes away, and the focus must not go with it.
pub(crate) fn focus_after_redraw(selectors: &'static [&'static str]) {
    Timeout::new(0, move || {
        let document = gloo_utils::document();
        let there = |selector: &&&str| document.query_selector(selector).ok().flatten().is_some();
        if let Some(selector) = selectors.iter().find(there) {
            focus_first(selector);
        }
    })
    .forget();
}

/// Moves the focus to the first element that fits the selector.
pub(crate) fn focus_first(selector: &str) {
    let found = gloo_utils::document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _focused = element.focus();
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a distance on the screen, in pixels")]
fn rounded(distance: f64) -> i32 {
    distance.round() as i32
}
