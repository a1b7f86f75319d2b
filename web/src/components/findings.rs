//! The findings: filter, next and previous, and a card for each.

use std::rc::Rc;

use gouji_json::{Finding, Lang, Severity};
use web_sys::Element;
use yew::prelude::*;

use super::Dispatch;
use super::finding_actions::finding_actions;
use super::repairs::way_to_repairs;
use super::severity_badge::{severity_badge, severity_class};
use crate::dom::{self, Placement};
use crate::report::{ReportView, cell_name};
use crate::source::SourceText;
use crate::state::{Action, Direction, State};
use crate::words::Words;

/// More places than this are folded away: a column total has twenty-two addends.
const PLACES_SHOWN: usize = 6;

pub(crate) fn findings(state: &State, view: &Rc<ReportView>, words: &Words, dispatch: &Dispatch) -> Html {
    let visible = state.visible_findings();
    let nothing_there = !view.findings().any(|(index, _)| state.counts(index));
    let groups = state.groups();
    let at = state.finding.and_then(|index| visible.iter().position(|&other| other == index));
    let selected_words = state
        .finding
        .and_then(|index| view.report.findings.get(index))
        .map(|finding| format!("{}：{}", (words.severity)(finding.severity), finding.message));
    let step = |direction: Direction| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::FindingStepped(direction)))
    };
    html! {
        <section class="findings" aria-labelledby="findings-heading">
            <div class="section-head">
                <h3 id="findings-heading">{ words.findings }</h3>
                if !nothing_there {
                    <div class="chips" role="group" aria-label={words.filter}>
                        { for [Severity::Error, Severity::Warning, Severity::Info].map(|severity| {
                            let pressed = !state.hidden.hides(severity);
                            filter_chip(severity, view.count(severity), pressed, words, dispatch)
                        }) }
                    </div>
                }
                if !visible.is_empty() {
                    <div class="stepper">
                        <span class="position" id="finding-position">
                            { at.map(|at| (words.position)(at + 1, visible.len())) }
                        </span>
                        <button type="button" id="previous-finding" title="Shift+F8" onclick={step(Direction::Previous)}>
                            { words.previous }
                        </button>
                        <button type="button" id="next-finding" title="F8" onclick={step(Direction::Next)}>
                            { words.next }
                        </button>
                    </div>
                }
            </div>
            { way_to_repairs(view, words) }
            // The keys leave the focus where it is; this tells where they lead.
            <p class="for-screen-readers" role="status">
                if let (Some(at), Some(selected)) = (at, selected_words) {
                    { (words.position)(at + 1, visible.len()) }{ " " }{ selected }
                }
            </p>
            if nothing_there {
                <p class="nothing">{ words.no_findings }</p>
            } else if groups.is_empty() {
                <p class="nothing">{ words.all_hidden }</p>
            }
            <ul class="finding-list" id="findings">
                { for groups.iter().flat_map(|(index, followers)| {
                    let first = finding_card(*index, state, view, dispatch);
                    std::iter::once(first).chain(same_cause(followers, state, view, words, dispatch))
                }) }
            </ul>
        </section>
    }
}

