//! All the page knows, and everything that can happen to it.

use std::ops::Deref;
use std::rc::Rc;

use gouji::form::CellId;
use gouji_convert::{Converted, Source};
use gouji_json::{CellCorrection, CheckOptions, Lang, Severity, Utf16Range};
use js_sys::Function;

use crate::catalogue::Catalogue;
use crate::decisions::{Decided, Decision};
use crate::embedding::Embedding;
use crate::examples::Example;
use crate::intake::{FileNews, FileTrouble};
use crate::paste::Paste;
use crate::report::ReportView;
use crate::source::{TextChange, utf16_length};
use crate::storage::{StoredSettings, StoredText};
use crate::words::HAS_ENGLISH;
use crate::worker::Trouble;

/// How soon the present text is to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// Now: it was pasted, loaded or corrected.
    AtOnce,
    /// When the typing pauses.
    WhenTypingPauses,
    /// Not yet: the words are still being composed.
    NotYet,
}

/// An answer on the screen.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// The revision it belongs to.
    pub(crate) revision: u32,
    /// The answer.
    pub(crate) view: Rc<ReportView>,
}

/// A place the source is to be scrolled to. The serial makes the same place
/// asked for twice two different wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Jump {
    /// Counts the jumps.
    pub(crate) serial: u32,
    /// The place, in the present text.
    pub(crate) range: Utf16Range,
}

/// What was in the editor before it was replaced.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    /// The text.
    pub(crate) text: Rc<str>,
    /// What was decided about it.
    pub(crate) decided: Decided,
    /// Which report of it was checked.
    pub(crate) report: u32,
}

impl Snapshot {
    /// What is in the editor; none where it is empty.
    fn of(state: &State) -> Option<Self> {
        (!state.text.is_empty()).then(|| Self {
            text: Rc::clone(&state.text),
            decided: state.decided.clone(),
            report: state.report,
        })
    }
}

/// What the page has to say about the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EditNotice {
    /// The text was cleared.
    Cleared,
    /// An example took the place of a text.
    ExampleLoaded,
    /// The text before is back.
    Undone,
    /// What was pasted came with its cells.
    Pasted(Paste),
    /// A file took the place of the text.
    FileRead {
        /// Its name.
        name: Rc<str>,
        /// What it is.
        source: Source,
        /// Whether there were others, which were not read.
        others: bool,
    },
}

/// A file on its way into the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileState {
    /// It is being read.
    Reading(Rc<str>),
    /// It could not be read.
    Failed(Rc<str>, FileTrouble),
}

/// A text too long to be kept over a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// To be said.
    Unsaid,
    /// Said and read; once is enough.
    Read,
}

/// The program with English words, for one that has none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum English {
    /// Nobody asked for it.
    #[default]
    NotAsked,
    /// It is being loaded.
    Asked,
    /// It waits for the page to call this with all it knows.
    Loaded(Function),
}

/// A direction through the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// To the next one.
    Next,
    /// To the one before.
    Previous,
}

/// Which weights of findings are hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hidden {
    errors: bool,
    warnings: bool,
    infos: bool,
}

impl Hidden {
    /// Whether findings of this weight are hidden.
    pub(crate) fn hides(self, severity: Severity) -> bool {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.infos,
        }
    }

    fn toggle(&mut self, severity: Severity) {
        let hidden = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        };
        *hidden = !*hidden;
    }
}

