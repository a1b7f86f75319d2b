//! The catalogue of rules with the settings: a dialog over the page, open while
//! the address names it. `#rules` is all of it, `#GJ301` one rule.

use gloo_events::EventListener;
use gouji::rules::{REGISTRY, Rule};
use gouji_json::Lang;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::Dispatch;
use super::rule_entry::{rule_entry, title_of};
use super::settings::settings;
use crate::catalogue::Explanation;
use crate::dom::{self, Placement};
use crate::review_words::SettingsFault;
use crate::state::Present;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct CatalogueProps {
    /// What the catalogue is open at.
    pub(crate) at: String,
    pub(crate) state: Present,
    pub(crate) dispatch: Dispatch,
}

#[component]
pub(crate) fn CatalogueDialog(props: &CatalogueProps) -> Html {
    let (state, lang) = (&props.state, props.state.lang);
    let words = Words::of(lang);
    let dialog = use_node_ref();
    let query = use_state_eq(String::new);
    let fault = use_state_eq(|| None::<SettingsFault>);
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let opened = dialog.cast::<HtmlDialogElement>().map(|dialog| {
                // An engine that knows no dialogs shows it as it stands there.
                if dialog.show_modal().is_err() {
                    let _shown = dialog.set_attribute("open", "");
                }
                EventListener::new(&dialog, "close", |_| {
                    dom::set_address("");
                    dom::focus_if_lost("results");
                })
            });
            move || drop(opened)
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with(props.at.clone(), move |at| {
            let found = dom::by_id(at);
            let body = dialog.cast::<Element>().and_then(|dialog| dialog.query_selector(".catalogue").ok());
            if let (Some(entry), Some(Some(body))) = (found, body) {
                dom::scroll_within(&body, &entry, Placement::UpperFifth);
                dom::focus_within(&entry, "li", "a");
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
            dom::set_address("");
        })
    };
    let search = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(field.value().to_lowercase());
            }
        })
    };
    let mut entries = Vec::new();
    for rule in REGISTRY.iter().copied() {
        let explanation = state.rules.of(rule.code, lang);
        if rule.code == props.at || speaks_of(rule, explanation, lang, &query) {
            entries.push(rule_entry(rule, explanation, rule.code == props.at, state, &props.dispatch));
        }
    }
    let review = words.review;
    html! {
        <dialog class="catalogue-dialog" id="catalogue" aria-labelledby="catalogue-heading" ref={dialog}>
            <div class="pane-head">
                <h2 id="catalogue-heading">{ review.rules_and_settings }</h2>
                <span class="pane-actions">
                    <button type="button" id="close-catalogue" onclick={close}>{ words.close }</button>
                </span>
            </div>
            <div class="catalogue">
                { settings(state, &fault, words, &props.dispatch) }
                <div class="search">
                    <label for="search">{ review.search }</label>
                    <input id="search" type="search" autocomplete="off" spellcheck="false" oninput={search} />
                </div>
                if entries.is_empty() {
                    <p class="nothing" role="status">{ review.no_rule }</p>
                }
                <ul class="rule-list">{ for entries }</ul>
            </div>
        </dialog>
    }
}

/// Whether every word of the query stands somewhere in what is told of a rule.
fn speaks_of(rule: &Rule, explanation: Option<&Explanation>, lang: Lang, query: &str) -> bool {
    let mut told = [rule.code, " ", title_of(rule, lang)].concat();
    if let Some(explanation) = explanation {
        for part in [&explanation.finds, &explanation.why, &explanation.example, &explanation.leaves_out] {
            told.push(' ');
            told.push_str(part);
        }
    }
    let told = told.to_lowercase();
    query.split_whitespace().all(|word| told.contains(word))
}
