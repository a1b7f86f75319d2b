//! The tables in their official shape, every number a way into the text.

use std::rc::Rc;

use gouji::form::{CellId, FormId, TableId};
use gouji_json::{Cell, CellCorrection, CellReading, FormName, Lang, Reading, Table};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::Dispatch;
use super::cell_detail::shown_as_printed;
use super::repairs::preview_notice;
use super::severity_badge::severity_class;
use super::table_keys::{Focus, begins_editing, cell_of, key_in_field, move_focus, typed};
use crate::dom::{self, Placement};
use crate::report::{
    CellMarks, DrawnBlock, DrawnTable, HeadCell, Preview, ReportView, cell_name, cells_of_claim, flag_of,
    preview_of, printed_number, table_spec,
};
use crate::state::{Action, State};
use crate::words::Words;

pub(crate) fn tables(state: &State, view: &Rc<ReportView>, words: &Words, dispatch: &Dispatch) -> Html {
    let of_finding: Vec<CellId> = match (state.finding, state.claim) {
        (Some(index), _) => view.cells_of_finding(index).to_vec(),
        (None, Some(claim)) => cells_of_claim(view, claim),
        (None, None) => Vec::new(),
    };
    let preview = state.repair_shown().and_then(|at| view.report.repairs.sets.get(at));
    let preview = preview.map_or_else(Preview::new, |set| preview_of(view, set));
    html! {
        <section class="tables" aria-labelledby="tables-heading">
            <div class="section-head"><h3 id="tables-heading">{ words.tables }</h3></div>
            if view.tables.is_empty() {
                <p class="nothing">{ words.no_tables }</p>
            } else {
                <p class="hint">{ words.tables_hint }</p>
                { legend(words) }
            }
            { preview_notice(state, words, dispatch) }
            { for view.tables.iter().map(|(id, table, marks)| html! {
                <TableView
                    key={id.as_str()}
                    id={TableKey(*id)}
                    table={Rc::clone(table)}
                    marks={Rc::clone(marks)}
                    selected={state.cell.filter(|cell| cell.table == *id)}
                    of_finding={of_finding.iter().copied().filter(|cell| cell.table == *id).collect::<Vec<_>>()}
                    preview={preview.iter().filter(|(cell, _)| cell.table == *id).cloned().collect::<Vec<_>>()}
                    form={view.report.form}
                    lang={state.lang}
                    dispatch={dispatch.clone()}
                />
            }) }
        </section>
    }
}

/// What frames and letters mean, in words.
fn legend(words: &Words) -> Html {
    use gouji_json::Severity::{Error, Info, Warning};
    html! {
        <ul class="legend" aria-label={words.legend}>
            { for [Error, Warning, Info].map(|severity| html! {
                <li>
                    <span class={classes!("legend-cell", severity_class(severity))} aria-hidden="true">
                        <span class="flag" data-letter={(words.severity_letter)(severity)}></span>
                    </span>
                    { (words.severity)(severity) }
                </li>
            }) }
            <li><span class="legend-cell addend" aria-hidden="true"></span>{ words.legend_addend }</li>
            <li><span class="legend-cell blank" aria-hidden="true">{ words.blank }</span>{ words.legend_blank }</li>
            <li><span class="legend-cell" aria-hidden="true"><s>{ "3" }</s></span>{ words.legend_corrected }</li>
        </ul>
    }
}

/// `TableId` as a property.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct TableKey(pub(crate) TableId);

#[derive(Properties, PartialEq)]
pub(crate) struct TableViewProps {
    pub(crate) id: TableKey,
    pub(crate) table: Rc<Table>,
    pub(crate) marks: Rc<CellMarks>,
    pub(crate) selected: Option<CellId>,
    pub(crate) of_finding: Vec<CellId>,
    /// What the cells would hold after the repair that is looked at.
    pub(crate) preview: Preview,
    pub(crate) form: Option<FormName>,
    pub(crate) lang: Lang,
    pub(crate) dispatch: Dispatch,
}

