//! PDF files with a text layer.
//!
//! A PDF holds glyphs and lines with their places, and nothing of rows or
//! cells. Here the glyphs become lines and words (`lines`), the ruling lines
//! become grids of cells (`grid`), words stand in the cell that holds their
//! middle (`cells`, `tables`), and what belongs to the pages and not to the text goes
//! (`furniture`). Objects, encryption and filters are read by `hayro-syntax`.

mod bombs;
mod budget;
mod cells;
mod content;
mod document;
mod figures;
mod fonts;
mod furniture;
mod geometry;
mod grid;
mod ideographs;
mod lines;
mod pages;
mod paragraphs;
mod tables;
#[cfg(test)]
mod tests;
mod upright;

use self::budget::Budget;
use self::content::{Fonts, Shown};
use self::pages::PageBlocks;
use crate::{ConvertError, Converted, Source};

/// Fewer glyphs on a page are a stamp or a page number on a picture.
const GLYPHS_OF_A_PICTURE: usize = 12;

/// Of so many glyphs, one may be unknown.
const GLYPHS_TO_AN_UNKNOWN: usize = 10;

/// Reads the text of a PDF.
///
/// # Errors
///
/// Where the file cannot be read, has no text, or does not say which
/// characters its text has.
pub(crate) fn from_pdf(bytes: &[u8]) -> Result<Converted, ConvertError> {
    let pdf = document::open(bytes)?;
    let mut budget = Budget::new();
    let mut fonts = Fonts::new();
    let mut pages = Vec::new();
    let mut seen = Seen::default();
    for page in pdf.pages().iter() {
        let shown = content::run(page, &mut fonts, &mut budget)?;
        seen.add(&shown);
        let (width, height) = page.render_dimensions();
        let shown = upright::upright(shown);
        pages.push(PageBlocks::new(&shown, (f64::from(width), f64::from(height))));
    }
    seen.judge()?;
    furniture::remove(&mut pages);
    let text = paragraphs::text(pages);
    if text.trim().is_empty() {
        return Err(ConvertError::Empty);
    }
    Ok(Converted { text, source: Source::Pdf })
}

/// What was seen on all pages.
#[derive(Default)]
struct Seen {
    pages: usize,
    pictures: usize,
    visible: usize,
    unknown: usize,
}

impl Seen {
    fn add(&mut self, shown: &Shown) {
        let visible = shown.glyphs.iter().filter(|glyph| !glyph.is_blank()).count();
        self.pages += 1;
        self.pictures += usize::from(shown.has_picture && visible < GLYPHS_OF_A_PICTURE);
        self.visible += visible;
        self.unknown += shown.glyphs.iter().filter(|glyph| glyph.is_unknown()).count();
    }

    fn judge(&self) -> Result<(), ConvertError> {
        if self.pictures * 2 > self.pages {
            return Err(ConvertError::ScannedPdf);
        }
        if self.visible == 0 {
            return Err(ConvertError::Empty);
        }
        if self.unknown * GLYPHS_TO_AN_UNKNOWN > self.visible {
            return Err(ConvertError::UnreadableFonts);
        }
        Ok(())
    }
}
