//! One rule in the catalogue: a line, and while it is open its explanation and
//! the weight it is given.

use gouji::rules::Rule;
use gouji_json::{Lang, Level, Severity};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Dispatch;
use super::severity_badge::severity_badge;
use crate::catalogue::Explanation;
use crate::decisions::Decision;
use crate::state::{Action, State};
use crate::words::Words;

/// What a rule finds, in a few words.
pub(super) fn title_of(rule: &Rule, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => rule.title.chinese,
        Lang::En => rule.title.english,
    }
}

pub(super) fn rule_entry(
    rule: &'static Rule,
    explanation: Option<&Explanation>,
    open: bool,
    state: &State,
    dispatch: &Dispatch,
) -> Html {
    let words = Words::of(state.lang);
    let given = state.decided.level(rule.code);
    let severity = match given {
        Some(Level::Error) => Some(Severity::Error),
        Some(Level::Warning) => Some(Severity::Warning),
        Some(Level::Info) => Some(Severity::Info),
        Some(Level::Off) => None,
        None => Some(own_severity(rule)),
    };
    html! {
        <li key={rule.code} id={rule.code} class={classes!("rule", open.then_some("open"))}>
            <a
                class="rule-head"
                href={if open { "#rules".to_owned() } else { ["#", rule.code].concat() }}
                aria-expanded={open.to_string()}
            >
                <span class="rule-code">{ rule.code }</span>
                <span class="rule-title">{ title_of(rule, state.lang) }</span>
                if let Some(severity) = severity {
                    { severity_badge(severity, words) }
                } else {
                    <span class="rule-off">{ words.review.off }</span>
                }
            </a>
            if open {
                { told(rule, explanation, state.lang, words) }
                { level_select(rule, given, words, dispatch) }
            }
        </li>
    }
}

fn own_severity(rule: &Rule) -> Severity {
    match rule.severity {
        gouji::Severity::Error => Severity::Error,
        gouji::Severity::Warning => Severity::Warning,
        gouji::Severity::Info => Severity::Info,
    }
}

fn told(rule: &Rule, explanation: Option<&Explanation>, lang: Lang, words: &Words) -> Html {
    let review = words.review;
    let basis = match lang {
        Lang::Zh => rule.basis.chinese,
        Lang::En => rule.basis.english,
    };
    let untold = Explanation::default();
    let explained = explanation.unwrap_or(&untold);
    let parts: [(&str, &str); 5] = [
        (review.finds, &explained.finds),
        (review.why, &explained.why),
        (words.basis, basis),
        (review.example, &explained.example),
        (review.leaves_out, &explained.leaves_out),
    ];
    html! {
        <>
        <dl class="finding-reason">
            { for parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| html! {
                <div><dt>{ name.to_owned() }</dt><dd>{ text.to_owned() }</dd></div>
            }) }
        </dl>
        if explanation.is_none() {
            <p class="nothing">{ review.not_explained }</p>
        }
        </>
    }
}

fn level_select(rule: &'static Rule, given: Option<Level>, words: &Words, dispatch: &Dispatch) -> Html {
    let (review, code) = (words.review, rule.code);
    let choices: [(&str, String, Option<Level>); 5] = [
        ("own", (review.own_level)((words.severity)(own_severity(rule))), None),
        ("off", review.off.to_owned(), Some(Level::Off)),
        ("error", (words.severity)(Severity::Error).to_owned(), Some(Level::Error)),
        ("warning", (words.severity)(Severity::Warning).to_owned(), Some(Level::Warning)),
        ("info", (words.severity)(Severity::Info).to_owned(), Some(Level::Info)),
    ];
    let chosen = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let level = Level::of_word(&select.value());
            dispatch.dispatch(Action::Decided(Decision::Weighed(code, level)));
        })
    };
    let id = ["level-", code].concat();
    html! {
        <p class="rule-level">
            <label for={id.clone()}>{ review.level }</label>
            <select {id} onchange={chosen}>
                { for choices.into_iter().map(|(value, name, level)| html! {
                    <option {value} selected={level == given}>{ name }</option>
                }) }
            </select>
        </p>
    }
}
