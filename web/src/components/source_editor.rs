//! The editor: a textarea over lines that carry the numbers and the marks.
//!
//! Both lie in one scroller and wrap alike, so nothing has to be measured or
//! kept in step. The textarea belongs to the person: it is written to only when
//! the page replaces the whole text, so that undo and input methods work.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gouji_json::Lang;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, Event, HtmlTextAreaElement, InputEvent};
use yew::{Callback, Html, NodeRef, TargetCast as _};

use super::part::{Own, Part, part};
use super::source_line::{SourceLine, SourceLineProps};
use super::{Dispatch, list};
use crate::dom::{self, Placement};
use crate::element::{Attr, element, nothing};
use crate::intake::{Intake, is_for_the_page};
use crate::paste::Paste;
use crate::source::{LineMarks, MarksByLine, SourceText};
use crate::state::{Action, Jump, Urgency};
use crate::words::Words;

/// Texts with more lines or bytes than this are shown plain: laying out every
/// line twice would make typing slow. A report has about two hundred lines.
const MOST_LINES: usize = 4_000;
const MOST_BYTES: usize = 200_000;

/// How long a new text is shown without the strokes at its tabs, in
/// milliseconds. They are a thousand small elements, and the result of the
/// check shall not wait for them.
const WITHOUT_STROKES: u32 = 250;

#[derive(PartialEq)]
pub(crate) struct SourceEditorProps {
    pub(crate) source: Rc<SourceText>,
    pub(crate) marks: Rc<MarksByLine>,
    pub(crate) replacements: u32,
    pub(crate) jump: Option<Jump>,
    pub(crate) lang: Lang,
    pub(crate) readonly: bool,
    pub(crate) intake: Intake,
    pub(crate) dispatch: Dispatch,
}

/// The editor. It hears whether tabs are drawn as strokes.
pub(crate) struct SourceEditor {
    textarea: NodeRef,
    scroller: NodeRef,
    backdrop: NodeRef,
    strokes: bool,
    /// When the strokes are drawn.
    strokes_later: Option<Timeout>,
    /// The replacement that stands in the textarea, and the jump that was made.
    replaced: Option<u32>,
    jumped: Option<Jump>,
    listeners: Vec<EventListener>,
}

impl Part for SourceEditor {
    type Shown = SourceEditorProps;
    type Message = bool;

    fn create(_: &SourceEditorProps) -> Self {
        Self {
            textarea: NodeRef::default(),
            scroller: NodeRef::default(),
            backdrop: NodeRef::default(),
            strokes: false,
            strokes_later: None,
            replaced: None,
            jumped: None,
            listeners: Vec::new(),
        }
    }

    fn hear(&mut self, _: &SourceEditorProps, strokes: bool) -> bool {
        let changes = self.strokes != strokes;
        if changes {
            self.strokes = strokes;
            self.strokes_later = None;
        }
        changes
    }

    fn draw(&self, shown: &SourceEditorProps, own: Own<Self>) -> Html {
        let SourceEditorProps { source, marks, lang, readonly, dispatch, .. } = shown;
        let words = Words::of(*lang);
        let plain = source.line_count() > MOST_LINES || source.text().len() > MOST_BYTES;
        let backdrop = (!plain).then(|| {
            let mut backdrop = element("div.source-backdrop")
                .set(Attr::AriaHidden, "true")
                .set(Attr::Lang, "zh-CN")
                .node_ref(&self.backdrop);
            for index in 0..source.line_count() {
                let text = source.line(index).into();
                let line = SourceLineProps { text, marks: marks_of(marks, index), strokes: self.strokes };
                backdrop = backdrop.html(part::<SourceLine>(line, None));
            }
            backdrop
        });
        let dispatch = dispatch.clone();
        let on_input = Callback::from(move |event: Event| take_input(&event, &own, &dispatch));
        // `spellcheck` would send the text to a server in some browsers.
        let textarea = element("textarea#source.source-text")
            .node_ref(&self.textarea)
            .set(Attr::Lang, "zh-CN")
            .set(Attr::AriaLabel, words.source_label)
            .set(Attr::Placeholder, words.source_placeholder)
            .set(Attr::Spellcheck, "false")
            .set(Attr::Autocomplete, "off")
            .set(Attr::Autocapitalize, "off")
            .set(Attr::Autocorrect, "off")
            .set(Attr::Translate, "no")
            .set(Attr::DataGramm, "false")
            .flag(Attr::ReadOnly, *readonly)
            .on("input", on_input);
        let margin = match source.line_count() {
            0..1_000 => "margin-3",
            1_000..10_000 => "margin-4",
            _ => "margin-5",
        };
        let sheet = element("div.source-sheet").class(margin).maybe(backdrop).child(textarea);
        let note = element("p#source-plain.source-plain").text(words.source_plain);
        let scroller = element("div.source-scroller").class_when(plain, "plain").node_ref(&self.scroller);
        let note = plain.then_some(note).map_or_else(nothing, Html::from);
        list(vec![note, scroller.child(sheet).into()])
    }

    fn change(&mut self, shown: &SourceEditorProps, before: &SourceEditorProps) {
        if shown.replacements != before.replacements {
            self.strokes_later = None;
        }
    }

