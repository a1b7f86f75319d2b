//! The rules: one rule, one file; [`REGISTRY`] lists them all.
//!
//! A rule looks at what was read and says what is to be said of it. It never
//! looks into the text for figures: that is [`crate::reading`]'s work. What
//! could not be read is the matter of the `GJ1xx` rules and of no other.

mod causes;
mod claims;
mod context;
mod faulty_cells;
mod grouping;
mod identity;
mod mismatch;
mod prose_places;
#[cfg(test)]
mod skeleton;
mod wording;

mod gj101_not_a_report;
mod gj102_table_unreadable;
mod gj103_row_unreadable;
mod gj104_several_reports;
mod gj105_part_of_a_report;
mod gj106_tables_only;
mod gj107_text_too_long;
mod gj108_inferred_reading;
mod gj109_damaged_text;
mod gj110_letters_for_digits;
mod gj201_section_missing;
mod gj202_section_unknown;
mod gj203_section_renamed;
mod gj204_section_order;
mod gj205_section_number;
mod gj206_table_missing;
mod gj207_table_repeated;
mod gj208_row_missing;
mod gj209_row_unknown;
mod gj210_row_label;
mod gj211_column_label;
mod gj212_value_count;
mod gj213_title_form;
mod gj214_form_of_other_year;
mod gj215_parts_announced;
mod gj216_placeholder_left;
mod gj217_markup_left;
mod gj218_overview_too_long;
mod gj219_overview_aspect_missing;
mod gj221_blank_cell;
mod gj222_not_a_number;
mod gj223_remark_in_cell;
mod gj224_negative_count;
mod gj225_fractional_count;
mod gj226_regulation_without_power;
mod gj227_amount_in_yuan;
mod gj231_accountability_missing;
mod gj232_problems_empty;
mod gj233_problems_one_sided;
mod gj234_fee_statement_missing;
mod gj235_legal_basis_of_other_year;
mod gj236_published_late;
mod gj237_period_not_the_year;
mod gj301_row_total_mismatch;
mod gj302_column_total_mismatch;
mod gj303_balance_mismatch;
mod gj304_review_total_mismatch;
mod gj401_years_disagree;
mod gj402_year_in_text;
mod gj411_applications_claim;
mod gj412_outcome_claim;
mod gj413_review_claim;
mod gj414_disclosure_claim;
mod gj415_nothing_received;
mod gj416_all_handled;
mod gj417_share_claim;
mod gj418_fee_claim;
mod gj419_claims_disagree;
mod gj421_parts_of_a_sum;
mod gj422_share_above_hundred;
mod gj423_ordinals;
mod gj431_doubled_words;
mod gj432_unbalanced_marks;
mod gj433_western_punctuation;
mod gj434_postal_code;

use crate::words::Words;
use crate::{Finding, Severity};

pub(crate) use context::Context;
pub(crate) use grouping::group;
pub(crate) use wording::AND;

