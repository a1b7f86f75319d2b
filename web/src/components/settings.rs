//! What a person knows better than the text, or wants otherwise: the year, the
//! kind of organ, and the weight of rules. It can be saved to a file, which the
//! command line takes as well.

use gouji_json::{OptionsError, Profile, WriteJson as _};
use js_sys::encode_uri_component;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{Dispatch, deciding};
use crate::decisions::Decision;
use crate::dom;
use crate::reader;
use crate::review_words::{ISSUER_KINDS, SettingsFault};
use crate::state::{Action, State};
use crate::words::Words;

type Fault = UseStateHandle<Option<SettingsFault>>;

/// Says with the result what was set, with one way back.
pub(super) fn profile_line(profile: &Profile, words: &Words, dispatch: &Dispatch) -> Html {
    if *profile == Profile::default() {
        return html! {};
    }
    let review = words.review;
    let reset = deciding(dispatch, Decision::Profiled(Profile::default()), &["#results"]);
    html! {
        <p class="profile-line" id="profile">
            <a class="link" href="#rules">{ (review.profile)(review, profile) }</a>{ " " }
            <button type="button" class="quiet" id="reset-profile" onclick={reset}>{ review.reset }</button>
        </p>
    }
}

pub(super) fn settings(state: &State, fault: &Fault, words: &Words, dispatch: &Dispatch) -> Html {
    let (review, profile) = (words.review, &state.decided.profile);
    let decide = {
        let (dispatch, fault) = (dispatch.clone(), fault.clone());
        move |profile: Profile| {
            fault.set(None);
            dispatch.dispatch(Action::Decided(Decision::Profiled(profile)));
        }
    };
    let year_given = {
        let (decide, fault, profile) = (decide.clone(), fault.clone(), profile.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match year_of(&field.value()) {
                Ok(year) => decide(Profile { year, ..profile.clone() }),
                Err(wrong) => fault.set(Some(wrong)),
            }
        })
    };
    let kind_chosen = {
        let (decide, profile) = (decide.clone(), profile.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let at = usize::try_from(select.selected_index()).ok().and_then(|at| at.checked_sub(1));
            let issuer_kind = at.and_then(|at| ISSUER_KINDS.get(at)).copied();
            decide(Profile { issuer_kind, ..profile.clone() });
        })
    };
    let file_chosen = {
        let fault = fault.clone();
        Callback::from(move |event: Event| {
            let Some(picker) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(file) = picker.files().and_then(|files| files.get(0)) {
                let (decide, fault) = (decide.clone(), fault.clone());
                spawn_local(async move {
                    match loaded(&file).await {
                        Ok(profile) => decide(profile),
                        Err(wrong) => fault.set(Some(wrong)),
                    }
                });
            }
            // The same file can be chosen again.
            picker.set_value("");
        })
    };
    // What is no year stays there to be put right.
    let typed = match &**fault {
        Some(SettingsFault::NotAYear(typed)) => typed.clone(),
        _ => profile.year.map(|year| year.to_string()).unwrap_or_default(),
    };
    let json = encode_uri_component(&profile.to_json());
    let address = ["data:application/json,", &String::from(json)].concat();
    let choose = Callback::from(|_: MouseEvent| dom::click("settings-file"));
    let changed = *profile != Profile::default();
    html! {
        <section class="settings" id="settings" aria-labelledby="settings-heading">
            <h3 id="settings-heading">{ review.settings }</h3>
            <div class="settings-fields">
                <label for="given-year">{ review.year }</label>
                <input
                    id="given-year"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder={review.year_as_printed}
                    value={typed}
                    aria-describedby="settings-fault"
                    onchange={year_given}
                />
                <label for="issuer-kind">{ review.issuer }</label>
                <select id="issuer-kind" onchange={kind_chosen}>
                    <option selected={profile.issuer_kind.is_none()}>{ review.issuer_by_name }</option>
                    { for ISSUER_KINDS.iter().zip(review.issuer_kinds).map(|(kind, name)| html! {
                        <option selected={profile.issuer_kind == Some(*kind)}>{ name }</option>
                    }) }
                </select>
            </div>
            <p class="correction-fault" id="settings-fault" role="alert">
                { fault.as_ref().map(review.fault) }
            </p>
            <p class="settings-actions">
                <a class="link" id="save-settings" download={review.file_name} href={address}>{ review.save }</a>
                <button type="button" id="load-settings" onclick={choose}>{ review.load }</button>
                <input type="file" id="settings-file" hidden=true aria-label={review.load} onchange={file_chosen} />
                if changed {
                    <button
                        type="button"
                        id="reset-settings"
                        onclick={deciding(dispatch, Decision::Profiled(Profile::default()), &["#given-year"])}
                    >
                        { review.reset }
                    </button>
                }
            </p>
            <p class="unread-note">{ review.settings_note }</p>
        </section>
    }
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