/// One table. It is one stop of the Tab key; arrow keys move inside it.
#[component]
pub(crate) fn TableView(props: &TableViewProps) -> Html {
    let words = Words::of(props.lang);
    let wrapper = use_node_ref();
    let focus = use_state_eq(Focus::default);
    {
        let wrapper = wrapper.clone();
        use_effect_with(props.selected, move |selected| {
            if let (Some(cell), Some(wrapper)) = (selected, wrapper.cast::<Element>()) {
                show_cell(&wrapper, *cell);
            }
        });
    }
    let Some(spec) = table_spec(props.id.0, props.table.layout) else { return html! {} };
    let drawn = DrawnTable::of(spec);
    let tab_stop = focus
        .on
        .or(props.selected)
        .filter(|&cell| spec.cells().any(|other| other == cell))
        .or_else(|| spec.cells().next());
    let on_key = {
        let (dispatch, focus, table) = (props.dispatch.clone(), focus.clone(), Rc::clone(&props.table));
        let words = Words::of(props.lang);
        Callback::from(move |event: KeyboardEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                key_in_field(&event, &field, words);
            } else if let Some(cell) = begins_editing(&event, &table) {
                event.prevent_default();
                focus.set(Focus { on: Some(cell), editing: true });
                dom::begin_typing(event.key());
            } else {
                move_focus(&event, &dispatch);
            }
        })
    };
    // Wherever the focus goes from the field, what was typed is taken.
    let on_blur = {
        let (dispatch, focus, table) = (props.dispatch.clone(), focus.clone(), Rc::clone(&props.table));
        let words = Words::of(props.lang);
        Callback::from(move |event: FocusEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(cell) = cell_of(&field) else { return };
            match typed(&field, cell, words) {
                Ok(None) => {}
                Ok(Some(value)) => {
                    let printed = printed(&table, cell).map(|cell| cell.raw.clone()).unwrap_or_default();
                    let correction = CellCorrection { cell: cell.to_string(), printed, value };
                    dispatch.dispatch(Action::Corrected(correction));
                }
                Err(()) => return,
            }
            focus.set(Focus { on: Some(cell), editing: false });
        })
    };
    let on_focus = {
        let focus = focus.clone();
        Callback::from(move |event: FocusEvent| {
            let Some(target) = event.target_dyn_into::<Element>() else { return };
            if let Some(cell) = cell_of(&target) {
                focus.set(Focus { on: Some(cell), editing: target.has_type::<HtmlInputElement>() });
            }
        })
    };
    let on_click = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            let target = target.filter(|target| !target.has_type::<HtmlInputElement>());
            if let Some(cell) = target.and_then(|target| cell_of(&target)) {
                dispatch.dispatch(Action::CellChosen(cell));
            }
        })
    };
    let cells = Cells { props, tab_stop, editing: focus.on.filter(|_| focus.editing), words };
    let reading = match props.table.reading {
        Reading::Partial | Reading::Unreadable if is_filled(&props.table) => words.filled_by_hand,
        reading => (words.table_reading)(reading),
    };
    // What only the sums tell is said with its reason, as a doubt.
    let confirmed_by = props.table.confirmed_by.filter(|_| props.table.reading != Reading::Inferred);
    let other_form = (props.form.is_some_and(|form| form != props.table.layout)
        && matches!(props.id.0, TableId::Disclosure | TableId::Applications))
    .then(|| (words.other_form)(document_of(props.table.layout)));
    html! {
        <div
            class="table-wrapper"
            ref={wrapper}
            role="group"
            aria-label={(words.table_scroll)(spec.title)}
            onkeydown={on_key}
            onfocusin={on_focus}
            onfocusout={on_blur}
            onclick={on_click}
        >
            <table
                id={format!("table-{}", props.id.0.as_str())}
                class={classes!("official", props.id.0.as_str().to_owned())}
                lang="zh-CN"
            >
                <caption>
                    // As wide as what is seen of the table, and not as the table.
                    <div class="caption-text">
                        <span class="table-title">{ spec.title }</span>
                        if let Some(confirmed_by) = confirmed_by {
                            <span class="table-confirmed" lang={words.html_lang}>{ (words.confirmed_by)(confirmed_by) }</span>
                        }
                        if !reading.is_empty() {
                            <span class="table-reading" lang={words.html_lang}>{ reading }</span>
                        }
                        if let Some(other_form) = other_form {
                            <span class="table-reading" lang={words.html_lang}>{ other_form }</span>
                        }
                    </div>
                </caption>
                // Widths that are known beforehand spare the browser measuring every cell.
                <colgroup>
                    { for (0..drawn.columns).map(|column| html! {
                        <col class={column_class(column, drawn.label_columns)} />
                    }) }
                </colgroup>
                { for drawn.blocks.iter().map(|block| cells.block(block, drawn.columns)) }
            </table>
        </div>
    }
}

