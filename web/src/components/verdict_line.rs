//! The one line on top of the result, and what was checked.

use gouji::form::{FORMS, FormId};
use gouji_json::{FormName, Severity, Verdict};

use super::Dispatch;
use super::settings::profile_line;
use crate::element::{Attr, Element, element};
use crate::report::ReportView;
use crate::state::State;
use crate::words::{Counts, Words};

pub(crate) fn verdict_line(state: &State, words: &Words, dispatch: &Dispatch) -> Element {
    let view = state.shown.as_ref().map(|shown| &shown.view);
    let (line, tone, sign) = match view {
        None if state.text.is_empty() => (words.verdict_empty.to_owned(), "idle", "…"),
        None => (words.verdict_waiting.to_owned(), "idle", "…"),
        Some(view) => {
            let counts = counts(view);
            match view.report.verdict {
                // A tick would praise a form that nothing has been filled into.
                Verdict::Consistent if counts.relations == 0 || counts.failing > 0 => {
                    ((words.verdict_consistent)(&counts), "idle", "–")
                }
                Verdict::Consistent => ((words.verdict_consistent)(&counts), "consistent", "✓"),
                Verdict::Findings => ((words.verdict_findings)(&counts), "findings", "✕"),
                Verdict::Unreadable => ((words.verdict_unreadable)(&counts), "unreadable", "?"),
                Verdict::NotAReport => (words.verdict_not_a_report.to_owned(), "unreadable", "?"),
            }
        }
    };
    let words_of_it = element("div.verdict-words")
        .child(element("p#verdict").set(Attr::Role, "status").set(Attr::AriaLive, "polite").string(line))
        .maybe(view.and_then(|view| about(view, words)))
        .maybe(profile_line(&state.decided.profile, words, dispatch));
    element("div.verdict")
        .class(tone)
        .child(element("span.verdict-sign").set(Attr::AriaHidden, "true").text(sign))
        .child(words_of_it)
}

/// Whose report, of which year, by which form.
fn about(view: &ReportView, words: &Words) -> Option<Element> {
    let report = &view.report;
    let mut parts = Vec::new();
    parts.extend(report.issuer.clone());
    parts.extend(report.year.map(words.report_year));
    if let Some(form) = report.form {
        let id = match form {
            FormName::Y2019 => FormId::Y2019,
            FormName::Y2021 => FormId::Y2021,
        };
        let document = FORMS.iter().find(|form| form.id == id).map_or("", |form| form.document);
        parts.push((words.report_form)(document));
    }
    parts.extend((words.completeness)(report.completeness).map(str::to_owned));
    let corrected = view.count_cells(|cell| cell.corrected.is_some());
    if corrected > 0 {
        parts.push((words.corrected_count)(corrected));
    }
    if parts.is_empty() {
        return None;
    }
    let mut list = element("ul#about-report.about-report");
    for part in parts {
        list = list.string_in("li", part);
    }
    Some(list)
}

fn counts(view: &ReportView) -> Counts {
    let relations = &view.report.relations;
    Counts {
        errors: view.count(Severity::Error),
        warnings: view.count(Severity::Warning),
        infos: view.count(Severity::Info),
        tables: view.tables.len(),
        cells: relations.cells,
        relations: relations.checked,
        failing: relations.failing.len(),
        unchecked: relations.unchecked.len(),
        set_aside: view.report.set_aside.len(),
    }
}
