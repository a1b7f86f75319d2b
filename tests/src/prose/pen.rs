//! Writes a wording with the figures of a report.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::numerals::{self, Style};
use super::{Facts, Wordings};

/// Writes wordings. Whatever is random in them comes from one seed.
#[derive(Debug)]
pub struct Pen {
    /// Where everything random comes from.
    pub random: Rng,
    style: Style,
}

impl Pen {
    /// A pen of someone who writes numbers in one way, mostly.
    pub fn new(mut random: Rng) -> Self {
        let style = Style::any(&mut random);
        Self { random, style }
    }

    /// One of the list.
    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.random.usize(..list.len())]
    }

    /// Whether something that happens so many times in a hundred happens.
    pub fn happens(&mut self, percent: u8) -> bool {
        self.random.u8(..100) < percent
    }

    /// Some wording of the group that fits, written; none where none fits.
    pub fn some(&mut self, group: &str, facts: &Facts) -> Option<String> {
        let fitting = Wordings::clean().fitting(group, facts);
        if fitting.is_empty() {
            return None;
        }
        let template = &self.one_of(&fitting).template;
        Some(self.write(template, facts))
    }

    /// So many wordings of the group, none twice, in any order.
    pub fn several(&mut self, group: &str, count: usize, facts: &Facts) -> Vec<String> {
        let mut fitting = Wordings::clean().fitting(group, facts);
        self.random.shuffle(&mut fitting);
        fitting.iter().take(count).map(|wording| self.write(&wording.template, facts)).collect()
    }

    /// The template, written: of `[a|b]` one, and for `{…}` a figure or a word.
    pub fn write(&mut self, template: &str, facts: &Facts) -> String {
        let chosen = self.choose(template);
        let mut out = String::new();
        let mut variables = BTreeMap::new();
        let mut rest = chosen.as_str();
        while let Some((before, inner, after)) = enclosed(rest, '{', '}') {
            out.push_str(before);
            // What stands at a decimal point, a colon or a percent sign is a piece
            // of a number, which has digits whatever the style.
            let style = self.style;
            if before.ends_with('.') || after.starts_with(['.', '%', ':']) {
                self.style = Style::Digits;
            }
            out.push_str(&self.place(inner, facts, &mut variables));
            self.style = style;
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// Takes one alternative wherever the template has several.
    fn choose(&mut self, template: &str) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, inner, after)) = enclosed(rest, '[', ']') {
            out.push_str(before);
            let alternatives: Vec<&str> = inner.split('|').collect();
            let chosen = *self.one_of(&alternatives);
            out.push_str(chosen);
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn place(&mut self, inner: &str, facts: &Facts, variables: &mut BTreeMap<String, i64>) -> String {
        if let Some(word) = facts.word(inner) {
            return word.to_owned();
        }
        match inner {
            "%" => return format!("{}.{:02}%", self.random.u8(91..100), self.random.u8(..100)),
            "^" => return format!("{}.{}%", self.random.u16(1..300), self.random.u8(..10)),
            "s1" => return self.random.u8(2..10).to_string(),
            "phone" => return self.random.u32(22_000_000..89_999_999).to_string(),
            _ => {}
        }
        if let Some((part, whole)) = inner.split_once('/') {
            let part = self.value(part, facts, variables);
            if let Some(whole) = whole.strip_suffix('^') {
                return self.wrong_share(part, facts.value(whole));
            }
            let whole = self.value(whole, facts, variables);
            return self.share(part, whole);
        }
        if let Some(name) = inner.strip_prefix('~') {
            let number = self.value(name, facts, variables);
            return if number > 10 { numerals::about(number, &mut self.random) } else { self.number(number) };
        }
        if let Some(name) = inner.strip_suffix('^') {
            let number = self.value(name, facts, variables);
            let wrong = self.wrong(number, facts);
            return self.style.write(wrong);
        }
        if let Some((whole, name)) = inner.split_once('<') {
            let whole = self.value(whole, facts, variables);
            let part = self.random.i64(1..whole.max(2));
            variables.insert(name.to_owned(), part);
            return self.number(part);
        }
        let number = self.value(inner, facts, variables);
        self.number(number)
    }

    /// A sum or difference of figures and of numbers that were made up.
    fn value(&mut self, expression: &str, facts: &Facts, variables: &mut BTreeMap<String, i64>) -> i64 {
        let mut total = 0;
        let mut sign = 1;
        let mut name = String::new();
        for character in expression.chars().chain(['+']) {
            if !matches!(character, '+' | '-') {
                name.push(character);
                continue;
            }
            total += sign * self.named(&name, facts, variables);
            sign = if character == '-' { -1 } else { 1 };
            name.clear();
        }
        total
    }

    fn named(&mut self, name: &str, facts: &Facts, variables: &mut BTreeMap<String, i64>) -> i64 {
        if let Some(number) = variables.get(name) {
            return *number;
        }
        let made_up = match name.as_bytes() {
            [b'p'..=b'z'] => self.random.i64(2..60),
            [b'P'..=b'Z'] => self.random.i64(100..9000),
            _ => return facts.value(name),
        };
        variables.insert(name.to_owned(), made_up);
        made_up
    }

    fn number(&mut self, number: i64) -> String {
        if self.style == Style::Digits {
            return number.to_string();
        }
        if number >= 10_000 && self.happens(15) {
            return numerals::ten_thousands(number);
        }
        if (1..10_000).contains(&number) && self.happens(if number <= 10 { 5 } else { 1 }) {
            return numerals::chinese_pieces(number);
        }
        self.style.write(number)
    }

    fn share(&mut self, part: i64, whole: i64) -> String {
        let decimals = *self.one_of(&[0, 1, 2, 2]);
        if part > 0 && part < whole {
            let share = numerals::share(part, whole, decimals);
            // What rounds to nothing or to everything is written with decimals.
            if share.starts_with("0%") || share.starts_with("100") {
                return numerals::share(part, whole, 2);
            }
            return share;
        }
        numerals::share(part, whole, if part == whole { 0 } else { 2 })
    }

    /// A share that is wrong by more than rounding can be, and below a hundred.
    fn wrong_share(&mut self, part: i64, whole: i64) -> String {
        let right = part * 10_000 / whole.max(1);
        loop {
            let wrong = right + self.random.i64(-3000..3000);
            if (1..10_000).contains(&wrong) && (wrong - right).abs() >= 60 {
                return format!("{}.{:02}%", wrong / 100, wrong % 100);
            }
        }
    }

    /// Another number than this one, as people mistake it, and than any other of
    /// the figures, so that no other reading makes it right.
    fn wrong(&mut self, number: i64, facts: &Facts) -> i64 {
        loop {
            let slip = match self.random.u8(..5) {
                0 => number + self.random.i64(1..4),
                1 => number - self.random.i64(1..4),
                2 => number * 10 + self.random.i64(..10),
                3 => number / 10,
                _ => number + self.random.i64(5..90),
            };
            if slip > 0 && slip != number && !facts.any(slip) {
                return slip;
            }
        }
    }
}

/// What stands before, between and after the first two brackets.
fn enclosed(text: &str, open: char, close: char) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(open)?;
    let (inner, after) = rest.split_once(close)?;
    Some((before, inner, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_written_with_its_figures() {
        let mut facts = Facts::default();
        facts.set("new", 8);
        facts.set("granted", 2);
        facts.say("we", "我局");
        let mut pen = Pen { random: Rng::with_seed(1), style: Style::Plain };
        let template = "{we}收到{new}件，其中网上{new<p}件，信函{new-p}件，公开{granted/new}，比上年多{q}%";
        let written = pen.write(template, &facts);
        assert!(written.starts_with("我局收到"), "{written}");
        let figures: Vec<i64> = written
            .split(|character: char| !character.is_ascii_digit())
            .filter_map(|digits| digits.parse().ok())
            .collect();
        let [new, online, letters, share, ..] = figures[..] else { panic!("{written}") };
        assert_eq!((new, online + letters, share), (8, 8, 25));
    }
}
