//! How much a finding weighs: a letter in a shape of its own, and the word.
//! Colour only repeats what both say.

use gouji_json::{Lang, Severity};
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

#[derive(Properties, PartialEq)]
pub(crate) struct SeverityBadgeProps {
    pub(crate) severity: Severity,
    pub(crate) lang: Lang,
}

#[component]
pub(crate) fn SeverityBadge(props: &SeverityBadgeProps) -> Html {
    let words = Words::of(props.lang);
    html! {
        <span class={classes!("badge", severity_class(props.severity))}>
            <span class="badge-letter" aria-hidden="true">{ (words.severity_letter)(props.severity) }</span>
            <span class="badge-word">{ (words.severity)(props.severity) }</span>
        </span>
    }
}