    fn drawn(&mut self, shown: &SourceEditorProps, own: Own<Self>, is_first: bool) {
        if !self.strokes && self.strokes_later.is_none() {
            let editor = own.clone();
            self.strokes_later = Some(Timeout::new(WITHOUT_STROKES, move || editor.tell(true)));
        }
        let Some(textarea) = self.textarea.cast::<HtmlTextAreaElement>() else { return };
        if self.replaced != Some(shown.replacements) {
            self.replaced = Some(shown.replacements);
            // A person may have been faster than the first drawing.
            if !(is_first && shown.source.text().is_empty()) {
                textarea.set_value(shown.source.text());
            }
        }
        if self.jumped != shown.jump {
            self.jumped = shown.jump;
            self.follow_jump(&textarea, &shown.source);
        }
        if is_first {
            self.listeners = listeners(&textarea, shown, own);
        }
    }
}

impl SourceEditor {
    fn follow_jump(&self, textarea: &HtmlTextAreaElement, source: &SourceText) {
        let (Some(jump), Some(scroller)) = (self.jumped, self.scroller.cast::<Element>()) else { return };
        dom::bring_into_window(&scroller);
        // Whoever goes on typing goes on there.
        let _selected = textarea.set_selection_range(jump.range[0], jump.range[1]);
        let line = source.line_of(jump.range[0]);
        match self.backdrop.cast::<Element>() {
            Some(backdrop) => show_place(&scroller, &backdrop, line),
            None => show_line(textarea, line, source.line_count()),
        }
    }
}

/// What Yew has no event for, or hears too late.
fn listeners(
    textarea: &HtmlTextAreaElement,
    shown: &SourceEditorProps,
    own: Own<SourceEditor>,
) -> Vec<EventListener> {
    let dispatch = shown.dispatch.clone();
    let field = textarea.clone();
    // The letters of an input method are not checked before they are words.
    let composed = EventListener::new(textarea, "compositionend", move |_| {
        dispatch.dispatch(Action::Edited(field.value().into(), Urgency::WhenTypingPauses));
    });
    let (dispatch, intake) = (shown.dispatch.clone(), shown.intake.clone());
    let field = textarea.clone();
    let active = EventListenerOptions::enable_prevent_default();
    let pasted = EventListener::new_with_options(textarea, "paste", active, move |event| {
        if field.read_only() {
            return;
        }
        if let Some((text, paste)) = take_paste(event, &field, &intake) {
            own.tell(false);
            dispatch.dispatch(Action::Pasted(text, paste));
        }
    });
    vec![composed, pasted]
}

fn take_input(event: &Event, own: &Own<SourceEditor>, dispatch: &Dispatch) {
    // What the page types itself is already known.
    if dom::is_typing() {
        return;
    }
    let Some(textarea) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
    // Programs that fill in fields tell it with an event that says no more.
    let typed = event.dyn_ref::<InputEvent>();
    let is_pasted =
        typed.is_none_or(|event| matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop"));
    if is_pasted {
        own.tell(false);
    }
    let urgency = if typed.is_some_and(InputEvent::is_composing) {
        Urgency::NotYet
    } else if is_pasted {
        Urgency::AtOnce
    } else {
        Urgency::WhenTypingPauses
    };
    dispatch.dispatch(Action::Edited(textarea.value().into(), urgency));
}

/// Types what was pasted with its cells into the field, and gives the text with
/// it. Files go their own way; everything else is left to the browser.
fn take_paste(event: &Event, field: &HtmlTextAreaElement, intake: &Intake) -> Option<(Rc<str>, Paste)> {
    let clipboard = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let paste = Paste::of(&clipboard, field);
    // Programs put a picture of what was copied beside its text.
    let is_file =
        || clipboard.get_data("text/plain").unwrap_or_default().is_empty() && is_for_the_page(&clipboard);
    if paste.is_some() {
        event.prevent_default();
    } else if is_file() {
        event.prevent_default();
        intake.take(&clipboard);
    }
    paste.map(|paste| (paste.put_into(field), paste))
}

fn marks_of(marks: &MarksByLine, line: usize) -> Option<Rc<LineMarks>> {
    let place = marks.binary_search_by_key(&line, |(line, _)| *line).ok()?;
    marks.get(place).map(|(_, marks)| Rc::clone(marks))
}

/// Scrolls to the selected mark in `line`, or to the line.
fn show_place(scroller: &Element, backdrop: &Element, line: usize) {
    let Some(line) = u32::try_from(line).ok().and_then(|line| backdrop.children().item(line)) else { return };
    let mark = line.query_selector(".selected").ok().flatten();
    dom::scroll_within(scroller, mark.as_ref().unwrap_or(&line), Placement::UpperFifth);
}

/// Without a backdrop no line has a known place: go by its share of the text.
fn show_line(textarea: &HtmlTextAreaElement, line: usize, lines: usize) {
    let (Ok(line), Ok(lines)) = (i64::try_from(line), i64::try_from(lines.max(1))) else { return };
    let top = i64::from(textarea.scroll_height()) * line / lines - i64::from(textarea.client_height()) / 5;
    textarea.unchecked_ref::<Element>().set_scroll_top(i32::try_from(top.max(0)).unwrap_or(0));
}
