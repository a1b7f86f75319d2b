//! What happens to a text on its way.

use std::ops::Range;

use fastrand::Rng;

use super::Pen;

/// Something that happens to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Damage {
    /// A page ends within a table: a page number, a running head.
    PageBreak,
    /// A tab, or what else sets cells off, is lost.
    LostSeparator,
    /// A space too many, in a label or beside a value.
    ExtraSpace,
    /// A label is broken into two lines.
    SplitLabel,
    /// A letter in the place of a digit that looks like it: O, o, l, I.
    LetterForDigit,
    /// Another character in a label.
    WrongCharacter,
    /// A line break within a number.
    BrokenNumber,
    /// A blank line is lost.
    LostBlankLine,
}

impl Damage {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::PageBreak,
        Self::LostSeparator,
        Self::ExtraSpace,
        Self::SplitLabel,
        Self::LetterForDigit,
        Self::WrongCharacter,
        Self::BrokenNumber,
        Self::LostBlankLine,
    ];

    /// The name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::PageBreak => "page break",
            Self::LostSeparator => "lost tab",
            Self::ExtraSpace => "extra space",
            Self::SplitLabel => "split label",
            Self::LetterForDigit => "letter for digit",
            Self::WrongCharacter => "wrong character",
            Self::BrokenNumber => "broken number",
            Self::LostBlankLine => "lost blank line",
        }
    }

    /// Damages the text at a random place within a table. Says whether a
    /// number is printed otherwise now; none where there is no such place.
    pub fn apply(self, pen: &mut Pen, random: &mut Rng) -> Option<bool> {
        let (at, with) = match self {
            Self::PageBreak => page_break(pen, random)?,
            Self::LostSeparator => (lost_separator(pen, random)?, String::new()),
            Self::ExtraSpace => {
                let signs = places(pen, |before, after| before != '\n' || after != '\n');
                let at = choose(&signs, random)?;
                (at..at, [" ", "　", "  "][random.usize(..3)].to_owned())
            }
            Self::SplitLabel => {
                let within = places(pen, |before, after| is_ideograph(before) && is_ideograph(after));
                let at = choose(&outside_values(pen, within), random)?;
                (at..at, "\n".to_owned())
            }
            Self::LetterForDigit => letter_for_digit(pen, random)?,
            Self::WrongCharacter => {
                let within = places(pen, |_, after| is_ideograph(after));
                let at = choose(&outside_values(pen, within), random)?;
                (at..at + 3, ["己", "末", "囗", "弟", "汏"][random.usize(..5)].to_owned())
            }
            Self::BrokenNumber => {
                let digits = |value: &Range<usize>| {
                    pen.text[value.clone()].chars().take_while(|character| is_digit(*character)).count()
                };
                let long: Vec<&Range<usize>> = pen.values.iter().filter(|value| digits(value) > 1).collect();
                let value = *long.get(random.usize(..long.len().max(1)))?;
                let first = random.usize(1..digits(value));
                let at = value.start + pen.text[value.clone()].char_indices().nth(first)?.0;
                (at..at, "\n".to_owned())
            }
            Self::LostBlankLine => {
                let blank = places(pen, |before, after| before == '\n' && after == '\n');
                let at = choose(&blank, random)?;
                (at..at + 1, String::new())
            }
        };
        let touched = match self {
            Self::BrokenNumber | Self::LetterForDigit => true,
            // The sign between two numbers, or a space within one.
            Self::LostSeparator => {
                pen.values.iter().any(|value| value.end == at.start)
                    && pen.values.iter().any(|value| value.start == at.end)
            }
            Self::ExtraSpace => pen.values.iter().any(|value| value.start < at.start && at.end < value.end),
            _ => false,
        };
        pen.replace(at, &with);
        Some(touched)
    }
}

/// The places within tables between two such characters.
fn places(pen: &Pen, wanted: impl Fn(char, char) -> bool) -> Vec<usize> {
    let mut places = Vec::new();
    for table in &pen.tables {
        let mut before = '\n';
        for (at, character) in pen.text[table.clone()].char_indices() {
            if wanted(before, character) {
                places.push(table.start + at);
            }
            before = character;
        }
    }
    places
}

