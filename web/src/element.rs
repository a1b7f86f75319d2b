//! Elements of the page, put together call by call.
//!
//! Yew's `html!` writes out, at every place it is used, all that makes a node:
//! half of the page's own code was that. Here it stands once; a place that
//! draws something is a few plain calls.
//!
//! ```text
//! element("ul#findings.finding-list")     a list with its id and class
//!     .text_in("li.nothing", words.none)  an entry, which is a text
//!     .child(entry)                       another
//!     .maybe(rest)                        one that may be absent
//! ```

use std::borrow::Cow;
use std::rc::Rc;

use crate::dom;
use web_sys::Event;
use yew::virtual_dom::{AttributeOrProperty, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef};

use crate::attribute;
pub(crate) use crate::attribute::Attr;

/// An element in the making.
#[must_use]
pub(crate) struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    children: Vec<Html>,
}

/// What is heard on an element.
struct Heard {
    event: &'static str,
    callback: Callback<Event>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.event))
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// An element by its tag, then `#` and its id, then `.` and its classes with
/// spaces between them: `p#verdict.quiet line`. Both may be absent.
pub(crate) fn element(described: &'static str) -> Element {
    let (described, class) = described.split_once('.').unwrap_or((described, ""));
    let (tag, id) = described.split_once('#').unwrap_or((described, ""));
    let mut element = Element(Box::new(Parts { tag: VTag::new(tag), children: Vec::new() }));
    for (attribute, value) in [(Attr::Class, class), (Attr::Id, id)] {
        if !value.is_empty() {
            element = element.with(attribute, AttributeOrProperty::Static(value));
        }
    }
    element
}

/// A part of the page that people can go to as such: `own`, or `within` another
/// page, where the landmarks are that page's own.
pub(crate) fn landmark(own: &'static str, within: &'static str) -> Element {
    element(if dom::is_embedded() { within } else { own })
}

/// The same for a section, which within another page is a mere group.
pub(crate) fn section(description: &'static str) -> Element {
    let section = element(description);
    if dom::is_embedded() { section.set(Attr::Role, "group") } else { section }
}

/// A button that submits nothing.
pub(crate) fn button(described: &'static str) -> Element {
    element(described).set(Attr::Type, "button")
}

/// What takes the place of an element that is absent, so that those after it
/// keep theirs.
pub(crate) fn nothing() -> Html {
    Html::default()
}

impl Element {
    /// Gives an attribute a value.
    #[inline(never)]
    pub(crate) fn set(self, attribute: Attr, value: &str) -> Self {
        self.with(attribute, AttributeOrProperty::Attribute(AttrValue::Rc(value.into())))
    }

    /// The same, with a value that was made for it.
    #[inline(never)]
    pub(crate) fn set_string(self, attribute: Attr, value: String) -> Self {
        self.with(attribute, AttributeOrProperty::Attribute(value.into()))
    }

    /// The same, with a number.
    #[inline(never)]
    pub(crate) fn set_number(self, attribute: Attr, value: usize) -> Self {
        self.set_string(attribute, value.to_string())
    }

    /// Gives an attribute the value `true` or `false`.
    pub(crate) fn set_bool(self, attribute: Attr, value: bool) -> Self {
        self.set(attribute, if value { "true" } else { "false" })
    }

    /// Gives an attribute a value, where `condition` holds.
    #[inline(never)]
    pub(crate) fn set_when(self, condition: bool, attribute: Attr, value: &str) -> Self {
        if condition { self.set(attribute, value) } else { self }
    }

    /// Gives it an attribute that has no value, where `condition` holds.
    #[inline(never)]
    pub(crate) fn flag(self, attribute: Attr, condition: bool) -> Self {
        if condition { self.with(attribute, AttributeOrProperty::Static(attribute.name())) } else { self }
    }

    /// Gives it one more class.
    #[inline(never)]
    pub(crate) fn class(self, class: &str) -> Self {
        let all = match attribute::value_of(&self.0.tag.attributes, Attr::Class) {
            None => class.to_owned(),
            Some(others) => [others, " ", class].concat(),
        };
        self.with(Attr::Class, AttributeOrProperty::Attribute(all.into()))
    }

    /// Gives it one more class, where `condition` holds.
    pub(crate) fn class_when(self, condition: bool, class: &str) -> Self {
        if condition { self.class(class) } else { self }
    }

