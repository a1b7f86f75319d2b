//! The field of a cell's panel in which another value is typed.

use std::rc::Rc;

use gouji::form::CellId;
use gouji_json::{CellCorrection, Lang};
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, Html, NodeRef};

use super::Dispatch;
use super::part::{Own, Part};
use crate::dom;
use crate::element::{Attr, Element, button, element};
use crate::report::{CorrectionFault, number_kind, parse_correction};
use crate::state::Action;
use crate::words::Words;

#[derive(PartialEq)]
pub(crate) struct CorrectionFormProps {
    pub(crate) cell: CellId,
    pub(crate) printed: Rc<str>,
    /// The same as it is shown.
    pub(crate) shown: Rc<str>,
    pub(crate) corrected: Option<String>,
    /// Where to go on once this cell has its number.
    pub(crate) next: Option<CellId>,
    pub(crate) lang: Lang,
    pub(crate) dispatch: Dispatch,
}

/// What is pressed in the form.
pub(crate) enum Pressed {
    Apply,
    Restore,
}

/// Where another value is typed. The text is not touched by it.
pub(crate) struct CorrectionForm {
    input: NodeRef,
    fault: Option<CorrectionFault>,
}

impl Part for CorrectionForm {
    type Shown = CorrectionFormProps;
    type Message = Pressed;

    fn create(_: &CorrectionFormProps) -> Self {
        Self { input: NodeRef::default(), fault: None }
    }

    fn hear(&mut self, shown: &CorrectionFormProps, pressed: Pressed) -> bool {
        let Some(input) = self.input.cast::<HtmlInputElement>() else { return false };
        match pressed {
            Pressed::Apply => self.apply(&input, shown),
            Pressed::Restore => {
                let CorrectionFormProps { cell, dispatch, .. } = shown;
                input.set_value("");
                // The button that was pressed goes away; the focus must not go with it.
                let _focused = input.focus();
                self.fault = None;
                dispatch.dispatch(Action::CorrectionRestored(cell.to_string()));
            }
        }
        true
    }

    fn draw(&self, props: &CorrectionFormProps, own: Own<Self>) -> Html {
        let words = Words::of(props.lang);
        let applying = own.clone();
        let submit = Callback::from(move |event: Event| {
            event.prevent_default();
            applying.tell(Pressed::Apply);
        });
        let described = match self.fault {
            Some(_) => "correction-fault correction-note",
            None => "correction-note",
        };
        let input = element("input#correction")
            .node_ref(&self.input)
            .set(Attr::Type, "text")
            .set(Attr::InputMode, "decimal")
            .set(Attr::Autocomplete, "off")
            .set(Attr::Spellcheck, "false")
            .set(Attr::AriaDescribedBy, described)
            .set_when(self.fault.is_some(), Attr::AriaInvalid, "true");
        let apply = element("button#apply-correction").set(Attr::Type, "submit").text(words.apply);
        let fault = self.fault.map_or("", words.correction_fault);
        let fault = element("p#correction-fault.correction-fault").set(Attr::Role, "alert").text(fault);
        let restore = Callback::from(move |_: Event| own.tell(Pressed::Restore));
        let corrected = props.corrected.as_deref();
        element("form.correction-form")
            .flag(Attr::NoValidate, true)
            .on("submit", submit)
            .child(element("label").set(Attr::For, "correction").text(words.change_to))
            .child(input)
            .child(apply)
            .maybe(corrected.map(|value| values(&props.shown, value)))
            .maybe(corrected.map(|_| button("button#restore.quiet").on_click(restore).text(words.restore)))
            .text_in("span#correction-note.correction-note", words.apply_note)
            .child(fault)
            .into()
    }
}

impl CorrectionForm {
    fn apply(&mut self, input: &HtmlInputElement, props: &CorrectionFormProps) {
        match parse_correction(&input.value(), number_kind(props.cell)) {
            Ok(value) => {
                self.fault = None;
                let (cell, printed) = (props.cell.to_string(), props.printed.to_string());
                props.dispatch.dispatch(Action::Corrected(CellCorrection { cell, printed, value }));
                if let Some(next) = props.next {
                    props.dispatch.dispatch(Action::CellChosen(next));
                    dom::focus_after_redraw(&["#correction"]);
                }
            }
            Err(reason) => {
                self.fault = Some(reason);
                let _focused = input.focus();
            }
        }
    }
}

/// What is printed, and what counts instead.
fn values(shown: &str, corrected: &str) -> Element {
    element("span.correction-values").text_in("s", shown).text(" → ").text_in("ins", corrected)
}
