//! Fonts: which character a code stands for, and how wide it is.

mod cmap;
mod encoding;
mod widths;

use std::rc::Rc;

use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Stream};

use self::cmap::{CMap, Codes};
use self::encoding::Encoding;
use self::widths::Widths;
use super::budget::Budget;
use super::document::unpack;
use crate::ConvertError;

/// A font, as far as text is concerned.
pub(super) struct Font {
    codes: Codes,
    /// What the file itself says the codes mean.
    to_unicode: Option<CMap>,
    /// What they mean otherwise.
    encoding: Encoding,
    widths: Widths,
    /// Whether lines run downwards.
    is_vertical: bool,
    /// From glyph space to text space, for fonts whose glyphs are drawings.
    unit: f64,
    /// Whether its glyphs are drawings, which may have any size.
    is_drawn: bool,
}

/// The unit of all fonts but drawn ones, in units of the size.
const UNIT: f64 = 0.001;

/// How wide glyphs are, in units of the size.
const GLYPH_WIDTHS: std::ops::RangeInclusive<f64> = 0.0..=5.0;

/// How wide digits are, in units of the size.
const DIGIT_WIDTHS: std::ops::RangeInclusive<f64> = 0.15..=1.3;

/// One code of a string that is shown.
pub(super) struct Glyph {
    /// What it says; none where that cannot be known.
    pub(super) text: Option<Rc<str>>,
    /// How far it moves on, in units of the font size.
    pub(super) advance: f64,
    /// Whether it is the one-byte code 32, which is stretched with the words.
    pub(super) is_word_space: bool,
}

impl Font {
    /// Reads a font.
    ///
    /// # Errors
    ///
    /// Where its tables unpack to too much, or are damaged.
    pub(super) fn load(dictionary: &Dict<'_>, budget: &mut Budget) -> Result<Self, ConvertError> {
        let to_unicode = match dictionary.get::<Stream<'_>>(keys::TO_UNICODE) {
            Some(stream) => Some(CMap::parse(&unpack(&stream, budget)?)),
            None => None,
        };
        if dictionary.get::<Name<'_>>(keys::SUBTYPE).as_deref() == Some(b"Type0") {
            return Self::load_composite(dictionary, to_unicode, budget);
        }
        let is_drawn = dictionary.get::<Name<'_>>(keys::SUBTYPE).as_deref() == Some(b"Type3");
        let unit = if is_drawn { drawn_unit(dictionary) } else { UNIT };
        Ok(Self {
            codes: Codes::OneByte,
            to_unicode,
            encoding: Encoding::of_simple_font(dictionary),
            widths: Widths::of_simple_font(dictionary),
            is_vertical: false,
            unit,
            is_drawn,
        })
    }

    fn load_composite(
        dictionary: &Dict<'_>,
        to_unicode: Option<CMap>,
        budget: &mut Budget,
    ) -> Result<Self, ConvertError> {
        let name = dictionary.get::<Name<'_>>(keys::ENCODING);
        let name = name.as_ref().map_or("", Name::as_str);
        let mut is_vertical = name.ends_with("-V");
        let (codes, encoding) = match dictionary.get::<Stream<'_>>(keys::ENCODING) {
            Some(stream) => {
                is_vertical = stream.dict().get::<i32>(keys::WMODE) == Some(1);
                let cmap = CMap::parse(&unpack(&stream, budget)?);
                (Codes::Listed(cmap), Encoding::Unknown)
            }
            None => (Codes::of_predefined(name), Encoding::of_predefined(name)),
        };
        let descendant = dictionary.get::<Array<'_>>(keys::DESCENDANT_FONTS);
        let descendant = descendant.and_then(|fonts| fonts.iter::<Dict<'_>>().next()).unwrap_or_default();
        let widths = Widths::of_composite_font(&descendant);
        Ok(Self { codes, to_unicode, encoding, widths, is_vertical, unit: UNIT, is_drawn: false })
    }

    pub(super) fn is_vertical(&self) -> bool {
        self.is_vertical
    }

    /// Whether no glyph is as wide as that, so that the font's table of widths
    /// is damaged and nothing stands where it seems to.
    pub(super) fn is_impossible(&self, advance: f64) -> bool {
        !self.is_drawn && !GLYPH_WIDTHS.contains(&advance)
    }

    /// The glyphs of a string that is shown.
    pub(super) fn glyphs(&self, string: &[u8]) -> impl Iterator<Item = Glyph> {
        let mut rest = string;
        std::iter::from_fn(move || {
            let (code, length) = self.codes.next(rest)?;
            rest = rest.get(length..).unwrap_or_default();
            Some(self.glyph(code, length))
        })
    }

    fn glyph(&self, code: u32, length: usize) -> Glyph {
        let told = self.to_unicode.as_ref().and_then(|cmap| cmap.text(code));
        let text = told.or_else(|| self.encoding.text(code));
        let advance = if self.is_vertical {
            1.0
        } else {
            self.widths.of(self.codes.character_of(code), text.as_deref()) * self.unit
        };
        // A digit as narrow or as wide as none is says that the table of widths
        // is damaged, and then the next one does not stand where it seems to.
        let is_odd = !self.is_drawn && !DIGIT_WIDTHS.contains(&advance);
        let text = text.filter(|text| !(is_odd && text.bytes().all(|byte| byte.is_ascii_digit())));
        Glyph { text, advance, is_word_space: length == 1 && code == 32 }
    }
}

/// How large a unit of a font of drawings is.
fn drawn_unit(dictionary: &Dict<'_>) -> f64 {
    let matrix = dictionary.get::<Array<'_>>(keys::FONT_MATRIX);
    let first = matrix.and_then(|matrix| matrix.iter::<Number>().next());
    first.map_or(0.001, |number| number.as_f64())
}
