//! The smallest changes that make every relation hold: all of them, none said
//! to be the truth. Each can be looked at in the tables and tried out on the
//! numbers that are checked; the text stays as it is.

use gouji::form::CellId;
use gouji_json::{Change, RepairSet, Target};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::dom;
use crate::report::{ReportView, cell_name, corrections_of, failing_relations};
use crate::state::{Action, State};
use crate::words::Words;

/// More sets than this are folded away.
const SETS_SHOWN: usize = 3;

/// Says above the findings that there is a card, for it stands far below.
pub(super) fn way_to_repairs(view: &ReportView, words: &Words) -> Html {
    let repairs = &view.report.repairs;
    let Some(size) = repairs.size.filter(|_| !repairs.sets.is_empty()) else { return html! {} };
    let show = Callback::from(|_: MouseEvent| dom::bring_to_front("repairs"));
    html! {
        <p class="to-repairs">
            { (words.review.smallest)(size) }{ " " }
            <button type="button" class="quiet" id="to-repairs" onclick={show}>{ words.review.see_repairs }</button>
        </p>
    }
}

pub(crate) fn repairs(state: &State, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Html {
    let (review, repairs) = (words.review, &view.report.repairs);
    if repairs.advice.is_empty() {
        return html! {};
    }
    let seen = state.repair_shown().and_then(|at| repairs.sets.get(at));
    // Leaving one part of a set for another is leaving one, too.
    let see = |set: Option<usize>, dispatch: &Dispatch, now: Option<usize>| {
        if set != now {
            dispatch.dispatch(Action::Decided(Decision::RepairSeen(set)));
        }
    };
    let now = state.repair_seen;
    let over = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| see(set_around(event.target()), &dispatch, now))
    };
    let out = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| see(set_around(event.related_target()), &dispatch, now))
    };
    let focused = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: FocusEvent| see(set_around(event.target()), &dispatch, now))
    };
    let left = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: FocusEvent| see(set_around(event.related_target()), &dispatch, now))
    };
    let entries: Vec<Html> = repairs
        .sets
        .iter()
        .enumerate()
        .map(|(at, set)| entry(at, set, state.repair_kept == Some(at), view, words, dispatch))
        .collect();
    let listed = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let first = SETS_SHOWN.min(entries.len());
    let rest = &entries[first..];
    html! {
        <section
            class="repairs"
            id="repairs"
            tabindex="-1"
            aria-labelledby="repairs-heading"
            onmouseover={over}
            onmouseout={out}
            onfocusin={focused}
            onfocusout={left}
        >
            <div class="section-head"><h3 id="repairs-heading">{ review.repairs }</h3></div>
            <p>
                { &repairs.advice }
                if listed < repairs.found {
                    { (review.listed)(repairs.sets.len()) }
                }
            </p>
            { relations(view, seen, words) }
            <ul class="repair-sets">{ for entries[..first].iter().cloned() }</ul>
            if !rest.is_empty() {
                <details class="more-repairs" open={state.repair_kept.is_some_and(|at| at >= first)}>
                    <summary>{ (review.more_repairs)(rest.len()) }</summary>
                    <ul class="repair-sets">{ for rest.iter().cloned() }</ul>
                </details>
            }
            if !repairs.sets.is_empty() {
                <p class="unread-note">
                    if listed > 1 {
                        { review.repairs_order }
                    }
                    { review.repairs_note }
                </p>
            }
            <details class="repair-proof">
                <summary>{ review.why_no_less }</summary>
                <ul>{ for repairs.proofs.iter().map(|proof| html! { <li>{ &proof.words }</li> }) }</ul>
            </details>
        </section>
    }
}

/// The relations that fail, as they are or as they would be.
fn relations(view: &ReportView, seen: Option<&RepairSet>, words: &Words) -> Html {
    let (class, sign, equals) = match seen {
        Some(_) => ("holds", "✓", "="),
        None => ("fails", "✕", "≠"),
    };
    html! {
        <ul class="mended-relations" id="mended" data-standing={class}>
            { for failing_relations(view, seen).into_iter().map(|relation| html! {
                <li class={class}>
                    <span aria-hidden="true">{ sign }{ " " }</span>
                    { (words.review.relation)(relation.kind, &relation.about) }
                    if let Some((left, right)) = relation.sides {
                        { " " }<b>{ left }{ " " }{ equals }{ " " }{ right }</b>
                    }
                </li>
            }) }
        </ul>
    }
}

