//! What a page without English words tells the one that takes its place: all
//! that a person typed, decided and set.

use gouji_convert::Source;
use gouji_json::{Lang, WriteJson as _, write_objects};

use crate::decisions::Decided;
use crate::paste::Paste;
use crate::reader::{parse, read_objects};
use crate::state::{EditNotice, Snapshot, State};
use crate::storage::{StoredSettings, StoredText};
use crate::words::HAS_ENGLISH;

/// What the next page goes on with.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Handover {
    /// What a reload would keep as well.
    kept: StoredText,
    settings: StoredSettings,
    /// What was decided before, step by step.
    history: Vec<Decided>,
    /// What the editor held before.
    undo: Option<StoredText>,
    /// What was said about the editor.
    said: Option<Said>,
    /// Whether the focus is on the button of the language.
    pub(crate) is_focused: bool,
}

/// An [`EditNotice`]; what it does not tell is empty.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    what: String,
    /// Of a file.
    name: String,
    others: bool,
    /// Of a file, and of something pasted.
    source: String,
    /// Of something pasted.
    is_plain: bool,
    before: String,
    start: u32,
    end: u32,
    cells: String,
    plain: String,
}

write_objects! {
    Handover { kept, settings, history, undo, said, is_focused }
    Said { what, name, others, source, is_plain, before, start, end, cells, plain }
    Decided { corrections, set_aside, profile }
}

read_objects! {
    Handover { kept, settings, history, undo, said, is_focused }
    Said { what, name, others, source, is_plain, before, start, end, cells, plain }
    Decided { corrections, set_aside, profile }
    StoredText { text, corrections, set_aside, report }
    StoredSettings { lang, elder, profile }
}

impl Handover {
    /// What the page before told; none where there was none.
    pub(crate) fn read(json: Option<&str>) -> Option<Self> {
        // Only the program with English words takes the place of another.
        json.filter(|_| HAS_ENGLISH).and_then(parse)
    }
}

impl State {
    /// What the next page is told, as JSON.
    pub(crate) fn hand_over(&self, is_focused: bool) -> String {
        let undo = self.undo.as_ref().map(|undo| StoredText {
            text: undo.text.to_string(),
            corrections: undo.decided.corrections.clone(),
            set_aside: undo.decided.set_aside.clone(),
            report: undo.report,
        });
        let handover = Handover {
            kept: self.to_keep(),
            settings: StoredSettings { lang: Lang::En, ..self.settings() },
            history: self.history.clone(),
            undo,
            said: self.edit_notice.as_ref().map(Said::of),
            is_focused,
        };
        handover.to_json()
    }

    /// The state of a page that takes the place of another.
    pub(crate) fn taken_over(handover: Handover) -> Self {
        let Handover { kept, settings, history, undo, said, is_focused: _ } = handover;
        let undo = undo.map(|StoredText { text, corrections, set_aside, report }| Snapshot {
            text: text.into(),
            // The profile is no matter of one report.
            decided: Decided { corrections, set_aside, ..Decided::default() },
            report,
        });
        let edit_notice = said.and_then(Said::notice);
        Self { history, undo, edit_notice, ..Self::restored(kept, settings) }
    }
}

impl Said {
    fn of(notice: &EditNotice) -> Self {
        let said = |what: &str| Self { what: what.to_owned(), ..Self::default() };
        match notice {
            EditNotice::Cleared => said("cleared"),
            EditNotice::ExampleLoaded => said("example"),
            EditNotice::Undone => said("undone"),
            EditNotice::FileRead { name, source, others } => Self {
                name: name.to_string(),
                source: source.as_str().to_owned(),
                others: *others,
                ..said("file")
            },
            EditNotice::Pasted(paste) => Self {
                source: paste.source.as_str().to_owned(),
                is_plain: paste.is_plain,
                before: paste.before.to_string(),
                start: paste.selected[0],
                end: paste.selected[1],
                cells: paste.cells.to_string(),
                plain: paste.plain.to_string(),
                ..said("pasted")
            },
        }
    }

    fn notice(self) -> Option<EditNotice> {
        let source = Source::ALL.into_iter().find(|source| source.as_str() == self.source);
        Some(match self.what.as_str() {
            "cleared" => EditNotice::Cleared,
            "example" => EditNotice::ExampleLoaded,
            "undone" => EditNotice::Undone,
            "file" => EditNotice::FileRead { name: self.name.into(), source: source?, others: self.others },
            _ => EditNotice::Pasted(Paste {
                source: source?,
                is_plain: self.is_plain,
                before: self.before.into(),
                selected: [self.start, self.end],
                cells: self.cells.into(),
                plain: self.plain.into(),
            }),
        })
    }
}

#[cfg(all(test, feature = "english"))]
mod tests {
    use std::rc::Rc;

    use gouji_json::{CellCorrection, Level, Quantity, SetAside};

    use super::*;
    use crate::decisions::Decision;
    use crate::state::Action;

    #[test]
    fn nothing_that_a_person_did_is_lost() {
        let stored = StoredText { text: "报告“一”\n".into(), ..StoredText::default() };
        let mut state = Rc::new(State::restored(stored, StoredSettings::default()));
        let correction = CellCorrection {
            cell: "review.review.total".into(),
            printed: "9".into(),
            value: Quantity::Count(8),
        };
        for action in [
            Action::Cleared,
            Action::Given("报告二".into()),
            Action::Cleared,
            Action::Undone,
            Action::ElderToggled,
            Action::Decided(Decision::Weighed("GJ223", Some(Level::Off))),
            Action::Decided(Decision::SetAside(SetAside {
                id: "GJ203-1".into(), reason: "已核对".into()
            })),
            Action::Corrected(correction),
        ] {
            state = state.reduce(action);
        }
        let handover = Handover::read(Some(&state.hand_over(true))).expect("it is what was written");
        assert!(handover.is_focused);
        let next = Rc::new(State::taken_over(handover));
        assert_eq!((&next.text, next.lang, next.elder), (&state.text, Lang::En, true));
        assert_eq!((&next.decided, &next.history), (&state.decided, &state.history));
        let (next, state) = (next.reduce(Action::Undone), state.reduce(Action::Undone));
        assert_eq!((&next.text, &next.decided), (&state.text, &state.decided));
    }

    #[test]
    fn what_was_said_of_the_editor_is_said_again() {
        let paste = Paste {
            source: Source::WpsHtml,
            is_plain: true,
            before: "报告\n".into(),
            selected: [3, 3],
            cells: "规章\t3".into(),
            plain: "规章\n3".into(),
        };
        let file = EditNotice::FileRead { name: "报告.pdf".into(), source: Source::Pdf, others: true };
        let pasted = EditNotice::Pasted(paste);
        for notice in [EditNotice::Cleared, EditNotice::ExampleLoaded, EditNotice::Undone, file, pasted] {
            assert_eq!(Said::of(&notice).notice(), Some(notice));
        }
    }

    #[test]
    fn a_page_that_takes_no_place_is_told_nothing() {
        assert_eq!(Handover::read(None), None);
        assert_eq!(Handover::read(Some("{}")), None);
    }
}
