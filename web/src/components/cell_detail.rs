//! The panel of a cell: what is printed, another value to try, every relation
//! it takes part in with all addends, and what was found about it.

use gouji::form::CellId;
use gouji_json::{Cell, CellCorrection, CellReading, Lang};
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::Dispatch;
use super::severity_badge::severity_badge;
use crate::dom;
use crate::report::{
    Addend, CorrectionFault, RelationShown, RelationStanding, ReportView, cell_name, number_kind,
    parse_correction, printed_number, relations_of_cell, table_spec,
};
use crate::source::SourceText;
use crate::state::Action;
use crate::words::Words;

pub(crate) fn cell_detail(id: CellId, view: &ReportView, lang: Lang, dispatch: &Dispatch) -> Html {
    let words = Words::of(lang);
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            dispatch.dispatch(Action::CellClosed);
            // The focus goes back to where the panel was opened from.
            dom::focus_first(&format!("[data-cell='{id}'] button"));
        })
    };
    let on_key = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                close.emit(());
            }
        })
    };
    let relations = relations_of_cell(view, id);
    let findings = view.findings_of_cell(id);
    html! {
        <section class="cell-detail" id="cell-detail" aria-labelledby="cell-heading" data-of={id.to_string()} onkeydown={on_key}>
            <div class="section-head">
                <h3 id="cell-heading">
                    <span class="for-screen-readers">{ words.cell_detail }{ "：" }</span>
                    <span lang="zh-CN">{ cell_name(id) }</span>
                </h3>
                <button type="button" class="quiet" id="close-cell" onclick={close.reform(|_: MouseEvent| ())}>
                    { words.close }
                </button>
            </div>
            if let Some(cell) = view.cell(id) {
                { printed(view, cell, id, words, dispatch) }
                <CorrectionForm
                    key={id.to_string()}
                    cell={id}
                    printed={AttrValue::from(cell.raw.clone())}
                    shown={AttrValue::from(shown_as_printed(cell, words).to_owned())}
                    corrected={cell.corrected.as_ref().map(printed_number)}
                    next={next_unread(view, cell, id)}
                    lang={lang}
                    dispatch={dispatch.clone()}
                />
            } else {
                <p>{ words.cell_missing }</p>
            }
            <h4>{ words.relations_of_cell }</h4>
            if relations.is_empty() {
                <p class="nothing">{ words.no_relations }</p>
            } else {
                <ul class="relations">
                    { for relations.iter().map(|relation| written_out(relation, id, words, dispatch)) }
                </ul>
            }
            if !findings.is_empty() {
                <h4>{ words.findings_of_cell }</h4>
                <ul class="cell-findings">
                    { for findings.into_iter().filter_map(|index| {
                        let finding = view.report.findings.get(index)?;
                        let dispatch = dispatch.clone();
                        let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::FindingChosen(index)));
                        Some(html! {
                            <li key={index}>
                                <button type="button" class="cell-finding" onclick={choose}>
                                    { severity_badge(finding.severity, words) }
                                    <span>{ &finding.message }</span>
                                </button>
                            </li>
                        })
                    }) }
                </ul>
            }
        </section>
    }
}

/// What stands in the text, or in words why nothing does.
pub(super) fn shown_as_printed<'a>(cell: &'a Cell, words: &Words) -> &'a str {
    match cell.reading {
        CellReading::Unread => words.unread_cell,
        _ if cell.raw.is_empty() => words.blank,
        _ => &cell.raw,
    }
}

fn printed(view: &ReportView, cell: &Cell, id: CellId, words: &Words, dispatch: &Dispatch) -> Html {
    let line = 1 + SourceText::line_of_text(&view.text, cell.range[0]);
    let dispatch = dispatch.clone();
    let show = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CellChosen(id)));
    let remark = (words.cell_reading)(cell.reading);
    html! {
        <p class="printed">
            { words.printed }{ " " }
            if !cell.raw.is_empty() {
                <span class="printed-value">{ &cell.raw }</span>
            } else if cell.reading != CellReading::Unread {
                <span class="printed-value">{ words.blank }</span>
            }
            if let Some(remark) = remark {
                <span class="printed-note">{ remark }</span>
            }
            <button type="button" class="place" onclick={show}>
                { words.show_in_source }{ "（" }{ (words.line)(line) }{ "）" }
            </button>
        </p>
    }
}

/// The next cell that could not be read and has no number yet, so that a whole
/// table can be filled in without leaving the field.
fn next_unread(view: &ReportView, cell: &Cell, id: CellId) -> Option<CellId> {
    if cell.reading != CellReading::Unread {
        return None;
    }
    let (_, table, _) = view.tables.iter().find(|(table, _, _)| *table == id.table)?;
    let spec = table_spec(id.table, table.layout)?;
    let is_open = |other: &CellId| {
        let cell = view.cell(*other);
        cell.is_some_and(|cell| cell.reading == CellReading::Unread && cell.corrected.is_none())
    };
    let after = spec.cells().skip_while(|other| *other != id).skip(1);
    after.chain(spec.cells()).find(|other| *other != id && is_open(other))
}

