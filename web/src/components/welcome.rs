//! The right side before anything was pasted.

use yew::Html;

use super::Dispatch;
use super::source_pane::with_examples;
use crate::element::element;
use crate::words::Words;

pub(crate) fn welcome(words: &Words, dispatch: &Dispatch) -> Html {
    let mut steps = element("ol.steps");
    for step in words.steps {
        steps = steps.text_in("li", step);
    }
    element("div#welcome.welcome")
        .text_in("p#privacy.privacy", words.privacy)
        .text_in("h3", words.how_to)
        .child(steps)
        .text_in("h3", words.first_try)
        .child(with_examples(element("div.examples"), true, words, dispatch))
        .into()
}
