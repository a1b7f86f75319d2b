//! Which findings have a cause in common with another one.
//!
//! One slip shows in several places: a wrong total fails its sums and
//! contradicts the sentence that states it. What follows from another finding
//! says so ([`Finding::follows`]), and the faces show it under that one.

use crate::Finding;
use crate::reading::Document;
use crate::text::TextRange;

/// What has to be shared, besides the codes.
#[derive(Clone, Copy)]
enum Link {
    /// Nothing: where there is the one, it explains the other.
    None,
    /// A cell.
    Cell,
    /// The table that they stand in.
    Table,
}

/// A rule, and those whose findings can follow from its findings.
struct Consequences {
    cause: &'static str,
    link: Link,
    rules: &'static [&'static str],
}

/// Figures of the text that are compared with cells.
const CLAIMS: &[&str] = &["GJ411", "GJ412", "GJ413", "GJ414", "GJ415", "GJ416", "GJ417", "GJ418", "GJ419"];

/// The likeliest cause first.
static ALL: &[Consequences] = &[
    // A wrong year makes wrong whatever is measured by the year.
    Consequences { cause: "GJ401", link: Link::None, rules: &["GJ214", "GJ235", "GJ236", "GJ237", "GJ402"] },
    // Last years' table has last years' rows and columns.
    Consequences { cause: "GJ214", link: Link::Table, rules: &["GJ208", "GJ209", "GJ210", "GJ211"] },
    Consequences { cause: "GJ201", link: Link::None, rules: &["GJ205", "GJ215"] },
    Consequences { cause: "GJ301", link: Link::Cell, rules: CLAIMS },
    Consequences { cause: "GJ302", link: Link::Cell, rules: CLAIMS },
    Consequences { cause: "GJ303", link: Link::Cell, rules: CLAIMS },
    Consequences { cause: "GJ304", link: Link::Cell, rules: CLAIMS },
];

/// Says of every finding which other one it follows from.
pub(crate) fn group(document: &Document, findings: &mut [Finding]) {
    for index in 0..findings.len() {
        let finding = &findings[index];
        let explains = |cause: &&Finding| {
            ALL.iter().any(|consequences| {
                consequences.cause == cause.rule.code
                    && consequences.rules.contains(&finding.rule.code)
                    && is_linked(document, consequences.link, cause, finding)
            })
        };
        // What follows from something that follows is shown under the first.
        let cause = findings.iter().find(explains);
        let follows = cause.map(|cause| cause.follows.clone().unwrap_or_else(|| cause.id.clone()));
        findings[index].follows = follows;
    }
}

fn is_linked(document: &Document, link: Link, one: &Finding, other: &Finding) -> bool {
    match link {
        Link::None => true,
        Link::Cell => one.cells.iter().any(|cell| other.cells.contains(cell)),
        Link::Table => document.tables.iter().any(|table| {
            let within = |range: TextRange| table.range.start <= range.start && range.end <= table.range.end;
            let touches = |finding: &Finding| {
                within(finding.range) || finding.labels.iter().any(|label| within(label.range))
            };
            touches(one) && touches(other)
        }),
    }
}
