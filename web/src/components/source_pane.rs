//! The left side: the pasted text with what can be done to it.

use std::rc::Rc;

use gouji_json::Utf16Range;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, TargetCast as _};

use super::part::{Own, Part, part};
use super::source_editor::{SourceEditor, SourceEditorProps};
use super::{Dispatch, acting_then};
use crate::dom;
use crate::element::{Attr, Element, button, element, section};
use crate::examples::Example;
use crate::intake::Intake;
use crate::source::{MarkedPlace, MarksByLine, SourceText, Strength, TextChange, mark_lines};
use crate::state::{Action, Present, State};
use crate::words::{ExampleWords, Words};

#[derive(PartialEq)]
pub(crate) struct SourcePaneProps {
    pub(crate) state: Present,
    pub(crate) intake: Intake,
    /// Whether the text can be read and not changed.
    pub(crate) readonly: bool,
    pub(crate) dispatch: Dispatch,
}

/// The pane, with what is made of the text only when that changes.
pub(crate) struct SourcePane {
    source: Rc<SourceText>,
    marks: Rc<MarksByLine>,
    characters: u32,
}

impl Part for SourcePane {
    type Shown = SourcePaneProps;
    type Message = ();

    fn create(shown: &SourcePaneProps) -> Self {
        let state = &shown.state;
        let source = Rc::new(SourceText::new(Rc::clone(&state.text)));
        let marks = Rc::new(mark_lines(&source, &places(state)));
        Self { source, marks, characters: characters(&state.text) }
    }

    fn change(&mut self, shown: &SourcePaneProps, before: &SourcePaneProps) {
        let (old, state) = (&before.state, &shown.state);
        if old.text != state.text {
            self.source = Rc::new(SourceText::new(Rc::clone(&state.text)));
            self.characters = characters(&state.text);
        }
        if !are_marked_alike(old, state) {
            self.marks = Rc::new(mark_lines(&self.source, &places(state)));
        }
    }

    fn draw(&self, shown: &SourcePaneProps, _: Own<Self>) -> Html {
        let SourcePaneProps { state, intake, readonly, dispatch } = shown;
        let words = Words::of(state.lang);
        let is_empty = state.text.is_empty();
        let size = (!is_empty).then(|| {
            let size = (words.source_size)(self.source.line_count(), self.characters);
            element("span.source-size").string(size)
        });
        let editor = SourceEditorProps {
            source: Rc::clone(&self.source),
            marks: Rc::clone(&self.marks),
            replacements: state.replacements,
            jump: state.jump,
            lang: state.lang,
            readonly: *readonly,
            intake: intake.clone(),
            dispatch: dispatch.clone(),
        };
        let foot = (!is_empty && !readonly).then(|| {
            let label = element("span.pane-foot-label").set(Attr::AriaHidden, "true").text(words.examples);
            let foot = element("div.pane-foot").set(Attr::Role, "group").set(Attr::AriaLabel, words.examples);
            with_examples(foot.child(label), false, words, dispatch)
        });
        let head = element("div.pane-head")
            .text_in("h2#source-heading", words.source)
            .maybe(size)
            .maybe((!readonly).then(|| actions(is_empty, words, intake, dispatch)));
        section("section.pane source-pane")
            .set(Attr::AriaLabelledBy, "source-heading")
            .child(head)
            .html(part::<SourceEditor>(editor, None))
            .maybe(foot)
            .into()
    }
}

/// The three texts to start with.
pub(crate) fn with_examples(
    mut holder: Element,
    with_explanation: bool,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    for example in Example::ALL {
        let ExampleWords { name, what } = match example {
            Example::Consistent => &words.example_consistent,
            Example::Faulty => &words.example_faulty,
            Example::Blank => &words.example_blank,
        };
        let load = acting_then(dispatch, Action::ExampleLoaded(example), &["#results"]);
        holder = holder.child(
            button("button.example")
                .set(Attr::Id, example.id())
                .on_click(load)
                .text_in("span.example-name", name)
                .maybe(with_explanation.then(|| element("span.example-what").text(what))),
        );
    }
    holder
}

fn characters(text: &str) -> u32 {
    let characters = text.chars().filter(|character| !character.is_whitespace()).count();
    u32::try_from(characters).unwrap_or(u32::MAX)
}

/// What can be done to the text: a file chosen, the text cleared.
fn actions(is_empty: bool, words: &Words, intake: &Intake, dispatch: &Dispatch) -> Element {
    let intake = intake.clone();
    let chosen = Callback::from(move |event: Event| {
        let Some(picker) = event.target_dyn_into::<HtmlInputElement>() else { return };
        if let Some(file) = picker.files().and_then(|files| files.get(0)) {
            intake.read(file, false);
        }
        // The same file can be chosen again.
        picker.set_value("");
    });
    let picker = element("input#file")
        .set(Attr::Type, "file")
        .flag(Attr::Hidden, true)
        .set(Attr::AriaLabel, words.choose_file)
        .on("change", chosen);
    let choose = Callback::from(|_: Event| dom::click("file"));
    let clear = (!is_empty).then(|| {
        let clear = acting_then(dispatch, Action::Cleared, &["#source"]);
        button("button#clear").on_click(clear).text(words.clear)
    });
    element("span.pane-actions")
        .child(button("button#choose-file").on_click(choose).text(words.choose_file))
        .child(picker)
        .maybe(clear)
}

/// Whether the parts of the state that bear on the marks are the same.
fn are_marked_alike(one: &State, other: &State) -> bool {
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