/// Those of the places that are not in a value, as the unit of `3件` is.
fn outside_values(pen: &Pen, places: Vec<usize>) -> Vec<usize> {
    let in_value = |at: usize| pen.values.iter().any(|value| value.contains(&at));
    places.into_iter().filter(|at| !in_value(*at)).collect()
}

fn choose(places: &[usize], random: &mut Rng) -> Option<usize> {
    places.get(random.usize(..places.len().max(1))).copied()
}

fn is_ideograph(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

fn page_break(pen: &Pen, random: &mut Rng) -> Option<(Range<usize>, String)> {
    let starts = places(pen, |before, _| before == '\n');
    let at = choose(&starts, random)?;
    let number = random.u8(2..20);
    let foot = match random.u8(..5) {
        0 => format!("- {number} -\n"),
        1 => format!("第 {number} 页 共 21 页\n"),
        2 => format!("{number}\n"),
        3 => format!("\n{number} / 21\n\u{c}"),
        _ => "\n\n".to_owned(),
    };
    let head = if random.u8(..3) == 0 { "政府信息公开工作年度报告\n" } else { "" };
    Some((at..at, foot + head))
}

/// A sign or a space that sets two cells off, gone.
fn lost_separator(pen: &Pen, random: &mut Rng) -> Option<Range<usize>> {
    let is_sign = |character: char| matches!(character, '\t' | ',' | '|' | '│');
    let in_value = |at: usize| pen.values.iter().any(|value| value.start < at && at < value.end);
    let signs: Vec<usize> =
        places(pen, |_, after| is_sign(after)).into_iter().filter(|at| !in_value(*at)).collect();
    let at = match choose(&signs, random) {
        Some(at) => at,
        None => choose(&places(pen, |before, after| after == ' ' && before != ' '), random)?,
    };
    let length = pen.text[at..].chars().next()?.len_utf8();
    Some(at..at + length)
}

fn letter_for_digit(pen: &Pen, random: &mut Rng) -> Option<(Range<usize>, String)> {
    let values = pen.values.iter().flat_map(|value| {
        let digits = pen.text[value.clone()].char_indices().take_while(|(_, character)| is_digit(*character));
        digits.filter(|(_, character)| matches!(character, '0' | '1')).map(|(at, _)| value.start + at)
    });
    let at = choose(&values.collect::<Vec<usize>>(), random)?;
    let letters = if pen.text[at..].starts_with('0') { ["O", "o"] } else { ["l", "I"] };
    Some((at..at + 1, letters[random.usize(..2)].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Pen {
        let mut pen = Pen::default();
        pen.line("正文1101");
        pen.begin_table();
        pen.cell("予以公开", false);
        pen.put("\t");
        pen.cell("1101", true);
        pen.put("\t");
        pen.cell("10", true);
        pen.line("");
        pen.line("");
        pen.end_table();
        pen
    }

    #[test]
    fn damage_is_done_to_tables_and_to_nothing_else() {
        for damage in Damage::ALL {
            for seed in 0..50 {
                let mut pen = written();
                let changed = damage.apply(&mut pen, &mut Rng::with_seed(seed));
                assert!(changed.is_some(), "{damage:?}");
                assert!(pen.text.starts_with("正文1101\n"), "{damage:?}: {}", pen.text);
                assert_ne!(pen.text, written().text, "{damage:?}");
            }
        }
    }

    #[test]
    fn what_changes_a_number_as_printed_says_so() {
        for seed in 0..50 {
            for damage in Damage::ALL {
                let mut pen = written();
                let changed = damage.apply(&mut pen, &mut Rng::with_seed(seed));
                let numbers: Vec<&str> = pen.text.split_whitespace().skip(1).collect();
                let whole = numbers.contains(&"1101") && numbers.contains(&"10");
                // A lost tab behind the label leaves the number as it is.
                let beside = pen.text.contains("予以公开1101\t10");
                assert_eq!(changed, Some(!whole && !beside), "{damage:?}: {}", pen.text);
            }
        }
    }
}
