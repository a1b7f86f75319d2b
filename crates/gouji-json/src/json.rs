//! JSON in the making.

use crate::{write_name, write_words};

/// JSON in the making: the commas between fields and items set themselves. The
/// bytes are those that serde_json writes.
#[derive(Default)]
pub(crate) struct Json {
    text: String,
}

impl Json {
    /// What was written.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Begins an object or a list, which is an item or stands alone.
    pub(crate) fn open(&mut self, bracket: char) {
        self.next_item();
        self.text.push(bracket);
    }

    /// Begins an object or a list, which is a field.
    pub(crate) fn open_field(&mut self, name: &str, bracket: char) {
        write_name(&mut self.text, name);
        self.text.push(bracket);
    }

    /// Ends an object or a list.
    pub(crate) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// A field that is JSON already.
    pub(crate) fn field(&mut self, name: &str, json: &str) {
        write_name(&mut self.text, name);
        self.text.push_str(json);
    }

    /// A field that is words.
    pub(crate) fn words(&mut self, name: &str, words: &str) {
        write_name(&mut self.text, name);
        write_words(&mut self.text, words);
    }

    /// A field that is words, or null.
    pub(crate) fn words_or_null(&mut self, name: &str, words: Option<&str>) {
        match words {
            Some(words) => self.words(name, words),
            None => self.field(name, "null"),
        }
    }

    /// A field that is true or false.
    pub(crate) fn truth(&mut self, name: &str, truth: bool) {
        self.field(name, if truth { "true" } else { "false" });
    }

    /// A field that is a number.
    pub(crate) fn number(&mut self, name: &str, number: i64) {
        write_name(&mut self.text, name);
        gouji::push_number(&mut self.text, number);
    }

    /// A field that is a number, or null.
    pub(crate) fn number_or_null(&mut self, name: &str, number: Option<i64>) {
        match number {
            Some(number) => self.number(name, number),
            None => self.field(name, "null"),
        }
    }

    /// An item that is words.
    pub(crate) fn words_item(&mut self, words: &str) {
        self.next_item();
        write_words(&mut self.text, words);
    }

    /// An item that is a number.
    pub(crate) fn number_item(&mut self, number: i64) {
        self.next_item();
        gouji::push_number(&mut self.text, number);
    }

    /// Every item but the first has a comma before it.
    fn next_item(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'[')) {
            self.text.push(',');
        }
    }
}
