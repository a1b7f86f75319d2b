//! Numbers that Word puts before paragraphs by itself: 一、, （一）, 1.

use std::collections::{BTreeMap, BTreeSet};

use super::styles::{ListPlace, Styles};
use crate::ConvertError;
use crate::numerals::Numerals;
use crate::office::{Element, Node, Xml};

/// The standard has nine levels.
const LEVELS: usize = 9;

/// How numbers of one level are written.
#[derive(Clone, Debug)]
struct Level {
    start: usize,
    numerals: Numerals,
    /// `%1` stands for the number of the first level.
    text: String,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
    /// All numbers in it are written in decimal digits.
    all_decimal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, numerals: Numerals::Decimal, text: String::new(), style: None, all_decimal: false }
    }
}

/// A definition that several lists may share, and how far they have counted.
#[derive(Clone, Debug, Default)]
struct Definition {
    levels: [Level; LEVELS],
    counted: [Option<usize>; LEVELS],
    /// The style whose list's definition stands for this one.
    like: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    starts: [Option<usize>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    styles: Styles,
    definitions: BTreeMap<String, Definition>,
    lists: BTreeMap<String, List>,
    begun: BTreeSet<String>,
}

impl Numbering {
    pub(super) fn read(text: &str, styles: Styles) -> Result<Self, ConvertError> {
        let mut numbering = Self { styles, ..Self::default() };
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "abstractNum" => {
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    numbering.definitions.insert(id, read_definition(&mut xml)?);
                }
                "num" => {
                    let id = element.attribute("numId").unwrap_or_default();
                    numbering.lists.insert(id, read_list(&mut xml)?);
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// The number of the next paragraph with these properties; empty where it
    /// has none.
    pub(super) fn next(&mut self, style: Option<&str>, own: ListPlace) -> String {
        let place = own.or(self.styles.place(style));
        let Some((id, list)) = place.list.and_then(|id| self.lists.get_key_value(&id)) else {
            return String::new();
        };
        let mut definition_id = &list.definition;
        let linked = self.definitions.get(definition_id).and_then(|definition| definition.like.as_deref());
        if let Some(list) = linked.and_then(|style| self.lists.get(&self.styles.place(Some(style)).list?)) {
            definition_id = &list.definition;
        }
        let Some(definition) = self.definitions.get_mut(definition_id) else { return String::new() };
        let of_style = || {
            definition
                .levels
                .iter()
                .position(|level| level.style.is_some() && level.style.as_deref() == style)
        };
        let at = place.level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        if !self.begun.contains(id) {
            self.begun.insert(id.clone());
            for (counted, start) in definition.counted.iter_mut().zip(list.starts) {
                if let Some(start) = start {
                    *counted = start.checked_sub(1);
                }
            }
        }
        let level = |at: usize| list.levels[at].as_ref().unwrap_or(&definition.levels[at]);
        let number = match definition.counted[at] {
            Some(counted) => counted.saturating_add(1),
            None => list.starts[at].unwrap_or(level(at).start),
        };
        definition.counted[at] = Some(number);
        definition.counted[at + 1..].fill(None);
        let counted = definition.counted;
        let of_level = |other: usize| {
            let numerals = if level(at).all_decimal { Numerals::Decimal } else { level(other).numerals };
            numerals.write(counted[other].unwrap_or(level(other).start))
        };
        if matches!(level(at).numerals, Numerals::None) {
            return String::new();
        }
        filled(&level(at).text, of_level)
    }
}

/// Puts the numbers of the levels into their places in `text`.
fn filled(text: &str, number: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('%') {
        out.push_str(before);
        let digit = behind.chars().next().and_then(|digit| digit.to_digit(10));
        if let Some(level @ 1..=9) = digit {
            out.push_str(&number(level as usize - 1));
            rest = &behind[1..];
        } else {
            out.push('%');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

fn read_definition(xml: &mut Xml<'_>) -> Result<Definition, ConvertError> {
    let mut definition = Definition::default();
    xml.each(|xml, element| {
        match element.name() {
            "lvl" => {
                let at = level_of(element);
                definition.levels[at] = read_level(xml)?;
            }
            "numStyleLink" => definition.like = element.attribute("val"),
            _ => {}
        }
        Ok(())
    })?;
    Ok(definition)
}

fn read_list(xml: &mut Xml<'_>) -> Result<List, ConvertError> {
    let mut list = List::default();
    let mut at = 0;
    xml.each(|xml, element| {
        match element.name() {
            "abstractNumId" => list.definition = element.attribute("val").unwrap_or_default(),
            "lvlOverride" => at = level_of(element),
            "startOverride" => list.starts[at] = element.number("val"),
            "lvl" => list.levels[level_of(element)] = Some(read_level(xml)?),
            _ => {}
        }
        Ok(())
    })?;
    Ok(list)
}

fn read_level(xml: &mut Xml<'_>) -> Result<Level, ConvertError> {
    let mut level = Level::default();
    xml.each(|xml, element| {
        let value = || element.attribute("val");
        match element.name() {
            "start" => level.start = element.number("val").unwrap_or(1),
            "numFmt" => level.numerals = value().map_or(Numerals::Decimal, |name| Numerals::named(&name)),
            "lvlText" => level.text = value().unwrap_or_default(),
            "pStyle" => level.style = value(),
            "isLgl" => level.all_decimal = element.is_on(),
            "pPr" | "rPr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(level)
}

fn level_of(element: &Element<'_>) -> usize {
    element.number("ilvl").unwrap_or(0).min(LEVELS - 1)
}
