//! The panel of a cell: what is printed, another value to try, every relation
//! it takes part in with all addends, and what was found about it.

use gouji::form::CellId;
use gouji_json::{Cell, CellReading, Lang};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};
use yew::virtual_dom::VText;
use yew::{Callback, Html};

use super::correction_form::{CorrectionForm, CorrectionFormProps};
use super::part::part;
use super::severity_badge::severity_badge;
use super::{Dispatch, acting, list};
use crate::dom;
use crate::element::{Attr, Element, button, element, nothing, section};
use crate::report::{
    Addend, RelationShown, RelationStanding, ReportView, cell_name, printed_number, relations_of_cell,
    table_spec,
};
use crate::source::SourceText;
use crate::state::Action;
use crate::words::Words;

pub(crate) fn cell_detail(id: CellId, view: &ReportView, lang: Lang, dispatch: &Dispatch) -> Html {
    let words = Words::of(lang);
    let closing = dispatch.clone();
    let close = Callback::from(move |event: Event| {
        // Of the keys only one closes it.
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            if key.key() != "Escape" || key.is_composing() {
                return;
            }
            event.prevent_default();
        }
        closing.dispatch(Action::CellClosed);
        // The focus goes back to where the panel was opened from.
        dom::focus_first(&["[data-cell='", &id.to_string(), "'] button"].concat());
    });
    let heading = element("h3#cell-heading")
        .child(element("span.for-screen-readers").text(words.cell_detail).text("："))
        .child(element("span").set(Attr::Lang, "zh-CN").string(cell_name(id)));
    let head = element("div.section-head")
        .child(heading)
        .child(button("button#close-cell.quiet").on_click(close.clone()).text(words.close));
    let panel = section("section#cell-detail.cell-detail")
        .set(Attr::AriaLabelledBy, "cell-heading")
        .set_string(Attr::DataOf, id.to_string())
        .on("keydown", close)
        .child(head);
    let panel = match view.cell(id) {
        Some(cell) => {
            let form = CorrectionFormProps {
                cell: id,
                printed: cell.raw.as_str().into(),
                shown: shown_as_printed(cell, words).into(),
                corrected: cell.corrected.as_ref().map(printed_number),
                next: next_unread(view, cell, id),
                lang,
                dispatch: dispatch.clone(),
            };
            panel
                .child(printed(view, cell, id, words, dispatch))
                .html(part::<CorrectionForm>(form, Some(&id.to_string())))
        }
        None => panel.text_in("p", words.cell_missing).html(nothing()),
    };
    with_findings(with_relations(panel, id, view, words, dispatch), id, view, words, dispatch).into()
}

/// What stands in the text, or in words why nothing does.
pub(super) fn shown_as_printed<'a>(cell: &'a Cell, words: &Words) -> &'a str {
    match cell.reading {
        CellReading::Unread => words.unread_cell,
        _ if cell.raw.is_empty() => words.blank,
        _ => &cell.raw,
    }
}

fn printed(view: &ReportView, cell: &Cell, id: CellId, words: &Words, dispatch: &Dispatch) -> Element {
    let line = 1 + SourceText::line_of_text(&view.text, cell.range[0]);
    let value = match cell.raw.as_str() {
        "" if cell.reading == CellReading::Unread => None,
        "" => Some(words.blank),
        raw => Some(raw),
    };
    let remark = (words.cell_reading)(cell.reading);
    let show = button("button.place")
        .on_click(acting(dispatch, Action::CellChosen(id)))
        .text(words.show_in_source)
        .text("（")
        .string((words.line)(line))
        .text("）");
    element("p.printed")
        .text(words.printed)
        .text(" ")
        .maybe(value.map(|value| element("span.printed-value").text(value)))
        .maybe(remark.map(|remark| element("span.printed-note").text(remark)))
        .child(show)
}

/// The next cell that could not be read and has no number yet, so that a whole
/// table can be filled in without leaving the field.
fn next_unread(view: &ReportView, cell: &Cell, id: CellId) -> Option<CellId> {
    if cell.reading != CellReading::Unread {
        return None;
    }
    let (_, table, _) = view.tables.iter().find(|(table, _, _)| *table == id.table)?;
    let spec = table_spec(id.table, table.layout)?;
    let (mut first, mut next, mut is_behind) = (None, None, false);
    for other in spec.cells() {
        if other == id {
            is_behind = true;
        } else if let Some(cell) = view.cell(other)
            && cell.reading == CellReading::Unread
            && cell.corrected.is_none()
        {
            let found = if is_behind { &mut next } else { &mut first };
            *found = found.or(Some(other));
        }
    }
    next.or(first)
}

