//! Whether a fault was found, and what else was reported.

use gouji::text::TextRange;
use gouji::{Finding, Options, check};

use super::Faulty;

/// What came of a report with a fault.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// Whether the fault was reported by its rule, at its place.
    pub found: bool,
    /// What was reported besides, and not in the clean report: codes and messages.
    pub others: Vec<(String, String)>,
}

/// Checks the report and the clean one it was made of.
pub fn judge(faulty: &Faulty) -> Judgement {
    let before = check(&faulty.clean, &Options::default()).findings;
    let after = check(&faulty.text, &Options::default()).findings;
    let mut judgement = Judgement::default();
    for finding in &after {
        let code = finding.rule.code;
        if code == faulty.code && (faulty.places.is_empty() || touches(finding, &faulty.places)) {
            judgement.found = true;
            continue;
        }
        let known = before.iter().any(|other| other.rule.code == code && other.message == finding.message);
        if !known && !faulty.companions.iter().any(|companion| companion == code) {
            judgement.others.push((code.to_owned(), finding.message.clone()));
        }
    }
    judgement
}

fn touches(finding: &Finding, places: &[TextRange]) -> bool {
    let meets =
        |range: TextRange| places.iter().any(|place| range.start <= place.end && place.start <= range.end);
    meets(finding.range) || finding.labels.iter().any(|label| meets(label.range))
}