fn document_of(form: FormName) -> &'static str {
    match form {
        FormName::Y2019 => FormId::Y2019.form().document,
        FormName::Y2021 => FormId::Y2021.form().document,
    }
}

/// Groups, the rows' own labels, numbers.
fn column_class(column: usize, label_columns: usize) -> &'static str {
    if column >= label_columns {
        "number-column"
    } else if column + 1 == label_columns {
        "label-column"
    } else {
        "group-column"
    }
}

fn show_cell(wrapper: &Element, cell: CellId) {
    let selector = format!("[data-cell='{cell}']");
    let Some(holder) = wrapper.query_selector(&selector).ok().flatten() else { return };
    if let Some(scroller) = wrapper.closest(".result-scroller").ok().flatten() {
        dom::scroll_within(&scroller, &holder, Placement::Nearest);
    }
    dom::scroll_within(wrapper, &holder, Placement::Nearest);
}

/// Whether there are cells that could not be read, and each has been given a
/// number.
pub(super) fn is_filled(table: &Table) -> bool {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let mut unread = cells.filter(|cell| cell.reading == CellReading::Unread).peekable();
    unread.peek().is_some() && unread.all(|cell| cell.corrected.is_some())
}

/// A cell of the table; none where its row is not printed.
pub(super) fn printed(table: &Table, id: CellId) -> Option<&Cell> {
    let row = table.rows.iter().find(|row| row.id == id.row.0)?;
    row.cells.iter().find(|cell| cell.column == id.column.0)
}

/// Draws the parts of one table.
struct Cells<'a> {
    props: &'a TableViewProps,
    tab_stop: Option<CellId>,
    editing: Option<CellId>,
    words: &'static Words,
}

