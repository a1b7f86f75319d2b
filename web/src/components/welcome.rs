//! The right side before anything was pasted.

use yew::prelude::*;

use super::Dispatch;
use super::source_pane::example_buttons;
use crate::words::Words;

pub(crate) fn welcome(words: &Words, dispatch: &Dispatch) -> Html {
    html! {
        <div class="welcome" id="welcome">
            <p class="privacy" id="privacy">{ words.privacy }</p>
            <h3>{ words.how_to }</h3>
            <ol class="steps">
                { for words.steps.iter().map(|step| html! { <li>{ *step }</li> }) }
            </ol>
            <h3>{ words.first_try }</h3>
            <div class="examples">
                { example_buttons(true, words, dispatch) }
            </div>
        </div>
    }
}
