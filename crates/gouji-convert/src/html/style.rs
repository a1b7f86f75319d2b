//! What a tag's attributes say of the text it holds: whether it is shown, and
//! what Word means by it.

use super::tokens::Tag;

/// What becomes of an element's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Yes,
    /// It takes its room and is not seen.
    Invisible,
    /// It is not there.
    Gone,
    /// It is struck out.
    Struck,
    /// A comment, or a header or footer in Word's HTML.
    Aside,
    /// What follows is the instruction of a field, not its result.
    FieldCode,
    /// The result of a field follows, or its end.
    FieldResult,
}

/// Whether a tag's element is shown.
pub(super) fn shown(tag: &Tag<'_>) -> Shown {
    let mut result = Shown::Yes;
    for (name, value) in tag.attributes() {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let here = if is("style") {
            shown_by_style(value)
        } else if is("hidden") {
            Shown::Gone
        } else if is("class") && value.to_ascii_lowercase().contains("msocom") {
            Shown::Aside
        } else {
            Shown::Yes
        };
        if here != Shown::Yes {
            result = here;
        }
    }
    result
}

fn shown_by_style(style: &str) -> Shown {
    let mut result = Shown::Yes;
    for (name, value) in declarations(style) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let says = |known: &str| value.eq_ignore_ascii_case(known);
        if (is("display") && says("none")) || (is("mso-hide") && says("all")) {
            return Shown::Gone;
        } else if is("visibility") && (says("hidden") || says("collapse")) {
            result = Shown::Invisible;
        } else if (is("text-decoration") || is("text-decoration-line"))
            && value.to_ascii_lowercase().contains("line-through")
        {
            result = Shown::Struck;
        } else if is("mso-element") {
            result = if says("field-begin") {
                Shown::FieldCode
            } else if says("field-separator") || says("field-end") {
                Shown::FieldResult
            } else if ["comment", "comment-list", "header", "footer"].into_iter().any(says) {
                Shown::Aside
            } else {
                result
            };
        }
    }
    result
}

/// What a list counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting {
    /// It is not known, or no number is printed.
    Unknown,
    /// 1. 2. 3.
    Decimal,
    /// 一、二、三、
    Chinese,
}

/// What the tag of a list says it counts with.
pub(super) fn counting(tag: &Tag<'_>) -> Counting {
    let style = tag.attribute("style").unwrap_or_default();
    let of_style = declarations(style).find_map(|(name, value)| {
        let is_type = name.eq_ignore_ascii_case("list-style-type") || name.eq_ignore_ascii_case("list-style");
        is_type.then_some(value)
    });
    match of_style.or_else(|| tag.attribute("type")).map(str::trim) {
        Some("1" | "decimal") => Counting::Decimal,
        Some("cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" | "cjk-decimal") => {
            Counting::Chinese
        }
        _ => Counting::Unknown,
    }
}

/// The names and values of a style, without white space around them.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|declaration| declaration.split_once(':')).map(|(name, value)| {
        (name.trim_ascii(), value.trim_ascii().trim_end_matches("!important").trim_ascii_end())
    })
}
