//! What a person knows better than the text, or wants otherwise: the year, the
//! kind of organ, and the weight of rules. It can be saved to a file, which the
//! command line takes as well.

use gouji_json::{OptionsError, Profile, WriteJson as _};
use js_sys::encode_uri_component;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, HtmlInputElement, HtmlSelectElement};
use yew::{Callback, TargetCast as _};

use super::catalogue::{CatalogueDialog, Heard};
use super::part::Own;
use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::dom;
use crate::element::{Attr, Element, button, element, section};
use crate::reader;
use crate::review_words::{ISSUER_KINDS, SettingsFault};
use crate::state::{Action, State};
use crate::words::Words;

/// Says with the result what was set, with one way back.
pub(super) fn profile_line(profile: &Profile, words: &Words, dispatch: &Dispatch) -> Option<Element> {
    if *profile == Profile::default() {
        return None;
    }
    let review = words.review;
    let shown = element("a.link").set(Attr::Href, "#rules").string((review.profile)(review, profile));
    let reset = button("button#reset-profile.quiet")
        .on_click(deciding(dispatch, Decision::Profiled(Profile::default()), &["#results"]))
        .text(review.reset);
    Some(element("p#profile.profile-line").child(shown).text(" ").child(reset))
}

pub(super) fn settings(
    state: &State,
    fault: Option<&SettingsFault>,
    words: &Words,
    dialog: &Own<CatalogueDialog>,
    dispatch: &Dispatch,
) -> Element {
    let (review, profile) = (words.review, &state.decided.profile);
    let year_given = {
        let (dialog, dispatch, profile) = (dialog.clone(), dispatch.clone(), profile.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let given = year_of(&field.value()).map(|year| Profile { year, ..profile.clone() });
            take(given, &dialog, &dispatch);
        })
    };
    let kind_chosen = {
        let (dialog, dispatch, profile) = (dialog.clone(), dispatch.clone(), profile.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let at = usize::try_from(select.selected_index()).ok().and_then(|at| at.checked_sub(1));
            let issuer_kind = at.and_then(|at| ISSUER_KINDS.get(at)).copied();
            take(Ok(Profile { issuer_kind, ..profile.clone() }), &dialog, &dispatch);
        })
    };
    let file_chosen = {
        let (dialog, dispatch) = (dialog.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            let Some(picker) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(file) = picker.files().and_then(|files| files.get(0)) {
                let (dialog, dispatch) = (dialog.clone(), dispatch.clone());
                spawn_local(async move { take(loaded(&file).await, &dialog, &dispatch) });
            }
            // The same file can be chosen again.
            picker.set_value("");
        })
    };
    // What is no year stays there to be put right.
    let typed = match fault {
        Some(SettingsFault::NotAYear(typed)) => typed.clone(),
        _ => profile.year.map(|year| year.to_string()).unwrap_or_default(),
    };
    let year = element("input#given-year")
        .set(Attr::Type, "text")
        .set(Attr::InputMode, "numeric")
        .set(Attr::Autocomplete, "off")
        .set(Attr::Placeholder, review.year_as_printed)
        .set(Attr::AriaDescribedBy, "settings-fault")
        .value(&typed)
        .on("change", year_given);
    let mut kind = element("select#issuer-kind")
        .on("change", kind_chosen)
        .child(kind_choice(review.issuer_by_name, profile.issuer_kind.is_none()));
    for (at, name) in review.issuer_kinds.into_iter().enumerate() {
        kind = kind.child(kind_choice(name, profile.issuer_kind == ISSUER_KINDS.get(at).copied()));
    }
    let fields = element("div.settings-fields")
        .child(element("label").set(Attr::For, "given-year").text(review.year))
        .child(year)
        .child(element("label").set(Attr::For, "issuer-kind").text(review.issuer))
        .child(kind);
    let wrong = fault.map(review.fault).unwrap_or_default();
    let picker = element("input#settings-file")
        .set(Attr::Type, "file")
        .flag(Attr::Hidden, true)
        .set(Attr::AriaLabel, review.load)
        .on("change", file_chosen);
    let actions = element("p.settings-actions")
        .child(save_link(profile, words))
        .child(
            button("button#load-settings")
                .on_click(Callback::from(|_| dom::click("settings-file")))
                .text(review.load),
        )
        .child(picker)
        .maybe((*profile != Profile::default()).then(|| {
            button("button#reset-settings")
                .on_click(deciding(dispatch, Decision::Profiled(Profile::default()), &["#given-year"]))
                .text(review.reset)
        }));
    section("section#settings.settings")
        .set(Attr::AriaLabelledBy, "settings-heading")
        .text_in("h3#settings-heading", review.settings)
        .child(fields)
        .child(element("p#settings-fault.correction-fault").set(Attr::Role, "alert").string(wrong))
        .child(actions)
        .text_in("p.unread-note", review.settings_note)
}