/// All the page knows.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The text in the editor.
    pub(crate) text: Rc<str>,
    /// Counts the times the page itself replaced the text; between them the
    /// textarea is the person's alone.
    pub(crate) replacements: u32,
    /// What was decided about the result.
    pub(crate) decided: Decided,
    /// What was decided before, step by step.
    pub(crate) history: Vec<Decided>,
    /// Which report of the text is checked.
    pub(crate) report: u32,
    /// The language.
    pub(crate) lang: Lang,
    /// The way to the other language, where it has to be loaded.
    pub(crate) english: English,
    /// Whether everything is large.
    pub(crate) elder: bool,
    /// Counts everything that calls for another check.
    pub(crate) revision: u32,
    /// How soon.
    pub(crate) urgency: Urgency,
    /// The last answer; none while the text is empty.
    pub(crate) shown: Option<Shown>,
    /// The selected finding.
    pub(crate) finding: Option<usize>,
    /// The selected cell.
    pub(crate) cell: Option<CellId>,
    /// A further place that was chosen.
    pub(crate) place: Option<Utf16Range>,
    /// The selected claim of the text.
    pub(crate) claim: Option<usize>,
    /// The finding, by its id, that is about to be set aside.
    pub(crate) asked: Option<String>,
    /// The repair that is looked at.
    pub(crate) repair_seen: Option<usize>,
    /// The repair that stays in sight.
    pub(crate) repair_kept: Option<usize>,
    /// What the catalogue of rules is open at, as in the address; none where it
    /// is closed.
    pub(crate) catalogue: Option<String>,
    /// The explanations of the rules, once they are loaded.
    pub(crate) rules: Rc<Catalogue>,
    /// Where the source is to be scrolled to.
    pub(crate) jump: Option<Jump>,
    /// Which findings are hidden.
    pub(crate) hidden: Hidden,
    /// What the editor held before.
    pub(crate) undo: Option<Snapshot>,
    /// What is to be said about the editor.
    pub(crate) edit_notice: Option<EditNotice>,
    /// The file that is being read, or could not be.
    pub(crate) file: Option<FileState>,
    /// What is to be said about the checker.
    pub(crate) trouble: Option<Trouble>,
    /// Whether the text was too long to be kept.
    pub(crate) not_kept: Option<NotKept>,
}

/// The state at one moment, as components are given it. Two are equal when they
/// are the same one: every change makes another.
#[derive(Clone, Debug)]
pub(crate) struct Present(Rc<State>);

impl Present {
    pub(crate) fn new(state: Rc<State>) -> Self {
        Self(state)
    }

    /// The state after something happened; the same where nothing changed by it.
    pub(crate) fn after(&self, action: Action) -> Self {
        Self(Rc::clone(&self.0).reduce(action))
    }
}

impl PartialEq for Present {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Present {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

/// Everything that can happen.
#[derive(Clone)]
pub(crate) enum Action {
    /// A person changed the text.
    Edited(Rc<str>, Urgency),
    /// Something was pasted that came with its cells, or its other flavour was
    /// put in its place.
    Pasted(Rc<str>, Paste),
    /// A file is on its way.
    File(FileNews),
    /// The file is no longer wanted.
    FileGivenUp,
    /// The host of a widget gives a text.
    Given(Rc<str>),
    /// An example was asked for.
    ExampleLoaded(Example),
    /// The text was cleared.
    Cleared,
    /// The last replacement was taken back.
    Undone,
    /// A check was answered.
    Answered(u32, Rc<ReportView>),
    /// The checker had to be restarted, or cannot run.
    InTrouble(Trouble),
    /// Check the same text once more.
    CheckedAgain,
    /// Notices were read.
    NoticeDismissed,
    /// The finding of this name was chosen.
    FindingNamed(String),
    /// The host of a widget asks for something else.
    Embedded(Rc<Embedding>),
    /// A finding was chosen.
    FindingChosen(usize),
    /// The next or the previous finding was asked for.
    FindingStepped(Direction),
    /// A cell was chosen.
    CellChosen(CellId),
    /// A place was chosen, in the shown text.
    PlaceChosen(Utf16Range),
    /// The cell's panel was closed.
    CellClosed,
    /// A weight was hidden or shown.
    SeverityToggled(Severity),
    /// A cell was corrected.
    Corrected(CellCorrection),
    /// A correction was taken back.
    CorrectionRestored(String),
    /// All corrections were taken back.
    CorrectionsRestored,
    /// Another report of the text was chosen.
    ReportChosen(u32),
    /// The language was changed.
    LanguageToggled,
    /// The program with English words was loaded, or could not be.
    EnglishLoaded(Option<Function>),
    /// The size was changed.
    ElderToggled,
    /// The text could or could not be kept.
    Kept(bool),
    /// Something was decided.
    Decided(Decision),
    /// The catalogue of rules is open at a place, or closed.
    CatalogueOpened(Option<String>),
    /// The explanations of the rules in one language.
    RulesLoaded(Lang, String),
}

impl State {
    /// The state after a reload.
    pub(crate) fn restored(stored: StoredText, settings: StoredSettings) -> Self {
        // The page's script takes the program with English words for it, if it can.
        let lacks_english = settings.lang == Lang::En && !HAS_ENGLISH;
        Self {
            text: stored.text.into(),
            replacements: 0,
            decided: Decided {
                corrections: stored.corrections,
                set_aside: stored.set_aside,
                profile: settings.profile,
            },
            history: Vec::new(),
            report: stored.report,
            lang: if lacks_english { Lang::Zh } else { settings.lang },
            english: English::NotAsked,
            elder: settings.elder,
            revision: 1,
            urgency: Urgency::AtOnce,
            shown: None,
            finding: None,
            cell: None,
            place: None,
            claim: None,
            asked: None,
            repair_seen: None,
            repair_kept: None,
            catalogue: None,
            rules: Rc::default(),
            jump: None,
            hidden: Hidden::default(),
            undo: None,
            edit_notice: None,
            file: None,
            trouble: lacks_english.then_some(Trouble::NoEnglish),
            not_kept: None,
        }
    }

