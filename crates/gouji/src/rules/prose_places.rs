//! What findings at places of the prose show.

use super::Context;
use crate::reading::Places;
use crate::text::TextRange;
use crate::{Finding, Label};

/// As many places are shown with a finding that speaks of all of them.
const MOST_LABELS: usize = 5;

/// The words at a place, cut where they are many.
pub(super) fn shown(context: &Context<'_>, place: TextRange) -> String {
    const MOST_CHARACTERS: usize = 20;
    let mut printed = context.printed(place);
    let shown = beginning(&printed, MOST_CHARACTERS).len();
    if shown < printed.len() {
        printed.truncate(shown);
        printed.push('…');
    }
    printed
}

/// The first characters of a text, so many at most.
pub(super) fn beginning(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The finding with a label at each of the first places.
pub(super) fn labelled(context: &Context<'_>, places: &Places, mut finding: Finding) -> Finding {
    for &range in places.first.iter().take(MOST_LABELS) {
        finding.labels.push(Label { range, text: shown(context, range) });
    }
    finding
}