/// Takes other settings, or says why not.
fn take(given: Result<Profile, SettingsFault>, dialog: &Own<CatalogueDialog>, dispatch: &Dispatch) {
    match given {
        Ok(profile) => {
            dialog.tell(Heard::Settings(None));
            dispatch.dispatch(Action::Decided(Decision::Profiled(profile)));
        }
        Err(fault) => dialog.tell(Heard::Settings(Some(fault))),
    }
}

fn kind_choice(name: &str, selected: bool) -> Element {
    element("option").flag(Attr::Selected, selected).text(name)
}

/// The way to have the settings as a file.
fn save_link(profile: &Profile, words: &Words) -> Element {
    let json = encode_uri_component(&profile.to_json());
    element("a#save-settings.link")
        .set(Attr::Download, words.review.file_name)
        .set_string(Attr::Href, ["data:application/json,", &String::from(json)].concat())
        .text(words.review.save)
}

/// A year as it is typed; none where the field is empty.
fn year_of(field: &str) -> Result<Option<u16>, SettingsFault> {
    let none = || SettingsFault::NotAYear(field.to_owned());
    let mut year = 0;
    let typed = field.trim().trim_end_matches('年').trim_end();
    for digit in typed.chars() {
        let digit = match digit {
            '0'..='9' => u32::from(digit) - u32::from('0'),
            '０'..='９' => u32::from(digit) - u32::from('０'),
            _ => return Err(none()),
        };
        year = (year * 10 + digit).min(u32::from(u16::MAX));
    }
    match u16::try_from(year) {
        Ok(0) if typed.is_empty() => Ok(None),
        // The 条例 came into force in 2008.
        Ok(year @ 2008..=2099) => Ok(Some(year)),
        _ => Err(none()),
    }
}

async fn loaded(file: &File) -> Result<Profile, SettingsFault> {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    profile_of(&text.unwrap_or_default())
}

/// The profile a file holds, if the checker would take it.
fn profile_of(json: &str) -> Result<Profile, SettingsFault> {
    let profile = reader::parse(json).ok_or(SettingsFault::NotSettings)?;
    match gouji_json::profile(&profile) {
        Ok(_) => Ok(profile),
        Err(OptionsError::UnknownRule(code)) => Err(SettingsFault::UnknownRule(code)),
        Err(_) => Err(SettingsFault::NotSettings),
    }
}

#[cfg(test)]
mod tests {
    use gouji_json::{IssuerKind, Level, RuleLevel};

    use super::*;

    #[test]
    fn a_year_is_taken_as_people_type_it() {
        assert_eq!(year_of(" 2023 年 "), Ok(Some(2023)));
        assert_eq!(year_of("２０２４"), Ok(Some(2024)));
        assert_eq!(year_of("  "), Ok(None));
        for typed in ["23", "二〇二三", "99999999999", "2007", "0"] {
            assert_eq!(year_of(typed), Err(SettingsFault::NotAYear(typed.into())));
        }
    }

    #[test]
    fn a_saved_profile_is_the_one_that_is_loaded() {
        let profile = Profile {
            levels: vec![RuleLevel { code: "GJ223".into(), level: Level::Off }],
            year: Some(2023),
            issuer_kind: Some(IssuerKind::CountyGovernment),
        };
        assert_eq!(profile_of(&profile.to_json()), Ok(profile));
    }

    #[test]
    fn another_file_is_refused_with_its_reason() {
        assert_eq!(profile_of("白菜两斤"), Err(SettingsFault::NotSettings));
        assert_eq!(profile_of("{}"), Err(SettingsFault::NotSettings));
        let unknown = r#"{"levels": [{"code": "GJ999", "level": "off"}], "year": null, "issuer_kind": null}"#;
        assert_eq!(profile_of(unknown), Err(SettingsFault::UnknownRule("GJ999".into())));
    }
}