    /// What is to be kept over a reload.
    pub(crate) fn to_keep(&self) -> StoredText {
        StoredText {
            text: self.text.to_string(),
            corrections: self.decided.corrections.clone(),
            set_aside: self.decided.set_aside.clone(),
            report: self.report,
        }
    }

    /// How reports are shown and checked. A language that is being loaded is the
    /// one that was chosen, and that a reload begins with.
    pub(crate) fn settings(&self) -> StoredSettings {
        let lang = if self.english == English::NotAsked { self.lang } else { Lang::En };
        StoredSettings { lang, elder: self.elder, profile: self.decided.profile.clone() }
    }

    /// How the checker is to check.
    pub(crate) fn options(&self) -> CheckOptions {
        CheckOptions {
            lang: self.lang,
            name: None,
            report: self.report,
            corrections: self.decided.corrections.clone(),
            profile: self.decided.profile.clone(),
            set_aside: self.decided.set_aside.clone(),
            ..CheckOptions::default()
        }
    }

    /// Whether the answer on the screen belongs to the present text and options.
    pub(crate) fn is_checked(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.revision == self.revision)
    }

    /// The findings that F8 walks through: those about the reading first, then
    /// those that the filter lets through, each followed by those of the same
    /// cause.
    pub(crate) fn visible_findings(&self) -> Vec<usize> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let reading = shown.view.reading_findings().map(|(index, _)| index);
        let mut visible: Vec<usize> = reading.filter(|&index| self.counts(index)).collect();
        for (first, followers) in self.groups() {
            visible.push(first);
            visible.extend(followers);
        }
        visible
    }

