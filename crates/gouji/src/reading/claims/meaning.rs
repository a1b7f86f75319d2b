//! What is counted, as rows and columns of a table.

use super::ClaimKind;
use super::context::ANY_DEED;
use super::seen::Seen;
use super::sentence::Reader;
use super::subject;
use super::vocabulary::{Object, Sense};
use crate::form::{FormId, TableId};

/// As many characters that are in no word may stand between the words.
const FEW: usize = 1;

/// What is counted, as rows and columns of a table.
pub(super) struct Meaning {
    pub(super) kind: ClaimKind,
    pub(super) table: TableId,
    pub(super) rows: String,
    pub(super) columns: String,
    pub(super) doubtful: bool,
}

impl Reader<'_> {
    /// What is counted, by the words around the figure and what was said
    /// before.
    pub(super) fn meaning(&mut self, seen: &Seen, at: usize) -> Option<Meaning> {
        let mut objects = seen.objects.clone();
        let some_applications =
            !objects.is_empty() && objects.iter().all(|object| *object == Object::SomeApplications);
        if objects.iter().any(|object| !is_applications(*object)) {
            objects.retain(|object| !is_applications(*object));
        }
        if objects.iter().any(|object| is_one_kind_of_lawsuit(*object)) {
            objects.retain(|object| is_one_kind_of_lawsuit(*object));
        }
        let context = &mut self.context;
        let mut doubtful = seen.doubt || context.other_things && seen.deeds.is_empty();
        let explicit = objects.first().copied();
        let tells_results = !seen.results.is_empty() || seen.carried && (seen.next || seen.previous);
        if let Some(object) = explicit {
            let is_verbless = seen.deeds.is_empty() && seen.applicants.is_empty() && !tells_results;
            let is_unrelated = !context.related && context.topic != Some(Object::Applications);
            context.topic = Some(object);
            context.after_other_year = false;
            // 收到法律援助申请3690件，受理36件: what follows is of the same kind.
            context.strayed = seen.strange_within > FEW || some_applications && is_unrelated;
            doubtful |= context.strayed || some_applications && is_verbless;
            let has_verb = !seen.deeds.is_empty() || seen.document.is_some() || tells_results;
            doubtful |= !has_verb && is_applications(object) && seen.strange_ahead > FEW;
        } else {
            if tells_results && !context.topic.is_some_and(is_applications) {
                doubtful |= !context.related;
                context.topic = Some(Object::Applications);
            }
            let strange = seen.strange_ahead + seen.strange_within > FEW;
            doubtful |= strange || context.strayed || context.after_other_year;
        }
        let topic = context.topic?;
        let mut meaning = match topic {
            Object::Applications | Object::SomeApplications => self.applications(seen)?,
            Object::Reviews | Object::Lawsuits | Object::DirectLawsuits | Object::LawsuitsAfterReview => {
                self.reviews(seen, topic, &objects, at)?
            }
            _ => self.disclosure(seen, topic, &objects)?,
        };
        meaning.doubtful |= doubtful;
        Some(meaning)
    }

    fn applications(&mut self, seen: &Seen) -> Option<Meaning> {
        let mut doubtful = seen.information_last || seen.way;
        let mut kind = ClaimKind::Applications;
        let rows = if !seen.results.is_empty() {
            kind = ClaimKind::Outcome;
            self.context.last_sense = Some(Sense::Result(""));
            results(&seen.results)
        } else if seen.carried {
            let rows = match (seen.next, seen.previous) {
                (true, false) => "carried_out",
                (false, true) => "carried_in",
                _ => "carried_out|carried_in",
            };
            rows.to_owned()
        } else if seen.deeds.is_empty() {
            match self.context.last_sense {
                _ if !seen.applicants.is_empty() => {}
                Some(Sense::Applicant(_)) if seen.other => {}
                Some(Sense::Result(_)) if seen.other => {
                    return Some(Meaning {
                        kind: ClaimKind::Outcome,
                        table: TableId::Applications,
                        rows: "other_other|other*".to_owned(),
                        columns: "total".to_owned(),
                        doubtful: true,
                    });
                }
                _ if seen.objects.is_empty() => return None,
                _ => {}
            }
            let deed = self.context.deed;
            if deed == ANY_DEED { ANY_DEED.to_owned() } else { [deed, "|", ANY_DEED].concat() }
        } else {
            let rows = seen.deeds.join("|");
            if let [deed] = seen.deeds[..] {
                self.context.deed = deed;
            }
            rows
        };
        let columns = if seen.applicants.is_empty() && seen.other && seen.results.is_empty() {
            "other".to_owned()
        } else {
            applicants(&seen.applicants)
        };
        if !seen.applicants.is_empty() && columns != "total" {
            self.context.last_sense = Some(Sense::Applicant(""));
        }
        let rows = if columns == "total" { rows } else { [&rows, "|total"].concat() };
        doubtful |= seen.other && !seen.results.is_empty();
        Some(Meaning { kind, table: TableId::Applications, rows, columns, doubtful })
    }

    fn reviews(&mut self, seen: &Seen, topic: Object, objects: &[Object], at: usize) -> Option<Meaning> {
        // 受理、办理 is what the organ does that decides on reviews.
        let is_own_work = seen.deeds.iter().any(|deed| *deed != "new|new+carried_in");
        let mut doubtful = is_own_work || self.context.other_things || !self.is_about_disclosure(at);
        let column = match (seen.outcome, seen.other) {
            (Some(column), _) => column,
            (None, true) => "other",
            (None, false) if objects.is_empty() => return None,
            (None, false) => "total",
        };
        if seen.other && seen.outcome.is_none() {
            doubtful |= !matches!(self.context.last_sense, Some(Sense::Outcome(_)));
        }
        if seen.outcome.is_some() {
            self.context.last_sense = Some(Sense::Outcome(""));
        }
        let mut rows = String::new();
        let carried = [topic];
        for object in if objects.is_empty() { &carried } else { objects } {
            if !rows.is_empty() {
                rows.push('+');
            }
            rows.push_str(match object {
                Object::Reviews => "review",
                Object::DirectLawsuits => "direct",
                Object::LawsuitsAfterReview => "after_review",
                _ => "direct+after_review",
            });
        }
        Some(Meaning {
            kind: ClaimKind::Review,
            table: TableId::Review,
            rows,
            columns: column.to_owned(),
            doubtful,
        })
    }

    fn disclosure(&mut self, seen: &Seen, topic: Object, objects: &[Object]) -> Option<Meaning> {
        let is_2019 = subject::layout(self.document, TableId::Disclosure) == FormId::Y2019;
        let mut doubtful = objects.len() > 1 || seen.information_last || self.context.among;
        let (row, columns) = match topic {
            Object::Normative | Object::Regulation => {
                let columns = match seen.document {
                    Some("made") => {
                        if is_2019 {
                            "made"
                        } else {
                            "issued"
                        }
                    }
                    Some("published" | "total") if !is_2019 => return None,
                    Some("issued") if is_2019 => "made|published",
                    Some("in_force") if is_2019 => {
                        doubtful = true;
                        "total"
                    }
                    Some(column) => column,
                    None if objects.is_empty() => return None,
                    None => {
                        doubtful = true;
                        if is_2019 { "made|published|total" } else { "issued|in_force" }
                    }
                };
                (if topic == Object::Normative { "normative" } else { "regulation" }, columns)
            }
            Object::ProcessingFee => ("processing", "collected|charged"),
            Object::FeeNotices => ("processing", "notices"),
            _ if objects.is_empty() => return None,
            Object::Charges => ("fee", "amount"),
            Object::License => ("license", "decisions"),
            Object::Penalty => ("penalty", "decisions"),
            _ => ("coercion", "decisions"),
        };
        let is_fee = row == "processing";
        let is_document = matches!(topic, Object::Normative | Object::Regulation);
        // What is published of decisions is about a column of a website.
        doubtful |= columns == "decisions" && (seen.document.is_some() || self.context.published);
        doubtful |= is_document && seen.government;
        Some(Meaning {
            kind: if is_fee { ClaimKind::Fee } else { ClaimKind::Disclosure },
            table: if is_fee { TableId::Fees } else { TableId::Disclosure },
            rows: row.to_owned(),
            columns: columns.to_owned(),
            doubtful,
        })
    }
}

