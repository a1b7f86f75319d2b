//! Numbers that lists put before their items.

use super::style::{Counting, counting};
use super::tokens::Tag;
use crate::numerals::{chinese, decimal};

/// Lists in lists that are told apart.
const MAX_DEPTH: usize = 64;

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// For each what it counts with, and the number of its next item.
    open: Vec<(Counting, usize)>,
    too_deep: usize,
}

impl Lists {
    pub(super) fn open(&mut self, tag: &Tag<'_>, ordered: bool) {
        if self.open.len() == MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        let counting = if ordered { counting(tag) } else { Counting::Unknown };
        self.open.push((counting, tag.number("start").unwrap_or(1)));
    }

    pub(super) fn close(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.open.pop();
        }
    }

    /// What stands before an item; nothing where that is not known.
    pub(super) fn number(&mut self, item: &Tag<'_>) -> String {
        let Some((counting, next)) = self.open.last_mut() else { return String::new() };
        let number = item.number("value").unwrap_or(*next);
        *next = number.saturating_add(1);
        match counting {
            Counting::Unknown => String::new(),
            Counting::Decimal => [&decimal(number), "."].concat(),
            Counting::Chinese => [&chinese(number), "、"].concat(),
        }
    }
}