/// The findings that have the cause of the one above, folded.
fn same_cause(
    followers: &[usize],
    state: &State,
    view: &Rc<ReportView>,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Html> {
    let key = &view.report.findings.get(*followers.first()?)?.id;
    let open = state.finding.is_some_and(|finding| followers.contains(&finding));
    Some(html! {
        <li key={["cause-", key].concat()} class="same-cause">
            <details {open}>
                <summary>{ (words.review.same_cause)(followers.len()) }</summary>
                <ul>{ for followers.iter().map(|&index| finding_card(index, state, view, dispatch)) }</ul>
            </details>
        </li>
    })
}

/// The card of one finding, by its place among all of them.
pub(super) fn finding_card(index: usize, state: &State, view: &Rc<ReportView>, dispatch: &Dispatch) -> Html {
    let Some(finding) = view.report.findings.get(index) else { return html! {} };
    html! {
        <FindingCard
            key={finding.id.clone()}
            {index}
            view={Rc::clone(view)}
            selected={state.finding == Some(index)}
            asked={state.asked.as_ref() == Some(&finding.id)}
            lang={state.lang}
            dispatch={dispatch.clone()}
        />
    }
}

fn filter_chip(severity: Severity, count: usize, pressed: bool, words: &Words, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let toggle = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::SeverityToggled(severity)));
    html! {
        <button
            type="button"
            class="chip"
            data-severity-filter={severity_class(severity)}
            aria-pressed={pressed.to_string()}
            disabled={count == 0}
            onclick={toggle}
        >
            { severity_badge(severity, words) }
            <span class="count">{ count }</span>
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FindingCardProps {
    pub(crate) index: usize,
    pub(crate) view: Rc<ReportView>,
    pub(crate) selected: bool,
    /// Whether the reason for setting it aside is asked for.
    pub(crate) asked: bool,
    pub(crate) lang: Lang,
    pub(crate) dispatch: Dispatch,
}

/// One finding. Its head is the button that leads to the place.
#[component]
pub(crate) fn FindingCard(props: &FindingCardProps) -> Html {
    let words = Words::of(props.lang);
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with(props.selected, move |&selected| {
            let card = card.cast::<Element>().filter(|_| selected);
            let scroller = card.as_ref().and_then(|card| card.closest(".result-scroller").ok().flatten());
            if let (Some(card), Some(scroller)) = (card, scroller) {
                dom::scroll_within(&scroller, &card, Placement::Nearest);
            }
        });
    }
    use_effect_with(props.asked, |&asked| {
        if asked {
            dom::focus("aside-reason");
        }
    });
    let Some(finding) = props.view.report.findings.get(props.index) else { return html! {} };
    let (dispatch, index) = (props.dispatch.clone(), props.index);
    let jump = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::FindingChosen(index)));
    let line = line_number(&props.view, finding.range[0]);
    html! {
        <li
            class={classes!("finding", severity_class(finding.severity), props.selected.then_some("selected"))}
            data-finding={props.index.to_string()}
            data-code={finding.code.clone()}
            ref={card}
        >
            <button
                type="button"
                class="finding-head"
                aria-current={props.selected.then_some("true")}
                onclick={jump}
            >
                { severity_badge(finding.severity, words) }
                <span class="finding-title">{ &finding.title }</span>
                <span class="finding-line">{ (words.line)(line) }</span>
                <span class="finding-code">{ &finding.code }</span>
            </button>
            <p class="finding-message">{ &finding.message }</p>
            <dl class="finding-reason">
                if !finding.basis.is_empty() {
                    <div><dt>{ words.basis }</dt><dd>{ &finding.basis }</dd></div>
                }
                if !finding.suggestion.is_empty() {
                    <div><dt>{ words.advice }</dt><dd>{ &finding.suggestion }</dd></div>
                }
                { places(&props.view, finding, index, words, &props.dispatch) }
            </dl>
            { finding_actions(finding, props.asked, words, &props.dispatch) }
        </li>
    }
}

/// The line of a place, counted from 1.
fn line_number(view: &ReportView, offset: u32) -> usize {
    1 + SourceText::line_of_text(&view.text, offset)
}

/// Cells and other places of a finding, each a button.
fn places(view: &ReportView, finding: &Finding, index: usize, words: &Words, dispatch: &Dispatch) -> Html {
    let mut buttons = Vec::new();
    // The cells that do not agree come before those that were only added up.
    let (totals, addends): (Vec<_>, Vec<_>) =
        view.cells_of_finding(index).iter().partition(|&&cell| !view.is_only_addend(cell));
    for cell in totals.into_iter().chain(addends) {
        let dispatch = dispatch.clone();
        let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CellChosen(cell)));
        buttons.push(html! {
            <button type="button" class="place" lang="zh-CN" data-cell-link={cell.to_string()} onclick={choose}>
                { cell_name(cell) }
            </button>
        });
    }
    let cell_ranges: Vec<_> = view
        .cells_of_finding(index)
        .iter()
        .filter_map(|&cell| view.cell(cell))
        .map(|cell| cell.range)
        .collect();
    for label in &finding.labels {
        if cell_ranges.contains(&label.range) {
            continue;
        }
        let (dispatch, range) = (dispatch.clone(), label.range);
        let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::PlaceChosen(range)));
        buttons.push(html! {
            <button type="button" class="place" onclick={choose}>
                { (words.line)(line_number(view, range[0])) }{ " " }{ &label.text }
            </button>
        });
    }
    if buttons.is_empty() {
        return html! {};
    }
    let rest = if buttons.len() > PLACES_SHOWN + 1 { buttons.split_off(PLACES_SHOWN) } else { Vec::new() };
    html! {
        <div>
            <dt>{ words.places }</dt>
            <dd class="places">
                { for buttons }
                if !rest.is_empty() {
                    <details class="more-places">
                        <summary>{ (words.more_places)(rest.len()) }</summary>
                        { for rest }
                    </details>
                }
            </dd>
        </div>
    }
}