/// What is known of a rule before it runs, and how to run it.
#[derive(Debug)]
pub struct Rule {
    /// Its permanent code, `GJ` and three digits.
    pub code: &'static str,
    /// Its name, to be read after "this report has": `row_total_mismatch`.
    pub name: &'static str,
    /// What it finds, in a few words.
    pub title: Words,
    /// How much its findings weigh, unless one says otherwise.
    pub severity: Severity,
    /// Why it must hold: the clause it comes from, or that it is customary.
    pub basis: Words,
    pub(crate) check: fn(&Context<'_>, &mut Vec<Finding>),
}

/// Every rule, ordered by code.
pub static REGISTRY: &[&Rule] = &[
    &gj101_not_a_report::RULE,
    &gj102_table_unreadable::RULE,
    &gj103_row_unreadable::RULE,
    &gj104_several_reports::RULE,
    &gj105_part_of_a_report::RULE,
    &gj106_tables_only::RULE,
    &gj107_text_too_long::RULE,
    &gj108_inferred_reading::RULE,
    &gj109_damaged_text::RULE,
    &gj110_letters_for_digits::RULE,
    &gj201_section_missing::RULE,
    &gj202_section_unknown::RULE,
    &gj203_section_renamed::RULE,
    &gj204_section_order::RULE,
    &gj205_section_number::RULE,
    &gj206_table_missing::RULE,
    &gj207_table_repeated::RULE,
    &gj208_row_missing::RULE,
    &gj209_row_unknown::RULE,
    &gj210_row_label::RULE,
    &gj211_column_label::RULE,
    &gj212_value_count::RULE,
    &gj213_title_form::RULE,
    &gj214_form_of_other_year::RULE,
    &gj215_parts_announced::RULE,
    &gj216_placeholder_left::RULE,
    &gj217_markup_left::RULE,
    &gj218_overview_too_long::RULE,
    &gj219_overview_aspect_missing::RULE,
    &gj221_blank_cell::RULE,
    &gj222_not_a_number::RULE,
    &gj223_remark_in_cell::RULE,
    &gj224_negative_count::RULE,
    &gj225_fractional_count::RULE,
    &gj226_regulation_without_power::RULE,
    &gj227_amount_in_yuan::RULE,
    &gj231_accountability_missing::RULE,
    &gj232_problems_empty::RULE,
    &gj233_problems_one_sided::RULE,
    &gj234_fee_statement_missing::RULE,
    &gj235_legal_basis_of_other_year::RULE,
    &gj236_published_late::RULE,
    &gj237_period_not_the_year::RULE,
    &gj301_row_total_mismatch::RULE,
    &gj302_column_total_mismatch::RULE,
    &gj303_balance_mismatch::RULE,
    &gj304_review_total_mismatch::RULE,
    &gj401_years_disagree::RULE,
    &gj402_year_in_text::RULE,
    &gj411_applications_claim::RULE,
    &gj412_outcome_claim::RULE,
    &gj413_review_claim::RULE,
    &gj414_disclosure_claim::RULE,
    &gj415_nothing_received::RULE,
    &gj416_all_handled::RULE,
    &gj417_share_claim::RULE,
    &gj418_fee_claim::RULE,
    &gj419_claims_disagree::RULE,
    &gj421_parts_of_a_sum::RULE,
    &gj422_share_above_hundred::RULE,
    &gj423_ordinals::RULE,
    &gj431_doubled_words::RULE,
    &gj432_unbalanced_marks::RULE,
    &gj433_western_punctuation::RULE,
    &gj434_postal_code::RULE,
];

/// The rule of this code.
pub fn find(code: &str) -> Option<&'static Rule> {
    REGISTRY.iter().find(|rule| rule.code == code).copied()
}

/// Runs every rule; the findings come ordered by place, then by code.
pub(crate) fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut ordered: Vec<Finding> = Vec::new();
    for rule in REGISTRY {
        let mut findings = Vec::new();
        (rule.check)(context, &mut findings);
        // The rules come in the order of their codes: behind all at the same
        // place is the right place.
        for finding in findings {
            let at = ordered.partition_point(|other| other.range.start <= finding.range.start);
            ordered.insert(at, finding);
        }
    }
    identity::name(context, &mut ordered);
    ordered
}

/// Runs the one rule for a text that was refused unread: the others would
/// speak of what nobody looked at.
pub(crate) fn run_for_refused(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    (gj107_text_too_long::RULE.check)(context, &mut findings);
    identity::name(context, &mut findings);
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn codes_are_in_order_and_none_comes_twice() {
        assert!(REGISTRY.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn every_rule_says_what_it_is_and_where_it_comes_from() {
        for rule in REGISTRY {
            for words in [rule.title, rule.basis] {
                let words =
                    [Language::Chinese, Language::English].map(|language| words.in_language(language));
                assert!(words.iter().all(|words| !words.is_empty()), "{} lacks words", rule.code);
            }
            let well_formed = rule.code.len() == 5 && rule.code.starts_with("GJ");
            assert!(well_formed && rule.code[2..].bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.code);
            assert!(rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", rule.name);
        }
    }

    #[test]
    fn what_is_customary_is_no_error() {
        for rule in REGISTRY {
            let customary = rule.basis.in_language(Language::Chinese).contains("惯例");
            assert!(
                !customary || rule.severity != Severity::Error,
                "{} is customary and an error",
                rule.code
            );
        }
    }
}
