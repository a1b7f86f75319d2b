//! What is carried from one sentence or clause to the next.

use super::vocabulary::{Object, Sense};

/// What 自然人 N 件 may be a part of, where no verb says it.
pub(super) const ANY_DEED: &str = "new|new+carried_in|total";

/// What was said before, as far as it goes on to count.
// Each may hold or not, whatever the others do.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// What is being counted in this part of the text.
    pub(super) topic: Option<Object>,
    /// Something else was named since the topic.
    pub(super) strayed: bool,
    /// This part of the text is about disclosure on application.
    pub(super) related: bool,
    /// What was last done with applications.
    pub(super) deed: &'static str,
    /// This part of the text says how many were handled.
    pub(super) says_handled: bool,
    /// This part of the text says how many were carried out.
    pub(super) says_carried_out: bool,
    /// The sentence is about another year.
    pub(super) other_year: bool,
    /// The sentence before was about another year to its end.
    pub(super) after_other_year: bool,
    /// A figure of another year was passed over in this sentence.
    pub(super) passed_other_year: bool,
    /// The sentence is about a part of the year, or about what is to come.
    pub(super) other_time: bool,
    /// The sentence is about a part of the area or of the organ.
    pub(super) part: bool,
    /// The sentence counts other things as well.
    pub(super) other_things: bool,
    /// The sentence is about what is published.
    pub(super) published: bool,
    /// 其中: the figures are parts of one before.
    pub(super) among: bool,
    /// What the last figure was: an applicant, an outcome, or a result.
    pub(super) last_sense: Option<Sense>,
    /// The first claim of this sentence.
    pub(super) first_claim: usize,
    /// The claim of the figure before, for 占…%.
    pub(super) last_claim: Option<usize>,
}

impl Context {
    pub(super) fn new() -> Self {
        Self {
            topic: None,
            strayed: false,
            related: false,
            deed: ANY_DEED,
            says_handled: false,
            says_carried_out: false,
            other_year: false,
            after_other_year: false,
            passed_other_year: false,
            other_time: false,
            part: false,
            other_things: false,
            published: false,
            among: false,
            last_sense: None,
            first_claim: 0,
            last_claim: None,
        }
    }
}
