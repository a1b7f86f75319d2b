//! The tables in their official shape, every number a way into the text.

use std::rc::Rc;

use gouji::form::{CellId, FormId, TableId, TableSpec};
use gouji_json::{Cell, CellCorrection, CellReading, FormName, Lang, Reading, Table};
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, HtmlInputElement, KeyboardEvent};
use yew::{Callback, Html, NodeRef, TargetCast as _};

use super::part::{Own, Part, part};
use super::repairs::preview_notice;
use super::severity_badge::severity_class;
use super::table_cells::{Cells, flag};
use super::table_keys::{Focus, begins_editing, cell_of, key_in_field, move_focus, typed};
use super::{Dispatch, list};
use crate::dom::{self, Placement};
use crate::element::{Attr, Element, element, nothing, section};
use crate::report::{CellMarks, DrawnTable, Preview, ReportView, cells_of_claim, preview_of, table_spec};
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
    let heading = element("h3#tables-heading").text(words.tables);
    let (hint, legend) = if view.tables.is_empty() {
        (element("p.nothing").text(words.no_tables), None)
    } else {
        (element("p.hint").text(words.tables_hint), Some(legend(words)))
    };
    let mut drawn = Vec::with_capacity(view.tables.len());
    for (id, table, marks) in &view.tables {
        let mut props = TableViewProps {
            id: TableKey(*id),
            table: Rc::clone(table),
            marks: Rc::clone(marks),
            selected: state.cell.filter(|cell| cell.table == *id),
            of_finding: of_finding.clone(),
            preview: preview.clone(),
            form: view.report.form,
            lang: state.lang,
            dispatch: dispatch.clone(),
        };
        props.of_finding.retain(|cell| cell.table == *id);
        props.preview.retain(|(cell, _)| cell.table == *id);
        drawn.push(part::<TableView>(props, Some(id.as_str())));
    }
    section("section.tables")
        .set(Attr::AriaLabelledBy, "tables-heading")
        .child(element("div.section-head").child(heading))
        .child(hint)
        .maybe(legend)
        .maybe(preview_notice(state, words, dispatch))
        .html(list(drawn))
        .into()
}

/// What frames and letters mean, in words.
fn legend(words: &Words) -> Element {
    use gouji_json::Severity::{Error, Info, Warning};
    let sample = || element("span.legend-cell").set(Attr::AriaHidden, "true");
    let mut legend = element("ul.legend").set(Attr::AriaLabel, words.legend);
    for severity in [Error, Warning, Info] {
        let sample = sample().class(severity_class(severity)).child(flag(severity, words));
        legend = legend.child(element("li").child(sample).text((words.severity)(severity)));
    }
    let struck = sample().text_in("s", "3");
    legend
        .child(element("li").child(sample().class("addend")).text(words.legend_addend))
        .child(element("li").child(sample().class("blank").text(words.blank)).text(words.legend_blank))
        .child(element("li").child(struck).text(words.legend_corrected))
}

/// `TableId` as a property.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct TableKey(pub(crate) TableId);

#[derive(PartialEq)]
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
pub(crate) struct TableView {
    wrapper: NodeRef,
    focus: Focus,
    /// The selected cell that was brought into sight.
    shown: Option<CellId>,
}

impl Part for TableView {
    type Shown = TableViewProps;
    type Message = Focus;

    fn create(_: &TableViewProps) -> Self {
        Self { wrapper: NodeRef::default(), focus: Focus::default(), shown: None }
    }

    fn hear(&mut self, _: &TableViewProps, focus: Focus) -> bool {
        let changes = self.focus != focus;
        self.focus = focus;
        changes
    }

    fn draw(&self, props: &TableViewProps, own: Own<Self>) -> Html {
        let words = Words::of(props.lang);
        let Some(spec) = table_spec(props.id.0, props.table.layout) else { return nothing() };
        let drawn = DrawnTable::of(spec);
        let (mut first, mut tab_stop) = (None, None);
        let stop = self.focus.on.or(props.selected);
        for cell in spec.cells() {
            first = first.or(Some(cell));
            if stop == Some(cell) {
                tab_stop = stop;
            }
        }
        let editing = self.focus.on.filter(|_| self.focus.editing);
        let cells = Cells { props, tab_stop: tab_stop.or(first), editing, words };
        // Widths that are known beforehand spare the browser measuring every cell.
        let mut columns = element("colgroup");
        for column in 0..drawn.columns {
            columns = columns.child(element("col").class(column_class(column, drawn.label_columns)));
        }
        let name = props.id.0.as_str();
        let mut table = element("table.official")
            .class(name)
            .set_string(Attr::Id, ["table-", name].concat())
            .set(Attr::Lang, "zh-CN")
            .child(caption(spec, props, words))
            .child(columns);
        for block in &drawn.blocks {
            table = table.child(cells.block(block, drawn.columns));
        }
        let hearing =
            Hearing { table: Rc::clone(&props.table), words, dispatch: props.dispatch.clone(), own };
        let hearing = Rc::new(hearing);
        let heard = |hear: fn(&Hearing, &Event)| {
            let hearing = Rc::clone(&hearing);
            Callback::from(move |event: Event| hear(&hearing, &event))
        };
        element("div.table-wrapper")
            .node_ref(&self.wrapper)
            .set(Attr::Role, "group")
            .set_string(Attr::AriaLabel, (words.table_scroll)(spec.title))
            .on("keydown", heard(Hearing::key_down))
            .on("focusin", heard(Hearing::focus_in))
            .on("focusout", heard(Hearing::focus_out))
            .on_click(heard(Hearing::click))
            .child(table)
            .into()
    }

