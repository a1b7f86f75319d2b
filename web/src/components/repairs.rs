//! The smallest changes that make every relation hold: all of them, none said
//! to be the truth. Each can be looked at in the tables and tried out on the
//! numbers that are checked; the text stays as it is.

use gouji::form::CellId;
use gouji_json::{Change, RepairSet, Target};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, EventTarget, MouseEvent};
use yew::Callback;

use super::{Dispatch, cell_link, deciding};
use crate::decisions::Decision;
use crate::dom;
use crate::element::{Attr, Element, button, element, section};
use crate::report::{ReportView, cell_name, corrections_of, failing_relations};
use crate::state::{Action, State};
use crate::words::Words;

/// More sets than this are folded away.
const SETS_SHOWN: usize = 3;

/// Says above the findings that there is a card, for it stands far below.
pub(super) fn way_to_repairs(view: &ReportView, words: &Words) -> Option<Element> {
    let repairs = &view.report.repairs;
    let size = repairs.size.filter(|_| !repairs.sets.is_empty())?;
    let show = button("button#to-repairs.quiet")
        .on_click(Callback::from(|_| dom::bring_to_front("repairs")))
        .text(words.review.see_repairs);
    Some(element("p.to-repairs").string((words.review.smallest)(size)).text(" ").child(show))
}

