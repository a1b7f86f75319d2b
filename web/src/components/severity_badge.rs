//! How much a finding weighs: a letter in a shape of its own, and the word.
//! Colour only repeats what both say.

use gouji_json::Severity;
use yew::prelude::*;

use crate::words::Words;

/// The class of a weight, for shape and colour.
pub(crate) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

pub(crate) fn severity_badge(severity: Severity, words: &Words) -> Html {
    html! {
        <span class={classes!("badge", severity_class(severity))}>
            <span class="badge-letter" aria-hidden="true">{ (words.severity_letter)(severity) }</span>
            <span class="badge-word">{ (words.severity)(severity) }</span>
        </span>
    }
}
