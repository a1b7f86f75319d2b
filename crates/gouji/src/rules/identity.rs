//! What a finding is known by, from one check to the next.

use super::Context;
use super::prose_places::beginning;
use crate::Finding;
use crate::words::push_number;

/// How much of what is printed at a finding's place makes part of its name.
const CHARACTERS: usize = 40;

/// Gives every finding a name made of what it says, and not of where it
/// stands: its rule, its cells with what is printed in them, its sums with
/// their sides, or else the words at its place. Of findings that say the same
/// the second one ends in `-2`, and so on.
pub(super) fn name(context: &Context<'_>, findings: &mut [Finding]) {
    for index in 0..findings.len() {
        let mut name = of(context, &findings[index]);
        let mut number = 1;
        for before in &findings[..index] {
            // All sums have the same length: behind it is the end, or the number.
            if before.id.as_bytes().starts_with(name.as_bytes()) {
                number += 1;
            }
        }
        if number > 1 {
            name.push('-');
            push_number(&mut name, number);
        }
        findings[index].id = name;
    }
}

fn of(context: &Context<'_>, finding: &Finding) -> String {
    let mut hash = Hash::default();
    hash.add(&finding.subject);
    for id in &finding.cells {
        hash.add(id.table.as_str());
        hash.add(id.row.0);
        hash.add(id.column.0);
        if let Some(cell) = context.document.cell(*id) {
            hash.add(&context.printed(cell.range));
        }
    }
    for id in &finding.relations {
        hash.add(id.table.as_str());
        hash.add(id.kind.as_str());
        hash.add(id.subject);
    }
    if finding.cells.is_empty() || finding.relations.is_empty() {
        let printed = context.printed(finding.range);
        hash.add(beginning(&printed, CHARACTERS));
    }
    let mut name = finding.rule.code.to_owned();
    name.push('-');
    for digit in (0..8).rev() {
        name.push(char::from_digit((hash.0 >> (4 * digit)) & 0xf, 16).unwrap_or_default());
    }
    name
}

/// FNV-1a of 32 bits: a name for a few dozen findings, and no secret.
struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hash {
    /// Adds words and a sign for their end.
    fn add(&mut self, words: &str) {
        for &byte in words.as_bytes() {
            self.add_byte(byte);
        }
        self.add_byte(0);
    }

    fn add_byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
}
