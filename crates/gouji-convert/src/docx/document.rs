//! The body of a document.

use super::numbering::Numbering;
use super::properties::{self, CellProperties, ParagraphProperties, RowProperties, RunProperties};
use crate::ConvertError;
use crate::compose::{Composer, Part};
use crate::office::{Element, Node, Xml};

/// Fields in fields that are told apart.
const MAX_FIELDS: usize = 64;

/// What a line break within a paragraph is, for the composer.
const LINE_BREAK: char = '\u{b}';

/// What stands for a character of a symbol font, whose look is not known.
const SYMBOL: char = '□';

/// An element that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Paragraph,
    Run,
    Text,
    Table,
    Row,
    Cell,
    /// A drawing or an object, in which only the text of boxes is text.
    Graphic,
    /// The text of a box.
    Box,
    /// The same thing several times, for programs of different ages.
    Alternatives {
        taken: bool,
    },
    Other,
}

/// A paragraph that is open; those of a text box stand within another.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    properties: ParagraphProperties,
    run: RunProperties,
    /// Whether its last character stands above or below the line.
    ends_raised: bool,
}

/// What is known of a row before its first cell, and of a cell before its
/// first paragraph.
#[derive(Debug, Default)]
struct Table {
    row: RowProperties,
    row_begun: bool,
    cell: CellProperties,
    cell_begun: bool,
}

/// Reads a document from beginning to end.
pub(super) struct Document<'a> {
    xml: Xml<'a>,
    numbering: Numbering,
    composer: Composer,
    open: Vec<Open>,
    /// For each graphic and each text box that is open, whether it is the
    /// graphic.
    in_graphic: Vec<bool>,
    paragraphs: Vec<Paragraph>,
    tables: Vec<Table>,
    /// For each field that is open, whether its instruction is being read.
    fields: Vec<bool>,
}

impl<'a> Document<'a> {
    pub(super) fn new(text: &'a str, numbering: Numbering) -> Self {
        Self {
            xml: Xml::new(text),
            numbering,
            composer: Composer::default(),
            open: Vec::new(),
            in_graphic: Vec::new(),
            paragraphs: Vec::new(),
            tables: Vec::new(),
            fields: Vec::new(),
        }
    }

    pub(super) fn read(mut self) -> Result<String, ConvertError> {
        while let Some(node) = self.xml.next()? {
            match node {
                Node::Open(element) => {
                    if let Some(open) = self.begin(&element)? {
                        self.open.push(open);
                    }
                }
                Node::Close => {
                    if let Some(open) = self.open.pop() {
                        self.end(open);
                    }
                }
                Node::Text(text) if self.open.last() == Some(&Open::Text) => self.add(&text),
                Node::Text(_) => {}
            }
        }
        self.composer.finish()
    }

