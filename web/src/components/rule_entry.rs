//! One rule in the catalogue: a line, and while it is open its explanation and
//! the weight it is given.

use gouji::rules::Rule;
use gouji_json::{Lang, Level, Severity};
use web_sys::{Event, HtmlSelectElement};
use yew::{Callback, TargetCast as _};

use super::Dispatch;
use super::findings::named;
use super::severity_badge::severity_badge;
use crate::catalogue::Explanation;
use crate::decisions::Decision;
use crate::element::{Attr, Element, element};
use crate::state::{Action, State};
use crate::words::Words;

/// What a rule finds, in a few words.
pub(super) fn title_of(rule: &Rule, lang: Lang) -> &'static str {
    rule.title.in_language(lang.into())
}

pub(super) fn rule_entry(
    rule: &'static Rule,
    explanation: Option<&Explanation>,
    open: bool,
    state: &State,
    dispatch: &Dispatch,
) -> Element {
    let words = Words::of(state.lang);
    let given = state.decided.level(rule.code);
    let severity = match given {
        Some(Level::Error) => Some(Severity::Error),
        Some(Level::Warning) => Some(Severity::Warning),
        Some(Level::Info) => Some(Severity::Info),
        Some(Level::Off) => None,
        None => Some(own_severity(rule)),
    };
    let href = if open { "#rules".to_owned() } else { ["#", rule.code].concat() };
    let head = element("a.rule-head")
        .set_string(Attr::Href, href)
        .set_bool(Attr::AriaExpanded, open)
        .text_in("span.rule-code", rule.code)
        .text_in("span.rule-title", title_of(rule, state.lang))
        .child(match severity {
            Some(severity) => severity_badge(severity, words),
            None => element("span.rule-off").text(words.review.off),
        });
    let entry =
        element("li.rule").key(rule.code).set(Attr::Id, rule.code).class_when(open, "open").child(head);
    if !open {
        return entry;
    }
    let untold = explanation.is_none().then(|| element("p.nothing").text(words.review.not_explained));
    entry
        .child(told(rule, explanation, state.lang, words))
        .maybe(untold)
        .child(level_select(rule, given, words, dispatch))
}

fn own_severity(rule: &Rule) -> Severity {
    match rule.severity {
        gouji::Severity::Error => Severity::Error,
        gouji::Severity::Warning => Severity::Warning,
        gouji::Severity::Info => Severity::Info,
    }
}

fn told(rule: &Rule, explanation: Option<&Explanation>, lang: Lang, words: &Words) -> Element {
    let review = words.review;
    let untold = Explanation::default();
    let explained = explanation.unwrap_or(&untold);
    let mut list = element("dl.finding-reason");
    for (name, text) in [
        (review.finds, &*explained.finds),
        (review.why, &explained.why),
        (words.basis, rule.basis.in_language(lang.into())),
        (review.example, &explained.example),
        (review.leaves_out, &explained.leaves_out),
    ] {
        list = list.maybe(named(name, text));
    }
    list
}

fn level_select(rule: &'static Rule, given: Option<Level>, words: &Words, dispatch: &Dispatch) -> Element {
    let (review, code) = (words.review, rule.code);
    let chosen = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let level = Level::of_word(&select.value());
            dispatch.dispatch(Action::Decided(Decision::Weighed(code, level)));
        })
    };
    let id = ["level-", code].concat();
    let mut select = element("select").set(Attr::Id, &id).on("change", chosen);
    for (value, name, level) in [
        ("own", &*(review.own_level)((words.severity)(own_severity(rule))), None),
        ("off", review.off, Some(Level::Off)),
        ("error", (words.severity)(Severity::Error), Some(Level::Error)),
        ("warning", (words.severity)(Severity::Warning), Some(Level::Warning)),
        ("info", (words.severity)(Severity::Info), Some(Level::Info)),
    ] {
        let choice =
            element("option").set(Attr::Value, value).flag(Attr::Selected, level == given).text(name);
        select = select.child(choice);
    }
    element("p.rule-level").child(element("label").set(Attr::For, &id).text(review.level)).child(select)
}