#[derive(Properties, PartialEq)]
struct CorrectionFormProps {
    cell: CellId,
    printed: AttrValue,
    /// The same as it is shown.
    shown: AttrValue,
    corrected: Option<String>,
    /// Where to go on once this cell has its number.
    next: Option<CellId>,
    lang: Lang,
    dispatch: Dispatch,
}

/// Where another value is typed. The text is not touched by it.
#[component]
fn CorrectionForm(props: &CorrectionFormProps) -> Html {
    let words = Words::of(props.lang);
    let input = use_node_ref();
    let fault = use_state(|| None::<CorrectionFault>);
    let submit = {
        let (input, fault) = (input.clone(), fault.clone());
        let (dispatch, cell, printed) = (props.dispatch.clone(), props.cell, props.printed.clone());
        let next = props.next;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            match parse_correction(&input.value(), number_kind(cell)) {
                Ok(value) => {
                    fault.set(None);
                    let (cell, printed) = (cell.to_string(), printed.to_string());
                    dispatch.dispatch(Action::Corrected(CellCorrection { cell, printed, value }));
                    if let Some(next) = next {
                        dispatch.dispatch(Action::CellChosen(next));
                        dom::focus_after_redraw(&["#correction"]);
                    }
                }
                Err(reason) => {
                    fault.set(Some(reason));
                    let _focused = input.focus();
                }
            }
        })
    };
    let restore = {
        let (dispatch, cell) = (props.dispatch.clone(), props.cell.to_string());
        let (input, fault) = (input.clone(), fault.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value("");
                // The button that was pressed goes away; the focus must not go with it.
                let _focused = input.focus();
            }
            fault.set(None);
            dispatch.dispatch(Action::CorrectionRestored(cell.clone()));
        })
    };
    html! {
        <form class="correction-form" onsubmit={submit} novalidate=true>
            <label for="correction">{ words.change_to }</label>
            <input
                id="correction"
                ref={input}
                type="text"
                inputmode="decimal"
                autocomplete="off"
                spellcheck="false"
                aria-describedby={if fault.is_some() { "correction-fault correction-note" } else { "correction-note" }}
                aria-invalid={fault.is_some().then_some("true")}
            />
            <button type="submit" id="apply-correction">{ words.apply }</button>
            if let Some(value) = &props.corrected {
                <span class="correction-values">
                    <s>{ &props.shown }</s>
                    { " → " }
                    <ins>{ value }</ins>
                </span>
                <button type="button" class="quiet" id="restore" onclick={restore}>{ words.restore }</button>
            }
            <span class="correction-note" id="correction-note">{ words.apply_note }</span>
            <p class="correction-fault" id="correction-fault" role="alert">
                { fault.map(words.correction_fault) }
            </p>
        </form>
    }
}

/// A relation with every addend, each a way to its cell.
fn written_out(relation: &RelationShown, here: CellId, words: &Words, dispatch: &Dispatch) -> Html {
    let (class, sign, standing) = match relation.standing {
        RelationStanding::Holds => ("holds", "✓", words.holds),
        RelationStanding::Fails => ("fails", "✕", words.fails),
        RelationStanding::Unchecked => ("unchecked", "–", words.unchecked),
    };
    let equals = match relation.standing {
        RelationStanding::Holds => "=",
        RelationStanding::Fails => "≠",
        RelationStanding::Unchecked => "?",
    };
    let side = |addends: &[Addend]| -> Html {
        let addends = addends.iter().enumerate().map(|(index, addend)| {
            let (dispatch, cell) = (dispatch.clone(), addend.cell);
            let choose = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::CellChosen(cell)));
            let value = addend.value.map_or_else(|| words.blank.to_owned(), |value| value.to_string());
            let name = cell_name(cell);
            html! {
                <>
                <span class="term">
                    if index > 0 {
                        { "+ " }
                    }
                    <button
                        type="button"
                        class={classes!("addend", (cell == here).then_some("here"), addend.value.is_none().then_some("no-value"))}
                        title={name.clone()}
                        aria-label={format!("{value}，{name}")}
                        data-addend={cell.to_string()}
                        onclick={choose}
                    >
                        { value }
                    </button>
                </span>
                // Between the terms a long sum may go on in the next line.
                { " " }
                </>
            }
        });
        html! { <>{ for addends }</> }
    };
    // A sum of one is its own result, and one that agrees needs no saying twice.
    let agrees = relation.standing == RelationStanding::Holds && relation.right.len() == 1;
    let result = |addends: &[Addend], sum: Option<i64>| -> Html {
        match sum {
            Some(sum) if addends.len() > 1 && !agrees => {
                html! { <span class="sum">{ "= " }{ sum }{ " " }</span> }
            }
            _ => html! {},
        }
    };
    let backwards = relation.right.len() > 1;
    html! {
        <li class={classes!("relation", class)} data-standing={class}>
            <p class="relation-name">
                <span class="relation-sign" aria-hidden="true">{ sign }</span>
                <span class="relation-standing">{ standing }</span>
                { (words.relation)(relation.kind) }
            </p>
            <p class="equation">
                { side(&relation.left) }
                { result(&relation.left, relation.left_sum) }
                <span class="equals">{ equals }{ " " }</span>
                if backwards && relation.standing != RelationStanding::Unchecked {
                    <span class="sum">{ relation.right_sum }{ " = " }</span>
                }
                { side(&relation.right) }
            </p>
        </li>
    }
}
