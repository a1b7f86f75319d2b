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
use web_sys::{ClipboardEvent, Element, Event, HtmlTextAreaElement};
use yew::prelude::*;

use super::Dispatch;
use super::source_line::SourceLine;
use crate::dom::{self, Placement};
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

#[derive(Properties, PartialEq)]
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

#[component]
pub(crate) fn SourceEditor(props: &SourceEditorProps) -> Html {
    let words = Words::of(props.lang);
    let textarea = use_node_ref();
    let scroller = use_node_ref();
    let backdrop = use_node_ref();
    let source = &props.source;
    let plain = source.line_count() > MOST_LINES || source.text().len() > MOST_BYTES;

    let strokes = use_state_eq(|| false);
    {
        let strokes = strokes.clone();
        use_effect_with((*strokes, props.replacements), move |&(shown, _)| {
            let later = (!shown).then(|| Timeout::new(WITHOUT_STROKES, move || strokes.set(true)));
            move || drop(later)
        });
    }
    {
        let (textarea, source) = (textarea.clone(), Rc::clone(source));
        use_effect_with(props.replacements, move |_| {
            if let Some(textarea) = textarea.cast::<HtmlTextAreaElement>() {
                textarea.set_value(source.text());
            }
        });
    }
    {
        let (textarea, scroller, backdrop) = (textarea.clone(), scroller.clone(), backdrop.clone());
        let source = Rc::clone(source);
        use_effect_with(props.jump, move |jump| {
            let (Some(jump), Some(textarea), Some(scroller)) =
                (*jump, textarea.cast::<HtmlTextAreaElement>(), scroller.cast::<Element>())
            else {
                return;
            };
            dom::bring_into_window(&scroller);
            // Whoever goes on typing goes on there.
            let _selected = textarea.set_selection_range(jump.range[0], jump.range[1]);
            let line = source.line_of(jump.range[0]);
            match backdrop.cast::<Element>() {
                Some(backdrop) => show_place(&scroller, &backdrop, line),
                None => show_line(&textarea, line, source.line_count()),
            }
        });
    }

    {
        let (textarea, strokes) = (textarea.clone(), strokes.setter());
        let (dispatch, intake) = (props.dispatch.clone(), props.intake.clone());
        use_effect_with((), move |()| {
            let listeners = textarea.cast::<HtmlTextAreaElement>().map(|field| {
                // The letters of an input method are not checked before they are
                // words; Yew has no event of its own for the end of a composition.
                let composed = {
                    let (field, dispatch) = (field.clone(), dispatch.clone());
                    EventListener::new(&field.clone(), "compositionend", move |_| {
                        dispatch.dispatch(Action::Edited(field.value().into(), Urgency::WhenTypingPauses));
                    })
                };
                let active = EventListenerOptions::enable_prevent_default();
                let pasted = EventListener::new_with_options(&field.clone(), "paste", active, move |event| {
                    if field.read_only() {
                        return;
                    }
                    if let Some((text, paste)) = take_paste(event, &field, &intake) {
                        strokes.set(false);
                        dispatch.dispatch(Action::Pasted(text, paste));
                    }
                });
                (composed, pasted)
            });
            move || drop(listeners)
        });
    }

    let on_input = {
        let (dispatch, strokes) = (props.dispatch.clone(), strokes.setter());
        Callback::from(move |event: InputEvent| {
            // What the page types itself is already known.
            if dom::is_typing() {
                return;
            }
            let Some(textarea) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            // Programs that fill in fields tell it with an event that says no more.
            let is_typed = event.is_instance_of::<web_sys::InputEvent>();
            let pasted =
                !is_typed || matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
            if pasted {
                strokes.set(false);
            }
            let urgency = if is_typed && event.is_composing() {
                Urgency::NotYet
            } else if pasted {
                Urgency::AtOnce
            } else {
                Urgency::WhenTypingPauses
            };
            dispatch.dispatch(Action::Edited(textarea.value().into(), urgency));
        })
    };
    let digits = source.line_count().to_string().len();
    let margin = match digits {
        0..=3 => "margin-3",
        4 => "margin-4",
        _ => "margin-5",
    };
    html! {
        <>
            if plain {
                <p class="source-plain" id="source-plain">{ words.source_plain }</p>
            }
            <div class={classes!("source-scroller", plain.then_some("plain"))} ref={scroller}>
                <div class={classes!("source-sheet", margin)}>
                    if !plain {
                        <div class="source-backdrop" aria-hidden="true" lang="zh-CN" ref={backdrop}>
                            { for (0..source.line_count()).map(|index| html! {
                                <SourceLine
                                    text={AttrValue::from(Rc::<str>::from(source.line(index)))}
                                    marks={marks_of(&props.marks, index)}
                                    strokes={*strokes}
                                />
                            }) }
                        </div>
                    }
                    // `spellcheck` would send the text to a server in some browsers.
                    <textarea
                        id="source"
                        class="source-text"
                        ref={textarea}
                        lang="zh-CN"
                        aria-label={words.source_label}
                        placeholder={words.source_placeholder}
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        autocorrect="off"
                        translate="no"
                        data-gramm="false"
                        readonly={props.readonly}
                        oninput={on_input}
                    />
                </div>
            </div>
        </>
    }
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