    /// The findings about the report that the filter lets through, the weightiest
    /// first, each with those of the same cause.
    pub(crate) fn groups(&self) -> Vec<(usize, Vec<usize>)> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut followers = Vec::new();
        for (index, finding) in shown.view.findings() {
            if self.hidden.hides(finding.severity) || !self.counts(index) {
                continue;
            }
            match shown.view.leader_of(index) {
                Some(leader) => followers.push((index, leader)),
                None => groups.push((index, Vec::new())),
            }
        }
        for (index, leader) in followers {
            if let Some((_, followers)) = groups.iter_mut().find(|(first, _)| *first == leader) {
                followers.push(index);
            } else {
                // What it follows from is not to be seen: then it stands by itself.
                let at = groups.partition_point(|(first, _)| *first < index);
                groups.insert(at, (index, Vec::new()));
            }
        }
        // What must be corrected comes first; within a weight the order is the text's.
        let mut ordered = Vec::with_capacity(groups.len());
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            for group in &groups {
                if shown.view.report.findings[group.0].severity == severity {
                    ordered.push(group.clone());
                }
            }
        }
        ordered
    }

    /// Whether a finding counts: it was not set aside since the last answer.
    pub(crate) fn counts(&self, index: usize) -> bool {
        let finding = self.shown.as_ref().and_then(|shown| shown.view.report.findings.get(index));
        finding.is_some_and(|finding| !self.decided.sets_aside(&finding.id))
    }

    pub(crate) fn call_for_check(&mut self, urgency: Urgency) {
        self.revision += 1;
        self.urgency = urgency;
        // A message about an older text is no longer true of this one.
        self.trouble = self.trouble.filter(|&trouble| trouble == Trouble::NoWorker);
        if self.text.is_empty() {
            self.shown = None;
            self.deselect();
        }
    }

    pub(crate) fn deselect(&mut self) {
        self.finding = None;
        self.cell = None;
        self.place = None;
        self.claim = None;
        self.asked = None;
        self.repair_seen = None;
        self.repair_kept = None;
        self.jump = None;
    }

    fn edit(&mut self, text: Rc<str>, urgency: Urgency) {
        if urgency == Urgency::AtOnce && is_another_document(&self.text, &text) {
            // What was put right in one report must not be put into another.
            self.forget_decisions();
            self.report = 0;
            self.deselect();
        }
        self.text = text;
        self.edit_notice = None;
        self.call_for_check(urgency);
    }

    /// Puts another text into the editor and keeps the present one for 撤销.
    fn replace(&mut self, text: Rc<str>, decided: Decided, report: u32) {
        self.undo = Snapshot::of(self);
        // The profile is no matter of one report.
        let profile = std::mem::take(&mut self.decided.profile);
        (self.text, self.decided, self.report) = (text, Decided { profile, ..decided }, report);
        self.history.clear();
        self.replacements += 1;
        self.shown = None;
        self.deselect();
        self.call_for_check(Urgency::AtOnce);
    }

    /// Changes the language, or asks for the program that has it.
    fn speak(&mut self, lang: Lang) {
        if !HAS_ENGLISH {
            match (lang, &self.english) {
                (Lang::Zh, _) => self.english = English::NotAsked,
                (Lang::En, English::NotAsked) => self.english = English::Asked,
                (Lang::En, _) => {}
            }
        } else if self.lang != lang {
            self.lang = lang;
            self.call_for_check(Urgency::AtOnce);
        }
    }

    /// A place of the shown text in the present one.
    fn in_present_text(&self, range: Utf16Range) -> Option<Utf16Range> {
        let shown = self.shown.as_ref()?;
        match TextChange::between(&shown.view.text, &self.text) {
            Some(change) => change.carry(range),
            None => Some(range),
        }
    }

    fn jump_to(&mut self, range: Utf16Range) {
        if let Some(range) = self.in_present_text(range) {
            let serial = self.jump.map_or(0, |jump| jump.serial) + 1;
            self.jump = Some(Jump { serial, range });
        }
    }

    /// Chooses the finding of this name, if there is one.
    fn choose_named(&mut self, id: &str) {
        let findings = self.shown.as_ref().map(|shown| &shown.view.report.findings);
        let found = findings.and_then(|findings| findings.iter().position(|finding| finding.id == id));
        if let Some(index) = found {
            self.choose_finding(index);
        }
    }

    /// Takes what the host of a widget asks for.
    fn embed(&mut self, embedding: &Embedding) {
        self.speak(embedding.lang);
        if embedding.profile != self.decided.profile {
            self.decided.profile = embedding.profile.clone();
            self.call_for_check(Urgency::AtOnce);
        }
        self.elder = embedding.elder;
    }

    fn choose_finding(&mut self, index: usize) {
        let Some(finding) = self.shown.as_ref().and_then(|shown| shown.view.report.findings.get(index))
        else {
            return;
        };
        let range = finding.range;
        self.finding = Some(index);
        self.place = None;
        self.claim = None;
        // The panel of a cell that has nothing to do with it would mislead.
        let belongs = |shown: &Shown, cell| shown.view.cells_of_finding(index).contains(&cell);
        if let (Some(shown), Some(cell)) = (&self.shown, self.cell)
            && !belongs(shown, cell)
        {
            self.cell = None;
        }
        self.jump_to(range);
    }

    fn step(&mut self, direction: Direction) {
        let visible = self.visible_findings();
        let here = self.finding.and_then(|index| visible.iter().position(|&other| other == index));
        let last = visible.len().saturating_sub(1);
        let there = match (direction, here) {
            (Direction::Next, None) => 0,
            (Direction::Next, Some(here)) => {
                if here == last {
                    0
                } else {
                    here + 1
                }
            }
            (Direction::Previous, None | Some(0)) => last,
            (Direction::Previous, Some(here)) => here - 1,
        };
        if let Some(&index) = visible.get(there) {
            self.choose_finding(index);
        }
    }

    fn choose_cell(&mut self, cell: CellId) {
        let Some(shown) = &self.shown else { return };
        let range = shown.view.cell(cell).map(|cell| cell.range);
        if self.finding.is_some_and(|index| !shown.view.cells_of_finding(index).contains(&cell)) {
            self.finding = None;
        }
        self.cell = Some(cell);
        self.place = None;
        self.claim = None;
        if let Some(range) = range {
            self.jump_to(range);
        }
    }

    /// Leads to a place of the shown text.
    pub(crate) fn choose_place(&mut self, range: Utf16Range) {
        self.place = Some(range);
        self.jump_to(range);
    }

    /// Shows an answer. The selected finding stays selected where it is still there.
    fn show(&mut self, revision: u32, view: Rc<ReportView>) {
        let same = |index: usize| {
            let before = self.shown.as_ref()?.view.report.findings.get(index)?;
            view.report.findings.iter().position(|finding| finding.id == before.id)
        };
        self.finding = self.finding.and_then(same);
        let known = |cell: &CellId| view.tables.iter().any(|(id, _, _)| *id == cell.table);
        self.cell = self.cell.filter(known);
        self.place = None;
        self.claim = None;
        self.repair_seen = None;
        self.repair_kept = None;
        self.shown = Some(Shown { revision, view });
    }
}

