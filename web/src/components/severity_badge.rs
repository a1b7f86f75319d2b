//! How much a finding weighs: a letter in a shape of its own, and the word.
//! Colour only repeats what both say.

use gouji_json::Severity;

use crate::element::{Attr, Element, element};
use crate::words::Words;

/// The class of a weight, for shape and colour.
pub(crate) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

pub(crate) fn severity_badge(severity: Severity, words: &Words) -> Element {
    let letter = element("span.badge-letter").set(Attr::AriaHidden, "true");
    element("span.badge")
        .class(severity_class(severity))
        .child(letter.text((words.severity_letter)(severity)))
        .text_in("span.badge-word", (words.severity)(severity))
}