    /// Begins an element; `None` where all of it was read or passed over.
    fn begin(&mut self, element: &Element<'a>) -> Result<Option<Open>, ConvertError> {
        let name = element.name();
        match name {
            "AlternateContent" => return Ok(Some(Open::Alternatives { taken: false })),
            "Choice" | "Fallback" => return self.begin_alternative(),
            "drawing" | "pict" | "object" => {
                self.in_graphic.push(true);
                return Ok(Some(Open::Graphic));
            }
            "txbxContent" => {
                self.in_graphic.push(false);
                return Ok(Some(Open::Box));
            }
            _ if self.in_graphic.last() == Some(&true) => return Ok(Some(Open::Other)),
            _ => {}
        }
        match name {
            "p" => {
                self.begin_cell();
                self.paragraphs.push(Paragraph::default());
                return Ok(Some(Open::Paragraph));
            }
            "r" => {
                self.set_run(RunProperties::default());
                return Ok(Some(Open::Run));
            }
            "t" => return Ok(Some(Open::Text)),
            "tbl" => {
                self.begin_cell();
                self.composer.open_table();
                self.tables.push(Table::default());
                return Ok(Some(Open::Table));
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    *table = Table::default();
                }
                return Ok(Some(Open::Row));
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = CellProperties::default();
                    table.cell_begun = false;
                }
                return Ok(Some(Open::Cell));
            }
            _ => {}
        }
        self.read_properties(name)?;
        match name {
            "pPr" | "rPr" | "trPr" | "tcPr" => return Ok(None),
            // What was deleted, or moved from here; what describes and is no
            // text; small characters above others.
            "del" | "moveFrom" | "sdtPr" | "sectPr" | "tblPr" | "tblGrid" | "rt" | "rubyPr" => {
                self.xml.skip()?;
                return Ok(None);
            }
            "tab" | "ptab" => self.add(" "),
            "br" | "cr" => self.add(LINE_BREAK.encode_utf8(&mut [0; 4])),
            "noBreakHyphen" => self.add("-"),
            "sym" => self.add_symbol(element),
            "fldChar" => self.field(element.attribute("fldCharType").as_deref()),
            _ => {}
        }
        Ok(Some(Open::Other))
    }

    fn read_properties(&mut self, name: &str) -> Result<(), ConvertError> {
        match name {
            "pPr" => {
                let properties = properties::paragraph(&mut self.xml)?;
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.properties = properties;
                }
            }
            "rPr" => {
                let run = properties::run(&mut self.xml)?;
                self.set_run(run);
            }
            "trPr" => {
                let row = properties::row(&mut self.xml)?;
                if let Some(table) = self.tables.last_mut() {
                    table.row = row;
                }
                if row.left_out {
                    self.leave_out()?;
                }
            }
            "tcPr" => {
                let cell = properties::cell(&mut self.xml)?;
                if let Some(table) = self.tables.last_mut() {
                    table.cell = cell;
                }
                if cell.covered && !cell.left_out {
                    self.begin_cell();
                }
                if cell.covered || cell.left_out {
                    self.leave_out()?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Passes over the rest of the row or cell that is open.
    fn leave_out(&mut self) -> Result<(), ConvertError> {
        self.xml.skip()?;
        if let Some(open) = self.open.pop() {
            self.end(open);
        }
        Ok(())
    }

    /// Begins one of several alternatives: the first is taken, which is the
    /// newest and stands for the others.
    fn begin_alternative(&mut self) -> Result<Option<Open>, ConvertError> {
        if let Some(Open::Alternatives { taken }) = self.open.last_mut() {
            if *taken {
                self.xml.skip()?;
                return Ok(None);
            }
            *taken = true;
        }
        Ok(Some(Open::Other))
    }

    /// Begins the row and the cell that are open in the text, if they are not
    /// in the composer.
    fn begin_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        if !table.row_begun {
            table.row_begun = true;
            self.composer.open_row(Part::Body);
            if table.row.before > 0 {
                self.composer.open_cell(table.row.before, 1);
            }
        }
        if !table.cell_begun {
            table.cell_begun = true;
            self.composer.open_cell(table.cell.columns, 1);
        }
    }

    fn end(&mut self, open: Open) {
        match open {
            Open::Paragraph => self.end_paragraph(),
            Open::Run => self.set_run(RunProperties::default()),
            Open::Box => {
                self.in_graphic.pop();
                self.composer.end_line();
            }
            Open::Graphic => _ = self.in_graphic.pop(),
            Open::Cell => {
                if self.tables.last().is_some_and(|table| !table.cell.left_out) {
                    self.begin_cell();
                }
                self.composer.close_cell();
            }
            Open::Row => {
                let row = self.tables.last().filter(|table| table.row_begun).map(|table| table.row);
                if let Some(RowProperties { after: after @ 1.., .. }) = row {
                    self.composer.open_cell(after, 1);
                }
                self.composer.close_cell();
            }
            Open::Table => {
                self.tables.pop();
                self.composer.close_table();
            }
            Open::Text | Open::Alternatives { .. } | Open::Other => {}
        }
    }

    fn end_paragraph(&mut self) {
        // A field's instruction that a paragraph does not end is a fault of
        // the file, and must not hide the rest of it.
        self.fields.retain(|is_instruction| !is_instruction);
        let Some(Paragraph { text, properties, .. }) = self.paragraphs.pop() else { return };
        let number = self.numbering.next(properties.style.as_deref(), properties.place);
        if !text.trim().is_empty() {
            self.composer.flow(&number);
            // What would run into the text's own digits stays apart.
            if number.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '.')
                && text.trim_start().starts_with(|first: char| first.is_ascii_digit())
            {
                self.composer.space();
            }
            self.composer.flow(&text);
        }
        if !properties.goes_on {
            self.composer.end_line();
        }
    }

    fn set_run(&mut self, run: RunProperties) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.run = run;
        }
    }

    /// Adds text to the paragraph that is open, where it is shown.
    fn add(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if paragraph.run.left_out || self.fields.contains(&true) {
            return;
        }
        let is_digit = |character: char| character.is_ascii_digit();
        let raised = paragraph.run.raised;
        if raised != paragraph.ends_raised && paragraph.text.ends_with(is_digit) && text.starts_with(is_digit)
        {
            paragraph.text.push(' ');
        }
        paragraph.ends_raised = raised;
        paragraph.text.push_str(text);
    }

    /// Adds a character of a symbol font. Those in the private range look like
    /// anything, but not like nothing.
    fn add_symbol(&mut self, element: &Element<'a>) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let Some(character) = code.and_then(char::from_u32) else { return };
        let character = if ('\u{e000}'..='\u{f8ff}').contains(&character) { SYMBOL } else { character };
        self.add(character.encode_utf8(&mut [0; 4]));
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") if self.fields.len() < MAX_FIELDS => self.fields.push(true),
            Some("separate") => {
                if let Some(is_instruction) = self.fields.last_mut() {
                    *is_instruction = false;
                }
            }
            Some("end") => _ = self.fields.pop(),
            _ => {}
        }
    }
}
