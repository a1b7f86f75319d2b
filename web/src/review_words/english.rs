//! What a person does with a result, in English.

use gouji::form::RelationKind;

use super::{ReviewWords, SettingsFault, changed, joined};
use crate::words::{plural, some};

pub(crate) static ENGLISH: ReviewWords = ReviewWords {
    explain: "Explain",
    no_problem: "Not a problem",
    reason: "Reason (may be left empty)",
    usual_reasons: [
        "Looked up; the text is right",
        "Counted in another way",
        "As the superior organ asked",
        "Explained in the text",
    ],
    set_aside: "Set aside",
    set_aside_count: |count| format!("{count} set aside"),
    set_aside_note: "They do not count. As long as the text says the same there, they stay set aside; they are printed with the rest.",
    given_reason: |reason| {
        if reason.is_empty() { "no reason given".to_owned() } else { format!("reason: {reason}") }
    },
    count_again: "Restore",
    count_all_again: "Restore all",
    same_cause: |count| format!("{count} more with the same cause"),

    claims: "Figures in the text",
    claims_summary: |counts| {
        let parts = [
            some(counts.differing, |count| format!("{count} disagree")),
            some(counts.agreeing, |count| format!("{count} agree")),
            some(counts.unknown, |count| format!("{count} cannot be compared")),
            String::new(),
        ];
        joined(&parts, ", ")
    },
    claims_note: "Every figure of the text that is about the tables, against what they say. A click on a sentence leads to the text, a click on a place of the table to its cell.",
    agrees: "agrees",
    differs: "disagrees",
    cannot_tell: "cannot be compared",
    in_tables: "Table",
    no_such_table: "the report has no table to compare with",
    or_meant: "or",

    repairs: "Smallest change",
    smallest: |size| {
        format!(
            "Changing {}, and no fewer, would make every failing relation hold.",
            plural(size as usize, "cell")
        )
    },
    see_repairs: "See the smallest change",
    repair: |at| format!("Set {at}"),
    more_repairs: |count| format!("{} more", plural(count, "set")),
    listed: |count| format!(" Of these, {count} are listed."),
    repairs_order: "The order goes by slips that people often make; it does not say which set is true. ",
    repairs_note: "“Try out” changes only the numbers that are checked, not the text, and can be taken back (Ctrl+Z).",
    why_no_less: "Why fewer changes do not do",
    relation: |kind, about| match kind {
        RelationKind::Row => format!("total of row “{about}”"),
        RelationKind::ColumnTotal => format!("results of column “{about}” and （七）总计"),
        RelationKind::Balance => format!("column “{about}”: 一 + 二 and 三 + 四"),
        RelationKind::ReviewTotal => format!("outcomes of “{about}” and their total"),
    },
    between: |min, max, example| {
        let range = match (min, max) {
            (Some(min), Some(max)) => format!("{min} to {max}"),
            (Some(min), None) => format!("{min} or more"),
            (None, Some(max)) => format!("{max} or less"),
            (None, None) => "any whole number".to_owned(),
        };
        example.map_or_else(|| range.clone(), |example| format!("{range} (tried with {example})"))
    },
    would_agree: "These figures of the text would then agree:",
    would_differ: "These figures of the text would no longer agree:",
    preview: "Show in the tables",
    preview_value: "would become ",
    previewing: |at| format!("The tables show set {at}: green cells are as they would be, not as reported."),
    end_preview: "End",
    try_out: "Try out",

    rules_and_settings: "Rules and settings",
    settings: "Settings",
    search: "Find by code or word",
    no_rule: "No such rule; try another word.",
    finds: "What it finds",
    why: "Why it matters",
    example: "Example",
    leaves_out: "What it leaves out",
    not_explained: "The explanations could not be loaded; the network may be down. Reload the page to read them. Checking works all the same.",
    level: "Weight of this rule",
    own_level: |severity| format!("its own ({severity})"),
    off: "off",
    settings_note: "Settings belong to this tab and are gone when you close it. To keep them, save them to a file and load it again; the command line takes the same file (--profile).",
    year: "Report year",
    year_as_printed: "as printed",
    issuer: "Kind of organ",
    issuer_by_name: "by its name",
    issuer_kinds: [
        "Department of the State Council",
        "Provincial government",
        "City or prefecture government",
        "County or district government",
        "Township government",
        "Subdistrict office",
        "Department of a local government",
        "General office of a government",
        "Public institution or other",
    ],
    reset: "Reset",
    save: "Save settings",
    file_name: "gouji-settings.json",
    load: "Load settings",
    fault: |fault| match fault {
        SettingsFault::NotSettings => {
            "This is no file of settings, and nothing was changed; choose one that “Save settings” made."
                .to_owned()
        }
        SettingsFault::UnknownRule(code) => {
            format!(
                "This version has no rule {code}, and nothing was changed; take it out of the file and load it again."
            )
        }
        SettingsFault::NotAYear(_) => {
            "Give the year in four digits, for example 2024, or leave it empty.".to_owned()
        }
    },
    profile: |words, profile| {
        let (off, changed) = changed(profile);
        let parts = [
            some(off, |count| format!("{} off", plural(count, "rule"))),
            some(changed, |count| format!("{} with another weight", plural(count, "rule"))),
            profile.year.map_or_else(String::new, |year| format!("report year {year}")),
            profile.issuer_kind.map_or_else(String::new, |kind| words.issuer_kind(kind).to_owned()),
        ];
        format!("Your settings: {}", joined(&parts, "; "))
    },
};
