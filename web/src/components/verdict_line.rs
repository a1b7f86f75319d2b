//! The one line on top of the result, and what was checked.

use gouji::form::{FORMS, FormId};
use gouji_json::{FormName, Severity, Verdict};
use yew::prelude::*;

use super::Dispatch;
use super::settings::profile_line;
use crate::report::ReportView;
use crate::state::State;
use crate::words::{Counts, Words};

pub(crate) fn verdict_line(state: &State, words: &Words, dispatch: &Dispatch) -> Html {
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
    html! {
        <div class={classes!("verdict", tone)}>
            <span class="verdict-sign" aria-hidden="true">{ sign }</span>
            <div class="verdict-words">
                <p id="verdict" role="status" aria-live="polite">{ line }</p>
                if let Some(view) = view {
                    { about(view, words) }
                }
                { profile_line(&state.decided.profile, words, dispatch) }
            </div>
        </div>
    }
}

/// Whose report, of which year, by which form.
fn about(view: &ReportView, words: &Words) -> Html {
    let report = &view.report;
    let corrected = view
        .tables
        .iter()
        .flat_map(|(_, table, _)| &table.rows)
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.corrected.is_some())
        .count();
    let form = report.form.map(|form| {
        let id = match form {
            FormName::Y2019 => FormId::Y2019,
            FormName::Y2021 => FormId::Y2021,
        };
        let document = FORMS.iter().find(|form| form.id == id).map_or("", |form| form.document);
        (words.report_form)(document)
    });
    let parts = [
        report.issuer.clone(),
        report.year.map(words.report_year),
        form,
        (words.completeness)(report.completeness).map(str::to_owned),
        (corrected > 0).then(|| (words.corrected_count)(corrected)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return html! {};
    }
    html! {
        <ul class="about-report" id="about-report">
            { for parts.into_iter().map(|part| html! { <li>{ part }</li> }) }
        </ul>
    }
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
