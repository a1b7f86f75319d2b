//! Marked content: what a stretch of the page says of itself.

use std::rc::Rc;

use hayro_syntax::content::Instruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Dict, Name, Object, String as Bytes};
use hayro_syntax::page::Resources;

use super::Glyph;
use crate::pdf::ideographs::ordinary;

/// The stretches that are open.
#[derive(Default)]
pub(super) struct Marked {
    open: Vec<Stretch>,
}

struct Stretch {
    /// What its glyphs say instead of what they look like, with the number of
    /// the first of them.
    actual: Option<(String, usize)>,
    is_furniture: bool,
}

/// The longest text that is put in the place of glyphs. What is longer is a
/// description.
const LONGEST: usize = 16;

/// Deeper ones are not looked at.
const MAX_DEPTH: usize = 10_000;

impl Marked {
    pub(super) fn begin(
        &mut self,
        instruction: &Instruction<'_, '_>,
        resources: &Resources<'_>,
        glyphs: usize,
    ) {
        let mut stretch = Stretch { actual: None, is_furniture: self.is_furniture() };
        let mut operands = instruction.operands();
        let tag = operands.next();
        let properties = match operands.next() {
            Some(Object::Dict(properties)) => Some(properties.clone()),
            Some(Object::Name(name)) => resources.properties.get::<Dict<'_>>(name),
            _ => None,
        };
        if let Some(properties) = properties {
            let is_artifact = matches!(tag, Some(Object::Name(tag)) if tag.as_ref() == b"Artifact");
            let kind = properties.get::<Name<'_>>(keys::TYPE);
            stretch.is_furniture |= is_artifact && kind.as_deref() == Some(b"Pagination");
            let text = properties.get::<Bytes<'_>>(keys::ACTUAL_TEXT).and_then(|text| text_string(&text));
            stretch.actual = text.map(|text| (text, glyphs));
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push(stretch);
        }
    }

    pub(super) fn end(&mut self, glyphs: &mut [Glyph]) {
        let Some(stretch) = self.open.pop() else { return };
        if let Some((text, first)) = stretch.actual
            && let Some(glyphs) = glyphs.get_mut(first..)
        {
            say(&text, glyphs);
        }
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Ends what a form opened and did not end.
    pub(super) fn end_down_to(&mut self, depth: usize, glyphs: &mut [Glyph]) {
        while self.open.len() > depth {
            self.end(glyphs);
        }
    }

    pub(super) fn is_furniture(&self) -> bool {
        self.open.last().is_some_and(|stretch| stretch.is_furniture)
    }
}

/// Gives glyphs the text they stand for. Digits stay what they look like: a
/// figure is what a reader sees.
fn say(text: &str, glyphs: &mut [Glyph]) {
    let has_digit = |text: &str| text.contains(|character: char| character.is_numeric());
    let length = text.chars().count();
    if length > LONGEST || has_digit(text) || glyphs.iter().any(|glyph| has_digit(&glyph.text)) {
        return;
    }
    let text = text.chars().map(ordinary);
    if length == glyphs.len() {
        for (glyph, character) in glyphs.iter_mut().zip(text) {
            glyph.text = Rc::from(character.encode_utf8(&mut [0; 4]) as &str);
        }
    } else if let Some((first, others)) = glyphs.split_first_mut() {
        first.text = text.collect::<String>().into();
        for other in others {
            first.place = first.place.union(other.place);
            other.text = Rc::from("");
        }
    }
}

/// A text string: UTF-16 or UTF-8 by its first bytes, otherwise Latin.
fn text_string(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xfe, 0xff, text @ ..] => {
            let units: Vec<u16> =
                text.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16(&units).ok()
        }
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8(text.to_vec()).ok(),
        text => text.is_ascii().then(|| text.iter().copied().map(char::from).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::content::Direction;
    use crate::pdf::geometry::Rect;

    fn glyphs(text: &str) -> Vec<Glyph> {
        let place = |left: f64| Rect { left, top: 0.0, right: left + 10.0, bottom: 10.0 };
        let glyph = |(left, character): (f64, char)| Glyph {
            text: Rc::from(character.to_string()),
            place: place(left),
            size: 10.0,
            direction: Direction::Right,
            is_furniture: false,
        };
        [0.0, 10.0, 20.0, 30.0].into_iter().zip(text.chars()).map(glyph).collect()
    }

    fn said(glyphs: &[Glyph]) -> String {
        glyphs.iter().map(|glyph| &*glyph.text).collect()
    }

    #[test]
    fn glyphs_say_their_actual_text() {
        let mut one = glyphs("⼀⼆");
        say("一二", &mut one);
        assert_eq!(said(&one), "一二");
        let mut ligature = glyphs("ﬁ");
        say("fi", &mut ligature);
        assert_eq!(said(&ligature), "fi");
        let mut hyphen = glyphs("-");
        say("", &mut hyphen);
        assert_eq!(said(&hyphen), "");
    }

    #[test]
    fn figures_are_what_is_seen() {
        let mut one = glyphs("12");
        say("21", &mut one);
        assert_eq!(said(&one), "12");
        let mut two = glyphs("一二");
        say("12", &mut two);
        assert_eq!(said(&two), "一二");
    }

    #[test]
    fn text_strings_are_utf_16_or_latin() {
        assert_eq!(text_string(b"\xfe\xff\x4e\x00").as_deref(), Some("一"));
        assert_eq!(text_string(b"\xef\xbb\xbf\xe4\xb8\x80").as_deref(), Some("一"));
        assert_eq!(text_string(b"ab").as_deref(), Some("ab"));
        assert_eq!(text_string(b"\xe4\xb8"), None);
    }
}
