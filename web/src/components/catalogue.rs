//! The catalogue of rules with the settings: a dialog over the page, open while
//! the address names it. `#rules` is all of it, `#GJ301` one rule.

use gloo_events::EventListener;
use gouji::rules::{REGISTRY, Rule};
use gouji_json::Lang;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement};
use yew::{Callback, Html, NodeRef, TargetCast as _};

use super::Dispatch;
use super::part::{Own, Part};
use super::rule_entry::{rule_entry, title_of};
use super::settings::settings;
use crate::catalogue::Explanation;
use crate::dom::{self, Placement};
use crate::element::{Attr, button, element};
use crate::review_words::SettingsFault;
use crate::state::Present;
use crate::words::Words;

#[derive(PartialEq)]
pub(crate) struct CatalogueProps {
    /// What the catalogue is open at.
    pub(crate) at: String,
    pub(crate) state: Present,
    pub(crate) dispatch: Dispatch,
}

/// What the dialog hears.
pub(crate) enum Heard {
    /// Something is searched for.
    Searched(String),
    /// Settings were taken, or could not be.
    Settings(Option<SettingsFault>),
}

#[derive(Default)]
pub(crate) struct CatalogueDialog {
    dialog: NodeRef,
    query: String,
    fault: Option<SettingsFault>,
    /// Where it was open when it was drawn last.
    at: String,
    closed: Option<EventListener>,
}

impl Part for CatalogueDialog {
    type Shown = CatalogueProps;
    type Message = Heard;

    fn create(_: &CatalogueProps) -> Self {
        Self::default()
    }

    fn hear(&mut self, _: &CatalogueProps, heard: Heard) -> bool {
        match heard {
            Heard::Searched(query) => self.query = query,
            Heard::Settings(fault) => self.fault = fault,
        }
        true
    }

    fn draw(&self, props: &CatalogueProps, own: Own<Self>) -> Html {
        let (state, lang) = (&props.state, props.state.lang);
        let words = Words::of(lang);
        let dialog = self.dialog.clone();
        let close = Callback::from(move |_| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
            dom::set_address("");
        });
        let searching = own.clone();
        let search = Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                searching.tell(Heard::Searched(field.value().to_ascii_lowercase()));
            }
        });
        let review = words.review;
        let mut list = element("ul.rule-list");
        let mut none_found = true;
        for rule in REGISTRY.iter().copied() {
            let explanation = state.rules.of(rule.code, lang);
            let open = rule.code == props.at;
            if open || speaks_of(rule, explanation, lang, &self.query) {
                none_found = false;
                list = list.child(rule_entry(rule, explanation, open, state, &props.dispatch));
            }
        }
        let close = button("button#close-catalogue").on_click(close).text(words.close);
        let head = element("div.pane-head")
            .text_in("h2#catalogue-heading", review.rules_and_settings)
            .child(element("span.pane-actions").child(close));
        let field = element("input#search")
            .set(Attr::Type, "search")
            .set(Attr::Autocomplete, "off")
            .set(Attr::Spellcheck, "false")
            .on("input", search);
        let search = element("div.search")
            .child(element("label").set(Attr::For, "search").text(review.search))
            .child(field);
        let none_found =
            none_found.then(|| element("p.nothing").set(Attr::Role, "status").text(review.no_rule));
        let body = element("div.catalogue")
            .child(settings(state, self.fault.as_ref(), words, &own, &props.dispatch))
            .child(search)
            .maybe(none_found)
            .child(list);
        element("dialog#catalogue.catalogue-dialog")
            .set(Attr::AriaLabelledBy, "catalogue-heading")
            .node_ref(&self.dialog)
            .child(head)
            .child(body)
            .into()
    }

    fn drawn(&mut self, props: &CatalogueProps, _: Own<Self>, is_first: bool) {
        let Some(dialog) = self.dialog.cast::<HtmlDialogElement>() else { return };
        if is_first {
            // An engine that knows no dialogs shows it as it stands there.
            if dialog.show_modal().is_err() {
                let _shown = dialog.set_attribute("open", "");
            }
            self.closed = Some(EventListener::new(&dialog, "close", |_| {
                dom::set_address("");
                dom::focus_if_lost("results");
            }));
        }
        if self.at != props.at {
            self.at.clone_from(&props.at);
            let body = dialog.query_selector(".catalogue").ok().flatten();
            if let (Some(entry), Some(body)) = (dom::by_id(&props.at), body) {
                dom::scroll_within(&body, &entry, Placement::UpperFifth);
                dom::focus_within(&entry, "li", "a");
            }
        }
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
    told.make_ascii_lowercase();
    query.split_whitespace().all(|word| told.contains(word))
}
