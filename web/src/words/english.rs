//! The page in English.

use gouji::Language;
use gouji::form::RelationKind;
use gouji_convert::Source;
use gouji_json::{CellReading, Completeness, Confirmation, Reading, Severity};

use super::{Counts, ExampleWords, Words, some};
use crate::intake::FileTrouble;
use crate::report::CorrectionFault;
use crate::review_words;
use crate::worker::Trouble;

pub(super) static WORDS: Words = Words {
    html_lang: "en",
    document_title: "gouji: checking annual reports on government information disclosure",
    name: "gouji",
    subtitle: "Checks annual reports on government information disclosure",
    skip_to_source: "Skip to the report",
    skip_to_results: "Skip to the result",
    other_language: "中文",
    other_language_code: "zh-CN",
    elder: "Large print",
    display_settings: "Display",

    source: "Report text",
    source_label: "Report text: paste the whole annual report here",
    source_placeholder: "Paste the whole annual report here (select all and copy from a web page, Word or WPS), or drop its file on this page. It is checked at once.",
    source_size: |lines, characters| format!("{lines} lines, {characters} characters"),
    source_plain: "The text is long. To stay quick, line numbers and marks are not shown here; it is checked all the same, and a click on a result still leads to its place.",
    choose_file: "Choose a file",
    drop_here: "Drop the file to read it",
    clear: "Clear",
    examples: "Examples",
    example_consistent: ExampleWords { name: "A consistent example", what: "every relation holds" },
    example_faulty: ExampleWords { name: "A faulty example", what: "with a few common faults" },
    example_blank: ExampleWords { name: "Empty form", what: "the form of 2021, to be filled in" },

    cleared: "Cleared.",
    example_loaded: "The example is loaded; the text before it can be brought back.",
    undone: "The text before is back.",
    undo: "Undo",
    pasted: |source, is_plain| {
        let from = match source {
            Source::WordHtml => "Word",
            Source::WpsHtml => "WPS Writer",
            Source::ExcelHtml => "Excel",
            Source::WpsSheetHtml => "WPS Spreadsheets",
            Source::WriterHtml => "LibreOffice Writer",
            Source::CalcHtml => "LibreOffice Calc",
            Source::GoogleHtml => "Google Docs",
            Source::TencentHtml => "Tencent Docs",
            _ => "a web page",
        };
        if is_plain {
            format!("Recognised as pasted from {from}; its plain text was taken instead.")
        } else {
            format!("Recognised as pasted from {from}; read by its cells.")
        }
    },
    use_plain: "Use plain text",
    use_cells: "Read by cells",
    reading_file: |name| format!("Reading {name} …"),
    cancel: "Cancel",
    file_read: |name, source, others| {
        let first = if others { "One file is read at a time; the others were left. " } else { "" };
        let (kind, how) = match source {
            Source::Docx => ("Word document", "; its tables became text by their cells"),
            Source::Xlsx => ("Excel workbook", "; its tables became text by their cells"),
            Source::Pdf => (
                "PDF",
                "; its tables became text by the layout of the page, please compare with the original",
            ),
            Source::Text => ("plain text", ""),
            Source::Markdown => ("Markdown", ""),
            Source::Csv => ("comma-separated values", "; its tables became text by their cells"),
            _ => ("web page", "; its tables became text by their cells"),
        };
        format!("{first}Read {name} ({kind}){how}.")
    },
    file_failed: |name, trouble| {
        let sentence = match trouble {
            FileTrouble::Convert(error) => error.sentence(Language::English),
            FileTrouble::Folder => "This is a folder; please open it and drop the file of the report.",
            FileTrouble::Link => {
                "This is a link and not a file, and this page visits no other site; please open it, copy the report and paste it."
            }
            FileTrouble::NotHandedOut => {
                "The browser could not open the file; it may have been moved or renamed. Please choose it again, or copy and paste the report."
            }
            FileTrouble::NotLoaded => {
                "The program that reads such files could not be loaded; the network may be down. Please try again, or copy and paste the report."
            }
            FileTrouble::Stopped => {
                "The program that reads such files stopped at this one, which may be damaged; please save it again, or copy and paste the report."
            }
            FileTrouble::TimedOut => {
                "Reading this file took more than 20 seconds and was stopped; please save the report alone, or copy and paste it."
            }
        };
        if name.is_empty() { sentence.to_owned() } else { format!("{name}: {sentence}") }
    },
    storage_full: "The text is too long for the browser to keep. Save it yourself before you reload or close this page.",
    trouble: |trouble| match trouble {
        Trouble::TimedOut => {
            "This check took too long and was stopped; the checker has been restarted. Your text is untouched and will be checked again when you change it."
        }
        Trouble::Crashed => {
            "The checker stopped unexpectedly and has been restarted. Your text is untouched and will be checked again when you change it."
        }
        Trouble::CannotRestart => {
            "The checker cannot be restarted. Your text is kept; please reload the page."
        }
        Trouble::NoEnglish => {
            "The English words could not be loaded; the network may be down. Please try again when it is back."
        }
        Trouble::NoWorker => {
            "This browser cannot check in the background, so the page itself does it; with a very long text it may pause briefly."
        }
    },
    check_again: "Check again",
    dismiss: "OK",

    results: "Result",
    privacy: "Everything happens in this browser, also without a network. Nothing is uploaded or counted; the text is kept in this tab only and is gone when you close it.",
    how_to: "How to use it",
    steps: [
        "Paste the whole annual report, tables and text together, into “Report text”, or choose or drop its file: Word, Excel, PDF, web page or text.",
        "Read the verdict, the findings and the tables drawn in their official shape. A click on a finding or a number leads to its place in the text.",
        "To try a change, click a number and type a new one; it is checked at once. The text itself never changes.",
    ],
    first_try: "Try it with an example:",

    verdict_empty: "No report yet.",
    verdict_waiting: "Checking…",
    verdict_not_a_report: "No annual report on government information disclosure and none of its tables was found; nothing was checked.",
    verdict_consistent: |counts| {
        let tables = plural(counts.tables, "table");
        let checked = if counts.relations == 0 {
            format!("Read {tables}: no relation to check, no error found")
        } else {
            let (numbers, relations) = numbers_and_relations(counts);
            let found = match counts.failing {
                0 => "no inconsistency found".to_owned(),
                failing => format!("{failing} fail, which is not counted as an error here"),
            };
            format!("Checked {tables}, {numbers} and {relations}: {found}")
        };
        let unchecked =
            some(counts.unchecked, |count| format!("; {} could not be checked", plural(count, "relation")));
        let warnings = some(counts.warnings, |count| format!("; {count} to verify"));
        let infos = some(counts.infos, |count| format!("; {}", plural(count, "note")));
        let set_aside = some(counts.set_aside, |count| format!("; {count} set aside"));
        format!("{checked}{unchecked}{warnings}{infos}{set_aside}.")
    },
    verdict_findings: |counts| {
        let errors = counts.errors;
        let warnings = some(counts.warnings, |count| format!(", {count} to verify"));
        let infos = some(counts.infos, |count| format!(", {}", plural(count, "note")));
        let checked = some(counts.relations as usize, |_| {
            let (numbers, relations) = numbers_and_relations(counts);
            format!("; checked {}, {numbers} and {relations}", plural(counts.tables, "table"))
        });
        let failing = match counts.failing {
            0 if counts.relations == 0 => String::new(),
            0 => ", all of which hold".to_owned(),
            1 => ", 1 of which fails".to_owned(),
            failing => format!(", {failing} of which fail"),
        };
        let unchecked =
            some(counts.unchecked, |count| format!("; {} could not be checked", plural(count, "relation")));
        let set_aside = some(counts.set_aside, |count| format!("; {count} set aside"));
        format!("{errors} to correct{warnings}{infos}{checked}{failing}{unchecked}{set_aside}.")
    },
    verdict_unreadable: |counts| {
        let checked = some(counts.relations as usize, |_| {
            let (numbers, relations) = numbers_and_relations(counts);
            format!("; checked {numbers} and {relations}")
        });
        let unchecked =
            some(counts.unchecked, |count| format!("; {} could not be checked", plural(count, "relation")));
        let set_aside = some(counts.set_aside, |count| format!("; {count} set aside"));
        format!(
            "No error found, but part of it could not be checked, so this is no proof{checked}{unchecked}{set_aside}."
        )
    },
    completeness: |completeness| match completeness {
        Completeness::Whole | Completeness::Nothing => None,
        Completeness::Part => Some("the text is not a whole report; what is there was checked"),
        Completeness::TablesOnly => Some("tables without a report around them; the tables were checked"),
    },
    report_year: |year| format!("report on {year}"),
    report_form: |document| format!("form of {document}"),
    corrected_count: |count| format!("checked with {} put in by hand", plural(count, "number")),

    other_reports: |title| match title {
        Some(title) => format!("There is another report in the text: {title}"),
        None => "There is another report in the text (without a title)".to_owned(),
    },
    check_other: "Check that one",

    unread: "Could not be read",
    unread_note: "What follows could not be read or is not certain. It is not counted as a fault of the report; please compare with the text.",
    reading_notes: "Notes on the reading",
    table_reading: |reading| match reading {
        Reading::Exact => "",
        Reading::Inferred => {
            "inferred from the sums: of several possible readings only this one adds up; please compare with the text"
        }
        Reading::Partial => {
            "some numbers could not be read; only the others were checked; type them into the table"
        }
        Reading::Unreadable => {
            "found, but its numbers could not be read; not checked; type them into the table"
        }
    },
    confirmed_by: |confirmation| match confirmation {
        Confirmation::Grid => "read by its cells",
        Confirmation::Order => "read by labels and the order of the numbers",
        Confirmation::Columns => "read by the columns of the printed page",
        Confirmation::Sums => "inferred from the sums, please check",
    },
    filled_by_hand: "what could not be read was filled in by hand",
    unread_cells: |count| format!("{} could not be read", plural(count, "cell")),

    findings: "Findings",
    no_findings: "There is nothing to say.",
    all_hidden: "No finding passes the filter; choose above what to show.",
    filter: "Filter by weight",
    severity: |severity| match severity {
        Severity::Error => "Correct",
        Severity::Warning => "Verify",
        Severity::Info => "Note",
    },
    severity_letter: |severity| match severity {
        Severity::Error => "!",
        Severity::Warning => "?",
        Severity::Info => "i",
    },
    previous: "Previous",
    next: "Next",
    position: |at, of| format!("{at} of {of}"),
    line: |line| format!("line {line}"),
    basis: "Basis",
    advice: "Advice",
    places: "Places",
    more_places: |count| format!("{count} more"),

    tables: "Tables",
    tables_hint: "Click a number to see its place and every relation it takes part in, and to try another value. Arrow keys move between cells; type a number to fill in or change one, Enter and Tab go on to the next.",
    no_tables: "There is no table to show.",
    legend: "Key",
    legend_addend: "addend of a relation that fails",
    legend_blank: "blank in the text",
    legend_corrected: "put in by hand, printed number struck out",
    table_scroll: |title| format!("{title}, scrolls sideways"),
    other_form: |document| format!("printed in the form of {document}"),
    blank: "blank",
    unread_cell: "?",
    missing: "none",
    missing_row: "row missing in the text",
    cell_flag: |severity, only_addend| {
        let name = (WORDS.severity)(severity);
        if only_addend { "in a relation that fails".to_owned() } else { name.to_owned() }
    },
    cell_corrected: |printed, value| format!("printed {printed}, changed to {value}"),

    cell_detail: "Cell",
    close: "Close",
    printed: "Printed",
    cell_reading: |reading| match reading {
        CellReading::Number => None,
        CellReading::WithUnit => Some("with a unit; its number counts"),
        CellReading::WithRemark => Some("with a remark; its number counts"),
        CellReading::WithLetters => Some("with letters, read as the digits they look like"),
        CellReading::Blank => Some("blank, not counted as 0"),
        CellReading::Mark => Some("a sign or word, not counted as 0"),
        CellReading::NotANumber => Some("not a number, left out of the check"),
        CellReading::Unread => Some("could not be read; please compare with the text"),
    },
    show_in_source: "Show in the text",
    cell_missing: "The text has no such row, so there is nothing to change here; add it to the text.",
    change_to: "Change to",
    apply: "Change",
    apply_note: "Only the number used in the check changes, not the text.",
    correction_fault: |fault| match fault {
        CorrectionFault::Empty => "Type the number it should be, for example 18.",
        CorrectionFault::NotACount => "This must be a whole number, not negative, for example 18.",
        CorrectionFault::NotAChange => {
            "This must be a whole number, negative for a decrease, for example -8."
        }
        CorrectionFault::NotAnAmount => {
            "This must be an amount, not negative, digits only, for example 694.8841."
        }
        CorrectionFault::TooLong => "Too many digits; at most 15.",
    },
    restore: "Restore",
    restore_all: "Restore all",
    corrections: |count| format!("{} put in by hand", plural(count, "number")),
    correction_void: "the text has changed, so this no longer applies",
    relation: |kind| match kind {
        RelationKind::Row => "Row: the applicants add up to 总计",
        RelationKind::ColumnTotal => "Column: the results add up to （七）总计",
        RelationKind::Balance => "Column: 一 + 二 = 三 + 四",
        RelationKind::ReviewTotal => "Group: the four outcomes add up to 总计",
    },
    holds: "holds",
    fails: "fails",
    unchecked: "a number is missing, not checked",
    relations_of_cell: "Relations",
    no_relations: "The form states no relation between this number and others.",
    findings_of_cell: "Findings",

    keys: "Keys: F8 next, Shift+F8 previous, Ctrl+Z takes back what was set aside, changed or set",
    version: |version, rules| format!("Version {version}, {}", plural(rules, "rule")),
    forms: "Forms",
    proof: "See the proof",
    proof_steps: [
        "Cut the network (pull the cable, switch off the radio) and paste a report: it is checked all the same. Once this page is open, pasting and checking need no network.",
        "Press F12, open “Network” and paste a report: no request appears. For a Word, Excel or PDF file the program that reads it is loaded from this site; the file itself is never sent.",
        "This page declares a content security policy, enforced by the browser: only its own files may be read, no other host may be reached, no form may be sent:",
        "The text is kept in the browser’s sessionStorage, which belongs to this tab alone; “Clear” or closing the tab removes it.",
    ],

    review: &review_words::ENGLISH,
};

fn numbers_and_relations(counts: &Counts) -> (String, String) {
    (plural(counts.cells as usize, "number"), plural(counts.relations as usize, "relation"))
}

pub(crate) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
