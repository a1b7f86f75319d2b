//! What a finding is known by, from one check to the next.

use super::Context;
use crate::Finding;

/// How much of what is printed at a finding's place makes part of its name.
const CHARACTERS: usize = 40;

/// Gives every finding a name made of what it says, and not of where it
/// stands: its rule, its cells with what is printed in them, its sums with
/// their sides, or else the words at its place. Of findings that say the same
/// the second one ends in `-2`, and so on.
pub(super) fn name(context: &Context<'_>, findings: &mut [Finding]) {
    for index in 0..findings.len() {
        let name = of(context, &findings[index]);
        let same = findings[..index].iter().filter(|before| {
            before.id.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        let before = same.count();
        findings[index].id = if before == 0 { name } else { format!("{name}-{}", before + 1) };
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
        let end = printed.char_indices().nth(CHARACTERS).map_or(printed.len(), |(at, _)| at);
        hash.add(&printed[..end]);
    }
    format!("{}-{:08x}", finding.rule.code, hash.0)
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
        for byte in words.bytes().chain([0]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}
