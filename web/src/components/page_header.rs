//! The top of the page: its name, the language, the size.

use super::{Dispatch, acting};
use crate::element::{Attr, Element, button, element, landmark};
use crate::state::{Action, English, State};
use crate::words::Words;

pub(crate) fn page_header(state: &State, words: &Words, dispatch: &Dispatch) -> Element {
    let toggle = |described, action| button(described).on_click(acting(dispatch, action));
    let heading =
        element("h1").text_in("span.name", words.name).text(" ").text_in("span.subtitle", words.subtitle);
    let elder = toggle("button#elder.quiet", Action::ElderToggled)
        .set_bool(Attr::AriaPressed, state.elder)
        .text(words.elder);
    let language = toggle("button#language.quiet", Action::LanguageToggled)
        .set(Attr::Lang, words.other_language_code)
        .text(words.other_language)
        .text(if state.english == English::NotAsked { "" } else { " ……" });
    let rules = element("a#to-rules.link to-rules").set(Attr::Href, "#rules");
    let settings = element("div.display-settings")
        .set(Attr::Role, "group")
        .set(Attr::AriaLabel, words.display_settings)
        .child(elder)
        .child(language);
    landmark("header.page-header", "div.page-header")
        .child(element("div.page-name").child(heading))
        .child(rules.text(words.review.rules_and_settings))
        .child(settings)
}
