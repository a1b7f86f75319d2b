//! The findings that were set aside, apart from those that count, each with its
//! reason and the way back.

use gouji_json::Finding;

use super::severity_badge::severity_badge;
use super::{Dispatch, acting, deciding};
use crate::decisions::Decision;
use crate::element::{Attr, Element, button, element, section};
use crate::report::ReportView;
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn set_aside(
    state: &State,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Option<Element> {
    let review = words.review;
    let mut count = 0;
    let mut list = element("ul");
    for finding in &view.report.set_aside {
        if state.decided.sets_aside(&finding.id) {
            count += 1;
            list = list.child(entry(finding, words, dispatch));
        }
    }
    if count == 0 {
        return None;
    }
    let all_again = button("button#count-all-again")
        .on_click(deciding(dispatch, Decision::Restored(None), &["#results"]))
        .text(review.count_all_again);
    let head = element("div.section-head")
        .string_in("h3#set-aside-heading", (review.set_aside_count)(count))
        .child(all_again);
    let section = section("section#set-aside.set-aside")
        .set(Attr::AriaLabelledBy, "set-aside-heading")
        .child(head)
        .text_in("p.unread-note", review.set_aside_note)
        .child(list);
    Some(section)
}

fn entry(finding: &Finding, words: &Words, dispatch: &Dispatch) -> Element {
    let review = words.review;
    let again = Decision::Restored(Some(finding.id.clone()));
    let show = button("button.place")
        .on_click(acting(dispatch, Action::PlaceChosen(finding.range)))
        .text(&finding.title);
    let again = button("button.quiet")
        .set_string(Attr::AriaLabel, [review.count_again, " ", &finding.title].concat())
        .on_click(deciding(dispatch, again, &["#count-all-again", "#results"]))
        .text(review.count_again);
    let reason = (review.given_reason)(finding.reason.as_deref().unwrap_or_default());
    element("li")
        .key(&finding.id)
        .set(Attr::DataSetAside, &finding.id)
        .child(severity_badge(finding.severity, words))
        .child(show)
        .child(again)
        .text_in("p", &finding.message)
        .string_in("p.given-reason", reason)
}
