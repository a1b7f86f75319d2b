//! Page numbers, running headers and footers.

use std::collections::HashMap;

use super::lines::Line;
use super::pages::{Block, PageBlocks};
use super::upright::to_whole;

/// The part of a page's height, at its head and its foot, where they stand.
const MARGIN: f64 = 0.13;

/// How many lines of a page's head or foot may be such.
const LINES: usize = 3;

/// Takes them off all pages.
pub(super) fn remove(pages: &mut [PageBlocks]) {
    let bare = bare_numbers(pages);
    let running = running_lines(pages);
    for (index, page) in pages.iter_mut().enumerate() {
        let places = marginal_lines(page);
        let is_furniture: Vec<bool> = (0..page.blocks.len())
            .map(|place| match page.blocks.get(place) {
                Some(Block::Line(line)) if places.contains(&place) => {
                    line.is_furniture
                        || running.contains_key(&running_key(line))
                        || match page_number(&line.text) {
                            Some(PageNumber::Marked) => true,
                            Some(PageNumber::Bare(number)) => bare.contains(&(index, number)),
                            None => false,
                        }
                }
                _ => false,
            })
            .collect();
        let mut is_furniture = is_furniture.into_iter();
        page.blocks.retain(|_| !is_furniture.next().unwrap_or(false));
    }
}

/// A line that is nothing but a page's number.
#[derive(Debug, PartialEq, Eq)]
enum PageNumber {
    /// It says so: `- 5 -`, `第5页`, `5/9`.
    Marked,
    /// The number alone.
    Bare(usize),
}

fn page_number(text: &str) -> Option<PageNumber> {
    let text: String = text.split_whitespace().collect();
    if !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().map(PageNumber::Bare);
    }
    let is_dash = |character: char| "-‐‑–—―－·•~～".contains(character);
    let between_dashes = text.strip_prefix(is_dash).and_then(|text| text.strip_suffix(is_dash));
    let number = between_dashes.map(|text| text.trim_matches(is_dash));
    let is_number =
        |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if number.is_some_and(is_number) {
        return Some(PageNumber::Marked);
    }
    let words: &[char] = &['第', '页', '共', '/', '／', '，', ','];
    let mut parts = text.split(words).filter(|part| !part.is_empty());
    let is_marked = text.starts_with('第') && text.contains('页') || text.contains(['/', '／']);
    let first = parts.next().is_some_and(is_number);
    let second = parts.next().is_none_or(is_number);
    (is_marked && first && second && parts.next().is_none()).then_some(PageNumber::Marked)
}

/// The lines in the margins of a page, as places in its blocks. A table ends
/// the margin.
fn marginal_lines(page: &PageBlocks) -> Vec<usize> {
    let line_at = |place: &usize| match page.blocks.get(*place) {
        Some(Block::Line(line)) => Some(line),
        _ => None,
    };
    let count = page.blocks.len();
    let is_at_head = |line: &Line| line.place.bottom <= page.height * MARGIN;
    let is_at_foot = |line: &Line| line.place.top >= page.height * (1.0 - MARGIN);
    let head = (0..count).take(LINES).take_while(|place| line_at(place).is_some_and(is_at_head));
    let foot = (0..count).rev().take(LINES).take_while(|place| line_at(place).is_some_and(is_at_foot));
    head.chain(foot).collect()
}

/// The bare numbers that count the pages, with the page each stands on.
fn bare_numbers(pages: &[PageBlocks]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        for place in marginal_lines(page) {
            if let Some(Block::Line(line)) = page.blocks.get(place)
                && let Some(PageNumber::Bare(number)) = page_number(&line.text)
            {
                found.push((index, number));
            }
        }
    }
    let counts = |&(index, number): &(usize, usize)| {
        let is_in_step = |other: &&(usize, usize)| other.1 + index == number + other.0;
        number == index + 1 || found.iter().filter(is_in_step).count() > 1
    };
    found.iter().filter(|one| counts(one)).copied().collect()
}

/// What a running line is known by: its words and its height on the page.
fn running_key(line: &Line) -> (String, i64) {
    let bare = line.text.chars().filter(|character| !character.is_whitespace());
    let bare = bare.map(|character| if character.is_ascii_digit() { '#' } else { character });
    (bare.collect(), to_whole(line.place.top / 6.0))
}

/// Lines that stand at the same place on at least half of the pages.
fn running_lines(pages: &[PageBlocks]) -> HashMap<(String, i64), usize> {
    let mut counts: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages {
        for place in marginal_lines(page) {
            if let Some(Block::Line(line)) = page.blocks.get(place) {
                *counts.entry(running_key(line)).or_default() += 1;
            }
        }
    }
    counts.retain(|_, count| *count >= 2 && *count * 2 >= pages.len());
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::content::Shown;
    use crate::pdf::lines::testing::glyphs_at;

    fn pages(pages: &[&[(f64, &str)]]) -> Vec<PageBlocks> {
        let page = |texts: &&[(f64, &str)]| {
            let glyphs = texts.iter().flat_map(|&(top, text)| glyphs_at(100.0, top, text)).collect();
            PageBlocks::new(&Shown { glyphs, ..Shown::default() }, (600.0, 800.0))
        };
        pages.iter().map(page).collect()
    }

    fn remaining(mut pages: Vec<PageBlocks>) -> Vec<Vec<String>> {
        remove(&mut pages);
        let text = |block: &Block| match block {
            Block::Line(line) => line.text.clone(),
            Block::Table(table) => table.text(),
        };
        pages.iter().map(|page| page.blocks.iter().map(text).collect()).collect()
    }

    #[test]
    fn page_numbers_are_known_by_their_marks() {
        for marked in ["- 5 -", "— 12 —", "－3－", "第5页", "第 5 页 共 9 页", "第5页，共9页", "5/9", "5 / 9"]
        {
            assert_eq!(page_number(marked), Some(PageNumber::Marked), "{marked}");
        }
        assert_eq!(page_number("5"), Some(PageNumber::Bare(5)));
        for text in ["2023", "5件", "共 9 件", "一、", "-", "2023/12/31", "1.2"] {
            assert_eq!(page_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_bare_number_is_a_page_number_where_it_counts_the_pages() {
        let all: &[&[(f64, &str)]] = &[
            &[(300.0, "甲"), (770.0, "7")],
            &[(300.0, "乙"), (770.0, "8")],
            &[(300.0, "丙"), (770.0, "25")],
        ];
        assert_eq!(remaining(pages(all)), [vec!["甲"], vec!["乙"], vec!["丙", "25"]]);
    }

    #[test]
    fn what_stands_on_every_page_is_no_part_of_the_text() {
        let all: &[&[(f64, &str)]] = &[
            &[(30.0, "青溪县年报"), (300.0, "甲"), (400.0, "青溪县年报")],
            &[(30.0, "青溪县年报"), (300.0, "乙")],
        ];
        assert_eq!(remaining(pages(all)), [vec!["甲", "青溪县年报"], vec!["乙"]]);
    }

    #[test]
    fn numbers_within_the_page_stay() {
        assert_eq!(remaining(pages(&[&[(300.0, "1"), (400.0, "- 2 -")]])), [vec!["1", "- 2 -"]]);
    }
}