    /// The key by which Yew knows it again among others.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// What stands in a field.
    #[inline(never)]
    pub(crate) fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(AttrValue::Rc(value.into()));
        self
    }

    /// Lets it be found in the document once it is drawn.
    #[inline(never)]
    pub(crate) fn node_ref(mut self, node_ref: &NodeRef) -> Self {
        self.0.tag.node_ref = node_ref.clone();
        self
    }

    /// Adds text.
    #[inline(never)]
    pub(crate) fn text(self, text: &str) -> Self {
        self.html(VText::new(AttrValue::Rc(text.into())).into())
    }

    /// The same, with a text that was made for it.
    #[inline(never)]
    pub(crate) fn string(self, text: String) -> Self {
        self.html(VText::new(text).into())
    }

    /// Adds an element that holds nothing but text.
    #[inline(never)]
    pub(crate) fn text_in(self, described: &'static str, text: &str) -> Self {
        self.child(element(described).text(text))
    }

    /// The same, with a text that was made for it.
    #[inline(never)]
    pub(crate) fn string_in(self, described: &'static str, text: String) -> Self {
        self.child(element(described).string(text))
    }

    /// Adds an element.
    #[inline(never)]
    pub(crate) fn child(self, child: Element) -> Self {
        self.html(child.into())
    }

    /// Adds an element, or what keeps its place.
    #[inline(never)]
    pub(crate) fn maybe(self, child: Option<Element>) -> Self {
        self.html(child.map_or_else(nothing, Html::from))
    }

    /// Adds whatever Yew can draw.
    #[inline(never)]
    pub(crate) fn html(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// Has a press do something.
    #[inline(never)]
    pub(crate) fn on_click(self, callback: Callback<Event>) -> Self {
        self.on("click", callback)
    }

    /// Has an event of this type do something.
    #[inline(never)]
    pub(crate) fn on(mut self, event: &'static str, callback: Callback<Event>) -> Self {
        self.0.tag.add_listener(Rc::new(Heard { event, callback }));
        self
    }

    fn with(mut self, attribute: Attr, value: AttributeOrProperty) -> Self {
        attribute::put(&mut self.0.tag.attributes, attribute, value);
        self
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        let Parts { mut tag, mut children } = *element.0;
        if let Some(place) = tag.children_mut() {
            // Most elements hold one text, and that needs no list.
            *place = match children.pop() {
                Some(Html::VText(text)) if children.is_empty() => text.into(),
                Some(last) => {
                    children.push(last);
                    VList::from(children).into()
                }
                None => nothing(),
            };
        }
        tag.into()
    }
}

#[cfg(test)]
mod tests {
    use yew::virtual_dom::Attributes;

    use super::*;

    /// What an element would be in the document, its listeners left out.
    fn written(node: &Html) -> String {
        match node {
            Html::VText(text) => text.text.to_string(),
            Html::VList(list) => list.iter().map(written).collect(),
            Html::VTag(tag) => {
                let mut out = format!("<{}", tag.tag());
                if let Attributes::Dynamic { keys, values } = &tag.attributes {
                    assert_eq!(keys.len(), values.len());
                    for (key, value) in keys.iter().zip(values) {
                        let value = match value {
                            Some(AttributeOrProperty::Static(value)) => *value,
                            Some(AttributeOrProperty::Attribute(value)) => value.as_str(),
                            _ => continue,
                        };
                        out.extend([" ", key, "=\"", value, "\""]);
                    }
                }
                out + ">" + &tag.children().map(written).unwrap_or_default() + "</>"
            }
            _ => String::new(),
        }
    }

    #[test]
    fn an_element_is_what_was_described() {
        let said = |element: Element| written(&element.into());
        assert_eq!(said(element("p")), "<p></>");
        assert_eq!(said(element("p.quiet line").text("a").text("b")), r#"<p class="quiet line">ab</>"#);
        assert_eq!(said(button("button#undo")), r#"<button id="undo" type="button"></>"#);
        assert_eq!(said(element("li#a.b").class("c").class("d")), r#"<li class="b c d" id="a"></>"#);
        assert_eq!(said(element("li").class_when(false, "c").class_when(true, "d")), r#"<li class="d"></>"#);
    }

    #[test]
    fn what_comes_later_and_what_is_rare_is_kept_too() {
        let rare =
            element("option.a").set(Attr::Value, "own").flag(Attr::Selected, true).flag(Attr::Open, false);
        let rare = rare.set_number(Attr::Colspan, 3).set_bool(Attr::AriaPressed, false);
        let expected =
            r#"<option class="a" colspan="3" aria-pressed="false" selected="selected" value="own"></>"#;
        assert_eq!(written(&rare.into()), expected);
    }

    #[test]
    fn an_absent_element_keeps_its_place() {
        let Html::VTag(tag) = Html::from(element("p").maybe(None).child(element("b").text("x"))) else {
            panic!("no element");
        };
        let Some(Html::VList(children)) = tag.children() else { panic!("no list") };
        assert_eq!(children.len(), 2);
    }

    #[test]
    fn a_list_stays_a_list_with_one_entry() {
        let Html::VTag(tag) = Html::from(element("ul").child(element("li").key("a"))) else {
            panic!("no element");
        };
        assert!(matches!(tag.children(), Some(Html::VList(_))));
    }
}
