//! All wording of the page, in both languages, in one place.
//!
//! Messages about a report come from the checker in the language it is asked
//! for; the labels of tables are the form's own and stay Chinese.

mod chinese;
#[cfg(feature = "english")]
mod english;

#[cfg(feature = "english")]
pub(crate) use english::plural;

use gouji::form::RelationKind;
use gouji_convert::Source;
use gouji_json::{CellReading, Completeness, Confirmation, Lang, Reading, Severity};

use crate::intake::FileTrouble;
use crate::report::CorrectionFault;
use crate::review_words::ReviewWords;
use crate::worker::Trouble;

/// Counts for the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Findings 必须修改.
    pub(crate) errors: usize,
    /// Findings 请核实.
    pub(crate) warnings: usize,
    /// Findings 提示.
    pub(crate) infos: usize,
    /// Tables that are there.
    pub(crate) tables: usize,
    /// Cells in checked relations.
    pub(crate) cells: u32,
    /// Relations that were checked.
    pub(crate) relations: u32,
    /// Relations that fail.
    pub(crate) failing: usize,
    /// Relations that could not be checked.
    pub(crate) unchecked: usize,
    /// Findings that were set aside.
    pub(crate) set_aside: usize,
}

/// An example's name and what it shows.
pub(crate) struct ExampleWords {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
}

/// The wording of the page in one language.
pub(crate) struct Words {
    pub(crate) html_lang: &'static str,
    pub(crate) document_title: &'static str,
    pub(crate) name: &'static str,
    pub(crate) subtitle: &'static str,
    pub(crate) skip_to_source: &'static str,
    pub(crate) skip_to_results: &'static str,
    pub(crate) other_language: &'static str,
    pub(crate) other_language_code: &'static str,
    pub(crate) elder: &'static str,
    pub(crate) display_settings: &'static str,