    fn drawn(&mut self, props: &TableViewProps, _: Own<Self>, _: bool) {
        let selected = props.selected;
        if self.shown != selected {
            self.shown = selected;
            if let (Some(cell), Some(wrapper)) = (selected, self.wrapper.cast::<DomElement>()) {
                show_cell(&wrapper, cell);
            }
        }
    }
}

/// What a table needs to know to answer what happens in it.
struct Hearing {
    table: Rc<Table>,
    words: &'static Words,
    dispatch: Dispatch,
    own: Own<TableView>,
}

impl Hearing {
    fn key_down(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            key_in_field(event, &field, self.words);
        } else if let Some(cell) = begins_editing(event, &self.table) {
            event.prevent_default();
            self.own.tell(Focus { on: Some(cell), editing: true });
            dom::begin_typing(event.key());
        } else {
            move_focus(event, &self.dispatch);
        }
    }

    /// Wherever the focus goes from the field, what was typed is taken.
    fn focus_out(&self, event: &Event) {
        let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(cell) = cell_of(&field) else { return };
        match typed(&field, cell, self.words) {
            Ok(None) => {}
            Ok(Some(value)) => {
                let printed = printed(&self.table, cell).map(|cell| cell.raw.clone()).unwrap_or_default();
                let correction = CellCorrection { cell: cell.to_string(), printed, value };
                self.dispatch.dispatch(Action::Corrected(correction));
            }
            Err(()) => return,
        }
        self.own.tell(Focus { on: Some(cell), editing: false });
    }

    fn focus_in(&self, event: &Event) {
        let Some(target) = event.target_dyn_into::<DomElement>() else { return };
        if let Some(cell) = cell_of(&target) {
            let editing = target.has_type::<HtmlInputElement>();
            self.own.tell(Focus { on: Some(cell), editing });
        }
    }

    fn click(&self, event: &Event) {
        let target = event.target_dyn_into::<DomElement>();
        let target = target.filter(|target| !target.has_type::<HtmlInputElement>());
        if let Some(cell) = target.and_then(|target| cell_of(&target)) {
            self.dispatch.dispatch(Action::CellChosen(cell));
        }
    }
}

/// What a table is called, and how surely it was read.
fn caption(spec: &TableSpec, props: &TableViewProps, words: &Words) -> Element {
    let table = &props.table;
    let reading = match table.reading {
        Reading::Partial | Reading::Unreadable if is_filled(table) => words.filled_by_hand,
        reading => (words.table_reading)(reading),
    };
    // What only the sums tell is said with its reason, as a doubt.
    let confirmed_by = table.confirmed_by.filter(|_| table.reading != Reading::Inferred);
    let confirmed_by = confirmed_by.map_or("", words.confirmed_by);
    let other_form = if props.form.is_some_and(|form| form != table.layout)
        && matches!(props.id.0, TableId::Disclosure | TableId::Applications)
    {
        (words.other_form)(document_of(table.layout))
    } else {
        String::new()
    };
    let remark = |class: &'static str, remark: &str| {
        (!remark.is_empty()).then(|| element(class).set(Attr::Lang, words.html_lang).text(remark))
    };
    // As wide as what is seen of the table, and not as the table.
    let text = element("div.caption-text")
        .text_in("span.table-title", spec.title)
        .maybe(remark("span.table-confirmed", confirmed_by))
        .maybe(remark("span.table-reading", reading))
        .maybe(remark("span.table-reading", &other_form));
    element("caption").child(text)
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

fn show_cell(wrapper: &DomElement, cell: CellId) {
    let selector = ["[data-cell='", &cell.to_string(), "']"].concat();
    let Some(holder) = wrapper.query_selector(&selector).ok().flatten() else { return };
    if let Some(scroller) = wrapper.closest(".result-scroller").ok().flatten() {
        dom::scroll_within(&scroller, &holder, Placement::Nearest);
    }
    dom::scroll_within(wrapper, &holder, Placement::Nearest);
}

/// Whether there are cells that could not be read, and each has been given a
/// number.
pub(super) fn is_filled(table: &Table) -> bool {
    let mut any = false;
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if cell.reading == CellReading::Unread {
            any = true;
            if cell.corrected.is_none() {
                return false;
            }
        }
    }
    any
}

/// A cell of the table; none where its row is not printed.
pub(super) fn printed(table: &Table, id: CellId) -> Option<&Cell> {
    let row = table.rows.iter().find(|row| row.id == id.row.0)?;
    row.cells.iter().find(|cell| cell.column == id.column.0)
}
