//! How wide a font's glyphs are.

use std::collections::HashMap;

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object};

/// The widths of a font's glyphs, in its own units.
pub(super) struct Widths {
    of_characters: HashMap<u32, f64>,
    /// Of one after the other, as many tables have them.
    ranges: Vec<(u32, u32, f64)>,
    otherwise: Otherwise,
}

/// The width of a glyph whose width is not told.
enum Otherwise {
    Always(f64),
    /// One of the fonts that every reader knows, so that files need not tell
    /// their widths.
    OfText {
        is_monospaced: bool,
    },
}

/// More than any font has glyphs.
const MAX_ENTRIES: usize = 70_000;

impl Widths {
    pub(super) fn of_simple_font(dictionary: &Dict<'_>) -> Self {
        let first = dictionary.get::<u32>(keys::FIRST_CHAR).unwrap_or(0);
        let widths = dictionary.get::<Array<'_>>(keys::WIDTHS);
        let descriptor = dictionary.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
        let missing = descriptor.get::<Number>(keys::MISSING_WIDTH).map_or(0.0, |width| width.as_f64());
        let otherwise = if widths.is_some() && missing > 0.0 {
            Otherwise::Always(missing)
        } else {
            let name = dictionary.get::<Name<'_>>(keys::BASE_FONT);
            let is_monospaced = name.is_some_and(|name| name.as_str().contains("Courier"));
            Otherwise::OfText { is_monospaced }
        };
        let of_characters = widths.iter().flat_map(Array::iter::<Number>);
        let of_characters = (first..).zip(of_characters.map(|width| width.as_f64())).take(256).collect();
        Self { of_characters, ranges: Vec::new(), otherwise }
    }

    pub(super) fn of_composite_font(descendant: &Dict<'_>) -> Self {
        let mut widths = Self {
            of_characters: HashMap::new(),
            ranges: Vec::new(),
            otherwise: Otherwise::Always(
                descendant.get::<Number>(keys::DW).map_or(1000.0, |width| width.as_f64()),
            ),
        };
        let Some(table) = descendant.get::<Array<'_>>(keys::W) else { return widths };
        let mut entries = table.iter::<Object<'_>>();
        // Either `first [width width …]` or `first last width`.
        while let Some(first) = entries.next().and_then(character) {
            match entries.next() {
                Some(Object::Array(list)) => {
                    let list = list.iter::<Number>().map(|width| width.as_f64());
                    widths.of_characters.extend((first..).zip(list).take(MAX_ENTRIES));
                }
                Some(last) => {
                    let Some(last) = character(last) else { break };
                    let Some(Object::Number(width)) = entries.next() else { break };
                    widths.ranges.push((first, last, width.as_f64()));
                }
                None => break,
            }
            if widths.of_characters.len() + widths.ranges.len() > MAX_ENTRIES {
                break;
            }
        }
        widths.ranges.sort_by_key(|range| range.0);
        widths
    }

    /// The width of a character of the font that says `text`.
    pub(super) fn of(&self, character: u32, text: Option<&str>) -> f64 {
        if let Some(width) = self.of_characters.get(&character) {
            return *width;
        }
        let after = self.ranges.partition_point(|range| range.0 <= character);
        let range = after.checked_sub(1).and_then(|place| self.ranges.get(place));
        if let Some((_, _, width)) = range.filter(|range| character <= range.1) {
            return *width;
        }
        match self.otherwise {
            Otherwise::Always(width) => width,
            Otherwise::OfText { is_monospaced: true } => 600.0,
            Otherwise::OfText { is_monospaced: false } => usual_width(text.unwrap_or("n")),
        }
    }
}

fn character(object: Object<'_>) -> Option<u32> {
    object.into_number().and_then(|number| u32::try_from(number.as_i64()).ok())
}

/// About what Helvetica and Times have.
fn usual_width(text: &str) -> f64 {
    match text.chars().next() {
        Some('0'..='9') => 540.0,
        Some(' ' | '.' | ',' | ':' | ';' | '\'' | 'i' | 'j' | 'l' | 'I' | 't' | 'f' | '(' | ')' | '-') => {
            300.0
        }
        Some('m' | 'w' | 'M' | 'W') => 830.0,
        Some('A'..='Z') => 680.0,
        Some(other) if u32::from(other) >= 0x2e80 => 1000.0,
        _ => 520.0,
    }
}
