//! The figures that the text states about the tables, each beside what the
//! tables say.

use gouji::form::CellId;
use gouji_json::Claim;

use super::{Dispatch, cell_link, deciding};
use crate::decisions::Decision;
use crate::element::{Attr, Element, button, element, section};
use crate::report::{ReportView, Subject, cell_name, printed_number, subjects_of};
use crate::review_words::ClaimCounts;
use crate::source::SourceText;
use crate::state::State;
use crate::words::Words;

/// Folded, unless a figure disagrees: then it is what a person looks for.
pub(crate) fn claims(
    state: &State,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Element> {
    let (review, claims) = (words.review, &view.report.claims);
    if claims.is_empty() {
        return None;
    }
    let mut counts = ClaimCounts::default();
    let mut list = element("ul.claim-list");
    // What disagrees comes first, then what cannot be told.
    for (standing, count) in [
        (Some(false), &mut counts.differing),
        (None, &mut counts.unknown),
        (Some(true), &mut counts.agreeing),
    ] {
        for (index, claim) in claims.iter().enumerate() {
            if claim.agrees == standing {
                *count += 1;
                list = list.child(entry(index, claim, state.claim == Some(index), view, words, dispatch));
            }
        }
    }
    let summary = element("summary.section-head")
        .text_in("h3#claims-heading", review.claims)
        .string_in("span#claims-summary.claims-summary", (review.claims_summary)(&counts));
    let details = element("details")
        .flag(Attr::Open, counts.differing > 0)
        .child(summary)
        .text_in("p.hint", review.claims_note)
        .child(list);
    Some(section("section#claims.claims").set(Attr::AriaLabelledBy, "claims-heading").child(details))
}

fn entry(
    index: usize,
    claim: &Claim,
    selected: bool,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    let review = words.review;
    let (class, sign, standing) = match claim.agrees {
        Some(true) => ("agrees", "✓ ", review.agrees),
        Some(false) => ("differs", "✕ ", review.differs),
        None => ("unknown", "– ", review.cannot_tell),
    };
    let sign = element("span").set(Attr::AriaHidden, "true").text(sign);
    element("li.claim")
        .class(class)
        .class_when(selected, "selected")
        .set_number(Attr::DataClaim, index)
        .set(Attr::DataStanding, class)
        .child(element("span.claim-standing").child(sign).text(standing))
        .child(quoted(index, claim, selected, view, words, dispatch))
        .child(compared(claim, view, words, dispatch))
}

/// The words of the text, with the figure made out, as the way to them.
fn quoted(
    index: usize,
    claim: &Claim,
    selected: bool,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    let line = 1 + SourceText::line_of_text(&view.text, claim.range[0]);
    let at = |offset: u32| SourceText::byte_in_line(&claim.quote, offset.saturating_sub(claim.range[0]));
    let (start, end) = (at(claim.figure[0]), at(claim.figure[1]));
    let quote = element("q")
        .set(Attr::Lang, "zh-CN")
        .text(&claim.quote[..start])
        .text_in("b", &claim.quote[start..end])
        .text(&claim.quote[end..]);
    button("button.claim-quote")
        .set_when(selected, Attr::AriaCurrent, "true")
        .on_click(deciding(dispatch, Decision::ClaimChosen(index), &[]))
        .child(quote)
        .string_in("span.finding-line", (words.line)(line))
}

/// What the tables say, for each meaning that the words can have.
fn compared(claim: &Claim, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Element {
    let review = words.review;
    let meanings = subjects_of(view, claim);
    let there = meanings.iter().flat_map(|subject| &subject.cells).any(|&cell| view.cell(cell).is_some());
    let mut told = element("p.claim-tables");
    if !there {
        return told.text(review.no_such_table).text(" ");
    }
    told = told.text(review.in_tables).text(" ");
    for (at, subject) in meanings.iter().enumerate() {
        if at > 0 {
            told = told.child(element("span.claim-or").text(review.or_meant).text(" "));
        }
        told = told.child(meaning(subject, view, words, dispatch));
    }
    told
}

/// The cells with their numbers, and what they make together.
fn meaning(subject: &Subject, view: &ReportView, words: &Words, dispatch: &Dispatch) -> Element {
    let mut told = added(element("span.claim-subject"), &subject.cells, view, words, dispatch);
    if let Some(sum) = subject.sum.filter(|_| subject.cells.len() > 1) {
        told = told.child(element("span.sum").text("= ").string(sum.to_string()).text(" "));
    }
    if !subject.whole.is_empty() {
        told = added(told.text("÷ "), &subject.whole, view, words, dispatch);
    }
    if let Some(share) = subject.share {
        let percent = format!("≈ {}.{:02}% ", share / 100, share % 100);
        told = told.string_in("span.sum", percent);
    }
    told
}

/// Adds the cells to an element, with `+` between them.
fn added(
    mut to: Element,
    cells: &[CellId],
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    for (at, &cell) in cells.iter().enumerate() {
        if at > 0 {
            to = to.text("+ ");
        }
        let link = cell_link(cell, dispatch).text(&cell_name(cell)).text(" ");
        to = to.child(link.string_in("b", number_in(cell, view, words))).text(" ");
    }
    to
}

fn number_in(cell: CellId, view: &ReportView, words: &Words) -> String {
    let Some(cell) = view.cell(cell) else { return words.missing.to_owned() };
    match cell.corrected.as_ref().or(cell.value.as_ref()) {
        Some(value) => printed_number(value),
        None => words.blank.to_owned(),
    }
}
