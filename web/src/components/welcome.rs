//! The right side before anything was pasted.

use yew::Html;

use super::Dispatch;
use super::source_pane::with_examples;
use crate::element::element;
use crate::words::Words;

pub(crate) fn welcome(words: &Words, dispatch: &Dispatch) -> Html {
    let mut steps = element("ol.steps");
    for step in words.steps {
        steps = steps.child(element("li").text(step));
    }
    element("div#welcome.welcome")
        .child(element("p#privacy.privacy").text(words.privacy))
        .child(element("h3").text(words.how_to))
        .child(steps)
        .child(element("h3").text(words.first_try))
        .child(with_examples(element("div.examples"), true, words, dispatch))
        .into()
}
