//! The left side: the pasted text with what can be done to it.

use std::rc::Rc;

use gouji_json::Utf16Range;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Dispatch;
use super::source_editor::SourceEditor;
use crate::dom;
use crate::examples::Example;
use crate::intake::Intake;
use crate::source::{MarkedPlace, SourceText, Strength, TextChange, mark_lines};
use crate::state::{Action, Present, State};
use crate::words::{ExampleWords, Words};

#[derive(Properties, PartialEq)]
pub(crate) struct SourcePaneProps {
    pub(crate) state: Present,
    pub(crate) intake: Intake,
    /// Whether the text can be read and not changed.
    pub(crate) readonly: bool,
    pub(crate) dispatch: Dispatch,
}

#[component]
pub(crate) fn SourcePane(props: &SourcePaneProps) -> Html {
    let state = &props.state;
    let words = Words::of(state.lang);
    let source = use_memo(Rc::clone(&state.text), |text| SourceText::new(Rc::clone(text)));
    let marks = {
        let source = Rc::clone(&source);
        use_memo(MarksOf(state.clone()), move |MarksOf(state)| mark_lines(&source, &places(state)))
    };
    let characters = use_memo(Rc::clone(&state.text), |text| {
        text.chars().filter(|character| !character.is_whitespace()).count()
    });
    let clear = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Cleared);
            dom::focus_after_redraw(&["#source"]);
        })
    };
    let choose = Callback::from(|_: MouseEvent| dom::click("file"));
    let chosen = {
        let intake = props.intake.clone();
        Callback::from(move |event: yew::Event| {
            let Some(picker) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(file) = picker.files().and_then(|files| files.get(0)) {
                intake.read(file, false);
            }
            // The same file can be chosen again.
            picker.set_value("");
        })
    };
    let is_empty = state.text.is_empty();
    html! {
        <section class="pane source-pane" aria-labelledby="source-heading">
            <div class="pane-head">
                <h2 id="source-heading">{ words.source }</h2>
                if !is_empty {
                    <span class="source-size">
                        { (words.source_size)(source.line_count(), u32::try_from(*characters).unwrap_or(u32::MAX)) }
                    </span>
                }
                if !props.readonly {
                <span class="pane-actions">
                    <button type="button" id="choose-file" onclick={choose}>{ words.choose_file }</button>
                    <input type="file" id="file" hidden=true aria-label={words.choose_file} onchange={chosen} />
                    if !is_empty {
                        <button type="button" id="clear" onclick={clear}>{ words.clear }</button>
                    }
                </span>
                }
            </div>
            <SourceEditor
                source={source}
                marks={marks}
                replacements={state.replacements}
                jump={state.jump}
                intake={props.intake.clone()}
                lang={state.lang}
                readonly={props.readonly}
                dispatch={props.dispatch.clone()}
            />
            if !is_empty && !props.readonly {
                <div class="pane-foot" role="group" aria-label={words.examples}>
                    <span class="pane-foot-label" aria-hidden="true">{ words.examples }</span>
                    { example_buttons(false, words, &props.dispatch) }
                </div>
            }
        </section>
    }
}

/// The parts of the state that bear on the marks.
struct MarksOf(Present);

impl PartialEq for MarksOf {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.0, &other.0);
        let same_answer = match (&one.shown, &other.shown) {
            (Some(one), Some(other)) => Rc::ptr_eq(&one.view, &other.view),
            (None, None) => true,
            _ => false,
        };
        same_answer
            && one.text == other.text
            && one.finding == other.finding
            && one.cell == other.cell
            && one.place == other.place
            && one.hidden == other.hidden
    }
}

/// Everything to be marked in the present text.
fn places(state: &State) -> Vec<MarkedPlace> {
    let Some(shown) = &state.shown else { return Vec::new() };
    let view = &shown.view;
    let change = TextChange::between(&view.text, &state.text);
    let now = |range: Utf16Range| change.map_or(Some(range), |change| change.carry(range));
    let mut places = Vec::new();
    let mut mark = |range, severity, strength| {
        if let Some(range) = now(range) {
            places.push(MarkedPlace { range, severity, strength });
        }
    };
    for index in state.visible_findings() {
        let finding = &view.report.findings[index];
        let selected = state.finding == Some(index);
        let strength = if selected { Strength::Selected } else { Strength::Plain };
        mark(finding.range, Some(finding.severity), strength);
        if selected {
            for label in &finding.labels {
                mark(label.range, Some(finding.severity), Strength::Related);
            }
            for &cell in view.cells_of_finding(index) {
                if let Some(cell) = view.cell(cell) {
                    mark(cell.range, Some(finding.severity), Strength::Related);
                }
            }
        }
    }
    if let Some(cell) = state.cell.and_then(|cell| view.cell(cell)) {
        mark(cell.range, None, Strength::Selected);
    }
    if let Some(place) = state.place {
        mark(place, None, Strength::Selected);
    }
    places
}

/// The three texts to start with.
pub(crate) fn example_buttons(with_explanation: bool, words: &Words, dispatch: &Dispatch) -> Html {
    let button = |example: Example| {
        let ExampleWords { name, what } = match example {
            Example::Consistent => &words.example_consistent,
            Example::Faulty => &words.example_faulty,
            Example::Blank => &words.example_blank,
        };
        let dispatch = dispatch.clone();
        let load = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ExampleLoaded(example));
            dom::focus_after_redraw(&["#results"]);
        });
        html! {
            <button type="button" key={example.id()} id={example.id()} class="example" onclick={load}>
                <span class="example-name">{ *name }</span>
                if with_explanation {
                    <span class="example-what">{ *what }</span>
                }
            </button>
        }
    };
    html! { <>{ for Example::ALL.map(button) }</> }
}
