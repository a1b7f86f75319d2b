//! The findings: filter, next and previous, and a card for each.

use std::rc::Rc;

use gouji_json::{Finding, Lang, Severity};
use yew::{Html, NodeRef};

use super::finding_actions::finding_actions;
use super::part::{Own, Part, part};
use super::repairs::way_to_repairs;
use super::severity_badge::{severity_badge, severity_class};
use super::{Dispatch, acting, cell_link};
use crate::dom::{self, Placement};
use crate::element::{Attr, Element, button, element, nothing, section};
use crate::report::{ReportView, cell_name};
use crate::source::SourceText;
use crate::state::{Action, Direction, State};
use crate::words::Words;

/// More places than this are folded away: a column total has twenty-two addends.
const PLACES_SHOWN: usize = 6;

pub(crate) fn findings(state: &State, view: &Rc<ReportView>, words: &Words, dispatch: &Dispatch) -> Element {
    let nothing_there = !view.findings().any(|(index, _)| state.counts(index));
    let groups = state.groups();
    let visible = state.visible_findings();
    let at = state.finding.and_then(|index| visible.iter().position(|&other| other == index));
    let position = at.map(|at| (words.position)(at + 1, visible.len())).unwrap_or_default();
    let mut head = element("div.section-head").text_in("h3#findings-heading", words.findings);
    head = head.maybe((!nothing_there).then(|| filter_chips(state, view, words, dispatch)));
    head = head.maybe((!visible.is_empty()).then(|| stepper(&position, words, dispatch)));
    let none_seen =
        if nothing_there { Some(words.no_findings) } else { groups.is_empty().then_some(words.all_hidden) };
    let mut list = element("ul#findings.finding-list");
    for (index, followers) in &groups {
        list = list.html(finding_card(*index, state, view, dispatch));
        if let Some(folded) = same_cause(followers, state, view, words, dispatch) {
            list = list.child(folded);
        }
    }
    section("section.findings")
        .set(Attr::AriaLabelledBy, "findings-heading")
        .child(head)
        .maybe(way_to_repairs(view, words))
        // The keys leave the focus where it is; this tells where they lead.
        .child(
            element("p.for-screen-readers")
                .set(Attr::Role, "status")
                .string(told(state, view, &position, words)),
        )
        .maybe(none_seen.map(|text| element("p.nothing").text(text)))
        .child(list)
}

/// Where the selected finding stands among those in sight, and what it is.
fn told(state: &State, view: &ReportView, position: &str, words: &Words) -> String {
    let selected = state.finding.and_then(|index| view.report.findings.get(index));
    match selected.filter(|_| !position.is_empty()) {
        Some(finding) => [position, " ", (words.severity)(finding.severity), "：", &finding.message].concat(),
        None => String::new(),
    }
}

fn filter_chips(state: &State, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Element {
    let mut chips = element("div.chips").set(Attr::Role, "group").set(Attr::AriaLabel, words.filter);
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let count = view.count(severity);
        let chip = button("button.chip")
            .set(Attr::DataSeverityFilter, severity_class(severity))
            .set_bool(Attr::AriaPressed, !state.hidden.hides(severity))
            .flag(Attr::Disabled, count == 0)
            .on_click(acting(dispatch, Action::SeverityToggled(severity)))
            .child(severity_badge(severity, words))
            .string_in("span.count", count.to_string());
        chips = chips.child(chip);
    }
    chips
}

fn stepper(position: &str, words: &Words, dispatch: &Dispatch) -> Element {
    let previous = button("button#previous-finding")
        .set(Attr::Title, "Shift+F8")
        .on_click(acting(dispatch, Action::FindingStepped(Direction::Previous)))
        .text(words.previous);
    let next = button("button#next-finding")
        .set(Attr::Title, "F8")
        .on_click(acting(dispatch, Action::FindingStepped(Direction::Next)))
        .text(words.next);
    element("div.stepper").text_in("span#finding-position.position", position).child(previous).child(next)
}