/// Every relation the cell takes part in.
fn with_relations(
    panel: Element,
    id: CellId,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    let panel = panel.text_in("h4", words.relations_of_cell);
    let relations = relations_of_cell(view, id);
    if relations.is_empty() {
        return panel.text_in("p.nothing", words.no_relations);
    }
    let mut list = element("ul.relations");
    for relation in &relations {
        list = list.child(written_out(relation, id, words, dispatch));
    }
    panel.child(list)
}

/// What was found about the cell.
fn with_findings(
    panel: Element,
    id: CellId,
    view: &ReportView,
    words: &Words,
    dispatch: &Dispatch,
) -> Element {
    let findings = view.findings_of_cell(id);
    if findings.is_empty() {
        return panel.html(nothing()).html(nothing());
    }
    let mut list = element("ul.cell-findings");
    for index in findings {
        let Some(finding) = view.report.findings.get(index) else { continue };
        let choose = button("button.cell-finding")
            .on_click(acting(dispatch, Action::FindingChosen(index)))
            .child(severity_badge(finding.severity, words))
            .text_in("span", &finding.message);
        list = list.child(element("li").child(choose));
    }
    panel.text_in("h4", words.findings_of_cell).child(list)
}

/// A relation with every addend, each a way to its cell.
fn written_out(relation: &RelationShown, here: CellId, words: &Words, dispatch: &Dispatch) -> Element {
    let (class, sign, equals, standing) = match relation.standing {
        RelationStanding::Holds => ("holds", "✓", "= ", words.holds),
        RelationStanding::Fails => ("fails", "✕", "≠ ", words.fails),
        RelationStanding::Unchecked => ("unchecked", "–", "? ", words.unchecked),
    };
    let name = element("p.relation-name")
        .child(element("span.relation-sign").set(Attr::AriaHidden, "true").text(sign))
        .text_in("span.relation-standing", standing)
        .text((words.relation)(relation.kind));
    // A sum of one is its own result, and one that agrees needs no saying twice.
    let agrees = relation.standing == RelationStanding::Holds && relation.right.len() == 1;
    let result = relation.left_sum.filter(|_| relation.left.len() > 1 && !agrees);
    let is_backwards = relation.right.len() > 1 && relation.standing != RelationStanding::Unchecked;
    let backwards = relation.right_sum.filter(|_| is_backwards);
    let sum = |before: &str, sum: i64, behind: &str| {
        element("span.sum").string([before, &sum.to_string(), behind].concat())
    };
    let equation = element("p.equation")
        .html(side(&relation.left, here, words, dispatch))
        .maybe(result.map(|result| sum("= ", result, " ")))
        .text_in("span.equals", equals)
        .maybe(backwards.map(|result| sum("", result, " = ")))
        .html(side(&relation.right, here, words, dispatch));
    element("li.relation").class(class).set(Attr::DataStanding, class).child(name).child(equation)
}

fn side(addends: &[Addend], here: CellId, words: &Words, dispatch: &Dispatch) -> Html {
    let mut nodes = Vec::with_capacity(2 * addends.len());
    for (index, addend) in addends.iter().enumerate() {
        let value = addend.value.map_or_else(|| words.blank.to_owned(), |value| value.to_string());
        let name = cell_name(addend.cell);
        let choose = button("button.addend")
            .class_when(addend.cell == here, "here")
            .class_when(addend.value.is_none(), "no-value")
            .set(Attr::Title, &name)
            .set_string(Attr::AriaLabel, [&value, "，", &name].concat())
            .set_string(Attr::DataAddend, addend.cell.to_string())
            .on_click(acting(dispatch, Action::CellChosen(addend.cell)))
            .string(value);
        let term = element("span.term").text(if index > 0 { "+ " } else { "" });
        nodes.push(term.child(choose).into());
        // Between the terms a long sum may go on in the next line.
        nodes.push(VText::new(" ").into());
    }
    list(nodes)
}
