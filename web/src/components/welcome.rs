//! The right side before anything was pasted.

use gouji_json::Lang;
use yew::prelude::*;

use super::Dispatch;
use super::source_pane::ExampleButtons;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct WelcomeProps {
    pub(crate) lang: Lang,
    pub(crate) dispatch: Dispatch,
}

#[component]
pub(crate) fn Welcome(props: &WelcomeProps) -> Html {
    let words = Words::of(props.lang);
    html! {
        <div class="welcome" id="welcome">
            <p class="privacy" id="privacy">{ words.privacy }</p>
            <h3>{ words.how_to }</h3>
            <ol class="steps">
                { for words.steps.iter().map(|step| html! { <li>{ *step }</li> }) }
            </ol>
            <h3>{ words.first_try }</h3>
            <div class="examples">
                <ExampleButtons lang={props.lang} with_explanation=true dispatch={props.dispatch.clone()} />
            </div>
        </div>
    }
}