impl State {
    /// The state after something happened; the same where nothing changed by it.
    pub(crate) fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Edited(text, urgency) => state.edit(text, urgency),
            Action::Pasted(text, paste) => {
                // The browser's own undo does not reach back over a very long text.
                let swapped = matches!(state.edit_notice, Some(EditNotice::Pasted(_)));
                if !swapped {
                    state.undo = Snapshot::of(&state);
                }
                state.edit(text, Urgency::AtOnce);
                state.edit_notice = Some(EditNotice::Pasted(paste));
            }
            Action::File(FileNews::Began(name)) => state.file = Some(FileState::Reading(name)),
            Action::File(FileNews::Failed(name, trouble)) => {
                state.file = Some(FileState::Failed(name, trouble));
            }
            Action::File(FileNews::Read { name, converted: Converted { text, source }, others }) => {
                state.replace(text.into(), Decided::default(), 0);
                state.file = None;
                state.edit_notice = Some(EditNotice::FileRead { name, source, others });
            }
            Action::FileGivenUp => state.file = None,
            Action::Given(text) => {
                state.replace(text, Decided::default(), 0);
                state.undo = None;
            }
            Action::FindingNamed(id) => state.choose_named(&id),
            Action::Embedded(embedding) => state.embed(&embedding),
            Action::ExampleLoaded(example) => {
                state.replace(example.text().into(), Decided::default(), 0);
                state.edit_notice = state.undo.is_some().then_some(EditNotice::ExampleLoaded);
            }
            Action::Cleared => {
                state.replace("".into(), Decided::default(), 0);
                state.edit_notice = state.undo.is_some().then_some(EditNotice::Cleared);
            }
            Action::Undone => {
                let Some(before) = state.undo.take() else { return self };
                state.replace(before.text, before.decided, before.report);
                state.edit_notice = Some(EditNotice::Undone);
            }
            Action::Answered(revision, view) => {
                // Only the answer to the present question is shown; one that
                // was overtaken says nothing about what is on the screen.
                if revision != state.revision || state.text.is_empty() {
                    return self;
                }
                state.show(revision, view);
            }
            Action::InTrouble(trouble) => state.trouble = Some(trouble),
            Action::CheckedAgain => state.call_for_check(Urgency::AtOnce),
            Action::NoticeDismissed => {
                state.trouble = None;
                state.edit_notice = None;
                state.file = state.file.filter(|file| matches!(file, FileState::Reading(_)));
                state.not_kept = state.not_kept.map(|_| NotKept::Read);
            }
            Action::FindingChosen(index) => state.choose_finding(index),
            Action::FindingStepped(direction) => state.step(direction),
            Action::CellChosen(cell) => state.choose_cell(cell),
            Action::PlaceChosen(range) => state.choose_place(range),
            Action::CellClosed => state.cell = None,
            Action::SeverityToggled(severity) => state.hidden.toggle(severity),
            Action::Corrected(correction) => state.take(Decision::Corrected(vec![correction])),
            Action::CorrectionRestored(cell) => {
                let mut decided = state.decided.clone();
                decided.corrections.retain(|other| other.cell != cell);
                state.decide(decided);
            }
            Action::CorrectionsRestored => {
                state.decide(Decided { corrections: Vec::new(), ..state.decided.clone() });
            }
            Action::ReportChosen(report) => {
                state.report = report;
                state.forget_decisions();
                state.deselect();
                state.call_for_check(Urgency::AtOnce);
            }
            Action::LanguageToggled => state.speak(match state.lang {
                Lang::Zh => Lang::En,
                Lang::En => Lang::Zh,
            }),
            Action::EnglishLoaded(loaded) => {
                // It may no longer be wanted.
                if state.english == English::Asked {
                    if loaded.is_none() {
                        state.trouble = Some(Trouble::NoEnglish);
                    }
                    state.english = loaded.map_or(English::NotAsked, English::Loaded);
                }
            }
            Action::ElderToggled => state.elder = !state.elder,
            Action::Kept(kept) => {
                if kept == state.not_kept.is_none() {
                    return self;
                }
                state.not_kept = (!kept).then_some(NotKept::Unsaid);
            }
            Action::Decided(decision) => state.take(decision),
            Action::CatalogueOpened(place) => state.catalogue = place,
            Action::RulesLoaded(lang, json) => state.rules = Rc::new(state.rules.with(lang, &json)),
        }
        Rc::new(state)
    }
}