fn entry(
    at: usize,
    set: &RepairSet,
    kept: bool,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Html {
    let review = words.review;
    let name = (review.repair)(at + 1);
    let several = view.report.repairs.sets.len() > 1;
    let corrections = corrections_of(view, set);
    // Without a number for each cell half a repair would be tried out.
    let can_try = corrections.len() == set.changes.len();
    let keep = {
        let (dispatch, first) = (dispatch.clone(), set.changes.first().map(|change| change.cell.clone()));
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Decided(Decision::RepairKept((!kept).then_some(at))));
            if let Some(cell) = first.as_ref().filter(|_| !kept) {
                dom::show_cell_later(cell);
            }
        })
    };
    html! {
        <li class={classes!("repair", kept.then_some("selected"))} data-set={at.to_string()}>
            if several {
                <p class="repair-name">{ &name }</p>
            }
            <ul class="changes">{ for set.changes.iter().map(|change| changed(change, words, dispatch)) }</ul>
            { claims(&set.agreeing, review.would_agree, view, dispatch) }
            { claims(&set.contradicted, review.would_differ, view, dispatch) }
            <div class="repair-actions">
                <button
                    type="button"
                    class="keep-repair"
                    aria-pressed={kept.to_string()}
                    aria-label={[review.preview, " ", &name].concat()}
                    onclick={keep}
                >
                    { review.preview }
                </button>
                if can_try {
                    <button
                        type="button"
                        class="try-repair"
                        aria-label={[review.try_out, " ", &name].concat()}
                        onclick={deciding(dispatch, Decision::Corrected(corrections), &["#restore-all"])}
                    >
                        { review.try_out }
                    </button>
                }
            </div>
        </li>
    }
}

fn changed(change: &Change, words: &Words, dispatch: &Dispatch) -> Html {
    let Some(cell) = CellId::parse(&change.cell) else { return html! {} };
    let to = match change.to {
        Target::Forced(value) => value.to_string(),
        Target::Between { min, max } => (words.review.between)(min, max, change.example),
    };
    let dispatch = dispatch.clone();
    let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CellChosen(cell)));
    html! {
        <li>
            <button type="button" class="place" lang="zh-CN" data-cell-link={change.cell.clone()} onclick={choose}>
                { cell_name(cell) }
            </button>
            <span class="correction-values">
                <s>{ change.from.map_or_else(|| words.blank.to_owned(), |from| from.to_string()) }</s>
                { " → " }
                <ins>{ to }</ins>
            </span>
            if let Some(slip) = &change.slip {
                <span class="slip">{ &slip.words }</span>
            }
        </li>
    }
}

/// The claims that a repair would bring to agree with the tables, or no longer.
fn claims(claims: &[u32], heading: &'static str, view: &ReportView, dispatch: &Dispatch) -> Html {
    if claims.is_empty() {
        return html! {};
    }
    html! {
        <p class="repair-claims">
            { heading }{ " " }
            { for claims.iter().filter_map(|&claim| {
                let index = usize::try_from(claim).ok()?;
                let claim = view.report.claims.get(index)?;
                Some(html! {
                    <button
                        type="button"
                        class="place"
                        lang="zh-CN"
                        onclick={deciding(dispatch, Decision::ClaimChosen(index), &[])}
                    >
                        { &claim.quote }
                    </button>
                })
            }) }
        </p>
    }
}

/// What the tables say above them while they show a repair.
pub(super) fn preview_notice(state: &State, words: &Words, dispatch: &Dispatch) -> Html {
    let Some(at) = state.repair_kept else { return html! {} };
    let end = deciding(dispatch, Decision::RepairKept(None), &[".keep-repair"]);
    html! {
        <p class="preview-notice" id="preview-notice" role="status">
            { (words.review.previewing)(at + 1) }{ " " }
            <button type="button" id="end-preview" onclick={end}>{ words.review.end_preview }</button>
        </p>
    }
}

/// The set that an element is a part of.
fn set_around(target: Option<EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("[data-set]").ok()??.get_attribute("data-set")?.parse().ok()
}