impl Cells<'_> {
    fn block(&self, block: &DrawnBlock, columns: usize) -> Html {
        html! {
            <tbody>
                if let Some(heading) = block.heading {
                    <tr><th class="block-heading" scope="colgroup" colspan={columns.to_string()}>{ heading }</th></tr>
                }
                { for block.heads.iter().map(|row| html! { <tr>{ for row.iter().map(head) }</tr> }) }
                { for block.rows.iter().map(|row| {
                    let is_missing = row.cells.first().is_some_and(|(cell, _)| self.is_missing(*cell));
                    html! {
                        <tr class={classes!(is_missing.then_some("missing-row"))}>
                            { for row.labels.iter().map(|label| html! {
                                <th
                                    scope={if label.rows > 1 { "rowgroup" } else { "row" }}
                                    class={if label.is_own { "row-label" } else { "group-label" }}
                                    colspan={span(label.columns)}
                                    rowspan={span(label.rows)}
                                >
                                    { ordinal_apart(label.text) }
                                    if label.is_own && is_missing {
                                        <span class="missing-note" lang={self.words.html_lang}>{ self.words.missing_row }</span>
                                    }
                                </th>
                            }) }
                            { for row.cells.iter().map(|&(cell, columns)| self.cell(cell, columns)) }
                        </tr>
                    }
                }) }
            </tbody>
        }
    }

    fn is_missing(&self, cell: CellId) -> bool {
        !self.props.table.rows.iter().any(|row| row.id == cell.row.0)
    }

    fn cell(&self, id: CellId, columns: usize) -> Html {
        let words = self.words;
        let printed = printed(&self.props.table, id);
        let preview = self.preview_of(id);
        // After the repair there is nothing to be flagged.
        let flag = flag_of(&self.props.marks, id).filter(|_| preview.is_none());
        let selected = self.props.selected == Some(id);
        let class = classes!(
            "number",
            preview.map(|after| if after.is_some() { "previewed" } else { "mended" }),
            flag.map(|flag| if flag.only_addend { "addend" } else { severity_class(flag.severity) }),
            selected.then_some("selected"),
            self.props.of_finding.contains(&id).then_some("of-finding"),
            printed.map_or("missing", |cell| match cell.reading {
                CellReading::Number
                | CellReading::WithUnit
                | CellReading::WithRemark
                | CellReading::WithLetters => "filled",
                CellReading::Blank => "blank",
                CellReading::Mark | CellReading::NotANumber => "not-a-number",
                CellReading::Unread if cell.corrected.is_some() => "filled",
                CellReading::Unread => "unread-cell",
            }),
            printed.is_some_and(|cell| cell.corrected.is_some()).then_some("corrected"),
        );
        if self.editing == Some(id) {
            return html! {
                <td {class} data-cell={id.to_string()} colspan={span(columns)}>
                    <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-label={cell_name(id)} />
                </td>
            };
        }
        let tabindex = if self.tab_stop == Some(id) { "0" } else { "-1" };
        html! {
            <td {class} data-cell={id.to_string()} colspan={span(columns)}>
                <button {tabindex} aria-current={selected.then_some("true")} aria-label={self.in_words(id, printed)}>
                    if let Some(Some(after)) = preview {
                        <s>{ self.value(printed) }</s>{ " " }<ins>{ after }</ins>
                    } else {
                        { self.value(printed) }
                    }
                    if let Some(flag) = flag.filter(|flag| !flag.only_addend) {
                        <span class="flag" aria-hidden="true" data-letter={(words.severity_letter)(flag.severity)}></span>
                    }
                </button>
            </td>
        }
    }

    /// What a cell holds after the repair that is looked at, where that bears on it.
    fn preview_of(&self, id: CellId) -> Option<&Option<String>> {
        self.props.preview.iter().find(|(cell, _)| *cell == id).map(|(_, after)| after)
    }

    /// What stands in a cell: the number, or in words why there is none.
    fn value(&self, printed: Option<&Cell>) -> Html {
        let words = self.words;
        let remark =
            |text: &'static str| html! { <span class="no-number" lang={words.html_lang}>{ text }</span> };
        let Some(cell) = printed else { return remark(words.missing) };
        let shown = match cell.reading {
            CellReading::Blank => remark(words.blank),
            CellReading::Unread => remark(words.unread_cell),
            _ => html! { { &cell.raw } },
        };
        match &cell.corrected {
            None => shown,
            Some(value) if cell.reading == CellReading::Unread => {
                html! { <ins>{ printed_number(value) }</ins> }
            }
            Some(value) => html! { <><s>{ shown }</s>{ " " }<ins>{ printed_number(value) }</ins></> },
        }
    }

    /// The same for those who hear it: value, place, and what is the matter.
    fn in_words(&self, id: CellId, printed: Option<&Cell>) -> String {
        let words = self.words;
        let raw = match printed {
            None => words.missing,
            Some(cell) => shown_as_printed(cell, words),
        };
        let value = match printed.and_then(|cell| cell.corrected.as_ref()) {
            // What is seen comes first, for those who speak to the page.
            Some(value) => {
                let value = printed_number(value);
                format!("{raw} {value}，{}", (words.cell_corrected)(raw, &value))
            }
            None => raw.to_owned(),
        };
        let name = cell_name(id);
        if let Some(Some(after)) = self.preview_of(id) {
            return [&value, " ", after, "，", &name, "，", words.review.preview_value, after].concat();
        }
        match flag_of(&self.props.marks, id) {
            Some(flag) => {
                format!("{value}，{name}，{}", (words.cell_flag)(flag.severity, flag.only_addend))
            }
            None => format!("{value}，{name}"),
        }
    }
}

fn head(head: &HeadCell) -> Html {
    let class = if head.is_corner { "corner" } else { "column-label" };
    let (columns, rows) = (span(head.columns), span(head.rows));
    if head.text.is_empty() {
        return html! { <td {class} colspan={columns} rowspan={rows}></td> };
    }
    let scope = if head.columns > 1 { "colgroup" } else { "col" };
    // As in the form: 商业 over 企业, and not 商业企 over 业.
    let length = head.text.chars().count();
    let in_pairs = (columns.is_none() && length >= 4 && length.is_multiple_of(2)).then_some("pairs");
    html! {
        <th {class} {scope} colspan={columns} rowspan={rows}><span class={classes!(in_pairs)}>{ head.text }</span></th>
    }
}

/// Lets a group's label break behind its ordinal: （三） over 不予公开.
fn ordinal_apart(label: &'static str) -> Html {
    match label.split_once('）') {
        Some((ordinal, words)) if ordinal.starts_with('（') && !words.is_empty() => html! {
            <>{ ordinal }{ "）" }<span class="words">{ words }</span></>
        },
        _ => html! { { label } },
    }
}

fn span(cells: usize) -> Option<String> {
    (cells > 1).then(|| cells.to_string())
}