pub(super) fn is_applications(object: Object) -> bool {
    matches!(object, Object::Applications | Object::SomeApplications)
}

fn is_one_kind_of_lawsuit(object: Object) -> bool {
    matches!(object, Object::DirectLawsuits | Object::LawsuitsAfterReview)
}

/// The rows of several results: those of a reason and its group are
/// alternatives, others add up.
fn results(results: &[&'static str]) -> String {
    let first = |rows: &'static str| rows.split('|').next().unwrap_or_default();
    let group = |rows: &'static str| first(rows).split(['_', '*']).next().unwrap_or_default();
    let (Some(one), Some(last)) = (results.first(), results.last()) else { return String::new() };
    if results.len() == 1 {
        return (*one).to_owned();
    }
    if results.iter().all(|rows| group(rows) == group(last)) {
        return results.join("|");
    }
    let mut sum = String::new();
    for (at, rows) in results.iter().enumerate() {
        if results[..at].contains(rows) {
            continue;
        }
        if !sum.is_empty() {
            sum.push('+');
        }
        sum.push_str(first(rows));
    }
    sum
}

/// The columns of several applicants: natural persons and organisations are
/// all, others add up.
fn applicants(applicants: &[&'static str]) -> String {
    match applicants {
        [] => "total".to_owned(),
        [one] => (*one).to_owned(),
        several if several.contains(&"natural") && several.iter().any(|columns| *columns != "natural") => {
            "total".to_owned()
        }
        several => {
            let mut columns: Vec<&str> = several.to_vec();
            columns.dedup();
            if columns.len() == 1 { columns[0].to_owned() } else { columns.join("+") }
        }
    }
}