/// Whether less than half of the old text is left.
fn is_another_document(old: &str, new: &str) -> bool {
    TextChange::between(old, new).is_some_and(|change| change.replaced_of_old() * 2 > utf16_length(old))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state_with(text: &str) -> Rc<State> {
        Rc::new(State::restored(
            StoredText { text: text.into(), ..StoredText::default() },
            StoredSettings::default(),
        ))
    }

    fn answer(text: &str) -> Rc<ReportView> {
        let report = gouji_json::check(text, &CheckOptions::default()).expect("options without corrections");
        Rc::new(ReportView::new(text.into(), report))
    }

    #[test]
    fn an_older_answer_never_overwrites_a_newer_one() {
        let state = state_with("一");
        let state = state.reduce(Action::Edited("二".into(), Urgency::AtOnce));
        let state = state.reduce(Action::Answered(1, answer("一")));
        assert!(state.shown.is_none());
        let state = state.reduce(Action::Answered(2, answer("二")));
        let state = state.reduce(Action::Answered(1, answer("一")));
        assert_eq!(state.shown.as_ref().map(|shown| shown.revision), Some(2));
        assert!(state.is_checked());
    }

    #[test]
    fn clearing_loses_nothing() {
        let state = state_with("报告");
        let state = state.reduce(Action::Cleared);
        assert_eq!((&*state.text, state.edit_notice.clone()), ("", Some(EditNotice::Cleared)));
        let state = state.reduce(Action::Undone);
        assert_eq!(&*state.text, "报告");
        let state = state.reduce(Action::ExampleLoaded(Example::Blank));
        assert_eq!(state.edit_notice, Some(EditNotice::ExampleLoaded));
        let state = state.reduce(Action::Undone);
        assert_eq!(&*state.text, "报告");
    }

    #[test]
    fn a_late_answer_does_not_fill_an_empty_page() {
        let state = state_with("报告");
        let state = state.reduce(Action::Cleared);
        let revision = state.revision;
        let state = state.reduce(Action::Answered(revision, answer("报告")));
        assert!(state.shown.is_none());
    }

    #[test]
    fn corrections_do_not_move_into_another_report() {
        let correction = CellCorrection {
            cell: "applications.granted.natural".into(),
            printed: "5".into(),
            value: gouji_json::Quantity::Count(6),
        };
        let state = state_with("甲乙丙丁戊").reduce(Action::Corrected(correction));
        let same = Rc::clone(&state).reduce(Action::Edited("甲乙丙丁戊己庚辛".into(), Urgency::AtOnce));
        assert_eq!(same.decided.corrections.len(), 1);
        let other = state.reduce(Action::Edited("子丑寅卯".into(), Urgency::AtOnce));
        assert!(other.decided.corrections.is_empty());
    }

    #[test]
    fn correcting_a_cell_twice_keeps_the_last_value() {
        let correction = |value| CellCorrection {
            cell: "applications.granted.natural".into(),
            printed: "5".into(),
            value: gouji_json::Quantity::Count(value),
        };
        let state = state_with("报告").reduce(Action::Corrected(correction(6)));
        let state = state.reduce(Action::Corrected(correction(7)));
        assert_eq!(state.decided.corrections, [correction(7)]);
        assert!(state.reduce(Action::CorrectionsRestored).decided.corrections.is_empty());
    }
}