pub(crate) fn repairs(
    state: &State,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Element> {
    let (review, repairs) = (words.review, &view.report.repairs);
    if repairs.advice.is_empty() {
        return None;
    }
    let seen = state.repair_shown().and_then(|at| repairs.sets.get(at));
    let listed = repairs.sets.len();
    let mut first = element("ul.repair-sets");
    let mut rest = element("ul.repair-sets");
    for (at, set) in repairs.sets.iter().enumerate() {
        let entry = entry(at, set, state.repair_kept == Some(at), view, words, dispatch);
        if at < SETS_SHOWN {
            first = first.child(entry);
        } else {
            rest = rest.child(entry);
        }
    }
    let mut advice = element("p").text(&repairs.advice);
    if usize::try_from(repairs.found).is_ok_and(|found| listed < found) {
        advice = advice.string((review.listed)(listed));
    }
    let folded = (listed > SETS_SHOWN).then(|| {
        element("details.more-repairs")
            .flag(Attr::Open, state.repair_kept.is_some_and(|at| at >= SETS_SHOWN))
            .string_in("summary", (review.more_repairs)(listed - SETS_SHOWN))
            .child(rest)
    });
    let note = (listed > 0).then(|| {
        let order = if listed > 1 { review.repairs_order } else { "" };
        element("p.unread-note").text(order).text(review.repairs_note)
    });
    let mut proofs = element("ul");
    for proof in &repairs.proofs {
        proofs = proofs.text_in("li", &proof.words);
    }
    let proof = element("details.repair-proof").text_in("summary", review.why_no_less).child(proofs);
    let (come, left) = (seeing(state, false, dispatch), seeing(state, true, dispatch));
    let section = section("section#repairs.repairs")
        .set(Attr::TabIndex, "-1")
        .set(Attr::AriaLabelledBy, "repairs-heading")
        .on("mouseover", come.clone())
        .on("mouseout", left.clone())
        .on("focusin", come)
        .on("focusout", left)
        .child(element("div.section-head").text_in("h3#repairs-heading", review.repairs))
        .child(advice)
        .child(relations(view, seen, words))
        .child(first)
        .maybe(folded)
        .maybe(note)
        .child(proof);
    Some(section)
}

/// Has the set be looked at that the pointer or the focus comes to, or goes to
/// from where it leaves: leaving one part of a set for another is no leaving.
fn seeing(state: &State, leaving: bool, dispatch: &Dispatch) -> Callback<Event> {
    let (dispatch, now) = (dispatch.clone(), state.repair_seen);
    Callback::from(move |event: Event| {
        // Events of the focus name what they lead to as those of the pointer do.
        let target =
            if leaving { event.unchecked_ref::<MouseEvent>().related_target() } else { event.target() };
        let set = set_around(target);
        if set != now {
            dispatch.dispatch(Action::Decided(Decision::RepairSeen(set)));
        }
    })
}

/// The relations that fail, as they are or as they would be.
fn relations(view: &ReportView, seen: Option<&RepairSet>, words: &Words) -> Element {
    let (class, sign, equals) = match seen {
        Some(_) => ("holds", "✓ ", " = "),
        None => ("fails", "✕ ", " ≠ "),
    };
    let mut list = element("ul#mended.mended-relations").set(Attr::DataStanding, class);
    for relation in failing_relations(view, seen) {
        let mut line = element("li")
            .class(class)
            .child(element("span").set(Attr::AriaHidden, "true").text(sign))
            .string((words.review.relation)(relation.kind, &relation.about));
        if let Some((left, right)) = relation.sides {
            let sides = [&left.to_string(), equals, &right.to_string()].concat();
            line = line.text(" ").string_in("b", sides);
        }
        list = list.child(line);
    }
    list
}

fn entry(
    at: usize,
    set: &RepairSet,
    kept: bool,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    let review = words.review;
    let name = (review.repair)(at + 1);
    let several = view.report.repairs.sets.len() > 1;
    let corrections = corrections_of(view, set);
    let keep = {
        let (dispatch, first) = (dispatch.clone(), set.changes.first().map(|change| change.cell.clone()));
        Callback::from(move |_| {
            dispatch.dispatch(Action::Decided(Decision::RepairKept((!kept).then_some(at))));
            if let Some(cell) = first.as_ref().filter(|_| !kept) {
                dom::show_cell_later(cell);
            }
        })
    };
    let keep = button("button.keep-repair")
        .set_bool(Attr::AriaPressed, kept)
        .set_string(Attr::AriaLabel, [review.preview, " ", &name].concat())
        .on_click(keep)
        .text(review.preview);
    // Without a number for each cell half a repair would be tried out.
    let try_out = (corrections.len() == set.changes.len()).then(|| {
        button("button.try-repair")
            .set_string(Attr::AriaLabel, [review.try_out, " ", &name].concat())
            .on_click(deciding(dispatch, Decision::Corrected(corrections), &["#restore-all"]))
            .text(review.try_out)
    });
    let mut changes = element("ul.changes");
    for change in &set.changes {
        if let Some(cell) = CellId::parse(&change.cell) {
            changes = changes.child(changed(cell, change, words, dispatch));
        }
    }
    element("li.repair")
        .class_when(kept, "selected")
        .set_number(Attr::DataSet, at)
        .maybe(several.then(|| element("p.repair-name").text(&name)))
        .child(changes)
        .maybe(claims(&set.agreeing, review.would_agree, view, dispatch))
        .maybe(claims(&set.contradicted, review.would_differ, view, dispatch))
        .child(element("div.repair-actions").child(keep).maybe(try_out))
}

fn changed(cell: CellId, change: &Change, words: &Words, dispatch: &Dispatch) -> Element {
    let from = change.from.map_or_else(|| words.blank.to_owned(), |from| from.to_string());
    let to = match change.to {
        Target::Forced(value) => value.to_string(),
        Target::Between { min, max } => (words.review.between)(min, max, change.example),
    };
    let values = element("span.correction-values").string_in("s", from).text(" → ").string_in("ins", to);
    let slip = change.slip.as_ref().map(|slip| element("span.slip").text(&slip.words));
    element("li").child(cell_link(cell, dispatch).text(&cell_name(cell))).child(values).maybe(slip)
}

/// The claims that a repair would bring to agree with the tables, or no longer.
fn claims(claims: &[u32], heading: &str, view: &ReportView, dispatch: &Dispatch) -> Option<Element> {
    if claims.is_empty() {
        return None;
    }
    let mut list = element("p.repair-claims").text(heading).text(" ");
    for &claim in claims {
        let Ok(index) = usize::try_from(claim) else { continue };
        if let Some(claim) = view.report.claims.get(index) {
            let show = button("button.place")
                .set(Attr::Lang, "zh-CN")
                .on_click(deciding(dispatch, Decision::ClaimChosen(index), &[]))
                .text(&claim.quote);
            list = list.child(show);
        }
    }
    Some(list)
}

/// What the tables say above them while they show a repair.
pub(super) fn preview_notice(state: &State, words: &Words, dispatch: &Dispatch) -> Option<Element> {
    let at = state.repair_kept?;
    let end = button("button#end-preview")
        .on_click(deciding(dispatch, Decision::RepairKept(None), &[".keep-repair"]))
        .text(words.review.end_preview);
    let notice = element("p#preview-notice.preview-notice").set(Attr::Role, "status");
    Some(notice.string((words.review.previewing)(at + 1)).text(" ").child(end))
}

/// The set that an element is a part of.
fn set_around(target: Option<EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("[data-set]").ok()??.get_attribute("data-set")?.parse().ok()
}
