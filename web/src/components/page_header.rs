//! The top of the page: its name, the language, the size.

use gouji_json::Lang;
use yew::prelude::*;

use super::Dispatch;
use crate::state::Action;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct PageHeaderProps {
    pub(crate) lang: Lang,
    pub(crate) elder: bool,
    pub(crate) dispatch: Dispatch,
}

#[component]
pub(crate) fn PageHeader(props: &PageHeaderProps) -> Html {
    let words = Words::of(props.lang);
    let toggle = |action: fn() -> Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    html! {
        <header class="page-header">
            <div class="page-name">
                <h1><span class="name">{ words.name }</span>{ " " }<span class="subtitle">{ words.subtitle }</span></h1>
            </div>
            <div class="display-settings" role="group" aria-label={words.display_settings}>
                <button
                    type="button"
                    id="elder"
                    class="quiet"
                    aria-pressed={props.elder.to_string()}
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
