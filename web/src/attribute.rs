//! The attributes of the page's elements.

use yew::virtual_dom::{AttributeOrProperty, Attributes};

/// Yew compares two elements fast where their names of attributes are the same
/// list: all elements share this one, of which each takes as much as it needs.
macro_rules! attributes {
    ($($variant:ident $name:literal,)*) => {
        /// The attributes that the page uses, the common ones first.
        #[derive(Clone, Copy)]
        pub(crate) enum Attr { $($variant,)* }

        static NAMES: &[&str] = &[$($name,)*];
    };
}

attributes! {
    Class "class",
    Id "id",
    Type "type",
    Lang "lang",
    AriaLabel "aria-label",
    AriaHidden "aria-hidden",
    AriaCurrent "aria-current",
    TabIndex "tabindex",
    Colspan "colspan",
    Rowspan "rowspan",
    DataCell "data-cell",
    DataCellLink "data-cell-link",
    DataLetter "data-letter",
    DataFinding "data-finding",
    DataCode "data-code",
    Scope "scope",
    AriaLabelledBy "aria-labelledby",
    AriaDescribedBy "aria-describedby",
    AriaPressed "aria-pressed",
    AriaExpanded "aria-expanded",
    AriaInvalid "aria-invalid",
    AriaLive "aria-live",
    Autocapitalize "autocapitalize",
    Autocomplete "autocomplete",
    Autocorrect "autocorrect",
    DataAddend "data-addend",
    DataChecked "data-checked",
    DataClaim "data-claim",
    DataCorrection "data-correction",
    DataDrawn "data-drawn",
    DataDrop "data-drop",
    DataGramm "data-gramm",
    DataOf "data-of",
    DataReason "data-reason",
    DataReport "data-report",
    DataRevision "data-revision",
    DataSet "data-set",
    DataSetAside "data-set-aside",
    DataSeverityFilter "data-severity-filter",
    DataStanding "data-standing",
    Disabled "disabled",
    Download "download",
    For "for",
    Hidden "hidden",
    Href "href",
    InputMode "inputmode",
    MaxLength "maxlength",
    NoValidate "novalidate",
    Open "open",
    Placeholder "placeholder",
    ReadOnly "readonly",
    Role "role",
    Selected "selected",
    Spellcheck "spellcheck",
    Title "title",
    Translate "translate",
    Value "value",
}

/// How many attributes an element has room for at first, and more of at a time:
/// where two elements have room for as many, they are compared fast.
const ROOM: usize = 8;

impl Attr {
    /// Its name in the document.
    pub(crate) fn name(self) -> &'static str {
        NAMES[self as usize]
    }
}

/// Gives an attribute among these a value.
#[inline(never)]
pub(crate) fn put(all: &mut Attributes, attribute: Attr, value: AttributeOrProperty) {
    let index = attribute as usize;
    let mut values = match std::mem::take(all) {
        Attributes::Dynamic { values, .. } => values.into_vec(),
        _ => Vec::new(),
    };
    if values.len() <= index {
        let room = NAMES.len().min((index / ROOM + 1) * ROOM);
        values.resize_with(room, || None);
    }
    values[index] = Some(value);
    let keys = &NAMES[..values.len()];
    *all = Attributes::Dynamic { keys, values: values.into_boxed_slice() };
}

/// The value that an attribute has among these.
pub(crate) fn value_of(all: &Attributes, attribute: Attr) -> Option<&str> {
    let Attributes::Dynamic { values, .. } = all else { return None };
    match values.get(attribute as usize)? {
        Some(AttributeOrProperty::Static(value)) => Some(value),
        Some(AttributeOrProperty::Attribute(value)) => Some(value),
        _ => None,
    }
}
