//! The figures that the text states about the tables, each beside what the
//! tables say.

use gouji::form::CellId;
use gouji_json::Claim;
use yew::prelude::*;

use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::report::{ReportView, Subject, cell_name, printed_number, subjects_of};
use crate::review_words::ClaimCounts;
use crate::source::SourceText;
use crate::state::{Action, State};
use crate::words::Words;

/// Folded, unless a figure disagrees: then it is what a person looks for.
pub(crate) fn claims(state: &State, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Html {
    let (review, claims) = (words.review, &view.report.claims);
    if claims.is_empty() {
        return html! {};
    }
    let mut counts = ClaimCounts::default();
    for claim in claims {
        *match claim.agrees {
            Some(true) => &mut counts.agreeing,
            Some(false) => &mut counts.differing,
            None => &mut counts.unknown,
        } += 1;
    }
    html! {
        <section class="claims" id="claims" aria-labelledby="claims-heading">
            <details open={counts.differing > 0}>
                <summary class="section-head">
                    <h3 id="claims-heading">{ review.claims }</h3>
                    <span class="claims-summary" id="claims-summary">{ (review.claims_summary)(&counts) }</span>
                </summary>
                <p class="hint">{ review.claims_note }</p>
                <ul class="claim-list">
                    // What disagrees comes first, then what cannot be told.
                    { for [Some(false), None, Some(true)].into_iter().flat_map(|standing| {
                        let mut entries = Vec::new();
                        for (index, claim) in claims.iter().enumerate() {
                            if claim.agrees == standing {
                                let selected = state.claim == Some(index);
                                entries.push(entry(index, claim, selected, view, words, dispatch));
                            }
                        }
                        entries
                    }) }
                </ul>
            </details>
        </section>
    }
}

fn entry(
    index: usize,
    claim: &Claim,
    selected: bool,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Html {
    let review = words.review;
    let (class, sign, standing) = match claim.agrees {
        Some(true) => ("agrees", "✓", review.agrees),
        Some(false) => ("differs", "✕", review.differs),
        None => ("unknown", "–", review.cannot_tell),
    };
    let line = 1 + SourceText::line_of_text(&view.text, claim.range[0]);
    let at = |offset: u32| SourceText::byte_in_line(&claim.quote, offset.saturating_sub(claim.range[0]));
    let (start, end) = (at(claim.figure[0]), at(claim.figure[1]));
    let meanings = subjects_of(view, claim);
    let there = meanings.iter().flat_map(|subject| &subject.cells).any(|&cell| view.cell(cell).is_some());
    html! {
        <li class={classes!("claim", class, selected.then_some("selected"))} data-claim={index.to_string()} data-standing={class}>
            <span class="claim-standing"><span aria-hidden="true">{ sign }{ " " }</span>{ standing }</span>
            <button
                type="button"
                class="claim-quote"
                aria-current={selected.then_some("true")}
                onclick={deciding(dispatch, Decision::ClaimChosen(index), &[])}
            >
                <q lang="zh-CN">
                    { &claim.quote[..start] }<b>{ &claim.quote[start..end] }</b>{ &claim.quote[end..] }
                </q>
                <span class="finding-line">{ (words.line)(line) }</span>
            </button>
            <p class="claim-tables">
                if there {
                    { review.in_tables }
                } else {
                    { review.no_such_table }
                }
                { " " }
                { for meanings.iter().filter(|_| there).enumerate().map(|(at, subject)| html! {
                    <>
                    if at > 0 {
                        <span class="claim-or">{ review.or_meant }{ " " }</span>
                    }
                    { meaning(subject, view, words, dispatch) }
                    </>
                }) }
            </p>
        </li>
    }
}

/// The cells with their numbers, and what they make together.
fn meaning(subject: &Subject, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Html {
    let sum = subject.sum.filter(|_| subject.cells.len() > 1);
    html! {
        <span class="claim-subject">
            { added(&subject.cells, view, words, dispatch) }
            if let Some(sum) = sum {
                <span class="sum">{ "= " }{ sum }{ " " }</span>
            }
            if !subject.whole.is_empty() {
                { "÷ " }
                { added(&subject.whole, view, words, dispatch) }
            }
            if let Some(share) = subject.share {
                <span class="sum">{ format!("≈ {}.{:02}% ", share / 100, share % 100) }</span>
            }
        </span>
    }
}

fn added(cells: &[CellId], view: &ReportView, words: &Words, dispatch: &Dispatch) -> Html {
    html! {
        <>
        { for cells.iter().enumerate().map(|(at, &cell)| html! {
            <>
            if at > 0 {
                { "+ " }
            }
            { cell_link(cell, view, words, dispatch) }
            { " " }
            </>
        }) }
        </>
    }
}

fn cell_link(cell: CellId, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CellChosen(cell)));
    let value = match view.cell(cell) {
        Some(cell) => cell
            .corrected
            .as_ref()
            .or(cell.value.as_ref())
            .map_or_else(|| words.blank.to_owned(), printed_number),
        None => words.missing.to_owned(),
    };
    html! {
        <button type="button" class="place" lang="zh-CN" data-cell-link={cell.to_string()} onclick={choose}>
            { cell_name(cell) }{ " " }
            <b>{ value }</b>
        </button>
    }
}