    pub(crate) source: &'static str,
    pub(crate) source_label: &'static str,
    pub(crate) source_placeholder: &'static str,
    pub(crate) source_size: fn(lines: usize, characters: u32) -> String,
    pub(crate) source_plain: &'static str,
    pub(crate) choose_file: &'static str,
    pub(crate) drop_here: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) examples: &'static str,
    pub(crate) example_consistent: ExampleWords,
    pub(crate) example_faulty: ExampleWords,
    pub(crate) example_blank: ExampleWords,

    pub(crate) cleared: &'static str,
    pub(crate) example_loaded: &'static str,
    pub(crate) undone: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) pasted: fn(Source, is_plain: bool) -> String,
    pub(crate) use_plain: &'static str,
    pub(crate) use_cells: &'static str,
    pub(crate) reading_file: fn(&str) -> String,
    pub(crate) cancel: &'static str,
    pub(crate) file_read: fn(&str, Source, others: bool) -> String,
    pub(crate) file_failed: fn(&str, FileTrouble) -> String,
    pub(crate) storage_full: &'static str,
    pub(crate) trouble: fn(Trouble) -> &'static str,
    pub(crate) check_again: &'static str,
    pub(crate) dismiss: &'static str,

    pub(crate) results: &'static str,
    pub(crate) privacy: &'static str,
    pub(crate) how_to: &'static str,
    pub(crate) steps: [&'static str; 3],
    pub(crate) first_try: &'static str,

    pub(crate) verdict_empty: &'static str,
    pub(crate) verdict_waiting: &'static str,
    pub(crate) verdict_not_a_report: &'static str,
    pub(crate) verdict_consistent: fn(&Counts) -> String,
    pub(crate) verdict_findings: fn(&Counts) -> String,
    pub(crate) verdict_unreadable: fn(&Counts) -> String,
    pub(crate) completeness: fn(Completeness) -> Option<&'static str>,
    pub(crate) report_year: fn(u16) -> String,
    pub(crate) report_form: fn(&str) -> String,
    pub(crate) corrected_count: fn(usize) -> String,

    pub(crate) other_reports: fn(Option<&str>) -> String,
    pub(crate) check_other: &'static str,

    pub(crate) unread: &'static str,
    pub(crate) unread_note: &'static str,
    pub(crate) reading_notes: &'static str,
    pub(crate) table_reading: fn(Reading) -> &'static str,
    pub(crate) confirmed_by: fn(Confirmation) -> &'static str,
    pub(crate) filled_by_hand: &'static str,
    pub(crate) unread_cells: fn(usize) -> String,

    pub(crate) findings: &'static str,
    pub(crate) no_findings: &'static str,
    pub(crate) all_hidden: &'static str,
    pub(crate) filter: &'static str,
    pub(crate) severity: fn(Severity) -> &'static str,
    pub(crate) severity_letter: fn(Severity) -> &'static str,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) position: fn(at: usize, of: usize) -> String,
    pub(crate) line: fn(usize) -> String,
    pub(crate) basis: &'static str,
    pub(crate) advice: &'static str,
    pub(crate) places: &'static str,
    pub(crate) more_places: fn(usize) -> String,

    pub(crate) tables: &'static str,
    pub(crate) tables_hint: &'static str,
    pub(crate) no_tables: &'static str,
    pub(crate) legend: &'static str,
    pub(crate) legend_addend: &'static str,
    pub(crate) legend_blank: &'static str,
    pub(crate) legend_corrected: &'static str,
    pub(crate) table_scroll: fn(&str) -> String,
    pub(crate) other_form: fn(&str) -> String,
    pub(crate) blank: &'static str,
    pub(crate) unread_cell: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) missing_row: &'static str,
    pub(crate) cell_flag: fn(Severity, bool) -> String,
    pub(crate) cell_corrected: fn(&str, &str) -> String,

    pub(crate) cell_detail: &'static str,
    pub(crate) close: &'static str,
    pub(crate) printed: &'static str,
    pub(crate) cell_reading: fn(CellReading) -> Option<&'static str>,
    pub(crate) show_in_source: &'static str,
    pub(crate) cell_missing: &'static str,
    pub(crate) change_to: &'static str,
    pub(crate) apply: &'static str,
    pub(crate) apply_note: &'static str,
    pub(crate) correction_fault: fn(CorrectionFault) -> &'static str,
    pub(crate) restore: &'static str,
    pub(crate) restore_all: &'static str,
    pub(crate) corrections: fn(usize) -> String,
    pub(crate) correction_void: &'static str,
    pub(crate) relation: fn(RelationKind) -> &'static str,
    pub(crate) holds: &'static str,
    pub(crate) fails: &'static str,
    pub(crate) unchecked: &'static str,
    pub(crate) relations_of_cell: &'static str,
    pub(crate) no_relations: &'static str,
    pub(crate) findings_of_cell: &'static str,

    pub(crate) keys: &'static str,
    pub(crate) version: fn(&str, usize) -> String,
    pub(crate) forms: &'static str,
    pub(crate) proof: &'static str,
    pub(crate) proof_steps: [&'static str; 4],

    pub(crate) review: &'static ReviewWords,
}

/// Whether this program has English words. The one that nearly everybody loads
/// has none, and is 20 kB smaller for it, gzipped.
pub(crate) const HAS_ENGLISH: bool = cfg!(feature = "english");

impl Words {
    /// The wording in `lang`; Chinese where there is no English.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        match lang {
            #[cfg(feature = "english")]
            Lang::En => &english::WORDS,
            _ => &chinese::WORDS,
        }
    }
}

/// The words for a count, where there is something to count.
pub(crate) fn some(count: usize, words: impl Fn(usize) -> String) -> String {
    if count == 0 { String::new() } else { words(count) }
}

#[cfg(all(test, feature = "english"))]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_says_what_was_checked() {
        let counts = Counts { tables: 3, cells: 190, relations: 42, ..Counts::default() };
        assert_eq!(
            (chinese::WORDS.verdict_consistent)(&counts),
            "已核对 3 张表、190 个数、42 条关系，未发现不一致。"
        );
        assert_eq!(
            (english::WORDS.verdict_consistent)(&counts),
            "Checked 3 tables, 190 numbers and 42 relations: no inconsistency found."
        );
        let counts = Counts { errors: 2, infos: 1, failing: 5, ..counts };
        assert_eq!(
            (chinese::WORDS.verdict_findings)(&counts),
            "发现必须修改 2 处、提示 1 处；已核对 3 张表、190 个数、42 条关系，其中 5 条不成立。"
        );
    }
}