/// The findings that have the cause of the one above, folded.
fn same_cause(
    followers: &[usize],
    state: &State,
    view: &Rc<ReportView>,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Element> {
    let key = &view.report.findings.get(*followers.first()?)?.id;
    let open = state.finding.is_some_and(|finding| followers.contains(&finding));
    let mut list = element("ul");
    for &index in followers {
        list = list.html(finding_card(index, state, view, dispatch));
    }
    let details = element("details")
        .flag(Attr::Open, open)
        .string_in("summary", (words.review.same_cause)(followers.len()))
        .child(list);
    Some(element("li.same-cause").key(&["cause-", key].concat()).child(details))
}

/// The card of one finding, by its place among all of them.
pub(super) fn finding_card(index: usize, state: &State, view: &Rc<ReportView>, dispatch: &Dispatch) -> Html {
    let Some(finding) = view.report.findings.get(index) else { return nothing() };
    let props = FindingCardProps {
        index,
        view: Rc::clone(view),
        selected: state.finding == Some(index),
        asked: state.asked.as_ref() == Some(&finding.id),
        lang: state.lang,
        dispatch: dispatch.clone(),
    };
    part::<FindingCard>(props, Some(&finding.id))
}

#[derive(PartialEq)]
pub(super) struct FindingCardProps {
    index: usize,
    view: Rc<ReportView>,
    selected: bool,
    /// Whether the reason for setting it aside is asked for.
    asked: bool,
    lang: Lang,
    dispatch: Dispatch,
}

/// One finding. Its head is the button that leads to the place.
#[derive(Default)]
pub(super) struct FindingCard {
    card: NodeRef,
    /// As it was drawn last.
    selected: bool,
    asked: bool,
}

impl Part for FindingCard {
    type Shown = FindingCardProps;
    type Message = ();

    fn create(_: &FindingCardProps) -> Self {
        Self::default()
    }

    fn draw(&self, props: &FindingCardProps, _: Own<Self>) -> Html {
        let words = Words::of(props.lang);
        let Some(finding) = props.view.report.findings.get(props.index) else { return nothing() };
        let head = button("button.finding-head")
            .set_when(props.selected, Attr::AriaCurrent, "true")
            .on_click(acting(&props.dispatch, Action::FindingChosen(props.index)))
            .child(severity_badge(finding.severity, words))
            .text_in("span.finding-title", &finding.title)
            .string_in("span.finding-line", (words.line)(line_number(&props.view, finding.range[0])))
            .text_in("span.finding-code", &finding.code);
        let reason = element("dl.finding-reason")
            .maybe(named(words.basis, &finding.basis))
            .maybe(named(words.advice, &finding.suggestion))
            .maybe(places(&props.view, finding, props.index, words, &props.dispatch));
        element("li.finding")
            .class(severity_class(finding.severity))
            .class_when(props.selected, "selected")
            .set_number(Attr::DataFinding, props.index)
            .set(Attr::DataCode, &finding.code)
            .node_ref(&self.card)
            .child(head)
            .text_in("p.finding-message", &finding.message)
            .child(reason)
            .child(finding_actions(finding, props.asked, words, &props.dispatch))
            .into()
    }

    fn drawn(&mut self, props: &FindingCardProps, _: Own<Self>, _: bool) {
        if props.selected && !self.selected {
            let card = self.card.cast::<web_sys::Element>();
            let scroller = card.as_ref().and_then(|card| card.closest(".result-scroller").ok().flatten());
            if let (Some(card), Some(scroller)) = (card, scroller) {
                dom::scroll_within(&scroller, &card, Placement::Nearest);
            }
        }
        if props.asked && !self.asked {
            dom::focus("aside-reason");
        }
        (self.selected, self.asked) = (props.selected, props.asked);
    }
}

/// A text under its name; none where there is none.
pub(super) fn named(name: &str, text: &str) -> Option<Element> {
    let told = || element("div").text_in("dt", name).text_in("dd", text);
    (!text.is_empty()).then(told)
}

/// The line of a place, counted from 1.
fn line_number(view: &ReportView, offset: u32) -> usize {
    1 + SourceText::line_of_text(&view.text, offset)
}

/// Cells and other places of a finding, each a button.
fn places(
    view: &ReportView,
    finding: &Finding,
    index: usize,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Element> {
    let cells = view.cells_of_finding(index);
    let mut buttons = Vec::new();
    // The cells that do not agree come before those that were only added up.
    for only_added in [false, true] {
        for &cell in cells {
            if view.is_only_addend(cell) == only_added {
                buttons.push(cell_link(cell, dispatch).text(&cell_name(cell)));
            }
        }
    }
    for label in &finding.labels {
        let is_of_cell = |&cell| view.cell(cell).is_some_and(|cell| cell.range == label.range);
        if !cells.iter().any(is_of_cell) {
            let place = button("button.place")
                .on_click(acting(dispatch, Action::PlaceChosen(label.range)))
                .string((words.line)(line_number(view, label.range[0])))
                .text(" ")
                .text(&label.text);
            buttons.push(place);
        }
    }
    if buttons.is_empty() {
        return None;
    }
    let shown = if buttons.len() > PLACES_SHOWN + 1 { PLACES_SHOWN } else { buttons.len() };
    let mut rest = element("details.more-places");
    rest = rest.string_in("summary", (words.more_places)(buttons.len() - shown));
    let mut places = element("dd.places");
    let is_long = shown < buttons.len();
    for (at, place) in buttons.into_iter().enumerate() {
        if at < shown {
            places = places.child(place);
        } else {
            rest = rest.child(place);
        }
    }
    places = places.maybe(is_long.then_some(rest));
    Some(element("div").text_in("dt", words.places).child(places))
}
