//! The top of the page: its name, the language, the size.

use yew::prelude::*;

use super::Dispatch;
use crate::state::Action;
use crate::words::Words;

pub(crate) fn page_header(elder: bool, words: &Words, dispatch: &Dispatch) -> Html {
    let toggle = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    html! {
        <header class="page-header">
            <div class="page-name">
                <h1><span class="name">{ words.name }</span>{ " " }<span class="subtitle">{ words.subtitle }</span></h1>
            </div>
            <a class="link to-rules" id="to-rules" href="#rules">{ words.review.rules_and_settings }</a>
            <div class="display-settings" role="group" aria-label={words.display_settings}>
                <button
                    type="button"
                    id="elder"
                    class="quiet"
                    aria-pressed={elder.to_string()}
                    onclick={toggle(|| Action::ElderToggled)}
                >
                    { words.elder }
                </button>
                <button
                    type="button"
                    id="language"
                    class="quiet"
                    lang={words.other_language_code}
                    onclick={toggle(|| Action::LanguageToggled)}
                >
                    { words.other_language }
                </button>
            </div>
        </header>
    }
}
